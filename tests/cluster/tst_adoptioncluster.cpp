// SPDX-License-Identifier: Apache-2.0
// The sample is provisioned on a real broker; specs that are made of that broker ask for the same.
#include "cluster/kafkaenvironment.h"

#include "meshwright/adoption/adopt.h"
#include "meshwright/lint/lint.h"
#include "meshwright/plan/apply.h"
#include "meshwright/topology/topology.h"

#include <QtTest>

using namespace meshwright;
using test::KafkaBroker;

class TestAdoptionCluster : public QObject
{
    Q_OBJECT

private slots:

    void theFirstPlanOfNewSpecsIsEmpty()
    {
        KafkaBroker broker{KafkaBroker::Options{}};
        const auto started = broker.start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
        m_environment = test::environmentOf(broker, KafkaBroker::Listener::SaslPlaintext, "admin");
        m_environment.replicas = 1;
        const auto cluster = test::open(m_environment);
        const auto sample = Workspace::open(std::string(MESHWRIGHT_SAMPLES) + "/acme");
        QVERIFY(sample.has_value());
        const Plan whole = planOf(*sample, *cluster);
        const ApplyReport report = apply(whole, *cluster, {}, {});
        QVERIFY(!report.refused);
        for (const auto &item : report.items)
            QVERIFY2(item.state == ItemState::Done, item.message.c_str());

        m_environment.replicas.reset();
        const auto empty = Workspace::fromTexts(
            {{"meshwright.yaml", "version: 1\norganisation: acme\nnaming: {pattern: "
                                 "'[organisation].[domain].[service].[access].[type]'}\n"}});
        const auto adopted =
            adoption::adopt(empty, m_environment, readActualState(*cluster, {}), "acme");
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        for (const auto &note : adopted->notes)
            QFAIL((note.resource + ": " + note.message).c_str());
        auto workspace = empty;
        for (const auto &spec : adopted->specs)
            workspace = workspace->withText(spec.file, makeText(std::string(spec.text)));
        const Plan next = planOf(workspace, *cluster);
        QVERIFY(next.problems.empty());
        QVERIFY(next.isEmpty());
        QCOMPARE(next.summary.unchanged, whole.items.size());
    }

private:
    Plan planOf(const WorkspacePtr &workspace, Cluster &cluster) const
    {
        const auto topology = buildTopology(workspace);
        return makePlan(*topology, m_environment, desiredState(*topology, &m_environment),
                        readActualState(cluster, {}), lint(*topology),
                        {.prune = {true, true, true, true}});
    }

    Environment m_environment;
};

QTEST_GUILESS_MAIN(TestAdoptionCluster)
#include "tst_adoptioncluster.moc"
