// SPDX-License-Identifier: Apache-2.0
#include "meshwright/compare/overlay.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace meshwright::compare {

namespace {

template <typename Key>
Mark markOf(const std::map<Key, Mark> &marks, const Key &key)
{
    const auto found = marks.find(key);
    return found == marks.end() ? Mark::Same : found->second;
}

/// What `base` has and `next` lacks goes to its place among the items of `next`.
template <typename Item, typename KeyOf>
std::vector<Item> joined(const std::vector<Item> &base, const std::vector<Item> &next, KeyOf keyOf)
{
    const auto before = [&keyOf](const Item &a, const Item &b) { return keyOf(a) < keyOf(b); };
    std::vector<Item> gone;
    for (const Item &item : base)
        if (!std::binary_search(next.begin(), next.end(), item, before))
            gone.push_back(item);
    std::vector<Item> all;
    std::merge(next.begin(), next.end(), gone.begin(), gone.end(), std::back_inserter(all), before);
    return all;
}

auto keyOfEdge(const Edge &edge)
{
    return std::tie(edge.topic, edge.kind, edge.from, edge.to, edge.source);
}

TopologyPtr bothOf(const Topology &base, const Topology &next)
{
    auto both = std::make_shared<Topology>();
    both->workspace = next.workspace;
    both->contexts =
        joined(base.contexts, next.contexts, [](const Context &each) { return each.id; });
    both->topics = joined(base.topics, next.topics, [](const Topic &each) { return each.name; });
    both->consumptions = joined(base.consumptions, next.consumptions, [](const Consumption &each) {
        return std::tie(each.topic, each.reader);
    });
    both->edges = joined(base.edges, next.edges, keyOfEdge);
    return both;
}

using Flows = std::map<std::pair<ContextId, ContextId>, std::set<std::pair<EdgeKind, TopicName>>>;

/// Of topics that are there: who reads one that is gone gets nothing.
Flows flowsOf(const Topology &topology)
{
    Flows flows;
    for (const Edge &edge : topology.edges)
        if (edge.kind != EdgeKind::Produces && edge.from != edge.to &&
            edge.source != EdgeSource::Observed && topology.topic(edge.topic))
            flows[{edge.from, edge.to}].insert({edge.kind, edge.topic});
    return flows;
}

void markFlows(const Topology &base, const Topology &next, Overlay &overlay)
{
    const Flows before = flowsOf(base);
    const Flows after = flowsOf(next);
    for (const auto &[pair, topics] : before) {
        const auto now = after.find(pair);
        if (now == after.end())
            overlay.flows[pair] = Mark::Removed;
        else if (now->second != topics)
            overlay.flows[pair] = Mark::Changed;
    }
    for (const auto &[pair, topics] : after)
        if (!before.contains(pair))
            overlay.flows[pair] = Mark::Added;
}

template <typename Item, typename KeyOf, typename Key>
void markComingAndGoing(const std::vector<Item> &base, const std::vector<Item> &next, KeyOf keyOf,
                        std::map<Key, Mark> &marks)
{
    std::set<Key> before;
    for (const Item &item : base)
        before.insert(keyOf(item));
    for (const Item &item : next)
        if (before.erase(keyOf(item)) == 0)
            marks[keyOf(item)] = Mark::Added;
    for (const Key &key : before)
        marks[key] = Mark::Removed;
}

} // namespace

Mark Overlay::of(const ContextId &context) const
{
    return markOf(contexts, context);
}

Mark Overlay::of(const TopicName &topic) const
{
    return markOf(topics, topic);
}

Mark Overlay::of(const ContextId &from, const ContextId &to) const
{
    return markOf(flows, std::pair(from, to));
}

Overlay overlaid(const Topology &base, const Topology &next, const Comparison &comparison)
{
    Overlay overlay;
    overlay.both = bothOf(base, next);
    markComingAndGoing(
        base.contexts, next.contexts, [](const Context &each) { return each.id; },
        overlay.contexts);
    markComingAndGoing(
        base.topics, next.topics, [](const Topic &each) { return each.name; }, overlay.topics);
    markFlows(base, next, overlay);
    for (const Change &change : comparison.changes) {
        if (overlay.both->context(change.context))
            overlay.contexts.emplace(change.context, Mark::Changed);
        const Topic *topic = overlay.both->topic(change.topic);
        if (topic && topic->owner == change.context)
            overlay.topics.emplace(change.topic, Mark::Changed);
    }
    return overlay;
}

std::string_view nameOf(Mark mark)
{
    switch (mark) {
    case Mark::Added:
        return "added";
    case Mark::Removed:
        return "removed";
    case Mark::Changed:
        return "changed";
    case Mark::Same:
        break;
    }
    return "same";
}

} // namespace meshwright::compare
