// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/drift.h"

#include "plan/ownership.h"
#include "plan/planner.h"

#include <algorithm>
#include <limits>
#include <map>
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
    drift.change = item;
    if (!item.policies.empty() && item.kind != PlanKind::Topic)
        drift.policy = item.policies.front().policy;
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
    if (actual.principal) // a plan keeps what it gets in by
        environment.superUsers.push_back(*actual.principal);
    return makePlan(topology, environment, desired, actual, diagnostics,
                    {.prune = {true, true, true, true}});
}

/// Why a plan that may delete all that nobody asks for keeps this topic.
std::string whyTopicKept(const DriftItem &item, const plan::Ownership &ownership, const Plan &plan)
{
    if (item.resource == item.context)
        return "It has the name of the context itself: no plan deletes it.";
    if (!ownership.isSurelyOwn(item.resource, item.context))
        return plan::perhapsAnothers(item.context) + ": no plan deletes it.";
    const auto isGeneral = [](const PlanProblem &problem) {
        return problem.resource == "deletes" && problem.severity == Severity::Warning;
    };
    const auto general = std::find_if(plan.problems.begin(), plan.problems.end(), isGeneral);
    if (general != plan.problems.end())
        return general->message;
    return "Nothing is planned for " + item.context +
           " while its schemas can't be registered as they are.";
}

std::string whyKept(const DriftItem &item, const Environment &environment,
                    const plan::Ownership &ownership, const Plan &plan)
{
    const Acl *acl = aclOf(item);
    if (plan::isProtected(environment, acl != nullptr ? acl->name : item.resource))
        return "The environment protects it, so no plan takes it away.";
    if (acl != nullptr)
        return "The connection itself gets in by it, so no plan takes it away.";
    if (item.kind == PlanKind::Topic)
        return whyTopicKept(item, ownership, plan);
    return "The environment protects it, so no plan takes it away.";
}

/// What no plan does in this environment, whatever it is asked for, stays without a plan's item.
void explainKept(Drift &drift, const Topology &topology, Environment environment,
                 const DesiredState &desired, const ActualState &actual,
                 const std::vector<Diagnostic> &diagnostics)
{
    const plan::Ownership ownership(topology, diagnostics);
    environment.deletes.cap = std::numeric_limits<std::size_t>::max();
    const Plan plan = makePlan(topology, environment, desired, actual, diagnostics,
                               {.prune = {true, true, true, true}});
    std::set<std::string_view> possible;
    for (const auto &item : plan.items)
        possible.insert(item.id);
    for (auto &item : drift.items) {
        if (item.message.empty() && !possible.contains(item.change->id))
            item.message = whyKept(item, environment, ownership, plan);
    }
}

/// The plan's item about this.
PlanItem wouldBe(PlanAction action, const DriftItem &drift, PlanChange change)
{
    PlanItem item;
    item.id = std::string(nameOf(drift.kind)) + ':' + drift.resource;
    item.action = action;
    item.kind = drift.kind;
    item.resource = drift.resource;
    item.context = drift.context;
    item.change = std::move(change);
    return item;
}

DriftItem unaskedTopic(const ActualTopic &topic, const std::string &owner)
{
    DriftItem item;
    item.state = DriftState::Unasked;
    item.resource = topic.name;
    item.context = owner;
    item.change = wouldBe(PlanAction::Delete, item, TopicDeletion{topic.partitions});
    item.cluster = beforeText(*item.change);
    item.topic = topic;
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

/// Replicas, or more partitions than the specs ask for.
DriftItem unmended(const PlanProblem &problem, const DesiredTopic &wanted, const ActualTopic &has)
{
    const bool isReplicas = problem.subject == "replicas";
    DriftItem item;
    item.state = DriftState::Differs;
    item.kind = isReplicas ? PlanKind::Topic : PlanKind::Partitions;
    item.resource = problem.resource;
    item.detail = isReplicas ? problem.subject : std::string();
    item.context = wanted.context.value;
    item.specs = std::to_string((isReplicas ? wanted.replicas : wanted.partitions).value_or(0));
    item.cluster = std::to_string(isReplicas ? has.replicas : has.partitions);
    item.reason = problem.reason;
    item.message = problem.message;
    if (!isReplicas)
        item.change =
            wouldBe(PlanAction::Update, item, PartitionChange{has.partitions, *wanted.partitions});
    if (const auto set = wanted.policies.find(problem.subject); set != wanted.policies.end())
        item.policy = set->second.policy;
    return item;
}

/// What no spec asks for is found as what a plan would delete.
PlanProblem inTermsOfDrift(PlanProblem problem)
{
    constexpr std::string_view nothing = "Nothing is deleted";
    if (problem.resource == "deletes" && problem.message.starts_with(nothing)) {
        problem.resource = "unasked";
        problem.message.replace(0, nothing.size(), "What no spec asks for is not looked for");
    }
    return problem;
}

/// A topic whose replicas or partitions no plan can bring in step is out of step all the same.
void addProblems(Drift &drift, const Plan &plan, const DesiredState &desired,
                 const ActualState &actual)
{
    std::map<std::string_view, const ActualTopic *> known;
    for (const auto &topic : *actual.topics)
        known.emplace(topic.name, &topic);
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
        const auto has = known.find(problem.resource);
        if (!problem.subject.empty() && topic != desired.topics.end() && has != known.end()) {
            drift.items.push_back(unmended(problem, *topic, *has->second));
            continue;
        }
        drift.problems.push_back(inTermsOfDrift(problem));
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

const Acl *aclOf(const DriftItem &item)
{
    const auto *access = item.change ? std::get_if<AclChange>(&item.change->change) : nullptr;
    return access == nullptr ? nullptr : &access->acl;
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
    explainKept(drift, topology, environment, desired, actual, diagnostics);
    std::stable_sort(drift.items.begin(), drift.items.end(), [](const auto &a, const auto &b) {
        return std::tie(a.context, a.kind, a.resource, a.detail) <
               std::tie(b.context, b.kind, b.resource, b.detail);
    });
    return drift;
}

PlanOptions restoring(const std::vector<DriftItem> &items)
{
    PlanOptions options;
    for (const auto &item : items) {
        if (!item.message.empty())
            continue;
        options.only.insert(item.change->id);
        if (item.state != DriftState::Unasked)
            continue;
        switch (item.kind) {
        case PlanKind::Topic:
            options.prune.topics = true;
            break;
        case PlanKind::Acl:
            options.prune.access = true;
            break;
        case PlanKind::Config:
            options.prune.settings = true;
            break;
        case PlanKind::Schema:
            options.prune.schemas = true;
            break;
        case PlanKind::Partitions:
            break;
        }
    }
    return options;
}

} // namespace meshwright
