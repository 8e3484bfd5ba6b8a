// SPDX-License-Identifier: Apache-2.0
// What goes wrong between Meshwright and a real broker, on the wire: answers that are lost, a
// broker that is out of reach, errors of the moment, logins that end.
#include "cluster/kafkaenvironment.h"
#include "cluster/mwruns.h"
#include "cluster/tokenserver.h"
#include "meshwright/journal/recordedrun.h"
#include "support/canary.h"
#include "support/kafkaclient.h"
#include "support/kafkaproxy.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace meshwright;
using test::canary;
using test::canaryWord;
using test::KafkaBroker;
using test::KafkaClient;
using test::KafkaProxy;
using test::statesOf;
using test::TokenServer;
using test::topicCreation;
using Api = KafkaProxy::Api;
using Listener = KafkaBroker::Listener;

namespace {

constexpr auto tokenModule = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule "
                             "required unsecuredLoginStringClaim_sub=\"admin\";";
constexpr std::int16_t notController = 41; // of Kafka's protocol
constexpr std::int16_t policyViolation = 44;
constexpr std::int16_t quotaExceeded = 89;

KafkaBroker::Options optionsFor(const KafkaProxy &proxy)
{
    KafkaBroker::Options options;
    options.users = {"worker"};
    options.settings = {{"super.users", "User:admin;User:worker"},
                        {"listener.name.proxied.sasl.enabled.mechanisms",
                         "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER"},
                        {"listener.name.proxied.oauthbearer.sasl.jaas.config", tokenModule}};
    options.proxyPort = proxy.port();
    return options;
}

PlanItem itemFor(PlanKind kind, PlanAction action, const ActualTopic &topic, PlanChange change)
{
    PlanItem item;
    item.kind = kind;
    item.action = action;
    item.change = std::move(change);
    const auto *access = std::get_if<AclChange>(&item.change);
    item.resource = access ? describe(access->acl) : topic.name;
    item.id = std::string(nameOf(kind)) + ':' + item.resource;
    if (const auto *setting = std::get_if<SettingChange>(&item.change))
        item.id += ':' + setting->key;
    if (!access)
        item.precondition = {{"topicId", topic.id}};
    return item;
}

} // namespace

