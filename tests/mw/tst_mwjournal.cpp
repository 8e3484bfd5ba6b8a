// SPDX-License-Identifier: Apache-2.0
// What mw remembers of what it applied.
#include "commandtest.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

class TestMwJournal : public CommandTest
{
    Q_OBJECT

private slots:

    void init() { makeFolder(); }

    void applyNamesItsJournal();
    void killedRunsAreGoneOnWith_data();
    void killedRunsAreGoneOnWith();
    void aKilledRunIsDiscarded();
    void undoTakesBack();
    void refusalsAreInTheTrail();
    void aTrailThatWasEditedIsTold();

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("w")); }

    void writeSpec(int topics)
    {
        QByteArray spec = "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\n"
                          "info: {title: A, version: '1'}\nchannels:\n";
        for (int i = 0; i < topics; ++i)
            spec += "  _public.sale" + QByteArray::number(i) +
                    ": {publish: {}, bindings: {kafka: {partitions: 1, replicas: 1}}}\n";
        write(QStringLiteral("w/c.yaml"), spec);
    }

    /// Applies, and kills the process once its journal has so many lines. Its journal.
    QString killedAfter(int lines);
};

QString TestMwJournal::killedAfter(int lines)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(m_folder->path());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(qEnvironmentVariable("MESHWRIGHT_BIN") + QStringLiteral("/mw"),
                  {"apply", folder(), "--env", "sandbox"});
    if (!process.waitForStarted())
        return {};
    QString journal;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 60'000 && !process.waitForFinished(1);) {
        QDirIterator it(m_folder->filePath(QStringLiteral("state/meshwright/journals")));
        while (it.hasNext() && journal.isEmpty())
            if (const auto path = it.next(); path.endsWith(QLatin1String(".jsonl")))
                journal = path;
        QFile file(journal);
        if (!journal.isEmpty() && file.open(QIODevice::ReadOnly) &&
            file.readAll().count('\n') >= lines)
            break;
    }
    process.kill(); // SIGKILL
    process.waitForFinished();
    return journal;
}

void TestMwJournal::applyNamesItsJournal()
{
    writeSpec(2);
    const Run run = mw({"apply", folder(), "--env", "sandbox", "--format", "json"});
    QCOMPARE(run.exitCode, 0);
    const auto journal = run.json()["journal"].toString();
    QVERIFY2(QFile::exists(journal), run.out.constData());
    QVERIFY(journal.startsWith(m_folder->filePath("state/meshwright/journals/sandbox-")));
    QVERIFY(mw({"journals"}).out.contains("No run is unfinished"));
    const auto all = mw({"journals", "--all", "--format", "json"}).json()["journals"].toArray();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.at(0)["state"].toString(), QStringLiteral("complete"));
    const Run audit = mw({"audit", "--verify", "--format", "json"});
    QCOMPARE(audit.exitCode, 0);
    QCOMPARE(audit.json()["runs"].toArray().at(0)["journal"].toString(), journal);
}

void TestMwJournal::killedRunsAreGoneOnWith_data()
{
    QTest::addColumn<int>("lines"); // of the journal when it is killed
    QTest::newRow("before anything is done") << 1;
    QTest::newRow("with the first request on its way") << 2;
    QTest::newRow("with the second request on its way") << 3;
    QTest::newRow("among the results") << 300;
    QTest::newRow("in access") << 1004;
}

// Fault 2
void TestMwJournal::killedRunsAreGoneOnWith()
{
    QFETCH(int, lines);
    writeSpec(1000);
    const auto journal = killedAfter(lines);
    QVERIFY(!journal.isEmpty());
    const Run plan = mw({"plan", folder(), "--env", "sandbox", "--detailed-exitcode"});
    if (plan.exitCode == 0)
        QSKIP("the run was faster than the kill");
    QVERIFY2(plan.err.contains("--resume " + journal.toUtf8()), plan.err.constData());
    QVERIFY(mw({"journals"}).out.contains("unfinished"));
    const Run run = mw({"apply", "--resume", journal, "--format", "json"});
    QVERIFY2(run.exitCode == 0, run.err.right(500).constData());
    const auto report = run.json();
    QVERIFY(report["summary"]["done"].toInt() >= 1000);
    QCOMPARE(report["items"].toArray().size(), report["summary"]["done"].toInt());
    const Run after = mw({"plan", folder(), "--env", "sandbox", "--detailed-exitcode"});
    QCOMPARE(after.exitCode, 0);
    QVERIFY(!after.err.contains("--resume"));
    QCOMPARE(mw({"apply", "--resume", journal}).exitCode, 1); // no second time
    QCOMPARE(mw({"audit", "--verify"}).exitCode, 0);
}

