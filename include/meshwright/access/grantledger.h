// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/observed.h"
#include "meshwright/topology/topology.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// What a reader and a protected topic are to each other.
enum class GrantState {
    Waiting,    ///< its spec says that it reads, and nobody has granted it
    Used,       ///< granted, and its spec says that it reads
    Unread,     ///< granted, and nobody declares it; or, by a cluster, nobody was seen to read
    Undeclared, ///< it was seen to read, and its spec does not say so
};

inline constexpr GrantState grantStates[] = {GrantState::Waiting, GrantState::Used,
                                             GrantState::Unread, GrantState::Undeclared};

std::string_view nameOf(GrantState state); ///< waiting, used, unread, undeclared

/// A protected topic and one who reads it, may, or would.
struct GrantEntry
{
    GrantState state = GrantState::Waiting;
    TopicName topic;
    ContextId owner;
    std::string reader; ///< a context; of a grant that nobody uses: its target
    std::optional<std::string> grantedTo = {}; ///< the target of the grant: narrower ones first
    asyncapi::Place topicPlace;                ///< where its owner declares it
    std::optional<asyncapi::Place> asked = {}; ///< the line of the reader's spec
    std::optional<asyncapi::Place> given = {}; ///< the tag
    std::vector<std::string> groups = {};      ///< consumer groups that were seen to read

    bool operator==(const GrantEntry &) const = default;
};

/// Every protected topic with everyone who is granted it, declares that it reads it, or was seen to
/// read it, sorted by topic and reader. `observed`: a cluster beside the specs; may be null. A
/// grant to many (a domain, everybody) stands for those who read by it, and for itself where nobody
/// does.
std::vector<GrantEntry> grantLedger(const Topology &topology,
                                    const graph::Observed *observed = nullptr);

/// The part of one owner: a context, or a domain with all that is in it.
std::vector<GrantEntry> ledgerOf(const std::vector<GrantEntry> &ledger, std::string_view owner);

} // namespace meshwright
