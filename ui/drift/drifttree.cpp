// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/drifttree.h"

#include "ui/drift/driftmodel.h"
#include "ui/theme/rowpainting.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace meshwright::ui {

namespace {

using theme::drawText;
using Kind = DriftModel::RowKind;

constexpr int longList = 400; // rows; a longer one starts folded

Kind kindOf(const QModelIndex &index)
{
    return index.data(DriftModel::KindRole).value<Kind>();
}

QColor inkOf(const QModelIndex &index)
{
    return theme::colorOf(static_cast<theme::Ink>(index.data(DriftModel::InkRole).toInt()));
}

void drawGroup(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    QFont font = theme::fixedFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(inkOf(index));
    const auto title = index.data().toString();
    drawText(painter, rect, title, Qt::AlignLeft);
    const int used = painter->fontMetrics().horizontalAdvance(title) + theme::widePadding;
    painter->setFont(theme::fixedDetailFont());
    painter->setPen(theme::tokens().muted);
    if (used < rect.width())
        drawText(painter, theme::behind(painter, rect, used),
                 index.data(DriftModel::CountRole).toString(), Qt::AlignLeft);
}

void drawSign(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    QFont font = theme::fixedFont();
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(inkOf(index));
    drawText(painter, rect, index.data().toString(), Qt::AlignHCenter);
}

/// A topic's name stands out at its first row; a context's own names may lose its id, which stands
/// above them, before anything else.
void drawResource(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    auto name = index.data().toString();
    const bool isRepeated = index.row() > 0 && index.siblingAtRow(index.row() - 1).data() == name;
    painter->setFont(theme::fixedFont());
    painter->setPen(isRepeated ? theme::tokens().muted : theme::tokens().text);
    const auto prefix = index.parent().data().toString();
    if (name.startsWith(prefix + QLatin1Char('.')) &&
        painter->fontMetrics().horizontalAdvance(name) > rect.width())
        name = QStringLiteral("…") + name.mid(prefix.size() + 1);
    drawText(painter, rect, name, Qt::AlignLeft);
}

void drawCell(QPainter *painter, const QRect &rect, const QModelIndex &index, bool isHovered)
{
    const bool isItem = kindOf(index) == Kind::Item;
    switch (static_cast<DriftModel::Column>(index.column())) {
    case DriftModel::Sign:
        return drawSign(painter, rect, index);
    case DriftModel::Resource:
        return drawResource(painter, rect.adjusted(6, 0, -6, 0), index);
    case DriftModel::Place:
        return theme::drawLink(painter, rect.adjusted(6, 0, -6, 0), index.data().toString(),
                               isHovered && index.data(DriftModel::LineRole).toUInt() > 0);
    case DriftModel::What:
    case DriftModel::Specs:
    case DriftModel::Cluster: {
        if (!isItem) // a problem's message is drawn over these columns by the tree
            return;
        painter->setFont(theme::fixedFont());
        const bool isWhat = index.column() == DriftModel::What;
        painter->setPen(isWhat ? theme::tokens().muted : theme::tokens().text);
        return drawText(painter, rect.adjusted(6, 0, -6, 0), index.data().toString(), Qt::AlignLeft,
                        Qt::ElideRight);
    }
    case DriftModel::ColumnCount:
        break;
    }
}

class DriftDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem panel(option);
        initStyleOption(&panel, index);
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter,
                                              option.widget);
        painter->save();
        painter->setLayoutDirection(option.direction);
        painter->setRenderHint(QPainter::Antialiasing);
        if (kindOf(index) != Kind::Group)
            drawCell(painter, option.rect, index, option.state.testFlag(QStyle::State_MouseOver));
        else if (index.column() == DriftModel::Sign)
            drawGroup(painter, option.rect.adjusted(4, 0, -4, 0), index);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(),
                std::max(theme::rowHeight, option.fontMetrics.height() + theme::padding)};
    }
};

} // namespace

DriftTree::DriftTree(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(QStringLiteral("driftTree"));
    setAccessibleName(tr("What is out of step"));
    setItemDelegate(new DriftDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(30);
}

void DriftTree::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    fitColumns();
    connect(model, &QAbstractItemModel::modelReset, this, &DriftTree::spanGroups);
    connect(model, &QAbstractItemModel::rowsInserted, this, &DriftTree::spanGroups);
    connect(model, &QAbstractItemModel::layoutChanged, this, &DriftTree::spanGroups);
    spanGroups();
}

void DriftTree::spanGroups()
{
    for (int row = 0; row < model()->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
}

void DriftTree::expandAsFits()
{
    int rows = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        rows += 1 + model()->rowCount(model()->index(row, 0));
    if (rows <= longList)
        return expandAll();
    collapseAll();
    const auto first = model()->index(0, 0);
    if (kindOf(model()->index(0, 0, first)) == Kind::Problem)
        expand(first);
}

/// Fixed widths for what is short; the rest is shared by what may be long.
void DriftTree::fitColumns()
{
    const QFontMetrics fixed(theme::fixedFont());
    const auto characters = [&fixed](int count) {
        return fixed.horizontalAdvance(QLatin1Char('0')) * count;
    };
    const int room = viewport()->width();
    const bool isNarrow = room < characters(140);
    const int sign = 2 * indentation() + 22;
    const int place = fontMetrics().averageCharWidth() * (isNarrow ? 18 : 30);
    const int left = std::max(room - sign - place, characters(40));
    setColumnWidth(DriftModel::Sign, sign);
    setColumnWidth(DriftModel::Resource, left * 36 / 100);
    setColumnWidth(DriftModel::What, left * 24 / 100);
    setColumnWidth(DriftModel::Specs, left * 20 / 100);
    setColumnWidth(DriftModel::Cluster, left - left * 36 / 100 - left * 24 / 100 - left * 20 / 100);
    setColumnWidth(DriftModel::Place, place);
}

void DriftTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (kindOf(index) != Kind::Problem)
        return;
    const auto columnAt = [this, &option](int column) {
        return QRect(columnViewportPosition(column), option.rect.top(), columnWidth(column),
                     option.rect.height());
    };
    const QRect room = columnAt(DriftModel::What).united(columnAt(DriftModel::Cluster));
    painter->save();
    painter->setLayoutDirection(layoutDirection());
    painter->setFont(theme::bodyFont());
    painter->setPen(theme::tokens().text);
    drawText(painter, room.adjusted(6, 0, -6, 0),
             index.siblingAtColumn(DriftModel::What).data().toString(), Qt::AlignLeft,
             Qt::ElideRight);
    painter->restore();
}

bool DriftTree::isPlace(const QModelIndex &index) const
{
    return index.isValid() && index.column() == DriftModel::Place &&
           index.data(DriftModel::LineRole).toUInt() > 0;
}

void DriftTree::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    const bool isLink = isPlace(indexAt(event->position().toPoint()));
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DriftTree::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const auto index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && isPlace(index))
        emit placeActivated(index);
}

void DriftTree::keyPressEvent(QKeyEvent *event)
{
    const auto place = currentIndex().siblingAtColumn(DriftModel::Place);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isPlace(place))
        emit placeActivated(place);
    else
        QTreeView::keyPressEvent(event);
}

void DriftTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void DriftTree::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange && model() != nullptr)
        fitColumns();
}

} // namespace meshwright::ui
