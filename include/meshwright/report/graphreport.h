// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/layout.h"
#include "meshwright/topology/topology.h"

#include <string>

namespace meshwright::report {

/// The graph as docs/formats.md says: contexts, topics and edges, sorted.
std::string graphJson(const Topology &topology);
/// For Graphviz: domains as clusters, one edge for all topics between two contexts.
std::string graphDot(const Topology &topology);
/// A Mermaid flowchart, for Markdown.
std::string graphMermaid(const Topology &topology);
/// The picture that the window draws, in light colours, with real text and a legend. `picture` is
/// that of layout::requestFor(topology).
std::string graphSvg(const Topology &topology, const layout::Picture &picture);

} // namespace meshwright::report
