// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::adoption {

/// The contexts that the names and the ACLs of a cluster tell of.
class FoundContexts
{
public:
    FoundContexts(const std::vector<ActualTopic> &topics, const std::vector<Acl> &acls,
                  const Convention &convention, const Environment &environment);

    /// The context itself, or all below the domain (empty: all). Where none is found but topics lie
    /// below the name, it is taken for a context.
    std::vector<ContextId> inScope(const std::string &scope);

    /// Of a topic, or of any other resource that is named after a context; none: no context's.
    std::optional<ContextId> ownerOf(std::string_view name) const;
    /// That the principal acts for: the one found, else the one whose usual principal it is.
    std::optional<ContextId> actorOf(const std::string &principal) const;
    /// Who acts for the context by its groups' ACLs.
    std::optional<std::string> principalOf(const ContextId &context) const;

private:
    void findByGroups(const std::vector<Acl> &acls);

    const std::vector<ActualTopic> &m_topics;
    const Convention &m_convention;
    std::set<ContextId> m_ids;
    std::map<ContextId, std::string> m_principals;
    std::map<std::string, ContextId> m_actors;
};

} // namespace meshwright::adoption
