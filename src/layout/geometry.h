// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/layout.h"

#include <algorithm>
#include <string>
#include <vector>

namespace meshwright::layout {

inline double right(const Box &box)
{
    return box.x + box.width;
}

inline double bottom(const Box &box)
{
    return box.y + box.height;
}

inline Point centre(const Box &box)
{
    return {box.x + box.width / 2, box.y + box.height / 2};
}

inline Box moved(const Box &box, double dx, double dy)
{
    return {box.x + dx, box.y + dy, box.width, box.height};
}

/// Larger by `margin` on every side (smaller where it is negative).
inline Box grown(const Box &box, double margin)
{
    return {box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin};
}

inline bool contains(const Box &box, const Point &point)
{
    return point.x > box.x && point.x < right(box) && point.y > box.y && point.y < bottom(box);
}

/// Touching edges do not overlap; half a pixel of rounding is forgiven.
inline bool overlap(const Box &a, const Box &b)
{
    constexpr double slack = 0.5;
    return a.x + slack < right(b) && b.x + slack < right(a) && a.y + slack < bottom(b) &&
           b.y + slack < bottom(a);
}

inline Box united(const Box &a, const Box &b)
{
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(right(a), right(b)) - x, std::max(bottom(a), bottom(b)) - y};
}

} // namespace meshwright::layout