class TestKafkaWire : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_proxy.forwardTo(m_broker.portBehindProxy());
        const auto started = m_broker.start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
        m_direct = test::open(test::environmentOf(m_broker, Listener::SaslPlaintext, "admin"));
        m_environment = test::environmentOf(m_broker, Listener::Proxied, "admin");
        m_cluster = test::open(m_environment);
        QVERIFY(m_direct && m_cluster && m_cluster->info({}));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk.stateFolder = m_folder->path().toStdString();
        m_desk.pace = {.deadline = std::chrono::seconds(20), .topicsPerRequest = 1};
    }

    void anAnswerIsLostOnTheWire_data()
    {
        QTest::addColumn<int>("api");
        QTest::newRow("a topic") << int(Api::CreateTopics);
        QTest::newRow("partitions") << int(Api::CreatePartitions);
        QTest::newRow("a setting") << int(Api::IncrementalAlterConfigs);
        QTest::newRow("access") << int(Api::CreateAcls);
        QTest::newRow("access that goes") << int(Api::DeleteAcls);
        QTest::newRow("a topic that goes") << int(Api::DeleteTopics);
    }

    // Fault 3
    void anAnswerIsLostOnTheWire()
    {
        QFETCH(int, api);
        const std::string prefix = "lost" + std::to_string(api) + '.';
        for (const char *name : {"old", "gone"})
            QVERIFY(
                m_direct->createTopics({{prefix + name, 2, 1, {{"retention.ms", "1"}}}}, false, {})
                    .at(0));
        waitFor(prefix + "old");
        waitFor(prefix + "gone");
        Acl given;
        given.name = prefix;
        given.patternType = PatternType::Prefixed;
        given.principal = "User:x";
        auto taken = given;
        taken.principal = "User:y";
        QVERIFY(m_direct->createAcls({taken}, {}).at(0));
        const auto old = topic(prefix + "old");
        const auto plan =
            planOf({topicCreation(prefix + "new"),
                    itemFor(PlanKind::Partitions, PlanAction::Update, old, PartitionChange{2, 3}),
                    test::retentionChange(old, "7200000"),
                    itemFor(PlanKind::Acl, PlanAction::Create, {}, AclChange{given}),
                    itemFor(PlanKind::Acl, PlanAction::Delete, old, AclChange{taken}),
                    itemFor(PlanKind::Topic, PlanAction::Delete, topic(prefix + "gone"),
                            TopicDeletion{2})});
        const int lost = m_proxy.lost();
        m_proxy.loseAnswerTo(static_cast<Api>(api));
        const auto run = journal::applyRecorded(plan, *m_cluster, {}, {}, m_desk);
        QCOMPARE(m_proxy.lost(), lost + 1);
        for (const auto &item : run.report.items)
            QVERIFY2(item.state == ItemState::Done, item.message.c_str());
        QCOMPARE(topic(prefix + "new").partitions, 2);
        QCOMPARE(topic(prefix + "old").partitions, 3);
        QCOMPARE(topic(prefix + "old").settings["retention.ms"], std::string("7200000"));
        QVERIFY(topic(prefix + "gone").name.empty());
        const auto acls = m_direct->readAcls({}).value_or(std::vector<Acl>());
        QCOMPARE(std::count(acls.begin(), acls.end(), given), 1);
        QCOMPARE(std::count(acls.begin(), acls.end(), taken), 0);
    }

    // Fault 3
    void anAnswerIsLostAndAnothersTopicStands()
    {
        m_desk.pace.deadline = std::chrono::seconds(3);
        m_proxy.before(Api::CreateTopics, [this] { // somebody is faster by a moment
            m_direct->createTopics({{"wire.raced", 2, 1, {{"retention.ms", "5"}}}}, false, {});
        });
        m_proxy.loseAnswerTo(Api::CreateTopics);
        const auto run = journal::applyRecorded(planOf({topicCreation("wire.raced")}), *m_cluster,
                                                {}, {}, m_desk);
        m_proxy.before(Api::CreateTopics, {});
        QCOMPARE(statesOf(run.report), QByteArray("stale"));
        const auto &message = run.report.items[0].message;
        QVERIFY2(message.find("retention.ms 5, planned 3600000") != std::string::npos,
                 message.c_str());
        QCOMPARE(topic("wire.raced").settings["retention.ms"], std::string("5"));
    }

    void theBrokerIsGoneAtAnItem_data()
    {
        QTest::addColumn<int>("at");
        for (int at = 0; at < 5; ++at)
            QTest::addRow("%d", at) << at;
    }

    // Fault 1
    void theBrokerIsGoneAtAnItem()
    {
        QFETCH(int, at);
        const std::string prefix = "gone" + std::to_string(at) + '.';
        std::vector<PlanItem> items;
        for (const char *name : {"a", "b", "c", "d", "e"})
            items.push_back(topicCreation(prefix + name));
        m_desk.pace.deadline = std::chrono::milliseconds(100);
        ApplyObserver observer;
        observer.started = [&](const PlanItem &item) {
            if (item.id == items[std::size_t(at)].id)
                m_proxy.close();
        };
        auto impatient = m_environment;
        impatient.properties["socket.timeout.ms"] = "1500";
        const auto broken =
            journal::applyRecorded(planOf(items), *test::open(impatient), observer, {}, m_desk);
        m_proxy.open();
        QVERIFY(!broken.report.isComplete());
        const auto states = statesOf(broken.report).split(' ');
        for (int i = 0; i < 5; ++i) // what was accepted could not be looked for any more
            QVERIFY2(i < at ? states[i] == "unknown"
                            : states[i] == (i == at ? "failed" : "skipped"),
                     states.join(' '));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(topic(items[std::size_t(i)].resource).name.empty(), i >= at);
        m_desk.pace.deadline = std::chrono::seconds(20);
        const int before = m_proxy.requests(Api::CreateTopics);
        const auto record = journal::readJournal(broken.journal);
        QVERIFY(record);
        const auto run = journal::resumeRecorded(*record, *m_cluster, {}, {}, m_desk);
        QVERIFY2(run.report.isComplete(), statesOf(run.report));
        QCOMPARE(m_proxy.requests(Api::CreateTopics) - before, 5 - at); // only what was not there
        if (m_undisturbed.isEmpty()) {
            std::vector<PlanItem> others;
            for (const char *name : {"a", "b", "c", "d", "e"})
                others.push_back(topicCreation(std::string("undisturbed.") + name));
            QVERIFY(journal::applyRecorded(planOf(others), *m_cluster, {}, {}, m_desk)
                        .report.isComplete());
            m_undisturbed = described("undisturbed.");
        }
        QCOMPARE(described(prefix), m_undisturbed); // byte for byte
    }

    void theClusterPutsItOff_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("another controller") << int(notController);
        QTest::newRow("a quota") << int(quotaExceeded);
    }

    // Fault 14
    void theClusterPutsItOff()
    {
        QFETCH(int, error);
        const auto name = "wire.later" + std::to_string(error);
        m_desk.pace.retryPause = std::chrono::milliseconds(50);
        m_proxy.answerNextTopics(std::int16_t(error), 2);
        const int before = m_proxy.requests(Api::CreateTopics);
        const auto run =
            journal::applyRecorded(planOf({topicCreation(name)}), *m_cluster, {}, {}, m_desk);
        QVERIFY2(run.report.isComplete(), run.report.items[0].message.c_str());
        QCOMPARE(m_proxy.requests(Api::CreateTopics) - before, 3);
        QCOMPARE(topic(name).partitions, 2);
    }

    void someErrorsStay_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("tries");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no controller")
            << int(notController) << 5 << QByteArray("the cluster is changing its controller");
        QTest::newRow("a quota for long")
            << int(quotaExceeded) << 5 << QByteArray("the cluster takes no more changes for now");
        QTest::newRow("what is not of the moment")
            << int(policyViolation) << 1 << QByteArray("a policy of the cluster refuses it");
    }

    // Fault 14
    void someErrorsStay()
    {
        QFETCH(int, error);
        QFETCH(int, tries);
        QFETCH(QByteArray, words);
        m_desk.pace.retryPause = std::chrono::milliseconds(10);
        m_proxy.answerNextTopics(std::int16_t(error), 100);
        const int before = m_proxy.requests(Api::CreateTopics);
        const auto run = journal::applyRecorded(planOf({topicCreation("wire.never")}), *m_cluster,
                                                {}, {}, m_desk);
        m_proxy.answerNextTopics(0, 0);
        QCOMPARE(statesOf(run.report), QByteArray("failed"));
        QCOMPARE(m_proxy.requests(Api::CreateTopics) - before, tries);
        const auto &message = run.report.items[0].message;
        QVERIFY2(message.find(words.toStdString()) != std::string::npos, message.c_str());
    }

    void theTokenEnds_data()
    {
        QTest::addColumn<int>("at"); // the first asks only what the cluster would refuse
        QTest::newRow("before anything is sent") << 1;
        QTest::newRow("with the topics on their way") << 2;
    }

    // Fault 7
    void theTokenEnds()
    {
        QFETCH(int, at);
        const bool isFirst = at == 1;
        TokenServer tokens("admin", "meshwright", canary);
        qputenv("MESHWRIGHT_TEST_CLIENT_SECRET", canary);
        auto environment = m_environment;
        environment.security = {{"protocol", "SASL_PLAINTEXT"},
                                {"mechanism", "OAUTHBEARER"},
                                {"tokenEndpoint", tokens.endpoint().toStdString()},
                                {"clientId", "meshwright"},
                                {"clientSecret", "${env:MESHWRIGHT_TEST_CLIENT_SECRET}"}};
        const auto folder = m_folder->filePath("w");
        const auto id = "acme.token" + QByteArray::number(at) + ".app";
        test::writeWorkspace(folder, environment, test::specWith(id, 8, "3600000"));
        m_proxy.before(Api::CreateTopics, [&] {
            if (--at == 0)
                tokens.close();
        });
        QProcess run;
        start(run, {"apply", folder, "--env", "test", "--format", "json"});
        m_proxy.before(Api::CreateTopics, {});
        QCOMPARE(run.exitCode(), 1);
        const auto out = run.readAllStandardOutput();
        const auto report = QJsonDocument::fromJson(out).object();
        QSet<QString> states;
        QSet<QString> messages;
        for (const auto &each : report["items"].toArray()) {
            const auto item = each.toObject();
            states.insert(item["state"].toString());
            if (item["state"] == "skipped")
                messages.insert(item["message"].toString());
        }
        QCOMPARE(states,
                 isFirst ? QSet<QString>{"skipped"} : QSet<QString>({"unknown", "skipped"}));
        QCOMPARE(messages, QSet<QString>{"not tried, since the login was not taken any more"});
        const auto errors = saidErrors();
        const auto stopped = report["halted"].toString().toUtf8();
        QCOMPARE(stopped.count("security.tokenEndpoint"), 1);
        QVERIFY2(!(out + errors).contains(canaryWord), (out + errors).constData());
        const auto journal = onlyJournal();
        QVERIFY(!journal.isEmpty());
        tokens.open(); // somebody has logged in again
        QProcess resumed;
        start(resumed, {"apply", "--resume", journal, "--format", "json"});
        QVERIFY2(resumed.exitCode() == 0, resumed.readAllStandardOutput() + saidErrors());
        QProcess plan;
        start(plan, {"plan", folder, "--env", "test", "--detailed-exitcode"});
        QVERIFY2(plan.exitCode() == 0, plan.readAllStandardOutput());
    }

    // Fault 7
    void thePasswordIsChanged()
    {
        const KafkaClient admin(m_broker, Listener::SaslPlaintext, "admin", "PLAIN");
        const auto worker = test::open(test::environmentOf(m_broker, Listener::Proxied, "worker"));
        std::vector<PlanItem> items;
        for (const char *name : {"a", "b", "c", "d"})
            items.push_back(topicCreation(std::string("locked.") + name));
        ApplyObserver observer;
        observer.started = [&](const PlanItem &item) {
            if (item.resource == "locked.b") { // and who is in is thrown out
                QVERIFY(admin.setPassword("worker", "another"));
                m_proxy.close();
                QTest::qWait(20);
                m_proxy.open();
            }
        };
        const auto broken = journal::applyRecorded(planOf(items), *worker, observer, {}, m_desk);
        QCOMPARE(statesOf(broken.report), QByteArray("unknown failed skipped skipped"));
        QVERIFY(broken.report.halted);
        const auto &message = broken.report.halted->message;
        QVERIFY2(message.find("refused to log User:worker in: check security.username") !=
                     std::string::npos,
                 message.c_str());
        QVERIFY2(message.find(canaryWord) == std::string::npos, message.c_str());
        QVERIFY(admin.setPassword("worker", KafkaBroker::passwordOf("worker")));
        const auto record = journal::readJournal(broken.journal);
        QVERIFY(record && record->ending == journal::Ending::Halted);
        const int before = m_proxy.requests(Api::CreateTopics);
        const auto run = journal::resumeRecorded(*record, *worker, {}, {}, m_desk);
        QVERIFY2(run.report.isComplete(), statesOf(run.report));
        QCOMPARE(m_proxy.requests(Api::CreateTopics) - before, 3);
    }

