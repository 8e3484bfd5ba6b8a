// SPDX-License-Identifier: Apache-2.0
// A cluster of 100 000 topics, of which the specs know few.
#include "meshwright/plan/drift.h"
#include "plan/applying.h"
#include "plan/given.h"

#include <QtTest>

#include <ctime>
#include <sys/resource.h>

using namespace meshwright;
using namespace meshwright::test;

namespace {

constexpr int many = 100'000;

/// Of this process's processor, in seconds.
double spent()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

long mostMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

class TestLargeCluster : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        std::string channels;
        for (int i = 0; i < 50; ++i)
            channels += channelOf("_public.t" + std::to_string(i), "partitions: 3, replicas: 1");
        m_given.texts = {{"a.yaml", specOf("acme.a", channels)}};
        m_given.provision();
        m_given.cluster.topics.erase("acme.a._public.t7");
        for (int i = 0; i < many; ++i) {
            const std::string name = "other.c" + std::to_string(i % 500) + ".t" + std::to_string(i);
            m_given.cluster.addTopic(name, 3, 3, {{"retention.ms", "7"}, {"segment.ms", "9"}});
            m_given.cluster.acls.insert(topicAcl(name, "User:u" + std::to_string(i % 100)));
        }
    }

    // Fault 15
    void itIsPlannedAndCompared()
    {
        const double before = spent();
        const Plan plan = m_given.plan();
        QCOMPARE(plan.items.size(), std::size_t(1));
        QCOMPARE(plan.items[0].resource, std::string("acme.a._public.t7"));
        const auto topology = topologyOf(m_given.texts);
        const Drift drift =
            findDrift(*topology, m_given.environment, desiredState(*topology, &m_given.environment),
                      readActualState(m_given.cluster, {}), {});
        QVERIFY(drift.isKnown);
        QCOMPARE(drift.items.size(), std::size_t(1));
        QCOMPARE(drift.ownerless.size(), std::size_t(many));
        QVERIFY2(spent() - before < 20, qPrintable(QString::number(spent() - before)));
        QVERIFY2(mostMegabytes() < 1500, qPrintable(QString::number(mostMegabytes())));
    }

    // Fault 15
    void applyingReadsOnlyItsOwn()
    {
        const Plan plan = m_given.plan();
        m_given.cluster.calls.clear();
        m_given.cluster.described.clear();
        auto asked = plan;
        asked.clusterId = m_given.cluster.clusterId;
        QVERIFY(run(asked, m_given.cluster).isComplete());
        QCOMPARE(m_given.cluster.callsOf("readTopics"), 0);
        for (const auto &names : m_given.cluster.described)
            QCOMPARE(names, std::vector<std::string>{"acme.a._public.t7"});
    }

private:
    Given m_given;
};

QTEST_GUILESS_MAIN(TestLargeCluster)
#include "tst_largecluster.moc"
