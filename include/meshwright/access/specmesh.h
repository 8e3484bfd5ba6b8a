// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/acl.h"
#include "meshwright/asyncapi/spec.h"
#include "meshwright/workspace/settings.h"

#include <map>
#include <vector>

namespace meshwright::specmesh {

/// A topic as SpecMesh would provision it: partitions left out are 1.
struct SpecmeshTopic
{
    std::string name;
    int partitions = 1;
    std::optional<int> replicas; ///< none: the broker's default
    std::map<std::string, std::string> settings;
    asyncapi::Place place;
    std::size_t channel = 0;
};

/// What SpecMesh's library makes of one spec; see docs/compatibility.md for what differs on
/// purpose.
std::vector<SpecmeshTopic> topics(const asyncapi::Spec &spec);
std::vector<RequestedAcl> acls(const asyncapi::Spec &spec, const Environment *environment);

} // namespace meshwright::specmesh
