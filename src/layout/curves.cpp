// SPDX-License-Identifier: Apache-2.0
#include "curves.h"

#include "geometry.h"

#include <cmath>

namespace meshwright::layout {

namespace {

Point direction(Side side)
{
    switch (side) {
    case Side::Left:
        return {-1, 0};
    case Side::Right:
        return {1, 0};
    case Side::Top:
        return {0, -1};
    case Side::Bottom:
        return {0, 1};
    }
    return {};
}

/// How far a curve keeps to its first direction `way` on its way over `dx`, `dy`.
double arm(const Point &way, double dx, double dy)
{
    const double along = way.x * dx + way.y * dy;
    const double across = std::abs(way.x != 0 ? dy : dx);
    if (along >= 0)
        return std::clamp(along * 0.5, 8.0, 320.0);
    return std::clamp(40 + across * 0.25 - along * 0.25, 40.0, 220.0);
}

Point ahead(const Point &from, const Point &way, double distance)
{
    return {from.x + way.x * distance, from.y + way.y * distance};
}

/// From `start` in the direction `out`, arriving at `end` in the direction `in`.
void append(Curve &curve, const Point &start, const Point &out, const Point &end, const Point &in)
{
    const double dx = end.x - start.x;
    const double dy = end.y - start.y;
    curve.push_back(ahead(start, out, arm(out, dx, dy)));
    curve.push_back(ahead(end, in, -arm(in, dx, dy)));
    curve.push_back(end);
}

} // namespace

Point onSide(const Box &box, Side side, double share)
{
    switch (side) {
    case Side::Left:
        return {box.x, box.y + share * box.height};
    case Side::Right:
        return {right(box), box.y + share * box.height};
    case Side::Top:
        return {box.x + share * box.width, box.y};
    case Side::Bottom:
        return {box.x + share * box.width, bottom(box)};
    }
    return {};
}

Curve curveBetween(const Point &start, Side out, const Point &end, Side in,
                   const std::optional<Bypass> &bypass)
{
    const Point first = direction(out);
    const Point inside = direction(in);
    const Point last = {-inside.x, -inside.y};
    Curve curve = {start};
    if (bypass) {
        append(curve, start, first, bypass->at, bypass->way);
        append(curve, bypass->at, bypass->way, end, last);
    } else {
        append(curve, start, first, end, last);
    }
    return curve;
}

Point pointAt(const Curve &curve, double t)
{
    const std::size_t pieces = curve.size() / 3;
    const double scaled = t * static_cast<double>(pieces);
    const auto piece = std::min(static_cast<std::size_t>(scaled), pieces - 1);
    const Point *c = curve.data() + 3 * piece;
    const double u = scaled - static_cast<double>(piece);
    const double s = 1 - u;
    const double a = s * s * s;
    const double b = 3 * s * s * u;
    const double e = 3 * s * u * u;
    const double f = u * u * u;
    return {a * c[0].x + b * c[1].x + e * c[2].x + f * c[3].x,
            a * c[0].y + b * c[1].y + e * c[2].y + f * c[3].y};
}

} // namespace meshwright::layout
