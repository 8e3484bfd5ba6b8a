// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/requestedacls.h"
#include "meshwright/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshwright {

/// That a policy set a value of a topic: a setting, `partitions` or `replicas`.
struct PolicyNote
{
    std::string subject;
    std::string policy; ///< its id
    std::string reason; ///< its title, and why
    std::string file;   ///< with `line`: where it is written; builtin:… for a built-in one
    std::uint32_t line = 0;
    std::optional<std::string> declared; ///< what spec and environment say; none: nothing

    bool operator==(const PolicyNote &) const = default;
};

/// A topic that the specs ask for.
struct DesiredTopic
{
    TopicName name;
    ContextId context;
    std::optional<Access> access;
    std::optional<int> partitions; ///< none: the broker's default
    std::optional<int> replicas;   ///< none: the broker's default
    std::map<std::string, std::string> settings;
    asyncapi::Place reason; ///< the channel's key
    std::map<std::string, asyncapi::Place> settingReasons;
    asyncapi::Place partitionsReason;
    asyncapi::Place replicasReason;
    std::map<std::string, PolicyNote> policies; ///< by subject
    /// Bounds of policies on what nothing declares: whatever keeps them will do.
    std::map<std::string, PolicyDemand> bounds;
};

/// Its settings, `partitions` and `replicas`, by name.
std::map<std::string, std::string> valuesOf(const DesiredTopic &topic);

/// A schema that another one refers to by a name in its text.
struct SchemaReference
{
    std::string name;    ///< as the text says it: a full name, a path of an import, a URI
    std::string subject; ///< where the registry has it
    int version = 0;     ///< 0: the newest

    auto operator<=>(const SchemaReference &) const = default;
};

/// A schema as a registry takes it.
struct SchemaText
{
    std::string type = "AVRO"; ///< AVRO, JSON or PROTOBUF
    std::string text;
    std::vector<SchemaReference> references; ///< sorted

    bool operator==(const SchemaText &) const = default;
};

/// A subject that the specs ask for.
struct DesiredSubject
{
    std::string name;
    SchemaText schema;
    std::string compatibility; ///< BACKWARD …; empty: as it is
    ContextId context;
    TopicName topic;
    std::string file;       ///< of the schema
    asyncapi::Place reason; ///< the message's payload
};

/// A subject as a registry has it.
struct ActualSubject
{
    std::string name;
    int version = 0; ///< the newest
    int id = 0;      ///< of its schema in the registry
    SchemaText schema;
    std::string compatibility; ///< its own level; empty: the registry's

    bool operator==(const ActualSubject &) const = default;
};

/// What a registry says of a text as the next version of a subject.
struct SchemaVerdict
{
    bool isCompatible = true;
    std::vector<std::string> messages; ///< why not, in its own words; may be empty
    /// The version that is this very text; 0 where none is. A registry makes no second one of it.
    int earlierVersion = 0;

    bool operator==(const SchemaVerdict &) const = default;
};

/// What the specs ask of one cluster.
struct DesiredState
{
    std::vector<DesiredSubject> subjects; ///< each after those it refers to
    std::vector<DesiredTopic> topics;     ///< sorted by name
    std::vector<RequestedAcl> acls;       ///< sorted
};

/// The environment's overrides and its compatibility mode are applied, and then the policies that
/// hold in it; those of no environment where it is null. In SpecMesh's mode no policy sets a value,
/// for that mode makes what SpecMesh would make.
DesiredState desiredState(const Topology &topology, const Environment *environment);

/// A topic as a cluster has it.
struct ActualTopic
{
    std::string name;
    std::string id; ///< Kafka's topic id; may be empty on old brokers
    int partitions = 0;
    int replicas = 0;
    bool isInternal = false;
    std::map<std::string, std::string> settings; ///< the topic's own (dynamic) ones only
    bool settingsKnown = true;                   ///< false: they could not be read

    bool operator==(const ActualTopic &) const = default;
};

/// What was read from a cluster. A failed read is an error here, never an empty list.
struct ActualState
{
    std::string clusterId;
    Result<std::vector<ActualTopic>> topics; ///< sorted by name
    Result<std::vector<Acl>> acls;           ///< sorted
    /// Whom the cluster takes the connection for, as in its ACLs (`User:ops`); none: not known.
    std::optional<std::string> principal = {};
    /// None: the environment has no registry. An error is unknown, never empty.
    std::optional<Result<std::vector<ActualSubject>>> subjects = {}; ///< sorted by name
    std::string compatibility = {}; ///< the level of subjects that have none of their own
    /// Of what is to change, by subject; an error where the registry could not judge it.
    std::map<std::string, Result<SchemaVerdict>> verdicts = {};
};

} // namespace meshwright
