// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/completer.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/completionpopup.h"
#include "ui/editor/documentsync.h"
#include "ui/session/session.h"
#include "ui/text/text.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>
#include <QtConcurrent>

namespace meshwright::ui {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt ||
           key == Qt::Key_Meta || key == Qt::Key_AltGr || key == Qt::Key_CapsLock;
}

bool isTyping(const QKeyEvent &event)
{
    const bool isCommand =
        (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
    return !isCommand && !event.text().isEmpty() && event.text().at(0).isPrint();
}

} // namespace

Completer::Completer(Session &session, DocumentSync &sync, CodeEditor *editor)
    : QObject(editor)
    , m_session(session)
    , m_sync(sync)
    , m_editor(editor)
{
    editor->installEventFilter(this);
    editor->viewport()->installEventFilter(this);
    connect(&m_looking, &QFutureWatcher<Answer>::finished, this, &Completer::takeAnswer);
    connect(editor->verticalScrollBar(), &QScrollBar::valueChanged, this, &Completer::hide);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        // A caret that left the word, by whatever way, is somewhere else.
        const int at = m_editor->textCursor().position();
        const bool isInLine =
            m_editor->document()->findBlock(m_shown.position) == m_editor->textCursor().block();
        if (isShown() &&
            (!isInLine || at < m_sync.documentPosition(m_shown.completion.range.begin)))
            hide();
    });
}

Completer::~Completer()
{
    delete m_popup;
}

bool Completer::isShown() const
{
    return m_popup && m_popup->isVisible();
}

void Completer::hide()
{
    if (isShown())
        m_popup->hide();
}

void Completer::ask()
{
    lookUp(true);
}

bool Completer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        if (watched != m_editor)
            return false;
        auto *key = static_cast<QKeyEvent *>(event);
        if (event->type() == QEvent::ShortcutOverride) {
            // Escape and the like are the list's before they are anybody else's.
            if (isShown() && CompletionPopup::takes(key->key()))
                event->accept();
            return false;
        }
        if (isShown() && handleKey(*key))
            return true;
        noticeKey(*key);
        return false;
    }
    case QEvent::FocusOut:
    case QEvent::MouseButtonPress:
    case QEvent::Resize:
    case QEvent::Hide:
        hide();
        return false;
    default:
        return false;
    }
}

bool Completer::handleKey(const QKeyEvent &event)
{
    const bool isBare =
        event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
    if (!isBare)
        return false;
    switch (event.key()) {
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_popup->isChosen())
            return false; // nobody chose: it is a line break
        accept(m_popup->row());
        return true;
    case Qt::Key_Tab:
        accept(m_popup->row());
        return true;
    default:
        return m_popup->move(event.key());
    }
}

/// After the editor has taken the key.
void Completer::noticeKey(const QKeyEvent &event)
{
    if (isModifier(event.key()))
        return;
    const bool isErasing = event.key() == Qt::Key_Backspace;
    const bool isTyped = isTyping(event);
    if (!isTyped && !(isErasing && isShown()))
        return hide();
    if (m_editor->isReadOnly())
        return;
    QTimer::singleShot(0, this, [this, goesOn = isShown()] {
        if (goesOn || isWorthAsking())
            lookUp(goesOn && m_isAsked);
    });
}

/// Whether what stands before the caret may begin a word: not for each space of an indentation.
bool Completer::isWorthAsking() const
{
    const QTextCursor cursor = m_editor->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    if (before.trimmed().isEmpty())
        return false;
    const QChar last = before.back();
    if (last == QLatin1Char(' '))
        return before.endsWith(QLatin1String(": ")) || before.trimmed() == QLatin1String("-");
    return last.isLetterOrNumber() || QStringView(u":$#/._-'\"").contains(last);
}

void Completer::lookUp(bool isAsked)
{
    const TopologyPtr topology = m_session.snapshot().topology;
    if (!topology || m_editor->isReadOnly() || !m_sync.text())
        return;
    m_isAsked = isAsked;
    const int position = m_editor->textCursor().position();
    const auto look = [topology, file = m_sync.file(), text = m_sync.text(), position,
                       offset = m_sync.offset(position)]() -> Answer {
        return {text, position, completion::complete(*topology, file, *text, offset)};
    };
    m_looking.setFuture(QtConcurrent::run(look));
}

void Completer::takeAnswer()
{
    Answer answer = m_looking.result();
    const bool isOld =
        answer.text != m_sync.text() || answer.position != m_editor->textCursor().position();
    if (isOld || !m_editor->hasFocus())
        return;
    const auto &items = answer.completion.items;
    const bool isWritten = items.size() == 1 && !m_isAsked && !items.front().goesOn &&
                           items.front().label == answer.completion.typed;
    if (items.empty() || isWritten) {
        hide();
        if (m_isAsked && items.empty())
            emit messageShown(tr("Nothing to offer here"));
        return;
    }
    m_shown = std::move(answer);
    if (!m_popup) {
        m_popup = new CompletionPopup(m_editor->window());
        connect(m_popup, &CompletionPopup::accepted, this, &Completer::accept);
    }
    const QTextBlock block = m_editor->textCursor().block();
    QTextCursor word(block);
    word.setPosition(
        std::max(block.position(), m_sync.documentPosition(m_shown.completion.range.begin)));
    const QRect at = m_editor->cursorRect(word);
    m_popup->showAt(m_shown.completion, m_isAsked,
                    {m_editor->viewport()->mapTo(m_editor->window(), at.topLeft()), at.size()});
}

void Completer::accept(int row)
{
    const auto &items = m_shown.completion.items;
    hide();
    if (row < 0 || row >= static_cast<int>(items.size()) || m_shown.text != m_sync.text())
        return; // the text moved on: the range is of another one
    const completion::Item item = items[static_cast<std::size_t>(row)];
    const Range range = m_shown.completion.range;
    const auto done =
        m_session.perform({{{m_sync.file(), {{range, item.text}}}}}, tr("Completion"));
    if (!done) {
        emit messageShown(toQt(done.error().message));
        return;
    }
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(m_sync.documentPosition(range.begin + item.caret));
    m_editor->setTextCursor(cursor);
    m_editor->ensureCursorVisible();
    if (item.goesOn)
        lookUp(false);
}

} // namespace meshwright::ui
