// SPDX-License-Identifier: Apache-2.0
#include "meshwright/graph/observed.h"

#include "graph/traffic.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace meshwright::graph {

namespace {

/// The longest id of a context that `name` begins with, followed by one of the separators.
std::optional<ContextId> longestPrefix(const Topology &topology, std::string_view name,
                                       std::string_view separators)
{
    for (auto end = name.find_last_of(separators); end != std::string_view::npos && end > 0;
         end = name.find_last_of(separators, end - 1))
        if (const auto *context = topology.context({std::string(name.substr(0, end))}))
            return context->id;
    return std::nullopt;
}

std::optional<ContextId> ownerOf(const Topology &topology, const TopicName &name)
{
    const Topic *topic = topology.topic(name);
    return topic ? topic->owner : longestPrefix(topology, name.value, ".");
}

void add(std::optional<std::int64_t> &sum, const std::optional<std::int64_t> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

void add(std::optional<double> &sum, const std::optional<double> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

/// A sum with a part that nobody knows is not known either.
void addMembers(Figures &figures, bool isKnown, int more)
{
    if (isKnown && figures.members)
        *figures.members += more;
    else
        figures.members.reset();
}

Figures noneYet()
{
    return {0, std::nullopt, std::nullopt};
}

std::set<std::string> topicsOf(const ConsumerGroup &group)
{
    std::set<std::string> topics;
    for (const auto &[topic, offsets] : group.committed)
        topics.insert(topic);
    if (group.members)
        for (const GroupMember &member : *group.members)
            topics.insert(member.topics.begin(), member.topics.end());
    return topics;
}

class Comparison
{
public:
    Comparison(const Topology &topology, const Observation &now, const Observation *before)
        : m_topology(topology)
        , m_now(now)
        , m_traffic(now, before)
    {}

    Observed run()
    {
        m_observed.isComplete = m_now.groups.isComplete;
        m_observed.runsConsumers = m_now.groups.runsConsumers;
        for (const TopicEnds &topic : m_now.topics)
            addTopic(topic);
        for (const GroupReading &group : m_now.groups.groups)
            addGroup(group);
        for (auto &[key, reading] : m_readings)
            m_observed.readings.push_back(std::move(reading));
        addUndeclared();
        addUnread();
        addIdleGrants();
        addMissingTopics();
        sortMismatches();
        return std::move(m_observed);
    }

private:
    using Key = std::pair<TopicName, ContextId>;

    void addTopic(const TopicEnds &topic)
    {
        const TopicName name{topic.topic};
        const auto owner = ownerOf(m_topology, name);
        if (!owner)
            return;
        Figures figures = noneYet();
        figures.perSecond = m_traffic.written(topic);
        m_observed.topics.emplace(name, figures);
        if (!m_topology.topic(name) && !isOfStreams(topic.topic))
            addMismatch(Mismatch::Kind::StrayTopic, name, {*owner});
    }

    void addGroup(const GroupReading &reading)
    {
        ++m_observed.groups;
        const auto context = contextOfGroup(m_topology, reading.id);
        if (!reading.group) {
            ++m_observed.unknownGroups;
            if (context)
                m_notKnown.insert(*context);
            else
                addStray(reading.id, {});
            return;
        }
        const auto topics = topicsOf(*reading.group);
        for (const std::string &topic : topics)
            addToTopic(*reading.group, topic);
        if (!context)
            return addStray(reading.id, topics);
        for (const std::string &topic : topics)
            addReading(*reading.group, topic, *context);
        addFlowMembers(*reading.group, *context, topics);
    }

    void addToTopic(const ConsumerGroup &group, const std::string &topic)
    {
        const auto known = m_observed.topics.find({topic});
        if (known == m_observed.topics.end())
            return;
        addMembers(known->second, group.members.has_value(), membersWith(group, topic));
        add(known->second.lag, m_traffic.lag(group, topic));
    }

    void addReading(const ConsumerGroup &group, const std::string &topic, const ContextId &reader)
    {
        const TopicName name{topic};
        auto [place, isNew] = m_readings.try_emplace({name, reader});
        Reading &reading = place->second;
        if (isNew)
            reading = {name, ownerOf(m_topology, name), reader, {}, noneYet()};
        reading.groups.push_back(group.id); // sorted, as the groups are
        const auto lag = m_traffic.lag(group, topic);
        const auto rate = m_traffic.read(group, topic);
        addMembers(reading.figures, group.members.has_value(), membersWith(group, topic));
        add(reading.figures.lag, lag);
        add(reading.figures.perSecond, rate);
        if (!reading.owner || *reading.owner == reader)
            return;
        Figures &flow = flowOf(*reading.owner, reader);
        add(flow.lag, lag);
        add(flow.perSecond, rate);
    }

    /// A consumer counts once, however many topics of the flow it reads.
    void addFlowMembers(const ConsumerGroup &group, const ContextId &reader,
                        const std::set<std::string> &topics)
    {
        std::map<ContextId, int> members;
        for (const std::string &topic : topics)
            if (const auto owner = ownerOf(m_topology, {topic}); owner && *owner != reader)
                members.emplace(*owner, 0);
        if (group.members)
            for (const GroupMember &member : *group.members) {
                std::set<ContextId> owners;
                for (const std::string &topic : member.topics)
                    if (const auto owner = ownerOf(m_topology, {topic}); owner && *owner != reader)
                        owners.insert(*owner);
                for (const ContextId &owner : owners)
                    ++members[owner];
            }
        for (const auto &[owner, count] : members)
            addMembers(flowOf(owner, reader), group.members.has_value(), count);
    }

    Figures &flowOf(const ContextId &from, const ContextId &to)
    {
        return m_observed.flows.try_emplace({from, to}, noneYet()).first->second;
    }

    static int membersWith(const ConsumerGroup &group, const std::string &topic)
    {
        if (!group.members)
            return 0;
        return static_cast<int>(std::count_if(
            group.members->begin(), group.members->end(), [&](const GroupMember &member) {
                return std::binary_search(member.topics.begin(), member.topics.end(), topic);
            }));
    }

    void addStray(const std::string &group, const std::set<std::string> &topics)
    {
        std::set<ContextId> owners;
        for (const std::string &topic : topics)
            if (const auto owner = ownerOf(m_topology, {topic}))
                owners.insert(*owner);
        m_observed.mismatches.push_back(
            {Mismatch::Kind::StrayGroup, {}, group, {owners.begin(), owners.end()}});
    }

    void addUndeclared()
    {
        std::set<Key> declared;
        for (const Consumption &each : m_topology.consumptions)
            declared.insert({each.topic, each.reader});
        for (const Reading &reading : m_observed.readings)
            if (reading.owner != reading.reader &&
                !declared.contains({reading.topic, reading.reader}))
                addMismatch(Mismatch::Kind::Undeclared, reading.topic,
                            sides(reading.owner, reading.reader));
    }

    void addUnread()
    {
        for (const Consumption &each : m_topology.consumptions)
            if (declaresReading(each) && each.owner != each.reader &&
                isKnownIdle(each.topic, each.reader))
                addMismatch(Mismatch::Kind::Unread, each.topic, sides(each.owner, each.reader));
    }

    /// A domain as a whole is not expected to read.
    void addIdleGrants()
    {
        for (const Topic &topic : m_topology.topics)
            for (const Grant &grant : topic.grants)
                for (const ContextId &reader : grant.readers) {
                    const auto readers = m_topology.readersOf(topic.name);
                    const bool isDeclared =
                        std::any_of(readers.begin(), readers.end(),
                                    [&](const auto *each) { return each->reader == reader; });
                    if (grant.target == reader.value && reader != topic.owner && !isDeclared &&
                        isKnownIdle(topic.name, reader))
                        addMismatch(Mismatch::Kind::IdleGrant, topic.name, {topic.owner, reader});
                }
    }

    void addMissingTopics()
    {
        for (const Topic &topic : m_topology.topics)
            if (!m_traffic.isThere(topic.name.value))
                addMismatch(Mismatch::Kind::MissingTopic, topic.name, {topic.owner});
    }

    /// Whether the topic is there, and no group of the context can have read it unseen.
    bool isKnownIdle(const TopicName &topic, const ContextId &reader) const
    {
        return m_now.groups.isComplete && m_now.groups.runsConsumers &&
               !m_notKnown.contains(reader) && m_traffic.isThere(topic.value) &&
               !m_readings.contains({topic, reader});
    }

    static std::vector<ContextId> sides(const std::optional<ContextId> &owner,
                                        const ContextId &reader)
    {
        return owner ? std::vector{*owner, reader} : std::vector{reader};
    }

    void addMismatch(Mismatch::Kind kind, const TopicName &topic, std::vector<ContextId> contexts)
    {
        m_observed.mismatches.push_back({kind, topic, {}, std::move(contexts)});
    }

    /// What a spec says twice is one mismatch.
    void sortMismatches()
    {
        auto &list = m_observed.mismatches;
        std::sort(list.begin(), list.end(), [](const Mismatch &a, const Mismatch &b) {
            return std::tie(a.kind, a.topic, a.group, a.contexts) <
                   std::tie(b.kind, b.topic, b.group, b.contexts);
        });
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }

    const Topology &m_topology;
    const Observation &m_now;
    Traffic m_traffic;
    std::map<Key, Reading> m_readings;
    std::set<ContextId> m_notKnown; ///< have a group that could not be read
    Observed m_observed;
};

} // namespace

std::optional<ContextId> contextOfGroup(const Topology &topology, std::string_view group)
{
    if (const auto *context = topology.context({std::string(group)}))
        return context->id;
    return longestPrefix(topology, group, ".-_");
}

std::string_view nameOf(Mismatch::Kind kind)
{
    switch (kind) {
    case Mismatch::Kind::Undeclared:
        return "undeclared";
    case Mismatch::Kind::Unread:
        return "unread";
    case Mismatch::Kind::IdleGrant:
        return "idle-grant";
    case Mismatch::Kind::StrayGroup:
        return "stray-group";
    case Mismatch::Kind::MissingTopic:
        return "missing-topic";
    case Mismatch::Kind::StrayTopic:
        return "stray-topic";
    }
    return {};
}

std::set<FlowId> Observed::mismatchedFlows() const
{
    std::set<FlowId> flows;
    for (const Mismatch &each : mismatches)
        if (each.contexts.size() == 2 && each.kind <= Mismatch::Kind::IdleGrant)
            flows.emplace(each.contexts[0], each.contexts[1]);
    return flows;
}

bool Observed::isAlike(const Observed &other) const
{
    const auto same = [](const Reading &a, const Reading &b) {
        return std::tie(a.topic, a.reader) == std::tie(b.topic, b.reader);
    };
    return mismatches == other.mismatches &&
           std::equal(readings.begin(), readings.end(), other.readings.begin(),
                      other.readings.end(), same);
}

Observed seenBy(const Topology &topology, const Observation &now, const Observation *before)
{
    return Comparison(topology, now, before).run();
}

Observed partOf(const Observed &observed, const std::set<ContextId> &contexts)
{
    const auto isKept = [&](const ContextId &id) { return contexts.contains(id); };
    Observed part = observed;
    std::erase_if(part.readings, [&](const Reading &each) {
        return !isKept(each.reader) || (each.owner && !isKept(*each.owner));
    });
    std::erase_if(part.flows, [&](const auto &each) {
        return !isKept(each.first.first) || !isKept(each.first.second);
    });
    std::erase_if(part.mismatches, [&](const Mismatch &each) {
        return std::none_of(each.contexts.begin(), each.contexts.end(), isKept);
    });
    return part;
}

Topology withObserved(const Topology &topology, const Observed &observed)
{
    Topology with = topology;
    const auto known = static_cast<std::ptrdiff_t>(with.edges.size());
    for (const Reading &reading : observed.readings)
        if (reading.owner && *reading.owner != reading.reader)
            with.edges.push_back({EdgeKind::Consumes,
                                  EdgeSource::Observed,
                                  *reading.owner,
                                  reading.reader,
                                  reading.topic,
                                  {}});
    std::inplace_merge(with.edges.begin(), with.edges.begin() + known, with.edges.end(),
                       [](const Edge &a, const Edge &b) {
                           return std::tie(a.topic, a.kind, a.from, a.to, a.source) <
                                  std::tie(b.topic, b.kind, b.from, b.to, b.source);
                       });
    return with;
}

} // namespace meshwright::graph
