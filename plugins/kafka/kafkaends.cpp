// SPDX-License-Identifier: Apache-2.0
#include "kafka/handles.h"
#include "kafka/kafkacluster.h"

#include <algorithm>
#include <utility>

namespace meshwright::kafka {

namespace {

constexpr std::size_t partitionBatch = 2000; // of one request

struct Part
{
    std::string topic;
    int partition = 0;
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
                        ->offset = RD_KAFKA_OFFSET_SPEC_LATEST;
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
        if (const auto reached = info(stop); !reached)
            return tl::unexpected(reached.error());
        const auto shapes = m_connection->topics(stop);
        drop();
        if (!shapes)
            return tl::unexpected(shapes.error());
        Ends ends;
        if (const auto asked = askEnds(*shapes, ends, stop); !asked)
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

Result<void> KafkaCluster::askEnds(const Shapes &shapes, Ends &ends, const std::stop_token &stop)
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
            parts.push_back({topic, i});
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
