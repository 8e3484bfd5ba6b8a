// SPDX-License-Identifier: Apache-2.0
// What happens to a plan when brokers, programs and people get in its way.
#include "cluster/forwarding.h"
#include "cluster/kafkaenvironment.h"
#include "cluster/mwruns.h"
#include "meshwright/journal/audit.h"
#include "meshwright/journal/recordedrun.h"
#include "support/canary.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace meshwright;
using test::canaryWord;
using test::KafkaBroker;
using test::statesOf;
using test::topicCreation;
using Listener = KafkaBroker::Listener;

namespace {

/// Every write is carried out, and its answer is lost.
struct Deaf : test::Forwarding
{
    using Forwarding::Forwarding;

    Outcomes createTopics(const std::vector<NewTopic> &topics, bool validateOnly,
                          std::stop_token stop) override
    {
        to.createTopics(topics, validateOnly, stop);
        return Outcomes(topics.size(),
                        tl::unexpected(Error{Error::Code::Timeout, "no answer came", {}}));
    }
};

} // namespace

class TestKafkaApplyFaults : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const auto started = m_broker.start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
        m_environment = test::environmentOf(m_broker, Listener::SaslPlaintext, "admin");
        m_cluster = test::open(m_environment);
        QVERIFY(m_cluster);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk.stateFolder = m_folder->path().toStdString();
        m_desk.pace = {.deadline = std::chrono::milliseconds(1500), .topicsPerRequest = 1};
    }

    void theBrokerDiesAtAnItem();
    void theProgramIsKilled();
    void anAnswerIsLost();
    void aTopicWasMadeAgain();
    void aSettingWasChanged();
    void twoAtOnce_data();
    void twoAtOnce();
    void twoChangeTheSameAtOnce();
    void anotherClusterIsRefused();

private:
    Plan planOf(std::vector<PlanItem> items) const
    {
        return test::planFor(m_broker.clusterId(), std::move(items));
    }

    journal::RecordedRun applyNow(const Plan &plan, const ApplyObserver &observer = {})
    {
        return journal::applyRecorded(plan, *m_cluster, observer, {}, m_desk);
    }

    ActualTopic topic(const std::string &name) { return test::topicOf(*m_cluster, name); }

    /// Of the topics of a specWith(), with how many have each.
    std::map<std::string, int> retentions(const QByteArray &id, int topics)
    {
        std::map<std::string, int> counts;
        for (int i = 0; i < topics; ++i)
            ++counts[topic(id.toStdString() + "._public.t" + std::to_string(i))
                         .settings["retention.ms"]];
        return counts;
    }

    static QString described(const std::map<std::string, int> &counts)
    {
        QStringList each;
        for (const auto &[value, count] : counts)
            each.append(
                QStringLiteral("%1 have '%2'").arg(count).arg(QString::fromStdString(value)));
        return each.join(QStringLiteral(", "));
    }

    void waitFor(const std::string &name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(topic(name).partitions == 2, 15'000);
    }

    QString workspace(const QString &name, const QByteArray &spec) const;
    void startMw(QProcess &process, const QString &state, const QStringList &arguments) const;

    KafkaBroker m_broker;
    Environment m_environment;
    std::unique_ptr<Cluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    journal::Desk m_desk{.stateFolder = {}, .tool = "test", .workspace = {}};
};

