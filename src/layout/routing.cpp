// SPDX-License-Identifier: Apache-2.0
#include "arrangement.h"

#include "geometry.h"

#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace meshwright::layout {

namespace {

enum class Side { Left, Right, Top, Bottom };

constexpr std::array sides = {Side::Right, Side::Left, Side::Bottom, Side::Top};

using Curve = std::array<Point, 4>;

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

/// The place at `share` (0…1) of a side.
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

Curve curveBetween(const Point &start, Side out, const Point &end, Side in)
{
    const Point d = direction(out);
    const Point e = direction(in);
    const double dx = end.x - start.x;
    const double dy = end.y - start.y;
    const auto arm = [&](const Point &way, double sign) {
        const double along = sign * (way.x * dx + way.y * dy);
        const double across = std::abs(way.x != 0 ? dy : dx);
        if (along >= 0)
            return std::clamp(along * 0.5, 8.0, 320.0);
        return std::clamp(40 + across * 0.25 - along * 0.25, 40.0, 220.0);
    };
    const double first = arm(d, 1);
    const double last = arm(e, -1);
    return {start, Point{start.x + d.x * first, start.y + d.y * first},
            Point{end.x + e.x * last, end.y + e.y * last}, end};
}

Point at(const Curve &c, double t)
{
    const double s = 1 - t;
    const double a = s * s * s;
    const double b = 3 * s * s * t;
    const double e = 3 * s * t * t;
    const double f = t * t * t;
    return {a * c[0].x + b * c[1].x + e * c[2].x + f * c[3].x,
            a * c[0].y + b * c[1].y + e * c[2].y + f * c[3].y};
}

/// The nodes, found by place.
class Obstacles
{
public:
    explicit Obstacles(const std::map<std::string, Box> &nodes)
    {
        for (const auto &[id, box] : nodes) {
            for (int column = cell(box.x); column <= cell(right(box)); ++column)
                for (int row = cell(box.y); row <= cell(bottom(box)); ++row)
                    m_cells[key(column, row)].push_back(grown(box, 5));
        }
    }

    bool covers(const Point &point) const
    {
        const auto found = m_cells.find(key(cell(point.x), cell(point.y)));
        return found != m_cells.end() &&
               std::any_of(found->second.begin(), found->second.end(),
                           [&point](const Box &box) { return contains(box, point); });
    }

private:
    static int cell(double value) { return static_cast<int>(std::floor(value / 160)); }

    static std::int64_t key(int column, int row)
    {
        return static_cast<std::int64_t>(column) * 1'000'003 + row;
    }

    std::unordered_map<std::int64_t, std::vector<Box>> m_cells;
};

struct Choice
{
    Side out = Side::Right;
    Side in = Side::Left;
};

double costOf(const Curve &curve, Choice choice, const Obstacles &obstacles)
{
    constexpr int steps = 20;
    double length = 0;
    int hits = 0;
    Point before = curve[0];
    for (int i = 1; i <= steps; ++i) {
        const Point point = at(curve, double(i) / steps);
        length += std::hypot(point.x - before.x, point.y - before.y);
        before = point;
        // The ends stand on their own boxes' sides; a step inside them is a fault like any other.
        const bool atEnd = std::hypot(point.x - curve[0].x, point.y - curve[0].y) < 12 ||
                           std::hypot(point.x - curve[3].x, point.y - curve[3].y) < 12;
        hits += !atEnd && obstacles.covers(point);
    }
    const auto unease = [](Side side, Side liked) {
        if (side == liked)
            return 0;
        return side == Side::Top || side == Side::Bottom ? 60 : 110;
    };
    return length + 160 * hits + unease(choice.out, Side::Right) + unease(choice.in, Side::Left);
}

Choice choose(const Box &from, const Box &to, const Obstacles &obstacles)
{
    Choice best;
    double least = std::numeric_limits<double>::max();
    for (const Side out : sides) {
        for (const Side in : sides) {
            const Choice choice{out, in};
            const Curve curve = curveBetween(onSide(from, out, 0.5), out, onSide(to, in, 0.5), in);
            const double cost = costOf(curve, choice, obstacles);
            if (cost < least) {
                least = cost;
                best = choice;
            }
        }
    }
    return best;
}

/// One end of an edge on one side of a node.
struct Port
{
    std::size_t link = 0;
    bool isStart = false;
    double towards = 0; ///< where the other end is, along the side
};

using Ports = std::map<std::pair<std::string, Side>, std::vector<Port>>;

Ports collectPorts(const std::vector<Link> &links, const std::vector<Choice> &choices,
                   const Picture &picture)
{
    Ports ports;
    const auto along = [&picture](const std::string &node, Side side) {
        const Point middle = centre(picture.nodes.at(node));
        return side == Side::Left || side == Side::Right ? middle.y : middle.x;
    };
    for (std::size_t i = 0; i < links.size(); ++i) {
        const Choice &choice = choices[i];
        ports[{links[i].from, choice.out}].push_back({i, true, along(links[i].to, choice.out)});
        ports[{links[i].to, choice.in}].push_back({i, false, along(links[i].from, choice.in)});
    }
    return ports;
}

} // namespace

void route(const Request &request, Picture &picture)
{
    const Obstacles obstacles(picture.nodes);
    const std::vector<Link> &links = request.links;
    std::vector<Choice> choices;
    choices.reserve(links.size());
    for (const Link &link : links)
        choices.push_back(
            choose(picture.nodes.at(link.from), picture.nodes.at(link.to), obstacles));

    std::vector<double> startShare(links.size(), 0.5);
    std::vector<double> endShare(links.size(), 0.5);
    for (auto &[side, ports] : collectPorts(links, choices, picture)) {
        std::stable_sort(ports.begin(), ports.end(),
                         [](const Port &a, const Port &b) { return a.towards < b.towards; });
        const double count = static_cast<double>(ports.size());
        const double spread = std::min(0.7, 0.14 * (count - 1));
        for (std::size_t i = 0; i < ports.size(); ++i) {
            const double share =
                ports.size() < 2 ? 0.5 : 0.5 - spread / 2 + spread * double(i) / (count - 1);
            (ports[i].isStart ? startShare : endShare)[ports[i].link] = share;
        }
    }

    picture.routes.clear();
    picture.routes.reserve(links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        const Link &link = links[i];
        const Choice &choice = choices[i];
        const Point start = onSide(picture.nodes.at(link.from), choice.out, startShare[i]);
        const Point end = onSide(picture.nodes.at(link.to), choice.in, endShare[i]);
        const Curve curve = curveBetween(start, choice.out, end, choice.in);
        picture.routes.push_back(
            {link.from, link.to, link.weight, std::vector<Point>(curve.begin(), curve.end())});
        for (int step = 1; step < 16; ++step) {
            const Point point = at(curve, step / 16.0);
            picture.bounds = united(picture.bounds, {point.x, point.y, 0, 0});
        }
    }
}

} // namespace meshwright::layout
