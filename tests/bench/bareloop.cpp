// SPDX-License-Identifier: Apache-2.0
#include "bareloop.h"

#include <librdkafka/rdkafka.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

namespace meshwright::bench {

namespace {

constexpr std::size_t topicBatch = 500;
constexpr std::size_t aclBatch = 1000;
constexpr std::chrono::milliseconds pause{100};
constexpr int mostLooks = 600;

using Text = std::array<char, 512>;

rd_kafka_ResourceType_t typeOf(ResourceType type)
{
    return type == ResourceType::Topic   ? RD_KAFKA_RESOURCE_TOPIC
           : type == ResourceType::Group ? RD_KAFKA_RESOURCE_GROUP
                                         : RD_KAFKA_RESOURCE_TRANSACTIONAL_ID;
}

rd_kafka_AclOperation_t operationOf(AclOperation operation)
{
    return operation == AclOperation::Read     ? RD_KAFKA_ACL_OPERATION_READ
           : operation == AclOperation::Write  ? RD_KAFKA_ACL_OPERATION_WRITE
           : operation == AclOperation::Create ? RD_KAFKA_ACL_OPERATION_CREATE
                                               : RD_KAFKA_ACL_OPERATION_DELETE;
}

rd_kafka_NewTopic_t *newTopicFor(const DesiredTopic &topic)
{
    Text why{};
    auto *handle = rd_kafka_NewTopic_new(topic.name.value.c_str(), topic.partitions.value_or(1), 1,
                                         why.data(), why.size());
    for (const auto &[key, value] : topic.settings)
        rd_kafka_NewTopic_set_config(handle, key.c_str(), value.c_str());
    return handle;
}

rd_kafka_AclBinding_t *bindingFor(const Acl &acl)
{
    Text why{};
    return rd_kafka_AclBinding_new(typeOf(acl.resourceType), acl.name.c_str(),
                                   acl.patternType == PatternType::Literal
                                       ? RD_KAFKA_RESOURCE_PATTERN_LITERAL
                                       : RD_KAFKA_RESOURCE_PATTERN_PREFIXED,
                                   acl.principal.c_str(), "*", operationOf(acl.operation),
                                   RD_KAFKA_ACL_PERMISSION_TYPE_ALLOW, why.data(), why.size());
}

} // namespace

struct BareLoop::Client
{
    rd_kafka_t *client = nullptr;
    rd_kafka_queue_t *queue = nullptr;

    rd_kafka_event_t *answer() const
    {
        rd_kafka_event_t *event = rd_kafka_queue_poll(queue, 60'000);
        if (event != nullptr && rd_kafka_event_error(event) != RD_KAFKA_RESP_ERR_NO_ERROR)
            std::fprintf(stderr, "bare loop: %s\n", rd_kafka_event_error_string(event));
        return event;
    }

    void await() const { rd_kafka_event_destroy(answer()); }

    /// Leaves in `names` those that are not shown yet.
    void lookAtTopics(std::vector<const char *> &names) const;
    std::size_t countAcls() const;
};

void BareLoop::Client::lookAtTopics(std::vector<const char *> &names) const
{
    auto *collection = rd_kafka_TopicCollection_of_topic_names(names.data(), names.size());
    rd_kafka_DescribeTopics(client, collection, nullptr, queue);
    rd_kafka_TopicCollection_destroy(collection);
    rd_kafka_event_t *event = answer();
    std::size_t count = 0;
    const auto **topics =
        rd_kafka_DescribeTopics_result_topics(rd_kafka_event_DescribeTopics_result(event), &count);
    std::vector<const char *> missing; // answered in the order of the request
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t partitions = 0;
        rd_kafka_TopicDescription_partitions(topics[i], &partitions);
        if (partitions == 0)
            missing.push_back(names[i]);
    }
    names = std::move(missing);
    rd_kafka_event_destroy(event);
}

std::size_t BareLoop::Client::countAcls() const
{
    Text why{};
    auto *filter = rd_kafka_AclBindingFilter_new(
        RD_KAFKA_RESOURCE_ANY, nullptr, RD_KAFKA_RESOURCE_PATTERN_ANY, nullptr, nullptr,
        RD_KAFKA_ACL_OPERATION_ANY, RD_KAFKA_ACL_PERMISSION_TYPE_ANY, why.data(), why.size());
    rd_kafka_DescribeAcls(client, filter, nullptr, queue);
    rd_kafka_AclBinding_destroy(filter);
    rd_kafka_event_t *event = answer();
    std::size_t count = 0;
    rd_kafka_DescribeAcls_result_acls(rd_kafka_event_DescribeAcls_result(event), &count);
    rd_kafka_event_destroy(event);
    return count;
}

BareLoop::BareLoop(const std::string &bootstrap, const std::string &password)
    : m_client(std::make_unique<Client>())
{
    Text why{};
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    const std::array<std::array<const char *, 2>, 5> settings = {
        {{"bootstrap.servers", bootstrap.c_str()},
         {"security.protocol", "SASL_PLAINTEXT"},
         {"sasl.mechanism", "PLAIN"},
         {"sasl.username", "admin"},
         {"sasl.password", password.c_str()}}};
    for (const auto &[key, value] : settings)
        rd_kafka_conf_set(conf, key, value, why.data(), why.size());
    m_client->client = rd_kafka_new(RD_KAFKA_PRODUCER, conf, why.data(), why.size());
    m_client->queue = rd_kafka_queue_new(m_client->client);
}

BareLoop::~BareLoop()
{
    rd_kafka_queue_destroy(m_client->queue);
    rd_kafka_destroy(m_client->client);
}

void BareLoop::create(const DesiredState &desired)
{
    std::vector<rd_kafka_NewTopic_t *> topics;
    for (const DesiredTopic &topic : desired.topics)
        topics.push_back(newTopicFor(topic));
    for (std::size_t i = 0; i < topics.size(); i += topicBatch) {
        rd_kafka_CreateTopics(m_client->client, topics.data() + i,
                              std::min(topicBatch, topics.size() - i), nullptr, m_client->queue);
        m_client->await();
    }
    rd_kafka_NewTopic_destroy_array(topics.data(), topics.size());
    std::vector<rd_kafka_AclBinding_t *> acls;
    for (const RequestedAcl &each : desired.acls)
        acls.push_back(bindingFor(each.acl));
    for (std::size_t i = 0; i < acls.size(); i += aclBatch) {
        rd_kafka_CreateAcls(m_client->client, acls.data() + i, std::min(aclBatch, acls.size() - i),
                            nullptr, m_client->queue);
        m_client->await();
    }
    rd_kafka_AclBinding_destroy_array(acls.data(), acls.size());
}

void BareLoop::awaitShown(const DesiredState &desired)
{
    std::vector<const char *> names;
    for (const DesiredTopic &topic : desired.topics)
        names.push_back(topic.name.value.c_str());
    for (int looks = 0; looks < mostLooks; ++looks) {
        if (!names.empty())
            m_client->lookAtTopics(names);
        if (names.empty() && m_client->countAcls() >= desired.acls.size())
            return;
        std::this_thread::sleep_for(pause);
    }
    std::fprintf(stderr, "bare loop: not all of it became visible\n");
}

} // namespace meshwright::bench
