// SPDX-License-Identifier: Apache-2.0
// What plans say of the records that they lose, and of the topics that somebody uses.
#include "meshwright/plan/guards.h"
#include "plan/given.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;
using namespace std::chrono_literals;

namespace {

const std::string old = "acme.a._public.old";

/// A plan that deletes a topic.
struct Deleting
{
    Deleting()
    {
        given.provision();
        given.options.prune.topics = true;
        given.cluster.addTopic(old);
    }

    const PlanItem &weighed()
    {
        plan = given.plan();
        weighLosses(plan, given.cluster, {});
        return *itemOf(plan, "topic:" + old);
    }

    Given given = oneContext();
    Plan plan;
};

ConsumerGroup reading(const std::string &topic, const std::string &state)
{
    ConsumerGroup group;
    group.state = state;
    group.members = std::vector<GroupMember>{{{topic}}};
    return group;
}

} // namespace

class TestLosses : public QObject
{
    Q_OBJECT

private slots:

    void whatNobodyUsesNeedsNoConsent()
    {
        Deleting deleting;
        deleting.given.cluster.records[old] = {48h, 72h};
        QVERIFY(deleting.weighed().consent.empty());
        QCOMPARE(deleting.weighed().loss, std::string("it holds about 2 records"));
        QVERIFY(withoutConsent(deleting.plan, {}).empty());
    }

    // Fault 10
    void recentWritesNeedConsent()
    {
        Deleting deleting;
        deleting.given.cluster.records[old] = {48h, 2h, 1h};
        QCOMPARE(deleting.weighed().consent,
                 std::string("about 2 records came within the last 24 hours"));
        QCOMPARE(withoutConsent(deleting.plan, {}).size(), std::size_t(1));
        QVERIFY(withoutConsent(deleting.plan, {old}).empty());
        deleting.given.cluster.records.clear();
        weighLosses(deleting.plan, deleting.given.cluster, {}); // again: of what is true now
        QVERIFY(withoutConsent(deleting.plan, {}).empty());
    }

