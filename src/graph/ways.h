// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <optional>
#include <vector>

namespace meshwright::graph {

/// Which contexts data goes to directly, by their places in `Topology::contexts`.
struct Ways
{
    enum class Edges { Consumed, ConsumedOrGranted };

    Ways(const Topology &topology, Edges edges);

    std::vector<std::vector<std::size_t>> down; ///< sorted, each once, never itself
    std::vector<std::vector<std::size_t>> up;
};

std::optional<std::size_t> placeOf(const Topology &topology, const ContextId &id);

} // namespace meshwright::graph
