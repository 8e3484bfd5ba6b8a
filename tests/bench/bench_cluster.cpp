// SPDX-License-Identifier: Apache-2.0
// 1 000 topics with settings and their ACLs on a real broker: our apply beside a bare librdkafka
// loop that sends the same batches. Both start from an empty prefix of one broker.
#include "generator.h"
#include "stopwatch.h"

#include "connectors/connectors.h"
#include "support/kafkabroker.h"

#include "meshwright/plan/apply.h"

#include <librdkafka/rdkafka.h>

#include <QCoreApplication>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>

using namespace meshwright;
using namespace meshwright::bench;

namespace {

struct Handle
{
    rd_kafka_t *client = nullptr;
    rd_kafka_queue_t *queue = nullptr;

    explicit Handle(const std::string &bootstrap)
    {
        std::array<char, 512> why{};
        rd_kafka_conf_t *conf = rd_kafka_conf_new();
        const std::array<std::array<const char *, 2>, 5> settings = {
            {{"bootstrap.servers", bootstrap.c_str()},
             {"security.protocol", "SASL_PLAINTEXT"},
             {"sasl.mechanism", "PLAIN"},
             {"sasl.username", "admin"},
             {"sasl.password", "admin-secret"}}};
        for (const auto &[key, value] : settings)
            rd_kafka_conf_set(conf, key, value, why.data(), why.size());
        client = rd_kafka_new(RD_KAFKA_PRODUCER, conf, why.data(), why.size());
        queue = rd_kafka_queue_new(client);
    }

    ~Handle()
    {
        rd_kafka_queue_destroy(queue);
        rd_kafka_destroy(client);
    }

    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
};

void await(const Handle &handle)
{
    if (rd_kafka_event_t *event = rd_kafka_queue_poll(handle.queue, 60'000)) {
        if (rd_kafka_event_error(event) != RD_KAFKA_RESP_ERR_NO_ERROR)
            std::fprintf(stderr, "bare loop: %s\n", rd_kafka_event_error_string(event));
        rd_kafka_event_destroy(event);
    }
}

void createBare(const Handle &handle, const DesiredState &desired)
{
    std::array<char, 512> why{};
    std::vector<rd_kafka_NewTopic_t *> topics;
    for (const DesiredTopic &topic : desired.topics) {
        topics.push_back(rd_kafka_NewTopic_new(
            topic.name.value.c_str(), topic.partitions.value_or(1), 1, why.data(), why.size()));
        for (const auto &[key, value] : topic.settings)
            rd_kafka_NewTopic_set_config(topics.back(), key.c_str(), value.c_str());
    }
    for (std::size_t i = 0; i < topics.size(); i += 500) {
        rd_kafka_CreateTopics(handle.client, topics.data() + i,
                              std::min<std::size_t>(500, topics.size() - i), nullptr, handle.queue);
        await(handle);
    }
    rd_kafka_NewTopic_destroy_array(topics.data(), topics.size());
    std::vector<rd_kafka_AclBinding_t *> acls;
    for (const RequestedAcl &each : desired.acls) {
        const auto type = each.acl.resourceType == ResourceType::Topic ? RD_KAFKA_RESOURCE_TOPIC
                          : each.acl.resourceType == ResourceType::Group
                              ? RD_KAFKA_RESOURCE_GROUP
                              : RD_KAFKA_RESOURCE_TRANSACTIONAL_ID;
        const auto operation =
            each.acl.operation == AclOperation::Read     ? RD_KAFKA_ACL_OPERATION_READ
            : each.acl.operation == AclOperation::Write  ? RD_KAFKA_ACL_OPERATION_WRITE
            : each.acl.operation == AclOperation::Create ? RD_KAFKA_ACL_OPERATION_CREATE
                                                         : RD_KAFKA_ACL_OPERATION_DELETE;
        acls.push_back(rd_kafka_AclBinding_new(
            type, each.acl.name.c_str(),
            each.acl.patternType == PatternType::Literal ? RD_KAFKA_RESOURCE_PATTERN_LITERAL
                                                         : RD_KAFKA_RESOURCE_PATTERN_PREFIXED,
            each.acl.principal.c_str(), "*", operation, RD_KAFKA_ACL_PERMISSION_TYPE_ALLOW,
            why.data(), why.size()));
    }
    for (std::size_t i = 0; i < acls.size(); i += 1000) {
        rd_kafka_CreateAcls(handle.client, acls.data() + i,
                            std::min<std::size_t>(1000, acls.size() - i), nullptr, handle.queue);
        await(handle);
    }
    rd_kafka_AclBinding_destroy_array(acls.data(), acls.size());
}

/// Answers come before effects: until every topic can be read with its settings.
void awaitTopics(Cluster &cluster, const DesiredState &desired)
{
    for (int looks = 0; looks < 200; ++looks) {
        const auto topics = cluster.readTopics({});
        std::size_t seen = 0;
        for (const ActualTopic &topic : topics.value_or(std::vector<ActualTopic>()))
            seen += topic.settingsKnown && topic.partitions > 0 && topic.name.starts_with("bare")
                        ? 1
                        : 0;
        if (seen == desired.topics.size())
            return;
    }
    std::fprintf(stderr, "bare loop: its topics did not all become visible\n");
}

/// The same company under another name, so that both find none of their topics.
TopologyPtr company(const std::string &name)
{
    auto texts = generate({.domains = 10, .contexts = 10, .topics = 10, .partitions = 1});
    for (auto &[path, text] : texts)
        for (std::size_t at = 0; (at = text.find("acme.", at)) != std::string::npos;)
            text.replace(at, 4, name);
    return buildTopology(Workspace::fromTexts(texts));
}

Environment environmentFor(const std::string &bootstrap)
{
    Environment environment;
    environment.name = "bench";
    environment.guard = Guard::Dev;
    environment.bootstrap = bootstrap;
    environment.replicas = 1;
    environment.security = {{"protocol", "SASL_PLAINTEXT"},
                            {"mechanism", "PLAIN"},
                            {"username", "admin"},
                            {"password", "${env:MESHWRIGHT_BENCH_PASSWORD}"}};
    return environment;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    setenv("MESHWRIGHT_BENCH_PASSWORD", "admin-secret", 1);
    test::KafkaBroker broker;
    if (const auto started = broker.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error()));
        return 69;
    }
    const std::string bootstrap =
        broker.bootstrap(test::KafkaBroker::Listener::SaslPlaintext).toStdString();
    const Environment environment = environmentFor(bootstrap);
    const auto bare = company("bare");
    const DesiredState bareState = desiredState(*bare, &environment);
    const Handle handle(bootstrap);
    auto cluster = findConnector("kafka")->open(environment).value();
    const Figures loop = measure(1, [&] { createBare(handle, bareState); });
    const Figures visible = measure(1, [&] { awaitTopics(*cluster, bareState); });

