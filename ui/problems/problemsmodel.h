// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/snapshot.h"

#include <QAbstractTableModel>

namespace meshwright::ui {

class Session;

/// Every finding of the snapshot, one row each, in lint's order.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, RuleColumn, PlaceColumn, ColumnCount };

    enum Role { SeverityRole = Qt::UserRole, SortRole, FilterRole, RoleCount };

    explicit ProblemsModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Diagnostic &diagnostic(int row) const;

private:
    void refresh();
    QString placeOf(const Diagnostic &diagnostic) const;

    Session &m_session;
    std::shared_ptr<const std::vector<Diagnostic>> m_diagnostics;
    WorkspacePtr m_workspace;
};

} // namespace meshwright::ui
