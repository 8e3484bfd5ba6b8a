// SPDX-License-Identifier: Apache-2.0
// What a run leaves behind, and how another goes on with it.
#include "journalbench.h"
#include "meshwright/journal/lease.h"

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::journal;

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void notesEachRequestBeforeItGoes();
    void isForItsUserAlone();
    void wholeRunsAreNotGoneOnWith();
    void whatAnotherWentOnWithIsLeftAlone();
    void aFolderThatCantBeReadIsTold();
    void aCutRunIsGoneOnWith_data();
    void aCutRunIsGoneOnWith();
    void aTopicOnItsWayIsAwaited();
    void whatWasInFlightIsSettledByReading();
    void aRunThatGoesOnIsLeftAlone();
    void discardClosesIt();
    void twoRunsDoNotMix();
    void aJournalThatWasChangedIsRefused();

private:
    static Plan threeTopics()
    {
        return planOf({creation("a", 2), creation("b"), creation("c"), access("a")});
    }

    /// The journal as a run leaves it that was killed after so many lines.
    static std::filesystem::path cut(const std::filesystem::path &journal, int lines)
    {
        auto all = bytesOf(journal).split('\n');
        const auto path = journal.parent_path() / "cut.jsonl";
        writeBytes(path, all.mid(0, lines).join('\n') + '\n');
        return path;
    }
};

void TestJournal::notesEachRequestBeforeItGoes()
{
    Desktop desktop;
    std::set<std::string> seen;
    int requests = 0;
    desktop.cluster.before = [&](const std::string &method, int) {
        if (method != "createTopics" && method != "createAcls")
            return;
        const auto journals = readJournals(desktop.desk.stateFolder);
        QCOMPARE(journals.records.size(), std::size_t(1));
        const auto &record = journals.records.front();
        QVERIFY(record.isRunning);
        QVERIFY(!record.ending);
        seen.insert(record.inFlight.begin(), record.inFlight.end());
        QCOMPARE(seen.size(), std::size_t(++requests));
    };
    const auto run = desktop.apply(threeTopics());
    QCOMPARE(statesOf(run.report), QByteArray("done done done done"));
    QCOMPARE(requests, 4); // one each, and each was noted before it went
    const auto record = readJournal(run.journal);
    QVERIFY(record);
    QVERIFY(record->inFlight.empty());
    QVERIFY(record->ending == Ending::Complete);
    QVERIFY(!record->isRunning);
    QCOMPARE(doneCount(*record), std::size_t(4));
    QVERIFY(record->results.at("topic:a").wasSent);
    QVERIFY(record->head.plan.items == threeTopics().items);
}

void TestJournal::isForItsUserAlone()
{
    Desktop desktop;
    const auto run = desktop.apply(threeTopics());
    for (const auto &path : {run.journal, desktop.trail()}) {
        const auto rights = QFile::permissions(QString::fromStdString(path.string()));
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
    }
}

void TestJournal::wholeRunsAreNotGoneOnWith()
{
    Desktop desktop;
    const auto run = desktop.apply(threeTopics());
    const auto record = readJournal(run.journal);
    const auto again = resumeRecorded(*record, desktop.cluster, {}, {}, desktop.desk);
    QVERIFY(again.report.refused);
    QVERIFY(again.report.refused->message.find("nothing to go on with") != std::string::npos);
}

void TestJournal::whatAnotherWentOnWithIsLeftAlone()
{
    Desktop desktop;
    const auto path = cut(desktop.apply(threeTopics()).journal, 2);
    const auto seen = readJournal(path);
    FakeCluster cluster;
    QVERIFY(resumeRecorded(*seen, cluster, {}, {}, desktop.desk).report.isComplete());
    cluster.topics.clear();
    const auto again = resumeRecorded(*seen, cluster, {}, {}, desktop.desk);
    QVERIFY(again.report.refused);
    QVERIFY(again.report.refused->message.find("nothing to go on with") != std::string::npos);
    QVERIFY(cluster.topics.empty());
    QVERIFY(!discard(*seen, desktop.desk));
}

