// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/plan.h"

#include "plan/planner.h"
#include "plan/policyerrors.h"
#include "plan/specshash.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iterator>

namespace meshwright {

namespace {

std::string now()
{
    const auto time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&time, &parts);
    char text[sizeof "2000-01-01T00:00:00Z"];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

bool isKnown(const ActualState &actual)
{
    const bool hasNoAuthorizer = !actual.acls && actual.acls.error().code == Error::Code::NotFound;
    return actual.topics && (actual.acls || hasNoAuthorizer);
}

std::optional<PlanProblem> wrongCluster(const Environment &environment, const ActualState &actual)
{
    const auto &expected = environment.expectedClusterId;
    const bool isRead = actual.topics || actual.acls; // otherwise there is nothing to plan from
    if (expected.empty() || !isRead || expected == actual.clusterId)
        return std::nullopt;
    return PlanProblem{Severity::Error,
                       "cluster",
                       (actual.clusterId.empty() ? "This cluster does not tell its id"
                                                 : "This is cluster " + actual.clusterId) +
                           ", and environment " + environment.name + " expects " + expected +
                           ". Nothing is planned: look where bootstrap leads.",
                       {environment.place.file, 0, "expected cluster id"}};
}

void explainKeptDeletes(const plan::PlanInput &input, plan::PlanParts &parts)
{
    if (!input.asked.isAny() || input.deletes.isAny())
        return;
    parts.problems.push_back(
        {Severity::Warning,
         "deletes",
         input.ownership.isSound()
             ? "Nothing is deleted, since what the cluster holds is known only in part."
             : "Nothing is deleted until every spec is free of errors.",
         {}});
}

bool isOverCap(std::size_t deletes, std::size_t owned, const DeleteSettings &settings)
{
    return deletes > settings.cap &&
           static_cast<double>(deletes) > settings.share * static_cast<double>(owned);
}

Prune askedKinds(const Environment &environment, const PlanOptions &options)
{
    Prune asked = options.prune;
    for (const std::string &kind : environment.deletes.kinds)
        addKind(asked, kind);
    return asked;
}

std::optional<PlanProblem> capProblem(const plan::PlanParts &parts, const DeleteSettings &settings)
{
    const auto refusal = [&](std::size_t deletes, std::size_t owned, const std::string &what) {
        return PlanProblem{Severity::Error,
                           "deletes",
                           "The plan is refused: it would " + what + ' ' + std::to_string(deletes) +
                               " of " + std::to_string(owned) + ", more than " +
                               std::to_string(settings.cap) + " and more than " +
                               std::to_string(static_cast<int>(settings.share * 100.0)) +
                               " %. Look whether a spec was lost; if it is meant, delete in "
                               "smaller steps, or raise "
                               "'deletes' of the environment.",
                           {}};
    };
    if (isOverCap(parts.topicsDeleted.size(), parts.ownTopics, settings))
        return refusal(parts.topicsDeleted.size(), parts.ownTopics, "delete topics:");
    if (isOverCap(parts.subjectsDeleted.size(), parts.ownSubjects, settings))
        return refusal(parts.subjectsDeleted.size(), parts.ownSubjects, "delete subjects:");
    if (isOverCap(parts.lostAccess, parts.ownAcls, settings))
        return refusal(parts.lostAccess, parts.ownAcls, "take rights away:");
    return std::nullopt;
}

void assemble(Plan &plan, plan::PlanParts &parts)
{
    for (auto *list :
         {&parts.topics, &parts.partitions, &parts.settings, &parts.schemas, &parts.aclsAdded,
          &parts.aclsRemoved, &parts.subjectsDeleted, &parts.topicsDeleted})
        std::move(list->begin(), list->end(), std::back_inserter(plan.items));
    plan.summary.unchanged = parts.unchanged;
    for (const auto &item : plan.items) {
        switch (item.action) {
        case PlanAction::Create:
            ++plan.summary.creates;
            break;
        case PlanAction::Update:
            ++plan.summary.updates;
            break;
        case PlanAction::Delete:
            ++plan.summary.deletes;
            break;
        case PlanAction::None:
            ++plan.summary.unchanged;
            break;
        }
    }
}

} // namespace

namespace plan {

Reason reasonAt(const Topology &topology, const asyncapi::Place &place, std::string text)
{
    Reason reason{place.file, 0, std::move(text)};
    const auto *file = topology.workspace->file(place.file);
    if (file != nullptr && file->text)
        reason.line = file->text->position(place.range.begin).line;
    return reason;
}

} // namespace plan

bool Plan::hasErrors() const
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const auto &problem) { return problem.severity == Severity::Error; });
}

bool addKind(Prune &prune, std::string_view kind)
{
    constexpr std::array members{&Prune::topics, &Prune::access, &Prune::settings, &Prune::schemas};
    const auto *const found = std::find(pruneKinds.begin(), pruneKinds.end(), kind);
    if (found == pruneKinds.end())
        return false;
    prune.*members[static_cast<std::size_t>(found - pruneKinds.begin())] = true;
    return true;
}

Plan makePlan(const Topology &topology, const Environment &environment, const DesiredState &desired,
              const ActualState &actual, const std::vector<Diagnostic> &diagnostics,
              const PlanOptions &options)
{
    Plan result;
    result.environment = environment.name;
    result.connector = environment.connector;
    result.clusterId = actual.clusterId;
    result.created = options.created.empty() ? now() : options.created;
    result.specs = plan::specHashes(*topology.workspace);

    const auto judged = plan::withPolicyErrors(topology, environment, desired, diagnostics);
    const plan::Ownership ownership(topology, judged);
    result.problems = ownership.problems();
    if (auto problem = wrongCluster(environment, actual))
        result.problems.push_back(std::move(*problem));
    if (result.hasErrors())
        return result;
    const Prune asked = askedKinds(environment, options);
    const bool mayDelete = ownership.isSound() && isKnown(actual);
    const plan::PlanInput input{
        topology, environment, desired, actual, ownership, asked, mayDelete ? asked : Prune{}};
    plan::PlanParts parts;
    plan::planTopics(input, parts);
    plan::planAcls(input, parts);
    plan::planTopicDeletions(input, parts);
    plan::planSchemas(input, parts);
    plan::planSubjectDeletions(input, parts);
    explainKeptDeletes(input, parts);
    if (!options.only.empty())
        plan::keepOnly(parts, options.only);
    const auto refusal = capProblem(parts, environment.deletes);
    plan::withhold(parts);
    std::move(parts.problems.begin(), parts.problems.end(), std::back_inserter(result.problems));
    if (refusal)
        result.problems.push_back(*refusal);
    else
        assemble(result, parts);
    return result;
}

} // namespace meshwright
