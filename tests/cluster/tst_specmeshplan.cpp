// SPDX-License-Identifier: Apache-2.0
#include "cluster/kafkaenvironment.h"

#include "meshwright/lint/lint.h"
#include "meshwright/plan/apply.h"
#include "meshwright/topology/topology.h"

#include <QtTest>

#include <algorithm>
#include <filesystem>

using namespace meshwright;
using test::KafkaBroker;

// Every spec of SpecMesh's own that is valid: plan, apply, and the next plan is empty, on a real
// broker, with its ACLs (compat) and with ours.
class TestSpecMeshPlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void applies_data();
    void applies();
    void coversEnough();

private:
    void cleanCluster();

    KafkaBroker m_broker;
    std::unique_ptr<Cluster> m_cluster;
    int m_applied = 0;
};

namespace {

const std::string corpus = std::string(MESHWRIGHT_TEST_DATA) + "/specmesh";

std::vector<std::string> specFiles()
{
    std::vector<std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(corpus)) {
        const auto extension = entry.path().extension();
        if (entry.is_regular_file() && (extension == ".yaml" || extension == ".yml"))
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string problemsOf(const Plan &plan)
{
    std::string text;
    for (const auto &problem : plan.problems)
        text += problem.resource + ": " + problem.message + "; ";
    return text;
}

} // namespace

void TestSpecMeshPlan::initTestCase()
{
    const auto started = m_broker.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    m_cluster =
        test::open(test::environmentOf(m_broker, KafkaBroker::Listener::SaslPlaintext, "admin"));
    QVERIFY(m_cluster);
}

void TestSpecMeshPlan::cleanCluster()
{
    const auto acls = m_cluster->readAcls({});
    QVERIFY2(acls, acls ? "" : acls.error().message.c_str());
    for (const auto &outcome : m_cluster->deleteAcls(*acls, {}))
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
    const auto topics = m_cluster->readTopics({});
    QVERIFY2(topics, topics ? "" : topics.error().message.c_str());
    std::vector<std::string> names;
    for (const auto &topic : *topics)
        names.push_back(topic.name);
    for (const auto &outcome : m_cluster->deleteTopics(names, {}))
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(m_cluster->readTopics({}).value().empty() &&
                                 m_cluster->readAcls({}).value().empty(),
                             20000);
}

void TestSpecMeshPlan::applies_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("compat");

    for (const auto &file : specFiles()) {
        const auto title = file.substr(corpus.size() + 1);
        QTest::addRow("%s", title.c_str()) << QString::fromStdString(file) << false;
        QTest::addRow("%s, compat", title.c_str()) << QString::fromStdString(file) << true;
    }
}

void TestSpecMeshPlan::applies()
{
    QFETCH(QString, file);
    QFETCH(bool, compat);

    Environment environment =
        test::environmentOf(m_broker, KafkaBroker::Listener::SaslPlaintext, "admin");
    environment.replicas = 1;
    environment.compatSpecmesh = compat;
    const auto workspace = Workspace::open(file.toStdString());
    QVERIFY2(workspace, workspace ? "" : workspace.error().message.c_str());
    const auto topology = buildTopology(*workspace);
    const auto diagnostics = lint(*topology);
    const auto desired = desiredState(*topology, &environment);
    const auto plan = [&] {
        return makePlan(*topology, environment, desired, readActualState(*m_cluster, {}),
                        diagnostics, {});
    };

    const Plan first = plan();
    if (first.hasErrors()) { // not a valid spec: nothing may be tried
        const auto report = apply(first, *m_cluster, {}, {});
        QVERIFY(report.refused);
        QVERIFY(m_cluster->readTopics({}).value().empty());
        return;
    }
    const auto report = apply(first, *m_cluster, {}, {});
    QVERIFY2(!report.refused, report.refused ? report.refused->message.c_str() : "");
    for (const auto &item : report.items)
        QVERIFY2(item.state == ItemState::Done, (item.id + ": " + item.message).c_str());
    const Plan second = plan();
    QVERIFY2(!second.hasErrors(), problemsOf(second).c_str());
    for (const auto &item : second.items)
        QVERIFY2(false, describe(item).c_str());
    QCOMPARE(second.summary.unchanged, first.items.size() + first.summary.unchanged);
    m_applied += first.items.empty() ? 0 : 1;
    cleanCluster();
}

void TestSpecMeshPlan::coversEnough()
{
    QVERIFY2(m_applied >= 40, qPrintable(QString::number(m_applied)));
}

QTEST_GUILESS_MAIN(TestSpecMeshPlan)
#include "tst_specmeshplan.moc"
