// SPDX-License-Identifier: Apache-2.0
// Disks that are full, and machines that stop, at every call.
#include "journalbench.h"

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::journal;

class TestJournalFaults : public QObject
{
    Q_OBJECT

private slots:
    void savesKeepTheOldFile_data();
    void savesKeepTheOldFile();
    void nothingIsSentUnnoted_data();
    void nothingIsSentUnnoted();
    void aRunThatTheTrailLacksIsGoneOnWith();
    void aTornJournalIsRead();
    void aFolderThatCannotBeWritten();
};

void TestJournalFaults::savesKeepTheOldFile_data()
{
    QTest::addColumn<QByteArray>("call");
    for (const char *call : {"open", "write", "sync", "close", "rename"})
        QTest::newRow(call) << QByteArray(call);
}

// Fault 16
void TestJournalFaults::savesKeepTheOldFile()
{
    QFETCH(QByteArray, call);
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("spec.yaml").toStdString();
    writeBytes(path, "old");
    FailingCalls calls(call, 1);
    const auto saved = writeFileAtomically(path, "new", calls);
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.find("disk is full") != std::string::npos,
             saved.error().message.c_str());
    QCOMPARE(bytesOf(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList("spec.yaml"));
}

void TestJournalFaults::nothingIsSentUnnoted_data()
{
    QTest::addColumn<QByteArray>("call");
    for (const char *call : {"open", "write", "sync", "rename", "close"})
        QTest::newRow(call) << QByteArray(call);
}

// Fault 16, fault 17
void TestJournalFaults::nothingIsSentUnnoted()
{
    QFETCH(QByteArray, call);
    bool hasFailed = true;
    int number = 0;
    while (hasFailed && ++number < 100) {
        Desktop desktop;
        FailingCalls calls(call, number);
        desktop.desk.calls = &calls;
        const auto run = desktop.apply(planOf({creation("a"), creation("b"), creation("c")}));
        hasFailed = calls.hasFailed();
        if (!hasFailed) {
            QVERIFY(run.report.isComplete() && run.faults.empty());
            break;
        }
        if (run.report.isComplete() && run.faults.empty())
            continue; // only a folder was not synced, which some file systems refuse
        const auto message = run.report.refused   ? run.report.refused->message
                             : run.report.halted  ? run.report.halted->message
                             : run.faults.empty() ? std::string()
                                                  : run.faults.front().message;
        QVERIFY2(message.find("disk is full") != std::string::npos, message.c_str());
        const auto journals = readJournals(desktop.desk.stateFolder);
        QVERIFY(journals.faults.empty());
        std::set<std::string> noted;
        for (const auto &record : journals.records) {
            noted = record.inFlight;
            for (const auto &[id, result] : record.results)
                if (result.wasSent)
                    noted.insert(id);
        }
        for (const auto &topic : desktop.cluster.topics)
            QVERIFY2(noted.contains("topic:" + topic.first), topic.first.c_str());
        // What was done is said.
        for (std::size_t i = 0; i < run.report.items.size(); ++i) {
            const bool isThere = desktop.cluster.topics.contains(std::string(1, char('a' + i)));
            QCOMPARE(run.report.items[i].state == ItemState::Done, isThere);
        }
    }
    QVERIFY2(number < 100, "it never succeeds");
    QVERIFY(number > 1);
}

// Fault 16
void TestJournalFaults::aRunThatTheTrailLacksIsGoneOnWith()
{
    Desktop desktop;
    std::filesystem::create_directory(desktop.trail()); // nothing can be added to it
    const auto run = desktop.apply(planOf({creation("a"), creation("b")}));
    QVERIFY(run.report.isComplete());
    QCOMPARE(run.faults.size(), std::size_t(1));
    QVERIFY2(run.faults[0].message.find("not in the audit trail yet") != std::string::npos,
             run.faults[0].message.c_str());
    const auto record = readJournal(run.journal);
    QVERIFY(record && record->isUnfinished());
    QCOMPARE(doneCount(*record), std::size_t(2));
    std::filesystem::remove(desktop.trail());
    const auto rest = resumeRecorded(*record, desktop.cluster, {}, {}, desktop.desk);
    QVERIFY(rest.report.isComplete() && rest.faults.empty());
    QCOMPARE(desktop.cluster.callsOf("createTopics"), 2); // those of the first run, one by one
    const auto trail = readAudit(desktop.trail());
    QCOMPARE(trail->entries.size(), std::size_t(1));
    QCOMPARE(trail->entries[0].items.size(), std::size_t(2));
    for (const auto &each : readJournals(desktop.desk.stateFolder).records)
        QVERIFY(!each.isUnfinished());
}

// Fault 17
void TestJournalFaults::aTornJournalIsRead()
{
    Desktop desktop;
    const auto run = desktop.apply(planOf({creation("a"), creation("b")}));
    const auto bytes = bytesOf(run.journal);
    const auto head = bytes.indexOf('\n') + 1;
    std::size_t done = 0;
    for (auto size = head; size < bytes.size(); ++size) {
        writeBytes(run.journal, bytes.left(size));
        const auto record = readJournal(run.journal);
        QVERIFY(record);
        QCOMPARE(record->isTorn, bytes[size - 1] != '\n');
        QVERIFY(record->isUnfinished());
        QVERIFY(doneCount(*record) >= done);
        done = doneCount(*record);
    }
    writeBytes(run.journal, bytes.left(head - 5));
    QVERIFY(!readJournal(run.journal)); // its run sent nothing yet
    // A line of one that is closed begins a line.
    writeBytes(run.journal, bytes.left(bytes.size() - 10));
    QVERIFY(discard(*readJournal(run.journal), desktop.desk));
    QVERIFY(readJournal(run.journal)->ending == Ending::Discarded);
}

void TestJournalFaults::aFolderThatCannotBeWritten()
{
    Desktop desktop;
    desktop.desk.stateFolder = "/proc/meshwright";
    const auto run = desktop.apply(planOf({creation("a")}));
    QVERIFY(run.report.refused);
    QVERIFY(desktop.cluster.topics.empty());
    if (!QDir(QStringLiteral("/sys")).exists())
        QSKIP("there is no folder in which nobody may make one");
    desktop.desk.stateFolder = "/sys/meshwright";
    const auto denied = desktop.apply(planOf({creation("a")}));
    QVERIFY(denied.report.refused);
    QVERIFY2(denied.report.refused->message.find("permission") != std::string::npos,
             denied.report.refused->message.c_str());
}

QTEST_GUILESS_MAIN(TestJournalFaults)
#include "tst_journalfaults.moc"
