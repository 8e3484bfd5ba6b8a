// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/acl.h"
#include "meshwright/topology/topology.h"

#include <vector>

namespace meshwright {

/// The principal that acts for the context in the environment (null: no environment).
std::string principalOf(const ContextId &context, const Environment *environment);

/// What the specs ask for, sorted by ACL, without repeats (of equal ACLs the first place stays).
/// Source: docs/access.md. Specs that were not asked for (Workspace::only) ask for nothing.
std::vector<RequestedAcl> requestedAcls(const Topology &topology, const Environment *environment);
/// What all specs ask for, whichever was asked for: who can do what depends on all of them.
std::vector<RequestedAcl> allRequestedAcls(const Topology &topology,
                                           const Environment *environment);

} // namespace meshwright
