// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/accessreview.h"

#include <algorithm>
#include <array>

namespace meshwright {

namespace {

constexpr std::size_t mostReached = 10;
constexpr std::array readAndWrite{AclOperation::Read, AclOperation::Write};

/// Stands for principals that no ACL names.
const std::string anybody = "User:*";

bool isTold(const Decision &decision)
{
    return decision.isAllowed || decision.ground == AccessGround::Denied;
}

/// Whether whatever `inner` is about, `outer` is about too.
bool covers(const Acl &outer, const Acl &inner)
{
    if (outer.resourceType != inner.resourceType)
        return false;
    if (outer.patternType == PatternType::Prefixed)
        return inner.name.starts_with(outer.name) &&
               !(inner.patternType == PatternType::Literal && inner.name == "*");
    if (outer.name == "*")
        return true;
    return inner.patternType == PatternType::Literal && inner.name == outer.name;
}

bool allowsAllOf(const Acl &outer, const Acl &inner)
{
    return covers(outer, inner) &&
           (outer.principal == inner.principal || outer.principal == anybody) &&
           (outer.host == inner.host || outer.host == "*") &&
           (outer.operation == inner.operation || outer.operation == AclOperation::All) &&
           outer.permission == Permission::Allow;
}

/// Only where every group could be read: what was not seen may be read all the same.
std::optional<std::set<std::pair<TopicName, ContextId>>>
readingsOf(const Topology &topology, const std::optional<ClusterAccess> &cluster)
{
    if (!cluster || !cluster->observation)
        return std::nullopt;
    const graph::Observed seen = graph::seenBy(topology, *cluster->observation, nullptr);
    if (!seen.isComplete || !seen.runsConsumers || seen.unknownGroups > 0)
        return std::nullopt;
    std::set<std::pair<TopicName, ContextId>> readings;
    for (const graph::Reading &reading : seen.readings)
        readings.emplace(reading.topic, reading.reader);
    return readings;
}

} // namespace

AccessReview::AccessReview(TopologyPtr topology, const Environment *environment,
                           std::optional<ClusterAccess> cluster, AccessSource source)
    : m_topology(std::move(topology))
    , m_requested(allRequestedAcls(*m_topology, environment))
    , m_cluster(std::move(cluster))
    , m_source(m_cluster ? source : AccessSource::Specs)
{
    std::set<Acl> acls;
    if (m_source != AccessSource::Cluster)
        for (const RequestedAcl &requested : m_requested)
            acls.insert(requested.acl);
    if (m_cluster && m_source != AccessSource::Specs)
        acls.insert(m_cluster->acls.begin(), m_cluster->acls.end());
    m_access =
        std::make_unique<EffectiveAccess>(std::vector<Acl>(acls.begin(), acls.end()),
                                          m_cluster ? m_cluster->settings : AccessSettings());
    std::set<std::string> principals(m_access->principals().begin(), m_access->principals().end());
    for (const Context &context : m_topology->contexts) {
        const std::string principal = principalOf(context.id, environment);
        m_contexts.emplace(principal, context.id);
        principals.insert(principal);
    }
    principals.insert(m_access->settings().superUsers.begin(),
                      m_access->settings().superUsers.end());
    m_principals.assign(principals.begin(), principals.end());
    std::set<std::string> topics;
    for (const Topic &topic : m_topology->topics)
        topics.insert(topic.name.value);
    if (m_cluster)
        topics.insert(m_cluster->topics.begin(), m_cluster->topics.end());
    m_topics.assign(topics.begin(), topics.end());
    m_readings = readingsOf(*m_topology, m_cluster);
}

const Context *AccessReview::contextOf(const std::string &principal) const
{
    const auto found = m_contexts.find(principal);
    return found == m_contexts.end() ? nullptr : m_topology->context(found->second);
}

const RequestedAcl *AccessReview::askedFor(const Acl *acl) const
{
    if (!acl)
        return nullptr;
    const auto found = std::lower_bound(
        m_requested.begin(), m_requested.end(), *acl,
        [](const RequestedAcl &each, const Acl &wanted) { return each.acl < wanted; });
    return found != m_requested.end() && found->acl == *acl ? &*found : nullptr;
}

AccessAnswer AccessReview::ask(const std::string &principal, const std::string &topic,
                               AclOperation operation) const
{
    const Decision decision =
        m_access->decide({principal, {}, operation, ResourceType::Topic, topic});
    return {principal, topic, operation, decision, askedFor(decision.acl), {}};
}

/// READ and WRITE, from anywhere, and from each host where that is another answer.
void AccessReview::answer(const std::vector<const Acl *> &about, const std::string &principal,
                          const std::string &topic, bool withEverybodys,
                          std::vector<AccessAnswer> &answers) const
{
    std::set<std::string> hosts{{}};
    for (const Acl *acl : about)
        if (acl->host != "*" && (acl->principal == principal || acl->principal == anybody))
            hosts.insert(acl->host);
    for (const AclOperation operation : readAndWrite) {
        Decision anywhere;
        for (const std::string &host : hosts) { // "" comes first
            const Decision decision =
                m_access->decideBy(about, {principal, host, operation, ResourceType::Topic, topic});
            if (host.empty())
                anywhere = decision;
            else if (decision == anywhere)
                continue;
            const bool isEverybodys = decision.acl && decision.acl->principal == anybody;
            if (isTold(decision) && (!isEverybodys || principal == anybody || withEverybodys))
                answers.push_back(
                    {principal, topic, operation, decision, askedFor(decision.acl), host});
        }
    }
}

std::vector<AccessAnswer> AccessReview::ofTopic(const std::string &topic) const
{
    const auto about = m_access->about(ResourceType::Topic, topic);
    std::vector<AccessAnswer> answers;
    answer(about, anybody, topic, true, answers);
    for (const std::string &principal : m_principals)
        answer(about, principal, topic, false, answers); // that is said once
    return answers;
}

std::vector<AccessAnswer> AccessReview::ofPrincipal(const std::string &principal) const
{
    std::vector<AccessAnswer> answers;
    for (const std::string &topic : m_topics)
        answer(m_access->about(ResourceType::Topic, topic), principal, topic, true, answers);
    return answers;
}

/// Another ACL that allows all that this one does.
const Acl *AccessReview::shadowing(const Acl &acl) const
{
    if (acl.permission == Permission::Deny)
        return nullptr;
    const bool isPrefix = acl.patternType == PatternType::Prefixed;
    for (const Acl *other : m_access->about(acl.resourceType, acl.name))
        if (*other != acl && allowsAllOf(*other, acl) &&
            !(isPrefix && other->patternType == PatternType::Literal && other->name != "*"))
            return other;
    return nullptr;
}

/// Topics of other contexts than the one that asks.
std::vector<TopicName> AccessReview::reachedBeyond(const Acl &acl, const ContextId &owner) const
{
    std::vector<TopicName> reached;
    if (acl.resourceType != ResourceType::Topic || acl.patternType != PatternType::Prefixed)
        return reached;
    const auto &topics = m_topology->topics;
    auto topic = std::lower_bound(
        topics.begin(), topics.end(), acl.name,
        [](const Topic &each, const std::string &name) { return each.name.value < name; });
    for (; topic != topics.end() && topic->name.value.starts_with(acl.name); ++topic)
        if (topic->owner != owner && reached.size() < mostReached)
            reached.push_back(topic->name);
    return reached;
}

/// A grant of another's topic by its name, which nobody uses. Prefixes and what is open to
/// everybody are no grants to somebody.
bool AccessReview::isDormant(const Acl &acl, const ContextId &actor) const
{
    if (!m_readings || acl.resourceType != ResourceType::Topic ||
        acl.patternType != PatternType::Literal || acl.operation != AclOperation::Read ||
        acl.permission != Permission::Allow)
        return false;
    const Topic *topic = m_topology->topic({acl.name});
    return topic && topic->owner != actor && !m_readings->contains({topic->name, actor});
}

std::vector<AclReview> AccessReview::acls() const
{
    std::set<Acl> all;
    std::set<Acl> there;
    if (m_cluster)
        there.insert(m_cluster->acls.begin(), m_cluster->acls.end());
    all = there;
    for (const RequestedAcl &requested : m_requested)
        all.insert(requested.acl);
    std::vector<AclReview> reviews;
    reviews.reserve(all.size());
    for (const Acl &acl : all) {
        AclReview review{acl, AclState::InStep, askedFor(&acl), nullptr, {}};
        const auto actor = m_contexts.find(acl.principal);
        const ContextId owner = review.asked                ? review.asked->context
                                : actor != m_contexts.end() ? actor->second
                                                            : ContextId();
        // What the convention gives every owner may be open to everybody besides: that is no fault.
        const bool isOwners =
            review.asked && actor != m_contexts.end() && actor->second == review.asked->context;
        review.reached = owner.value.empty() ? std::vector<TopicName>() : reachedBeyond(acl, owner);
        if (m_cluster && review.asked && !there.contains(acl))
            review.state = AclState::Missing;
        else if (m_cluster && !review.asked)
            review.state = AclState::Excess;
        else if (!review.reached.empty())
            review.state = AclState::Reaching;
        else if (!isOwners && (review.by = shadowing(acl)))
            review.state = AclState::Shadowed;
        else if (actor != m_contexts.end() && isDormant(acl, actor->second))
            review.state = AclState::Dormant;
        reviews.push_back(std::move(review));
    }
    return reviews;
}

std::string_view nameOf(AccessSource source)
{
    switch (source) {
    case AccessSource::Cluster:
        return "cluster";
    case AccessSource::Both:
        return "both";
    case AccessSource::Specs:
        break;
    }
    return "specs";
}

std::string_view nameOf(AclState state)
{
    switch (state) {
    case AclState::Missing:
        return "missing";
    case AclState::Excess:
        return "excess";
    case AclState::Shadowed:
        return "shadowed";
    case AclState::Reaching:
        return "reaching";
    case AclState::Dormant:
        return "dormant";
    case AclState::InStep:
        break;
    }
    return "in-step";
}

} // namespace meshwright
