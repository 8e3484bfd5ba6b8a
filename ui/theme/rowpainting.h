// SPDX-License-Identifier: Apache-2.0
// Parts of rows that delegates paint by hand.
#pragma once

#include <QPainter>
#include <QString>

namespace meshwright::ui::theme {

/// On one line, cut where it does not fit.
void drawText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment,
              Qt::TextElideMode elide = Qt::ElideMiddle);

/// A word with a rounded ground of its colour.
void drawChip(QPainter *painter, const QRect &rect, const QString &text, const QColor &color);

void drawLink(QPainter *painter, const QRect &rect, const QString &text, bool isHovered);

/// What is left of `rect` behind its first `width` pixels, in the direction of writing.
QRect behind(const QPainter *painter, const QRect &rect, int width);

} // namespace meshwright::ui::theme
