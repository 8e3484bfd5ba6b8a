// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/plantexts.h"

#include <QAbstractItemModel>

#include <unordered_map>
#include <vector>

namespace meshwright::ui {

/// A plan as a tree: what can't be done first, then a group for each context, in it the items in
/// the order of execution; with each item's state while the plan is applied.
class PlanModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        Sign,
        Resource,
        What,
        Before,
        After,
        RiskColumn,
        ReasonColumn,
        State,
        ColumnCount
    };
    enum class RowKind { Group, Problem, Item };
    Q_ENUM(RowKind)

    enum Role {
        KindRole = Qt::UserRole, ///< RowKind
        RiskRole,                ///< int of Risk
        StateRole,               ///< int of RowState
        FileRole,                ///< the reason's; empty where there is none
        LineRole,                ///< from 1; 0 where there is none
        InkRole,                 ///< int of theme::Ink, for the sign
        SearchRole,              ///< all of a row's text
        DetailRole,              ///< the whole row in sentences
        CountsRole,              ///< a group's: +4 ~1
        IdRole                   ///< the item's id
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Null: no plan.
    void setPlan(const MadePlanPtr &made);
    /// All items wait.
    void startApplying();
    void setRunning(const std::string &id);
    void setResult(const ItemResult &result);
    std::size_t countOf(RowState state) const;

    std::size_t itemCount() const { return m_made ? m_made->plan.items.size() : 0; }

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
        bool isProblems = false;
        std::vector<std::size_t> rows; ///< indices in the plan's items or problems
    };

    struct Progress
    {
        RowState state = RowState::None;
        QString message;
    };

    void setState(const std::string &id, RowState state, const QString &message);
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant problemData(const PlanProblem &problem, int column, int role) const;
    QVariant itemData(std::size_t item, int column, int role) const;
    QString itemText(std::size_t item, int column) const;
    QString detail(std::size_t item) const;
    QString countsOf(const Group &group) const;
    RowState stateOf(const Group &group) const;

    MadePlanPtr m_made;
    std::vector<Group> m_groups;
    std::vector<Progress> m_progress; ///< of each item
    std::unordered_map<std::string, std::size_t> m_items;
    std::vector<std::pair<int, int>> m_places; ///< of each item: group, row
};

} // namespace meshwright::ui
