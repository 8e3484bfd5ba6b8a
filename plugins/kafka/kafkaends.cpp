// SPDX-License-Identifier: Apache-2.0
#include "kafka/handles.h"
#include "kafka/kafkacluster.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace meshwright::kafka {

namespace {

constexpr std::size_t partitionBatch = 2000; // of one request

struct Part
{
    std::string topic;
    int partition = 0;
    std::int64_t spec = RD_KAFKA_OFFSET_SPEC_LATEST;
};

using Partitions = Owned<rd_kafka_topic_partition_list_t, rd_kafka_topic_partition_list_destroy>;

Request endsRequest(const std::vector<Part> &parts, Subject about)
{
    return {RD_KAFKA_ADMIN_OP_LISTOFFSETS, std::move(about),
            [&parts](auto *client, const auto *options, auto *queue) {
                const Partitions asked(
                    rd_kafka_topic_partition_list_new(static_cast<int>(parts.size())));
                for (const auto &part : parts)
                    rd_kafka_topic_partition_list_add(asked.get(), part.topic.c_str(),
                                                      part.partition)
                        ->offset = part.spec;
                rd_kafka_ListOffsets(client, asked.get(), options, queue);
            }};
}

Error notLed(const std::string &topic)
{
    return {Error::Code::Network,
            "Topic " + topic + ": a partition of it has no leader, so nobody can tell its end.",
            {}};
}

} // namespace

// By clients of its own, as each may hear of a topic's name only once (see readTopics): one lists,
// another asks. The one that knows the groups' coordinators stays.
Result<std::vector<TopicEnds>> KafkaCluster::readEnds(std::stop_token stop)
{
    auto kept = std::exchange(m_connection, nullptr);
    const auto read = [&]() -> Result<std::vector<TopicEnds>> {
        const auto shapes = shapesAfresh(stop);
        if (!shapes)
            return tl::unexpected(shapes.error());
        Ends ends;
        const auto latest = [](const std::string &) { return RD_KAFKA_OFFSET_SPEC_LATEST; };
        if (const auto asked = askOffsets(*shapes, latest, ends, stop); !asked)
            return tl::unexpected(asked.error());
        std::vector<TopicEnds> topics;
        for (auto &[topic, told] : ends)
            topics.push_back({topic, std::move(told)});
        return topics;
    };
    auto topics = read();
    drop();
    m_connection = std::move(kept);
    return topics;
}

Result<KafkaCluster::Shapes> KafkaCluster::shapesAfresh(const std::stop_token &stop)
{
    if (const auto reached = info(stop); !reached)
        return tl::unexpected(reached.error());
    auto shapes = m_connection->topics(stop);
    drop();
    return shapes;
}

namespace {

/// By the first offset of each partition, its last, and the first that is younger than the age.
RecordCount counted(const std::vector<std::int64_t> &first, const std::vector<std::int64_t> &last,
                    const std::vector<std::int64_t> &younger)
{
    RecordCount count;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::int64_t end = younger[i] < 0 ? last[i] : younger[i]; // none is younger
        count.all += std::max<std::int64_t>(last[i] - first[i], 0);
        count.older += std::max<std::int64_t>(end - first[i], 0);
    }
    return count;
}

} // namespace

std::vector<Result<RecordCount>> KafkaCluster::countRecords(const std::vector<AgedTopic> &topics,
                                                            std::stop_token stop)
{
    auto kept = std::exchange(m_connection, nullptr);
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    std::map<std::string, std::int64_t> since;
    for (const auto &[topic, age] : topics)
        since[topic] = std::max<std::int64_t>((now - age).count(), 0);
    std::array<Ends, 3> answers; // first, last, younger
    const auto read = [&]() -> Result<void> {
        auto shapes = shapesAfresh(stop);
        if (!shapes)
            return tl::unexpected(shapes.error());
        std::erase_if(*shapes, [&](const auto &each) { return !since.contains(each.first); });
        const std::array<OffsetSpec, 3> specs{
            [](const std::string &) { return RD_KAFKA_OFFSET_SPEC_EARLIEST; },
            [](const std::string &) { return RD_KAFKA_OFFSET_SPEC_LATEST; },
            [&](const std::string &topic) { return since.at(topic); }};
        for (std::size_t i = 0; i < specs.size(); ++i)
            if (auto asked = askOffsets(*shapes, specs[i], answers[i], stop); !asked)
                return asked;
        return {};
    };
    const auto done = read();
    drop();
    m_connection = std::move(kept);
    std::vector<Result<RecordCount>> counts;
    for (const auto &asked : topics) {
        Result<RecordCount> count = tl::unexpected(done ? noAnswer(asked.topic) : done.error());
        std::vector<const std::vector<std::int64_t> *> offsets;
        for (const Ends &ends : answers) {
            const auto told = done ? ends.find(asked.topic) : ends.end();
            if (told == ends.end())
                break;
            if (told->second)
                offsets.push_back(&*told->second);
            else
                count = tl::unexpected(told->second.error());
        }
        if (offsets.size() == answers.size())
            count = counted(*offsets[0], *offsets[1], *offsets[2]);
        counts.push_back(std::move(count));
    }
    return counts;
}

Result<void> KafkaCluster::askOffsets(const Shapes &shapes, const OffsetSpec &spec, Ends &ends,
                                      const std::stop_token &stop)
{
    std::vector<Part> parts;
    std::map<std::string, int> missing; // so many answers
    for (const auto &[topic, shape] : shapes) {
        if (!shape.isLed) {
            ends.emplace(topic, tl::unexpected(notLed(topic)));
            continue;
        }
        ends.emplace(topic, std::vector<std::int64_t>(static_cast<std::size_t>(shape.partitions)));
        missing[topic] = shape.partitions;
        for (int i = 0; i < shape.partitions; ++i)
            parts.push_back({topic, i, spec(topic)});
    }
    const auto about = subject("The ends of the topics", "DESCRIBE");
    for (const auto &batch : inBatches(parts, partitionBatch)) {
        const auto event = ask(endsRequest(batch, about), stop);
        if (!event)
            return tl::unexpected(event.error());
        std::size_t count = 0;
        const auto **infos = rd_kafka_ListOffsets_result_infos(
            rd_kafka_event_ListOffsets_result(event->get()), &count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto *part = rd_kafka_ListOffsetsResultInfo_topic_partition(infos[i]);
            const auto known = ends.find(part->topic);
            if (known == ends.end())
                continue;
            --missing[part->topic];
            if (part->err != RD_KAFKA_RESP_ERR_NO_ERROR)
                known->second =
                    tl::unexpected(itemError(part->err, nullptr, about.forTopic(part->topic)));
            else if (known->second)
                known->second->at(static_cast<std::size_t>(part->partition)) = part->offset;
        }
    }
    for (const auto &[topic, count] : missing)
        if (count > 0 && ends.at(topic))
            ends.at(topic) = tl::unexpected(noAnswer(topic));
    return {};
}

} // namespace meshwright::kafka
