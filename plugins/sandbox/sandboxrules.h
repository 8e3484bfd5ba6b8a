// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"
#include "sandbox/sandboxstore.h"

namespace meshwright::sandbox {

/// What a Kafka 4 broker of one node says to each write, in the same order of checks. They read the
/// store and never write. Source: ReplicationControlManager, ConfigurationControlManager and
/// AclControlManager of Apache Kafka.

inline constexpr int defaultPartitions = 1;
inline constexpr int defaultReplicas = 1;
inline constexpr int brokers = 1;

/// NotFound: there is none.
Result<ActualTopic> existingTopic(Store &store, const std::string &name);
/// The topic as it would be made, with a new id.
Result<ActualTopic> judgeCreation(Store &store, const NewTopic &topic);
Result<void> judgeGrowth(Store &store, const PartitionGrowth &growth);
Result<void> judgeSettings(Store &store, const SettingsChange &change);
Result<void> judgeAcl(const Acl &acl);
Result<void> judgeDeletion(Store &store, const std::string &topic);

} // namespace meshwright::sandbox