    // Fault 10
    void liveReadersNeedConsent_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("isNeeded");
        QTest::newRow("at work") << QString::fromStdString(old) << "Stable" << true;
        QTest::newRow("sharing anew")
            << QString::fromStdString(old) << "PreparingRebalance" << true;
        QTest::newRow("gone") << QString::fromStdString(old) << "Empty" << false;
        QTest::newRow("of another topic") << "acme.a._public.x"
                                          << "Stable" << false;
    }

    void liveReadersNeedConsent()
    {
        QFETCH(QString, topic);
        QFETCH(QString, state);
        QFETCH(bool, isNeeded);
        Deleting deleting;
        deleting.given.cluster.groups["billing"] =
            reading(topic.toStdString(), state.toStdString());
        QCOMPARE(deleting.weighed().consent,
                 isNeeded ? std::string("it is read by billing") : std::string());
    }

    void whoOnlyCommitsReadsToo()
    {
        Deleting deleting;
        ConsumerGroup group; // of the newer protocol: no members are told
        group.state = "Stable";
        group.committed[old][0] = 7;
        for (const char *id : {"a", "b", "c", "d"})
            deleting.given.cluster.groups[id] = group;
        QCOMPARE(deleting.weighed().consent, std::string("it is read by a, b, c and 1 more"));
    }

    void whatIsNotKnownNeedsConsent()
    {
        Deleting deleting;
        deleting.given.cluster.seesAllGroups = false;
        QVERIFY(deleting.weighed().consent.find("not all groups may be seen") != std::string::npos);
        deleting.given.cluster.seesAllGroups = true;
        ConsumerGroup silent; // of the newer protocol, before its first commit
        silent.state = "Stable";
        deleting.given.cluster.groups["new"] = silent;
        QCOMPARE(deleting.weighed().consent, std::string("whether new reads it is not known"));
        deleting.given.cluster.groups["new"].members.emplace();
        QVERIFY(deleting.weighed().consent.empty());
        deleting.given.cluster.faults["readGroups"] = {{0, {Error::Code::Denied, "no", {}}, {}}};
        QVERIFY(deleting.weighed().consent.find("whether anybody reads it is not known: no") !=
                std::string::npos);
        deleting.given.cluster.faults.clear();
        deleting.given.cluster.faults["countRecords"] = {{0, {Error::Code::Denied, "no", {}}, {}}};
        QVERIFY(deleting.weighed().consent.find("whether anybody writes to it is not known") !=
                std::string::npos);
    }

    void aCutSaysHowMuchGoes_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("loss");
        QTest::newRow("a shorter time") << "retention.ms: 7200000"
                                        << "retention.ms=36000000"
                                        << "about 2 of 3 records are as old";
        QTest::newRow("still longer than all") << "retention.ms: 86400000"
                                               << "retention.ms=172800000"
                                               << "none of its 3 records is as old";
        QTest::newRow("a longer time") << "retention.ms: 36000000"
                                       << "retention.ms=7200000"
                                       << "";
        QTest::newRow("fewer bytes") << "retention.bytes: 10"
                                     << "retention.bytes=100"
                                     << "it holds about 3 records, and how many of them go can't "
                                        "be told";
        QTest::newRow("another policy") << "cleanup.policy: compact"
                                        << "cleanup.policy=delete"
                                        << "it holds about 3 records, and how many of them go "
                                           "can't be told";
    }

    void aCutSaysHowMuchGoes()
    {
        QFETCH(QString, setting);
        QFETCH(QString, before);
        QFETCH(QString, loss);
        auto given = oneContext("topicConfiguration: {" + setting.toStdString() + "}");
        given.provision();
        const auto parts = before.split(u'=');
        auto &topic = given.cluster.topics.at("acme.a._public.x");
        topic.settings = {{parts[0].toStdString(), parts[1].toStdString()}};
        given.cluster.records["acme.a._public.x"] = {1h, 3h, 5h};
        auto plan = given.plan();
        QCOMPARE(plan.items.size(), std::size_t(1));
        weighLosses(plan, given.cluster, {});
        QCOMPARE(QString::fromStdString(plan.items.front().loss), loss);
    }

    // Fault 8
    void whatTheClusterWouldRefuseIsSaidBefore()
    {
        Given given{
            {{"a.yaml", specOf("acme.a", channelOf("_public.x") + channelOf("_public.y") +
                                             channelOf("_public.z", "topicConfiguration: "
                                                                    "{retention.ms: 5}"))}}};
        given.cluster.addTopic("acme.a._public.z");
        const Error denied{Error::Code::Denied, "User:a needs CREATE", {}};
        given.cluster.faults["validateTopics"] = {{0, denied, "acme.a._public.x"}};
        given.cluster.faults["validateSettings"] = {
            {0, {Error::Code::Invalid, "a policy forbids it", {}}, "acme.a._public.z"}};
        auto plan = given.plan();
        const auto items = plan.items;
        preflight(plan, given.cluster, {});
        QVERIFY(plan.items == items && !plan.hasErrors());
        QCOMPARE(plan.problems.size(), std::size_t(2));
        const auto *create = problemOf(plan, "acme.a._public.x");
        QVERIFY(create && create->severity == Severity::Warning && create->reason.line > 0);
        QVERIFY(create->message.find("User:a needs CREATE") != std::string::npos);
        QVERIFY(problemOf(plan, "acme.a._public.z"));
        QCOMPARE(given.cluster.topics.size(), std::size_t(1)); // nothing was written
        QVERIFY(given.cluster.topics.begin()->second.settings.empty());
    }

    void aPlanThatLosesNothingAsksNothing()
    {
        auto given = oneContext();
        auto plan = given.plan();
        const auto calls = given.cluster.calls;
        weighLosses(plan, given.cluster, {});
        QVERIFY(given.cluster.calls == calls);
    }
};

QTEST_APPLESS_MAIN(TestLosses)
#include "tst_losses.moc"
