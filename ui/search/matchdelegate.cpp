// SPDX-License-Identifier: Apache-2.0
#include "ui/search/matchdelegate.h"

#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace meshwright::ui {

namespace {

/// Writes pieces of a line one behind the other.
class LinePainter
{
public:
    LinePainter(QPainter *painter, QRect room)
        : m_painter(painter)
        , m_room(room)
    {}

    void write(const QString &text, const QColor &ink, const QColor &ground = {},
               bool isStruck = false)
    {
        QFont font = m_painter->font();
        font.setStrikeOut(isStruck);
        m_painter->setFont(font);
        const int width =
            std::min(m_painter->fontMetrics().horizontalAdvance(text), m_room.width());
        if (width <= 0)
            return;
        const QRect box(m_room.left(), m_room.top(), width, m_room.height());
        if (ground.isValid())
            m_painter->fillRect(box.adjusted(0, 4, 0, -4), ground);
        m_painter->setPen(ink);
        m_painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        m_room.setLeft(m_room.left() + width);
    }

    void skip(int width) { m_room.setLeft(m_room.left() + width); }

private:
    QPainter *m_painter;
    QRect m_room;
};

QColor faded(QColor color)
{
    color.setAlphaF(0.25F);
    return color;
}

} // namespace

void MatchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QVariant line = index.data(LineRole);
    if (!line.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    const QRect check =
        style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &row, row.widget);
    const theme::Tokens &t = theme::tokens();
    painter->save();
    theme::keepLeftToRight(*painter);
    painter->setClipRect(option.rect);
    painter->setFont(theme::fixedFont());
    const int digits = painter->fontMetrics().horizontalAdvance(QStringLiteral("00000"));
    QRect room = option.rect;
    room.setLeft((check.isValid() ? check.right() : room.left()) + theme::padding);
    painter->setPen(t.muted);
    painter->drawText(QRect(room.left(), room.top(), digits, room.height()),
                      Qt::AlignRight | Qt::AlignVCenter, line.toString());
    room.setLeft(room.left() + digits);
    LinePainter words(painter, room);
    words.skip(theme::widePadding);
    const QVariant replacement = index.data(ReplacementRole);
    words.write(index.data(BeforeRole).toString(), t.text);
    words.write(index.data(MatchedRole).toString(), t.text,
                faded(replacement.isValid() ? t.error : t.warning), replacement.isValid());
    if (replacement.isValid())
        words.write(replacement.toString(), t.text, faded(t.good));
    words.write(index.data(AfterRole).toString(), t.text);
    painter->restore();
}

} // namespace meshwright::ui
