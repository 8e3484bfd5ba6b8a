// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/wraplayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace meshwright::ui::theme {

namespace {

int heightIn(const QLayoutItem &item, int width)
{
    const int wanted =
        item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
    return std::max(wanted, item.minimumSize().height());
}

/// A field that takes what is left goes down to half of what it would like, before a row wraps.
int wantedWidth(const QLayoutItem &item, int stretch)
{
    const bool gives = stretch > 0 && item.expandingDirections().testFlag(Qt::Horizontal);
    const int liked = item.sizeHint().width() / (gives ? 2 : 1);
    return std::min(std::max(liked, item.minimumSize().width()), item.maximumSize().width());
}

} // namespace

WrapLayout::WrapLayout(QWidget *parent)
    : QLayout(parent)
{}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addWidget(QWidget *widget, int stretch)
{
    addChildWidget(widget);
    addItem(new QWidgetItemV2(widget));
    m_parts.back().stretch = stretch;
}

void WrapLayout::addStretch()
{
    addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
    m_parts.back().stretch = 1;
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_parts.push_back({std::unique_ptr<QLayoutItem>(item), 0});
    invalidate();
}

int WrapLayout::count() const
{
    return static_cast<int>(m_parts.size());
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_parts[static_cast<std::size_t>(index)].item.get()
                                         : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_parts[static_cast<std::size_t>(index)].item.release();
    m_parts.erase(m_parts.begin() + index);
    invalidate();
    return item;
}

int WrapLayout::gap() const
{
    return std::max(0, spacing());
}

/// What shares a row and can grow is as high as its neighbours.
bool WrapLayout::fillsRow(const Cell &cell)
{
    const QWidget *widget = cell.item->widget();
    return widget && cell.stretch > 0 &&
           (widget->sizePolicy().verticalPolicy() & QSizePolicy::GrowFlag) != 0;
}

int WrapLayout::heightOf(const Row &row)
{
    int height = 0;
    for (const Cell &cell : row)
        height = std::max(height, heightIn(*cell.item, cell.width));
    return height;
}

/// Of what is shown; each row has what it wants, and one thing at least.
std::vector<WrapLayout::Row> WrapLayout::rowsFor(int width) const
{
    std::vector<Row> rows;
    int left = 0;
    for (const Part &part : m_parts) {
        const bool isSpace = part.item->spacerItem() != nullptr;
        if (!isSpace && part.item->isEmpty())
            continue;
        const int wanted = std::min(wantedWidth(*part.item, part.stretch), width);
        if (rows.empty() || wanted > left) {
            rows.emplace_back();
            left = width;
        }
        rows.back().push_back({part.item.get(), wanted, part.stretch});
        left -= wanted + (isSpace ? 0 : gap());
    }
    for (Row &row : rows)
        stretchRow(row, width);
    return rows;
}

void WrapLayout::stretchRow(Row &row, int width) const
{
    int left = width;
    int shares = 0;
    for (const Cell &cell : row) {
        left -= cell.width + (cell.item->spacerItem() ? 0 : gap());
        shares += cell.stretch;
    }
    left += gap();
    for (Cell &cell : row) {
        if (cell.stretch == 0 || left <= 0)
            continue;
        const int most = cell.item->maximumSize().width();
        const int more = std::min(left * cell.stretch / shares, most - cell.width);
        left -= more;
        shares -= cell.stretch;
        cell.width += more;
    }
}

QSize WrapLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const Part &part : m_parts) {
        if (part.item->isEmpty())
            continue;
        width += wantedWidth(*part.item, 0) + gap();
        height = std::max(height, part.item->sizeHint().height());
    }
    const QMargins around = contentsMargins();
    return {width - gap() + around.left() + around.right(),
            height + around.top() + around.bottom()};
}

QSize WrapLayout::minimumSize() const
{
    int width = 0;
    for (const Part &part : m_parts)
        if (!part.item->isEmpty())
            width = std::max(width, part.item->minimumSize().width());
    const QMargins around = contentsMargins();
    width += around.left() + around.right();
    return {width, heightForWidth(std::max(width, m_width))};
}

int WrapLayout::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const std::vector<Row> rows = rowsFor(width - around.left() - around.right());
    int height = around.top() + around.bottom();
    for (const Row &row : rows)
        height += heightOf(row);
    return height + gap() * std::max(0, static_cast<int>(rows.size()) - 1);
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    if (std::exchange(m_width, rect.width()) != rect.width())
        update(); // what is around has asked for the height in the width before
    const QRect room = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = room.top();
    for (const Row &row : rowsFor(room.width())) {
        const int height = heightOf(row);
        int x = room.left();
        for (const Cell &cell : row) {
            const int own = fillsRow(cell) ? height : heightIn(*cell.item, cell.width);
            const QRect place(x, y + (height - own) / 2, cell.width, own);
            cell.item->setGeometry(QStyle::visualRect(direction, room, place));
            x += cell.width + (cell.item->spacerItem() ? 0 : gap());
        }
        y += height + gap();
    }
}

} // namespace meshwright::ui::theme
