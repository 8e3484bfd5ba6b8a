// SPDX-License-Identifier: Apache-2.0
// Guards against a real broker: grants that are taken back, topics in use, rights that lack, logins
// by tokens.
#include "cluster/kafkaenvironment.h"
#include "cluster/tokenserver.h"
#include "meshwright/lint/lint.h"
#include "meshwright/plan/apply.h"
#include "meshwright/plan/guards.h"
#include "plan/planning.h"
#include "support/canary.h"
#include "support/kafkaclient.h"

#include <QtTest>

using namespace meshwright;
using test::canary;
using test::canaryWord;
using test::KafkaBroker;
using test::KafkaClient;
using test::otherCanary;
using test::TokenServer;
using Listener = KafkaBroker::Listener;

namespace {

constexpr auto owner = "acme.guard.owner";
constexpr auto reader = "acme.guard.reader";
const std::string margin = "acme.guard.owner._protected.margin";
constexpr auto tokenModule = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule "
                             "required unsecuredLoginStringClaim_sub=\"admin\";";

std::string granting(const std::string &tags)
{
    return test::specOf(owner, "  _protected.margin: {publish: {operationId: x, tags: [" + tags +
                                   "], message: {payload: {type: string}}}}\n");
}

KafkaBroker::Options options()
{
    KafkaBroker::Options options;
    options.users = {owner, reader, "limited"};
    options.settings = {{"listener.name.sasl.sasl.enabled.mechanisms",
                         "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER"},
                        {"listener.name.sasl.oauthbearer.sasl.jaas.config", tokenModule}};
    return options;
}

void verifyDone(const ApplyReport &report)
{
    QVERIFY2(!report.refused, report.refused ? report.refused->message.c_str() : "");
    for (const auto &item : report.items)
        QVERIFY2(item.state == ItemState::Done, (item.id + ": " + item.message).c_str());
}

} // namespace

