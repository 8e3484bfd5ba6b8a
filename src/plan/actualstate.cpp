// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/connector.h"

#include "plan/schemastep.h"

#include <algorithm>
#include <future>

namespace meshwright {

ActualState readActualState(Cluster &cluster, std::stop_token stop)
{
    ActualState state;
    state.principal = cluster.principal();
    const auto info = cluster.info(stop);
    if (!info) {
        state.topics = tl::unexpected(info.error());
        state.acls = tl::unexpected(info.error());
        return state;
    }
    state.clusterId = info->clusterId;
    state.topics = cluster.readTopics(stop);
    if (state.topics) {
        std::sort(state.topics->begin(), state.topics->end(),
                  [](const auto &a, const auto &b) { return a.name < b.name; });
    }
    state.acls = cluster.readAcls(stop);
    if (state.acls) {
        std::sort(state.acls->begin(), state.acls->end());
        state.acls->erase(std::unique(state.acls->begin(), state.acls->end()), state.acls->end());
    }
    return state;
}

namespace {

/// Touches only what a state has of schemas.
void readSchemas(ActualState &state, SchemaRegistry &registry, const DesiredState &desired,
                 const std::stop_token &stop)
{
    const auto level = registry.readLevel(stop);
    if (!level) {
        state.subjects = tl::unexpected(level.error());
        return;
    }
    state.compatibility = *level;
    state.subjects = registry.readSubjects(stop);
    if (!*state.subjects)
        return;
    auto &subjects = **state.subjects;
    std::sort(subjects.begin(), subjects.end(),
              [](const auto &a, const auto &b) { return a.name < b.name; });
    const plan::SubjectStates states(desired.subjects, subjects);
    std::vector<NewSchema> changed;
    for (const auto &subject : desired.subjects)
        if (states.changes(subject.name) && states.actual(subject.name))
            if (auto settled = states.settled(subject.schema))
                changed.push_back({subject.name, std::move(*settled)});
    auto verdicts = registry.checkCompatibility(changed, stop);
    for (std::size_t i = 0; i < changed.size() && i < verdicts.size(); ++i)
        state.verdicts.insert_or_assign(changed[i].subject, std::move(verdicts[i]));
}

} // namespace

ActualState readActualState(const Target &target, const DesiredState &desired,
                            const std::stop_token &stop)
{
    if (target.registry == nullptr)
        return readActualState(target.cluster, stop);
    ActualState schemas; // both at once: neither knows of the other
    auto reading = std::async(std::launch::async,
                              [&] { readSchemas(schemas, *target.registry, desired, stop); });
    auto state = readActualState(target.cluster, stop);
    reading.get();
    state.subjects = std::move(schemas.subjects);
    state.compatibility = std::move(schemas.compatibility);
    state.verdicts = std::move(schemas.verdicts);
    return state;
}

} // namespace meshwright
