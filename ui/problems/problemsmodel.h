// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/snapshot.h"

#include <QAbstractTableModel>

namespace meshwright::ui {

class Session;

/// Every finding of the snapshot, one row each, in lint's order; behind them, where they are asked
/// for, those that comments allow.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, RuleColumn, PlaceColumn, ColumnCount };

    enum Role { SeverityRole = Qt::UserRole, SortRole, FilterRole, AllowedRole, RoleCount };

    explicit ProblemsModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Diagnostic &diagnostic(int row) const;
    bool isAllowed(int row) const;
    void setAllowedShown(bool shown);

private:
    void refresh();
    QString messageOf(int row) const;
    QString placeOf(const Diagnostic &diagnostic) const;

    Session &m_session;
    std::shared_ptr<const std::vector<Diagnostic>> m_diagnostics;
    std::shared_ptr<const std::vector<AllowedFinding>> m_allowed; ///< null where not shown
    bool m_showsAllowed = false;
    WorkspacePtr m_workspace;
};

} // namespace meshwright::ui
