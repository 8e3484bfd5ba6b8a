// SPDX-License-Identifier: Apache-2.0
#include "meshwright/graph/questions.h"

#include "graph/ways.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace meshwright::graph {

namespace {

using Places = std::vector<std::size_t>;

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Tarjan's strongly connected components, without recursion: a company may be one long chain.
class Components
{
public:
    explicit Components(const Ways &ways)
        : m_ways(ways)
        , m_order(ways.down.size(), none)
        , m_low(ways.down.size(), none)
        , m_isOpen(ways.down.size(), false)
    {}

    /// Those of more than one context.
    std::vector<Places> find()
    {
        for (std::size_t i = 0; i < m_order.size(); ++i)
            if (m_order[i] == none)
                visit(i);
        return std::move(m_found);
    }

private:
    struct Frame
    {
        std::size_t at = 0;
        std::size_t next = 0; ///< index in its ways
    };

    void enter(std::size_t at)
    {
        m_order[at] = m_low[at] = m_count++;
        m_open.push_back(at);
        m_isOpen[at] = true;
        m_frames.push_back({at, 0});
    }

    void visit(std::size_t first)
    {
        enter(first);
        while (!m_frames.empty()) {
            Frame &frame = m_frames.back();
            const Places &ways = m_ways.down[frame.at];
            if (frame.next < ways.size()) {
                const std::size_t to = ways[frame.next++];
                if (m_order[to] == none)
                    enter(to);
                else if (m_isOpen[to])
                    m_low[frame.at] = std::min(m_low[frame.at], m_order[to]);
                continue;
            }
            leave();
        }
    }

    void leave()
    {
        const std::size_t at = m_frames.back().at;
        m_frames.pop_back();
        if (!m_frames.empty()) {
            std::size_t &outer = m_low[m_frames.back().at];
            outer = std::min(outer, m_low[at]);
        }
        if (m_low[at] != m_order[at])
            return;
        const auto first = std::find(m_open.begin(), m_open.end(), at);
        Places group(first, m_open.end());
        m_open.erase(first, m_open.end());
        for (const std::size_t each : group)
            m_isOpen[each] = false;
        std::sort(group.begin(), group.end());
        if (group.size() > 1)
            m_found.push_back(std::move(group));
    }

    const Ways &m_ways;
    Places m_order;
    Places m_low;
    std::vector<bool> m_isOpen;
    Places m_open;
    std::vector<Frame> m_frames;
    std::size_t m_count = 0;
    std::vector<Places> m_found;
};

std::vector<ContextId> idsOf(const Topology &topology, const Places &places)
{
    std::vector<ContextId> ids;
    for (const std::size_t place : places)
        ids.push_back(topology.contexts[place].id);
    return ids;
}

/// Who reads a topic by what the specs say, or by what was observed.
class Readers
{
public:
    explicit Readers(const Topology &topology)
        : m_topology(topology)
    {
        for (const Edge &edge : topology.edges)
            if (edge.source == EdgeSource::Observed)
                m_observed.emplace(edge.topic, edge.to);
    }

    bool isRead(const Topic &topic) const
    {
        const auto observed = m_observed.lower_bound({topic.name, {}});
        return (observed != m_observed.end() && observed->first == topic.name) ||
               isDeclared(topic.name,
                          [&](const ContextId &reader) { return reader != topic.owner; });
    }

    bool isRead(const TopicName &topic, const ContextId &by) const
    {
        return m_observed.contains({topic, by}) ||
               isDeclared(topic, [&](const ContextId &reader) { return reader == by; });
    }

private:
    template <typename Wanted>
    bool isDeclared(const TopicName &topic, const Wanted &wanted) const
    {
        const auto readers = m_topology.readersOf(topic);
        return std::any_of(readers.begin(), readers.end(),
                           [&](const Consumption *each) { return wanted(each->reader); });
    }

    const Topology &m_topology;
    std::set<std::pair<TopicName, ContextId>> m_observed;
};

void addOrphans(const Readers &readers, const Topic &topic, std::vector<Orphan> &list)
{
    const asyncapi::Channel &channel = topic.declaration();
    const bool isForOthers = topic.access && *topic.access != Access::Private;
    if (isForOthers && !channel.receives() && !readers.isRead(topic))
        list.push_back({topic.name, Lack::Reader, topic.owner});
    if (channel.receives() && !channel.sends())
        list.push_back({topic.name, Lack::Writer, topic.owner});
    std::set<ContextId> told;
    for (const Grant &grant : topic.grants)
        for (const ContextId &reader : grant.readers) {
            // A domain as a whole is not expected to read.
            const bool isNamed = grant.target == reader.value && reader != topic.owner;
            if (isNamed && !readers.isRead(topic.name, reader) && told.insert(reader).second)
                list.push_back({topic.name, Lack::Consumer, reader});
        }
}

} // namespace

