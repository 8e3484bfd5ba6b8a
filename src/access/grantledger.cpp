// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/grantledger.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace meshwright {

namespace {

using Pair = std::pair<TopicName, ContextId>;

/// What is known of one topic, by reader.
struct Readers
{
    std::map<ContextId, const Consumption *> declared;
    std::map<ContextId, const graph::Reading *> seen;

    std::set<ContextId> all() const
    {
        std::set<ContextId> readers;
        for (const auto &[reader, consumption] : declared)
            readers.insert(reader);
        for (const auto &[reader, reading] : seen)
            readers.insert(reader);
        return readers;
    }
};

bool names(const Grant &grant, const ContextId &reader)
{
    return grant.toEverybody ||
           std::binary_search(grant.readers.begin(), grant.readers.end(), reader);
}

/// The narrowest grant by which the reader reads; null where it has none.
const Grant *grantOf(const Topic &topic, const ContextId &reader)
{
    const Grant *found = nullptr;
    const auto width = [](const Grant &grant) {
        return grant.toEverybody ? std::string_view::npos : grant.readers.size();
    };
    for (const Grant &grant : topic.grants)
        if (names(grant, reader) && (!found || width(grant) < width(*found)))
            found = &grant;
    return found;
}

class Ledger
{
public:
    Ledger(const Topology &topology, const graph::Observed *observed)
        : m_topology(topology)
        , m_observed(observed)
    {
        if (!observed)
            return;
        for (const graph::Mismatch &each : observed->mismatches)
            if (each.kind == graph::Mismatch::Kind::Unread ||
                each.kind == graph::Mismatch::Kind::IdleGrant)
                m_idle.insert({each.topic, each.contexts.back()});
    }

    std::vector<GrantEntry> run()
    {
        for (const Topic &topic : m_topology.topics)
            if (topic.access == Access::Protected)
                add(topic);
        return std::move(m_entries);
    }

private:
    Readers readersOf(const Topic &topic) const
    {
        Readers readers;
        for (const Consumption *each : m_topology.readersOf(topic.name))
            if (declaresReading(*each))
                readers.declared.emplace(each->reader, each);
        if (!m_observed)
            return readers;
        const auto &readings = m_observed->readings;
        auto each = std::lower_bound(readings.begin(), readings.end(), topic.name,
                                     [](const graph::Reading &reading, const TopicName &name) {
                                         return reading.topic < name;
                                     });
        for (; each != readings.end() && each->topic == topic.name; ++each)
            if (each->reader != topic.owner)
                readers.seen.emplace(each->reader, &*each);
        return readers;
    }

    void add(const Topic &topic)
    {
        const std::size_t first = m_entries.size();
        const Readers readers = readersOf(topic);
        const std::set<ContextId> all = readers.all();
        for (const ContextId &reader : all)
            m_entries.push_back(entryOf(topic, reader, readers));
        for (const Grant &grant : topic.grants) {
            const bool isUsed = std::any_of(
                all.begin(), all.end(), [&](const ContextId &each) { return names(grant, each); });
            const bool isOwners = grant.target == topic.owner.value;
            if (!isUsed && !isOwners)
                m_entries.push_back({.state = GrantState::Unread,
                                     .topic = topic.name,
                                     .owner = topic.owner,
                                     .reader = grant.target,
                                     .grantedTo = grant.target,
                                     .topicPlace = topic.declaration().keyPlace,
                                     .given = grant.place});
        }
        std::stable_sort(
            m_entries.begin() + static_cast<std::ptrdiff_t>(first), m_entries.end(),
            [](const GrantEntry &a, const GrantEntry &b) { return a.reader < b.reader; });
    }

    GrantEntry entryOf(const Topic &topic, const ContextId &reader, const Readers &readers) const
    {
        GrantEntry entry{.topic = topic.name,
                         .owner = topic.owner,
                         .reader = reader.value,
                         .topicPlace = topic.declaration().keyPlace};
        const Grant *grant = grantOf(topic, reader);
        if (grant) {
            entry.grantedTo = grant->target;
            entry.given = grant->place;
        }
        const auto declared = readers.declared.find(reader);
        const bool isDeclared = declared != readers.declared.end();
        if (isDeclared)
            entry.asked = declared->second->declaration().addressPlace;
        if (const auto seen = readers.seen.find(reader); seen != readers.seen.end())
            entry.groups = seen->second->groups;
        if (!isDeclared)
            entry.state = GrantState::Undeclared;
        else if (!grant)
            entry.state = GrantState::Waiting;
        else
            entry.state =
                m_idle.contains({topic.name, reader}) ? GrantState::Unread : GrantState::Used;
        return entry;
    }

    const Topology &m_topology;
    const graph::Observed *m_observed;
    std::set<Pair> m_idle; ///< the cluster is known to have no reader of that name
    std::vector<GrantEntry> m_entries;
};

} // namespace

std::vector<GrantEntry> grantLedger(const Topology &topology, const graph::Observed *observed)
{
    return Ledger(topology, observed).run();
}

std::vector<GrantEntry> ledgerOf(const std::vector<GrantEntry> &ledger, std::string_view owner)
{
    std::vector<GrantEntry> part;
    std::copy_if(ledger.begin(), ledger.end(), std::back_inserter(part),
                 [&](const GrantEntry &each) {
                     return each.owner.value == owner || isWithin(each.owner.value, owner);
                 });
    return part;
}

std::string_view nameOf(GrantState state)
{
    switch (state) {
    case GrantState::Waiting:
        return "waiting";
    case GrantState::Used:
        return "used";
    case GrantState::Unread:
        return "unread";
    case GrantState::Undeclared:
        break;
    }
    return "undeclared";
}

} // namespace meshwright