void TestJournal::aFolderThatCantBeReadIsTold()
{
    Desktop desktop;
    QVERIFY(readJournals(desktop.desk.stateFolder).faults.empty()); // there is none yet
    std::filesystem::create_directories(desktop.desk.stateFolder);
    writeBytes(desktop.desk.stateFolder / "journals", "no folder");
    const auto journals = readJournals(desktop.desk.stateFolder);
    QCOMPARE(journals.faults.size(), std::size_t(1));
    QVERIFY(journals.faults[0].where.ends_with("journals"));
}

void TestJournal::aCutRunIsGoneOnWith_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("tookEffect"); // what was in flight
    for (int lines = 1; lines <= 9; ++lines) {
        QTest::addRow("after line %d, done", lines) << lines << true;
        QTest::addRow("after line %d, not done", lines) << lines << false;
    }
}

// Fault 2
void TestJournal::aCutRunIsGoneOnWith()
{
    QFETCH(int, lines);
    QFETCH(bool, tookEffect);
    Desktop desktop;
    const auto whole = desktop.apply(threeTopics());
    const auto wanted = desktop.cluster.topics;
    const auto path = cut(whole.journal, lines);
    auto record = readJournal(path);
    QVERIFY(record);
    QVERIFY(record->isUnfinished());
    FakeCluster cluster; // as the killed run left it
    for (const auto &item : record->head.plan.items) {
        const bool isThere =
            record->results.contains(item.id) || (tookEffect && record->inFlight.contains(item.id));
        if (isThere && item.kind == PlanKind::Topic)
            cluster.addTopic(item.resource, wanted.at(item.resource).partitions, 1,
                             {{"retention.ms", "7"}});
        else if (isThere)
            cluster.acls.insert(std::get<AclChange>(item.change).acl);
    }
    const auto before = cluster.topics.size() + cluster.acls.size();
    // What is done is weighed no more, and needs no consent.
    QCOMPARE(restOf(*record).items.size(), 4 - doneCount(*record));
    const auto run = resumeRecorded(*record, cluster, {}, {}, desktop.desk);
    QCOMPARE(statesOf(run.report), QByteArray("done done done done"));
    QCOMPARE(cluster.topics.size() + cluster.acls.size(), std::size_t(4));
    // Only what was not there is sent.
    QCOMPARE(std::size_t(cluster.callsOf("createTopics") + cluster.callsOf("createAcls")),
             4 - before);
    QVERIFY(readJournal(path)->ending == Ending::Resumed);
    record = readJournal(run.journal);
    QVERIFY(record->ending == Ending::Complete);
    QCOMPARE(record->head.resumes, path.string());
    QCOMPARE(readAudit(desktop.trail())->entries.back().resumes, path.string());
    cut(path, lines); // as if it had been killed before it closed the first
    QVERIFY(!readJournal(path)->ending);
    for (const auto &each : readJournals(desktop.desk.stateFolder).records)
        QVERIFY(each.ending); // one of the two is enough
}

void TestJournal::aTopicOnItsWayIsAwaited()
{
    Desktop desktop;
    desktop.desk.pace.deadline = std::chrono::milliseconds(2000);
    const auto whole = desktop.apply(threeTopics());
    const auto record = readJournal(cut(whole.journal, 2)); // 'a' is in flight
    QVERIFY(record->inFlight.contains("topic:a"));
    FakeCluster cluster;
    cluster.addTopic("a", 1, 1, {{"retention.ms", "7"}}); // one of its two partitions is open
    int looks = 0;
    cluster.before = [&](const std::string &method, int) {
        if (method == "describeTopics" && ++looks == 3)
            cluster.topics.at("a").partitions = 2;
    };
    const auto run = resumeRecorded(*record, cluster, {}, {}, desktop.desk);
    QCOMPARE(statesOf(run.report), QByteArray("done done done done"));
}

