// SPDX-License-Identifier: Apache-2.0
// Several new files: all of them, or none.
#include "meshwright/text/newfiles.h"
#include "support/failingcalls.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>

using namespace meshwright;
using namespace meshwright::test;

namespace {

/// Another program makes the file `busy` right before it would be taken.
class BusyCalls : public FileCalls
{
public:
    BusyCalls(QString busy, int refusal)
        : m_busy(std::move(busy))
        , m_refusal(refusal)
    {}

    int renameNew(const char *from, const char *to) override
    {
        if (m_busy == QLatin1String(to)) {
            QFile file(m_busy);
            if (!file.open(QIODevice::WriteOnly) || file.write("theirs") != 6)
                qFatal("the test's file could not be written");
        }
        if (m_refusal == 0)
            return FileCalls::renameNew(from, to);
        errno = m_refusal;
        return -1;
    }

private:
    QString m_busy;
    int m_refusal;
};

} // namespace

class TestNewFiles : public QObject
{
    Q_OBJECT

private slots:

    void allAreWritten()
    {
        QTemporaryDir folder;
        const auto written = writeNewFiles(filesIn(folder));
        QVERIFY(written.has_value());
        QCOMPARE(entriesOf(folder),
                 QStringList({"a", "a/b", "a/b/two.avsc", "a/one.yaml", "three.yaml"}));
        QFile file(folder.filePath("a/b/two.avsc"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("2"));
    }

    void aFaultLeavesNone_data()
    {
        QTest::addColumn<QByteArray>("call");
        for (const char *call : {"open", "write", "sync", "close", "rename"})
            QTest::newRow(call) << QByteArray(call);
    }

    // Fault 16
    void aFaultLeavesNone()
    {
        QFETCH(QByteArray, call);
        int number = 0;
        for (bool hasFailed = true; hasFailed;) {
            QTemporaryDir folder;
            FailingCalls calls(call, ++number);
            const auto written = writeNewFiles(filesIn(folder), calls);
            hasFailed = calls.hasFailed();
            if (written)
                continue; // only a folder was not synced, which some file systems refuse
            QVERIFY(hasFailed);
            QVERIFY2(written.error().message.find("disk is full") != std::string::npos,
                     written.error().message.c_str());
            QCOMPARE(entriesOf(folder), QStringList());
        }
        QVERIFY2(number > 3, qPrintable(QString::number(number)));
    }

    void nothingIsWrittenOver()
    {
        QTemporaryDir folder;
        // A link that leads nowhere is a file too.
        QVERIFY(QFile::link(QStringLiteral("/nowhere"), folder.filePath("three.yaml")));
        const auto written = writeNewFiles(filesIn(folder));
        QVERIFY(!written && written.error().code == Error::Code::Conflict);
        QVERIFY(written.error().where.ends_with("three.yaml"));
        QCOMPARE(entriesOf(folder), QStringList("three.yaml"));
    }

    void aFolderThatCantBeMadeLeavesNone()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("z"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        auto files = filesIn(folder);
        files[folder.filePath("z/one.yaml").toStdString()] = "z";
        const auto written = writeNewFiles(files);
        QVERIFY(!written);
        QVERIFY2(written.error().where.ends_with("/z"), written.error().where.c_str());
        QCOMPARE(entriesOf(folder), QStringList("z"));
    }

    void whatComesToBeThereMeanwhileStays_data() { fileSystems(); }

    void whatComesToBeThereMeanwhileStays()
    {
        QFETCH(int, refusal);
        QTemporaryDir folder;
        BusyCalls calls(folder.filePath("three.yaml"), refusal);
        const auto written = writeNewFiles(filesIn(folder), calls);
        QVERIFY(!written && written.error().code == Error::Code::Conflict);
        QVERIFY(written.error().where.ends_with("three.yaml"));
        QVERIFY(written.error().message.find("such a file already") != std::string::npos);
        QCOMPARE(entriesOf(folder), QStringList("three.yaml"));
        QCOMPARE(bytesOf(folder, "three.yaml"), "theirs");
    }

    void everyFileSystemTakesThem_data() { fileSystems(); }

    void everyFileSystemTakesThem()
    {
        QFETCH(int, refusal);
        QTemporaryDir folder;
        BusyCalls calls({}, refusal);
        QVERIFY(writeNewFiles(filesIn(folder), calls));
        QCOMPARE(entriesOf(folder),
                 QStringList({"a", "a/b", "a/b/two.avsc", "a/one.yaml", "three.yaml"}));
        QCOMPARE(bytesOf(folder, "three.yaml"), "3");
    }

    // Fault 16
    void theNameThatWasTakenFirstIsFreeAgain()
    {
        class Calls : public FailingCalls
        {
        public:
            using FailingCalls::FailingCalls;

            int renameNew(const char *, const char *) override
            {
                errno = EINVAL;
                return -1;
            }
        };

        QTemporaryDir folder;
        Calls calls("rename", 1);
        QVERIFY(!writeNewFiles(filesIn(folder), calls));
        QCOMPARE(entriesOf(folder), QStringList());
    }

    void replacesWhatIsAsItWas()
    {
        const QTemporaryDir folder;
        const auto place = std::filesystem::path(folder.path().toStdString());
        QVERIFY(writeNewFiles({{place / "a", "1"}, {place / "c", "3"}}));
        QVERIFY(writeFiles({{place / "a", "2"}, {place / "b", "new"}}, {{place / "a", "1"}}));
        QCOMPARE(bytesOf(folder, "a"), "2");
        QCOMPARE(bytesOf(folder, "b"), "new");
        // Another wrote c in the meantime: nothing is changed, nothing is left.
        const auto refused =
            writeFiles({{place / "a", "4"}, {place / "c", "5"}, {place / "d", "6"}},
                       {{place / "a", "2"}, {place / "c", "0"}});
        QVERIFY(!refused && refused.error().code == Error::Code::Conflict);
        QCOMPARE(bytesOf(folder, "a"), "2");
        QCOMPARE(bytesOf(folder, "c"), "3");
        QCOMPARE(bytesOf(folder, "d"), "none");
        // One can't be written: those before it get theirs back.
        QVERIFY(!writeFiles({{place / "a", "4"}, {place / "b" / "no folder", "5"}},
                            {{place / "a", "2"}}));
        QCOMPARE(bytesOf(folder, "a"), "2");
    }

private:
    /// By what it answers to a rename that must not replace; 0: it can do that.
    static void fileSystems()
    {
        QTest::addColumn<int>("refusal");
        QTest::newRow("able") << 0;
        QTest::newRow("without the flag") << EINVAL;
        QTest::newRow("without the call") << ENOSYS;
    }

    static QByteArray bytesOf(const QTemporaryDir &folder, const char *name)
    {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }

    static NewFiles filesIn(const QTemporaryDir &folder)
    {
        const auto at = [&](const char *path) { return folder.filePath(path).toStdString(); };
        return {{at("a/one.yaml"), "1"}, {at("a/b/two.avsc"), "2"}, {at("three.yaml"), "3"}};
    }

    static QStringList entriesOf(const QTemporaryDir &folder)
    {
        QStringList entries;
        QDirIterator each(folder.path(),
                          QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (each.hasNext())
            entries << QDir(folder.path()).relativeFilePath(each.next());
        entries.sort();
        return entries;
    }
};

QTEST_GUILESS_MAIN(TestNewFiles)
#include "tst_newfiles.moc"
