// SPDX-License-Identifier: Apache-2.0
#include "arrangement.h"

#include "curves.h"
#include "geometry.h"

#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace meshwright::layout {

namespace {

constexpr std::array sides = {Side::Right, Side::Left, Side::Bottom, Side::Top};
constexpr std::size_t mostBypassed = 600; ///< links; beyond, a way around each is too dear
constexpr double bypassRoom = 16;

/// The nodes, found by place.
class Obstacles
{
public:
    explicit Obstacles(const std::map<std::string, Box> &nodes)
    {
        for (const auto &[id, node] : nodes) {
            const Box box = grown(node, 5);
            for (int column = cell(box.x); column <= cell(right(box)); ++column)
                for (int row = cell(box.y); row <= cell(bottom(box)); ++row)
                    m_cells[key(column, row)].push_back(box);
        }
    }

    /// The box that covers `point`, if any.
    const Box *covering(const Point &point) const
    {
        const auto found = m_cells.find(key(cell(point.x), cell(point.y)));
        if (found == m_cells.end())
            return nullptr;
        const auto box = std::find_if(found->second.begin(), found->second.end(),
                                      [&point](const Box &each) { return contains(each, point); });
        return box == found->second.end() ? nullptr : &*box;
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
    std::optional<Bypass> bypass;
};

struct Judgement
{
    double cost = std::numeric_limits<double>::max();
    std::vector<Box> hits;
};

Judgement judge(const Curve &curve, const Choice &choice, const Obstacles &obstacles)
{
    const auto steps = static_cast<int>(curve.size() / 3) * 20;
    Judgement result;
    double length = 0;
    int covered = 0;
    Point before = curve.front();
    for (int i = 1; i <= steps; ++i) {
        const Point point = pointAt(curve, double(i) / steps);
        length += std::hypot(point.x - before.x, point.y - before.y);
        before = point;
        // The ends stand on their own boxes' sides; a step inside them is a fault like any other.
        const auto isNear = [&point](const Point &end) {
            return std::hypot(point.x - end.x, point.y - end.y) < 12;
        };
        const Box *box =
            isNear(curve.front()) || isNear(curve.back()) ? nullptr : obstacles.covering(point);
        if (!box)
            continue;
        ++covered;
        if (result.hits.empty() || !(result.hits.back() == *box))
            result.hits.push_back(*box);
    }
    const auto unease = [](Side side, Side liked) {
        if (side == liked)
            return 0;
        return side == Side::Top || side == Side::Bottom ? 60 : 110;
    };
    // A bypass that is passed against the way of the curve makes a loop.
    int loops = 0;
    if (choice.bypass) {
        const Bypass &via = *choice.bypass;
        const auto goes = [&via](const Point &a, const Point &b) {
            return (b.x - a.x) * via.way.x + (b.y - a.y) * via.way.y > 30;
        };
        loops = !goes(curve.front(), via.at) + !goes(via.at, curve.back());
    }
    result.cost = length + 160 * covered + 400 * loops + unease(choice.out, Side::Right) +
                  unease(choice.in, Side::Left) + (choice.bypass ? 50 : 0);
    return result;
}

/// The places beside and above a box that is in the way.
std::vector<Bypass> waysAround(const Box &box, const Point &from, const Point &to)
{
    const double down = to.y < from.y ? -1 : 1;
    const double along = to.x < from.x ? -1 : 1;
    const Point middle = centre(box);
    return {{{box.x - bypassRoom, middle.y}, {0, down}},
            {{right(box) + bypassRoom, middle.y}, {0, down}},
            {{middle.x, box.y - bypassRoom}, {along, 0}},
            {{middle.x, bottom(box) + bypassRoom}, {along, 0}}};
}

/// The cheapest sides for a curve by way of `bypass`, if that is cheaper than `best`.
void chooseSides(const Box &from, const Box &to, const std::optional<Bypass> &bypass,
                 const Obstacles &obstacles, Choice &best, Judgement &judgement)
{
    for (const Side out : sides) {
        for (const Side in : sides) {
            const Choice choice{out, in, bypass};
            const Curve curve =
                curveBetween(onSide(from, out, 0.5), out, onSide(to, in, 0.5), in, bypass);
            Judgement tried = judge(curve, choice, obstacles);
            if (tried.cost < judgement.cost) {
                judgement = std::move(tried);
                best = choice;
            }
        }
    }
}

Choice choose(const Box &from, const Box &to, const Obstacles &obstacles, bool withBypasses)
{
    Choice best;
    Judgement judgement;
    chooseSides(from, to, std::nullopt, obstacles, best, judgement);
    if (!withBypasses)
        return best;
    const std::vector<Box> inTheWay = judgement.hits;
    for (const Box &box : inTheWay)
        for (const Bypass &bypass : waysAround(box, centre(from), centre(to)))
            chooseSides(from, to, bypass, obstacles, best, judgement);
    return best;
}

/// Edges that pass one place keep a little apart.
void spreadBypasses(std::vector<Choice> &choices)
{
    std::map<std::pair<double, double>, int> passed;
    for (Choice &choice : choices) {
        if (!choice.bypass)
            continue;
        Point &at = choice.bypass->at;
        const int count = passed[{at.x, at.y}]++;
        const int steps = (count + 1) / 2;
        const double aside = (count % 2 == 0 ? 6.0 : -6.0) * steps;
        (choice.bypass->way.x != 0 ? at.y : at.x) += std::clamp(aside, -12.0, 12.0);
    }
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
        choices.push_back(choose(picture.nodes.at(link.from), picture.nodes.at(link.to), obstacles,
                                 links.size() <= mostBypassed));
    spreadBypasses(choices);

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
        const Curve curve = curveBetween(start, choice.out, end, choice.in, choice.bypass);
        picture.routes.push_back({link.from, link.to, link.weight, curve});
        for (int step = 1; step < 16; ++step) {
            const Point point = pointAt(curve, step / 16.0);
            picture.bounds = united(picture.bounds, {point.x, point.y, 0, 0});
        }
    }
}

std::vector<Picture::Route> routesBetweenGroups(const Picture &picture,
                                                const std::vector<Link> &links)
{
    Request request;
    request.links = links;
    Picture groups;
    groups.nodes = picture.groups;
    route(request, groups);
    return std::move(groups.routes);
}

} // namespace meshwright::layout
