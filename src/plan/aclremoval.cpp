// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.h"

#include "meshwright/access/effectiveaccess.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace meshwright::plan {

namespace {

using Right = std::tuple<ResourceType, std::string_view, AclOperation>;

class AclRemover
{
public:
    AclRemover(const PlanInput &input, PlanParts &parts);

    void plan();

private:
    struct Removal
    {
        const Acl *acl;
        std::string_view owner;
        bool isRevoked; ///< the owner's spec granted it once
    };

    bool isAskedFor(const Acl &acl) const;
    std::string_view ownerOf(const Acl &acl) const;
    bool isOfConvention(const Acl &acl, std::string_view owner) const;
    bool isTopicPattern(const Acl &acl, std::string_view owner) const;
    bool isRevokedGrant(const Acl &acl, std::string_view owner) const;
    bool isBelow(const std::string &domain, const std::string &principal) const;
    bool actsForAContext(const std::string &principal) const;
    std::string_view ownerByPrincipal(const Acl &acl) const;
    void keepOwnAccess(std::vector<Removal> &removals);
    void countLost(const std::vector<Removal> &removals);
    void remove(const Removal &removal);

    const PlanInput &m_input;
    PlanParts &m_parts;
    std::unordered_map<std::string_view, const DesiredTopic *> m_topics;
    std::set<std::string_view> m_principals;    ///< of contexts
    std::set<std::string_view> m_organisations; ///< first parts of contexts' ids
    std::vector<std::string> m_principalTexts;
};

AclRemover::AclRemover(const PlanInput &input, PlanParts &parts)
    : m_input(input)
    , m_parts(parts)
{
    for (const auto &topic : input.desired.topics)
        m_topics.emplace(topic.name.value, &topic);
    m_principalTexts.reserve(input.topology.contexts.size());
    for (const auto &context : input.topology.contexts) {
        m_principals.insert(
            m_principalTexts.emplace_back(principalOf(context.id, &input.environment)));
        const std::string_view id = context.id.value;
        m_organisations.insert(id.substr(0, id.find('.')));
    }
    for (const auto &[context, principal] : input.environment.principals)
        m_principals.insert(principal);
}

// A cluster's ACL has no context in its name. Its principal tells, where it acts for nobody else.
std::string_view AclRemover::ownerByPrincipal(const Acl &acl) const
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

std::string_view AclRemover::ownerOf(const Acl &acl) const
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

bool AclRemover::isTopicPattern(const Acl &acl, std::string_view owner) const
{
    const std::string_view name = acl.name;
    if (acl.patternType == PatternType::Literal)
        return m_topics.contains(name) || m_input.ownership.isSurelyOwn(name, owner);
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
bool AclRemover::isOfConvention(const Acl &acl, std::string_view owner) const
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

bool AclRemover::actsForAContext(const std::string &principal) const
{
    if (m_principals.contains(principal))
        return true;
    std::string_view name = principal;
    constexpr std::string_view user = "User:";
    if (!name.starts_with(user))
        return false;
    name.remove_prefix(user.size());
    const auto dot = name.find('.');
    return dot != std::string_view::npos && m_organisations.contains(name.substr(0, dot));
}

/// Whether it acts for this context, by its own name or another, or for one of this domain, be it
/// known here or not.
bool AclRemover::isBelow(const std::string &domain, const std::string &principal) const
{
    const auto &mapped = m_input.environment.principals;
    const auto isMeant = [&](std::string_view context) {
        return context == domain || context.starts_with(domain + '.');
    };
    return (principal.starts_with("User:") && isMeant(std::string_view(principal).substr(5))) ||
           std::any_of(mapped.begin(), mapped.end(), [&](const auto &each) {
               return each.second == principal && isMeant(each.first);
           });
}

/// Whether the owner's spec must have granted it once, and does so no more. An access of the same
/// shape that a person gave to a context can't be told from it; one given to anybody else can.
bool AclRemover::isRevokedGrant(const Acl &acl, std::string_view owner) const
{
    if (!m_input.ownership.isReadWhole() || acl.resourceType != ResourceType::Topic ||
        acl.patternType != PatternType::Literal || acl.operation != AclOperation::Read ||
        acl.permission != Permission::Allow || acl.host != "*")
        return false;
    const auto found = m_topics.find(acl.name);
    if (found == m_topics.end() || found->second->access != Access::Protected ||
        !actsForAContext(acl.principal) ||
        acl.principal == principalOf(ContextId{std::string(owner)}, &m_input.environment))
        return false;
    // A domain's members are those that this workspace knows, and there may be more.
    const Topic *topic = m_input.topology.topic(found->second->name);
    return topic &&
           std::none_of(topic->grants.begin(), topic->grants.end(),
                        [&](const Grant &each) { return isBelow(each.target, acl.principal); });
}

bool AclRemover::isAskedFor(const Acl &acl) const
{
    const auto precedes = [](const RequestedAcl &a, const Acl &b) { return a.acl < b; };
    const auto &wanted = m_input.desired.acls;
    const auto at = std::lower_bound(wanted.begin(), wanted.end(), acl, precedes);
    return at != wanted.end() && at->acl == acl;
}

void AclRemover::plan()
{
    const auto acls = sortedAcls(m_input);
    std::vector<Removal> removals;
    // Both lists are sorted the same way: one walk finds what nobody asks for.
    auto wanted = m_input.desired.acls.begin();
    const auto end = m_input.desired.acls.end();
    const auto precedes = [](const RequestedAcl &a, const Acl &b) { return a.acl < b; };
    for (const auto *acl : acls) {
        wanted = std::lower_bound(wanted, end, *acl, precedes);
        if (wanted != end && wanted->acl == *acl)
            continue;
        const auto owner = ownerOf(*acl);
        if (owner.empty() || !isOfConvention(*acl, owner) ||
            isProtected(m_input.environment, acl->name))
            continue;
        const bool isRevoked = isRevokedGrant(*acl, owner);
        if (isRevoked || m_input.deletes.access)
            removals.push_back({acl, owner, isRevoked});
    }
    if (removals.empty())
        return;
    m_parts.ownAcls =
        static_cast<std::size_t>(std::count_if(acls.begin(), acls.end(), [&](const Acl *acl) {
            const auto owner = ownerOf(*acl);
            return !owner.empty() && isOfConvention(*acl, owner);
        }));
    keepOwnAccess(removals);
    countLost(removals);
    for (const Removal &removal : removals)
        remove(removal);
}

/// A plan never takes away what the connection itself gets in by.
void AclRemover::keepOwnAccess(std::vector<Removal> &removals)
{
    const auto &own = m_input.actual.principal;
    const auto mayBeOurs = [&](const Removal &removal) {
        return removal.acl->principal == own || removal.acl->principal == "User:*";
    };
    const bool isSecured = !m_input.environment.security.empty();
    if (!own && isSecured && !removals.empty())
        m_parts.problems.push_back({Severity::Warning,
                                    "access",
                                    "As whom this connection logs in is not known, so nothing is "
                                    "kept for it: see that it does not lose its own access.",
                                    {}});
    if (!own || std::none_of(removals.begin(), removals.end(), mayBeOurs))
        return;
    std::set<const Acl *> removed;
    for (const Removal &removal : removals)
        removed.insert(removal.acl);
    std::vector<Acl> kept;
    for (const Acl &acl : *m_input.actual.acls)
        if (!removed.contains(&acl))
            kept.push_back(acl);
    const auto &environment = m_input.environment;
    const AccessSettings settings{{environment.superUsers.begin(), environment.superUsers.end()},
                                  environment.everybodyWithoutAcls};
    const EffectiveAccess after(std::move(kept), settings);
    std::erase_if(removals, [&](const Removal &removal) {
        const Acl &acl = *removal.acl;
        if (!mayBeOurs(removal) ||
            after.decide({*own, "", acl.operation, acl.resourceType, acl.name}).isAllowed)
            return false;
        m_parts.problems.push_back({Severity::Warning,
                                    describe(acl),
                                    "This access is kept although no spec asks for it, since " +
                                        *own +
                                        ", as whom this connection logs in, would lose it. If that "
                                        "is a super user, say so under 'authorizer'.",
                                    {}});
        return true;
    });
}

void AclRemover::countLost(const std::vector<Removal> &removals)
{
    std::set<Right> kept;
    for (const auto &requested : m_input.desired.acls) {
        const auto &acl = requested.acl;
        kept.emplace(acl.resourceType, acl.principal, acl.operation);
    }
    for (const Removal &removal : removals) {
        const Acl &acl = *removal.acl;
        Acl everybodys = acl;
        everybodys.principal = "User:*";
        const bool isLost =
            removal.isRevoked
                ? !isAskedFor(everybodys)
                : acl.operation != AclOperation::Describe // implied by every other right
                      && !kept.contains({acl.resourceType, acl.principal, acl.operation});
        if (isLost)
            ++m_parts.lostAccess;
    }
}

void AclRemover::remove(const Removal &removal)
{
    const Acl &acl = *removal.acl;
    PlanItem item;
    item.resource = describe(acl);
    item.id = "acl:" + item.resource;
    item.action = PlanAction::Delete;
    item.kind = PlanKind::Acl;
    item.context = removal.owner;
    item.change = AclChange{acl};
    item.precondition = {{"present", "true"}};
    item.warning = "clients that work by this right alone will be refused";
    if (removal.isRevoked) {
        const DesiredTopic &topic = *m_topics.at(acl.name);
        item.reason = reasonAt(m_input.topology, topic.reason,
                               topic.context.value + " does not grant it any more");
    } else {
        const auto *context = m_input.topology.context({std::string(removal.owner)});
        item.reason = reasonAt(m_input.topology, context->idPlace, "no spec asks for it any more");
    }
    m_parts.aclsRemoved.push_back(std::move(item));
}

} // namespace

void planAclRemovals(const PlanInput &input, PlanParts &parts)
{
    AclRemover(input, parts).plan();
}

} // namespace meshwright::plan
