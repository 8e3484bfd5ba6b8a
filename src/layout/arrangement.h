// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "columns.h"
#include "meshwright/layout/layout.h"

#include <functional>
#include <string>
#include <vector>

namespace meshwright::layout {

/// Room around and between things, in pixels at 100 %.
struct Spacing
{
    double groupPadding = 20;
    double groupTitle = 36;
    double columnGap = 84; ///< between columns of groups: where the edges run
    double rowGap = 44;
    double nodeGapX = 64;
    double nodeGapY = 26;
    double titleCharacter = 8.5;
};

inline constexpr Spacing spacing;
inline constexpr double wantedAspect = 1.45;

/// Placed nodes, relative to their own top left corner.
struct Cluster
{
    std::vector<std::pair<std::string, Box>> nodes;
    double width = 0;
    double height = 0;
};

/// The nodes row by row in about the wanted aspect ratio.
Cluster grid(const std::vector<NodeBox> &nodes);
/// Several clusters (connected parts) side by side on shelves.
Cluster shelved(std::vector<Cluster> parts);

/// The nodes of one group, placed within it.
struct Interior
{
    std::string group;
    Cluster cluster;
};

/// Boxes for blocks, in their order.
using Placer = std::function<std::vector<Box>(const std::vector<Block> &, const Flows &)>;

/// The whole picture: groups in columns so that data flows to the right, the edges short and the
/// whole about 1.45 : 1, or as `placer` says; then the edges.
Picture assemble(const Request &request, const std::vector<Interior> &interiors,
                 const Placer &placer = placeInColumns);

/// The room a group's box takes around its nodes, title included.
Box boxAround(const Cluster &cluster, const std::string &title);

/// Every edge as one curve from box to box, at right angles to them, around other nodes where a
/// single curve can.
void route(const Request &request, Picture &picture);

} // namespace meshwright::layout
