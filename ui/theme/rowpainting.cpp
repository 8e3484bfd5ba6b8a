// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/rowpainting.h"

#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace meshwright::ui::theme {

void drawText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment,
              Qt::TextElideMode elide)
{
    painter->drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      isolated(painter->fontMetrics().elidedText(text, elide, rect.width())));
}

void drawChip(QPainter *painter, const QRect &rect, const QString &text, const QColor &color)
{
    painter->setFont(detailFont());
    const auto metrics = painter->fontMetrics();
    const int width = std::min(rect.width(), metrics.horizontalAdvance(text) + 2 * padding);
    QRect chip(rect.left(), 0, width, metrics.height() + grid);
    chip.moveTop(rect.center().y() - chip.height() / 2);
    chip = mirrored(*painter, rect, chip);
    const Tokens &t = tokens();
    painter->setPen(t.isHighContrast ? QPen(color) : QPen(Qt::NoPen));
    painter->setBrush(chipFill(t, color));
    painter->drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    painter->setPen(color);
    drawText(painter, chip.adjusted(padding - 2, 0, 2 - padding, 0), text, Qt::AlignHCenter,
             Qt::ElideRight);
}

void drawLink(QPainter *painter, const QRect &rect, const QString &text, bool isHovered)
{
    QFont font = detailFont();
    font.setUnderline(isHovered);
    painter->setFont(font);
    painter->setPen(tokens().accent);
    drawText(painter, rect, text, Qt::AlignLeft, Qt::ElideLeft);
}

QRect behind(const QPainter *painter, const QRect &rect, int width)
{
    return mirrored(*painter, rect, rect.adjusted(width, 0, 0, 0));
}

} // namespace meshwright::ui::theme
