// SPDX-License-Identifier: Apache-2.0
#include "compare/topicchanges.h"

#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>

namespace meshwright::compare {

namespace {

using asyncapi::Place;

using Located = std::optional<asyncapi::Located>;

/// A value that may be missing, and where it stands.
struct Value
{
    std::optional<std::string> text;
    Place place;
};

Value valueOf(const Located &located, const Place &otherwise)
{
    return located ? Value{located->value, located->place} : Value{std::nullopt, otherwise};
}

int rankOf(std::optional<Access> access)
{
    return access ? static_cast<int>(*access) : static_cast<int>(Access::Private);
}

std::optional<double> numberFrom(const std::optional<std::string> &text)
{
    double value = 0;
    if (!text)
        return std::nullopt;
    const auto *end = text->data() + text->size();
    const auto [rest, fault] = std::from_chars(text->data(), end, value);
    return fault == std::errc() && rest == end ? std::optional(value) : std::nullopt;
}

bool isLess(const std::optional<std::string> &value, const std::optional<std::string> &than)
{
    const auto a = numberFrom(value);
    const auto b = numberFrom(than);
    return a && b && *a < *b;
}

class TopicComparer
{
public:
    TopicComparer(const Topology &base, const Topology &next, const Pairing &pairing,
                  const Pair<Topic> &topic)
        : m_pairing(pairing)
        , m_base(*topic.base)
        , m_next(*topic.next)
        , m_consumers(consumersOf(base, next, pairing, topic))
    {}

    std::vector<Change> run()
    {
        compareNames();
        compareAccess();
        compareGrants();
        const auto &before = m_base.declaration();
        const auto &after = m_next.declaration();
        if (before.description != after.description)
            add(ChangeKind::DescriptionChanged, before.description, after.description);
        compareBindings();
        return std::move(m_changes);
    }

private:
    void compareNames()
    {
        if (m_base.name != m_next.name) {
            auto &change = add(ChangeKind::TopicRenamed, m_base.name.value, m_next.name.value);
            change.reasons = {Reason::TopicRenamed};
            change.base = m_base.declaration().addressPlace;
            change.next = m_next.declaration().addressPlace;
        } else if (m_pairing.nowOf(m_base.owner) != m_next.owner) {
            add(ChangeKind::OwnerChanged, m_base.owner.value, m_next.owner.value);
        }
    }

    void compareAccess()
    {
        const int before = rankOf(m_base.access);
        const int after = rankOf(m_next.access);
        if (before == after)
            return;
        const auto name = [](std::optional<Access> access) {
            return std::string(nameOf(access.value_or(Access::Private)));
        };
        auto &change = add(after < before ? ChangeKind::AccessWidened : ChangeKind::AccessNarrowed,
                           name(m_base.access), name(m_next.access));
        if (after > before)
            change.reasons = {Reason::AccessLost};
        change.base = m_base.declaration().addressPlace;
        change.next = m_next.declaration().addressPlace;
    }

    void compareGrants()
    {
        const auto find = [](const Topic &topic, const std::string &target) {
            return std::find_if(topic.grants.begin(), topic.grants.end(),
                                [&](const Grant &each) { return each.target == target; });
        };
        for (const auto &grant : m_base.grants) {
            const auto now = m_pairing.nowOf(ContextId{grant.target}).value;
            if (find(m_next, now) == m_next.grants.end() &&
                find(m_next, grant.target) == m_next.grants.end())
                addRevoked(grant);
        }
        for (const auto &grant : m_next.grants) {
            const auto wasThere =
                std::any_of(m_base.grants.begin(), m_base.grants.end(), [&](const Grant &each) {
                    return each.target == grant.target ||
                           m_pairing.nowOf(ContextId{each.target}).value == grant.target;
                });
            if (wasThere)
                continue;
            auto &change = add(ChangeKind::GrantAdded, std::nullopt, grant.target);
            change.item = grant.target;
            change.affected = grant.readers;
            change.base = m_base.declaration().keyPlace;
            change.next = grant.place;
        }
    }

    /// Breaking where it takes the right from somebody who consumes the topic.
    void addRevoked(const Grant &grant)
    {
        std::set<ContextId> stillGranted;
        bool everybody = m_next.access == Access::Public;
        for (const auto &each : m_next.grants) {
            stillGranted.insert(each.readers.begin(), each.readers.end());
            everybody = everybody || each.toEverybody;
        }
        std::vector<ContextId> lost;
        for (const auto &consumer : m_consumers) {
            const bool had =
                grant.toEverybody ||
                std::any_of(grant.readers.begin(), grant.readers.end(),
                            [&](const auto &id) { return m_pairing.nowOf(id) == consumer; });
            if (had && !everybody && !stillGranted.contains(consumer))
                lost.push_back(consumer);
        }
        auto &change = add(ChangeKind::GrantRevoked, grant.target, std::nullopt);
        change.item = grant.target;
        if (m_base.access == Access::Protected && !lost.empty())
            change.reasons = {Reason::GrantLost};
        change.affected = std::move(lost);
        change.base = grant.place;
        change.next = m_next.declaration().keyPlace;
    }

