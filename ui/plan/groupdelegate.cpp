// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/groupdelegate.h"

#include "ui/plan/groupmodel.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace meshwright::ui {

namespace {

QColor inkOf(const QModelIndex &index)
{
    return theme::colorOf(static_cast<theme::Ink>(index.data(GroupModel::InkRole).toInt()));
}

void drawSign(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    QFont font = theme::fixedFont();
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(inkOf(index));
    theme::drawText(painter, rect, index.data().toString(), Qt::AlignHCenter);
}

} // namespace

GroupDelegate::GroupDelegate(const GroupColumns &columns, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_columns(columns)
{}

void GroupDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem panel(option);
    initStyleOption(&panel, index);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter,
                                          option.widget);
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.parent().isValid())
        paintRow(painter, option, index);
    else if (index.column() == 0)
        paintGroup(painter, option.rect.adjusted(4, 0, -4, 0), index);
    painter->restore();
}

void GroupDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const int column = index.column();
    if (column == 0)
        return drawSign(painter, option.rect, index);
    const auto rect = option.rect.adjusted(6, 0, -6, 0);
    if (column == m_columns.link)
        return theme::drawLink(painter, rect, index.data().toString(),
                               option.state.testFlag(QStyle::State_MouseOver) &&
                                   index.data(GroupModel::LineRole).toUInt() > 0);
    const bool isBelowMessage = index.data(GroupModel::ProblemRole).toBool() &&
                                column >= m_columns.messageBegin && column <= m_columns.messageEnd;
    if (!isBelowMessage)
        paintCell(painter, rect, index);
}

void GroupDelegate::paintGroup(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    drawTitle(painter, rect, index);
}

int GroupDelegate::drawTitle(QPainter *painter, const QRect &rect, const QModelIndex &group)
{
    QFont font = theme::fixedFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(inkOf(group));
    const auto title = group.data().toString();
    theme::drawText(painter, rect, title, Qt::AlignLeft);
    const int used = painter->fontMetrics().horizontalAdvance(title) + theme::widePadding;
    painter->setFont(theme::fixedDetailFont());
    painter->setPen(theme::tokens().muted);
    const auto counts = group.data(GroupModel::CountsRole).toString();
    if (used < rect.width())
        theme::drawText(painter, theme::behind(painter, rect, used), counts, Qt::AlignLeft);
    return used + painter->fontMetrics().horizontalAdvance(counts);
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(),
            std::max(theme::rowHeight, option.fontMetrics.height() + theme::padding)};
}

QString fittingName(const QPainter &painter, const QRect &rect, const QModelIndex &index)
{
    const auto name = index.data().toString();
    const auto prefix = index.parent().data().toString();
    if (!name.startsWith(prefix + QLatin1Char('.')) ||
        painter.fontMetrics().horizontalAdvance(name) <= rect.width())
        return name;
    return QStringLiteral("…") + name.mid(prefix.size() + 1);
}

} // namespace meshwright::ui