private:
    Plan planOf(std::vector<PlanItem> items) const
    {
        return test::planFor(m_broker.clusterId(), std::move(items));
    }

    ActualTopic topic(const std::string &name) { return test::topicOf(*m_direct, name); }

    void waitFor(const std::string &name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(topic(name).partitions == 2, 15'000);
    }

    /// All topics under the prefix, but for the prefix and the ids.
    QByteArray described(const std::string &prefix)
    {
        std::string text;
        for (const auto &topic : m_direct->readTopics({}).value_or(std::vector<ActualTopic>())) {
            if (!topic.name.starts_with(prefix))
                continue;
            text += topic.name.substr(prefix.size()) + ' ' + std::to_string(topic.partitions) +
                    ' ' + std::to_string(topic.replicas);
            for (const auto &[key, value] : topic.settings)
                text += ' ' + key + '=' + value;
            text += '\n';
        }
        return QByteArray::fromStdString(text);
    }

    void start(QProcess &process, const QStringList &arguments) const
    {
        QVERIFY(test::startMw(process, m_folder->filePath("state"), m_folder->filePath("errors"),
                              arguments));
        QVERIFY(process.waitForFinished(100'000));
    }

    QByteArray saidErrors() const
    {
        QFile file(m_folder->filePath("errors"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    QString onlyJournal() const
    {
        QDirIterator it(m_folder->filePath("state/meshwright/journals"), {"*.jsonl"});
        return it.hasNext() ? it.next() : QString();
    }

    KafkaProxy m_proxy;
    KafkaBroker m_broker{optionsFor(m_proxy)};
    Environment m_environment;
    std::unique_ptr<Cluster> m_direct;
    std::unique_ptr<Cluster> m_cluster; ///< by way of the proxy
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_undisturbed; ///< what five topics read like after a run that went well
    journal::Desk m_desk{.stateFolder = {}, .tool = "test", .workspace = {}};
};

QTEST_GUILESS_MAIN(TestKafkaWire)
#include "tst_kafkawire.moc"
