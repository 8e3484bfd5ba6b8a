// SPDX-License-Identifier: Apache-2.0
#include "arrangement.h"
#include "board.h"
#include "geometry.h"

#include <cmath>

namespace meshwright::layout {

namespace {

using Corners = std::map<std::string, graph::Corner>;

/// Left of and above this a context would leave its domain's box.
constexpr double leastX = 12;
constexpr double leastY = 32;

double distance(const Box &a, const Box &b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// What was put somewhere first, then the rest: each where it is, or near by where that is taken.
void placeNodes(Board::Group &group, const Corners &corners)
{
    std::map<std::string, Box> placed;
    std::vector<Box> taken;
    const Box inside = group.inside();
    const Box beyond{group.box.x + leastX, group.box.y + leastY, 1e6, 1e6};
    const auto nearBy = [&](const Box &wanted) {
        const auto within = nearestFree(wanted, taken, nodeGap, &inside);
        const auto outside = nearestFree(wanted, taken, nodeGap, &beyond);
        // A gap in the box moves no other domain: worth twice the way.
        if (within && (!outside || distance(*within, wanted) <= 2 * distance(*outside, wanted)))
            return *within;
        return outside.value_or(wanted);
    };
    const auto place = [&](const std::string &id, const Box &wanted) {
        const Box box = isFree(wanted, taken, nodeGap) ? wanted : nearBy(wanted);
        placed[id] = box;
        taken.push_back(box);
    };
    for (const auto &[id, box] : group.nodes)
        if (const auto corner = corners.find(id); corner != corners.end())
            place(id, {group.box.x + std::max(leastX, double(corner->second.x)),
                       group.box.y + std::max(leastY, double(corner->second.y)), box.width,
                       box.height});
    for (const auto &[id, box] : group.nodes)
        if (!placed.contains(id))
            place(id, box);
    group.nodes = std::move(placed);
}

/// The group's box, large enough for its nodes.
Box boxFor(const Board::Group &group)
{
    Box box = group.box;
    for (const auto &[id, node] : group.nodes)
        box = united(box, {node.x, node.y, node.width + spacing.groupPadding,
                           node.height + spacing.groupPadding});
    return box;
}

void placeGroups(Board &board, const Corners &corners)
{
    std::vector<Box> taken;
    const auto place = [&](Board::Group &group, const Box &wanted) {
        const Box box = isFree(wanted, taken, groupGap)
                            ? wanted
                            : nearestFree(wanted, taken, groupGap).value_or(wanted);
        group.moveTo(box.x, box.y);
        taken.push_back(box);
    };
    for (auto &[name, group] : board.groups)
        if (const auto corner = corners.find(name); corner != corners.end())
            place(group, {double(corner->second.x), double(corner->second.y), group.box.width,
                          group.box.height});
    for (auto &[name, group] : board.groups)
        if (!corners.contains(name))
            place(group, group.box);
}

} // namespace

Picture withPositions(const Request &request, Picture picture, const graph::Positions &positions)
{
    Board board(request, picture);
    bool isAnyThere = false;
    for (auto &[name, group] : board.groups) {
        const bool isKept =
            std::any_of(group.nodes.begin(), group.nodes.end(), [&positions](const auto &node) {
                return positions.contexts.contains(node.first);
            });
        isAnyThere = isAnyThere || isKept || positions.domains.contains(name);
        if (!isKept)
            continue;
        placeNodes(group, positions.contexts);
        board.grow(name, boxFor(group));
    }
    if (!isAnyThere)
        return picture;
    placeGroups(board, positions.domains);
    Picture placed = board.picture(request);
    return isSound(request, placed) ? placed : picture;
}

} // namespace meshwright::layout
