// SPDX-License-Identifier: Apache-2.0
// What counts as drift, where a plan of its own would do nothing.
#include "meshwright/plan/drift.h"
#include "plan/given.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

class TestDrift : public QObject
{
    Q_OBJECT

private slots:

    void topicsOfKafkaAndOfStreamsArePassedOver()
    {
        auto given = oneContext();
        given.provision();
        for (const char *name : {"acme.a.app-store-changelog", "acme.a.app-KSTREAM-1-repartition",
                                 "_schemas", "__consumer_offsets"})
            given.cluster.addTopic(name);
        const Drift drift = driftOf(given);
        QVERIFY(drift.isInStep());
        QVERIFY(drift.isKnown);
        QVERIFY(drift.ownerless.empty());
    }

    void aTopicThatMayBeADeeperContextsIsToldOnce()
    {
        auto given = oneContext();
        given.provision();
        given.cluster.addTopic("acme.a.b.stray", 2);
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(1));
        QCOMPARE(drift.items[0].resource, std::string("acme.a.b.stray"));
        QCOMPARE(drift.items[0].cluster, std::string("2 partitions"));
        QVERIFY(drift.problems.empty());
        QVERIFY(drift.isKnown);
    }

    void accessOfTheConnectionItselfIsTold()
    {
        auto given = oneContext();
        given.provision();
        given.environment.security = {{"protocol", "SASL_SSL"}, {"username", "deployer"}};
        auto unasked = topicAcl("acme.a._public.x", "User:deployer");
        unasked.operation = AclOperation::Write;
        given.cluster.acls.insert(unasked);
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(1));
        QCOMPARE(drift.items[0].resource, describe(unasked));
        QVERIFY(drift.isKnown);
    }

    void accessThatIsNotKept_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("no authorizer") << int(Error::Code::NotFound) << true;
        QTest::newRow("no answer") << int(Error::Code::Timeout) << false;
        QTest::newRow("not allowed") << int(Error::Code::Denied) << false;
    }

    // Fault 15
    void accessThatIsNotKept()
    {
        QFETCH(int, code);
        QFETCH(bool, isKnown);
        auto given = oneContext();
        given.provision();
        given.cluster.faults["readAcls"] = {
            {.call = 0, .error = {static_cast<Error::Code>(code), "as arranged", {}}}};
        const Drift drift = driftOf(given);
        QVERIFY(drift.isInStep());
        QCOMPARE(drift.isKnown, isKnown);
        QVERIFY(drift.unchanged > 0);
        QVERIFY(drift.problems.size() == 1 || !isKnown);
        QCOMPARE(drift.problems.at(0).message.ends_with("All the rest was compared."), isKnown);
        given.cluster.topics.begin()->second.partitions = 1;
        QVERIFY(!driftOf(given).isInStep()); // the rest is compared all the same
    }

private:
    static Drift driftOf(Given &given)
    {
        const auto topology = topologyOf(given.texts);
        return findDrift(*topology, given.environment, desiredState(*topology, &given.environment),
                         readActualState(given.cluster, {}), given.diagnostics);
    }
};

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