    const auto ours = company("ours");
    Plan plan;
    const Figures planned = measure(1, [&] {
        plan = makePlan(*ours, environment, desiredState(*ours, &environment),
                        readActualState(*cluster, {}), {}, {});
    });
    ApplyReport report;
    std::map<PlanKind, double> lastDone;
    const auto begin = std::chrono::steady_clock::now();
    ApplyObserver observer;
    observer.finished = [&](const PlanItem &item, const ItemResult &) {
        lastDone[item.kind] =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count();
    };
    const Figures applied = measure(1, [&] { report = apply(plan, *cluster, observer, {}); });
    const bool complete = report.isComplete();
    for (const ItemResult &item : report.items)
        if (item.state != ItemState::Done) {
            std::fprintf(stderr, "not done: %s: %s\n", item.id.c_str(), item.message.c_str());
            break;
        }
    const Figures again = measure(1, [&] {
        plan = makePlan(*ours, environment, desiredState(*ours, &environment),
                        readActualState(*cluster, {}), {}, {});
    });
    const std::string size = std::to_string(bareState.topics.size()) + " topics, " +
                             std::to_string(bareState.acls.size()) + " ACLs";
    std::printf("| what | measured | aim |\n| --- | --- | --- |\n");
    print("bare librdkafka loop, not read back: " + size, milliseconds(loop.median), "");
    print("until the broker shows those topics", milliseconds(visible.median), "");
    print("read the cluster and plan", milliseconds(planned.median), "");
    print(std::string("apply, each item read back") + (complete ? "" : " (not complete)"),
          milliseconds(applied.median), "≤ 1.2 × the two rows above");
    for (const auto &[kind, time] : lastDone)
        print("… of which all of kind " + std::string(nameOf(kind)) + " done after",
              milliseconds(time), "");
    char ratio[32];
    std::snprintf(ratio, sizeof ratio, "%.2f", applied.median / (loop.median + visible.median));
    print("ratio", ratio, "≤ 1.2");
    print("read and plan again: " + std::to_string(plan.items.size()) + " items",
          milliseconds(again.median), "");
    return complete ? 0 : 1;
}
