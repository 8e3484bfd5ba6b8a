// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/gutter.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/folding.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

namespace meshwright::ui {

namespace {

constexpr int signWidth = 22;
constexpr int foldWidth = 18;

void drawChevron(QPainter &painter, const QPointF &c, bool folded, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF open{c + QPointF(-3.5, -1.75), c + QPointF(0, 1.75), c + QPointF(3.5, -1.75)};
    const QPolygonF closed{c + QPointF(-1.75, -3.5), c + QPointF(1.75, 0), c + QPointF(-1.75, 3.5)};
    painter.drawPolyline(folded ? closed : open);
    painter.restore();
}

} // namespace

Gutter::Gutter(CodeEditor *editor)
    : QWidget(editor)
    , m_editor(editor)
{
    setObjectName(QStringLiteral("gutter"));
    setAccessibleName(tr("Line numbers"));
    setMouseTracking(true);
    setCursor(Qt::ArrowCursor);
}

int Gutter::preferredWidth() const
{
    const int digits = qMax(3, int(QString::number(m_editor->blockCount()).size()));
    return signWidth + m_editor->fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits +
           foldWidth;
}

void Gutter::paintEvent(QPaintEvent *event)
{
    const theme::Tokens &t = theme::tokens();
    QPainter painter(this);
    theme::keepLeftToRight(painter);
    painter.fillRect(event->rect(), t.surface);
    painter.setFont(m_editor->font());
    const int current = m_editor->textCursor().blockNumber();
    const int lineHeight = m_editor->fontMetrics().height();
    for (QTextBlock block = m_editor->firstShownBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        const QRect box = m_editor->blockRect(block).toRect();
        if (box.top() > event->rect().bottom())
            break;
        const int number = block.blockNumber();
        const int middle = box.top() + lineHeight / 2;
        if (number == current)
            painter.fillRect(0, box.top(), width(), lineHeight, t.hover);
        painter.setPen(number == current ? t.text : t.faint);
        painter.drawText(QRect(signWidth, box.top(), width() - signWidth - foldWidth, lineHeight),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(number + 1));
        const QRect sign((signWidth - 14) / 2 + 1, middle - 7, 14, 14);
        m_editor->signOf(number).paint(&painter, sign);
        const bool folded = folding::isFolded(block);
        if (folded || (m_isHovered && !m_editor->isExcerpt() && folding::isFoldable(block)))
            drawChevron(painter, QPointF(width() - foldWidth / 2.0 - 1, middle), folded, t.muted);
    }
}

void Gutter::mousePressEvent(QMouseEvent *event)
{
    const QTextBlock block = m_editor->blockAt(event->position().y());
    if (!block.isValid() || event->button() != Qt::LeftButton)
        return;
    if (event->position().x() >= width() - foldWidth && !m_editor->isExcerpt()) {
        folding::setFolded(block, !folding::isFolded(block));
        m_editor->viewport()->update();
        return update();
    }
    const bool onSign = event->position().x() < signWidth;
    if (onSign && m_editor->textCursor().block() == block)
        return m_editor->showFixes();
    QTextCursor cursor(block);
    if (!onSign)
        cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->setFocus();
    if (onSign && !m_editor->signOf(block.blockNumber()).isNull())
        m_editor->showFixes();
}

void Gutter::mouseMoveEvent(QMouseEvent *)
{
    if (!m_isHovered) {
        m_isHovered = true;
        update();
    }
}

void Gutter::leaveEvent(QEvent *)
{
    m_isHovered = false;
    update();
}

void Gutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_editor->viewport(), event);
}

} // namespace meshwright::ui
