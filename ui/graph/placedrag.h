// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphpainter.h"

#include "meshwright/graph/positions.h"

#include <variant>

namespace meshwright::ui {

/// What is put somewhere by hand: a context within its domain, or a domain by its name.
using Placed = std::variant<ContextId, std::string>;

/// The corner that `box` (of the scene) has as it is kept in the workspace: of a context within
/// its domain's box. On a grid, so that what looks aligned is.
graph::Corner keptCorner(const GraphScene &scene, const Placed &what, const QPointF &corner);

/// A card or a domain on its way to another place.
class PlaceDrag
{
public:
    /// `from` is the point of the scene where it was taken.
    PlaceDrag(Placed what, const QRectF &box, const QPointF &from);

    const Placed &what() const { return m_what; }

    void moveTo(const QPointF &scenePoint);

    /// Where its corner would be.
    QPointF corner() const { return m_box.topLeft() + m_by; }

    /// The box at its new place, what is in it, and a line to where it was.
    void paint(QPainter &painter, const GraphScene &scene, const GraphFrame &frame,
               const GraphStyle &style) const;

private:
    Placed m_what;
    QRectF m_box;
    QPointF m_from;
    QPointF m_by;
};

} // namespace meshwright::ui
