// SPDX-License-Identifier: Apache-2.0
#include "domains.h"

#include <cmath>
#include <functional>
#include <map>
#include <numeric>

namespace meshwright::layout {

namespace {

struct Part
{
    std::vector<NodeBox> nodes;
    std::vector<Link> links;
};

/// The connected parts of one domain, in order of their first node.
std::vector<Part> connectedParts(const Part &domain)
{
    std::map<std::string, std::size_t> indexOf;
    for (std::size_t i = 0; i < domain.nodes.size(); ++i)
        indexOf[domain.nodes[i].id] = i;
    std::vector<std::size_t> parent(domain.nodes.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&parent](std::size_t node) {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    };
    for (const Link &link : domain.links) {
        const std::size_t a = root(indexOf[link.from]);
        const std::size_t b = root(indexOf[link.to]);
        parent[std::max(a, b)] = std::min(a, b);
    }
    std::map<std::size_t, Part> parts;
    for (std::size_t i = 0; i < domain.nodes.size(); ++i)
        parts[root(i)].nodes.push_back(domain.nodes[i]);
    for (const Link &link : domain.links)
        parts[root(indexOf[link.from])].links.push_back(link);
    std::vector<Part> result;
    result.reserve(parts.size());
    for (auto &[first, part] : parts)
        result.push_back(std::move(part));
    return result;
}

/// A part that comes out as one thin strip is better read as a grid.
Cluster layOutPart(const Part &part, Dot &dot)
{
    Cluster cluster = dot.ranks(part.nodes, part.links);
    const double aspect = cluster.width / cluster.height;
    const bool isStrip = part.nodes.size() > 5 && (aspect < 0.4 || aspect > 6);
    return isStrip ? grid(part.nodes) : cluster;
}

Cluster layOutDomain(const Part &domain, Dot &dot)
{
    std::vector<Cluster> clusters;
    std::vector<NodeBox> alone;
    for (const Part &part : connectedParts(domain)) {
        if (part.nodes.size() == 1)
            alone.push_back(part.nodes.front());
        else
            clusters.push_back(layOutPart(part, dot));
    }
    if (clusters.empty())
        return grid(alone);
    // Loose nodes stand in one block where they are many, else each finds its own gap.
    if (alone.size() > 3)
        clusters.push_back(grid(alone));
    else
        for (const NodeBox &node : alone)
            clusters.push_back(grid({node}));
    return shelved(std::move(clusters));
}

} // namespace

Picture twoLevels(const Request &request, Dot &dot)
{
    std::map<std::string, Part> domains;
    std::map<std::string, std::string> groupOf;
    for (const NodeBox &node : request.nodes) {
        domains[node.group].nodes.push_back(node);
        groupOf[node.id] = node.group;
    }
    for (const Link &link : request.links)
        if (groupOf[link.from] == groupOf[link.to])
            domains[groupOf[link.from]].links.push_back(link);
    std::vector<Interior> interiors;
    interiors.reserve(domains.size());
    for (const auto &[group, domain] : domains)
        interiors.push_back({group, layOutDomain(domain, dot)});
    return assemble(request, interiors);
}

} // namespace meshwright::layout
