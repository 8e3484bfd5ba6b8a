// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/graphpicture.h"
#include "meshwright/topology/topology.h"

#include <optional>
#include <set>
#include <string>

namespace meshwright::report {

/// The graph as docs/formats.md says: contexts, topics and edges, sorted.
std::string graphJson(const Topology &topology);
/// For Graphviz: domains as clusters, one edge for all topics between two contexts.
std::string graphDot(const Topology &topology);
/// A Mermaid flowchart, for Markdown.
std::string graphMermaid(const Topology &topology);
/// The picture that the window draws, in light colours, with real text and a legend. `picture` is
/// that of layout::requestFor(content).
std::string graphSvg(const layout::GraphContent &content, const layout::Picture &picture);
/// A page in one file, which needs nothing else and asks nobody: that picture, to be panned, zoomed
/// and searched, with what each context owns and who reads it.
std::string graphHtml(const layout::GraphContent &content, const layout::Picture &picture);
/// A diagram of draw.io, uncompressed: that picture, with domains that hold their contexts, and
/// flows that go along when a context is moved.
std::string graphDrawio(const layout::GraphContent &content, const layout::Picture &picture);
/// A workspace in the Structurizr DSL, for C4 tools.
std::string graphStructurizr(const Topology &topology);
/// C4-PlantUML, by the library that PlantUML brings along.
std::string graphPlantUml(const Topology &topology);
/// The context map as Markdown: domains, contexts, topics with their readers, and what stands out
/// (cycles, hubs, orphans, coupling). `shown`: only these contexts, and what stands out of them;
/// nothing means all. `picture`: a file that is shown above, or empty.
std::string contextMap(const Topology &topology, const std::optional<std::set<ContextId>> &shown,
                       const std::string &picture);

} // namespace meshwright::report
