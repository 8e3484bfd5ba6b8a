// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

namespace meshwright::plan {

namespace {

using Right = std::tuple<ResourceType, std::string_view, AclOperation>;

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
    void planRemoved();

private:
    void add(const RequestedAcl &requested);
    void remove(const Acl &acl, std::string_view owner);
    std::string_view ownerOf(const Acl &acl) const;
    bool isOfConvention(const Acl &acl, std::string_view owner) const;
    bool isTopicPattern(const Acl &acl, std::string_view owner) const;
    std::string_view ownerByPrincipal(const Acl &acl) const;

    const PlanInput &m_input;
    PlanParts &m_parts;
    std::vector<const Acl *> m_actual; ///< sorted
    std::unordered_set<std::string_view> m_ownTopics;
};

bool isLess(const Acl *a, const Acl *b)
{
    return *a < *b;
}

AclPlanner::AclPlanner(const PlanInput &input, PlanParts &parts)
    : m_input(input)
    , m_parts(parts)
{
    m_actual.reserve(input.actual.acls->size());
    for (const auto &acl : *input.actual.acls)
        m_actual.push_back(&acl);
    if (!std::is_sorted(m_actual.begin(), m_actual.end(), isLess))
        std::sort(m_actual.begin(), m_actual.end(), isLess);
    for (const auto &topic : input.desired.topics)
        m_ownTopics.insert(topic.name.value);
}

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
        actual = std::lower_bound(actual, m_actual.end(), &requested.acl, isLess);
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

// A cluster's ACL has no context in its name. Its principal tells, where it acts for nobody else.
std::string_view AclPlanner::ownerByPrincipal(const Acl &acl) const
{
    std::string_view owner;
    for (const auto &context : m_input.topology.contexts) {
        if (principalOf(context.id, &m_input.environment) != acl.principal)
            continue;
        if (!m_input.ownership.isAskedFor(context.id.value))
            return {};
        owner = context.id.value;
    }
    return owner;
}

std::string_view AclPlanner::ownerOf(const Acl &acl) const
{
    if (acl.resourceType == ResourceType::Cluster)
        return ownerByPrincipal(acl);
    std::string_view name = acl.name;
    if (name.ends_with('.'))
        name.remove_suffix(1);
    const auto owner = m_input.ownership.ownerOf(name);
    return m_input.ownership.isAskedFor(owner) && !m_input.ownership.isHeldBack(owner)
               ? owner
               : std::string_view{};
}

bool AclPlanner::isTopicPattern(const Acl &acl, std::string_view owner) const
{
    const std::string_view name = acl.name;
    if (acl.patternType == PatternType::Literal)
        return m_ownTopics.contains(name) || m_input.ownership.isSurelyOwn(name, owner);
    if (name == owner)
        return true;
    const auto &convention = m_input.topology.workspace->settings().convention;
    if (convention.keywordPlace() == KeywordPlace::InFront) {
        const auto keyword = name.substr(0, name.find('.'));
        return convention.accessOf(keyword) &&
               name == std::string(keyword) + '.' + std::string(owner) + '.';
    }
    if (!isWithin(name, owner))
        return false;
    auto rest = name.substr(owner.size() + 1);
    if (rest.ends_with('.'))
        rest.remove_suffix(1);
    return rest == "_public" || rest == "_private" || convention.accessOf(rest).has_value();
}

// Only what this program (or the library that it is compatible with) writes. An ACL of any other
// shape was made by a person, for a reason that no spec tells.
bool AclPlanner::isOfConvention(const Acl &acl, std::string_view owner) const
{
    using enum AclOperation;
    if (acl.permission != Permission::Allow || acl.host != "*")
        return false;
    const auto isOneOf = [&acl](std::initializer_list<AclOperation> list) {
        return std::find(list.begin(), list.end(), acl.operation) != list.end();
    };
    const bool isNamedById = acl.name == owner || (acl.patternType == PatternType::Prefixed &&
                                                   acl.name.size() == owner.size() + 1);
    switch (acl.resourceType) {
    case ResourceType::Cluster:
        return isOneOf({IdempotentWrite});
    case ResourceType::Group:
        return isNamedById && isOneOf({Read, Delete});
    case ResourceType::TransactionalId:
        return isNamedById && isOneOf({Write, Describe});
    case ResourceType::Topic:
        return isOneOf({Read, Write, Create, Delete, Describe}) && isTopicPattern(acl, owner);
    }
    return false;
}

void AclPlanner::planRemoved()
{
    std::set<Right> kept;
    for (const auto &requested : m_input.desired.acls) {
        const auto &acl = requested.acl;
        kept.emplace(acl.resourceType, acl.principal, acl.operation);
    }
    auto wanted = m_input.desired.acls.begin();
    const auto end = m_input.desired.acls.end();
    const auto precedes = [](const RequestedAcl &a, const Acl &b) { return a.acl < b; };
    for (const auto *acl : m_actual) {
        const auto owner = ownerOf(*acl);
        if (owner.empty() || !isOfConvention(*acl, owner))
            continue;
        ++m_parts.ownAcls;
        wanted = std::lower_bound(wanted, end, *acl, precedes);
        if (wanted != end && wanted->acl == *acl)
            continue;
        if (acl->operation != AclOperation::Describe // implied by every other right
            && !kept.contains({acl->resourceType, acl->principal, acl->operation}))
            ++m_parts.lostAccess;
        remove(*acl, owner);
    }
}

void AclPlanner::remove(const Acl &acl, std::string_view owner)
{
    const auto *context = m_input.topology.context({std::string(owner)});
    PlanItem item;
    item.resource = describe(acl);
    item.id = "acl:" + item.resource;
    item.action = PlanAction::Delete;
    item.kind = PlanKind::Acl;
    item.context = owner;
    item.change = AclChange{acl};
    item.precondition = {{"present", "true"}};
    item.warning = "clients that work by this right alone will be refused";
    item.reason = reasonAt(m_input.topology, context->idPlace, "no spec asks for it any more");
    m_parts.aclsRemoved.push_back(std::move(item));
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

void planAcls(const PlanInput &input, PlanParts &parts)
{
    if (!input.actual.acls) {
        parts.problems.push_back(unreadable(input.actual.acls.error()));
        return;
    }
    AclPlanner planner(input, parts);
    planner.planAdded();
    if (input.mayDelete)
        planner.planRemoved();
}

} // namespace meshwright::plan
