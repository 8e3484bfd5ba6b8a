// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QMenu;
class QModelIndex;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace meshwright::ui {

class EmptyState;
class ProblemsModel;
class Session;

/// The problems dock: Enter or a double click goes to the exact token, the context menu fixes.
class ProblemsView : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsView(Session &session, QWidget *parent = nullptr);

    QTreeView *table() const { return m_table; }

    /// The finding that is chosen in the list.
    std::optional<Diagnostic> current() const;
    void setFilter(const QString &text);

signals:
    void messageShown(const QString &message);

private:
    QWidget *makeBar();
    QToolButton *makeSeverityToggle(const char *icon, const QString &tip);
    void makeTable();
    void updateFilter();
    void activate(const QModelIndex &index);
    void showRule(const Diagnostic &diagnostic);
    void askAllowance(const Diagnostic &diagnostic);
    void allow(const Diagnostic &diagnostic, const QString &reason);
    void updateState();
    void goTo(const QModelIndex &index);
    void showMenu(const QPoint &point);

    Session &m_session;
    ProblemsModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter = nullptr;
    QToolButton *m_errors = nullptr;
    QToolButton *m_warnings = nullptr;
    QToolButton *m_others = nullptr;
    QToolButton *m_allowed = nullptr;
    QStackedWidget *m_stack;
    QTreeView *m_table;
    EmptyState *m_empty;
};

} // namespace meshwright::ui
