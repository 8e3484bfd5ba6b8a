// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/kafkasettings.h"

#include <utility>

namespace meshwright::asyncapi {

namespace {

using Type = KafkaSetting::Type;

constexpr auto never = "9223372036854775807";

/// A setting that brokers from 4.0 on refuse by name.
KafkaSetting removedSetting(std::string_view name, Type type, std::string_view defaultValue,
                            std::string_view unit, std::string_view meaning)
{
    return {name, type, defaultValue, {}, {}, {}, unit, meaning, true};
}

KafkaSetting flag(std::string_view name, std::string_view meaning)
{
    return {name, Type::Boolean, "false", {}, {}, {}, {}, meaning};
}

std::vector<KafkaSetting> storageSettings()
{
    return {
        {"cleanup.policy",
         Type::List,
         "delete",
         {"compact", "delete"},
         {},
         {},
         {},
         "What happens to old records: deleted by age and size, compacted to the newest of each "
         "key, or both. Empty keeps everything."},
        {"compression.gzip.level",
         Type::Integer,
         "-1",
         {},
         -1,
         9,
         {},
         "How hard gzip works, from 1 to 9; -1 leaves it to the codec."},
        {"compression.lz4.level", Type::Integer, "9", {}, 1, 17, {}, "How hard lz4 works."},
        {"compression.type",
         Type::Choice,
         "producer",
         {"uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"},
         {},
         {},
         {},
         "How the broker stores batches; 'producer' keeps them as they were sent."},
        {"compression.zstd.level", Type::Integer, "3", {}, -131072, 22, {}, "How hard zstd works."},
        {"delete.retention.ms",
         Type::Long,
         "86400000",
         {},
         0,
         {},
         "ms",
         "How long a compacted topic keeps the mark of a deleted key, so that slow readers see "
         "it."},
        flag("errors.deadletterqueue.group.enable",
             "Whether share groups may put records here that they could not deliver."),
        {"file.delete.delay.ms",
         Type::Long,
         "60000",
         {},
         0,
         {},
         "ms",
         "How long a file stays on disk after it was dropped from the log."},
        {"flush.messages",
         Type::Long,
         never,
         {},
         1,
         {},
         {},
         "Force the log to disk after so many messages. Replication makes this unneeded."},
        {"flush.ms",
         Type::Long,
         never,
         {},
         0,
         {},
         "ms",
         "Force the log to disk after this time. Replication makes this unneeded."},
        {"follower.replication.throttled.replicas",
         Type::List,
         "",
         {},
         {},
         {},
         {},
         "Replicas whose fetching is throttled: PARTITION:BROKER, … or * for all."},
        {"index.interval.bytes",
         Type::Integer,
         "4096",
         {},
         0,
         {},
         "bytes",
         "How many bytes of log lie between two entries of the offset index."},
        {"internal.segment.bytes",
         Type::Integer,
         "",
         {},
         {},
         {},
         "bytes",
         "The size of a log file, without the lower bound of segment.bytes; for Kafka's own "
         "tests."},
        {"leader.replication.throttled.replicas",
         Type::List,
         "",
         {},
         {},
         {},
         {},
         "Replicas whose serving is throttled: PARTITION:BROKER, … or * for all."},
        {"local.retention.bytes",
         Type::Long,
         "-2",
         {},
         -2,
         {},
         "bytes",
         "With tiered storage, how much of a partition stays on the broker; -2 follows "
         "retention.bytes."},
        {"local.retention.ms",
         Type::Long,
         "-2",
         {},
         -2,
         {},
         "ms",
         "With tiered storage, how long segments stay on the broker; -2 follows retention.ms."},
    };
}

std::vector<KafkaSetting> messageSettings()
{
    return {
        {"max.compaction.lag.ms",
         Type::Long,
         never,
         {},
         1,
         {},
         "ms",
         "The longest that a record of a compacted topic may wait for compaction."},
        {"max.decompressed.message.bytes",
         Type::Integer,
         "2147483639",
         {},
         1,
         2147483639,
         "bytes",
         "The largest single record, once decompressed, that the broker takes."},
        {"max.message.bytes",
         Type::Integer,
         "1048588",
         {},
         0,
         {},
         "bytes",
         "The largest batch, as sent, that the broker takes."},
        removedSetting("message.downconversion.enable", Type::Boolean, "true", {},
                       "Whether old consumers got records in their old format. Kafka 4 has no old "
                       "formats."),
        removedSetting("message.format.version", Type::String, "3.0-IV1", {},
                       "The format of stored records. Kafka 4 has only one."),
        {"message.timestamp.after.max.ms",
         Type::Long,
         "3600000",
         {},
         0,
         {},
         "ms",
         "How far a record's time may lie in the future."},
        {"message.timestamp.before.max.ms",
         Type::Long,
         never,
         {},
         0,
         {},
         "ms",
         "How far a record's time may lie in the past."},
        removedSetting("message.timestamp.difference.max.ms", Type::Long, never, "ms",
                       "How far a record's time may be from the broker's. Use "
                       "message.timestamp.before.max.ms and message.timestamp.after.max.ms."),
        {"message.timestamp.type",
         Type::Choice,
         "CreateTime",
         {"CreateTime", "LogAppendTime"},
         {},
         {},
         {},
         "Whose clock stamps a record: the producer's or the broker's."},
        {"min.cleanable.dirty.ratio",
         Type::Double,
         "0.5",
         {},
         0,
         1,
         {},
         "The part of a compacted log that must be uncompacted before it is worth cleaning."},
        {"min.compaction.lag.ms",
         Type::Long,
         "0",
         {},
         0,
         {},
         "ms",
         "How long a record is safe from compaction."},
        {"min.insync.replicas",
         Type::Integer,
         "1",
         {},
         1,
         {},
         {},
         "How many replicas must have a record before a producer with acks=all gets its answer."},
        flag("preallocate", "Whether a new log file takes its whole size on disk at once."),
    };
}

std::vector<KafkaSetting> retentionSettings()
{
    return {
        {"remote.copy.lag.bytes",
         Type::Long,
         "-1",
         {},
         -1,
         {},
         "bytes",
         "With tiered storage, how much newer data there must be before a segment is copied; 0 "
         "copies at once, -1 follows the local retention."},
        {"remote.copy.lag.ms",
         Type::Long,
         "0",
         {},
         -1,
         {},
         "ms",
         "With tiered storage, how old a segment must be before it is copied; 0 copies at once, -1 "
         "follows the local retention."},
        flag("remote.log.copy.disable", "Whether no more segments are copied to tiered storage."),
        flag("remote.log.delete.on.disable",
             "Whether turning tiered storage off deletes what it holds."),
        flag("remote.storage.enable", "Whether old segments move to tiered storage."),
        {"retention.bytes",
         Type::Long,
         "-1",
         {},
         {},
         {},
         "bytes",
         "How large each partition may grow before old segments are deleted; -1 has no limit."},
        {"retention.ms",
         Type::Long,
         "604800000",
         {},
         -1,
         {},
         "ms",
         "How long records are kept before they are deleted; -1 has no limit."},
        {"segment.bytes",
         Type::Integer,
         "1073741824",
         {},
         1048576,
         {},
         "bytes",
         "The size at which a new log file starts. Deletion and compaction work on whole files."},
        {"segment.index.bytes",
         Type::Integer,
         "10485760",
         {},
         4,
         {},
         "bytes",
         "The size of the offset index of a log file."},
        {"segment.jitter.ms",
         Type::Long,
         "0",
         {},
         0,
         {},
         "ms",
         "A random delay, up to this, that keeps partitions from starting new files together."},
        {"segment.ms",
         Type::Long,
         "604800000",
         {},
         1,
         {},
         "ms",
         "The time after which a new log file starts even if the old one is not full."},
        flag("unclean.leader.election.enable",
             "Whether a replica that lags may become the leader, at the price of lost records."),
    };
}

} // namespace

const std::vector<KafkaSetting> &kafkaSettings()
{
    static const auto all = [] {
        auto settings = storageSettings();
        for (auto &setting : messageSettings())
            settings.push_back(std::move(setting));
        for (auto &setting : retentionSettings())
            settings.push_back(std::move(setting));
        return settings;
    }();
    return all;
}

} // namespace meshwright::asyncapi
