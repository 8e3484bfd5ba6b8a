// SPDX-License-Identifier: Apache-2.0
// The code editor's findings: signs, what they say, and their quick fixes.
#include "ui/editor/codeeditor.h"

#include "ui/editor/documentsync.h"
#include "ui/editor/gutter.h"
#include "ui/editor/hovertext.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include "meshwright/glossary/glossary.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

namespace meshwright::ui {

void CodeEditor::updateFindings()
{
    if (!m_session.isUpToDate())
        return; // the old ones move with the text until the new ones are there
    m_findings = {};
    if (!isExcerpt())
        m_findings.update(m_session.snapshot(), *m_sync, document());
    updateMarks();
    m_gutter->update();
}

void CodeEditor::nextProblem(bool forward)
{
    const int from = textCursor().selectionStart();
    const Finding *finding = forward ? m_findings.after(from) : m_findings.before(from);
    if (!finding) {
        emit messageShown(isExcerpt() ? tr("The problems of this file stand in the list only")
                                      : tr("No problems in this file"));
        return;
    }
    QTextCursor before = finding->span; // selected, it would be lost to the next key
    before.setPosition(before.selectionStart());
    moveInside(before);
    emit messageShown(toQt(finding->diagnostic.message));
}

void CodeEditor::addFixes(QMenu &menu)
{
    if (!m_session.isUpToDate())
        return; // fixes fit the text that they were made for
    for (const Finding *finding : m_findings.onLine(textCursor().blockNumber())) {
        for (const QuickFix &fix : finding->diagnostic.fixes) {
            const QString title = toQt(fix.title);
            menu.addAction(theme::icon("lightbulb", theme::Ink::Accent), title, this,
                           [this, edit = fix.edit, title] {
                               const auto done = m_session.perform(edit, title);
                               if (!done)
                                   emit messageShown(toQt(done.error().message));
                           });
        }
    }
}

void CodeEditor::showFixes()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("fixesMenu"));
    menu->setAccessibleName(tr("Quick fixes of this line"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFixes(*menu);
    if (menu->isEmpty()) {
        delete menu;
        emit messageShown(m_session.isUpToDate() ? tr("No quick fix for this line")
                                                 : tr("Still checking: try again in a moment"));
        return;
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(viewport()->mapToGlobal(cursorRect().bottomLeft() + QPoint(0, theme::grid)));
}

void CodeEditor::contextMenuEvent(QContextMenuEvent *event)
{
    if (!textCursor().hasSelection())
        setTextCursor(cursorForPosition(event->pos()));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFixes(*menu);
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(tr("Cu&t"), this, &QPlainTextEdit::cut)->setEnabled(!isReadOnly());
    menu->addAction(tr("&Copy"), this, &QPlainTextEdit::copy);
    menu->addAction(tr("&Paste"), this, &QPlainTextEdit::paste)->setEnabled(canPaste());
    menu->addSeparator();
    menu->addAction(tr("Select &all"), this, &QPlainTextEdit::selectAll);
    if (!actions().isEmpty())
        menu->addSeparator();
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

/// Findings first, then the documentation of what is there.
QString CodeEditor::toolTipAt(const QPoint &point) const
{
    QTextCursor cursor = cursorForPosition(point);
    QStringList parts;
    for (const Finding *finding : m_findings.at(cursor.position()))
        parts.append(hoverText(finding->diagnostic));
    if (cursorRect(cursor).x() > point.x() && !cursor.atBlockStart())
        cursor.movePosition(QTextCursor::PreviousCharacter); // the character, not the nearest gap
    if (const auto documentation = documentationAt(m_sync->offset(cursor.position())))
        parts.append(hoverText(*documentation));
    if (const auto meaning = meaningAt(m_sync->offset(cursor.position())))
        parts.append(hoverText(*meaning));
    return parts.join(QLatin1String("<hr>"));
}

std::optional<reference::Documentation> CodeEditor::documentationAt(std::size_t offset) const
{
    const WorkspacePtr &workspace = m_session.snapshot().workspace;
    const WorkspaceFile *known = workspace ? workspace->file(file()) : nullptr;
    if (!known || !known->document || !m_session.isUpToDate() || isExcerpt())
        return std::nullopt; // the tree is of another text
    const auto dialect = reference::dialectOf(file(), *known->document);
    if (!dialect || file() == settingsFileName)
        return std::nullopt;
    return reference::documentationAt(*known->document, offset, *dialect);
}

std::optional<reference::Documentation> CodeEditor::meaningAt(std::size_t offset) const
{
    const TopologyPtr &topology = m_session.snapshot().topology;
    if (!topology || !m_session.isUpToDate() || isExcerpt())
        return std::nullopt;
    return glossary::meaningAt(*topology, file(), offset);
}

QIcon CodeEditor::signOf(int blockNumber) const
{
    const auto found = m_findings.onLine(blockNumber);
    if (found.empty())
        return {};
    const bool fixable = std::any_of(found.begin(), found.end(),
                                     [](const Finding *f) { return !f->diagnostic.fixes.empty(); });
    if (fixable && blockNumber == textCursor().blockNumber())
        return theme::icon("lightbulb", theme::Ink::Accent);
    const Severity gravest =
        (*std::min_element(found.begin(), found.end(), [](const Finding *a, const Finding *b) {
            return a->diagnostic.severity < b->diagnostic.severity;
        }))->diagnostic.severity;
    const theme::Ink ink = gravest == Severity::Error     ? theme::Ink::Error
                           : gravest == Severity::Warning ? theme::Ink::Warning
                                                          : theme::Ink::Accent;
    return theme::icon(severityIconName(gravest), ink);
}

} // namespace meshwright::ui
