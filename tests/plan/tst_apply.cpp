// SPDX-License-Identifier: Apache-2.0
#include "plan/applying.h"
#include "plan/planning.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

class TestApply : public QObject
{
    Q_OBJECT

private slots:

    void aPlanIsCarriedOutAndTheNextIsEmpty()
    {
        const auto topology =
            topologyOf({{"a.yaml", specOf("acme.a", channelOf("_public.x", "partitions: 3") +
                                                        channelOf("_private.y") +
                                                        channelOf("_protected.z"))}});
        const Environment environment;
        FakeCluster cluster;
        const auto desired = desiredState(*topology, &environment);
        const auto makeIt = [&] {
            return makePlan(*topology, environment, desired, readActualState(cluster, {}), {}, {});
        };
        const auto plan = makeIt();
        std::vector<std::string> started;
        std::vector<std::string> finished;
        const ApplyObserver observer{
            [&](const PlanItem &item) { started.push_back(item.id); },
            [&](const PlanItem &item, const ItemResult &) { finished.push_back(item.id); }};
        const auto report = apply(plan, cluster, observer, {}, quick);
        QVERIFY(report.isComplete());
        QVERIFY(!report.cancelled);
        QCOMPARE(report.items.size(), plan.items.size());
        QCOMPARE(started.size(), plan.items.size());
        QCOMPARE(finished, started);
        QCOMPARE(cluster.topics.at("acme.a._public.x").partitions, 3);
        QCOMPARE(cluster.callsOf("createTopics"), 2); // three topics, two a request
        QVERIFY(makeIt().isEmpty());
    }

    void existingTopicsChangeInOrder()
    {
        FakeCluster cluster;
        const auto topic =
            cluster.addTopic("t", 1, 1, {{"retention.ms", "9"}, {"segment.ms", "5"}});
        const auto old = cluster.addTopic("old");
        cluster.acls.insert({.name = "old", .principal = "User:b"});
        const auto report =
            run(planOf({growth(topic, 3), setting(topic, "retention.ms", "9", "7"),
                        setting(topic, "segment.ms", "5", std::nullopt), access("t"),
                        access("old", PlanAction::Delete), deletion(old)}),
                cluster);
        QCOMPARE(statesOf(report), "done done done done done done");
        QCOMPARE(cluster.topics.at("t").partitions, 3);
        QCOMPARE(cluster.topics.at("t").settings,
                 (std::map<std::string, std::string>{{"retention.ms", "7"}}));
        QCOMPARE(cluster.callsOf("changeSettings"), 1); // one topic, one change
        QCOMPARE(cluster.acls.size(), std::size_t(1));
        QVERIFY(!cluster.topics.contains("old"));
        std::vector<std::string> writes;
        std::copy_if(cluster.calls.begin(), cluster.calls.end(), std::back_inserter(writes),
                     [](const auto &call) {
                         return !call.starts_with("read") && call != "describeTopics" &&
                                call != "info";
                     });
        QCOMPARE(writes, (std::vector<std::string>{"growPartitions", "changeSettings", "createAcls",
                                                   "deleteAcls", "deleteTopics"}));
    }

    void effectsAreAwaited()
    {
        FakeCluster cluster;
        cluster.readsUntilVisible = 3;
        const auto report = run(planOf({creation("t"), access("t")}), cluster);
        QCOMPARE(statesOf(report), "done done");
        QVERIFY(cluster.callsOf("describeTopics") >= 4);
    }

    void aTopicThatExistsIsDoneOrStale_data()
    {
        QTest::addColumn<int>("partitions");
        QTest::addColumn<QString>("retention");
        QTest::addColumn<bool>("appearsMeanwhile");
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("as planned") << 2 << "7" << false << QByteArray("done");
        QTest::newRow("other partitions") << 3 << "7" << false << QByteArray("stale");
        QTest::newRow("other setting") << 2 << "8" << false << QByteArray("stale");
        QTest::newRow("as planned, made meanwhile") << 2 << "7" << true << QByteArray("done");
        QTest::newRow("other setting, made meanwhile") << 2 << "8" << true << QByteArray("stale");
    }

    void aTopicThatExistsIsDoneOrStale()
    {
        QFETCH(int, partitions);
        QFETCH(QString, retention);
        QFETCH(bool, appearsMeanwhile);
        QFETCH(QByteArray, state);
        FakeCluster cluster;
        const auto appear = [&] {
            cluster.addTopic("t", partitions, 1, {{"retention.ms", retention.toStdString()}});
        };
        if (appearsMeanwhile) {
            cluster.before = [&](const std::string &method, int) {
                if (method == "createTopics")
                    appear();
            };
        } else {
            appear();
        }
        const auto report = run(planOf({creation("t", 2)}), cluster);
        QCOMPARE(statesOf(report), state);
        QCOMPARE(cluster.topics.at("t").partitions, partitions);
    }