// Fault 1
void TestKafkaApplyFaults::theBrokerDiesAtAnItem()
{
    constexpr int at = 2; // tst_kafkawire has each
    const std::string prefix = "dies.";
    std::vector<PlanItem> items;
    for (const char *name : {"a", "b", "c", "d", "e"})
        items.push_back(topicCreation(prefix + name));
    const auto plan = planOf(items);
    ApplyObserver observer;
    observer.started = [&](const PlanItem &item) {
        if (item.id == items[std::size_t(at)].id)
            m_broker.kill();
    };
    const auto broken = applyNow(plan, observer);
    QVERIFY(!broken.report.isComplete());
    const auto states = statesOf(broken.report).split(' ');
    for (int i = at; i < 5; ++i)
        QVERIFY2(states[i] == "failed" || states[i] == "skipped", states.join(' '));
    const auto restarted = m_broker.restart();
    QVERIFY2(restarted, qPrintable(restarted ? QString() : restarted.error()));
    QTRY_VERIFY_WITH_TIMEOUT(m_cluster->info({}).has_value(), 15'000);
    m_desk.pace.deadline = std::chrono::seconds(20);
    std::set<std::string> sent;
    observer.started = [&](const PlanItem &item) { sent.insert(item.resource); };
    const auto record = journal::readJournal(broken.journal);
    QVERIFY(record);
    const auto run = journal::resumeRecorded(*record, *m_cluster, observer, {}, m_desk);
    QVERIFY2(run.report.isComplete(), statesOf(run.report));
    QCOMPARE(sent.size(), std::size_t(5 - at)); // only what was not made before
    for (const auto &item : items) {
        QCOMPARE(topic(item.resource).partitions, 2);
        QVERIFY(topic(item.resource).settings.at("retention.ms") == "3600000");
    }
}

QString TestKafkaApplyFaults::workspace(const QString &name, const QByteArray &spec) const
{
    const auto folder = m_folder->filePath(name);
    test::writeWorkspace(folder, m_environment, spec);
    return folder;
}

void TestKafkaApplyFaults::startMw(QProcess &process, const QString &state,
                                   const QStringList &arguments) const
{
    QVERIFY(test::startMw(process, m_folder->filePath(state),
                          m_folder->filePath(QStringLiteral("errors")), arguments));
}

// Fault 2
void TestKafkaApplyFaults::theProgramIsKilled()
{
    const auto folder =
        workspace(QStringLiteral("w"), test::specWith("acme.killed.app", 40, "3600000"));
    QProcess process;
    startMw(process, QStringLiteral("state"), {"apply", folder, "--env", "test"});
    QString journal;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 60'000 && !process.waitForFinished(1);) {
        QDirIterator it(m_folder->filePath(QStringLiteral("state/meshwright/journals")));
        while (it.hasNext() && journal.isEmpty())
            if (const auto path = it.next(); path.endsWith(QLatin1String(".jsonl")))
                journal = path;
        QFile file(journal);
        if (!journal.isEmpty() && file.open(QIODevice::ReadOnly) &&
            file.readAll().count('\n') >= 2) // the first request is on its way
            break;
    }
    process.kill();
    process.waitForFinished();
    QVERIFY(!journal.isEmpty());
    QProcess resumed;
    startMw(resumed, QStringLiteral("state"), {"apply", "--resume", journal, "--format", "json"});
    QVERIFY(resumed.waitForFinished(100'000));
    const auto out = resumed.readAllStandardOutput();
    QVERIFY2(resumed.exitCode() == 0, out.constData());
    QProcess plan;
    startMw(plan, QStringLiteral("state"),
            {"plan", folder, "--env", "test", "--detailed-exitcode"});
    QVERIFY(plan.waitForFinished(60'000));
    QVERIFY2(plan.exitCode() == 0, plan.readAllStandardOutput().constData());
}

// Fault 3
void TestKafkaApplyFaults::anAnswerIsLost()
{
    QVERIFY(
        m_cluster->createTopics({{"deaf.other", 2, 1, {{"retention.ms", "1"}}}}, false, {}).at(0));
    waitFor("deaf.other");
    QVERIFY(m_cluster->createTopics({{"deaf.same", 2, 1, {{"retention.ms", "3600000"}}}}, false, {})
                .at(0));
    waitFor("deaf.same");
    m_desk.pace = {.deadline = std::chrono::seconds(20)};
    Deaf deaf(*m_cluster);
    const auto run =
        journal::applyRecorded(planOf({topicCreation("deaf.lost"), topicCreation("deaf.same"),
                                       topicCreation("deaf.other")}),
                               deaf, {}, {}, m_desk);
    QCOMPARE(statesOf(run.report), QByteArray("done done stale"));
    QVERIFY(run.report.items[2].message.find("retention.ms 1, planned 3600000") !=
            std::string::npos);
    QCOMPARE(topic("deaf.other").settings.at("retention.ms"), std::string("1"));
}

// Fault 4
void TestKafkaApplyFaults::aTopicWasMadeAgain()
{
    QVERIFY(applyNow(planOf({topicCreation("again.a"), topicCreation("again.b")}))
                .report.items.size() == 2);
    waitFor("again.a");
    waitFor("again.b");
    PlanItem deletion;
    deletion.id = "delete:topic:again.a";
    deletion.action = PlanAction::Delete;
    deletion.resource = "again.a";
    deletion.change = TopicDeletion{2};
    deletion.precondition = {{"topicId", topic("again.a").id}};
    const auto plan = planOf({test::retentionChange(topic("again.a"), "7200000"),
                              test::retentionChange(topic("again.b"), "7200000"), deletion});
    QVERIFY(m_cluster->deleteTopics({"again.a"}, {}).at(0));
    QTRY_VERIFY_WITH_TIMEOUT(topic("again.a").name.empty(), 15'000);
    QVERIFY(m_cluster->createTopics({{"again.a", 2, 1, {}}}, false, {}).at(0));
    waitFor("again.a");
    const auto run = applyNow(plan);
    QCOMPARE(statesOf(run.report), QByteArray("stale done stale"));
    QCOMPARE(topic("again.a").partitions, 2);
}

// Fault 5
void TestKafkaApplyFaults::aSettingWasChanged()
{
    applyNow(planOf({topicCreation("moved.a")}));
    waitFor("moved.a");
    const auto plan = planOf({test::retentionChange(topic("moved.a"), "7200000")});
    QVERIFY(
        m_cluster->changeSettings({{"moved.a", {{"retention.ms", "99"}}, {}}}, false, {}).at(0));
    QTRY_COMPARE_WITH_TIMEOUT(topic("moved.a").settings["retention.ms"], std::string("99"), 15'000);
    const auto run = applyNow(plan);
    QCOMPARE(statesOf(run.report), QByteArray("stale"));
    const auto &message = run.report.items[0].message;
    QVERIFY2(message.find("was 3600000") != std::string::npos &&
                 message.find("is 99") != std::string::npos,
             message.c_str());
    QCOMPARE(topic("moved.a").settings.at("retention.ms"), std::string("99"));
}

void TestKafkaApplyFaults::twoAtOnce_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("state"); // of the second: another folder is another host
    QTest::newRow("on one host") << QByteArray("acme.race.one") << QStringLiteral("state");
    QTest::newRow("on two hosts") << QByteArray("acme.race.two") << QStringLiteral("other");
}

// Fault 6
void TestKafkaApplyFaults::twoAtOnce()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, state);
    const auto first = workspace(QStringLiteral("a"), test::specWith(id, 30, "1000000"));
    const auto second = workspace(QStringLiteral("b"), test::specWith(id, 30, "2000000"));
    QProcess one;
    QProcess two;
    startMw(one, QStringLiteral("state"), {"apply", first, "--env", "test", "--format", "json"});
    startMw(two, state, {"apply", second, "--env", "test", "--format", "json"});
    QVERIFY(one.waitForFinished(100'000) && two.waitForFinished(100'000));
    const auto values = retentions(id, 30);
    QVERIFY2(values.size() == 1, qPrintable(described(values))); // one of the specs, no mix
    const bool firstWon = values.contains("1000000");
    const auto doneOf = [](QProcess &process) {
        const auto report = QJsonDocument::fromJson(process.readAllStandardOutput());
        return report["summary"]["done"].toInt();
    };
    // Who lost says so: none of the topics is theirs.
    const int ones = doneOf(one);
    const int twos = doneOf(two);
    QVERIFY2((firstWon ? ones : twos) >= 30, QByteArray::number(ones).constData());
    QVERIFY((firstWon ? one : two).exitCode() == 0);
    QVERIFY((firstWon ? two : one).exitCode() != 0);
    QFile errors(m_folder->filePath(QStringLiteral("errors")));
    QVERIFY(errors.open(QIODevice::ReadOnly));
    QVERIFY(!errors.readAll().contains(canaryWord));
}

// Fault 6
void TestKafkaApplyFaults::twoChangeTheSameAtOnce()
{
    constexpr int topics = 30;
    const QByteArray id = "acme.race.same";
    QProcess before;
    startMw(before, QStringLiteral("state"),
            {"apply", workspace(QStringLiteral("a"), test::specWith(id, topics, "3600000")),
             "--env", "test"});
    QVERIFY(before.waitForFinished(100'000) && before.exitCode() == 0);
    const auto first = workspace(QStringLiteral("a"), test::specWith(id, topics, "1000000"));
    const auto second = workspace(QStringLiteral("b"), test::specWith(id, topics, "2000000"));
    std::array<QProcess, 2> two;
    startMw(two[0], QStringLiteral("state"), {"apply", first, "--env", "test", "--format", "json"});
    startMw(two[1], QStringLiteral("other"),
            {"apply", second, "--env", "test", "--format", "json"});
    QVERIFY(two[0].waitForFinished(100'000) && two[1].waitForFinished(100'000));
    const auto values = retentions(id, topics);
    QVERIFY2(values.size() == 1, qPrintable(described(values))); // one of the specs, no mix
    const std::size_t winner = values.contains("1000000") ? 0 : 1;
    for (std::size_t i = 0; i < two.size(); ++i) {
        const auto report = QJsonDocument::fromJson(two[i].readAllStandardOutput()).object();
        const auto items = report["items"].toArray();
        QVERIFY(i != winner || two[i].exitCode() == 0);
        for (const auto &each : items) {
            const auto item = each.toObject();
            // Done before the other was, or stale with the other's value: nothing in between.
            const auto state = item["state"].toString();
            const auto message = item["message"].toString();
            const bool isSaid =
                state == QLatin1String("done") ||
                (i != winner && state == QLatin1String("stale") &&
                 message.contains(QLatin1String(winner == 0 ? "1000000" : "2000000")));
            QVERIFY2(isSaid, qPrintable(state + QStringLiteral(": ") + message));
        }
    }
}

// Fault 9
void TestKafkaApplyFaults::anotherClusterIsRefused()
{
    auto plan = planOf({topicCreation("elsewhere.a")});
    plan.clusterId = "another-cluster";
    const auto run = applyNow(plan);
    QVERIFY(run.report.refused);
    QVERIFY(run.report.refused->message.find("another-cluster") != std::string::npos);
    QVERIFY(topic("elsewhere.a").name.empty());
    const auto trail = journal::readAudit(journal::auditFile(m_desk.stateFolder));
    QCOMPARE(trail->entries.back().outcome, std::string("refused"));
}

QTEST_GUILESS_MAIN(TestKafkaApplyFaults)
#include "tst_kafkaapplyfaults.moc"
