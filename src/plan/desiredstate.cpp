// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/specmesh.h"
#include "meshwright/plan/state.h"
#include "meshwright/topology/topicname.h"

#include <algorithm>
#include <iterator>

namespace meshwright {

namespace {

void readBinding(DesiredTopic &topic, const asyncapi::Channel &channel)
{
    topic.reason = channel.keyPlace;
    topic.partitionsReason = channel.keyPlace;
    topic.replicasReason = channel.keyPlace;
    if (!channel.kafka)
        return;
    const auto &binding = *channel.kafka;
    topic.partitions = asyncapi::numberIn(binding.partitions);
    topic.replicas = asyncapi::numberIn(binding.replicas);
    if (binding.partitions)
        topic.partitionsReason = binding.partitions->place;
    if (binding.replicas)
        topic.replicasReason = binding.replicas->place;
    for (const auto &setting : binding.settings) {
        if (setting.value.value.empty())
            continue; // `retention.ms:` alone sets nothing
        topic.settings[setting.key.value] = setting.value.value;
        topic.settingReasons[setting.key.value] = setting.key.place;
    }
}

void applyOverrides(DesiredTopic &topic, const Environment &environment)
{
    if (!topic.partitions && environment.partitions) {
        topic.partitions = environment.partitions;
        topic.partitionsReason = environment.place;
    }
    if (environment.replicas) {
        topic.replicas = environment.replicas;
        topic.replicasReason = environment.place;
    }
    for (const auto &[key, value] : environment.topicSettings) {
        topic.settings[key] = value;
        topic.settingReasons[key] = environment.place;
    }
}

std::optional<Access> accessOf(std::string_view topic, const ContextId &owner,
                               const Convention &convention)
{
    const auto rest = shortTopicName(topic, owner, convention);
    return rest ? accessIn(*rest, convention) : std::nullopt;
}

void addOwnReading(DesiredState &state, const Topology &topology, const Environment *environment)
{
    for (const auto &topic : topology.topics) {
        if (!topology.workspace->isAskedFor(topic.spec->file))
            continue;
        DesiredTopic desired;
        desired.name = topic.name;
        desired.context = topic.owner;
        desired.access = topic.access;
        readBinding(desired, topic.declaration());
        state.topics.push_back(std::move(desired));
    }
    state.acls = requestedAcls(topology, environment);
}

void addSpecmeshReading(DesiredState &state, const Topology &topology,
                        const Environment *environment)
{
    const auto &convention = topology.workspace->settings().convention;
    for (const auto &context : topology.contexts) {
        if (!topology.workspace->isAskedFor(context.spec->file))
            continue;
        for (const auto &topic : specmesh::topics(*context.spec)) {
            DesiredTopic desired;
            desired.name = {topic.name};
            desired.context = context.id;
            desired.access = accessOf(topic.name, context.id, convention);
            readBinding(desired, context.spec->channels[topic.channel]);
            state.topics.push_back(std::move(desired));
        }
        auto acls = specmesh::acls(*context.spec, environment);
        std::move(acls.begin(), acls.end(), std::back_inserter(state.acls));
    }
    std::stable_sort(state.acls.begin(), state.acls.end(),
                     [](const auto &a, const auto &b) { return a.acl < b.acl; });
    const auto isSame = [](const auto &a, const auto &b) { return a.acl == b.acl; };
    state.acls.erase(std::unique(state.acls.begin(), state.acls.end(), isSame), state.acls.end());
}

} // namespace

DesiredState desiredState(const Topology &topology, const Environment *environment)
{
    DesiredState state;
    const bool isSpecmesh = environment != nullptr && environment->compatSpecmesh;
    if (isSpecmesh)
        addSpecmeshReading(state, topology, environment);
    else
        addOwnReading(state, topology, environment);
    for (auto &topic : state.topics) {
        if (environment != nullptr)
            applyOverrides(topic, *environment);
        if (isSpecmesh && !topic.partitions)
            topic.partitions = 1;
    }
    std::stable_sort(state.topics.begin(), state.topics.end(),
                     [](const auto &a, const auto &b) { return a.name < b.name; });
    return state;
}

} // namespace meshwright