// Fault 2
void TestJournal::whatWasInFlightIsSettledByReading()
{
    Desktop desktop;
    const auto whole = desktop.apply(threeTopics());
    const auto record = readJournal(cut(whole.journal, 4)); // all topics are in flight
    QCOMPARE(record->inFlight.size(), std::size_t(3));
    FakeCluster cluster;
    cluster.addTopic("a", 2, 1, {{"retention.ms", "7"}});
    cluster.addTopic("c", 4); // somebody else's
    const auto settled = settle(*record, cluster, {}, quick);
    QVERIFY(settled);
    QCOMPARE(settled->size(), std::size_t(3));
    QCOMPARE((*settled)[0].state, ItemState::Done);
    QCOMPARE((*settled)[1].state, ItemState::Skipped);
    QCOMPARE((*settled)[2].state, ItemState::Stale);
    QCOMPARE(cluster.callsOf("createTopics"), 0);
    QVERIFY(readJournal(record->path)->isUnfinished()); // nothing is noted

    cluster.faults["describeTopics"] = {{0, {Error::Code::Denied, "not yours", {}}}};
    const auto unknown = settle(*record, cluster, {}, quick);
    QVERIFY(unknown);
    for (const auto &each : *unknown)
        QCOMPARE(each.state, ItemState::Unknown);

    cluster.clusterId = "another";
    QVERIFY(!settle(*record, cluster, {}, quick));
}

void TestJournal::aRunThatGoesOnIsLeftAlone()
{
    Desktop desktop;
    desktop.cluster.before = [&](const std::string &method, int) {
        if (method != "createTopics")
            return;
        const auto record = readJournals(desktop.desk.stateFolder).records.front();
        FakeCluster other;
        const auto run = resumeRecorded(record, other, {}, {}, desktop.desk);
        QVERIFY(run.report.refused);
        QVERIFY(other.topics.empty());
        QVERIFY(!discard(record, desktop.desk));
    };
    QVERIFY(desktop.apply(planOf({creation("a")})).report.isComplete());
}

void TestJournal::discardClosesIt()
{
    Desktop desktop;
    const auto whole = desktop.apply(threeTopics());
    const auto path = cut(whole.journal, 5); // three are sent, one has a result
    QVERIFY(discard(*readJournal(path), desktop.desk));
    const auto record = readJournal(path);
    QVERIFY(record->ending == Ending::Discarded);
    const auto trail = readAudit(desktop.trail());
    const auto &entry = trail->entries.back();
    QCOMPARE(entry.outcome, std::string("discarded"));
    QCOMPARE(entry.items.size(), std::size_t(4));
    QCOMPARE(entry.items[0].state, std::string("done"));
    QCOMPARE(entry.items[1].state, std::string("unknown"));
    QCOMPARE(entry.items[3].state, std::string("skipped"));
}

// Fault 6
void TestJournal::twoRunsDoNotMix()
{
    Desktop desktop;
    desktop.cluster.before = [&](const std::string &method, int) {
        if (method != "createTopics")
            return;
        FakeCluster same;
        const auto second = applyRecorded(planOf({creation("b")}), same, {}, {}, desktop.desk);
        QVERIFY(second.report.refused);
        QVERIFY(same.topics.empty());
        const auto &message = second.report.refused->message;
        const auto pid = "process " + std::to_string(QCoreApplication::applicationPid());
        QVERIFY2(message.find(pid) != std::string::npos, message.c_str());
        auto elsewhere = planOf({creation("b")});
        elsewhere.clusterId = "cluster-2";
        same.clusterId = "cluster-2";
        QVERIFY(applyRecorded(elsewhere, same, {}, {}, desktop.desk).report.isComplete());
    };
    QVERIFY(desktop.apply(planOf({creation("a")})).report.isComplete());
    const auto after = Lease::take(desktop.desk.stateFolder, "cluster-1", thisRunner("test"));
    QVERIFY(after); // it ended with the run
    const auto trail = readAudit(desktop.trail());
    QCOMPARE(trail->entries.front().outcome, std::string("refused"));
}

void TestJournal::aJournalThatWasChangedIsRefused()
{
    Desktop desktop;
    const auto run = desktop.apply(threeTopics());
    const auto bytes = bytesOf(run.journal);
    writeBytes(run.journal, QByteArray(bytes).replace("\"partitions\":2", "\"partitions\":9"));
    const auto plan = readJournal(run.journal);
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.find("checksum") != std::string::npos,
             plan.error().message.c_str());
    writeBytes(run.journal, QByteArray(bytes).replace("\"sending\"", "sending"));
    const auto line = readJournal(run.journal);
    QVERIFY(!line);
    QVERIFY(line.error().where.ends_with(":2"));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
