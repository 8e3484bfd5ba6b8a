// SPDX-License-Identifier: Apache-2.0
#include "ui/explorer/explorerdelegate.h"

#include "ui/explorer/explorermodel.h"
#include "ui/history/filemarks.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace meshwright::ui {

namespace {

/// Draws the letter of a file that differs from the last commit; `room`, which is thought of from
/// left to right, gets smaller.
void drawMark(QPainter *painter, const QStyleOption &option, QRect &room, const QVariant &state)
{
    if (!state.isValid())
        return;
    const auto change = static_cast<history::FileChange>(state.toInt());
    const QString letter = filemarks::letter(change);
    if (letter.isEmpty())
        return;
    painter->setFont(theme::fixedDetailFont());
    painter->setPen(theme::colorOf(filemarks::ink(change)));
    painter->drawText(theme::mirrored(option, room), Qt::AlignRight | Qt::AlignVCenter, letter);
    room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(letter) - theme::padding);
}

/// Draws sign and count at the right end of `room`, which gets smaller.
void drawBadge(QPainter *painter, const QStyleOption &option, QRect &room, int count,
               const char *sign, theme::Ink ink)
{
    if (count == 0)
        return;
    const QString text = QLocale().toString(count);
    const QFont font = theme::detailFont();
    const int width = QFontMetrics(font).horizontalAdvance(text);
    const int icon = 12;
    const QRect box(room.right() - width - icon - theme::grid, room.top(),
                    width + icon + theme::grid, room.height());
    const QRect place(box.left(), box.center().y() - icon / 2 + 1, icon, icon);
    theme::icon(sign, ink).paint(painter, theme::mirrored(option, place));
    painter->setFont(font);
    painter->setPen(theme::colorOf(ink));
    painter->drawText(theme::mirrored(option, box.adjusted(icon + theme::grid, 0, 0, 0)),
                      Qt::AlignRight | Qt::AlignVCenter, text);
    room.setRight(box.left() - theme::padding);
}

} // namespace

QSize ExplorerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(theme::rowHeight, size.height()));
    return size;
}

void ExplorerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString text = row.text;
    const QFont font = row.font;
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    row.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    painter->save();
    QRect room = option.rect.adjusted(theme::iconSize() + theme::padding, 0, -theme::padding, 0);
    drawMark(painter, option, room, index.data(ExplorerModel::FileStateRole));
    // From the right, so that they read as in the status bar: errors, then warnings.
    drawBadge(painter, option, room, index.data(ExplorerModel::WarningsRole).toInt(), "warning",
              theme::Ink::Warning);
    drawBadge(painter, option, room, index.data(ExplorerModel::ErrorsRole).toInt(), "error",
              theme::Ink::Error);
    QFont nameFont = font;
    if (!index.parent().isValid())
        nameFont.setWeight(QFont::DemiBold);
    painter->setFont(nameFont);
    painter->setPen(theme::tokens().text);
    painter->drawText(
        theme::mirrored(option, room), Qt::AlignLeft | Qt::AlignVCenter,
        theme::isolated(painter->fontMetrics().elidedText(text, Qt::ElideMiddle, room.width())));
    painter->restore();
}

} // namespace meshwright::ui
