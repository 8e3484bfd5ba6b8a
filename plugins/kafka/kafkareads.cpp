// SPDX-License-Identifier: Apache-2.0
#include "kafka/handles.h"
#include "kafka/kafkacluster.h"
#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>
#include <iterator>
#include <set>
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

Request settingsRequest(const std::vector<std::string> &topics, Subject about)
{
    return {RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, std::move(about),
            [&topics](auto *client, const auto *options, auto *queue) {
                std::vector<ConfigResource> owned;
                std::vector<rd_kafka_ConfigResource_t *> resources;
                for (const auto &topic : topics) {
                    owned.emplace_back(
                        rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.c_str()));
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
        const auto listed = m_connection->topics(stop);
        drop();
        if (!listed)
            return tl::unexpected(listed.error());
        std::vector<std::string> names;
        for (const auto &[name, shape] : *listed)
            names.push_back(name);
        auto readings = describe(names, stop);
        drop();
        if (!readings)
            return tl::unexpected(readings.error());
        std::vector<ActualTopic> topics; // sorted, as the readings are
        for (auto &[name, reading] : *readings) {
            if (reading)
                topics.push_back(std::move(*reading));
            else if (reading.error().code != Error::Code::NotFound)
                return tl::unexpected(reading.error());
        }
        // Still unknown at the end: deleted while it was read.
        if (topics.size() == names.size() || std::chrono::steady_clock::now() >= deadline)
            return topics;
        std::this_thread::sleep_for(settlingStep);
    }
}

TopicReadings KafkaCluster::describeTopics(const std::vector<std::string> &names,
                                           std::stop_token stop)
{
    std::set<std::string> asked; // librdkafka refuses a list with an empty or a repeated name
    std::copy_if(names.begin(), names.end(), std::inserter(asked, asked.end()),
                 [](const auto &name) { return !asyncapi::topicNameFault(name); });
    auto readings = describeAfresh({asked.begin(), asked.end()}, stop);
    if (readings)
        describeMissing(*readings, stop);
    TopicReadings answers;
    for (const auto &name : names) {
        if (!readings)
            answers.push_back(tl::unexpected(readings.error()));
        else if (asked.contains(name))
            answers.push_back(readings->at(name));
        else
            answers.push_back(tl::unexpected(
                Error{Error::Code::NotFound, "No topic can be named '" + name + "'.", {}}));
    }
    return answers;
}

Result<KafkaCluster::Readings> KafkaCluster::describeAfresh(const std::vector<std::string> &names,
                                                            const std::stop_token &stop)
{
    drop();
    const auto reached = info(stop);
    auto readings = reached ? describe(names, stop) : tl::unexpected(reached.error());
    drop();
    return readings;
}

// Asks once more for what was not found: brokers hear of a topic one after another, and who asks
// may delete, or give up, by this answer.
void KafkaCluster::describeMissing(Readings &readings, const std::stop_token &stop)
{
    std::vector<std::string> missing;
    for (const auto &[name, reading] : readings) {
        if (!reading && reading.error().code == Error::Code::NotFound)
            missing.push_back(name);
    }
    if (missing.empty())
        return;
    std::this_thread::sleep_for(settlingStep);
    const auto again = describeAfresh(missing, stop);
    for (const auto &name : missing)
        readings.insert_or_assign(name, again ? again->at(name) : tl::unexpected(again.error()));
}

Result<KafkaCluster::Readings> KafkaCluster::describe(const std::vector<std::string> &names,
                                                      const std::stop_token &stop)
{
    Readings readings;
    const auto about = subject("The topics", "DESCRIBE");
    for (const auto &name : names)
        readings.emplace(name, tl::unexpected(noAnswer(name)));
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
            if (code == RD_KAFKA_RESP_ERR_NO_ERROR)
                readings.insert_or_assign(name, topicOf(descriptions[i]));
            else
                readings.insert_or_assign(
                    name, tl::unexpected(
                              itemError(code, rd_kafka_error_string(error), about.forTopic(name))));
        }
    }
    if (const auto read = readSettings(readings, stop); !read)
        return tl::unexpected(read.error());
    return readings;
}

Result<void> KafkaCluster::readSettings(Readings &readings, const std::stop_token &stop)
{
    std::vector<std::string> found;
    for (auto &[name, reading] : readings) {
        if (!reading)
            continue;
        reading->settingsKnown = false;
        found.push_back(name);
    }
    const auto about = subject("The topics' settings", "DESCRIBE_CONFIGS on them");
    for (const auto &batch : inBatches(found, describeBatch)) {
        const auto event = ask(settingsRequest(batch, about), stop);
        if (!event)
            return tl::unexpected(event.error());
        std::size_t count = 0;
        const auto **resources = rd_kafka_DescribeConfigs_result_resources(
            rd_kafka_event_DescribeConfigs_result(event->get()), &count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto it = readings.find(rd_kafka_ConfigResource_name(resources[i]));
            if (it == readings.end() || !it->second)
                continue;
            const auto code = rd_kafka_ConfigResource_error(resources[i]);
            if (isUnknownTopic(code)) {
                it->second = tl::unexpected(itemError(code, nullptr, about.forTopic(it->first)));
            } else if (code == RD_KAFKA_RESP_ERR_NO_ERROR) {
                it->second->settings = ownSettings(resources[i]);
                it->second->settingsKnown = true;
            } // else no right to read them: they stay unknown
        }
    }
    return {};
}

} // namespace meshwright::kafka
