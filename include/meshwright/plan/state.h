// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/requestedacls.h"
#include "meshwright/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshwright {

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
};

/// What the specs ask of one cluster.
struct DesiredState
{
    std::vector<DesiredTopic> topics; ///< sorted by name
    std::vector<RequestedAcl> acls;   ///< sorted
};

/// The environment's overrides and its compatibility mode are applied. Null: no environment.
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
};

} // namespace meshwright
