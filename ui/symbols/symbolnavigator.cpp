// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/symbolnavigator.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/session/session.h"
#include "ui/symbols/renamedialog.h"
#include "ui/symbols/symbollookup.h"
#include "ui/symbols/symboltexts.h"
#include "ui/symbols/usagesview.h"
#include "ui/text/text.h"

namespace meshwright::ui {

SymbolNavigator::SymbolNavigator(Session &session, EditorArea &editors, SymbolLookup &lookup,
                                 UsagesView &usages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editors(editors)
    , m_lookup(lookup)
    , m_usages(usages)
    , m_window(window)
{}

void SymbolNavigator::withSymbols(const Deed &deed)
{
    m_lookup.ask(this, [this, deed](const symbols::SymbolIndexPtr &index) {
        const auto found = meant(*index);
        if (found.empty())
            emit messageShown(tr("There is no name of a topic, context, message, schema or tag "
                                 "at the caret."));
        else
            deed(index, found);
    });
}

/// At the caret where the text has the focus, or else what is selected in the graph or the
/// explorer.
std::vector<symbols::Symbol> SymbolNavigator::meant(const symbols::SymbolIndex &index) const
{
    const CodeEditor *editor = m_editors.currentEditor();
    if (editor && editor->hasFocus())
        return symbols::symbolsAt(index, editor->file(), editor->caretOffset());
    if (const auto *topic = std::get_if<TopicName>(&m_session.selection()))
        return {{symbols::Kind::Topic, topic->value, {}}};
    if (const auto *context = std::get_if<ContextId>(&m_session.selection()))
        return {{symbols::Kind::Context, context->value, {}},
                {symbols::Kind::Domain, domainOf(*context), {}}};
    return {};
}

bool SymbolNavigator::isAtCaret(const asyncapi::Place &place) const
{
    const CodeEditor *editor = m_editors.currentEditor();
    return editor && editor->hasFocus() && editor->file() == place.file &&
           place.range.begin <= editor->caretOffset() && editor->caretOffset() <= place.range.end;
}

void SymbolNavigator::goToDefinition()
{
    withSymbols([this](const auto &index, const auto &found) {
        const auto &symbol = found.front();
        const auto places = symbols::definitionsOf(*index, symbol);
        if (places.empty())
            emit messageShown(
                tr("%1 is declared in none of the files here.").arg(symbolTitle(symbol)));
        else if (places.size() > 1 || isAtCaret(places.front()))
            showUsages(*index, symbol);
        else
            m_session.reveal(places.front().file, places.front().range);
    });
}

void SymbolNavigator::findUsages()
{
    withSymbols(
        [this](const auto &index, const auto &found) { showUsages(*index, found.front()); });
}

void SymbolNavigator::showUsages(const symbols::SymbolIndex &index, const symbols::Symbol &symbol)
{
    m_usages.show(index, symbol);
    emit usagesShown();
    m_usages.focusList();
}

void SymbolNavigator::rename()
{
    withSymbols([this](const auto &index, const auto &found) { openRename(index, found); });
}

void SymbolNavigator::openRename(const symbols::SymbolIndexPtr &index,
                                 const std::vector<symbols::Symbol> &symbols)
{
    std::vector<symbols::Symbol> renamable;
    for (const auto &each : symbols)
        if (symbols::checkRenamable(*index, each))
            renamable.push_back(each);
    if (renamable.empty()) {
        const auto refusal = symbols::checkRenamable(*index, symbols.front());
        emit messageShown(toQt(refusal.error().message));
        return;
    }
    auto *dialog = new RenameDialog(m_session, m_lookup, index, renamable, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RenameDialog::renamed, this, &SymbolNavigator::messageShown);
    dialog->open();
}

} // namespace meshwright::ui
