// SPDX-License-Identifier: Apache-2.0
#include "meshwright/cost/costs.h"

#include "cost/retained.h"

namespace meshwright::cost {

namespace {

constexpr double gibibyte = 1024.0 * 1024 * 1024;

std::optional<int> countOf(const std::optional<int> &written)
{
    return written && *written > 0 ? written : std::nullopt; // rules report any other
}

std::optional<double> added(const std::optional<double> &one, const std::optional<double> &other)
{
    if (!one || !other)
        return one ? one : other;
    return *one + *other;
}

void reckonPartitions(TopicCost &cost, double price)
{
    if (!cost.partitions)
        cost.gaps.insert(Gap::Partitions);
    if (!cost.replicas)
        cost.gaps.insert(Gap::Replicas);
    if (cost.partitions && cost.replicas)
        cost.forPartitions = price * *cost.partitions * *cost.replicas;
}

void reckonVolume(TopicCost &cost, const RetainedOrGap &volume, double price)
{
    cost.retained = volume.retained;
    if (volume.gap)
        cost.gaps.insert(*volume.gap);
    if (!cost.replicas)
        cost.gaps.insert(Gap::Replicas);
    if (cost.retained && cost.replicas)
        cost.forVolume = price * cost.retained->bytes / gibibyte * *cost.replicas;
}

TopicCost costOf(const Topology &topology, DesiredTopic wanted, const PriceList &prices)
{
    wanted.partitions = countOf(wanted.partitions);
    TopicCost cost;
    cost.topic = wanted.name;
    cost.context = wanted.context;
    cost.partitions = wanted.partitions;
    cost.replicas = countOf(wanted.replicas);
    if (const Context *context = topology.context(wanted.context))
        cost.domain = context->domain;
    const Topic *topic = topology.topic(wanted.name);
    if (prices.partition)
        reckonPartitions(cost, *prices.partition);
    if (prices.gibibyte)
        reckonVolume(cost, retainedBy(wanted, topic ? topic->declaration().volume : std::nullopt),
                     *prices.gibibyte);
    return cost;
}

template <typename Key>
std::map<std::string, Sum> summed(const std::vector<TopicCost> &costs, const Key &keyOf)
{
    std::map<std::string, Sum> sums;
    for (const TopicCost &cost : costs)
        sums[keyOf(cost)].add(cost);
    return sums;
}

std::map<TopicName, TopicCost> byName(const std::vector<TopicCost> &costs)
{
    std::map<TopicName, TopicCost> named;
    for (const TopicCost &cost : costs)
        named.emplace(cost.topic, cost);
    return named;
}

bool costsTheSame(TopicCost one, const TopicCost &other)
{
    one.context = other.context; // who pays is another question
    one.domain = other.domain;
    return one == other;
}

} // namespace

std::optional<double> TopicCost::amount() const
{
    return added(forPartitions, forVolume);
}

std::optional<double> Sum::amount() const
{
    return added(forPartitions, forVolume);
}

void Sum::add(const TopicCost &cost)
{
    ++topics;
    incomplete += cost.gaps.empty() ? 0 : 1;
    forPartitions = added(forPartitions, cost.forPartitions);
    forVolume = added(forVolume, cost.forVolume);
    for (const Gap gap : cost.gaps)
        ++gaps[gap];
}

std::vector<TopicCost> topicCosts(const Topology &topology, const PriceList &prices,
                                  const Environment *environment)
{
    std::vector<TopicCost> costs;
    for (DesiredTopic &wanted : desiredState(topology, environment).topics)
        costs.push_back(costOf(topology, std::move(wanted), prices));
    return costs;
}

Sum sumOf(const std::vector<TopicCost> &costs)
{
    Sum sum;
    for (const TopicCost &cost : costs)
        sum.add(cost);
    return sum;
}

std::map<std::string, Sum> byContext(const std::vector<TopicCost> &costs)
{
    return summed(costs, [](const TopicCost &cost) { return cost.context.value; });
}

std::map<std::string, Sum> byDomain(const std::vector<TopicCost> &costs)
{
    return summed(costs, [](const TopicCost &cost) { return cost.domain; });
}

std::optional<Change> changeOf(const Topology &before, const Topology &after)
{
    const Settings &settings = before.workspace->settings();
    if (!settings.costs)
        return std::nullopt;
    const Environment *environment = settings.environment(settings.costs->environment);
    const auto old = byName(topicCosts(before, *settings.costs, environment));
    const auto now = byName(topicCosts(after, *settings.costs, environment));
    Change change;
    for (const auto &[name, cost] : old) {
        const auto same = now.find(name);
        if (same == now.end())
            change.gone.add(cost);
        if (same == now.end() || !costsTheSame(same->second, cost))
            change.before.add(cost);
    }
    for (const auto &[name, cost] : now)
        if (const auto same = old.find(name);
            same == old.end() || !costsTheSame(same->second, cost))
            change.after.add(cost);
    if (change.before == Sum() && change.after == Sum())
        return std::nullopt;
    return change;
}

std::string_view nameOf(Gap gap)
{
    switch (gap) {
    case Gap::Partitions:
        return "partitions";
    case Gap::Replicas:
        return "replicas";
    case Gap::Volume:
        return "volume";
    case Gap::Retention:
        return "retention";
    case Gap::Unlimited:
        return "unlimited";
    case Gap::Malformed:
        break;
    }
    return "malformed";
}

std::string_view describe(Gap gap)
{
    switch (gap) {
    case Gap::Partitions:
        return "partitions not declared";
    case Gap::Replicas:
        return "replicas not declared";
    case Gap::Volume:
        return "volume not declared";
    case Gap::Retention:
        return "retention.ms not declared";
    case Gap::Unlimited:
        return "kept for ever";
    case Gap::Malformed:
        break;
    }
    return "x-volume says no size";
}

} // namespace meshwright::cost