    void compareBindings()
    {
        const asyncapi::KafkaChannelBinding none;
        const auto &before = m_base.declaration().kafka;
        const auto &after = m_next.declaration().kafka;
        compareCounts(before.value_or(none), after.value_or(none));
        compareSettings(before.value_or(none), after.value_or(none));
    }

    void compareCounts(const asyncapi::KafkaChannelBinding &before,
                       const asyncapi::KafkaChannelBinding &after)
    {
        const auto compare = [&](ChangeKind kind, const Located &was, const Located &is) {
            const auto from = valueOf(was, m_base.declaration().keyPlace);
            const auto to = valueOf(is, m_next.declaration().keyPlace);
            if (from.text == to.text)
                return;
            auto &change = addValues(kind, from, to);
            if (kind == ChangeKind::PartitionsChanged && isLess(to.text, from.text))
                change.reasons = {Reason::FewerPartitions};
        };
        compare(ChangeKind::PartitionsChanged, before.partitions, after.partitions);
        compare(ChangeKind::ReplicasChanged, before.replicas, after.replicas);
    }

    void compareSettings(const asyncapi::KafkaChannelBinding &before,
                         const asyncapi::KafkaChannelBinding &after)
    {
        std::map<std::string, std::pair<Value, Value>> all;
        const Place was = m_base.declaration().keyPlace;
        const Place is = m_next.declaration().keyPlace;
        const auto at = [&](const std::string &key) -> auto &
        {
            return all.try_emplace(key, Value{std::nullopt, was}, Value{std::nullopt, is})
                .first->second;
        };
        for (const auto &setting : before.settings)
            at(setting.key.value).first = {setting.value.value, setting.value.place};
        for (const auto &setting : after.settings)
            at(setting.key.value).second = {setting.value.value, setting.value.place};
        for (const auto &[key, both] : all) {
            if (both.first.text == both.second.text)
                continue;
            auto &change = addValues(ChangeKind::SettingChanged, both.first, both.second);
            change.item = key;
            if (isStricter(key, both.first.text, both.second.text))
                change.reasons = {Reason::SettingStricter};
        }
    }

    /// Records or producers that were fine are refused: by size, or for having no key.
    static bool isStricter(const std::string &key, const std::optional<std::string> &before,
                           const std::optional<std::string> &after)
    {
        const auto *setting = asyncapi::findKafkaSetting(key);
        const auto effective = [&](const std::optional<std::string> &value) {
            return value || !setting ? value : std::optional(std::string(setting->defaultValue));
        };
        const auto was = effective(before);
        const auto is = effective(after);
        if (key == "max.message.bytes")
            return isLess(is, was);
        const auto compacts = [](const std::optional<std::string> &value) {
            return value && value->find("compact") != std::string::npos;
        };
        return key == "cleanup.policy" && compacts(is) && !compacts(was);
    }

    Change &addValues(ChangeKind kind, const Value &from, const Value &to)
    {
        auto &change = add(kind, from.text, to.text);
        change.base = from.place;
        change.next = to.place;
        return change;
    }

    Change &add(ChangeKind kind, std::optional<std::string> before,
                std::optional<std::string> after)
    {
        Change change;
        change.kind = kind;
        change.before = std::move(before);
        change.after = std::move(after);
        change.affected = m_consumers;
        change.base = m_base.declaration().keyPlace;
        change.next = m_next.declaration().keyPlace;
        m_changes.push_back(std::move(change));
        return m_changes.back();
    }

    const Pairing &m_pairing;
    const Topic &m_base;
    const Topic &m_next;
    std::vector<ContextId> m_consumers;
    std::vector<Change> m_changes;
};

} // namespace

std::vector<ContextId> consumersOf(const Topology &base, const Topology &next,
                                   const Pairing &pairing, const Pair<Topic> &topic)
{
    std::set<ContextId> ids;
    const auto addReaders = [&](const Topology &topology, const TopicName &name) {
        for (const auto *consumption : topology.readersOf(name))
            ids.insert(&topology == &base ? pairing.nowOf(consumption->reader)
                                          : consumption->reader);
    };
    if (topic.base) {
        addReaders(base, topic.base->name);
        addReaders(next, topic.base->name);
        ids.erase(pairing.nowOf(topic.base->owner));
    }
    if (topic.next) {
        addReaders(next, topic.next->name);
        ids.erase(topic.next->owner);
    }
    return {ids.begin(), ids.end()};
}

std::vector<Change> compareTopic(const Topology &base, const Topology &next, const Pairing &pairing,
                                 const Pair<Topic> &topic)
{
    return TopicComparer(base, next, pairing, topic).run();
}

} // namespace meshwright::compare
