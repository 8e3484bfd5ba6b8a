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
        given.environment.security = {{"protocol", "SASL_SSL"}};
        given.cluster.self = "User:deployer";
        auto unasked = topicAcl("acme.a._public.x", "User:deployer");
        unasked.operation = AclOperation::Write;
        given.cluster.acls.insert(unasked);
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(1));
        QCOMPARE(drift.items[0].resource, describe(unasked));
        QVERIFY(drift.isKnown);
    }

    void whatIsChosenIsPlannedAndNothingElse()
    {
        auto given = oneContext("partitions: 3, replicas: 1, topicConfiguration: {retention.ms: 7, "
                                "segment.ms: 9}");
        given.provision();
        auto &topic = given.cluster.topics["acme.a._public.x"];
        topic.settings = {{"retention.ms", "8"}, {"segment.ms", "8"}, {"flush.ms", "8"}};
        topic.replicas = 2; // no plan mends it, and that is no matter of the others
        given.cluster.addTopic("acme.a._public.stray", 2);
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(5));
        const auto chosen = [&](const std::string &resource, const std::string &detail) {
            return *std::find_if(drift.items.begin(), drift.items.end(), [&](const auto &item) {
                return item.resource == resource && item.detail == detail;
            });
        };
        const auto planOf = [&](const std::vector<DriftItem> &items) {
            given.options = restoring(items);
            return given.plan();
        };
        const Plan setting = planOf({chosen("acme.a._public.x", "retention.ms")});
        QCOMPARE(setting.items.size(), std::size_t(1));
        QCOMPARE(setting.items[0].id, std::string("config:acme.a._public.x:retention.ms"));
        QCOMPARE(problemOf(setting, "plan")->message,
                 std::string("1 other change is left out: only what was chosen is planned."));
        const Plan deletes =
            planOf({chosen("acme.a._public.x", "flush.ms"), chosen("acme.a._public.stray", "")});
        QCOMPARE(deletes.items.size(), std::size_t(2));
        QCOMPARE(deletes.items[1].action, PlanAction::Delete);
        const auto replicas = chosen("acme.a._public.x", "replicas");
        QVERIFY(!replicas.change && !replicas.message.empty());
        QCOMPARE(replicas.specs + replicas.cluster, std::string("12"));
        QVERIFY(restoring({replicas}).only.empty());
    }

    void problemsOfWhatWasNotChosenHinderNothing()
    {
        auto given = oneContext("topicConfiguration: {retention.ms: 7}");
        given.texts["a.yaml"] += channelOf("_public.y", "partitions: 1");
        given.provision();
        given.cluster.topics["acme.a._public.x"].settings["retention.ms"] = "8";
        given.cluster.topics["acme.a._public.y"].partitions = 4;
        const Drift drift = driftOf(given);
        QVERIFY(given.plan().hasErrors());
        given.options = restoring(drift.items);
        QCOMPARE(given.options.only.size(), std::size_t(1));
        const Plan plan = given.plan();
        QVERIFY(plan.problems.empty());
        QCOMPARE(plan.items.size(), std::size_t(1));
    }

    void theBoundOnDeletesHoldsForWhatIsChosen()
    {
        auto given = oneContext();
        given.provision();
        for (const char *name : {"s", "t", "u"})
            given.cluster.addTopic(std::string("acme.a._public.") + name);
        given.environment.deletes = {{}, 1, 0.0};
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(3));
        given.options = restoring({drift.items[0]});
        QVERIFY(!given.plan().hasErrors());
        given.options = restoring(drift.items);
        QVERIFY(given.plan().hasErrors());
    }

    void whatNoPlanTakesAwaySaysWhy()
    {
        auto given = oneContext();
        given.provision();
        given.cluster.addTopic("acme.a._public.kept");
        given.cluster.addTopic("acme.a.b.doubtful");
        given.environment.protectedTopics = {"*.kept"};
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(2));
        QVERIFY(drift.items[0].message.find("protects") != std::string::npos);
        QVERIFY(drift.items[1].message.find("another context") != std::string::npos);
        QVERIFY(restoring(drift.items).only.empty());
    }

    void aSpecWithErrorsIsWhyNoPlanDeletesATopic()
    {
        auto given = oneContext();
        given.texts["b.yaml"] = specOf("acme.b", channelOf("_public.x"));
        given.provision();
        given.cluster.addTopic("acme.a._public.stray");
        Diagnostic error;
        error.severity = Severity::Error;
        error.file = "b.yaml";
        given.diagnostics = {error};
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(1));
        QVERIFY2(drift.items[0].message.find("free of errors") != std::string::npos,
                 drift.items[0].message.c_str());
    }

    void whatIsReadInPartIsWhyNoPlanDeletesATopic()
    {
        auto given = oneContext();
        given.provision();
        given.cluster.addTopic("acme.a._public.stray");
        given.cluster.addTopic("acme.a");
        given.cluster.faults["readAcls"] = {{.call = 0, .error = {Error::Code::Denied, "no", {}}}};
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(2));
        QVERIFY2(drift.items[0].message.find("name of the context itself") != std::string::npos,
                 drift.items[0].message.c_str());
        QVERIFY2(drift.items[1].message.find("known only in part") != std::string::npos,
                 drift.items[1].message.c_str());
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
