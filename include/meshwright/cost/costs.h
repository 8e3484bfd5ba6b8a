// SPDX-License-Identifier: Apache-2.0
// What topics cost by what specs declare and the price list of meshwright.yaml: docs/costs.md.
#pragma once

#include "meshwright/plan/state.h"
#include "meshwright/topology/topology.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::cost {

/// Why a part of a topic's cost can't be known.
enum class Gap {
    Partitions, ///< their number is left to the broker
    Replicas,
    Volume,    ///< nothing says how much the topic holds
    Retention, ///< bytes a day are declared, and not for how long they stay
    Unlimited, ///< they stay for ever
    Malformed, ///< x-volume says no size
};

/// How many bytes one copy of a topic holds.
struct Retained
{
    double bytes = 0;
    bool isBound = false; ///< at most, by retention.bytes; otherwise as its owner expects

    bool operator==(const Retained &) const = default;
};

/// For a month. What is not known is absent, never 0.
struct TopicCost
{
    TopicName topic;
    ContextId context;
    std::string domain;
    std::optional<int> partitions;
    std::optional<int> replicas;
    std::optional<Retained> retained;
    std::optional<double> forPartitions;
    std::optional<double> forVolume;
    std::set<Gap> gaps;

    bool operator==(const TopicCost &) const = default;
    /// The sum of what is known.
    std::optional<double> amount() const;
};

/// Several topics' costs.
struct Sum
{
    std::size_t topics = 0;
    std::size_t incomplete = 0; ///< topics with a gap
    std::optional<double> forPartitions;
    std::optional<double> forVolume;
    std::map<Gap, std::size_t> gaps; ///< topics that have each

    bool operator==(const Sum &) const = default;
    std::optional<double> amount() const;
    void add(const TopicCost &cost);
};

/// Of each topic that the specs ask for, sorted by name. The environment's overrides count; null:
/// no environment.
std::vector<TopicCost> topicCosts(const Topology &topology, const PriceList &prices,
                                  const Environment *environment);

Sum sumOf(const std::vector<TopicCost> &costs);
std::map<std::string, Sum> byContext(const std::vector<TopicCost> &costs);
std::map<std::string, Sum> byDomain(const std::vector<TopicCost> &costs);

/// What an edit makes of costs: sums of those topics that cost something else before than after.
struct Change
{
    Sum before;
    Sum after;
    Sum gone; ///< of what no spec asks for any more: paid for until it is off the cluster
};

/// By the price list and the environment of `before`; nothing where there is no price list, or no
/// topic's cost changes.
std::optional<Change> changeOf(const Topology &before, const Topology &after);

std::string_view nameOf(Gap gap); ///< partitions, replicas, volume, retention, unlimited, malformed
std::string_view describe(Gap gap); ///< volume not declared

} // namespace meshwright::cost
