// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/topology.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace meshwright {

std::string grantTag(std::string_view target)
{
    return std::string(grantPrefix) + std::string(target);
}

bool isGranted(const Topic &topic, const ContextId &reader)
{
    return std::any_of(topic.grants.begin(), topic.grants.end(), [&](const Grant &grant) {
        return grant.toEverybody ||
               std::binary_search(grant.readers.begin(), grant.readers.end(), reader);
    });
}

bool mayRead(const Topic &topic, const ContextId &reader)
{
    return topic.owner == reader || topic.access == Access::Public ||
           (topic.access == Access::Protected && isGranted(topic, reader));
}

bool declaresReading(const Consumption &consumption)
{
    return !consumption.writes || consumption.declaration().receives();
}

const Context *Topology::context(const ContextId &id) const
{
    const auto found =
        std::lower_bound(contexts.begin(), contexts.end(), id,
                         [](const Context &each, const ContextId &key) { return each.id < key; });
    return found != contexts.end() && found->id == id ? &*found : nullptr;
}

const Topic *Topology::topic(const TopicName &name) const
{
    const auto found =
        std::lower_bound(topics.begin(), topics.end(), name,
                         [](const Topic &each, const TopicName &key) { return each.name < key; });
    return found != topics.end() && found->name == name ? &*found : nullptr;
}

std::vector<const Topic *> Topology::topicsOf(const ContextId &id) const
{
    // Every topic that a context owns starts with its id and a separator.
    std::vector<const Topic *> result;
    const TopicName first{id.value + '.'};
    auto each =
        std::lower_bound(topics.begin(), topics.end(), first,
                         [](const Topic &topic, const TopicName &key) { return topic.name < key; });
    for (; each != topics.end() && each->name.value.starts_with(first.value); ++each)
        if (each->owner == id)
            result.push_back(&*each);
    return result;
}

std::vector<const Consumption *> Topology::consumptionsOf(const ContextId &reader) const
{
    std::vector<const Consumption *> result;
    for (const auto &each : consumptions)
        if (each.reader == reader)
            result.push_back(&each);
    return result;
}

std::vector<const Consumption *> Topology::readersOf(const TopicName &name) const
{
    std::vector<const Consumption *> result;
    auto each = std::lower_bound(consumptions.begin(), consumptions.end(), name,
                                 [](const Consumption &consumption, const TopicName &key) {
                                     return consumption.topic < key;
                                 });
    for (; each != consumptions.end() && each->topic == name; ++each)
        result.push_back(&*each);
    return result;
}

std::vector<std::string> Topology::domains() const
{
    std::set<std::string> names;
    for (const auto &each : contexts)
        names.insert(each.domain);
    return {names.begin(), names.end()};
}

std::vector<ContextId> neighbours(const Topology &topology, const ContextId &focus, int hops)
{
    std::unordered_map<std::string_view, std::vector<const ContextId *>> linked;
    for (const auto &edge : topology.edges) {
        if (edge.from == edge.to)
            continue;
        linked[edge.from.value].push_back(&edge.to);
        linked[edge.to.value].push_back(&edge.from);
    }
    std::set<ContextId> reached{focus};
    std::vector<ContextId> frontier{focus};
    for (int hop = 0; hop < hops && !frontier.empty(); ++hop) {
        std::vector<ContextId> next;
        for (const auto &id : frontier)
            for (const auto *other : linked[id.value])
                if (reached.insert(*other).second)
                    next.push_back(*other);
        frontier = std::move(next);
    }
    return {reached.begin(), reached.end()};
}

} // namespace meshwright
