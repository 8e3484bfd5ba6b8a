// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.h"

#include <algorithm>

namespace meshwright::plan {

namespace {

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const auto &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

class AclPlanner
{
public:
    AclPlanner(const PlanInput &input, PlanParts &parts);

    void planAdded();

private:
    void add(const RequestedAcl &requested);

    const PlanInput &m_input;
    PlanParts &m_parts;
    std::vector<const Acl *> m_actual; ///< sorted
};

AclPlanner::AclPlanner(const PlanInput &input, PlanParts &parts)
    : m_input(input)
    , m_parts(parts)
    , m_actual(sortedAcls(input))
{}

void AclPlanner::planAdded()
{
    // Both lists are sorted the same way: one walk finds what is missing.
    auto actual = m_actual.begin();
    for (const auto &requested : m_input.desired.acls) {
        if (m_input.ownership.isHeldBack(requested.context.value))
            continue;
        if (const auto fault = aclFault(requested.acl)) {
            m_parts.problems.push_back(
                {Severity::Error, describe(requested.acl),
                 "This access is not planned, since " + *fault + '.',
                 reasonAt(m_input.topology, requested.reason, "asked for here")});
            continue;
        }
        actual = std::lower_bound(actual, m_actual.end(), &requested.acl, isLessAcl);
        if (actual != m_actual.end() && **actual == requested.acl)
            ++m_parts.unchanged;
        else
            add(requested);
    }
}

void AclPlanner::add(const RequestedAcl &requested)
{
    const auto &acl = requested.acl;
    const auto own = principalOf(requested.context, &m_input.environment);
    PlanItem item;
    item.resource = describe(acl);
    item.id = "acl:" + item.resource;
    item.action = PlanAction::Create;
    item.kind = PlanKind::Acl;
    item.context = requested.context.value;
    item.change = AclChange{acl};
    item.precondition = {{"absent", "true"}};
    std::string why = "its own business";
    if (acl.principal == "User:*")
        why = "every principal may read what is public";
    else if (acl.principal != own)
        why = "granted to " + acl.principal;
    if (acl.principal != own)
        item.risk = Risk::WidensAccess;
    if (acl.patternType == PatternType::Prefixed && acl.resourceType != ResourceType::Cluster) {
        const auto others = m_input.ownership.alsoCovered(acl.name, requested.context.value);
        if (!others.empty()) {
            item.risk = Risk::WidensAccess;
            item.warning = "the prefix also covers what belongs to " + joined(others);
        }
    }
    item.reason = reasonAt(m_input.topology, requested.reason, std::move(why));
    m_parts.aclsAdded.push_back(std::move(item));
}

PlanProblem unreadable(const Error &error)
{
    if (error.code == Error::Code::NotFound) {
        return {Severity::Warning,
                "acls",
                "The cluster has no authorizer, so anybody may do anything there and no access is "
                "planned. Set authorizer.class.name on its brokers to have access governed.",
                {}};
    }
    return {Severity::Error,
            "acls",
            "The cluster's ACLs could not be read, so none is planned: " + error.message,
            {}};
}

} // namespace

std::vector<const Acl *> sortedAcls(const PlanInput &input)
{
    std::vector<const Acl *> acls;
    acls.reserve(input.actual.acls->size());
    for (const auto &acl : *input.actual.acls)
        acls.push_back(&acl);
    if (!std::is_sorted(acls.begin(), acls.end(), isLessAcl))
        std::sort(acls.begin(), acls.end(), isLessAcl);
    return acls;
}

void planAcls(const PlanInput &input, PlanParts &parts)
{
    if (!input.actual.acls) {
        parts.problems.push_back(unreadable(input.actual.acls.error()));
        return;
    }
    AclPlanner(input, parts).planAdded();
    planAclRemovals(input, parts);
}

} // namespace meshwright::plan
