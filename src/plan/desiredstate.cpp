// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/specmesh.h"
#include "meshwright/plan/state.h"
#include "meshwright/plan/subjects.h"
#include "meshwright/policy/policy.h"
#include "meshwright/topology/topicname.h"
#include "plan/desiredsubjects.h"

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

PolicyNote noteOf(const policy::Change &change)
{
    const Policy &policy = *change.policy;
    PolicyNote note{change.demand->subject, policy.id,    policy.title, {},
                    change.demand->line,    change.before};
    note.file = change.demand->place.file;
    if (!policy.reason.empty())
        note.reason += (note.reason.empty() ? "" : ": ") + policy.reason;
    return note;
}

void applyPolicies(DesiredTopic &topic, const Topology &topology, policy::Judge &judge)
{
    const Topic *owned = topology.topic(topic.name);
    if (!owned)
        return;
    policy::Values values = valuesOf(topic);
    for (const policy::Change &change : judge.adjust(*owned, values)) {
        if (change.overruledBy)
            continue;
        const std::string &subject = change.demand->subject;
        const asyncapi::Place &place = change.demand->place;
        PolicyNote note = noteOf(change);
        if (const auto earlier = topic.policies.find(subject); earlier != topic.policies.end())
            note.declared = earlier->second.declared;
        if (!note.declared && change.demand->values.empty())
            topic.bounds.insert_or_assign(subject, *change.demand);
        topic.policies.insert_or_assign(subject, std::move(note));
        if (subject == "partitions") {
            topic.partitions = std::stoi(change.after);
            topic.partitionsReason = place;
        } else if (subject == "replicas") {
            topic.replicas = std::stoi(change.after);
            topic.replicasReason = place;
        } else {
            topic.settings[subject] = change.after;
            topic.settingReasons[subject] = place;
        }
    }
}

std::optional<Access> accessOf(std::string_view topic, const ContextId &owner,
                               const Convention &convention)
{
    const auto rest = shortTopicName(topic, owner, convention);
    return rest ? accessIn(*rest, convention) : std::nullopt;
}

using TopicSources = std::vector<plan::TopicSource>;

void addOwnReading(DesiredState &state, TopicSources &sources, const Topology &topology,
                   const Environment *environment)
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
        sources.push_back({topic.name, topic.owner, topic.spec, topic.channel});
    }
    state.acls = requestedAcls(topology, environment);
}

void addSpecmeshReading(DesiredState &state, TopicSources &sources, const Topology &topology,
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
            sources.push_back({{topic.name}, context.id, context.spec, topic.channel});
        }
        auto acls = specmesh::acls(*context.spec, environment);
        std::move(acls.begin(), acls.end(), std::back_inserter(state.acls));
    }
    std::stable_sort(state.acls.begin(), state.acls.end(),
                     [](const auto &a, const auto &b) { return a.acl < b.acl; });
    const auto isSame = [](const auto &a, const auto &b) { return a.acl == b.acl; };
    state.acls.erase(std::unique(state.acls.begin(), state.acls.end(), isSame), state.acls.end());
}

/// Whether by SpecMesh's mode.
bool addReading(DesiredState &state, TopicSources &sources, const Topology &topology,
                const Environment *environment)
{
    const bool isSpecmesh = environment != nullptr && environment->compatSpecmesh;
    if (isSpecmesh)
        addSpecmeshReading(state, sources, topology, environment);
    else
        addOwnReading(state, sources, topology, environment);
    return isSpecmesh;
}

} // namespace

std::map<std::string, std::string> valuesOf(const DesiredTopic &topic)
{
    auto values = topic.settings;
    if (topic.partitions)
        values["partitions"] = std::to_string(*topic.partitions);
    if (topic.replicas)
        values["replicas"] = std::to_string(*topic.replicas);
    return values;
}

std::vector<DesiredSubject> desiredSubjects(const Topology &topology,
                                            const Environment *environment)
{
    DesiredState state;
    TopicSources sources;
    addReading(state, sources, topology, environment);
    return plan::desiredSubjects(topology, sources);
}

DesiredState desiredState(const Topology &topology, const Environment *environment)
{
    DesiredState state;
    TopicSources sources;
    const bool isSpecmesh = addReading(state, sources, topology, environment);
    if (environment != nullptr && plan::hasRegistry(*environment))
        state.subjects = plan::desiredSubjects(topology, sources);
    policy::Judge judge(topology, environment != nullptr
                                      ? std::optional<std::string_view>(environment->name)
                                      : std::nullopt);
    for (auto &topic : state.topics) {
        if (environment != nullptr)
            applyOverrides(topic, *environment);
        if (isSpecmesh && !topic.partitions)
            topic.partitions = 1;
        if (!isSpecmesh && judge.hasPolicies())
            applyPolicies(topic, topology, judge);
    }
    std::stable_sort(state.topics.begin(), state.topics.end(),
                     [](const auto &a, const auto &b) { return a.name < b.name; });
    return state;
}

} // namespace meshwright