std::map<ContextId, int> reach(const Topology &topology, const ContextId &focus,
                               Direction direction, std::optional<int> hops)
{
    std::map<ContextId, int> reached;
    const auto start = placeOf(topology, focus);
    if (!start)
        return reached;
    const Ways ways(topology, Ways::Edges::ConsumedOrGranted);
    std::vector<int> away(topology.contexts.size(), -1);
    away[*start] = 0;
    std::deque<std::size_t> open{*start};
    while (!open.empty()) {
        const std::size_t at = open.front();
        open.pop_front();
        reached.emplace(topology.contexts[at].id, away[at]);
        if (hops && away[at] >= *hops)
            continue;
        const auto follow = [&](const Places &next) {
            for (const std::size_t to : next)
                if (away[to] < 0) {
                    away[to] = away[at] + 1;
                    open.push_back(to);
                }
        };
        if (direction != Direction::Upstream)
            follow(ways.down[at]);
        if (direction != Direction::Downstream)
            follow(ways.up[at]);
    }
    return reached;
}

Topology partOf(const Topology &topology, const std::set<ContextId> &contexts)
{
    const auto isKept = [&](const ContextId &id) { return contexts.contains(id); };
    Topology part = topology;
    std::erase_if(part.contexts, [&](const Context &context) { return !isKept(context.id); });
    std::erase_if(part.topics, [&](const Topic &topic) { return !isKept(topic.owner); });
    std::erase_if(part.consumptions,
                  [&](const Consumption &consumption) { return !isKept(consumption.reader); });
    std::erase_if(part.edges,
                  [&](const Edge &edge) { return !isKept(edge.from) || !isKept(edge.to); });
    return part;
}

std::vector<ContextId> path(const Topology &topology, const ContextId &from, const ContextId &to)
{
    const auto start = placeOf(topology, from);
    const auto end = placeOf(topology, to);
    if (!start || !end)
        return {};
    const Ways ways(topology, Ways::Edges::Consumed);
    Places before(topology.contexts.size(), none);
    before[*start] = *start;
    std::deque<std::size_t> open{*start};
    while (!open.empty() && before[*end] == none) {
        const std::size_t at = open.front();
        open.pop_front();
        for (const std::size_t next : ways.down[at])
            if (before[next] == none) {
                before[next] = at;
                open.push_back(next);
            }
    }
    if (before[*end] == none)
        return {};
    Places steps{*end};
    while (steps.back() != *start)
        steps.push_back(before[steps.back()]);
    std::reverse(steps.begin(), steps.end());
    return idsOf(topology, steps);
}

std::vector<std::vector<ContextId>> cycles(const Topology &topology)
{
    const Ways ways(topology, Ways::Edges::Consumed);
    std::vector<std::vector<ContextId>> groups;
    for (const Places &group : Components(ways).find())
        groups.push_back(idsOf(topology, group));
    std::sort(groups.begin(), groups.end());
    return groups;
}

std::vector<Hub> hubs(const Topology &topology)
{
    constexpr int least = 5;
    constexpr double farAbove = 1.5; // times what is usual here
    const Ways ways(topology, Ways::Edges::Consumed);
    std::vector<Hub> list;
    int partners = 0;
    for (std::size_t i = 0; i < topology.contexts.size(); ++i) {
        Places both;
        std::set_union(ways.up[i].begin(), ways.up[i].end(), ways.down[i].begin(),
                       ways.down[i].end(), std::back_inserter(both));
        list.push_back({topology.contexts[i].id, static_cast<int>(ways.up[i].size()),
                        static_cast<int>(ways.down[i].size()), static_cast<int>(both.size())});
        partners += list.back().partners;
    }
    const double usual = list.empty() ? 0 : double(partners) / double(list.size());
    std::erase_if(list, [&](const Hub &hub) {
        return hub.partners < least || hub.partners < farAbove * usual;
    });
    std::stable_sort(list.begin(), list.end(),
                     [](const Hub &a, const Hub &b) { return a.partners > b.partners; });
    return list;
}

std::vector<Orphan> orphans(const Topology &topology)
{
    std::vector<Orphan> list;
    const Readers readers(topology);
    for (const Topic &topic : topology.topics)
        addOrphans(readers, topic, list);
    for (const Consumption &each : topology.consumptions)
        if (!topology.topic(each.topic))
            list.push_back({each.topic, Lack::Owner, each.reader});
    std::sort(list.begin(), list.end(), [](const Orphan &a, const Orphan &b) {
        return std::tie(a.topic, a.lack, a.context) < std::tie(b.topic, b.lack, b.context);
    });
    return list;
}

std::vector<Coupling> couplings(const Topology &topology, int least)
{
    struct Shared
    {
        std::set<TopicName> forth;
        std::set<TopicName> back;
    };

    std::map<std::pair<ContextId, ContextId>, Shared> pairs;
    for (const Edge &edge : topology.edges) {
        if (edge.kind != EdgeKind::Consumes || edge.from == edge.to)
            continue;
        const bool isForth = edge.from < edge.to;
        Shared &shared =
            pairs[isForth ? std::pair(edge.from, edge.to) : std::pair(edge.to, edge.from)];
        (isForth ? shared.forth : shared.back).insert(edge.topic);
    }
    std::vector<Coupling> list;
    for (const auto &[pair, shared] : pairs) {
        const Coupling found{pair.first, pair.second,
                             static_cast<int>(shared.forth.size() + shared.back.size()),
                             !shared.forth.empty() && !shared.back.empty()};
        if (found.topics >= least)
            list.push_back(found);
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Coupling &a, const Coupling &b) { return a.topics > b.topics; });
    return list;
}

} // namespace meshwright::graph
