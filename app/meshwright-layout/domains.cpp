// SPDX-License-Identifier: Apache-2.0
#include "domains.h"

#include "layout/board.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>

namespace meshwright::layout {

namespace {

constexpr double leastDensity = 0.45;

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

/// The share of the cluster that its nodes and the usual gaps around them take.
double density(const Cluster &cluster)
{
    double taken = 0;
    for (const auto &[id, box] : cluster.nodes)
        taken += (box.width + spacing.nodeGapX) * (box.height + spacing.nodeGapY);
    return taken / (cluster.width + spacing.nodeGapX) / (cluster.height + spacing.nodeGapY);
}

/// Stands for a node that may come.
const std::string spare;
constexpr std::size_t manyNodes = 12;

/// The same nodes in a grid, column by column in their order from left to right.
Cluster compacted(const Cluster &cluster, std::vector<NodeBox> nodes)
{
    const auto byPlace = [](const auto &a, const auto &b) {
        return std::tie(a.second.x, a.second.y) < std::tie(b.second.x, b.second.y);
    };
    if (nodes.size() >= manyNodes) {
        nodes.push_back(nodes.front());
        nodes.back().id = spare;
    }
    auto order = cluster.nodes;
    std::sort(order.begin(), order.end(), byPlace);
    Cluster result = grid(nodes);
    std::erase_if(result.nodes, [](const auto &each) { return each.first == spare; });
    std::sort(result.nodes.begin(), result.nodes.end(), byPlace);
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto &[id, box] = result.nodes[i];
        id = order[i].first;
        box.width = order[i].second.width;
        box.height = order[i].second.height;
    }
    return result;
}

/// A part that comes out as one thin strip, or with far more ground than cards, is better read as
/// a grid.
Cluster layOutPart(const Part &part, Style style, Graphviz &graphviz)
{
    if (style == Style::Force)
        return graphviz.springs(part.nodes, part.links);
    Cluster cluster = graphviz.ranks(part.nodes, part.links);
    const double aspect = cluster.width / cluster.height;
    const bool isStrip = aspect < 0.4 || aspect > 6;
    const bool isSparse = density(cluster) < leastDensity;
    const bool isCompacted =
        style == Style::Columns && part.nodes.size() > 5 && (isStrip || isSparse);
    return isCompacted ? compacted(cluster, part.nodes) : cluster;
}

bool hasGap(const Cluster &cluster, const NodeBox &node)
{
    std::vector<Box> taken;
    for (const auto &[id, box] : cluster.nodes)
        taken.push_back(box);
    const Box whole{0, 0, cluster.width, cluster.height};
    return nearestFree({0, 0, node.width, node.height}, taken, nodeGap, &whole).has_value();
}

Cluster layOutDomain(const Part &domain, Style style, Graphviz &graphviz,
                     std::vector<NodeBox> alone = {})
{
    std::vector<Cluster> clusters;
    for (const Part &part : connectedParts(domain)) {
        if (part.nodes.size() == 1)
            alone.push_back(part.nodes.front());
        else
            clusters.push_back(layOutPart(part, style, graphviz));
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

/// A large domain without a gap gets one, so that the next context moves none of its neighbours.
Cluster layOutWithGap(const Part &domain, Style style, Graphviz &graphviz)
{
    Cluster cluster = layOutDomain(domain, style, graphviz);
    if (domain.nodes.size() < manyNodes || hasGap(cluster, domain.nodes.front()))
        return cluster;
    NodeBox node = domain.nodes.front();
    node.id = spare;
    cluster = layOutDomain(domain, style, graphviz, {node});
    std::erase_if(cluster.nodes, [](const auto &each) { return each.first == spare; });
    return cluster;
}

/// The groups themselves, as Graphviz places nodes.
std::vector<Box> placeByGraphviz(const std::vector<Block> &blocks, const Flows &flows, Style style,
                                 Graphviz &graphviz)
{
    Part part;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        part.nodes.push_back({std::to_string(i), {}, blocks[i].width, blocks[i].height});
    for (const auto &[pair, strength] : flows)
        part.links.push_back({std::to_string(pair.first), std::to_string(pair.second),
                              std::max(1, static_cast<int>(std::lround(strength)))});
    const Cluster cluster = style == Style::Force
                                ? graphviz.springs(part.nodes, part.links, spacing.rowGap)
                                : graphviz.ranks(part.nodes, part.links, spacing.columnGap);
    std::vector<Box> boxes(blocks.size());
    for (const auto &[index, box] : cluster.nodes)
        boxes.at(std::stoul(index)) = box;
    return boxes;
}

} // namespace

Picture twoLevels(const Request &request, Graphviz &graphviz)
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
        interiors.push_back({group, layOutWithGap(domain, request.style, graphviz)});
    if (request.style == Style::Columns)
        return assemble(request, interiors);
    return assemble(request, interiors, [&](const auto &blocks, const Flows &flows) {
        return placeByGraphviz(blocks, flows, request.style, graphviz);
    });
}

} // namespace meshwright::layout
