// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/acl.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"
#include "meshwright/topology/topology.h"

#include <string>
#include <vector>

namespace meshwright::modelling {

/// A context that consumes a topic, and where it says so.
struct Reading
{
    ContextId reader;
    TopicName topic;
    asyncapi::Place place;

    bool operator==(const Reading &) const = default;
};

/// A grant that ends.
struct LostGrant
{
    TopicName topic;
    std::string target;
    asyncapi::Place place;

    bool operator==(const LostGrant &) const = default;
};

/// A `$ref` that would lead nowhere.
struct Dangling
{
    std::string reference;
    asyncapi::Place place; ///< in the text as it would be

    bool operator==(const Dangling &) const = default;
};

/// What an edit means, told before it is done. Everything sorted. Places are those of the texts as
/// they are, unless said otherwise.
struct Impact
{
    std::vector<ContextId> contextsGone;
    std::vector<TopicName> topicsGone;
    std::vector<TopicName> topicsNew;
    std::vector<Reading> readersLost;    ///< contexts that consume what goes and still say so
    std::vector<Reading> readersRemoved; ///< contexts whose reading is taken out as well
    std::vector<Reading> readersShut;    ///< contexts that may no longer read what stays
    std::vector<LostGrant> grantsGone;
    std::vector<Dangling> dangling;
    std::vector<Acl> aclsGone; ///< that the specs ask for now, and wouldn't any more
    std::vector<Acl> aclsNew;
    std::vector<std::string> planWords; ///< what a plan makes of it, six sentences at most

    bool operator==(const Impact &) const = default;

    bool isEmpty() const { return *this == Impact{}; }
};

/// The company as an edit of its workspace would make it. The errors are those of applyEdit.
Result<TopologyPtr> topologyAfter(const Topology &topology, const WorkspaceEdit &edit);

/// What any edit of a workspace means: that of a deletion, a change of access, a rename. The
/// workspace's own errors are those of applyEdit.
Result<Impact> impactOf(const Topology &topology, const WorkspaceEdit &edit);
/// The same, where the company after it is known.
Impact impactOf(const Topology &before, const Topology &after);

} // namespace meshwright::modelling
