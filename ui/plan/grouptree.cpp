// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/grouptree.h"

#include "ui/plan/groupmodel.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace meshwright::ui {

namespace {

constexpr int longList = 400; // rows; a longer one starts folded

} // namespace

GroupTree::GroupTree(const GroupColumns &columns, QWidget *parent)
    : QTreeView(parent)
    , m_columns(columns)
{
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

void GroupTree::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    fitColumns();
    connect(model, &QAbstractItemModel::modelReset, this, &GroupTree::spanGroups);
    connect(model, &QAbstractItemModel::rowsInserted, this, &GroupTree::spanGroups);
    connect(model, &QAbstractItemModel::layoutChanged, this, &GroupTree::spanGroups);
    spanGroups();
}

void GroupTree::spanGroups()
{
    for (int row = 0; row < model()->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
}

void GroupTree::expandAsFits()
{
    int rows = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        rows += 1 + model()->rowCount(model()->index(row, 0));
    if (rows <= longList)
        return expandAll();
    collapseAll();
    const auto first = model()->index(0, 0);
    if (model()->index(0, 0, first).data(GroupModel::ProblemRole).toBool())
        expand(first);
}

void GroupTree::showFirstGroup()
{
    const auto first = model()->index(0, 0);
    expand(first);
    scrollTo(first, QAbstractItemView::PositionAtTop);
    setCurrentIndex(model()->index(0, 0, first));
    setFocus();
}

void GroupTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (!index.data(GroupModel::ProblemRole).toBool())
        return;
    const auto columnAt = [this, &option](int column) {
        return QRect(columnViewportPosition(column), option.rect.top(), columnWidth(column),
                     option.rect.height());
    };
    const QRect room = columnAt(m_columns.messageBegin).united(columnAt(m_columns.messageEnd));
    painter->save();
    painter->setLayoutDirection(layoutDirection());
    painter->setFont(theme::bodyFont());
    painter->setPen(theme::tokens().text);
    theme::drawText(painter, room.adjusted(6, 0, -6, 0),
                    index.siblingAtColumn(m_columns.messageBegin).data().toString(), Qt::AlignLeft,
                    Qt::ElideRight);
    painter->restore();
}

bool GroupTree::isLink(const QModelIndex &index) const
{
    return index.isValid() && index.column() == m_columns.link &&
           index.data(GroupModel::LineRole).toUInt() > 0;
}

void GroupTree::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    const bool isOverLink = isLink(indexAt(event->position().toPoint()));
    viewport()->setCursor(isOverLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void GroupTree::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const auto index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && isLink(index))
        emit linkActivated(index);
}

void GroupTree::keyPressEvent(QKeyEvent *event)
{
    const auto link = currentIndex().siblingAtColumn(m_columns.link);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isLink(link))
        emit linkActivated(link);
    else
        QTreeView::keyPressEvent(event);
}

void GroupTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void GroupTree::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange && model() != nullptr)
        fitColumns();
}

} // namespace meshwright::ui
