// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/planning.h"

#include "ui/session/derivation.h"
#include "ui/text/text.h"

#include <QCoreApplication>

namespace meshwright::ui {

Result<MadePlanPtr> makePlanFor(const PlanRequest &request, const std::stop_token &stop)
{
    auto cluster = openCluster(request.connector, request.environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    auto registry = openRegistry(request.connector, request.environment);
    if (!registry)
        return tl::unexpected(registry.error());
    auto made = std::make_shared<MadePlan>();
    const auto &topology = *request.snapshot.topology;
    const auto desired = desiredState(topology, &request.environment);
    const auto actual = readActualState({**cluster, registry->get()}, desired, stop);
    if (!actual.topics) // without its topics there is nothing to compare with
        return tl::unexpected(actual.topics.error());
    const auto findings = request.snapshot.isChecked ? *request.snapshot.diagnostics
                                                     : checkAll(request.snapshot).findings;
    made->plan =
        makePlan(topology, request.environment, desired, actual, findings, request.options);
    made->environment = request.environment;
    made->revision = request.snapshot.revision;
    made->unsaved = request.unsaved;
    made->topics = desired.topics.size();
    made->acls = desired.acls.size();
    made->readAt = QDateTime::currentDateTime();
    return made;
}

void applyPlan(QPromise<ApplyStep> &promise, const MadePlanPtr &made, const Connector &connector,
               const std::stop_token &stop)
{
    auto cluster = openCluster(connector, made->environment);
    auto registry = openRegistry(connector, made->environment);
    if (!cluster || !registry) {
        ApplyReport report;
        const auto why = fromQt(QCoreApplication::translate("PlanTexts", "nothing was tried"));
        for (const auto &item : made->plan.items)
            report.items.push_back({item.id, ItemState::Skipped, why});
        report.refused = cluster ? registry.error() : cluster.error();
        promise.addResult(std::move(report));
        return;
    }
    ApplyObserver observer;
    observer.started = [&promise](const PlanItem &item) {
        promise.addResult(ItemStarted{item.id});
    };
    observer.finished = [&promise](const PlanItem &, const ItemResult &result) {
        promise.addResult(result);
    };
    promise.addResult(apply(made->plan, {**cluster, registry->get()}, observer, stop));
}

} // namespace meshwright::ui
