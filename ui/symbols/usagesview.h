// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/symbols.h"

#include <QWidget>

#include <optional>

class QLabel;
class QModelIndex;
class QStackedWidget;
class QTreeView;

namespace meshwright::ui {

class EmptyState;
class Session;
class SymbolLookup;
class UsagesModel;

/// The usages dock: where a symbol is declared and used. Enter or a double click goes there; the
/// list follows edits.
class UsagesView : public QWidget
{
    Q_OBJECT

public:
    UsagesView(Session &session, SymbolLookup &lookup, QWidget *parent = nullptr);

    void show(const symbols::SymbolIndex &index, const symbols::Symbol &symbol);
    void focusList();

    QTreeView *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void refresh();
    void clear();
    void goTo(const QModelIndex &index);

    Session &m_session;
    SymbolLookup &m_lookup;
    UsagesModel *m_model;
    QStackedWidget *m_stack;
    QTreeView *m_table;
    EmptyState *m_empty;
    QLabel *m_headline;
    std::optional<symbols::Symbol> m_symbol;
    bool m_isStale = false; ///< the texts changed while nobody saw the list
};

} // namespace meshwright::ui
