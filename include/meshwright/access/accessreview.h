// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/effectiveaccess.h"
#include "meshwright/access/requestedacls.h"
#include "meshwright/graph/observed.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meshwright {

/// What a cluster has, as far as a review needs it.
struct ClusterAccess
{
    std::vector<Acl> acls;
    std::vector<std::string> topics; ///< names
    AccessSettings settings;
    std::optional<graph::Observation> observation = {}; ///< none: who reads is not known
};

/// Whose ACLs decide: those that the specs ask for, those that the cluster has, or either.
enum class AccessSource { Specs, Cluster, Both };

/// May this principal do this with this topic, and why.
struct AccessAnswer
{
    std::string principal;
    std::string topic;
    AclOperation operation = AclOperation::Read;
    Decision decision;
    /// The line that asks for the deciding ACL; null: no spec does.
    const RequestedAcl *asked = nullptr;
    std::string host; ///< where the answer is another one than from elsewhere; empty: anywhere
};

enum class AclState {
    InStep,   ///< a spec asks for it, and the cluster has it
    Missing,  ///< a spec asks for it, and the cluster lacks it
    Excess,   ///< the cluster has it, and no spec asks for it
    Shadowed, ///< another one allows all of it already, for the same principal or everybody
    Reaching, ///< its prefix reaches topics of another context than the one that asks for it
    Dormant,  ///< it lets a context read a topic, and no consumer group of that context does
};

/// An ACL under review.
struct AclReview
{
    Acl acl;
    AclState state = AclState::InStep;
    const RequestedAcl *asked = nullptr;
    const Acl *by = nullptr;        ///< Shadowed: the one that allows it
    std::vector<TopicName> reached; ///< Reaching: at most ten, sorted
};

/// Who can do what in a company, by its specs, by a cluster, or by both. Answers point into the
/// review; asking is safe from any thread.
class AccessReview
{
public:
    /// Without a cluster, the source is the specs. The environment maps principals (null: none).
    AccessReview(TopologyPtr topology, const Environment *environment,
                 std::optional<ClusterAccess> cluster, AccessSource source);

    AccessSource source() const { return m_source; }

    /// The contexts' and those that ACLs name, sorted.
    const std::vector<std::string> &principals() const { return m_principals; }

    /// The specs' and the cluster's, sorted.
    const std::vector<std::string> &topics() const { return m_topics; }

    /// The context that the principal acts for; null where it is none of the specs'.
    const Context *contextOf(const std::string &principal) const;

    AccessAnswer ask(const std::string &principal, const std::string &topic,
                     AclOperation operation) const;

    /// Of every principal READ and WRITE, those that are allowed or denied by an ACL: who can read
    /// or write this. `User:*` stands for all others, where something is open to everybody.
    std::vector<AccessAnswer> ofTopic(const std::string &topic) const;
    /// Every topic that the principal can read or write, or that an ACL denies it: what it reaches.
    std::vector<AccessAnswer> ofPrincipal(const std::string &principal) const;

    /// The ACLs of both sides with what is to be said of them; sorted by ACL. Without a cluster
    /// nothing is missing or in excess.
    std::vector<AclReview> acls() const;

    const EffectiveAccess &access() const { return *m_access; }

private:
    const RequestedAcl *askedFor(const Acl *acl) const;
    void answer(const std::vector<const Acl *> &about, const std::string &principal,
                const std::string &topic, bool withEverybodys,
                std::vector<AccessAnswer> &answers) const;
    const Acl *shadowing(const Acl &acl) const;
    std::vector<TopicName> reachedBeyond(const Acl &acl, const ContextId &owner) const;
    bool isDormant(const Acl &acl, const ContextId &actor) const;

    TopologyPtr m_topology;
    std::vector<RequestedAcl> m_requested; ///< sorted by ACL
    std::optional<ClusterAccess> m_cluster;
    AccessSource m_source;
    std::unique_ptr<EffectiveAccess> m_access;
    std::vector<std::string> m_principals;
    std::vector<std::string> m_topics;
    std::map<std::string, ContextId> m_contexts; ///< by principal
    /// Who reads what, by topic; nothing where that is not known for certain.
    std::optional<std::set<std::pair<TopicName, ContextId>>> m_readings;
};

std::string_view nameOf(AccessSource source); ///< specs, cluster, both
std::string_view nameOf(AclState state); ///< in-step, missing, excess, shadowed, reaching, dormant

} // namespace meshwright
