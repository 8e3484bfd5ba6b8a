// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/codeeditor.h"

#include "ui/editor/completer.h"
#include "ui/editor/documentsync.h"
#include "ui/editor/excerpt.h"
#include "ui/editor/folding.h"
#include "ui/editor/gutter.h"
#include "ui/editor/highlighter.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

namespace meshwright::ui {

namespace {

// More marks than this slow painting and help nobody.
constexpr int mostMarks = 600;

bool sameMarks(const QList<QTextEdit::ExtraSelection> &a, const QList<QTextEdit::ExtraSelection> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
        return x.cursor.selectionStart() == y.cursor.selectionStart() &&
               x.cursor.selectionEnd() == y.cursor.selectionEnd() && x.format == y.format;
    });
}

} // namespace

CodeEditor::CodeEditor(Session &session, const std::string &file, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_session(session)
    , m_language(languageOf(toQt(file)))
    , m_sync(new DocumentSync(session, file, document(), this))
    , m_highlighter(new Highlighter(m_language, this))
    , m_gutter(new Gutter(this))
    , m_completer(new Completer(session, *m_sync, this))
{
    setObjectName(QStringLiteral("codeEditor"));
    setAccessibleName(tr("Text of %1").arg(toQt(file)));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    theme::keepLeftToRight(*this);
    moveCursor(QTextCursor::Start);
    applyExcerpt();
    setCursorWidth(2);
    document()->setDocumentMargin(theme::grid);
    applyTheme();
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::updateGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        folding::unfoldTo(textCursor().block());
        updateMarks();
        m_gutter->update();
    });
    connect(m_sync, &DocumentSync::replayed, this, &CodeEditor::showReplayed);
    connect(m_sync, &DocumentSync::excerptChanged, this, &CodeEditor::applyExcerpt);
    connect(m_completer, &Completer::messageShown, this, &CodeEditor::messageShown);
    connect(m_sync, &DocumentSync::refused, this, &CodeEditor::messageShown);
    connect(&m_session, &Session::snapshotChanged, this, &CodeEditor::updateFindings);
    updateFindings();
}

const std::string &CodeEditor::file() const
{
    return m_sync->file();
}

bool CodeEditor::isExcerpt() const
{
    return m_sync->isExcerpt();
}

void CodeEditor::applyExcerpt()
{
    setReadOnly(isExcerpt() || !m_session.text(file()));
    m_highlighter->colour(isExcerpt() ? nullptr : document());
    emit excerptChanged();
}

void CodeEditor::applyTheme()
{
    const theme::Tokens &t = theme::tokens();
    setFont(theme::codeFont());
    setTabStopDistance(fontMetrics().horizontalAdvance(QLatin1Char(' ')) * 4);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, t.surface);
    colors.setColor(QPalette::Text, t.text);
    if (colors != palette())
        setPalette(colors);
    m_highlighter->followTheme();
    updateGutter();
    updateMarks();
}

void CodeEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    const bool isNewLook = event->type() == QEvent::StyleChange ||
                           event->type() == QEvent::ApplicationFontChange ||
                           (event->type() == QEvent::PaletteChange &&
                            palette().color(QPalette::Base) != theme::tokens().surface);
    if (isNewLook)
        applyTheme();
}

void CodeEditor::updateGutter()
{
    const int width = m_gutter->preferredWidth();
    setViewportMargins(width, 0, 0, 0);
    m_gutter->setGeometry(contentsRect().x(), contentsRect().y(), width, viewport()->height());
    m_gutter->update();
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateGutter();
}

void CodeEditor::updateMarks()
{
    const theme::Tokens &t = theme::tokens();
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection line;
    line.format.setBackground(t.hover);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    if (!textCursor().hasSelection())
        marks.append(line);
    for (int i = 0; i < std::min(mostMarks, int(m_matches.size())); ++i) {
        QTextEdit::ExtraSelection match;
        QColor ground = t.warning;
        ground.setAlphaF(i == m_currentMatch ? 0.45F : 0.2F);
        match.format.setBackground(ground);
        match.cursor = m_matches[i];
        marks.append(match);
    }
    for (const Finding &finding : m_findings.all()) {
        if (marks.size() > 2 * mostMarks)
            break;
        QTextEdit::ExtraSelection mark;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(severityColor(finding.diagnostic.severity));
        mark.cursor = finding.span;
        marks.append(mark);
    }
    if (sameMarks(marks, m_marks))
        return;
    m_marks = marks;
    setExtraSelections(marks);
}

