// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/specmesh.h"

#include "access/collect.h"
#include "meshwright/access/requestedacls.h"
#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>
#include <set>

namespace meshwright::specmesh {

namespace {

using enum AclOperation;

constexpr std::string_view grantPrefix = "grant-access:";

// Nothing is asked for under an id that no Kafka resource could be named by.
std::optional<ContextId> ownerOf(const asyncapi::Spec &spec)
{
    if (!spec.id)
        return std::nullopt;
    auto id = contextIdFrom(spec.id->value);
    if (asyncapi::topicNameFault(id.value))
        return std::nullopt;
    return id;
}

std::string topicNameOf(const asyncapi::Channel &channel, const ContextId &owner)
{
    auto name = channel.address;
    if (isWithin(name, owner.value))
        return name;
    const bool isAbsolute = name.starts_with('/');
    std::replace(name.begin(), name.end(), '/', '.');
    if (isAbsolute)
        return name.substr(1);
    // A name that begins like the owner's id, yet goes on without a separator, is another's.
    if (name.starts_with(owner.value) || !channel.sends())
        return name;
    return owner.value + '.' + name;
}

SpecmeshTopic topicFrom(std::string name, const asyncapi::Channel &channel, std::size_t index)
{
    SpecmeshTopic topic;
    topic.name = std::move(name);
    topic.place = channel.keyPlace;
    topic.channel = index;
    if (!channel.kafka)
        return topic;
    topic.partitions = asyncapi::numberIn(channel.kafka->partitions).value_or(1);
    topic.replicas = asyncapi::numberIn(channel.kafka->replicas);
    for (const auto &setting : channel.kafka->settings) {
        if (!setting.value.value.empty())
            topic.settings[setting.key.value] = setting.value.value;
    }
    return topic;
}

class Asking
{
public:
    Asking(ContextId context, const Environment *environment)
        : m_context(std::move(context))
        , m_environment(environment)
    {}

    void askForContext(const asyncapi::Place &place);
    void askForGrants(const std::string &topic, const asyncapi::Operation &operation);

    std::vector<RequestedAcl> take() { return access::sortedWithoutRepeats(std::move(m_acls)); }

private:
    void add(const asyncapi::Place &place, const Acl &pattern,
             std::initializer_list<AclOperation> operations);

    ContextId m_context;
    const Environment *m_environment;
    std::vector<RequestedAcl> m_acls;
};

void Asking::add(const asyncapi::Place &place, const Acl &pattern,
                 std::initializer_list<AclOperation> operations)
{
    for (const auto operation : operations) {
        auto acl = pattern;
        acl.operation = operation;
        m_acls.push_back({std::move(acl), m_context, place});
    }
}

void Asking::askForContext(const asyncapi::Place &place)
{
    const auto &id = m_context.value;
    const auto self = principalOf(m_context, m_environment);
    const auto prefixed = [](ResourceType type, std::string name, std::string principal) {
        return Acl{.resourceType = type,
                   .patternType = PatternType::Prefixed,
                   .name = std::move(name),
                   .principal = std::move(principal)};
    };
    add(place, prefixed(ResourceType::Cluster, "kafka-cluster", self), {IdempotentWrite});
    add(place, prefixed(ResourceType::Group, id, self), {Read, Delete});
    add(place, prefixed(ResourceType::Topic, id, self), {Describe, Read, Write, Delete});
    add(place, prefixed(ResourceType::Topic, id + "._private", self), {Create});
    add(place, prefixed(ResourceType::Topic, id + "._public", "User:*"), {Describe, Read});
    add(place, prefixed(ResourceType::TransactionalId, id, self), {Describe, Write});
}

void Asking::askForGrants(const std::string &topic, const asyncapi::Operation &operation)
{
    if (operation.action != asyncapi::Action::Send)
        return;
    for (const auto &tag : operation.tags) {
        const std::string_view name = tag.name.value;
        if (!name.starts_with(grantPrefix))
            continue;
        const std::string target(name.substr(grantPrefix.size()));
        const auto principal =
            target == "_public" ? std::string("User:*") : principalOf({target}, m_environment);
        add(tag.name.place, {.name = topic, .principal = principal}, {Describe, Read});
    }
}

} // namespace

std::vector<SpecmeshTopic> topics(const asyncapi::Spec &spec)
{
    std::vector<SpecmeshTopic> result;
    const auto owner = ownerOf(spec);
    if (!owner)
        return result;
    std::set<std::string> names;
    for (std::size_t i = 0; i < spec.channels.size(); ++i) {
        const auto &channel = spec.channels[i];
        auto name = topicNameOf(channel, *owner);
        if (channel.sends() && isWithin(name, owner->value) && names.insert(name).second)
            result.push_back(topicFrom(std::move(name), channel, i));
    }
    std::sort(result.begin(), result.end(),
              [](const auto &a, const auto &b) { return a.name < b.name; });
    return result;
}

std::vector<RequestedAcl> acls(const asyncapi::Spec &spec, const Environment *environment)
{
    const auto owner = ownerOf(spec);
    if (!owner)
        return {};
    Asking asking(*owner, environment);
    asking.askForContext(spec.id->place);
    for (const auto &topic : topics(spec)) {
        for (const auto &operation : spec.channels[topic.channel].operations)
            asking.askForGrants(topic.name, operation);
    }
    return asking.take();
}

} // namespace meshwright::specmesh