    void whatMovedIsStaleByName()
    {
        FakeCluster cluster;
        auto &topic = cluster.addTopic("t", 1, 1, {{"retention.ms", "9"}});
        auto &other = cluster.addTopic("again");
        auto &gone = cluster.addTopic("gone");
        const auto plan = planOf({growth(topic, 3), growth(gone, 2),
                                  setting(topic, "retention.ms", "9", "7"), deletion(other)});
        topic.partitions = 2;
        topic.settings["retention.ms"] = "8";
        cluster.addTopic("again"); // made again: another id
        cluster.topics.erase("gone");
        const auto report = run(plan, cluster);
        QCOMPARE(statesOf(report), "stale stale stale stale");
        QVERIFY(says(report.items[0], "planned from 1 partitions, there are 2 now"));
        QVERIFY(says(report.items[1], "the topic is gone"));
        QVERIFY(says(report.items[2], "was 9 when it was planned and is 8 now"));
        QVERIFY(says(report.items[3], "another topic has its name now"));
        QVERIFY(cluster.topics.contains("again"));
        QCOMPARE(cluster.callsOf("growPartitions") + cluster.callsOf("changeSettings") +
                     cluster.callsOf("deleteTopics"),
                 0);
    }

    void whatIsAlreadySoIsDone()
    {
        FakeCluster cluster;
        const auto topic = cluster.addTopic("t", 3, 1, {{"retention.ms", "7"}});
        auto grown = growth(topic, 3);
        grown.change = PartitionChange{1, 3};
        cluster.acls.insert({.name = "t", .principal = "User:b"});
        const auto report = run(planOf({grown, setting(topic, "retention.ms", "9", "7"),
                                        access("t"), access("u", PlanAction::Delete)}),
                                cluster);
        QCOMPARE(statesOf(report), "done done done done");
        QCOMPARE(cluster.callsOf("createAcls") + cluster.callsOf("deleteAcls"), 0);
    }

    void removalsWaitForWhatReplacesThem()
    {
        FakeCluster cluster;
        cluster.acls.insert({.name = "old", .principal = "User:b"});
        cluster.faults["createAcls"] = {{.error = failure(Error::Code::Denied)}};
        const auto report =
            run(planOf({access("new"), access("old", PlanAction::Delete)}), cluster);
        QCOMPARE(statesOf(report), "failed skipped");
        QCOMPARE(cluster.acls.size(), std::size_t(1));
    }

    void nothingIsTriedOn_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("a plan with errors") << "errors" << int(Error::Code::Invalid);
        QTest::newRow("another cluster") << "cluster" << int(Error::Code::Conflict);
        QTest::newRow("a cluster that is down") << "down" << int(Error::Code::Network);
    }

    void nothingIsTriedOn()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        FakeCluster cluster;
        auto plan = planOf({creation("t")});
        if (what == "errors")
            plan.problems.push_back({Severity::Error, "t", "it can't be", {}});
        if (what == "cluster")
            cluster.clusterId = "cluster-2";
        if (what == "down")
            cluster.faults["info"] = {{.error = failure(Error::Code::Network)}};
        const auto report = run(plan, cluster);
        QVERIFY(report.refused.has_value());
        QCOMPARE(int(report.refused->code), code);
        QCOMPARE(statesOf(report), "skipped");
        QVERIFY(cluster.topics.empty());
        QVERIFY(!report.isComplete());
    }

    void onlyWhatIsAwaitedIsRead()
    {
        FakeCluster cluster;
        cluster.addTopic("another");
        cluster.before = [&](const std::string &method, int call) {
            if (method == "describeTopics" && cluster.topics.contains("b"))
                cluster.topics["b"].partitions = call < 4 ? 0 : 1;
        };
        const auto report = run(planOf({creation("a"), creation("b")}), cluster);
        QCOMPARE(statesOf(report), "done done");
        QCOMPARE(cluster.described,
                 (std::vector<std::vector<std::string>>{{"a", "b"}, {"a", "b"}, {"b"}, {"b"}}));
        QCOMPARE(cluster.callsOf("readTopics"), 0);
    }

    void anEmptyPlanIsComplete()
    {
        FakeCluster cluster;
        QVERIFY(run(planOf({}), cluster).isComplete());
    }
};

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
