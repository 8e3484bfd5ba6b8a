// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/apply.h"

#include "plan/applier.h"

#include <algorithm>

namespace meshwright {

namespace {

std::optional<Error> refusalOf(const Plan &plan)
{
    for (const auto &problem : plan.problems) {
        if (problem.severity == Severity::Error) {
            return Error{Error::Code::Invalid,
                         "The plan has errors and is not carried out. " + problem.resource + ": " +
                             problem.message,
                         problem.reason.file};
        }
    }
    return std::nullopt;
}

std::optional<Error> refusalOf(const Plan &plan, Cluster &cluster, const std::stop_token &stop)
{
    const auto info = cluster.info(stop);
    if (!info)
        return info.error();
    if (plan.clusterId.empty() || plan.clusterId == info->clusterId)
        return std::nullopt;
    return Error{Error::Code::Conflict,
                 "The plan was made for cluster " + plan.clusterId + ", and this is " +
                     info->clusterId + ": plan again for this one.",
                 {}};
}

ApplyReport refused(const Plan &plan, Error error)
{
    ApplyReport report;
    for (const auto &item : plan.items)
        report.items.push_back({item.id, ItemState::Skipped, "nothing was tried"});
    report.cancelled = error.code == Error::Code::Cancelled;
    report.refused = std::move(error);
    return report;
}

} // namespace

bool ApplyReport::isComplete() const
{
    return !refused && !halted && std::all_of(items.begin(), items.end(), [](const auto &item) {
        return item.state == ItemState::Done;
    });
}

ApplyReport apply(const Plan &plan, const Target &target, const ApplyObserver &observer,
                  std::stop_token stop, const ApplyPace &pace)
{
    if (auto error = refusalOf(plan))
        return refused(plan, std::move(*error));
    if (auto error = refusalOf(plan, target.cluster, stop))
        return refused(plan, std::move(*error));
    plan::Applier applier(plan, target, observer, std::move(stop), pace);
    applier.applyTopics();
    applier.applySchemas();
    applier.applyAcls();
    applier.applySubjectDeletions();
    applier.applyDeletions();
    return applier.takeReport();
}

} // namespace meshwright
