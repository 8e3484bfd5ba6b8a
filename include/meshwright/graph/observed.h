// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/groups.h"
#include "meshwright/topology/topology.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What runs on a cluster beside what the specs say.
namespace meshwright::graph {

/// What was read from a cluster at one time.
struct Observation
{
    std::chrono::system_clock::time_point at;
    GroupReadings groups;
    std::vector<TopicEnds> topics; ///< sorted by name

    bool operator==(const Observation &) const = default;
};

/// The context that a consumer group is named after: the longest id that the group's is, or that it
/// begins with, followed by `.`, `-` or `_`.
std::optional<ContextId> contextOfGroup(const Topology &topology, std::string_view group);

/// Numbers of the moment. What is not there can't be told.
struct Figures
{
    std::optional<int> members;      ///< running consumers that have a part of it
    std::optional<std::int64_t> lag; ///< records that wait to be read
    std::optional<double> perSecond; ///< records that were read; of a topic: that were written

    bool operator==(const Figures &) const = default;
};

/// A context that reads a topic: groups of it have read, or running consumers wait for records.
struct Reading
{
    TopicName topic;
    std::optional<ContextId> owner; ///< by the topic's name; nothing where it is of no context here
    ContextId reader;
    std::vector<std::string> groups; ///< sorted
    Figures figures;

    bool operator==(const Reading &) const = default;
};

/// Where the specs and the cluster disagree.
struct Mismatch
{
    enum class Kind {
        Undeclared,   ///< a context reads what its spec does not say
        Unread,       ///< its spec says that it reads, and it does not
        IdleGrant,    ///< it was granted a topic, and neither says nor does read it
        StrayGroup,   ///< a group that is named after no context
        MissingTopic, ///< a topic of a spec that the cluster does not show
        StrayTopic,   ///< a topic that is named after a context, and stands in no spec
    };

    Kind kind = Kind::Undeclared;
    TopicName topic;                 ///< empty of a group
    std::string group;               ///< of a StrayGroup
    std::vector<ContextId> contexts; ///< whom it is about: the owner, then the reader

    bool operator==(const Mismatch &) const = default;
};

inline constexpr Mismatch::Kind mismatchKinds[] = {
    Mismatch::Kind::Undeclared, Mismatch::Kind::Unread,       Mismatch::Kind::IdleGrant,
    Mismatch::Kind::StrayGroup, Mismatch::Kind::MissingTopic, Mismatch::Kind::StrayTopic};

/// The word of Facet::Status: `undeclared`, `unread`, `idle-grant`, `stray-group` …
std::string_view nameOf(Mismatch::Kind kind);

using FlowId = std::pair<ContextId, ContextId>; ///< from, to

/// A cluster as the specs' contexts see it.
struct Observed
{
    std::vector<Reading> readings; ///< sorted by topic, reader
    std::map<FlowId, Figures> flows;
    std::map<TopicName, Figures> topics; ///< of the contexts; members: who reads it, of all groups
    std::vector<Mismatch> mismatches;    ///< sorted by kind, topic, group, contexts

    std::size_t groups = 0;        ///< all that were seen
    std::size_t unknownGroups = 0; ///< those of them that could not be read
    bool isComplete = true;        ///< false: there may be groups that were not seen
    bool runsConsumers = true;     ///< false: a sandbox, where nobody can read

    /// Those that a mismatch is about.
    std::set<FlowId> mismatchedFlows() const;
    /// Whether the other has the same readings and mismatches; figures may differ.
    bool isAlike(const Observed &other) const;

    bool operator==(const Observed &) const = default;
};

/// What can't be known (a group that could not be read, an end) is never a mismatch. `before`: an
/// earlier observation, for what is read and written in a second; may be null.
Observed seenBy(const Topology &topology, const Observation &now, const Observation *before);

/// What is about these contexts: both sides of a reading, one at least of a mismatch.
Observed partOf(const Observed &observed, const std::set<ContextId> &contexts);

/// The topology with an edge (Consumes, Observed) for each reading of another context's topic.
Topology withObserved(const Topology &topology, const Observed &observed);

} // namespace meshwright::graph
