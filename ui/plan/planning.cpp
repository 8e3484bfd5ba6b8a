// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/planning.h"

#include "meshwright/plan/guards.h"
#include "ui/plan/bothstates.h"
#include "ui/text/text.h"

#include <QCoreApplication>

namespace meshwright::ui {

Result<MadePlanPtr> makePlanFor(const PlanRequest &request, const std::stop_token &stop)
{
    const auto states =
        readBothStates(request.snapshot, request.environment, request.connector, stop);
    if (!states)
        return tl::unexpected(states.error());
    const auto &desired = states->desired;
    auto made = std::make_shared<MadePlan>();
    made->plan = makePlan(*request.snapshot.topology, request.environment, desired, states->actual,
                          states->findings, request.options);
    preflight(made->plan, *states->cluster, stop);
    weighLosses(made->plan, *states->cluster, stop);
    made->environment = request.environment;
    made->isPart = !request.options.only.empty();
    made->workspace = request.snapshot.workspace->root().string();
    made->revision = request.snapshot.revision;
    made->unsaved = request.unsaved;
    made->topics = desired.topics.size();
    made->acls = desired.acls.size();
    made->subjects = desired.subjects.size();
    made->readAt = QDateTime::currentDateTime();
    return made;
}

Plan MadePlan::rest() const
{
    std::set<std::string> done;
    for (const auto &item : standing)
        if (item.state == ItemState::Done)
            done.insert(item.id);
    Plan rest = plan;
    std::erase_if(rest.items, [&](const auto &item) { return done.contains(item.id); });
    return rest;
}

Result<journal::Desk> deskFor(const std::string &workspace)
{
    const auto folder = journal::stateFolder();
    if (!folder)
        return tl::unexpected(folder.error());
    return journal::Desk{.stateFolder = *folder,
                         .tool = "meshwright " + fromQt(QCoreApplication::applicationVersion()),
                         .workspace = workspace};
}

namespace {

/// Why nothing may be applied any more: somebody began to use what the plan deletes.
std::optional<Error> cameIntoUse(const MadePlan &made, Cluster &cluster,
                                 const std::stop_token &stop)
{
    Plan now = made.rest();
    std::set<std::string> agreed;
    for (const PlanItem *item : withoutConsent(now, {}))
        agreed.insert(item->resource);
    weighLosses(now, cluster, stop);
    const auto missing = withoutConsent(now, agreed);
    if (missing.empty())
        return std::nullopt;
    return Error{
        Error::Code::Conflict,
        fromQt(QCoreApplication::translate(
                   "PlanTexts", "%1 came into use since the plan was made: %2. Plan again.")
                   .arg(toQt(missing.front()->resource), toQt(missing.front()->consent))),
        {}};
}

ApplyReport nothingTried(const Plan &plan, Error error)
{
    ApplyReport report;
    const auto why = fromQt(QCoreApplication::translate("PlanTexts", "nothing was tried"));
    for (const auto &item : plan.items)
        report.items.push_back({item.id, ItemState::Skipped, why});
    report.refused = std::move(error);
    return report;
}

} // namespace

void applyPlan(QPromise<ApplyStep> &promise, const MadePlanPtr &made, const Connector &connector,
               const std::stop_token &stop)
{
    const auto desk = deskFor(made->workspace);
    if (!desk) {
        promise.addResult(nothingTried(made->plan, desk.error()));
        return;
    }
    const auto refuse = [&](const Error &why) {
        // Where the trail can't be written, nothing is applied all the same.
        [[maybe_unused]] const auto noted = journal::noteRefused(made->plan, why, *desk);
        promise.addResult(nothingTried(made->plan, why));
    };
    auto cluster = openCluster(connector, made->environment);
    if (!cluster)
        return refuse(cluster.error());
    auto registry = openRegistry(connector, made->environment);
    if (!registry)
        return refuse(registry.error());
    if (const auto refusal = cameIntoUse(*made, **cluster, stop))
        return refuse(*refusal);
    ApplyObserver observer;
    observer.started = [&promise](const PlanItem &item) {
        promise.addResult(ItemStarted{item.id});
    };
    observer.finished = [&promise](const PlanItem &, const ItemResult &result) {
        promise.addResult(result);
    };
    const Target target{**cluster, registry->get()};
    auto run = made->earlier
                   ? journal::resumeRecorded(*made->earlier, target, observer, stop, *desk)
                   : journal::applyRecorded(made->plan, target, observer, stop, *desk);
    if (!run.faults.empty() && !run.report.refused && !run.report.halted)
        run.report.halted = run.faults.front(); // what is not noted is not over for its user
    promise.addResult(std::move(run.report));
}

} // namespace meshwright::ui
