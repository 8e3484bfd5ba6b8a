// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/markpainter.h"

#include <QPainterPath>

#include <algorithm>

namespace meshwright::ui {

using compare::Mark;

QColor markColor(Mark mark, const theme::Tokens &tokens)
{
    switch (mark) {
    case Mark::Added:
        return tokens.good;
    case Mark::Removed:
        return tokens.error;
    case Mark::Changed:
        return tokens.warning;
    case Mark::Same:
        break;
    }
    return tokens.muted;
}

void paintMark(QPainter &painter, const QPointF &centre, double radius, Mark mark,
               const theme::Tokens &tokens)
{
    painter.setPen(QPen(tokens.surface, 1.5));
    painter.setBrush(markColor(mark, tokens));
    painter.drawEllipse(centre, radius, radius);
    // Drawn, not written: a letter's middle is where its font has it.
    QPen pen(tokens.surface, std::max(1.2, radius / 4), Qt::SolidLine, Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double arm = radius * 0.5;
    if (mark == Mark::Changed) {
        QPainterPath wave(centre - QPointF(arm, 0));
        wave.cubicTo(centre + QPointF(-arm * 0.3, -arm * 1.1),
                     centre + QPointF(arm * 0.3, arm * 1.1), centre + QPointF(arm, 0));
        painter.drawPath(wave);
        return;
    }
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
    if (mark == Mark::Added)
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
}

} // namespace meshwright::ui
