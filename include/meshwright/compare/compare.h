// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::compare {

/// What changed between two states of a workspace; docs/diff.md lists them.
enum class ChangeKind {
    ContextAdded,
    ContextRemoved,
    ContextRenamed,
    TitleChanged,
    VersionChanged, ///< of the API, `info.version`
    DescriptionChanged,
    TopicAdded,
    TopicRemoved,
    TopicRenamed,
    OwnerChanged,
    AccessWidened,
    AccessNarrowed,
    GrantAdded,
    GrantRevoked,
    PartitionsChanged,
    ReplicasChanged,
    SettingChanged,
    MessageAdded,
    MessageRemoved,
    MessageRenamed,
    ContentTypeChanged,
    SchemaFormatChanged,
    SchemaAdded,
    SchemaRemoved,
    SchemaChanged, ///< in what is no field, or in a format whose fields can't be read
    SchemaUnknown, ///< one of the two can't be read
    FieldAdded,
    FieldRemoved,
    FieldRenamed,
    FieldTypeChanged,
    FieldRequiredChanged,
    FieldNullableChanged,
    FieldValueAdded,    ///< to an enumeration; without texts: any value is allowed now
    FieldValueRemoved,  ///< without texts: any value was allowed
    FieldNumberChanged, ///< Protobuf's
    FieldMarkChanged,   ///< an annotation, such as `pii: true`
    ConsumptionAdded,
    ConsumptionRemoved,
};

/// Why a change can break somebody.
enum class Reason {
    TopicGone,
    TopicRenamed,
    AccessLost,
    GrantLost,
    FewerPartitions,
    SettingStricter,
    MessageGone,
    OldReaders, ///< readers that stay as they are fail on what is written from now on
    OldRecords, ///< readers of the new schema fail on the records that are there
};

/// Which of OldReaders and OldRecords counts as breaking, by the words of schema registries:
/// Backward is OldRecords, Forward is OldReaders, Full is either.
enum class Compatibility { Backward, Forward, Full };

struct Change
{
    ChangeKind kind = ChangeKind::ContextAdded;
    ContextId context;   ///< whose spec says it, by its new id where it has one
    TopicName topic;     ///< empty where it is about the context
    std::string message; ///< its name; empty where it is not about a message
    bool isKey = false;  ///< about the schema of the message's key
    std::string item;    ///< a field's path, a setting, who a grant is for
    std::optional<std::string> before;
    std::optional<std::string> after;
    std::vector<Reason> reasons; ///< sorted; those that the compatibility leaves out too
    bool isBreaking = false;
    std::vector<ContextId> affected; ///< sorted: who consumes it, before or now
    std::optional<asyncapi::Place> base;
    std::optional<asyncapi::Place> next;

    bool operator==(const Change &) const = default;
};

struct Comparison
{
    std::vector<Change> changes; ///< by context, topic, message, kind, item
    /// Specs that one of the two sides can't read: what they say is not compared. Sorted.
    std::vector<std::string> unreadable;

    std::size_t breaking() const;
};

/// What changed from one state to another, told in the terms of the domain. Deterministic.
///
/// A topic counts as renamed, and not as removed and added, where its context got another id; where
/// only the access in its name is another one; or where exactly one that is gone and one that is
/// new in the same context are declared by the same text.
Comparison compareStates(const Topology &base, const Topology &next,
                         Compatibility compatibility = Compatibility::Full);

/// Only what the contexts change that one file describes, in either state.
Comparison onlyIn(Comparison comparison, const Topology &base, const Topology &next,
                  const std::string &file);

std::string_view nameOf(ChangeKind kind); ///< topic-removed
std::string_view nameOf(Reason reason);   ///< topic-gone
std::string_view nameOf(Compatibility compatibility);

} // namespace meshwright::compare
