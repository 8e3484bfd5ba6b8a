// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/compare/compare.h"

#include <map>
#include <utility>

namespace meshwright::compare {

/// How something stands in two states that are laid over each other.
enum class Mark { Same, Added, Removed, Changed };

/// Two states of a company as one: all that either has, and how it differs. What is the same has no
/// mark.
struct Overlay
{
    /// What both have, as the next state has it.
    TopologyPtr both;
    std::map<ContextId, Mark> contexts;
    std::map<TopicName, Mark> topics;
    /// From the context that gives to the one that reads: what is consumed or granted.
    std::map<std::pair<ContextId, ContextId>, Mark> flows;

    bool isEmpty() const { return contexts.empty() && topics.empty() && flows.empty(); }

    Mark of(const ContextId &context) const;
    Mark of(const TopicName &topic) const;
    Mark of(const ContextId &from, const ContextId &to) const;
};

/// How many of each.
struct MarkCounts
{
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t changed = 0;

    bool operator==(const MarkCounts &) const = default;
};

template <typename Key>
MarkCounts countMarks(const std::map<Key, Mark> &marks)
{
    MarkCounts counts;
    for (const auto &[key, mark] : marks) {
        counts.added += mark == Mark::Added ? 1 : 0;
        counts.removed += mark == Mark::Removed ? 1 : 0;
        counts.changed += mark == Mark::Changed ? 1 : 0;
    }
    return counts;
}

/// `comparison` is that of the two. A context or a topic that was renamed is removed by its old
/// name and added by its new one.
Overlay overlaid(const Topology &base, const Topology &next, const Comparison &comparison);

std::string_view nameOf(Mark mark); ///< same, added, removed, changed

} // namespace meshwright::compare