void TestMwJournal::aKilledRunIsDiscarded()
{
    writeSpec(1000);
    const auto journal = killedAfter(2);
    QVERIFY(mw({"audit"}).out.contains("1 run has not ended"));
    QCOMPARE(mw({"journals", "--discard", journal}).exitCode, 0);
    QVERIFY(!mw({"audit"}).out.contains("not ended"));
    QVERIFY(mw({"journals"}).out.contains("No run is unfinished"));
    QVERIFY(mw({"audit"}).out.contains("discarded"));
    QCOMPARE(mw({"journals", "--discard", journal}).exitCode, 1); // there is nothing to close
    QCOMPARE(mw({"journals", "--discard", "no-such-file"}).exitCode, 65);
    const QFileInfo known(journal); // one that was killed before it noted anything
    for (const QString &path :
         {known.dir().filePath("cut.jsonl"), m_folder->filePath("own.jsonl")}) {
        QFile cut(path);
        QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write("{\"kind\"") > 0);
        cut.close();
        const bool isOurs = cut.fileName().endsWith("cut.jsonl");
        QCOMPARE(mw({"journals", "--discard", path}).exitCode, isOurs ? 0 : 65);
        QCOMPARE(cut.exists(), !isOurs);
    }
}

void TestMwJournal::undoTakesBack()
{
    writeSpec(2);
    const auto journal = mw({"apply", folder(), "--env", "sandbox", "--format", "json"})
                             .json()["journal"]
                             .toString();
    const auto back = m_folder->filePath(QStringLiteral("back.json"));
    const Run undo = mw({"undo", journal, "-o", back, "--prune"});
    QVERIFY2(undo.exitCode == 0, undo.err.constData());
    QVERIFY2(undo.out.contains("irreversible"), undo.out.constData());
    const Run run = mw({"apply", back, "--workspace", folder(), "--yes"});
    QVERIFY2(run.exitCode == 0, (run.out + run.err).constData());
    const auto plan = mw({"plan", folder(), "--env", "sandbox", "--format", "json"}).json();
    QCOMPARE(plan["summary"]["unchanged"].toInt(), 0);
}

// Fault 30
void TestMwJournal::refusalsAreInTheTrail()
{
    writeSpec(1);
    write(QStringLiteral("w/meshwright.yaml"),
          "environments: {live: {connector: sandbox, guard: prod}}\n");
    QCOMPARE(mw({"apply", folder(), "--env", "live"}).exitCode, 1);
    const auto runs = mw({"audit", "--format", "json"}).json()["runs"].toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0)["outcome"].toString(), QStringLiteral("refused"));
    QVERIFY(runs.at(0)["message"].toString().contains("guarded"));
}

// Fault 30
void TestMwJournal::aTrailThatWasEditedIsTold()
{
    writeSpec(1);
    QCOMPARE(mw({"apply", folder(), "--env", "sandbox"}).exitCode, 0);
    QFile file(m_folder->filePath(QStringLiteral("state/meshwright/audit.jsonl")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto bytes = file.readAll().replace("\"done\"", "\"fine\"");
    file.seek(0);
    file.write(bytes);
    file.close();
    const Run run = mw({"audit", "--verify"});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains("line 1: "), run.out.constData());
    const Run none = mw({"audit", "--verify", "--file", "/nowhere/audit.jsonl"});
    QCOMPARE(none.exitCode, 65);
    QVERIFY2(none.err.contains("no audit trail"), none.err.constData());
}

QTEST_GUILESS_MAIN(TestMwJournal)
#include "tst_mwjournal.moc"
