// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What runs on a cluster: who reads there, and how far; how far writing has come.
namespace meshwright {

/// A running consumer, by the topics of which it has partitions.
struct GroupMember
{
    std::vector<std::string> topics; ///< sorted, each once

    bool operator==(const GroupMember &) const = default;
};

/// Consumers that share their work, and what they have read.
struct ConsumerGroup
{
    std::string id;
    std::string state; ///< in Kafka's words: Stable, Empty, PreparingRebalance …
    /// Nothing where the cluster does not tell (groups of Kafka's newer protocol, KIP-848).
    std::optional<std::vector<GroupMember>> members;
    /// The number of the record that is read next, by topic and partition.
    std::map<std::string, std::map<int, std::int64_t>> committed;

    bool operator==(const ConsumerGroup &) const = default;
};

struct GroupReading
{
    std::string id;
    Result<ConsumerGroup> group; ///< an error: there is one, and nothing more is known of it

    bool operator==(const GroupReading &) const = default;
};

struct GroupReadings
{
    std::vector<GroupReading> groups; ///< sorted by id
    bool isComplete = true;           ///< false: whoever asked may see some groups only
    bool runsConsumers = true;        ///< false: a sandbox, where nobody can read

    bool operator==(const GroupReadings &) const = default;
};

/// Whether it is named as Kafka Streams names the topics that an application keeps for itself.
bool isOfStreams(std::string_view topic);

struct TopicEnds
{
    std::string topic;
    /// The number of the record that is written next, by partition.
    Result<std::vector<std::int64_t>> ends;

    bool operator==(const TopicEnds &) const = default;
};

/// How many records a topic holds, and how many of them are older than an age.
struct RecordCount
{
    std::int64_t all = 0; ///< an upper bound where records are compacted away, or transactions mark
    std::int64_t older = 0;

    bool operator==(const RecordCount &) const = default;
};

struct AgedTopic
{
    std::string topic;
    std::chrono::milliseconds age{0};
};

} // namespace meshwright
