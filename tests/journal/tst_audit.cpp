// SPDX-License-Identifier: Apache-2.0
// The trail of what was applied, and how tampering with it shows.
#include "journalbench.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::journal;

namespace {

QByteArray sha256(const QByteArray &line)
{
    return QCryptographicHash::hash(line, QCryptographicHash::Sha256);
}

/// What the entry says of the line before it.
QByteArray hashIn(const QByteArray &line)
{
    return QJsonDocument::fromJson(line)["previous"].toString().toUtf8();
}

} // namespace

class TestAudit : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhoDidWhat();
    void failedCancelledAndRefusedRunsToo();
    void tamperingShows_data();
    void tamperingShows();
    void tamperingStillShowsAfterTheNextRun();
    void aStopBetweenTwoWritesIsNoTampering();

private:
    static void fill(Desktop &desktop)
    {
        for (const char *topic : {"a", "b", "c", "d"})
            QVERIFY(desktop.apply(planOf({creation(topic)})).report.isComplete());
    }
};

void TestAudit::tellsWhoDidWhat()
{
    Desktop desktop;
    auto &topic = desktop.cluster.addTopic("a", 1, 1, {{"retention.ms", "7"}});
    const auto run = desktop.apply(planOf({setting(topic, "retention.ms", "7", "8")}));
    const auto trail = readAudit(desktop.trail());
    QVERIFY(trail);
    QVERIFY(trail->faults.empty());
    QCOMPARE(trail->entries.size(), std::size_t(1));
    const auto &entry = trail->entries.front();
    QCOMPARE(entry.by.pid, long(QCoreApplication::applicationPid()));
    QCOMPARE(entry.clusterId, std::string("cluster-1"));
    QVERIFY(entry.planChecksum.starts_with("sha256:"));
    QCOMPARE(entry.journal, run.journal.string());
    QCOMPARE(entry.outcome, std::string("complete"));
    QCOMPARE(entry.items.at(0).before, beforeText(readJournal(run.journal)->head.plan.items[0]));
    QCOMPARE(entry.items.at(0).state, std::string("done"));
}

// Fault 30
void TestAudit::failedCancelledAndRefusedRunsToo()
{
    Desktop desktop;
    desktop.cluster.faults["createTopics"] = {{.call = 1, .error = failure(Error::Code::Denied)}};
    desktop.apply(planOf({creation("a")}));
    std::stop_source stop;
    desktop.cluster.before = [&](const std::string &method, int) {
        if (method == "createTopics")
            stop.request_stop();
    };
    applyRecorded(planOf({creation("b"), creation("c")}), desktop.cluster, {}, stop.get_token(),
                  desktop.desk);
    desktop.cluster.before = {};
    auto other = planOf({creation("d")});
    other.clusterId = "another";
    desktop.apply(other);
    QVERIFY(noteRefused(other, failure(Error::Code::Denied), desktop.desk));
    const auto trail = readAudit(desktop.trail());
    QVERIFY(trail->faults.empty());
    QStringList outcomes;
    for (const auto &entry : trail->entries)
        outcomes += QString::fromStdString(entry.outcome);
    QCOMPARE(outcomes.join(' '), "incomplete cancelled refused refused");
    QVERIFY(trail->entries[2].message.find("another") != std::string::npos);
}

void TestAudit::tamperingShows_data()
{
    QTest::addColumn<QByteArray>("deed");
    QTest::addColumn<int>("line");
    QTest::newRow("edited") << QByteArray("edit") << 3; // the next line tells of it
    QTest::newRow("the last one edited") << QByteArray("edit last") << 4;
    QTest::newRow("removed") << QByteArray("remove") << 2;
    QTest::newRow("the first removed") << QByteArray("remove first") << 1;
    QTest::newRow("the end cut off") << QByteArray("cut") << 2;
    QTest::newRow("all of it cut off") << QByteArray("cut all") << 0;
    QTest::newRow("another order") << QByteArray("swap") << 2;
    QTest::newRow("one added") << QByteArray("add") << 5;
    QTest::newRow("one added that fits") << QByteArray("forge") << 5;
    QTest::newRow("no entry") << QByteArray("no entry") << 2;
    QTest::newRow("the note of the end removed") << QByteArray("head") << 4;
}

// Fault 30
void TestAudit::tamperingShows()
{
    QFETCH(QByteArray, deed);
    QFETCH(int, line);
    Desktop desktop;
    fill(desktop);
    QVERIFY(readAudit(desktop.trail())->faults.empty());
    auto lines = bytesOf(desktop.trail()).split('\n');
    lines.removeLast();
    const auto edit = [&](int i) { lines[i].replace("\"done\"", "\"failed\""); };
    if (deed == "edit")
        edit(1);
    else if (deed == "edit last")
        edit(3);
    else if (deed == "remove")
        lines.removeAt(1);
    else if (deed == "remove first")
        lines.removeAt(0);
    else if (deed == "cut")
        lines = lines.mid(0, 2);
    else if (deed == "cut all")
        lines.clear();
    else if (deed == "swap")
        lines.swapItemsAt(1, 2);
    else if (deed == "add")
        lines.append(lines[3]);
    else if (deed == "forge")
        lines.append(
            QByteArray(lines[3]).replace(hashIn(lines[3]), "sha256:" + sha256(lines[3]).toHex()));
    else if (deed == "no entry")
        lines[1] = "{}";
    else
        QVERIFY(std::filesystem::remove(desktop.trail().string() + ".head"));
    writeBytes(desktop.trail(), lines.isEmpty() ? QByteArray() : lines.join('\n') + '\n');
    const auto trail = readAudit(desktop.trail());
    QVERIFY(!trail->faults.empty());
    QCOMPARE(trail->faults.front().line, std::size_t(line));
}

// Fault 30
void TestAudit::tamperingStillShowsAfterTheNextRun()
{
    Desktop desktop;
    fill(desktop);
    const auto lines = bytesOf(desktop.trail()).split('\n');
    writeBytes(desktop.trail(), lines.mid(0, 2).join('\n') + '\n');
    QVERIFY(desktop.apply(planOf({creation("e")})).report.isComplete());
    const auto trail = readAudit(desktop.trail());
    QCOMPARE(trail->faults.size(), std::size_t(1));
    QCOMPARE(trail->faults.front().line, std::size_t(3));
}

// Fault 17
void TestAudit::aStopBetweenTwoWritesIsNoTampering()
{
    Desktop desktop;
    fill(desktop);
    QVERIFY(desktop.apply(planOf({creation("e")})).report.isComplete());
    const auto lines = bytesOf(desktop.trail()).trimmed().split('\n');
    const auto announced =
        QJsonObject{{"lines", 4},
                    {"last", QString::fromUtf8(hashIn(lines[4]))},
                    {"next", QString::fromUtf8("sha256:" + sha256(lines[4]).toHex())}};
    writeBytes(desktop.trail().string() + ".head", QJsonDocument(announced).toJson());
    QVERIFY(readAudit(desktop.trail())->faults.empty());
    writeBytes(desktop.trail(), bytesOf(desktop.trail()) + "{\"half"); // and in the next entry
    QVERIFY(desktop.apply(planOf({creation("f")})).report.isComplete());
    const auto trail = readAudit(desktop.trail());
    QVERIFY(trail->faults.empty());
    QCOMPARE(trail->entries.size(), std::size_t(6));
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
