// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphpainter.h"
#include "ui/graph/sight.h"

#include <QStringList>

namespace meshwright::ui {

/// What is told beside flows: who runs there, what waits, how fast it goes.
struct LiveFigures
{
    std::shared_ptr<const graph::Observed> observed;
    QString asOf; ///< the time of figures that are old; empty of new ones
};

/// In lines of a few words; empty where nothing is known of the flow.
QStringList figureLines(const LiveFigures &figures, const graph::FlowId &flow);

/// Beside the flows that are seen; where a part is brought forward, beside that part's alone. From
/// afar there is no room for them.
void paintFigures(QPainter &painter, const GraphScene &scene, const GraphFrame &frame,
                  const GraphStyle &style, const LiveFigures &figures, const GraphFocus &focus);

/// Nearer to who reads than the labels, which stand in the middle.
QPointF signPlace(const FlowShape &flow);

/// The sign of what specs and cluster do not agree on: ≠ in a disc.
void paintMismatchSign(QPainter &painter, const QPointF &centre, double radius,
                       const theme::Tokens &tokens);

} // namespace meshwright::ui
