// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxrules.h"

#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>

namespace meshwright::sandbox {

namespace {

tl::unexpected<Error> refused(Error::Code code, std::string message)
{
    return tl::unexpected(Error{code, std::move(message), {}});
}

std::string topicNamed(const std::string &name)
{
    return "Topic " + name + ' ';
}

Result<void> judgeName(Store &store, const std::string &name)
{
    if (const auto fault = asyncapi::topicNameFault(name))
        return refused(Error::Code::Invalid, topicNamed(name) + "was refused: " + *fault + '.');
    if (name == "__cluster_metadata") {
        return refused(Error::Code::Invalid,
                       topicNamed(name) + "was refused: the name is reserved for the cluster.");
    }
    const auto colliding = store.topicsWithKey(asyncapi::topicCollisionKey(name));
    if (!colliding)
        return tl::unexpected(colliding.error());
    if (std::find(colliding->begin(), colliding->end(), name) != colliding->end())
        return refused(Error::Code::Conflict, topicNamed(name) + "exists already.");
    if (!colliding->empty()) {
        return refused(Error::Code::Invalid, topicNamed(name) + "was refused: it collides with " +
                                                 colliding->front() +
                                                 ", as . and _ are one in the broker's metrics.");
    }
    return {};
}

Result<void> judgeSetting(const std::string &topic, const std::string &key,
                          const std::string &value)
{
    const asyncapi::KafkaSetting *setting = asyncapi::findKafkaSetting(key);
    if (setting == nullptr || setting->removed) {
        return refused(Error::Code::Invalid, topicNamed(topic) +
                                                 "was refused: the cluster knows no setting " +
                                                 key + '.');
    }
    if (const auto fault = asyncapi::settingFault(*setting, value)) {
        return refused(Error::Code::Invalid, topicNamed(topic) + "was refused: the value of " +
                                                 key + " is not valid: " + *fault + '.');
    }
    return {};
}

} // namespace

Result<ActualTopic> existingTopic(Store &store, const std::string &name)
{
    auto topic = store.topic(name);
    if (!topic)
        return tl::unexpected(topic.error());
    if (!*topic) {
        return refused(Error::Code::NotFound, topicNamed(name) + "does not exist in this cluster.");
    }
    return std::move(**topic);
}

Result<ActualTopic> judgeCreation(Store &store, const NewTopic &topic)
{
    if (const auto named = judgeName(store, topic.name); !named)
        return tl::unexpected(named.error());
    const int partitions = topic.partitions.value_or(defaultPartitions);
    const int replicas = topic.replicas.value_or(defaultReplicas);
    if (replicas < 1 || replicas > brokers) {
        return refused(Error::Code::Invalid,
                       topicNamed(topic.name) + "was refused: " + std::to_string(replicas) +
                           " replicas are not possible, as this cluster has 1 broker.");
    }
    if (partitions < 1) {
        return refused(Error::Code::Invalid,
                       topicNamed(topic.name) + "was refused: it needs at least 1 partition.");
    }
    for (const auto &[key, value] : topic.settings) {
        if (const auto judged = judgeSetting(topic.name, key, value); !judged)
            return tl::unexpected(judged.error());
    }
    ActualTopic made;
    made.name = topic.name;
    made.id = randomId();
    made.partitions = partitions;
    made.replicas = replicas;
    made.settings = topic.settings;
    return made;
}

Result<void> judgeGrowth(Store &store, const PartitionGrowth &growth)
{
    const auto topic = existingTopic(store, growth.topic);
    if (!topic)
        return tl::unexpected(topic.error());
    if (growth.partitions <= topic->partitions) {
        return refused(Error::Code::Invalid,
                       topicNamed(growth.topic) + "has " + std::to_string(topic->partitions) +
                           " partitions; they can only grow, and " +
                           std::to_string(growth.partitions) + " would be no increase.");
    }
    return {};
}

Result<void> judgeSettings(Store &store, const SettingsChange &change)
{
    if (const auto topic = existingTopic(store, change.topic); !topic)
        return tl::unexpected(topic.error());
    for (const auto &[key, value] : change.set) {
        if (const auto judged = judgeSetting(change.topic, key, value); !judged)
            return judged;
    }
    return {};
}

Result<void> judgeAcl(const Acl &acl)
{
    if (const auto fault = aclFault(acl)) {
        return refused(Error::Code::Invalid,
                       "The ACL " + describe(acl) + " was refused: " + *fault + '.');
    }
    return {};
}

Result<void> judgeDeletion(Store &store, const std::string &topic)
{
    if (const auto found = existingTopic(store, topic); !found)
        return tl::unexpected(found.error());
    return {};
}

} // namespace meshwright::sandbox
