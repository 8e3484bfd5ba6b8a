// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/plantree.h"

#include "ui/plan/planmodel.h"
#include "ui/theme/mirror.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace meshwright::ui {

namespace {

using theme::behind;
using theme::drawChip;
using theme::drawLink;
using theme::drawText;

constexpr int longPlan = 400; // rows; a longer one starts folded

using Kind = PlanModel::RowKind;

Kind kindOf(const QModelIndex &index)
{
    return index.data(PlanModel::KindRole).value<Kind>();
}

theme::Ink inkOf(const QModelIndex &index)
{
    return static_cast<theme::Ink>(index.data(PlanModel::InkRole).toInt());
}

void drawState(QPainter *painter, const QRect &rect, RowState state, bool withText)
{
    const auto ink = plantexts::ink(state);
    int used = 0;
    if (const char *name = plantexts::icon(state)) {
        const QRect place(rect.left(), rect.center().y() - theme::iconSize() / 2 + 1,
                          theme::iconSize(), theme::iconSize());
        theme::icon(name, ink).paint(painter, theme::mirrored(*painter, rect, place));
        used = theme::iconSize() + 5;
    }
    painter->setPen(theme::colorOf(ink));
    if (withText)
        drawText(painter, behind(painter, rect, used), plantexts::state(state), Qt::AlignLeft,
                 Qt::ElideRight);
}

void drawGroup(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    QFont font = theme::fixedFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme::colorOf(inkOf(index)));
    const auto title = index.data().toString();
    drawText(painter, rect, title, Qt::AlignLeft);
    const int used = painter->fontMetrics().horizontalAdvance(title) + theme::widePadding;
    painter->setFont(theme::fixedDetailFont());
    painter->setPen(theme::tokens().muted);
    const auto counts = index.data(PlanModel::CountsRole).toString();
    drawText(painter, behind(painter, rect, used), counts, Qt::AlignLeft);
    const auto state = static_cast<RowState>(index.data(PlanModel::StateRole).toInt());
    const int past = used + painter->fontMetrics().horizontalAdvance(counts) + theme::widePadding;
    if (past < rect.width())
        drawState(painter, behind(painter, rect, past), state, false);
}

void drawAfter(QPainter *painter, const QRect &rect, const QString &text)
{
    const bool isMirrored = painter->layoutDirection() == Qt::RightToLeft;
    const QString arrow = isMirrored ? QStringLiteral("← ") : QStringLiteral("→ ");
    painter->setFont(theme::fixedFont());
    painter->setPen(theme::tokens().faint);
    drawText(painter, rect, arrow, Qt::AlignLeft);
    painter->setPen(theme::tokens().text);
    drawText(painter, behind(painter, rect, painter->fontMetrics().horizontalAdvance(arrow)), text,
             Qt::AlignLeft, Qt::ElideRight);
}

void drawSign(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    QFont font = theme::fixedFont();
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(theme::colorOf(inkOf(index)));
    drawText(painter, rect, index.data().toString(), Qt::AlignHCenter);
}

/// A context's own names may lose its id, which stands above them, before anything else.
QString fittingName(const QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    const auto name = index.data().toString();
    const auto prefix = index.parent().data().toString();
    if (index.column() != PlanModel::Resource || !name.startsWith(prefix + QLatin1Char('.')) ||
        painter->fontMetrics().horizontalAdvance(name) <= rect.width())
        return name;
    return QStringLiteral("…") + name.mid(prefix.size() + 1);
}

void drawName(QPainter *painter, const QRect &rect, const QModelIndex &index, bool isMuted)
{
    painter->setFont(theme::fixedFont());
    painter->setPen(isMuted ? theme::tokens().muted : theme::tokens().text);
    const bool isRight = index.column() == PlanModel::Before;
    drawText(painter, rect, fittingName(painter, rect, index),
             isRight ? Qt::AlignRight : Qt::AlignLeft);
}

void drawItem(QPainter *painter, const QRect &rect, const QModelIndex &index, bool isHovered)
{
    switch (static_cast<PlanModel::Column>(index.column())) {
    case PlanModel::Sign:
        return drawSign(painter, rect, index);
    case PlanModel::Resource:
        return drawName(painter, rect, index, false);
    case PlanModel::What:
    case PlanModel::Before:
        return drawName(painter, rect, index, true);
    case PlanModel::After:
        return drawAfter(painter, rect, index.data().toString());
    case PlanModel::RiskColumn: {
        const auto risk = static_cast<Risk>(index.data(PlanModel::RiskRole).toInt());
        painter->setPen(theme::tokens().muted);
        painter->setFont(theme::detailFont());
        if (risk == Risk::Safe)
            return drawText(painter, rect, index.data().toString(), Qt::AlignLeft);
        return drawChip(painter, rect, index.data().toString(),
                        theme::colorOf(plantexts::ink(risk)));
    }
    case PlanModel::ReasonColumn:
        return drawLink(painter, rect, index.data().toString(), isHovered);
    case PlanModel::State:
        painter->setFont(theme::detailFont());
        return drawState(painter, rect,
                         static_cast<RowState>(index.data(PlanModel::StateRole).toInt()), true);
    case PlanModel::ColumnCount:
        break;
    }
}

} // namespace

void PlanDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem panel(option);
    initStyleOption(&panel, index);
    const auto *style = option.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->setRenderHint(QPainter::Antialiasing);
    const auto rect = option.rect.adjusted(6, 0, -6, 0);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    switch (kindOf(index)) {
    case Kind::Group:
        if (index.column() == PlanModel::Sign)
            drawGroup(painter, rect.adjusted(-2, 0, 2, 0), index);
        break;
    case Kind::Problem: // the message is drawn over several columns by the tree
        if (index.column() <= PlanModel::Resource || index.column() == PlanModel::ReasonColumn)
            drawItem(painter, index.column() == PlanModel::Sign ? option.rect : rect, index,
                     isHovered);
        break;
    case Kind::Item:
        drawItem(painter, index.column() == PlanModel::Sign ? option.rect : rect, index, isHovered);
        break;
    }
    painter->restore();
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(),
            std::max(theme::rowHeight, option.fontMetrics.height() + theme::padding)};
}

PlanTree::PlanTree(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(QStringLiteral("planTree"));
    setAccessibleName(tr("The plan's changes"));
    setItemDelegate(new PlanDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(30);
}

void PlanTree::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    setStateShown(false);
    connect(model, &QAbstractItemModel::modelReset, this, &PlanTree::spanGroups);
    connect(model, &QAbstractItemModel::rowsInserted, this, &PlanTree::spanGroups);
    connect(model, &QAbstractItemModel::layoutChanged, this, &PlanTree::spanGroups);
    spanGroups();
}

void PlanTree::spanGroups()
{
    for (int row = 0; row < model()->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
}

void PlanTree::expandAsFits()
{
    int rows = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        rows += 1 + model()->rowCount(model()->index(row, 0));
    if (rows <= longPlan)
        return expandAll();
    collapseAll();
    const auto first = model()->index(0, 0);
    if (kindOf(model()->index(0, 0, first)) == Kind::Problem)
        expand(first);
}

void PlanTree::setStateShown(bool isShown)
{
    setColumnHidden(PlanModel::State, !isShown);
    fitColumns();
}

/// Fixed widths for what is short; the rest is shared by what may be long.
void PlanTree::fitColumns()
{
    const auto characters = [](int count) {
        return QFontMetrics(theme::fixedFont()).horizontalAdvance(QLatin1Char('0')) * count;
    };
    const int room = viewport()->width();
    const bool isNarrow = room < characters(140);
    const bool isTight = room < characters(95); // large text: names before all else
    const std::array<std::pair<int, int>, 5> fixed{
        {{PlanModel::Sign, 2 * indentation() + 22},
         {PlanModel::Before, characters(isTight    ? 9
                                        : isNarrow ? 10
                                                   : 12)},
         {PlanModel::RiskColumn, fontMetrics().horizontalAdvance(tr("widens access")) + 34},
         {PlanModel::ReasonColumn, fontMetrics().averageCharWidth() * (isTight    ? 12
                                                                       : isNarrow ? 18
                                                                                  : 30)},
         {PlanModel::State, fontMetrics().horizontalAdvance(tr("unknown")) + 44}}};
    int left = room;
    for (const auto &[column, width] : fixed) {
        setColumnWidth(column, width);
        left -= isColumnHidden(column) ? 0 : width;
    }
    left = std::max(left, characters(36));
    const int what = left * (isTight ? 33 : 27) / 100;
    setColumnWidth(PlanModel::Resource, left * 38 / 100);
    setColumnWidth(PlanModel::What, what);
    setColumnWidth(PlanModel::After, left - left * 38 / 100 - what);
}

void PlanTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (kindOf(index) != Kind::Problem)
        return;
    const auto columnAt = [this, &option](int column) {
        return QRect(columnViewportPosition(column), option.rect.top(), columnWidth(column),
                     option.rect.height());
    };
    const QRect room = columnAt(PlanModel::What).united(columnAt(PlanModel::RiskColumn));
    painter->save();
    painter->setLayoutDirection(layoutDirection());
    painter->setFont(theme::bodyFont());
    painter->setPen(theme::tokens().text);
    drawText(painter, room.adjusted(6, 0, -6, 0),
             index.siblingAtColumn(PlanModel::What).data().toString(), Qt::AlignLeft,
             Qt::ElideRight);
    painter->restore();
}

bool PlanTree::isReason(const QModelIndex &index) const
{
    return index.isValid() && index.column() == PlanModel::ReasonColumn &&
           index.data(PlanModel::LineRole).toUInt() > 0;
}

void PlanTree::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    const bool isLink = isReason(indexAt(event->position().toPoint()));
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PlanTree::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const auto index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isReason(index))
        emit reasonActivated(index);
}

void PlanTree::keyPressEvent(QKeyEvent *event)
{
    const auto reason = currentIndex().siblingAtColumn(PlanModel::ReasonColumn);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isReason(reason))
        emit reasonActivated(reason);
    else
        QTreeView::keyPressEvent(event);
}

void PlanTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

} // namespace meshwright::ui