void CodeEditor::setMatches(const QList<QTextCursor> &matches, int current)
{
    m_matches = matches;
    m_currentMatch = current;
    updateMarks();
}

void CodeEditor::showReplayed(int position, int length)
{
    folding::refresh(document());
    if (!m_session.isUndoing() || !(hasFocus() || isVisible()))
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position + length, document()->characterCount() - 1));
    setTextCursor(cursor);
}

void CodeEditor::moveInside(const QTextCursor &cursor)
{
    folding::unfoldTo(cursor.block());
    QTextCursor start = cursor; // the caret stands where a finding's line and column say
    start.setPosition(cursor.selectionEnd());
    start.setPosition(cursor.selectionStart(), QTextCursor::KeepAnchor);
    setTextCursor(start);
    if (!isVisible()) { // there is no layout yet to centre in
        QTimer::singleShot(0, this, [this] { centerCursor(); });
        return;
    }
    const QRect box = cursorRect();
    const int edge = 2 * box.height(); // what lies before and after it matters too
    if (!viewport()->rect().adjusted(0, edge, 0, -edge).contains(box.topLeft()))
        centerCursor();
}

void CodeEditor::reveal(Range range)
{
    QTextCursor cursor(document());
    cursor.setPosition(m_sync->documentPosition(range.begin));
    cursor.setPosition(m_sync->documentPosition(range.end), QTextCursor::KeepAnchor);
    moveInside(cursor);
}

std::size_t CodeEditor::caretOffset() const
{
    return m_sync->offset(textCursor().selectionStart());
}

void CodeEditor::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(qBound(1, line, blockCount()) - 1);
    moveInside(QTextCursor(block));
}

bool CodeEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    const bool isHandled = QPlainTextEdit::viewportEvent(event);
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *click = static_cast<QMouseEvent *>(event);
        if (click->button() == Qt::LeftButton && click->modifiers() == Qt::ControlModifier &&
            !textCursor().hasSelection())
            emit definitionWanted();
    }
    return isHandled;
}

QRectF CodeEditor::blockRect(const QTextBlock &block) const
{
    return blockBoundingGeometry(block).translated(contentOffset());
}

QTextBlock CodeEditor::blockAt(double y) const
{
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockRect(block);
        if (block.isVisible() && box.top() <= y && y < box.bottom())
            return block;
        if (box.top() > y)
            break;
    }
    return {};
}

/// The text, and a chip after each folded line.
void CodeEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens &t = theme::tokens();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockRect(block);
        if (box.top() > event->rect().bottom())
            break;
        if (!block.isVisible() || !folding::isFolded(block))
            continue;
        const double x = box.left() + document()->documentMargin() +
                         fontMetrics().horizontalAdvance(block.text()) + 6;
        const QRectF chip(x, box.top() + 3, 24, fontMetrics().height() - 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.line);
        painter.drawRoundedRect(chip, 3, 3);
        painter.setBrush(t.muted);
        for (int i = -1; i <= 1; ++i)
            painter.drawEllipse(chip.center() + QPointF(i * 5, 0), 1.3, 1.3);
    }
}

bool CodeEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() && !source->hasUrls();
}

/// A text that would become too large to edit could not be taken back either.
void CodeEditor::insertFromMimeData(const QMimeData *source)
{
    const SourceText pasted(fromQt(source->text()));
    const std::size_t before = m_sync->text() ? m_sync->text()->bytes().size() : 0;
    if (excerpt::isNeeded(pasted) || before + pasted.bytes().size() > excerpt::mostBytes) {
        emit messageShown(tr("What was copied is too large to be pasted here"));
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
}

} // namespace meshwright::ui
