// SPDX-License-Identifier: Apache-2.0
#include "plan/applying.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

// What the user is told when a write, a read or the whole cluster fails, or it is cancelled.
class TestApplyFaults : public QObject
{
    Q_OBJECT

private slots:

    void whatIsNeverSeenIsUnknown()
    {
        FakeCluster cluster;
        cluster.readsUntilVisible = 1'000'000;
        const auto report = run(planOf({creation("t"), access("t"), access("u")}), cluster);
        QCOMPARE(statesOf(report), "unknown skipped unknown");
        QVERIFY(says(report.items[0], "its effect was not seen"));
        QVERIFY(says(report.items[1], "its topic t was not created"));
        QVERIFY(!report.isComplete());
    }

    void aTimeoutIsSettledByLooking_data()
    {
        QTest::addColumn<bool>("takesEffect");
        QTest::addColumn<QByteArray>("states");
        QTest::newRow("it took effect") << true << QByteArray("done done");
        QTest::newRow("it did not") << false << QByteArray("unknown skipped");
    }

    void aTimeoutIsSettledByLooking()
    {
        QFETCH(bool, takesEffect);
        QFETCH(QByteArray, states);
        FakeCluster cluster;
        cluster.faults["createTopics"] = {
            {.error = failure(Error::Code::Timeout), .takesEffect = takesEffect}};
        QCOMPARE(statesOf(run(planOf({creation("t"), access("t")}), cluster)), states);
    }

    void aTopicThatOpensSlowlyAfterATimeoutIsAwaited()
    {
        FakeCluster cluster;
        cluster.faults["createTopics"] = {
            {.error = failure(Error::Code::Timeout), .takesEffect = true}};
        cluster.before = [&](const std::string &method, int call) {
            if (method == "describeTopics" && cluster.topics.contains("t"))
                cluster.topics["t"].partitions = std::min(call, 4) - 1;
        };
        const auto report = run(planOf({creation("t", 3), access("t")}), cluster);
        QCOMPARE(statesOf(report), "done done");
        QVERIFY(report.items[0].message.empty());
    }

