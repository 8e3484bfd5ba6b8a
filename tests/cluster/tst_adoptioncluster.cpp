// SPDX-License-Identifier: Apache-2.0
// The sample is provisioned on a real broker and a real registry; specs that are made of them ask
// for the same.
#include "cluster/kafkaenvironment.h"
#include "schemaregistry/httpregistry.h"
#include "support/apicurio.h"

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
        test::Apicurio apicurio;
        const auto listening = apicurio.start();
        QVERIFY2(listening, qPrintable(listening ? QString() : listening.error()));
        m_environment.registry.emplace().url = apicurio.url();
        schemaregistry::Connection connection;
        connection.url = apicurio.url();
        schemaregistry::HttpRegistry registry(connection);
        const Target target{*cluster, &registry};
        const auto sample = Workspace::open(std::string(MESHWRIGHT_SAMPLES) + "/acme");
        QVERIFY(sample.has_value());
        const Plan whole = planOf(*sample, target);
        const ApplyReport report = apply(whole, target, {}, {});
        QVERIFY(!report.refused);
        for (const auto &item : report.items)
            QVERIFY2(item.state == ItemState::Done, item.message.c_str());

        m_environment.replicas.reset();
        const auto empty = Workspace::fromTexts(
            {{"meshwright.yaml", "version: 1\norganisation: acme\nnaming: {pattern: "
                                 "'[organisation].[domain].[service].[access].[type]'}\n"}});
        const auto adopted = adoption::adopt(empty, m_environment,
                                             readActualState(target, DesiredState(), {}), "acme");
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        for (const auto &note : adopted->notes)
            QFAIL((note.resource + ": " + note.message).c_str());
        auto workspace = empty;
        QVERIFY(adopted->schemas.size() > 20);
        for (const auto &[file, text] : adoption::filesOf(*adopted))
            workspace = workspace->withText(file.generic_string(), makeText(std::string(text)));
        const Plan next = planOf(workspace, target);
        QVERIFY(next.problems.empty());
        QVERIFY(next.isEmpty());
        QCOMPARE(next.summary.unchanged, whole.items.size());
    }

private:
    Plan planOf(const WorkspacePtr &workspace, const Target &target) const
    {
        const auto topology = buildTopology(workspace);
        const auto desired = desiredState(*topology, &m_environment);
        return makePlan(*topology, m_environment, desired, readActualState(target, desired, {}),
                        lint(*topology), {.prune = {true, true, true, true}});
    }

    Environment m_environment;
};

QTEST_GUILESS_MAIN(TestAdoptionCluster)
#include "tst_adoptioncluster.moc"
