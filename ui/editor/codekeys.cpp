// SPDX-License-Identifier: Apache-2.0
// The keys of the code editor.
#include "ui/editor/codeeditor.h"

#include "ui/editor/completer.h"
#include "ui/editor/documentsync.h"
#include "ui/editor/folding.h"
#include "ui/editor/lineedits.h"
#include "ui/editor/pairs.h"
#include "ui/session/session.h"

#include <QKeyEvent>
#include <QTextBlock>

namespace meshwright::ui {

void CodeEditor::undoStep()
{
    m_sync->breakMerge();
    m_session.undoStack()->undo();
}

void CodeEditor::redoStep()
{
    m_sync->breakMerge();
    m_session.undoStack()->redo();
}

void CodeEditor::toggleComment()
{
    if (!isReadOnly())
        lineedits::toggleComment(textCursor(), m_language);
}

void CodeEditor::complete()
{
    m_completer->ask();
}

void CodeEditor::setFoldedAtCaret(bool folded)
{
    if (isExcerpt())
        return;
    QTextBlock block = textCursor().block();
    while (block.isValid() && folded && !folding::isFoldable(block))
        block = block.previous();
    folding::setFolded(block, folded);
    viewport()->update();
}

void CodeEditor::setAllFolded(bool folded)
{
    if (isExcerpt())
        return;
    folding::setAllFolded(document(), folded);
    viewport()->update();
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    if (handleDeedKey(event) || (!isReadOnly() && handleEditingKey(event)))
        event->accept();
    else
        QPlainTextEdit::keyPressEvent(event);
}

bool CodeEditor::handleDeedKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        undoStep();
        return true;
    }
    if (event->matches(QKeySequence::Redo)) {
        redoStep();
        return true;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::AltModifier) {
        showFixes();
        return true;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        complete();
        return true;
    }
    if (event->key() == Qt::Key_F8) {
        nextProblem(!(event->modifiers() & Qt::ShiftModifier));
        return true;
    }
    return false;
}

bool CodeEditor::handleEditingKey(QKeyEvent *event)
{
    const bool isBare =
        event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isBare)
            return false;
        setTextCursor(lineedits::breakLine(textCursor(), m_language));
        ensureCursorVisible();
        return true;
    case Qt::Key_Tab:
        if (!isBare)
            return false;
        lineedits::indent(textCursor());
        return true;
    case Qt::Key_Backtab:
        lineedits::unindent(textCursor());
        return true;
    case Qt::Key_C:
        if (event->modifiers() != (Qt::ControlModifier | Qt::ShiftModifier))
            return false;
        toggleComment();
        return true;
    case Qt::Key_Backspace:
        return isBare && pairs::erase(textCursor());
    default:
        return typePair(*event);
    }
}

bool CodeEditor::typePair(const QKeyEvent &event)
{
    constexpr auto commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (event.text().size() != 1 || (event.modifiers() & commands))
        return false;
    const auto caret = pairs::type(textCursor(), event.text().front(), m_language);
    if (!caret)
        return false;
    setTextCursor(*caret);
    return true;
}

} // namespace meshwright::ui