    void oneFailureHoldsBackOnlyItsOwn_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("not allowed") << int(Error::Code::Denied);
        QTest::newRow("not now") << int(Error::Code::Network); // a quota
    }

    void oneFailureHoldsBackOnlyItsOwn()
    {
        QFETCH(int, code);
        FakeCluster cluster;
        cluster.faults["createTopics"] = {
            {.call = 0, .error = failure(static_cast<Error::Code>(code)), .item = "bad"}};
        const auto report = run(
            planOf({creation("bad"), creation("good"), access("bad"), access("good")}), cluster);
        QCOMPARE(statesOf(report), "failed done skipped done");
        QCOMPARE(report.items[0].message, std::string("as arranged"));
    }

    void aFailedReadTriesNothingBlindly()
    {
        FakeCluster cluster;
        cluster.faults["describeTopics"] = {{.error = failure(Error::Code::Timeout)}};
        const auto report = run(planOf({creation("t"), access("u")}), cluster);
        QCOMPARE(statesOf(report), "failed done");
        QVERIFY(cluster.topics.empty());
    }

    void aTopicThatCannotBeReadIsNotTouched()
    {
        FakeCluster cluster;
        cluster.faults["describeTopics"] = {
            {.call = 0, .error = failure(Error::Code::Denied), .item = "hidden"}};
        const auto report = run(planOf({creation("hidden"), creation("t")}), cluster);
        QCOMPARE(statesOf(report), "failed done");
        QVERIFY(says(report.items[0], "its topic could not be read again: as arranged"));
        QVERIFY(!cluster.topics.contains("hidden"));
    }

    void aTopicThatCannotBeReadIsNotGone()
    {
        FakeCluster cluster;
        const auto old = cluster.addTopic("old");
        cluster.before = [&](const std::string &method, int) {
            if (method == "deleteTopics")
                cluster.faults["describeTopics"] = {
                    {.call = 0, .error = failure(Error::Code::Denied)}};
        };
        const auto report = run(planOf({deletion(old)}), cluster);
        QCOMPARE(statesOf(report), "unknown");
        QVERIFY(says(report.items[0], "could not be read: as arranged"));
    }

    void eachIsToldOnlyItsOwnFault()
    {
        FakeCluster cluster;
        cluster.readsUntilVisible = 1'000'000;
        cluster.before = [&](const std::string &method, int) {
            if (method == "createTopics") {
                cluster.faults["describeTopics"] = {
                    {.call = 0,
                     .error = {Error::Code::Denied, "hidden is denied", {}},
                     .item = "hidden"},
                    {.call = 0,
                     .error = {Error::Code::Timeout, "slow is late", {}},
                     .item = "slow"}};
            }
        };
        const auto report = run(
            planOf({creation("hidden"), creation("slow"), creation("t"), access("u")}), cluster);
        QCOMPARE(statesOf(report), "unknown unknown unknown unknown");
        QVERIFY(says(report.items[0], "could not be read: hidden is denied"));
        QVERIFY(says(report.items[1], "could not be read: slow is late"));
        for (const auto i : {2, 3})
            QVERIFY2(!says(report.items.at(std::size_t(i)), "could not be read"),
                     report.items.at(std::size_t(i)).message.c_str());
    }

    void whatWasNotSentIsFailedAtOnce()
    {
        FakeCluster cluster;
        const Error lost{Error::Code::Network, "as arranged", "broker:9092"};
        cluster.faults["createTopics"] = {{.error = lost}};
        cluster.faults["info"] = {{.call = 2, .error = lost}};
        const auto report = run(planOf({creation("a"), creation("b"), creation("c"), creation("d"),
                                        access("other"), access("old", PlanAction::Delete)}),
                                cluster);
        QCOMPARE(statesOf(report), "failed failed skipped skipped skipped skipped");
        QVERIFY(says(report.items[3], "the cluster stopped answering: as arranged"));
        QVERIFY(says(report.items[4], "the cluster stopped answering: as arranged"));
        QCOMPARE(cluster.calls, // nothing is awaited
                 (std::vector<std::string>{"info", "describeTopics", "createTopics", "info"}));
    }

    // A quota, or a change of the controller: the same code as a lost cluster's.
    void aClusterThatOnlyRefusesForNowIsGoneOnWith_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("call"); // 0: each
        QTest::addColumn<QByteArray>("states");
        const auto row = [](const char *title, const char *method, int call, const char *states) {
            QTest::newRow(title) << method << call << QByteArray(states);
        };
        row("one request", "createTopics", 1, "done done done done done done done done done");
        row("all that create", "createTopics", 0,
            "failed failed failed failed skipped done done done done");
        row("growth", "growPartitions", 0, "done done done done done failed done done done");
        row("settings", "changeSettings", 0, "done done done done done done failed done done");
        row("access", "createAcls", 0, "done done done done done done done failed done");
    }

    void aClusterThatOnlyRefusesForNowIsGoneOnWith()
    {
        QFETCH(QString, method);
        QFETCH(int, call);
        QFETCH(QByteArray, states);
        FakeCluster cluster;
        const auto topic = cluster.addTopic("t", 1, 1, {{"retention.ms", "9"}});
        const auto old = cluster.addTopic("old");
        cluster.faults[method.toStdString()] = {
            {.call = call, .error = failure(Error::Code::Network)}};
        const auto report =
            run(planOf({creation("a"), creation("b"), creation("c"), creation("d"), creation("e"),
                        growth(topic, 3), setting(topic, "retention.ms", "9", "7"), access("t"),
                        deletion(old)}),
                cluster);
        QCOMPARE(statesOf(report), states);
        for (const auto &item : report.items)
            QVERIFY2(!says(item, "stopped answering"), item.message.c_str());
    }

    void aTopicWithoutALeaderIsNoLostCluster()
    {
        FakeCluster cluster;
        cluster.faults["describeTopics"] = {
            {.call = 0, .error = failure(Error::Code::Network), .item = "t"}};
        const auto report = run(planOf({creation("t"), access("u")}), cluster);
        QCOMPARE(statesOf(report), "failed done");
    }

    void aClusterLostMidwayLeavesOnlyTheSentUnknown()
    {
        FakeCluster cluster;
        cluster.readsUntilVisible = 1'000'000;
        const FakeCluster::Fault lost{.call = 0,
                                      .error = {Error::Code::Network, "as arranged", "b:1"}};
        cluster.before = [&](const std::string &method, int call) {
            if (method == "createTopics" && call == 2)
                cluster.faults = {{"info", {lost}},
                                  {"createTopics", {lost}},
                                  {"describeTopics", {lost}},
                                  {"readAcls", {lost}}};
        };
        const auto report = run(planOf({creation("a"), creation("b"), creation("c"), creation("d"),
                                        creation("e"), access("u")}),
                                cluster);
        QCOMPARE(statesOf(report), "unknown unknown failed failed skipped skipped");
        QCOMPARE(cluster.callsOf("createTopics"), 2);
        QCOMPARE(cluster.callsOf("readAcls"), 0);
    }

    void aClusterThatComesBackIsGoneOnWith()
    {
        FakeCluster cluster;
        cluster.faults["createTopics"] = {
            {.error = failure(Error::Code::Timeout), .takesEffect = true}};
        cluster.faults["describeTopics"] = {{.call = 2, .error = failure(Error::Code::Network)}};
        const auto report =
            run(planOf({creation("a"), creation("b"), creation("c"), access("a")}), cluster);
        QCOMPARE(statesOf(report), "done done skipped done");
    }

    void aStopEndsItBetweenRequests()
    {
        FakeCluster cluster;
        std::stop_source source;
        cluster.before = [&](const std::string &method, int) {
            if (method == "createTopics")
                source.request_stop();
        };
        const auto report = run(planOf({creation("a"), creation("b"), creation("c"), access("a")}),
                                cluster, source.get_token());
        QCOMPARE(statesOf(report), "done done skipped skipped"); // what was sent is looked for
        QVERIFY(report.cancelled);
        QVERIFY(says(report.items[2], "cancelled"));
        QCOMPARE(cluster.topics.size(), std::size_t(2));
    }

    void aStopInFlight_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("unanswered") << int(Error::Code::Timeout) << QByteArray("unknown");
        QTest::newRow("not sent any more") << int(Error::Code::Cancelled) << QByteArray("skipped");
    }

    void aStopInFlight()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, state);
        FakeCluster cluster;
        std::stop_source source;
        cluster.before = [&](const std::string &method, int) {
            if (method == "createTopics")
                source.request_stop();
        };
        cluster.faults["createTopics"] = {{.error = failure(static_cast<Error::Code>(code))}};
        const auto report = run(planOf({creation("a")}), cluster, source.get_token());
        QCOMPARE(statesOf(report), state);
        QVERIFY(report.cancelled);
    }
};

QTEST_GUILESS_MAIN(TestApplyFaults)
#include "tst_applyfaults.moc"
