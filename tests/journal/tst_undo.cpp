// SPDX-License-Identifier: Apache-2.0
// The plan that takes a run back.
#include "journalbench.h"
#include "meshwright/journal/undo.h"
#include "meshwright/report/report.h"

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::journal;

class TestUndo : public QObject
{
    Q_OBJECT

private slots:
    void takesBackWhatItCan();
    void deletesTopicsOnlyWhereAsked();
    void leavesWhatWasThereBefore();
    void isStaleWhereSomebodyMoved();
    void anotherClusterIsRefused();

private:
    static Record recordOf(const RecordedRun &run) { return *readJournal(run.journal); }
};

void TestUndo::takesBackWhatItCan()
{
    Desktop desktop;
    auto &topic = desktop.cluster.addTopic("a", 1, 1, {{"retention.ms", "7"}});
    auto &doomed = desktop.cluster.addTopic("old");
    const auto revoked = access("r", PlanAction::Delete);
    desktop.cluster.acls.insert(std::get<AclChange>(revoked.change).acl);
    const auto acls = desktop.cluster.acls;
    const auto run = desktop.apply(
        planOf({creation("new"), growth(topic, 3), setting(topic, "retention.ms", "7", "8"),
                access("a"), revoked, deletion(doomed)}));
    QVERIFY(run.report.isComplete());
    const auto plan = undoPlan(recordOf(run), desktop.cluster, false, {});
    QVERIFY(plan);
    QCOMPARE(plan->items.size(), std::size_t(3));
    QCOMPARE(plan->problems.size(), std::size_t(3)); // made, grown, deleted: each says why
    QVERIFY(!plan->hasErrors());
    const auto kept = report::planFromJson(report::planJson(*plan));
    QVERIFY(kept);
    QVERIFY(desktop.apply(*kept).report.isComplete());
    QCOMPARE(desktop.cluster.topics.at("a").settings.at("retention.ms"), std::string("7"));
    QVERIFY(desktop.cluster.acls == acls);
    QCOMPARE(desktop.cluster.topics.at("a").partitions, 3);
    QVERIFY(desktop.cluster.topics.contains("new"));
}

void TestUndo::deletesTopicsOnlyWhereAsked()
{
    Desktop desktop;
    const auto record = recordOf(desktop.apply(planOf({creation("new")})));
    QVERIFY(undoPlan(record, desktop.cluster, false, {})->isEmpty());
    const auto plan = undoPlan(record, desktop.cluster, true, {});
    QCOMPARE(plan->items.size(), std::size_t(1));
    QVERIFY(plan->items[0].risk == Risk::Irreversible);
    // It was made again since: nobody asked for that one.
    const std::string made = desktop.cluster.topics.at("new").id;
    desktop.cluster.topics.at("new").id = "another";
    QCOMPARE(statesOf(desktop.apply(*plan).report), QByteArray("stale"));
    const auto of = undoPlan(record, desktop.cluster, true, {});
    QVERIFY(of->isEmpty());
    QCOMPARE(of->problems.size(), std::size_t(1));
    desktop.cluster.topics.at("new").id = made;
    QVERIFY(desktop.apply(*undoPlan(record, desktop.cluster, true, {})).report.isComplete());
    QVERIFY(desktop.cluster.topics.empty());
}

void TestUndo::leavesWhatWasThereBefore()
{
    Desktop desktop;
    desktop.cluster.addTopic("new", 1, 1, {{"retention.ms", "7"}});
    const auto record = recordOf(desktop.apply(planOf({creation("new")})));
    QVERIFY(record.results.at("topic:new").state == ItemState::Done);
    const auto plan = undoPlan(record, desktop.cluster, true, {});
    QVERIFY(plan->isEmpty() && plan->problems.empty());
}

void TestUndo::isStaleWhereSomebodyMoved()
{
    Desktop desktop;
    auto &topic = desktop.cluster.addTopic("a", 1, 1, {{"retention.ms", "7"}});
    const auto record = recordOf(desktop.apply(planOf({setting(topic, "retention.ms", "7", "8")})));
    desktop.cluster.topics.at("a").settings["retention.ms"] = "9";
    const auto plan = undoPlan(record, desktop.cluster, false, {});
    QVERIFY(plan->items.at(0).risk == Risk::AffectsData); // back to less: records go
    QCOMPARE(statesOf(desktop.apply(*plan).report), QByteArray("stale"));
    QCOMPARE(desktop.cluster.topics.at("a").settings.at("retention.ms"), std::string("9"));
}

void TestUndo::anotherClusterIsRefused()
{
    Desktop desktop;
    const auto record = recordOf(desktop.apply(planOf({creation("new")})));
    desktop.cluster.clusterId = "another";
    const auto plan = undoPlan(record, desktop.cluster, true, {});
    QVERIFY(!plan);
    QVERIFY(plan.error().code == Error::Code::Conflict);
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
