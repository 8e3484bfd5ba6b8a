// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/drift.h"

#include "plan/planner.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace meshwright {

namespace {

DriftState stateOf(const PlanItem &item)
{
    switch (item.action) {
    case PlanAction::Create:
        return DriftState::Missing;
    case PlanAction::Delete:
        return DriftState::Unasked;
    case PlanAction::Update:
    case PlanAction::None:
        break;
    }
    if (const auto *setting = std::get_if<SettingChange>(&item.change)) {
        if (!setting->after)
            return DriftState::Unasked;
        if (!setting->before)
            return DriftState::Missing;
    }
    return DriftState::Differs;
}

DriftItem driftOf(const PlanItem &item)
{
    const auto *setting = std::get_if<SettingChange>(&item.change);
    DriftItem drift;
    drift.state = stateOf(item);
    drift.kind = item.kind;
    drift.resource = item.resource;
    drift.detail = setting != nullptr ? setting->key : std::string();
    drift.context = item.context;
    drift.reason = item.reason;
    if (drift.state != DriftState::Unasked)
        drift.specs = afterText(item);
    if (drift.state != DriftState::Missing)
        drift.cluster = beforeText(item);
    return drift;
}

/// All deletes that a plan could hold, for these are what no spec asks for.
Plan planBothWays(const Topology &topology, Environment environment, const DesiredState &desired,
                  const ActualState &actual, const std::vector<Diagnostic> &diagnostics)
{
    environment.deletes.cap = std::numeric_limits<std::size_t>::max();
    environment.protectedTopics.clear();
    if (auto own = plan::connectionPrincipal(environment)) // a plan keeps what it gets in by
        environment.superUsers.push_back(std::move(*own));
    return makePlan(topology, environment, desired, actual, diagnostics,
                    {.prune = {true, true, true, true}});
}

DriftItem unaskedTopic(const ActualTopic &topic, const std::string &owner)
{
    DriftItem item;
    item.state = DriftState::Unasked;
    item.resource = topic.name;
    item.context = owner;
    item.cluster =
        std::to_string(topic.partitions) + (topic.partitions == 1 ? " partition" : " partitions");
    return item;
}

/// Topics are looked at one by one: a plan takes away only those that are surely a context's own.
void addTopics(Drift &drift, const Topology &topology, const DesiredState &desired,
               const ActualState &actual, const std::vector<Diagnostic> &diagnostics)
{
    std::set<std::string_view> known;
    for (const auto &topic : desired.topics)
        known.insert(topic.name.value);
    for (const auto &topic : topology.topics)
        known.insert(topic.name.value); // of a spec that was not asked for
    const plan::Ownership ownership(topology, diagnostics);
    const Environment protectsNothing;
    for (const auto &topic : *actual.topics) {
        const bool isNobodys = topic.isInternal || plan::isProtected(protectsNothing, topic.name);
        if (isNobodys || known.contains(topic.name))
            continue;
        const std::string owner(ownership.ownerOf(topic.name));
        if (owner.empty())
            drift.ownerless.push_back(topic.name);
        else if (ownership.isAskedFor(owner) && !ownership.isHeldBack(owner))
            drift.items.push_back(unaskedTopic(topic, owner));
    }
}

/// A topic whose replicas or partitions no plan can bring in step is out of step all the same.
void addProblems(Drift &drift, const Plan &plan, const DesiredState &desired,
                 const ActualState &actual)
{
    std::set<std::string_view> known;
    for (const auto &topic : *actual.topics)
        if (topic.settingsKnown)
            known.insert(topic.name);
    const bool keepsAcls = actual.acls || actual.acls.error().code != Error::Code::NotFound;
    for (const auto &problem : plan.problems) {
        if (problem.severity == Severity::Info)
            continue; // of topics that a plan keeps: addTopics() tells them one by one
        if (problem.resource == "acls" && !keepsAcls) {
            drift.problems.push_back(
                {Severity::Info,
                 "acls",
                 "The cluster has no authorizer, so anybody may do anything there: there is no "
                 "access to compare. All the rest was compared.",
                 {}});
            continue; // what can't be there can't be out of step
        }
        const auto topic = std::find_if(
            desired.topics.begin(), desired.topics.end(),
            [&](const DesiredTopic &each) { return each.name.value == problem.resource; });
        const bool isOfTopic = problem.severity == Severity::Error && topic != desired.topics.end();
        if (isOfTopic && known.contains(problem.resource)) {
            DriftItem item;
            item.state = DriftState::Differs;
            item.resource = problem.resource;
            item.context = topic->context.value;
            item.reason = problem.reason;
            item.message = problem.message;
            drift.items.push_back(std::move(item));
            continue;
        }
        drift.problems.push_back(problem);
        drift.isKnown = false;
    }
}

} // namespace

std::string_view nameOf(DriftState state)
{
    switch (state) {
    case DriftState::Missing:
        return "missing";
    case DriftState::Differs:
        return "differs";
    case DriftState::Unasked:
        break;
    }
    return "unasked";
}

Drift findDrift(const Topology &topology, const Environment &environment,
                const DesiredState &desired, const ActualState &actual,
                const std::vector<Diagnostic> &diagnostics)
{
    const Plan plan = planBothWays(topology, environment, desired, actual, diagnostics);
    Drift drift;
    drift.environment = environment.name;
    drift.clusterId = actual.clusterId;
    drift.unchanged = plan.summary.unchanged;
    for (const auto &item : plan.items)
        if (item.kind != PlanKind::Topic || item.action != PlanAction::Delete)
            drift.items.push_back(driftOf(item));
    // Another cluster than is expected, settings with errors: then the rest says nothing either.
    const bool isBlind = plan.hasErrors() && plan.items.empty() && plan.summary.unchanged == 0;
    if (!actual.topics || isBlind) {
        drift.problems = plan.problems;
        drift.isKnown = false;
        return drift;
    }
    addTopics(drift, topology, desired, actual, diagnostics);
    addProblems(drift, plan, desired, actual);
    std::stable_sort(drift.items.begin(), drift.items.end(), [](const auto &a, const auto &b) {
        return std::tie(a.context, a.kind, a.resource, a.detail) <
               std::tie(b.context, b.kind, b.resource, b.detail);
    });
    return drift;
}

} // namespace meshwright
