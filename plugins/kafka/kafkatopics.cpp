// SPDX-License-Identifier: Apache-2.0
#include "kafka/handles.h"
#include "kafka/kafkacluster.h"

#include <array>

namespace meshwright::kafka {

namespace {

// One controller write costs about the same whatever it holds.
constexpr std::size_t topicBatch = 500;

using TopicHandle = Owned<rd_kafka_NewTopic_t, rd_kafka_NewTopic_destroy>;
using GrowthHandle = Owned<rd_kafka_NewPartitions_t, rd_kafka_NewPartitions_destroy>;
using DeletionHandle = Owned<rd_kafka_DeleteTopic_t, rd_kafka_DeleteTopic_destroy>;
using SettingsHandle = Owned<rd_kafka_ConfigResource_t, rd_kafka_ConfigResource_destroy>;
using OwnedError = Owned<rd_kafka_error_t, rd_kafka_error_destroy>;
using Text = std::array<char, 512>;

tl::unexpected<Error> faulty(const std::string &topic, const std::string &why)
{
    return tl::unexpected(Error{Error::Code::Invalid, "Topic " + topic + ": " + why, {}});
}

Result<TopicHandle> handleOf(const NewTopic &topic)
{
    Text text{};
    TopicHandle handle(rd_kafka_NewTopic_new(topic.name.c_str(), topic.partitions.value_or(-1),
                                             topic.replicas.value_or(-1), text.data(),
                                             text.size()));
    if (!handle)
        return faulty(topic.name, text.data());
    for (const auto &[key, value] : topic.settings)
        rd_kafka_NewTopic_set_config(handle.get(), key.c_str(), value.c_str());
    return handle;
}

Result<GrowthHandle> handleOf(const PartitionGrowth &growth)
{
    Text text{};
    const auto count = static_cast<std::size_t>(growth.partitions < 0 ? 0 : growth.partitions);
    GrowthHandle handle(
        rd_kafka_NewPartitions_new(growth.topic.c_str(), count, text.data(), text.size()));
    if (!handle)
        return faulty(growth.topic, text.data());
    return handle;
}

Result<SettingsHandle> handleOf(const SettingsChange &change)
{
    SettingsHandle handle(
        rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, change.topic.c_str()));
    for (const auto &[key, value] : change.set) {
        const OwnedError error(rd_kafka_ConfigResource_add_incremental_config(
            handle.get(), key.c_str(), RD_KAFKA_ALTER_CONFIG_OP_TYPE_SET, value.c_str()));
        if (error)
            return faulty(change.topic, rd_kafka_error_string(error.get()));
    }
    for (const auto &key : change.unset) {
        const OwnedError error(rd_kafka_ConfigResource_add_incremental_config(
            handle.get(), key.c_str(), RD_KAFKA_ALTER_CONFIG_OP_TYPE_DELETE, nullptr));
        if (error)
            return faulty(change.topic, rd_kafka_error_string(error.get()));
    }
    return handle;
}

Result<DeletionHandle> handleOf(const std::string &topic)
{
    return DeletionHandle(rd_kafka_DeleteTopic_new(topic.c_str()));
}

const std::string &nameIn(const NewTopic &topic)
{
    return topic.name;
}

const std::string &nameIn(const PartitionGrowth &growth)
{
    return growth.topic;
}

const std::string &nameIn(const SettingsChange &change)
{
    return change.topic;
}

const std::string &nameIn(const std::string &topic)
{
    return topic;
}

Answers answersIn(const rd_kafka_topic_result_t **results, std::size_t count, const Subject &about)
{
    Answers answers;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = rd_kafka_topic_result_name(results[i]);
        const auto code = rd_kafka_topic_result_error(results[i]);
        answers[name] =
            code == RD_KAFKA_RESP_ERR_NO_ERROR
                ? Result<void>{}
                : tl::unexpected(itemError(code, rd_kafka_topic_result_error_string(results[i]),
                                           about.forTopic(name)));
    }
    return answers;
}

Answers answersIn(const rd_kafka_ConfigResource_t **resources, std::size_t count,
                  const Subject &about)
{
    Answers answers;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = rd_kafka_ConfigResource_name(resources[i]);
        const auto code = rd_kafka_ConfigResource_error(resources[i]);
        answers[name] =
            code == RD_KAFKA_RESP_ERR_NO_ERROR
                ? Result<void>{}
                : tl::unexpected(itemError(code, rd_kafka_ConfigResource_error_string(resources[i]),
                                           about.forTopic(name)));
    }
    return answers;
}

