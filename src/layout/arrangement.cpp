// SPDX-License-Identifier: Apache-2.0
#include "arrangement.h"

#include "geometry.h"

#include <cmath>
#include <limits>

namespace meshwright::layout {

namespace {

double aspectFault(double width, double height)
{
    return std::abs(std::log(width / std::max(1.0, height) / wantedAspect));
}

/// The parts on shelves no wider than `limit` (but for a part that is wider itself).
Cluster onShelves(const std::vector<Cluster> &parts, double limit)
{
    Cluster result;
    double x = 0;
    double y = 0;
    double shelf = 0;
    for (const Cluster &part : parts) {
        if (x > 0 && x + part.width > limit) {
            y += shelf + spacing.nodeGapY;
            x = 0;
            shelf = 0;
        }
        for (const auto &[id, box] : part.nodes)
            result.nodes.emplace_back(id, moved(box, x, y));
        result.width = std::max(result.width, x + part.width);
        result.height = std::max(result.height, y + part.height);
        shelf = std::max(shelf, part.height);
        x += part.width + spacing.nodeGapX / 2;
    }
    return result;
}

Cluster inColumns(const std::vector<NodeBox> &nodes, std::size_t columns)
{
    double width = 0;
    double height = 0;
    for (const NodeBox &node : nodes) {
        width = std::max(width, node.width);
        height = std::max(height, node.height);
    }
    Cluster result;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::size_t row = i / columns;
        const std::size_t column = i % columns;
        const double x = static_cast<double>(column) * (width + spacing.nodeGapX / 2);
        const double y = static_cast<double>(row) * (height + spacing.nodeGapY);
        result.nodes.emplace_back(nodes[i].id, Box{x, y, nodes[i].width, nodes[i].height});
        result.width = std::max(result.width, x + nodes[i].width);
        result.height = std::max(result.height, y + nodes[i].height);
    }
    return result;
}

} // namespace

Cluster grid(const std::vector<NodeBox> &nodes)
{
    Cluster best;
    double fault = std::numeric_limits<double>::max();
    const auto most = static_cast<std::size_t>(2 * std::sqrt(double(nodes.size()))) + 1;
    for (std::size_t columns = 1; columns <= std::min(most, nodes.size()); ++columns) {
        Cluster tried = inColumns(nodes, columns);
        const std::size_t rows = (nodes.size() + columns - 1) / columns;
        const double holes = double(rows * columns - nodes.size()) / double(nodes.size());
        const double thisFault = aspectFault(tried.width, tried.height) + holes / 2;
        if (thisFault < fault) {
            fault = thisFault;
            best = std::move(tried);
        }
    }
    return best;
}

Cluster shelved(std::vector<Cluster> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Cluster &a, const Cluster &b) { return a.height > b.height; });
    double widest = 0;
    double sum = 0;
    for (const Cluster &part : parts) {
        widest = std::max(widest, part.width);
        sum += part.width + spacing.nodeGapX;
    }
    Cluster best;
    double fault = std::numeric_limits<double>::max();
    for (int step = 0; step <= 24; ++step) {
        Cluster tried = onShelves(parts, widest + (sum - widest) * step / 24);
        const double thisFault = aspectFault(tried.width, tried.height);
        if (thisFault < fault) {
            fault = thisFault;
            best = std::move(tried);
        }
    }
    return best;
}

Box boxAround(const Cluster &cluster, const std::string &title)
{
    const double forTitle =
        static_cast<double>(title.size()) * spacing.titleCharacter + 2 * spacing.groupPadding;
    return {0, 0, std::max(cluster.width + 2 * spacing.groupPadding, forTitle),
            cluster.height + spacing.groupPadding + spacing.groupTitle};
}

Picture assemble(const Request &request, const std::vector<Interior> &interiors,
                 const Placer &placer)
{
    std::vector<Block> blocks;
    std::map<std::string, std::size_t> blockOfNode;
    for (const Interior &interior : interiors) {
        const Box box = boxAround(interior.cluster, interior.group);
        for (const auto &[id, placed] : interior.cluster.nodes)
            blockOfNode[id] = blocks.size();
        blocks.push_back({box.width, box.height});
    }
    std::map<std::pair<std::size_t, std::size_t>, double> flows;
    for (const Link &link : request.links) {
        const std::size_t from = blockOfNode.at(link.from);
        const std::size_t to = blockOfNode.at(link.to);
        if (from != to)
            flows[{from, to}] += std::log2(1.0 + link.weight);
    }

    Picture picture;
    const std::vector<Box> boxes = placer(blocks, flows);
    for (std::size_t i = 0; i < interiors.size(); ++i) {
        const Cluster &cluster = interiors[i].cluster;
        const Box &box = boxes[i];
        picture.groups[interiors[i].group] = box;
        picture.bounds = i == 0 ? box : united(picture.bounds, box);
        const double dx = box.x + (box.width - cluster.width) / 2;
        const double space =
            box.height - spacing.groupTitle - spacing.groupPadding - cluster.height;
        const double dy = box.y + spacing.groupTitle + space / 2;
        for (const auto &[id, placed] : cluster.nodes)
            picture.nodes[id] = moved(placed, dx, dy);
    }
    route(request, picture);
    return picture;
}

} // namespace meshwright::layout
