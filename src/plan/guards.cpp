// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/guards.h"

#include "plan/planner.h"

#include <algorithm>

namespace meshwright {

namespace {

/// What a deletion is about: a topic, or what an ACL names.
const std::string &subjectOf(const PlanItem &item)
{
    const auto *acl = std::get_if<AclChange>(&item.change);
    return acl ? acl->acl.name : item.resource;
}

Error denied(const Environment &environment, std::string message)
{
    return {Error::Code::Denied, std::move(message), environment.place.file};
}

} // namespace

std::optional<Error> writeRefusal(const Plan &plan, const Environment &environment)
{
    const std::string name = "'" + environment.name + "'";
    if (environment.isReadOnly)
        return denied(environment, name + " is read-only, so nothing is applied there. Take "
                                          "'readOnly: true' out of the environment to write.");
    if (!environment.unverifiedTlsReason.empty() && environment.guard == Guard::Prod)
        return denied(environment, "Nothing is applied to " + name +
                                       " while its certificates are not verified: take "
                                       "'verify: false' out of its security.");
    const std::string &expected = environment.expectedClusterId;
    if (!expected.empty() && expected != plan.clusterId)
        return denied(
            environment,
            name + " expects cluster " + expected + ", and this plan was made for " +
                (plan.clusterId.empty() ? "one that told no id" : "cluster " + plan.clusterId) +
                ". Plan again.");
    const auto found = std::find_if(plan.items.begin(), plan.items.end(), [&](const auto &item) {
        return item.action == PlanAction::Delete && plan::isProtected(environment, subjectOf(item));
    });
    if (found != plan.items.end())
        return denied(environment, "The plan deletes what " + name +
                                       " protects: " + found->resource + ". Plan again.");
    return std::nullopt;
}

} // namespace meshwright
