// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/layout.h"

#include <optional>
#include <vector>

namespace meshwright::layout {

enum class Side { Left, Right, Top, Bottom };

/// 1 + 3 n points of cubic Béziers, one after another.
using Curve = std::vector<Point>;

/// A place that a curve passes on its way, going in the direction of `way` (a unit vector).
struct Bypass
{
    Point at;
    Point way;
};

/// The place at `share` (0…1) of a side.
Point onSide(const Box &box, Side side, double share);
/// Leaves `start` and meets `end` at right angles to their sides.
Curve curveBetween(const Point &start, Side out, const Point &end, Side in,
                   const std::optional<Bypass> &bypass);
/// At `t` of 0…1, every piece taking an equal share.
Point pointAt(const Curve &curve, double t);

} // namespace meshwright::layout
