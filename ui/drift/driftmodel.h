// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/drift/comparing.h"
#include "ui/plan/groupmodel.h"

namespace meshwright::ui {

/// Drift as a tree: what could not be compared first, then a group for each context, in it what is
/// out of step by topic, and last the topics that no context owns.
class DriftModel : public GroupModel
{
    Q_OBJECT

public:
    enum Column { Sign, Resource, What, Specs, Cluster, Place, ColumnCount };

    enum OwnRole {
        ItemRole = FirstOwnRole ///< int, in the drift's items; -1 where the row is none
    };

    using GroupModel::GroupModel;

    void setDrift(const MadeDriftPtr &made); ///< null: none

    const MadeDriftPtr &made() const { return m_made; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

protected:
    QVariant groupData(const Group &group, int column, int role) const override;
    QVariant rowData(Kind kind, std::size_t number, int column, int role) const override;

private:
    void addItems();
    QVariant problemData(const PlanProblem &problem, int column, int role) const;
    QVariant itemData(std::size_t number, int column, int role) const;
    QVariant ownerlessData(const std::string &topic, int column, int role) const;

    MadeDriftPtr m_made;
};

} // namespace meshwright::ui
