// SPDX-License-Identifier: Apache-2.0
#include "graph/ways.h"

#include <algorithm>

namespace meshwright::graph {

namespace {

void sortOnce(std::vector<std::vector<std::size_t>> &lists)
{
    for (auto &list : lists) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
}

} // namespace

Ways::Ways(const Topology &topology, Edges edges)
    : down(topology.contexts.size())
    , up(topology.contexts.size())
{
    for (const Edge &edge : topology.edges) {
        const bool counts = edge.kind == EdgeKind::Consumes ||
                            (edge.kind == EdgeKind::Granted && edges == Edges::ConsumedOrGranted);
        if (!counts || edge.from == edge.to)
            continue;
        const auto from = placeOf(topology, edge.from);
        const auto to = placeOf(topology, edge.to);
        if (!from || !to)
            continue;
        down[*from].push_back(*to);
        up[*to].push_back(*from);
    }
    sortOnce(down);
    sortOnce(up);
}

std::optional<std::size_t> placeOf(const Topology &topology, const ContextId &id)
{
    const Context *found = topology.context(id);
    return found ? std::optional(static_cast<std::size_t>(found - topology.contexts.data()))
                 : std::nullopt;
}

} // namespace meshwright::graph
