// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/governance/knownruns.h"

#include <QAbstractTableModel>

namespace meshwright::ui {

/// The runs that this user knows of, one a row.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Started, EnvironmentName, Outcome, Items, Who, ClusterId, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(KnownRuns known);

    const KnownRuns &known() const { return m_known; }

    const KnownRun &run(int row) const { return m_known.runs.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    KnownRuns m_known;
};

/// The items of one run.
class RunItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, What, Resource, Before, After, Message, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<journal::AuditItem> items);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<journal::AuditItem> m_items;
};

} // namespace meshwright::ui
