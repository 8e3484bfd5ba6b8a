// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/files.h"

#include <QWidget>

#include <optional>
#include <vector>

class QAbstractTableModel;
class QLineEdit;
class QModelIndex;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace meshwright::ui {

class EmptyState;
class Session;

/// A page of the governance dock: a bar with a filter, and a table below it. Enter or a double
/// click goes to the line of a row.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    /// `name`: what the names of its parts begin with. The model is the page's.
    TablePage(Session &session, QAbstractTableModel *model, const QString &name, const char *icon,
              QWidget *parent = nullptr);

    QTreeView *table() const { return m_table; }

    void setFilter(const QString &text);

signals:
    void message(const QString &text);

protected:
    /// Where a double click leads.
    virtual std::optional<asyncapi::Place> placeOf(int row, int column) const = 0;
    /// Beside the words of the filter.
    virtual bool accepts(int row) const;
    /// Whether anybody sees it.
    virtual void setSeen(bool isSeen) = 0;
    virtual void retranslate() = 0;
    /// After the rows, the filter or the selection changed.
    virtual void updateState() = 0;

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

    QToolButton *addButton(const char *icon, const char *name);
    /// That shows or hides rows of a kind.
    QToolButton *addToggle(const char *name);
    void refilter();
    void goTo(const std::optional<asyncapi::Place> &place);
    /// The row of the model; -1 where none is current.
    int currentRow() const;
    /// The rows that are shown, in their order.
    std::vector<int> shownRows() const;
    /// The table, or why there is none.
    void showState(const QString &title, const QString &detail);

    Session &m_session;
    QLineEdit *m_filter;

private:
    class Filter;

    void makeTable(const QString &name);

    QAbstractTableModel *m_model;
    Filter *m_proxy;
    QWidget *m_bar;
    QStackedWidget *m_stack;
    QTreeView *m_table;
    EmptyState *m_empty;
};

} // namespace meshwright::ui
