// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/groupmodel.h"
#include "ui/plan/plantexts.h"

#include <unordered_map>
#include <vector>

namespace meshwright::ui {

/// A plan as a tree: what can't be done first, then a group for each context, in it the items in
/// the order of execution; with each item's state while the plan is applied.
class PlanModel : public GroupModel
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

    enum OwnRole {
        RiskRole = FirstOwnRole, ///< int of Risk
        StateRole,               ///< int of RowState
        IdRole                   ///< the item's id
    };

    using GroupModel::GroupModel;

    /// Null: no plan.
    void setPlan(const MadePlanPtr &made);
    /// All items wait.
    void startApplying();
    void setRunning(const std::string &id);
    void setResult(const ItemResult &result);
    std::size_t countOf(RowState state) const;

    std::size_t itemCount() const { return m_made ? m_made->plan.items.size() : 0; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

protected:
    QVariant groupData(const Group &group, int column, int role) const override;
    QVariant rowData(Kind kind, std::size_t number, int column, int role) const override;

private:
    struct Progress
    {
        RowState state = RowState::None;
        QString message;
    };

    void setState(const std::string &id, RowState state, const QString &message);
    QVariant problemData(const PlanProblem &problem, int column, int role) const;
    QVariant itemData(std::size_t item, int column, int role) const;
    QString itemText(std::size_t item, int column) const;
    QString detail(std::size_t item) const;
    QString countsOf(const Group &group) const;
    RowState stateOf(const Group &group) const;

    MadePlanPtr m_made;
    std::vector<Progress> m_progress; ///< of each item
    std::unordered_map<std::string, std::size_t> m_items;
    std::vector<std::pair<int, int>> m_places; ///< of each item: group, row
};

} // namespace meshwright::ui
