// SPDX-License-Identifier: Apache-2.0
#include "ui/everywhere/searchrow.h"

#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

void SearchRow::paint(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const
{
    QStyleOptionViewItem bare = option;
    initStyleOption(&bare, index);
    const QString name = std::exchange(bare.text, QString());
    const QWidget *widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &bare, painter, widget);

    const theme::Tokens &t = theme::tokens();
    // Thought of from left to right.
    QRect room = theme::mirrored(
        option, widget->style()->subElementRect(QStyle::SE_ItemViewItemText, &bare, widget));
    room.setRight(option.rect.right() - theme::widePadding);
    room.setLeft(
        std::max(room.left(), option.rect.left() + theme::iconSize() + 2 * theme::padding));
    const auto draw = [&](const QString &text, const QFont &font, const QColor &color, int most,
                          Qt::Alignment side) {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideMiddle, most);
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(theme::mirrored(option, room), static_cast<int>(side | Qt::AlignVCenter),
                          theme::isolated(shown));
        return metrics.horizontalAdvance(shown);
    };
    painter->save();
    const bool isEnabled = (index.flags() & Qt::ItemIsEnabled) != 0;
    const int kind = draw(index.data(KindRole).toString(), theme::detailFont(), t.muted,
                          room.width() / 3, Qt::AlignRight);
    room.setRight(room.right() - kind - theme::widePadding);
    const int named =
        draw(name, option.font, isEnabled ? t.text : t.disabled, room.width(), Qt::AlignLeft);
    room.setLeft(room.left() + named + theme::widePadding);
    if (room.width() > 4 * theme::widePadding)
        draw(index.data(DetailRole).toString().simplified(), theme::detailFont(), t.muted,
             room.width(), Qt::AlignLeft);
    painter->restore();
}

QSize SearchRow::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(),
            std::max(theme::rowHeight, option.fontMetrics.height() + theme::padding)};
}

} // namespace meshwright::ui
