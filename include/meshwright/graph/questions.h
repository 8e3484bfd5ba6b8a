// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

// What people ask of the graph: who depends on whom, by which way, and what stands out.
namespace meshwright::graph {

/// Along the data: towards those it comes from, towards those that read it, or both.
enum class Direction { Upstream, Downstream, Both };

/// Contexts that data links to `focus`, each with its number of hops (0 for `focus` itself).
/// Consumed and merely granted topics count alike. `hops`: how far; nothing means all the way.
std::map<ContextId, int> reach(const Topology &topology, const ContextId &focus,
                               Direction direction, std::optional<int> hops);

/// The part of a topology that has these contexts alone: what `graph --focus` shows.
Topology partOf(const Topology &topology, const std::set<ContextId> &contexts);

/// The contexts on a shortest way of consumed data, both ends included; the first by name of those
/// that are equally short. Empty where no data gets there.
std::vector<ContextId> path(const Topology &topology, const ContextId &from, const ContextId &to);

/// Contexts that read, over any number of others, what became of their own data. Each group is
/// sorted, and as large as it can be.
std::vector<std::vector<ContextId>> cycles(const Topology &topology);

/// A context, and how many others it reads from and is read by.
struct Hub
{
    ContextId context;
    int sources = 0;
    int readers = 0;
    int partners = 0; ///< one that is both counts once
};

/// Contexts with at least five partners, and half as many again as is usual here; those with the
/// most first.
std::vector<Hub> hubs(const Topology &topology);

enum class Lack {
    Reader,   ///< others may read it, and nobody does
    Writer,   ///< its owner says only that it reads it
    Owner,    ///< somebody reads it, and nobody here has it
    Consumer, ///< a context was granted it, and does not read it
};

/// A topic that lacks one of its sides.
struct Orphan
{
    TopicName topic;
    Lack lack = Lack::Reader;
    ContextId context; ///< the owner; for Owner and Consumer the one that reads, or could

    bool operator==(const Orphan &) const = default;
};

/// Sorted by topic.
std::vector<Orphan> orphans(const Topology &topology);

/// Two contexts that share many topics.
struct Coupling
{
    ContextId first; ///< the one of the two that comes first by name
    ContextId second;
    int topics = 0; ///< in both directions
    bool isMutual = false;
};

/// Pairs that share at least `least` topics; those with the most first.
std::vector<Coupling> couplings(const Topology &topology, int least = 4);

} // namespace meshwright::graph
