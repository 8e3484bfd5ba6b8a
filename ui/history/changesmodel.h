// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/history/comparing.h"

#include <QAbstractItemModel>

#include <vector>

namespace meshwright::ui {

/// A comparison as rows: the contexts, and below each what changed in it.
class ChangesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { ChangeColumn, TopicColumn, AffectedColumn, PlaceColumn, ColumnCount };

    enum Role { BreakingRole = Qt::UserRole, RoleCount };

    using QAbstractItemModel::QAbstractItemModel;

    void show(const Compared &compared, bool onlyBreaking);
    void clear();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Null for a context's row.
    const compare::Change *change(const QModelIndex &index) const;

private:
    struct Group
    {
        ContextId context;
        std::vector<compare::Change> changes;
        int breaking = 0;
    };

    QVariant groupData(const Group &group, int column, int role) const;
    QString textOf(const compare::Change &change, int column) const;
    QString placeOf(const compare::Change &change) const;

    std::vector<Group> m_groups;
    TopologyPtr m_base;
    TopologyPtr m_next;
};

} // namespace meshwright::ui
