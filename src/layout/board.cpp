// SPDX-License-Identifier: Apache-2.0
#include "board.h"

#include "arrangement.h"
#include "geometry.h"

#include <cmath>
#include <deque>
#include <limits>

namespace meshwright::layout {

namespace {

Box roomAround(const Box &box, Gap gap)
{
    return {box.x - gap.x, box.y - gap.y, box.width + 2 * gap.x, box.height + 2 * gap.y};
}

bool isWithin(const Box &inner, const Box &outer)
{
    return inner.x >= outer.x - 0.5 && inner.y >= outer.y - 0.5 &&
           right(inner) <= right(outer) + 0.5 && bottom(inner) <= bottom(outer) + 0.5;
}

/// Beside, above and below each taken box: in line with it, and in line with what is wanted.
std::vector<Point> corners(const Box &wanted, const std::vector<Box> &taken, Gap gap,
                           const Box *within)
{
    std::vector<Point> result{{wanted.x, wanted.y}};
    if (within) {
        const double x = std::max(within->x, right(*within) - wanted.width);
        const double y = std::max(within->y, bottom(*within) - wanted.height);
        result.push_back({within->x, within->y});
        result.push_back({std::clamp(wanted.x, within->x, x), std::clamp(wanted.y, within->y, y)});
    }
    for (const Box &box : taken) {
        const double after = right(box) + gap.x;
        const double before = box.x - gap.x - wanted.width;
        const double below = bottom(box) + gap.y;
        const double above = box.y - gap.y - wanted.height;
        for (const double y : {box.y, wanted.y}) {
            result.push_back({after, y});
            result.push_back({before, y});
        }
        for (const double x : {box.x, wanted.x}) {
            result.push_back({x, below});
            result.push_back({x, above});
        }
    }
    return result;
}

/// Which way `other` has to go from a box that was `before` it grew: to the side where it stands.
Point awayFrom(const Box &before, const Box &other)
{
    if (other.x >= right(before) - 0.5)
        return {1, 0};
    if (right(other) <= before.x + 0.5)
        return {-1, 0};
    return other.y >= centre(before).y ? Point{0, 1} : Point{0, -1};
}

/// `other`, moved along `way` until it keeps the gap to `box`.
Box pushed(const Box &other, const Box &box, const Point &way)
{
    if (way.x > 0)
        return {right(box) + groupGap.x, other.y, other.width, other.height};
    if (way.x < 0)
        return {box.x - groupGap.x - other.width, other.y, other.width, other.height};
    if (way.y > 0)
        return {other.x, bottom(box) + groupGap.y, other.width, other.height};
    return {other.x, box.y - groupGap.y - other.height, other.width, other.height};
}

} // namespace

bool isFree(const Box &box, const std::vector<Box> &taken, Gap gap)
{
    const Box room = roomAround(box, {gap.x / 2, gap.y / 2});
    return std::none_of(taken.begin(), taken.end(),
                        [&room](const Box &each) { return overlap(room, each); });
}

std::optional<Box> nearestFree(const Box &wanted, const std::vector<Box> &taken, Gap gap,
                               const Box *within)
{
    std::optional<Box> best;
    double nearest = std::numeric_limits<double>::max();
    for (const Point &corner : corners(wanted, taken, gap, within)) {
        const double distance = std::hypot(corner.x - wanted.x, corner.y - wanted.y);
        const Box box{corner.x, corner.y, wanted.width, wanted.height};
        if (distance >= nearest || (within && !isWithin(box, *within)))
            continue;
        const Box room = roomAround(box, gap);
        if (std::any_of(taken.begin(), taken.end(),
                        [&room](const Box &each) { return overlap(room, each); }))
            continue;
        nearest = distance;
        best = box;
    }
    return best;
}

std::vector<Box> Board::Group::boxes() const
{
    std::vector<Box> result;
    result.reserve(nodes.size());
    for (const auto &[id, node] : nodes)
        result.push_back(node);
    return result;
}

Box Board::Group::inside() const
{
    return {box.x + spacing.groupPadding, box.y + spacing.groupTitle,
            box.width - 2 * spacing.groupPadding,
            box.height - spacing.groupTitle - spacing.groupPadding};
}

void Board::Group::moveTo(double x, double y)
{
    const double dx = x - box.x;
    const double dy = y - box.y;
    box = moved(box, dx, dy);
    for (auto &[id, node] : nodes)
        node = moved(node, dx, dy);
}

Board::Board(const Request &request, const Picture &picture)
{
    for (const NodeBox &node : request.nodes) {
        const auto group = picture.groups.find(node.group);
        const auto box = picture.nodes.find(node.id);
        if (group == picture.groups.end() || box == picture.nodes.end() ||
            !isWithin(box->second, group->second))
            continue;
        groups[node.group].box = group->second;
        groups[node.group].nodes[node.id] = box->second;
    }
}

std::size_t Board::grow(const std::string &name, const Box &grown)
{
    struct Mover
    {
        std::string name;
        Box before;
    };

    std::deque<Mover> movers{{name, groups.at(name).box}};
    groups.at(name).box = grown;
    std::map<std::string, Box> moved;
    // Each push leads away from `name`; the bound is for arrangements that this can't hold for.
    std::size_t pushes = groups.size() * groups.size() + 16;
    while (!movers.empty() && pushes > 0) {
        const Mover mover = movers.front();
        movers.pop_front();
        const Box box = groups.at(mover.name).box;
        for (auto &[other, group] : groups) {
            if (other == mover.name || other == name ||
                !overlap(roomAround(box, groupGap), group.box))
                continue;
            // A neighbour that stood this near before is not in the way of what grew.
            if (overlap(roomAround(mover.before, groupGap), group.box) &&
                !overlap(roomAround(box, {groupGap.x / 2, groupGap.y / 2}), group.box))
                continue;
            const Box before = group.box;
            const Box after = pushed(before, box, awayFrom(mover.before, before));
            if (after == before)
                continue;
            group.moveTo(after.x, after.y);
            moved[other] = before;
            movers.push_back({other, before});
            --pushes;
        }
    }
    std::size_t count = 0;
    for (const auto &[other, before] : moved)
        count += groups.at(other).nodes.size();
    return count;
}

Picture Board::picture(const Request &request) const
{
    Picture result;
    for (const auto &[name, group] : groups) {
        result.bounds = result.groups.empty() ? group.box : united(result.bounds, group.box);
        result.groups[name] = group.box;
        result.nodes.insert(group.nodes.begin(), group.nodes.end());
    }
    route(request, result);
    return result;
}

} // namespace meshwright::layout
