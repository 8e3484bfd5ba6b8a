// SPDX-License-Identifier: Apache-2.0
#include "arrangement.h"

#include "geometry.h"

#include <set>

namespace meshwright::layout {

Picture packedGrid(const Request &request)
{
    std::map<std::string, std::vector<NodeBox>> members;
    for (const NodeBox &node : request.nodes)
        members[node.group].push_back(node);
    std::vector<Interior> interiors;
    interiors.reserve(members.size());
    for (const auto &[group, nodes] : members)
        interiors.push_back({group, grid(nodes)});
    return assemble(request, interiors);
}

namespace {

bool holds(const Box &outer, const Box &inner)
{
    const Box room = grown(outer, 0.5);
    return inner.x >= room.x && inner.y >= room.y && right(inner) <= right(room) &&
           bottom(inner) <= bottom(room);
}

/// A sweep from left to right: only neighbours in x are compared.
bool anyOverlap(std::vector<Box> boxes)
{
    std::sort(boxes.begin(), boxes.end(), [](const Box &a, const Box &b) { return a.x < b.x; });
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = i + 1; j < boxes.size() && boxes[j].x < right(boxes[i]); ++j)
            if (overlap(boxes[i], boxes[j]))
                return true;
    return false;
}

} // namespace

bool isSound(const Request &request, const Picture &picture)
{
    std::vector<Box> nodes;
    for (const NodeBox &node : request.nodes) {
        const auto placed = picture.nodes.find(node.id);
        const auto group = picture.groups.find(node.group);
        if (placed == picture.nodes.end() || group == picture.groups.end())
            return false;
        if (!holds(group->second, placed->second))
            return false;
        nodes.push_back(placed->second);
    }
    std::vector<Box> groups;
    for (const auto &[name, box] : picture.groups)
        groups.push_back(box);
    std::set<std::pair<std::string, std::string>> routed;
    for (const Picture::Route &route : picture.routes) {
        if (route.curve.size() < 4 || route.curve.size() % 3 != 1)
            return false;
        routed.emplace(route.from, route.to);
    }
    const bool allRouted =
        std::all_of(request.links.begin(), request.links.end(), [&](const Link &link) {
            return routed.count({link.from, link.to}) > 0;
        });
    return allRouted && !anyOverlap(std::move(nodes)) && !anyOverlap(std::move(groups));
}

} // namespace meshwright::layout
