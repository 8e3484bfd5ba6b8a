// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/codeeditor.h"

#include "ui/editor/documentsync.h"
#include "ui/editor/folding.h"
#include "ui/editor/gutter.h"
#include "ui/editor/highlighter.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
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
    , m_highlighter(new Highlighter(m_language, document()))
    , m_gutter(new Gutter(this))
{
    setObjectName(QStringLiteral("codeEditor"));
    setAccessibleName(tr("Text of %1").arg(toQt(file)));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    moveCursor(QTextCursor::Start);
    setReadOnly(!m_session.text(file));
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
    connect(m_sync, &DocumentSync::refused, this, &CodeEditor::messageShown);
    connect(&m_session, &Session::snapshotChanged, this, &CodeEditor::updateFindings);
    updateFindings();
}

const std::string &CodeEditor::file() const
{
    return m_sync->file();
}

void CodeEditor::applyTheme()
{
    const theme::Tokens &t = theme::tokens();
    setFont(theme::fixedFont());
    setTabStopDistance(fontMetrics().horizontalAdvance(QLatin1Char(' ')) * 4);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, t.surface);
    colors.setColor(QPalette::Text, t.text);
    colors.setColor(QPalette::Highlight, t.selection);
    if (colors != palette())
        setPalette(colors);
    m_highlighter->rehighlight();
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

void CodeEditor::updateFindings()
{
    if (!m_session.isUpToDate())
        return; // the old ones move with the text until the new ones are there
    m_findings.update(m_session.snapshot(), *m_sync, document());
    updateMarks();
    m_gutter->update();
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
    if (!m_session.isUndoing() || !(hasFocus() || isVisible()))
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position + length, document()->characterCount() - 1));
    setTextCursor(cursor);
}

void CodeEditor::moveInside(const QTextCursor &cursor)
{
    folding::unfoldTo(cursor.block());
    setTextCursor(cursor);
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

void CodeEditor::nextProblem(bool forward)
{
    const int from = textCursor().selectionStart();
    const Finding *finding = forward ? m_findings.after(from) : m_findings.before(from);
    if (!finding) {
        emit messageShown(tr("No problems in this file"));
        return;
    }
    moveInside(finding->span);
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
    menu->popup(event->globalPos());
}

QString CodeEditor::toolTipAt(const QPoint &point) const
{
    QStringList parts;
    for (const Finding *finding : m_findings.at(cursorForPosition(point).position())) {
        const Diagnostic &d = finding->diagnostic;
        QString part =
            QStringLiteral("<p style='margin:2px'>%1<br><small style='color:%2'>%3</small></p>")
                .arg(toQt(d.message).toHtmlEscaped(), theme::tokens().muted.name(),
                     tr("%1 · %2").arg(severityName(d.severity), toQt(d.rule)).toHtmlEscaped());
        if (!d.fixes.empty())
            part += QStringLiteral("<p style='margin:2px'>%1</p>")
                        .arg(tr("Alt+Enter: %1").arg(toQt(d.fixes.front().title)).toHtmlEscaped());
        parts.append(part);
    }
    return parts.join(QLatin1String("<hr>"));
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
    return QPlainTextEdit::viewportEvent(event);
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

} // namespace meshwright::ui
