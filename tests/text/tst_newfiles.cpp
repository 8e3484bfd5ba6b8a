// SPDX-License-Identifier: Apache-2.0
// Several new files: all of them, or none.
#include "meshwright/text/newfiles.h"
#include "support/failingcalls.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

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

private:
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

    void replacesWhatIsAsItWas()
    {
        const QTemporaryDir folder;
        const auto place = std::filesystem::path(folder.path().toStdString());
        QVERIFY(writeNewFiles({{place / "a", "1"}, {place / "c", "3"}}));
        QVERIFY(writeFiles({{place / "a", "2"}, {place / "b", "new"}}, {{place / "a", "1"}}));
        const auto bytesOf = [&](const char *name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
        };
        QCOMPARE(bytesOf("a"), "2");
        QCOMPARE(bytesOf("b"), "new");
        // Another wrote c in the meantime: nothing is changed, nothing is left.
        const auto refused =
            writeFiles({{place / "a", "4"}, {place / "c", "5"}, {place / "d", "6"}},
                       {{place / "a", "2"}, {place / "c", "0"}});
        QVERIFY(!refused && refused.error().code == Error::Code::Conflict);
        QCOMPARE(bytesOf("a"), "2");
        QCOMPARE(bytesOf("c"), "3");
        QCOMPARE(bytesOf("d"), "none");
        // One can't be written: those before it get theirs back.
        QVERIFY(!writeFiles({{place / "a", "4"}, {place / "b" / "no folder", "5"}},
                            {{place / "a", "2"}}));
        QCOMPARE(bytesOf("a"), "2");
    }
};

QTEST_GUILESS_MAIN(TestNewFiles)
#include "tst_newfiles.moc"
