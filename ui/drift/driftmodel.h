// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/drift/comparing.h"

#include <QAbstractItemModel>

#include <vector>

namespace meshwright::ui {

/// Drift as a tree: what could not be compared first, then a group for each context, in it what is
/// out of step by topic, and last the topics that no context owns.
class DriftModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Sign, Resource, What, Specs, Cluster, Place, ColumnCount };
    enum class RowKind { Group, Problem, Item, Ownerless };
    Q_ENUM(RowKind)

    enum Role {
        KindRole = Qt::UserRole, ///< RowKind
        ItemRole,                ///< int, in the drift's items; -1 where the row is none
        FileRole,                ///< where a spec asks; empty where there is none
        LineRole,                ///< from 1; 0 where there is none
        InkRole,                 ///< int of theme::Ink, for the sign
        SearchRole,              ///< all of a row's text
        DetailRole,              ///< the whole row in sentences
        CountRole                ///< a group's, as a text
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setDrift(const MadeDriftPtr &made); ///< null: none

    const MadeDriftPtr &made() const { return m_made; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Group
    {
        QString title;
        RowKind kind = RowKind::Item;  ///< of its rows
        std::vector<std::size_t> rows; ///< indices in the drift's items, problems or topics
    };

    void addItems();
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant problemData(const PlanProblem &problem, int column, int role) const;
    QVariant itemData(std::size_t number, int column, int role) const;
    QVariant ownerlessData(const std::string &topic, int column, int role) const;

    MadeDriftPtr m_made;
    std::vector<Group> m_groups;
};

} // namespace meshwright::ui