class TestKafkaGuards : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const auto started = m_broker.start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
        m_environment = test::environmentOf(m_broker, Listener::SaslPlaintext, "admin");
        m_environment.replicas = 1;
        m_cluster = test::open(m_environment);
    }

    // Fault 12
    void aGrantThatIsTakenBackIsTakenFromTheCluster()
    {
        std::map<std::string, std::string> texts{
            {"owner.yaml", granting("{name: 'grant-access:acme.guard.reader'}")},
            {"reader.yaml", test::specOf(reader, test::channelOf("_private.own"))}};
        provision(texts);
        QTRY_VERIFY_WITH_TIMEOUT(KafkaClient(m_broker, Listener::SaslPlaintext, owner, "PLAIN")
                                     .produce(QString::fromStdString(margin), "12"),
                                 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(read(), QByteArray("12"), 20'000);
        texts["owner.yaml"] = granting("");
        const Plan revoking = plan(texts);
        QCOMPARE(revoking.items.size(), std::size_t(1));
        QVERIFY(revoking.items.front().action == PlanAction::Delete);
        verifyDone(apply(revoking, *m_cluster, {}, {}));
        QTRY_VERIFY_WITH_TIMEOUT(read().contains("AUTHORIZATION_FAILED"), 20'000);
        QVERIFY(plan(texts).isEmpty());
        QVERIFY(plan(texts, Prune{true, true, true, true}).isEmpty()); // exactly those went
    }

    // Fault 10
    void whatIsInUseNeedsConsent()
    {
        const std::string topic = "acme.guard.owner._public.live";
        QVERIFY(m_cluster->createTopics({{topic, 2, 1, {}}}, false, {}).at(0));
        const KafkaClient client(m_broker, Listener::SaslPlaintext, "admin");
        const auto produce = [&] { // once: it takes until the topic has leaders
            return client.produce(QString::fromStdString(topic), "x", 3).has_value();
        };
        QVERIFY(QTest::qWaitFor(produce, 20'000));
        const auto counts =
            m_cluster->countRecords({{topic, std::chrono::hours(24)}, {"none", {}}}, {});
        QVERIFY2(counts[0], counts[0] ? "" : counts[0].error().message.c_str());
        QCOMPARE(counts[0]->all, 3);
        QCOMPARE(counts[0]->older, 0);
        QVERIFY(!counts[1]);
        const auto aged = m_cluster->countRecords({{topic, std::chrono::milliseconds(-1000)}}, {});
        QVERIFY(aged[0] && aged[0]->older == 3); // older than what is yet to come
        const auto member = client.join(QString::fromStdString(topic), "acme.guard.readers", 3);
        QVERIFY(member);
        Plan deleting;
        PlanItem item;
        item.resource = topic;
        item.action = PlanAction::Delete;
        item.change = TopicDeletion{2};
        deleting.items = {item};
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                weighLosses(deleting, *m_cluster, {});
                return deleting.items.front().consent.find("acme.guard.readers") !=
                       std::string::npos;
            }(),
            20'000);
        QVERIFY(deleting.items.front().consent.starts_with("about 3 records came within"));
        QCOMPARE(deleting.items.front().loss, std::string("it holds about 3 records"));
    }

    // Fault 8
    void oneRightThatLacksStopsOneItem()
    {
        std::vector<NewTopic> topics;
        std::string channels;
        for (int i = 0; i < 50; ++i) {
            const std::string name = "_public.t" + std::to_string(i);
            topics.push_back({"acme.guard.many." + name, 1, 1, {}});
            channels += test::channelOf(name, "topicConfiguration: {retention.ms: 86400000}");
        }
        for (const auto &outcome : m_cluster->createTopics(topics, false, {}))
            QVERIFY(outcome);
        const auto allow = [](const std::string &name, PatternType pattern, AclOperation operation,
                              Permission permission) {
            Acl acl;
            acl.name = name;
            acl.patternType = pattern;
            acl.principal = "User:limited";
            acl.operation = operation;
            acl.permission = permission;
            return acl;
        };
        const std::string refused = topics[17].name;
        Acl cluster =
            allow("kafka-cluster", PatternType::Literal, AclOperation::Describe, Permission::Allow);
        cluster.resourceType = ResourceType::Cluster;
        std::vector<Acl> acls{cluster, allow(refused, PatternType::Literal,
                                             AclOperation::AlterConfigs, Permission::Deny)};
        for (const auto operation :
             {AclOperation::Describe, AclOperation::DescribeConfigs, AclOperation::AlterConfigs})
            acls.push_back(
                allow("acme.guard.many.", PatternType::Prefixed, operation, Permission::Allow));
        for (const auto &outcome : m_cluster->createAcls(acls, {}))
            QVERIFY(outcome);
        const Environment limited =
            test::environmentOf(m_broker, Listener::SaslPlaintext, "limited");
        const auto connection = test::open(limited);
        QTRY_VERIFY_WITH_TIMEOUT(connection->readTopics({}).value().size() >= 50, 20'000);
        const auto topology =
            test::topologyOf({{"m.yaml", test::specOf("acme.guard.many", channels)}});
        Plan changing;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                changing = makePlan(*topology, limited, desiredState(*topology, &limited),
                                    readActualState(*connection, {}), {}, {});
                std::erase_if(changing.items,
                              [](const auto &item) { return item.kind != PlanKind::Config; });
                return changing.items.size() == 50;
            }(),
            20'000);
        preflight(changing, *connection, {});
        const auto warned =
            std::find_if(changing.problems.begin(), changing.problems.end(),
                         [&](const auto &problem) { return problem.resource == refused; });
        QVERIFY(warned != changing.problems.end());
        QVERIFY(warned->message.find("ALTER_CONFIGS on TOPIC " + refused) != std::string::npos);
        const ApplyReport report = apply(changing, *connection, {}, {});
        for (const auto &item : report.items) {
            const bool isRefused = item.id.find(refused + ':') != std::string::npos;
            QVERIFY2(item.state == (isRefused ? ItemState::Failed : ItemState::Done),
                     (item.id + ": " + item.message).c_str());
            QVERIFY(!isRefused || item.message.find("ALTER_CONFIGS") != std::string::npos);
        }
    }

    // Fault 14
    void aPolicyOfTheClusterIsSaidBeforeAndAfter()
    {
        const auto topology = test::topologyOf(
            {{"v.yaml",
              test::specOf("acme.guard.value", test::channelOf("_public.bad", "replicas: 3") +
                                                   test::channelOf("_public.good"))}});
        Environment environment = m_environment;
        environment.replicas.reset();
        Plan creating = makePlan(*topology, environment, desiredState(*topology, &environment),
                                 readActualState(*m_cluster, {}), {}, {});
        std::erase_if(creating.items,
                      [](const auto &item) { return item.kind != PlanKind::Topic; });
        preflight(creating, *m_cluster, {});
        QCOMPARE(creating.problems.size(), std::size_t(1));
        QCOMPARE(creating.problems.front().resource, std::string("acme.guard.value._public.bad"));
        const ApplyReport report = apply(creating, *m_cluster, {}, {});
        QVERIFY(report.items[0].state == ItemState::Failed);
        QVERIFY(report.items[1].state == ItemState::Done);
    }

    void logsInByTokens()
    {
        const TokenServer tokens("admin", "meshwright", canary);
        qputenv("MESHWRIGHT_TEST_CLIENT_SECRET", canary);
        Environment environment = m_environment;
        environment.security = {{"protocol", "SASL_PLAINTEXT"},
                                {"mechanism", "OAUTHBEARER"},
                                {"tokenEndpoint", tokens.endpoint().toStdString()},
                                {"clientId", "meshwright"},
                                {"clientSecret", "${env:MESHWRIGHT_TEST_CLIENT_SECRET}"},
                                {"scope", "kafka"}};
        const auto cluster = test::open(environment);
        const auto info = cluster->info({});
        QVERIFY2(info, info ? "" : info.error().message.c_str());
        QCOMPARE(info->clusterId, m_broker.clusterId().toStdString());
        QVERIFY(tokens.given() >= 1);
        qputenv("MESHWRIGHT_TEST_CLIENT_SECRET", otherCanary);
        const auto refused = test::open(environment)->info({});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.find("security.tokenEndpoint") != std::string::npos,
                 refused.error().message.c_str());
        QVERIFY2(refused.error().message.find(canaryWord) == std::string::npos,
                 refused.error().message.c_str());
    }

private:
    Plan plan(const std::map<std::string, std::string> &texts, const Prune &prune = {})
    {
        const auto topology = test::topologyOf(texts);
        return makePlan(*topology, m_environment, desiredState(*topology, &m_environment),
                        readActualState(*m_cluster, {}), lint(*topology), {.prune = prune});
    }

    void provision(const std::map<std::string, std::string> &texts)
    {
        verifyDone(apply(plan(texts), *m_cluster, {}, {}));
        QVERIFY(plan(texts).isEmpty());
    }

    QByteArray read() const
    {
        const auto value =
            KafkaClient(m_broker, Listener::SaslPlaintext, reader, "PLAIN")
                .consume(QString::fromStdString(margin), QString::fromLatin1(reader) + ".margins");
        return value ? *value : value.error().toUtf8();
    }

    KafkaBroker m_broker{options()};
    Environment m_environment;
    std::unique_ptr<Cluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestKafkaGuards)
#include "tst_kafkaguards.moc"
