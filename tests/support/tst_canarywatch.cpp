// SPDX-License-Identifier: Apache-2.0
// The watch over a run of tests sees what is told: files that go or are replaced, in each spelling
// of a text, their names, where links lead, and arguments.
#include "support/canary.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using meshwright::test::canary;

namespace {

/// Goes after everything else of this program.
struct Last
{
    ~Last()
    {
        if (!path.empty())
            ::unlink(path.c_str());
    }

    std::string path;
} last; // NOLINT(cert-err58-cpp)

} // namespace

class TestCanaryWatch : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QVERIFY(QDir(m_folder->path()).mkdir("planted"));
    }

    void filesThatGo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isSeen");
        const auto text = QString::fromLatin1(canary);
        const auto utf16 = [&text](std::size_t first) {
            QByteArray bytes("x");
            for (const QChar each : text) {
                const char both[2] = {char(each.unicode()), char(each.unicode() >> 8)};
                bytes += both[first];
                bytes += both[1 - first];
            }
            return bytes;
        };
        QTest::newRow("nothing") << QByteArray("canary-4710") << false;
        QTest::newRow("UTF-8") << QByteArray("a: ") + canary << true;
        QTest::newRow("UTF-16, the low byte first") << utf16(0) << true;
        QTest::newRow("UTF-16, the high byte first") << utf16(1) << true;
        QTest::newRow("across two parts of what is read at once")
            << QByteArray((1 << 20) - 5, 'x') + canary << true;
    }

    void filesThatGo()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isSeen);
        for (const char *command : {"rm told", "mv -f other told", "find told -delete"}) {
            write("told", bytes);
            write("other", "x");
            QCOMPARE(reportOf({"sh", "-c", command}).contains("/told"), isSeen);
        }
    }

    void whatStandsBehindAHoleIsSeen()
    {
        QFile file(m_folder->filePath("told"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(50'000'000) && file.seek(50'000'000));
        file.write(canary);
        file.close();
        QVERIFY(reportOf({"rm", "told"}).contains("/told"));
    }

    void whatGoesAtTheVeryEndIsSeen()
    {
        write("told", canary);
        QVERIFY(reportOf({QCoreApplication::applicationFilePath(), "--remove-last", "told"})
                    .contains("/told"));
    }

    void namesAreSeen_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("of a file") << QString("touch '%1' && rm '%1'");
        QTest::newRow("of an empty folder") << QString("mkdir '%1' && rmdir '%1'");
        QTest::newRow("of a folder in another") << QString("mkdir -p 'a/%1/b' && rm -r a");
        QTest::newRow("that a file had") << QString("touch '%1' && mv '%1' b && rm b");
        QTest::newRow("that a file gets") << QString("touch a && mv a '%1'");
    }

    void namesAreSeen()
    {
        QFETCH(QString, command);
        const auto report = reportOf({"sh", "-c", command.arg(canary)});
        QVERIFY2(report.contains("name: ") && report.contains(canary), report.constData());
        QCOMPARE(reportOf({"sh", "-c", command.arg("canary-4710")}), QByteArray());
        QCOMPARE(reportOf({"sh", "-c", "cd planted && " + command.arg(canary)}), QByteArray());
        reportOf({"rm", "-f", canary}); // so that nobody else is told of it
    }

    void whereALinkLeadsIsSeen()
    {
        const auto command = QString("ln -s '%1' told && rm told");
        QVERIFY(reportOf({"sh", "-c", command.arg(canary)}).contains("link: "));
        QCOMPARE(reportOf({"sh", "-c", command.arg("canary-4710")}), QByteArray());
    }

    void whatATestPlantsIsNotTold()
    {
        write("planted.txt", canary);
        write("planted/told", canary);
        QCOMPARE(reportOf({"rm", "-r", "planted.txt", "planted"}), QByteArray());
    }

    void argumentsOfOurProgramsAreSeen()
    {
        QVERIFY(QFile::copy("/bin/true", m_folder->filePath("mw")));
        QCOMPARE(reportOf({"./mw", canary}), QByteArray("argument of mw\n"));
        QCOMPARE(reportOf({"./mw", "check"}), QByteArray());
    }

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test's file could not be written");
    }

    /// What the watch says of the command, which then is as if never said.
    QByteArray reportOf(QStringList command) const
    {
        const auto path = m_folder->filePath("planted/report");
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LD_PRELOAD", MESHWRIGHT_CANARYWATCH);
        environment.insert("MESHWRIGHT_CANARY_REPORT", path);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(command.takeFirst(), command);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("the command failed: %s", process.readAllStandardError().constData());
        QFile report(path);
        const auto said = report.open(QIODevice::ReadOnly) ? report.readAll() : QByteArray();
        report.remove();
        return said;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--remove-last") == 0) {
        ::unlink("no such file"); // the watch has looked before
        last.path = argv[2];
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestCanaryWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_canarywatch.moc"