// One kind of write to topics: how its batch is sent, and where its results are.
template <typename Item, typename SendBatch, typename ReadResults>
struct TopicWrite
{
    const std::vector<Item> &items;
    rd_kafka_admin_op_t operation;
    bool validateOnly;
    std::string right; // that it takes on each topic
    SendBatch sendBatch;
    ReadResults readResults;
};

// Clang 14 does not deduce an aggregate's arguments by itself.
template <typename Item, typename SendBatch, typename ReadResults>
TopicWrite(const std::vector<Item> &, rd_kafka_admin_op_t, bool, const char *, SendBatch,
           ReadResults) -> TopicWrite<Item, SendBatch, ReadResults>;

} // namespace

template <typename Write>
Outcomes KafkaCluster::writeTopics(const Write &write, const std::stop_token &stop)
{
    using Item = std::remove_cvref_t<decltype(write.items.front())>;
    using Handle = typename decltype(handleOf(std::declval<Item>()))::value_type;
    std::set<std::string> seen;
    Handles<Handle> handles;
    const Subject about = subject("The topics", write.right);

    const auto fault = [&](std::size_t i) {
        auto twice = namedTwice(seen, nameIn(write.items[i]));
        return twice ? twice : handles.keep(i, handleOf(write.items[i]));
    };
    const auto send = [&](const Batches::Indices &batch) -> Result<Outcomes> {
        auto pointers = handles.pointers(batch);
        Request request{
            write.operation, about, [&](auto *client, const auto *options, auto *queue) {
                write.sendBatch(client, pointers.data(), pointers.size(), options, queue);
            }};
        request.isWrite = !write.validateOnly;
        request.validateOnly = write.validateOnly;
        const auto event = askAfresh(request, stop);
        if (!event)
            return tl::unexpected(event.error());
        std::size_t count = 0;
        auto **results = write.readResults(event->get(), &count);
        const auto answers = answersIn(results, count, about);
        Outcomes outcomes;
        for (const auto i : batch)
            outcomes.push_back(answerFor(answers, nameIn(write.items[i])));
        return outcomes;
    };
    return run({write.items.size(), topicBatch, fault, send}, stop);
}

Outcomes KafkaCluster::createTopics(const std::vector<NewTopic> &topics, bool validateOnly,
                                    std::stop_token stop)
{
    const auto results = [](rd_kafka_event_t *event, std::size_t *count) {
        return rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event),
                                                   count);
    };
    return writeTopics(TopicWrite{topics, RD_KAFKA_ADMIN_OP_CREATETOPICS, validateOnly, "CREATE",
                                  rd_kafka_CreateTopics, results},
                       stop);
}

Outcomes KafkaCluster::growPartitions(const std::vector<PartitionGrowth> &growths,
                                      std::stop_token stop)
{
    const auto results = [](rd_kafka_event_t *event, std::size_t *count) {
        return rd_kafka_CreatePartitions_result_topics(
            rd_kafka_event_CreatePartitions_result(event), count);
    };
    return writeTopics(TopicWrite{growths, RD_KAFKA_ADMIN_OP_CREATEPARTITIONS, false, "ALTER",
                                  rd_kafka_CreatePartitions, results},
                       stop);
}

Outcomes KafkaCluster::changeSettings(const std::vector<SettingsChange> &changes, bool validateOnly,
                                      std::stop_token stop)
{
    const auto results = [](rd_kafka_event_t *event, std::size_t *count) {
        return rd_kafka_IncrementalAlterConfigs_result_resources(
            rd_kafka_event_IncrementalAlterConfigs_result(event), count);
    };
    return writeTopics(TopicWrite{changes, RD_KAFKA_ADMIN_OP_INCREMENTALALTERCONFIGS, validateOnly,
                                  "ALTER_CONFIGS", rd_kafka_IncrementalAlterConfigs, results},
                       stop);
}

Outcomes KafkaCluster::deleteTopics(const std::vector<std::string> &topics, std::stop_token stop)
{
    const auto results = [](rd_kafka_event_t *event, std::size_t *count) {
        return rd_kafka_DeleteTopics_result_topics(rd_kafka_event_DeleteTopics_result(event),
                                                   count);
    };
    return writeTopics(TopicWrite{topics, RD_KAFKA_ADMIN_OP_DELETETOPICS, false, "DELETE",
                                  rd_kafka_DeleteTopics, results},
                       stop);
}

} // namespace meshwright::kafka
