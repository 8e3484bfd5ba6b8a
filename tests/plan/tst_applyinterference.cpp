// SPDX-License-Identifier: Apache-2.0
#include "plan/applying.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

namespace {

const Error loggedOut{Error::Code::Denied, "The broker at b:1 refused to log User:a in: check it.",
                      "b:1"};

/// From this call on nobody is logged in any more.
void endLoginAt(FakeCluster &cluster, const std::string &method, int call)
{
    cluster.before = [&cluster, method, call](const std::string &now, int count) {
        if (now == method && count == call)
            for (const char *each : {"info", "createTopics", "changeSettings", "createAcls",
                                     "describeTopics", "readAcls"})
                cluster.faults[each] = {{.call = 0, .error = loggedOut}};
    };
}

std::vector<PlanItem> creations(const std::vector<std::string> &topics)
{
    std::vector<PlanItem> items;
    for (const auto &topic : topics)
        items.push_back(creation(topic));
    return items;
}

} // namespace

// What a run does when its login ends, the cluster puts it off, or others change the same things.
class TestApplyInterference : public QObject
{
    Q_OBJECT

private slots:

    void theLoginEnds_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("call");
        QTest::addColumn<QByteArray>("states");
        QTest::addColumn<int>("writes"); // createTopics
        const auto row = [](const char *title, const char *method, int call, const char *states,
                            int writes) {
            QTest::newRow(title) << method << call << QByteArray(states) << writes;
        };
        const char *all = "failed failed skipped skipped skipped skipped";
        row("at the first request", "createTopics", 1, all, 1);
        row("at the second", "createTopics", 2, "unknown unknown failed failed skipped skipped", 2);
        row("at the third", "createTopics", 3, "unknown unknown unknown unknown failed skipped", 3);
        row("before the second", "describeTopics", 2,
            "unknown unknown skipped skipped skipped skipped", 1);
        row("at what is awaited", "describeTopics", 4,
            "unknown unknown unknown unknown unknown skipped", 3);
        row("at access", "createAcls", 1, "done done done done done failed", 3);
        row("before access", "readAcls", 1, "done done done done done skipped", 3);
    }

    // Fault 7
    void theLoginEnds()
    {
        QFETCH(QString, method);
        QFETCH(int, call);
        QFETCH(QByteArray, states);
        QFETCH(int, writes);
        FakeCluster cluster;
        endLoginAt(cluster, method.toStdString(), call);
        auto items = creations({"a", "b", "c", "d", "e"});
        items.push_back(access("other"));
        auto pace = quick;
        pace.deadline = std::chrono::hours(1); // nothing is awaited from who answers nothing
        const auto report = apply(planOf(items), cluster, {}, {}, pace);
        QCOMPARE(statesOf(report), states);
        QCOMPARE(cluster.callsOf("createTopics"), writes);
        QVERIFY(report.halted && report.halted->message.starts_with(loggedOut.message));
        QVERIFY(report.halted->message.find("go on with this run") != std::string::npos);
        QVERIFY(!report.isComplete() && !report.cancelled);
        for (const auto &item : report.items) {
            if (item.state == ItemState::Skipped)
                QCOMPARE(item.message,
                         std::string("not tried, since the login was not taken any more"));
            if (item.state == ItemState::Unknown)
                QVERIFY2(says(item, "before the login ended"), item.message.c_str());
        }
    }

    // Fault 7
    void aNewLoginIsTriedOnce_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("calls"); // of it, with the one that is made again
        QTest::newRow("at a write") << "createTopics" << 4;
        QTest::newRow("at a read") << "describeTopics" << 5;
        QTest::newRow("at access") << "readAcls" << 3;
    }

    void aNewLoginIsTriedOnce()
    {
        QFETCH(QString, method);
        QFETCH(int, calls);
        FakeCluster cluster; // a token ran out, and a new one is taken
        cluster.faults[method.toStdString()] = {{.call = 1, .error = loggedOut}};
        auto items = creations({"a", "b", "c", "d", "e"});
        items.push_back(access("other"));
        const auto report = run(planOf(items), cluster);
        QCOMPARE(statesOf(report), "done done done done done done");
        QVERIFY(!report.halted);
        QCOMPARE(cluster.callsOf(method.toStdString()), calls);
        QCOMPARE(cluster.callsOf("info"), 2);
    }

    // Fault 7
    void aNewLoginIsTriedOfWhatWasPutOffToo()
    {
        FakeCluster cluster;
        cluster.faults["createTopics"] = {{.call = 1, .error = failure(Error::Code::Network)},
                                          {.call = 2, .error = loggedOut}};
        const auto report = run(planOf({creation("a"), creation("b")}), cluster);
        QCOMPARE(statesOf(report), "done done");
        QVERIFY(!report.halted);
    }

    // Fault 14
    void whatIsPutOffIsSentAgain()
    {
        FakeCluster cluster; // a quota, or a change of controller
        const auto later = failure(Error::Code::Network);
        cluster.faults["createTopics"] = {{.call = 1, .error = later, .item = "b"},
                                          {.call = 2, .error = later}};
        cluster.faults["createAcls"] = {{.call = 1, .error = later}};
        const auto report =
            run(planOf({creation("a"), creation("b"), access("a"), access("b")}), cluster);
        QCOMPARE(statesOf(report), "done done done done");
        QCOMPARE(cluster.callsOf("createTopics"), 3);
        QCOMPARE(cluster.callsOf("createAcls"), 2);
    }

    // Fault 14
    void onlyWhatIsPutOffIsSentAgainAndNotForEver_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<std::string>("where");
        QTest::addColumn<int>("calls");
        const auto row = [](const char *title, Error::Code code, const char *where, int calls) {
            QTest::newRow(title) << int(code) << std::string(where) << calls;
        };
        row("put off", Error::Code::Network, "", quick.tries);
        row("out of reach", Error::Code::Network, "b:1", 1);
        row("a right that lacks", Error::Code::Denied, "", 1);
        row("a policy", Error::Code::Invalid, "", 1);
        row("no answer", Error::Code::Timeout, "", 1);
    }

    void onlyWhatIsPutOffIsSentAgainAndNotForEver()
    {
        QFETCH(int, code);
        QFETCH(std::string, where);
        QFETCH(int, calls);
        FakeCluster cluster;
        cluster.faults["createTopics"] = {
            {.call = 0, .error = {static_cast<Error::Code>(code), "as arranged", where}}};
        const auto report = run(planOf({creation("a"), creation("b")}), cluster);
        QVERIFY(statesOf(report) == "failed failed" || statesOf(report) == "unknown unknown");
        QCOMPARE(cluster.callsOf("createTopics"), calls);
        QVERIFY(says(report.items[0], "as arranged"));
    }

    // Fault 14
    void aStopEndsTheWaitForAnotherTry()
    {
        FakeCluster cluster;
        std::stop_source source;
        cluster.faults["createTopics"] = {{.call = 0, .error = failure(Error::Code::Network)}};
        cluster.before = [&](const std::string &method, int) {
            if (method == "createTopics")
                source.request_stop();
        };
        auto pace = quick;
        pace.retryPause = std::chrono::hours(1);
        const auto report = apply(planOf({creation("a")}), cluster, {}, source.get_token(), pace);
        QCOMPARE(statesOf(report), "failed");
        QCOMPARE(cluster.callsOf("createTopics"), 1);
    }

    // Fault 6
    void whatAnotherChangesBetweenTwoRequestsIsStale()
    {
        FakeCluster cluster;
        std::vector<PlanItem> items;
        for (const char *name : {"a", "b", "c", "d"})
            items.push_back(setting(cluster.addTopic(name, 1, 1, {{"retention.ms", "9"}}),
                                    "retention.ms", "9", "7"));
        cluster.before = [&](const std::string &method, int call) {
            if (method == "changeSettings" && call == 1) // two topics a request
                cluster.topics["d"].settings["retention.ms"] = "5";
        };
        const auto report = run(planOf(items), cluster);
        QCOMPARE(statesOf(report), "done done done stale");
        QVERIFY(says(report.items[3], "was 9 when it was planned and is 5 now"));
        QCOMPARE(cluster.topics["d"].settings["retention.ms"], std::string("5"));
    }

    // Fault 6
    void anothersRequestThatShowsInPartsIsNotMixedIn_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"settings", "partitions", "topics", "deletions"})
            QTest::newRow(kind) << kind;
    }

    void anothersRequestThatShowsInPartsIsNotMixedIn()
    {
        QFETCH(QString, kind);
        FakeCluster cluster;
        const std::vector<std::string> names{"a", "b", "c"};
        std::vector<PlanItem> items;
        for (const auto &name : names) {
            if (kind == "topics") {
                items.push_back(creation(name));
                continue;
            }
            const auto topic = cluster.addTopic(name, 1, 1, {{"retention.ms", "9"}});
            items.push_back(kind == "settings"     ? setting(topic, "retention.ms", "9", "7")
                            : kind == "partitions" ? growth(topic, 2)
                                                   : deletion(topic));
        }
        cluster.before = [&](const std::string &method, int call) {
            if (method != "describeTopics" || call > 3)
                return;
            auto &moved = cluster.topics[names[std::size_t(call - 1)]];
            moved.name = names[std::size_t(call - 1)];
            moved.settings["retention.ms"] = "5";
            moved.partitions = 4;
        };
        auto pace = quick;
        pace.topicsPerRequest = 3;
        const auto report = apply(planOf(items), cluster, {}, {}, pace);
        QCOMPARE(statesOf(report), "stale stale stale");
        QCOMPARE(cluster.callsOf("describeTopics"), 3);
        for (const char *method :
             {"changeSettings", "growPartitions", "createTopics", "deleteTopics"})
            QCOMPARE(cluster.callsOf(method), 0);
    }

    // Fault 5
    void whatMovedOnceIsStaleAlthoughItMovedBack()
    {
        FakeCluster cluster;
        const auto topic = cluster.addTopic("a", 1, 1, {{"retention.ms", "9"}});
        const auto other = cluster.addTopic("b", 1, 1, {{"retention.ms", "9"}});
        cluster.before = [&](const std::string &method, int call) {
            if (method == "describeTopics") // a broker that lags behind would say so too
                cluster.topics["a"].settings["retention.ms"] = call == 1 ? "5" : "9";
        };
        const auto report = run(planOf({setting(topic, "retention.ms", "9", "7"),
                                        setting(other, "retention.ms", "9", "7")}),
                                cluster);
        QCOMPARE(statesOf(report), "stale done");
        QCOMPARE(cluster.topics["a"].settings["retention.ms"], std::string("9"));
    }

    // Fault 5
    void whatWasSeenHoldsWhereTheSecondLookFails()
    {
        FakeCluster cluster;
        const auto topic = cluster.addTopic("a", 1, 1, {{"retention.ms", "5"}});
        const auto other = cluster.addTopic("b", 1, 1, {{"retention.ms", "9"}});
        cluster.faults["describeTopics"] = {{.call = 2, .error = failure(Error::Code::Timeout)}};
        const auto report = run(planOf({setting(topic, "retention.ms", "9", "7"),
                                        setting(other, "retention.ms", "9", "7")}),
                                cluster);
        QCOMPARE(statesOf(report), "stale failed");
        QVERIFY(says(report.items[0], "was 9 when it was planned and is 5 now"));
        QVERIFY(says(report.items[1], "could not be read again"));
        QCOMPARE(cluster.callsOf("changeSettings"), 0);
    }

    void aStopEndsTheWaitForAnotherLook()
    {
        FakeCluster cluster;
        const auto topic = cluster.addTopic("a", 1, 1, {{"retention.ms", "5"}});
        const auto other = cluster.addTopic("b", 1, 1, {{"retention.ms", "9"}});
        auto pace = quick;
        pace.movedPause = std::chrono::hours(1);
        std::stop_source stop;
        ApplyObserver observer;
        observer.finished = [&](const auto &, const auto &) { stop.request_stop(); };
        const auto report = apply(planOf({setting(topic, "retention.ms", "9", "7"),
                                          setting(other, "retention.ms", "9", "7")}),
                                  cluster, observer, stop.get_token(), pace);
        QCOMPARE(statesOf(report), "stale skipped");
        QCOMPARE(cluster.callsOf("describeTopics"), 1);
        QCOMPARE(cluster.callsOf("changeSettings"), 0);
    }

    void whatStandsStillIsReadOnceBeforeItIsSent()
    {
        FakeCluster cluster;
        int reads = 0;
        cluster.before = [&](const std::string &method, int) {
            if (method == "createTopics")
                reads = cluster.callsOf("describeTopics");
        };
        QCOMPARE(statesOf(run(planOf(creations({"a", "b"})), cluster)), "done done");
        QCOMPARE(reads, 1);
    }

    // Fault 6
    void whatAnotherOverwritesIsSaid()
    {
        FakeCluster cluster;
        const auto topic = cluster.addTopic("t", 1, 1, {{"retention.ms", "9"}});
        const auto grown = cluster.addTopic("u", 1);
        cluster.before = [&](const std::string &method, int) {
            if (method == "describeTopics" && cluster.topics["t"].settings["retention.ms"] == "7")
                cluster.topics["t"].settings["retention.ms"] = "5";
            if (method == "describeTopics" && cluster.topics["u"].partitions == 3)
                cluster.topics["u"].partitions = 6;
        };
        const auto report =
            run(planOf({growth(grown, 3), setting(topic, "retention.ms", "9", "7")}), cluster);
        QCOMPARE(statesOf(report), "stale stale");
        QVERIFY2(says(report.items[0], "it was grown to 3 partitions, and has 6 now"),
                 report.items[0].message.c_str());
        QVERIFY2(says(report.items[1], "retention.ms was set to 7, and is 5 now"),
                 report.items[1].message.c_str());
    }

    // Fault 3
    void anAnswerIsLostAndAnothersTopicStands()
    {
        FakeCluster cluster;
        cluster.faults["createTopics"] = {{.error = failure(Error::Code::Timeout)}};
        cluster.before = [&](const std::string &method, int) {
            if (method == "createTopics")
                cluster.addTopic("t", 1, 1, {{"retention.ms", "8"}});
        };
        const auto report = run(planOf({creation("t")}), cluster);
        QCOMPARE(statesOf(report), "stale");
        QVERIFY2(says(report.items[0], "retention.ms 8, planned 7"),
                 report.items[0].message.c_str());
    }
};

QTEST_GUILESS_MAIN(TestApplyInterference)
#include "tst_applyinterference.moc"
