// SPDX-License-Identifier: Apache-2.0
// What a topic lacks of what policies require, and has of what they forbid.
#include "meshwright/policy/policy.h"
#include "policy/topicfacts.h"
#include "policy/values.h"

#include <algorithm>
#include <functional>

namespace meshwright::policy {

namespace {

/// What was found of one subject.
struct Found
{
    std::vector<Name> names;  ///< values, each with its place
    bool isDeclared = false;  ///< also where there are no values to compare
    asyncapi::Place place;    ///< where it stands, or should stand
    std::string what;         ///< the owner of the topic 'x'
    bool isEachMeant = false; ///< every name has to do, not one of them
};

class Inspection
{
public:
    Inspection(const Topology &topology, const Topic &topic, const Values &values)
        : m_topology(topology)
        , m_topic(topic)
        , m_channel(topic.declaration())
        , m_values(values)
    {}

    Found look(const std::string &subject) const
    {
        const std::string topic = "the topic '" + m_topic.name.value + "'";
        Found found;
        found.place = m_channel.keyPlace;
        found.what = subject + " of " + topic;
        if (subject == "access")
            lookAtAccess(found);
        else if (subject == "owner")
            lookAtOwner(found);
        else if (subject == "description")
            found.isDeclared = isDescribed(m_channel);
        else if (subject == "schema")
            found.isDeclared = isTrueOfMessages(
                [](const asyncapi::Message &each) { return each.payload.has_value(); });
        else if (subject == "key")
            found.isDeclared = isTrueOfMessages(
                [](const asyncapi::Message &each) { return each.kafka && each.kafka->key; });
        else if (subject == "tags")
            found.names = tagsOf(m_channel);
        else if (subject == "readers")
            lookAtReaders(found);
        else if (subject == "compatibility")
            add(found, extensionOf(m_topic, "x-schema-compatibility"), m_channel.keyPlace);
        else
            lookAtValue(found, subject);
        found.isDeclared = found.isDeclared || !found.names.empty();
        return found;
    }

private:
    static void add(Found &found, const std::string &value, const asyncapi::Place &place)
    {
        if (value.empty())
            return;
        found.names.push_back({value, place});
        found.place = place;
    }

    void lookAtAccess(Found &found) const
    {
        found.place = m_channel.addressPlace;
        if (m_topic.access)
            add(found, std::string(nameOf(*m_topic.access)), m_channel.addressPlace);
    }

    void lookAtOwner(Found &found) const
    {
        // Said once for all topics of a spec: that is where it is mended.
        found.what = "owner of '" + m_topic.owner.value + "'";
        found.place = m_topic.spec->infoPlace;
        add(found, ownerOf(m_topic), m_topic.spec->infoPlace);
    }

    void lookAtReaders(Found &found) const
    {
        found.names = readersOf(m_topology, m_topic);
        found.what = "the topic '" + m_topic.name.value + "'";
        found.place = m_channel.addressPlace;
        found.isEachMeant = true;
    }

    void lookAtValue(Found &found, const std::string &subject) const
    {
        const auto value = m_values.find(subject);
        if (value != m_values.end())
            add(found, value->second, placeOf(subject));
    }

    asyncapi::Place placeOf(const std::string &subject) const
    {
        const auto &binding = m_channel.kafka;
        if (!binding)
            return m_channel.keyPlace;
        if (subject == "partitions" && binding->partitions)
            return binding->partitions->place;
        if (subject == "replicas" && binding->replicas)
            return binding->replicas->place;
        for (const asyncapi::TopicSetting &setting : binding->settings)
            if (setting.key.value == subject)
                return setting.value.place;
        return m_channel.keyPlace;
    }

    bool isTrueOfMessages(const std::function<bool(const asyncapi::Message &)> &isTrue) const
    {
        const auto messages = messagesOf(m_channel);
        return !messages.empty() &&
               std::all_of(messages.begin(), messages.end(),
                           [&](const asyncapi::Message *each) { return isTrue(*each); });
    }

    const Topology &m_topology;
    const Topic &m_topic;
    const asyncapi::Channel &m_channel;
    const Values &m_values;
};

bool isNamed(const PolicyDemand &demand, const std::string &value)
{
    if (demand.least || demand.most)
        return isWithinBounds(demand, numberIn(demand.subject, value));
    return std::any_of(demand.values.begin(), demand.values.end(), [&](const std::string &each) {
        return isSame(demand.subject, value, each) || fitsPattern(value, each) ||
               (demand.subject == "readers" && isWithin(value, each));
    });
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// How a value is missed that nothing was found of.
std::string lackText(const std::string &subject, const Found &found)
{
    if (subject == "schema" || subject == "key")
        return "Not every message has a " + subject + ": " + found.what + " is incomplete.";
    return "The " + found.what + " is not declared.";
}

using Breaches = std::vector<Breach>;

void judgeRequired(const Policy &policy, const PolicyDemand &demand, const Found &found,
                   Breaches &breaches)
{
    const auto tell = [&](std::string message, const asyncapi::Place &place,
                          std::optional<std::string> wanted = {}) {
        breaches.push_back({&policy, &demand, false, std::move(message), place, std::move(wanted)});
    };
    const std::string asked = " It must be " + demandText(demand) + ".";
    if (!found.isDeclared) {
        if (!found.isEachMeant)
            tell(lackText(demand.subject, found) + (demand.isAny ? "" : asked), found.place);
        return;
    }
    if (demand.isAny)
        return;
    if (found.isEachMeant) {
        for (const Name &name : found.names)
            if (!isNamed(demand, name.value))
                tell("'" + name.value + "' must not read " + found.what + ": its readers can be " +
                         demandText(demand) + ".",
                     name.place);
        return;
    }
    if (std::any_of(found.names.begin(), found.names.end(),
                    [&](const Name &each) { return isNamed(demand, each.value); }))
        return;
    const std::string &present = found.names.front().value;
    tell(capitalised(found.what) + " is " + valueText(demand.subject, present) + "." + asked,
         found.place, wantedValue(demand, present));
}

void judgeForbidden(const Policy &policy, const PolicyDemand &demand, const Found &found,
                    Breaches &breaches)
{
    if (found.names.empty() && found.isDeclared && demand.isAny)
        breaches.push_back({&policy,
                            &demand,
                            true,
                            capitalised(found.what) + " must not be there.",
                            found.place,
                            {}});
    for (const Name &name : found.names) {
        const bool isEverybody = found.isEachMeant && name.value == "everybody";
        if (!demand.isAny && !isEverybody && !isNamed(demand, name.value))
            continue;
        std::string message = found.isEachMeant
                                  ? "'" + name.value + "' must not read " + found.what + "."
                                  : capitalised(found.what) + " must not be " +
                                        valueText(demand.subject, name.value) + ".";
        breaches.push_back({&policy, &demand, true, std::move(message), name.place, {}});
    }
}

} // namespace

std::vector<Breach> Judge::breaches(const Topic &topic, const Values &values)
{
    Breaches found;
    const Inspection inspection(m_topology, topic, values);
    for (const Policy *policy : applying(topic)) {
        for (const PolicyDemand &demand : policy->require)
            judgeRequired(*policy, demand, inspection.look(demand.subject), found);
        for (const PolicyDemand &demand : policy->forbid)
            judgeForbidden(*policy, demand, inspection.look(demand.subject), found);
    }
    return found;
}

} // namespace meshwright::policy
