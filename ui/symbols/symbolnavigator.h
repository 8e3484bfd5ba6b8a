// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/symbols.h"

#include <QObject>

#include <functional>
#include <vector>

namespace meshwright::ui {

class EditorArea;
class Session;
class SymbolLookup;
class UsagesView;

/// What the user may do with the name at the caret, or with what is selected in another view: go to
/// its definition, find its usages, rename it.
class SymbolNavigator : public QObject
{
    Q_OBJECT

public:
    SymbolNavigator(Session &session, EditorArea &editors, SymbolLookup &lookup, UsagesView &usages,
                    QWidget *window);

    void goToDefinition();
    void findUsages();
    void rename();

signals:
    void usagesShown();
    void messageShown(const QString &message);

private:
    using Deed =
        std::function<void(const symbols::SymbolIndexPtr &, const std::vector<symbols::Symbol> &)>;

    void withSymbols(const Deed &deed);
    std::vector<symbols::Symbol> meant(const symbols::SymbolIndex &index) const;
    bool isAtCaret(const asyncapi::Place &place) const;
    void showUsages(const symbols::SymbolIndex &index, const symbols::Symbol &symbol);
    void openRename(const symbols::SymbolIndexPtr &index,
                    const std::vector<symbols::Symbol> &symbols);

    Session &m_session;
    EditorArea &m_editors;
    SymbolLookup &m_lookup;
    UsagesView &m_usages;
    QWidget *m_window;
};

} // namespace meshwright::ui
