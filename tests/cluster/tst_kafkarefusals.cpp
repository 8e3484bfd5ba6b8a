// SPDX-License-Identifier: Apache-2.0
// A real broker that refuses: by policies of its own, by deleting nothing, by a quota; and one
// without an authorizer, which knows no access.
#include "cluster/kafkaenvironment.h"
#include "cluster/mwruns.h"
#include "meshwright/plan/apply.h"
#include "meshwright/plan/guards.h"

#include <QDir>
#include <QProcess>
#include <QtTest>

using namespace meshwright;
using test::KafkaBroker;
using test::topicCreation;
using Listener = KafkaBroker::Listener;

namespace {

KafkaBroker::Options optionsFor(const QString &classes)
{
    KafkaBroker::Options options;
    options.settings = {{"authorizer.class.name", ""},
                        {"delete.topic.enable", "false"},
                        {"create.topic.policy.class.name", "Refusals"},
                        {"alter.config.policy.class.name", "Refusals"}};
    options.classes = classes;
    return options;
}

/// Empty where it went well.
QString faultOf(const QStringList &java, const QString &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("java", java);
    process.write(input.toUtf8());
    process.closeWriteChannel();
    const bool isDone = process.waitForFinished(60'000) && process.exitCode() == 0;
    return isDone ? QString() : "java: " + QString::fromLocal8Bit(process.readAll());
}

} // namespace

class TestKafkaRefusals : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const QString file = QStringLiteral(MESHWRIGHT_TEST_DATA "/kafka/Refusals.java");
        const QDir jars(KafkaBroker::jars());
        const auto clients = jars.filePath(jars.entryList({"kafka-clients-*.jar"}).value(0));
        // The compiler is a part of Java's runtime, without a command of its own there.
        const auto fault = faultOf({"-m", "jdk.compiler/com.sun.tools.javac.Main", "-cp", clients,
                                    "-d", m_classes.path(), file});
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        const auto started = m_broker.start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
        m_environment = test::environmentOf(m_broker, Listener::SaslPlaintext, "admin");
        m_cluster = test::open(m_environment);
        QVERIFY(m_cluster);
    }

    // Fault 14
    void aPolicyRefusesATopic()
    {
        auto plan = planOf({topicCreation("a.forbidden"), topicCreation("a.fine")});
        preflight(plan, *m_cluster, {});
        QCOMPARE(plan.problems.size(), std::size_t(1));
        QCOMPARE(plan.problems[0].resource, std::string("a.forbidden"));
        const auto report = apply(plan, *m_cluster, {}, {});
        QVERIFY(report.items[0].state == ItemState::Failed);
        QVERIFY2(report.items[0].message.find("a policy of the cluster refuses it: no topic is "
                                              "called forbidden here") != std::string::npos,
                 report.items[0].message.c_str());
        QVERIFY2(report.items[1].state == ItemState::Done, report.items[1].message.c_str());
    }

    // Fault 14
    void aPolicyRefusesASetting()
    {
        const auto apply = [this](const Plan &plan) {
            return meshwright::apply(plan, *m_cluster, {}, {});
        };
        QVERIFY(apply(planOf({topicCreation("b.one"), topicCreation("b.two")})).isComplete());
        auto plan = planOf({test::retentionChange(topic("b.one"), "1"),
                            test::retentionChange(topic("b.two"), "7200000")});
        preflight(plan, *m_cluster, {});
        QCOMPARE(plan.problems.size(), std::size_t(1));
        const auto report = apply(plan);
        QVERIFY(report.items[0].state == ItemState::Failed);
        QVERIFY2(report.items[0].message.find("a retention of 1 ms is none") != std::string::npos,
                 report.items[0].message.c_str());
        QVERIFY2(report.items[1].state == ItemState::Done, report.items[1].message.c_str());
        QCOMPARE(topic("b.one").settings["retention.ms"], std::string("3600000"));
    }

    // Fault 14
    void nothingIsDeletedHere()
    {
        QVERIFY(apply(planOf({topicCreation("c.kept")}), *m_cluster, {}, {}).isComplete());
        PlanItem deletion;
        deletion.id = "delete:topic:c.kept";
        deletion.action = PlanAction::Delete;
        deletion.resource = "c.kept";
        deletion.change = TopicDeletion{2};
        deletion.precondition = {{"topicId", topic("c.kept").id}};
        int sent = 0;
        ApplyObserver observer;
        observer.started = [&](const PlanItem &) { ++sent; };
        const auto report =
            apply(planOf({deletion, topicCreation("c.new")}), *m_cluster, observer, {});
        QVERIFY(report.items[0].state == ItemState::Failed);
        QVERIFY2(report.items[0].message.find("delete.topic.enable is false") != std::string::npos,
                 report.items[0].message.c_str());
        QVERIFY(report.items[1].state == ItemState::Done);
        QCOMPARE(topic("c.kept").partitions, 2);
        QCOMPARE(sent, 2);
    }

    // Fault 15
    void accessIsUnknownToIt()
    {
        const auto acls = m_cluster->readAcls({});
        QVERIFY(!acls && acls.error().code == Error::Code::NotFound);
        QVERIFY2(acls.error().message.find("no authorizer") != std::string::npos,
                 acls.error().message.c_str());
        const auto folder = m_folder.filePath("w");
        test::writeWorkspace(folder, m_environment, test::specWith("acme.open.app", 3, "3600000"));
        const auto plan = mw({"plan", folder, "--env", "test"}, 0);
        QVERIFY2(plan.contains("The cluster has no authorizer") && !plan.contains("ALLOW"), plan);
        QVERIFY2(plan.contains("acme.open.app._public.t2"), plan);
        QVERIFY(mw({"apply", folder, "--env", "test"}, 0).contains("3 done"));
        const auto drift = mw({"drift", folder, "--env", "test"}, 0);
        QVERIFY2(drift.contains("no access to compare") && drift.contains("In step"), drift);
        const auto changed = m_cluster->changeSettings(
            {{"acme.open.app._public.t1", {{"retention.ms", "9"}}, {}}}, false, {});
        QVERIFY(changed.at(0));
        QTRY_COMPARE_WITH_TIMEOUT(topic("acme.open.app._public.t1").settings["retention.ms"],
                                  std::string("9"), 15'000);
        const auto moved = mw({"drift", folder, "--env", "test"}, 2);
        QVERIFY2(moved.startsWith("acme.open.app"), moved);
    }

    // Fault 14
    void aQuotaOnlyTakesTime()
    {
        const auto fault = faultOf({"-cp", KafkaBroker::jars() + "/*:" + m_classes.path(),
                                    "Refusals", m_broker.bootstrap(Listener::SaslPlaintext)},
                                   KafkaBroker::passwordOf("admin"));
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        std::vector<PlanItem> items;
        for (int i = 0; i < 8; ++i)
            items.push_back(topicCreation("d.t" + std::to_string(i)));
        const ApplyPace pace{.topicsPerRequest = 2};
        const auto report = apply(planOf(items), *m_cluster, {}, {}, pace);
        for (const auto &item : report.items)
            QVERIFY2(item.state == ItemState::Done, item.message.c_str());
    }

private:
    Plan planOf(std::vector<PlanItem> items) const
    {
        return test::planFor(m_broker.clusterId(), std::move(items));
    }

    ActualTopic topic(const std::string &name) { return test::topicOf(*m_cluster, name); }

    QByteArray mw(const QStringList &arguments, int exitCode) const
    {
        QProcess process;
        const bool isStarted = test::startMw(process, m_folder.filePath("state"),
                                             m_folder.filePath("errors"), arguments);
        const bool isOver = isStarted && process.waitForFinished(60'000);
        const auto out = process.readAllStandardOutput();
        if (!isOver || process.exitCode() != exitCode)
            return "ended with " + QByteArray::number(process.exitCode()) + ": " + out;
        return out;
    }

    QTemporaryDir m_classes;
    QTemporaryDir m_folder;
    KafkaBroker m_broker{optionsFor(m_classes.path())};
    Environment m_environment;
    std::unique_ptr<Cluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestKafkaRefusals)
#include "tst_kafkarefusals.moc"
