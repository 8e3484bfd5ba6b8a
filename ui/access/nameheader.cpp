// SPDX-License-Identifier: Apache-2.0
#include "ui/access/nameheader.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr int uprightRoom = 190; ///< of upright names, in pixels at 100 %
constexpr int levelRoom = 320;
constexpr int inset = 8;

} // namespace

NameHeader::NameHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(true);
    setSectionResizeMode(QHeaderView::Fixed);
}

/// Never more than half of the table, whose cells are what is looked at.
QSize NameHeader::sizeHint() const
{
    const QSize hint = QHeaderView::sizeHint();
    const QSize most = parentWidget() ? parentWidget()->size() / 2 : hint;
    return orientation() == Qt::Horizontal
               ? QSize(hint.width(), std::min(theme::scaled(uprightRoom), most.height()))
               : QSize(std::min(theme::scaled(levelRoom), most.width()), hint.height());
}

void NameHeader::paintSection(QPainter *painter, const QRect &box, int section) const
{
    const theme::Tokens &tokens = theme::tokens();
    const bool isUpright = orientation() == Qt::Horizontal;
    const QItemSelectionModel *selected = selectionModel();
    const bool isSelected =
        selected && (isUpright ? selected->columnIntersectsSelection(section, rootIndex())
                               : selected->rowIntersectsSelection(section, rootIndex()));
    painter->save();
    painter->fillRect(box, tokens.window);
    painter->setPen(QPen(tokens.line, 1));
    painter->drawLine(box.bottomLeft(), box.bottomRight());
    painter->setPen(isSelected ? tokens.accent : tokens.text);
    painter->setFont(theme::fixedFont());
    QRect text = box.adjusted(inset, 0, -inset, 0);
    if (isUpright) {
        painter->translate(box.left(), box.bottom() - inset);
        painter->rotate(-90);
        text = QRect(0, 0, box.height() - 2 * inset, box.width());
    }
    const QString name = model()->headerData(section, orientation()).toString();
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(
                          name, isUpright ? Qt::ElideLeft : Qt::ElideMiddle, text.width()));
    painter->restore();
}

} // namespace meshwright::ui
