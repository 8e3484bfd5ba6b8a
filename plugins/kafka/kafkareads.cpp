// SPDX-License-Identifier: Apache-2.0
#include "kafka/kafkacluster.h"

#include <algorithm>
#include <thread>

namespace meshwright::kafka {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t describeBatch = 1000;
// A topic that was just created is listed before it can be described.
constexpr auto settling = 10s;
constexpr auto settlingStep = 100ms;

using ConfigResource = Owned<rd_kafka_ConfigResource_t, rd_kafka_ConfigResource_destroy>;
using TopicCollection = Owned<rd_kafka_TopicCollection_t, rd_kafka_TopicCollection_destroy>;

bool isUnknownTopic(rd_kafka_resp_err_t code)
{
    return code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART ||
           code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_ID;
}

ActualTopic topicOf(const rd_kafka_TopicDescription_t *description)
{
    ActualTopic topic;
    topic.name = rd_kafka_TopicDescription_name(description);
    topic.isInternal = rd_kafka_TopicDescription_is_internal(description) != 0;
    if (const auto *id = rd_kafka_TopicDescription_topic_id(description);
        id != nullptr && (rd_kafka_Uuid_most_significant_bits(id) != 0 ||
                          rd_kafka_Uuid_least_significant_bits(id) != 0))
        topic.id = rd_kafka_Uuid_base64str(id);
    std::size_t partitions = 0;
    const auto **partition = rd_kafka_TopicDescription_partitions(description, &partitions);
    topic.partitions = static_cast<int>(partitions);
    if (partitions > 0) {
        std::size_t replicas = 0;
        rd_kafka_TopicPartitionInfo_replicas(partition[0], &replicas);
        topic.replicas = static_cast<int>(replicas);
    }
    return topic;
}

std::map<std::string, std::string> ownSettings(const rd_kafka_ConfigResource_t *resource)
{
    std::map<std::string, std::string> settings;
    std::size_t count = 0;
    const auto **entries = rd_kafka_ConfigResource_configs(resource, &count);
    for (std::size_t i = 0; i < count; ++i) {
        const char *value = rd_kafka_ConfigEntry_value(entries[i]);
        if (rd_kafka_ConfigEntry_source(entries[i]) == RD_KAFKA_CONFIG_SOURCE_DYNAMIC_TOPIC_CONFIG)
            settings[rd_kafka_ConfigEntry_name(entries[i])] = value == nullptr ? "" : value;
    }
    return settings;
}

template <typename T>
std::vector<std::vector<T>> inBatches(const std::vector<T> &all, std::size_t size)
{
    std::vector<std::vector<T>> batches;
    for (std::size_t from = 0; from < all.size(); from += size) {
        const auto to = std::min(all.size(), from + size);
        batches.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(from),
                             all.begin() + static_cast<std::ptrdiff_t>(to));
    }
    return batches;
}

Request describeRequest(const std::vector<std::string> &names, Subject about)
{
    return {RD_KAFKA_ADMIN_OP_DESCRIBETOPICS, std::move(about),
            [&names](auto *client, const auto *options, auto *queue) {
                std::vector<const char *> texts;
                texts.reserve(names.size());
                for (const auto &name : names)
                    texts.push_back(name.c_str());
                const TopicCollection collection(
                    rd_kafka_TopicCollection_of_topic_names(texts.data(), texts.size()));
                rd_kafka_DescribeTopics(client, collection.get(), options, queue);
            }};
}

Request settingsRequest(const std::vector<ActualTopic *> &topics, Subject about)
{
    return {RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, std::move(about),
            [&topics](auto *client, const auto *options, auto *queue) {
                std::vector<ConfigResource> owned;
                std::vector<rd_kafka_ConfigResource_t *> resources;
                for (const auto *topic : topics) {
                    owned.emplace_back(
                        rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic->name.c_str()));
                    resources.push_back(owned.back().get());
                }
                rd_kafka_DescribeConfigs(client, resources.data(), resources.size(), options,
                                         queue);
            }};
}

} // namespace

// librdkafka before 2.10 corrupts its memory when one client learns a second id for a topic name
// (its issue 4964): a topic that was deleted and made again. So each client here hears of a name
// once: one lists, another describes, and both are dropped.
Result<std::vector<ActualTopic>> KafkaCluster::readTopics(std::stop_token stop)
{
    const auto deadline = std::chrono::steady_clock::now() + settling;
    for (;;) {
        drop();
        if (const auto reached = info(stop); !reached)
            return tl::unexpected(reached.error());
        const auto names = m_connection->topicNames(stop);
        drop();
        if (!names)
            return tl::unexpected(names.error());
        std::vector<std::string> missing;
        auto topics = describeTopics(*names, missing, stop);
        drop();
        if (!topics)
            return topics;
        // Still unknown at the end: deleted while it was read.
        if (missing.empty() || std::chrono::steady_clock::now() >= deadline) {
            std::sort(topics->begin(), topics->end(),
                      [](const auto &a, const auto &b) { return a.name < b.name; });
            return topics;
        }
        std::this_thread::sleep_for(settlingStep);
    }
}

Result<std::vector<ActualTopic>> KafkaCluster::describeTopics(const std::vector<std::string> &names,
                                                              std::vector<std::string> &missing,
                                                              const std::stop_token &stop)
{
    std::vector<ActualTopic> topics;
    const auto about = subject("The topics", "DESCRIBE");
    for (const auto &batch : inBatches(names, describeBatch)) {
        const auto event = ask(describeRequest(batch, about), stop);
        if (!event)
            return tl::unexpected(event.error());
        std::size_t count = 0;
        const auto **descriptions = rd_kafka_DescribeTopics_result_topics(
            rd_kafka_event_DescribeTopics_result(event->get()), &count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string name = rd_kafka_TopicDescription_name(descriptions[i]);
            const auto *error = rd_kafka_TopicDescription_error(descriptions[i]);
            const auto code = rd_kafka_error_code(error);
            if (isUnknownTopic(code)) {
                missing.push_back(name);
            } else if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
                return tl::unexpected(
                    itemError(code, rd_kafka_error_string(error), about.forTopic(name)));
            } else {
                topics.push_back(topicOf(descriptions[i]));
            }
        }
    }
    if (auto read = readSettings(topics, missing, stop); !read)
        return tl::unexpected(read.error());
    return topics;
}

Result<void> KafkaCluster::readSettings(std::vector<ActualTopic> &topics,
                                        std::vector<std::string> &missing,
                                        const std::stop_token &stop)
{
    std::vector<ActualTopic *> all;
    std::map<std::string, ActualTopic *> byName;
    for (auto &topic : topics) {
        all.push_back(&topic);
        byName[topic.name] = &topic;
        topic.settingsKnown = false;
    }
    for (const auto &batch : inBatches(all, describeBatch)) {
        const auto event =
            ask(settingsRequest(batch, subject("The topics' settings", "DESCRIBE_CONFIGS on them")),
                stop);
        if (!event)
            return tl::unexpected(event.error());
        std::size_t count = 0;
        const auto **resources = rd_kafka_DescribeConfigs_result_resources(
            rd_kafka_event_DescribeConfigs_result(event->get()), &count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto found = byName.find(rd_kafka_ConfigResource_name(resources[i]));
            if (found == byName.end())
                continue;
            const auto code = rd_kafka_ConfigResource_error(resources[i]);
            if (isUnknownTopic(code))
                missing.push_back(found->first);
            if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
                continue; // no right to read them: they stay unknown
            found->second->settings = ownSettings(resources[i]);
            found->second->settingsKnown = true;
        }
    }
    return {};
}

} // namespace meshwright::kafka
