// SPDX-License-Identifier: Apache-2.0
#include "compare/pairing.h"

#include <algorithm>
#include <set>

namespace meshwright::compare {

namespace {

template <typename Key, typename Value>
Value mapped(const std::map<Key, Value> &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? key : found->second;
}

/// The name within its context, less the access in front.
std::string bareName(const Topic &topic)
{
    const auto name = nameWithin(topic);
    return topic.access ? name.substr(std::min(name.find('.') + 1, name.size())) : name;
}

/// What declares a topic, its address left out.
std::string declarationText(const Topology &topology, const Topic &topic)
{
    const auto &channel = topic.declaration();
    auto text = textAt(*topology.workspace, channel.place);
    const auto &address = channel.addressPlace;
    const bool isInside = address.file == channel.place.file &&
                          channel.place.range.begin <= address.range.begin &&
                          address.range.end <= channel.place.range.end;
    if (isInside)
        if (const auto written = textAt(*topology.workspace, address); !written.empty())
            if (const auto at = text.find(written); at != std::string::npos)
                text.erase(at, written.size());
    return text;
}

class Pairer
{
public:
    Pairer(const Topology &base, const Topology &next)
        : m_base(base)
        , m_next(next)
    {}

    Pairing run()
    {
        pairContexts();
        for (const auto &topic : m_base.topics)
            m_gone.push_back(&topic);
        for (const auto &topic : m_next.topics)
            m_new.push_back(&topic);
        pairTopics([](const Topic &topic) { return topic.name.value; }, Candidates::First);
        pairTopics([&](const Topic &topic) { return ownerNow(topic) + ' ' + nameWithin(topic); },
                   Candidates::First);
        pairTopics([&](const Topic &topic) { return ownerNow(topic) + ' ' + bareName(topic); },
                   Candidates::Only);
        pairTopics(
            [&](const Topic &topic) {
                const auto text = declarationText(isBase(topic) ? m_base : m_next, topic);
                return text.size() < shortestText ? std::string() : ownerNow(topic) + ' ' + text;
            },
            Candidates::Only);
        for (const auto *topic : m_gone)
            m_pairing.topics.push_back({topic, nullptr});
        for (const auto *topic : m_new)
            m_pairing.topics.push_back({nullptr, topic});
        return std::move(m_pairing);
    }

private:
    /// Whether a pair needs to be the only one that a key could mean.
    enum class Candidates { First, Only };

    static constexpr std::size_t shortestText = 16; // `publish: {}` says nothing of a topic's own

    bool isBase(const Topic &topic) const
    {
        const auto &all = m_base.topics;
        return !all.empty() && &topic >= &all.front() && &topic <= &all.back();
    }

    std::string ownerNow(const Topic &topic) const
    {
        return isBase(topic) ? m_pairing.nowOf(topic.owner).value : topic.owner.value;
    }

    void pairContexts()
    {
        std::map<std::string, const Context *> newByFile;
        for (const auto &context : m_next.contexts)
            if (!m_base.context(context.id))
                newByFile.emplace(context.spec->file, &context);
        for (const auto &context : m_base.contexts) {
            const auto *now = m_next.context(context.id);
            const auto moved = newByFile.find(context.spec->file);
            if (!now && moved != newByFile.end()) {
                now = moved->second;
                newByFile.erase(moved);
                m_pairing.renamedContexts.emplace(context.id, now->id);
            }
            m_pairing.contexts.push_back({&context, now});
        }
        for (const auto &context : m_next.contexts)
            if (std::none_of(m_pairing.contexts.begin(), m_pairing.contexts.end(),
                             [&](const auto &pair) { return pair.next == &context; }))
                m_pairing.contexts.push_back({nullptr, &context});
    }

    /// Pairs what is gone with what is new where both have one key; an empty key has no pair.
    template <typename Key>
    void pairTopics(const Key &keyOf, Candidates candidates)
    {
        std::set<const Topic *> paired;
        std::map<std::string, std::pair<std::vector<const Topic *>, std::vector<const Topic *>>>
            byKey;
        for (const auto *topic : m_gone)
            byKey[keyOf(*topic)].first.push_back(topic);
        for (const auto *topic : m_new)
            byKey[keyOf(*topic)].second.push_back(topic);
        for (const auto &[key, both] : byKey) {
            const auto &[gone, fresh] = both;
            const bool isOne = gone.size() == 1 && fresh.size() == 1;
            if (key.empty() || gone.empty() || fresh.empty() ||
                (candidates == Candidates::Only && !isOne))
                continue;
            m_pairing.topics.push_back({gone.front(), fresh.front()});
            if (gone.front()->name != fresh.front()->name)
                m_pairing.renamedTopics.emplace(gone.front()->name, fresh.front()->name);
            paired.insert({gone.front(), fresh.front()});
        }
        for (auto *topics : {&m_gone, &m_new})
            std::erase_if(*topics, [&](const Topic *topic) { return paired.contains(topic); });
    }

    const Topology &m_base;
    const Topology &m_next;
    Pairing m_pairing;
    std::vector<const Topic *> m_gone;
    std::vector<const Topic *> m_new;
};

} // namespace

ContextId Pairing::nowOf(const ContextId &id) const
{
    return mapped(renamedContexts, id);
}

TopicName Pairing::nowOf(const TopicName &name) const
{
    return mapped(renamedTopics, name);
}

Pairing pairStates(const Topology &base, const Topology &next)
{
    return Pairer(base, next).run();
}

std::string nameWithin(const Topic &topic)
{
    return topic.name.value.substr(std::min(topic.owner.value.size() + 1, topic.name.value.size()));
}

std::string textAt(const Workspace &workspace, const asyncapi::Place &place)
{
    const auto text = workspace.text(place.file);
    if (!text)
        return {};
    std::string found(text->slice(place.range));
    std::erase(found, '\r');
    return found;
}

} // namespace meshwright::compare
