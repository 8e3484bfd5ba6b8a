// SPDX-License-Identifier: Apache-2.0
// What mw makes of bad input and of outputs that fail.
#include "commandtest.h"

class TestMwFaults : public CommandTest
{
    Q_OBJECT

private slots:

    void init() { makeFolder(); }

    void namesStayOnTheirLine();
    void whatIsNoSpecIsSaid_data();
    void whatIsNoSpecIsSaid();
    void unreadableSpecIsNoSuccess();
    void settingsThatAreNoFile();
    void planThatWasChangedIsRefused();
    void planThatNobodySawIsNotApplied();
    void closedOutput();
    void hugeNamesAreClipped();
};

void TestMwFaults::namesStayOnTheirLine()
{
    write(QStringLiteral("w/c.yaml"),
          "asyncapi: '2.6.0'\nid: \"urn:a.x\\ny\\u202E\\x9bz\"\nchannels: {}\n");
    write(QStringLiteral("w/d\x1b[31m\n.yaml"), "asyncapi: '2.6.0'\nid: [\n");
    const Run run = mw({"check", m_folder->filePath(QStringLiteral("w"))});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains("a.x\\ny<U+202E><U+009B>z"), run.out.constData());
    QVERIFY2(run.out.contains("d\\x1b[31m\\n.yaml:"), run.out.constData());
    QVERIFY(!run.out.contains('\x1b'));
}

void TestMwFaults::whatIsNoSpecIsSaid_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("check") << QStringList{"check"};
    QTest::newRow("acls") << QStringList{"acls"};
    QTest::newRow("topics") << QStringList{"topics"};
    QTest::newRow("graph") << QStringList{"graph", "--format", "json"};
    QTest::newRow("plan") << QStringList{"plan", "--env", "sandbox"};
    QTest::newRow("apply") << QStringList{"apply", "--env", "sandbox"};
}

void TestMwFaults::whatIsNoSpecIsSaid()
{
    QFETCH(QStringList, command);
    const QString file = write(QStringLiteral("w/other.yaml"), "openapi: 3.0.0\n");
    const Run folder = mw(command + QStringList{m_folder->filePath(QStringLiteral("w"))});
    QCOMPARE(folder.exitCode, 65);
    QVERIFY2(folder.err.contains("no spec in"), folder.err.constData());
    write(QStringLiteral("w/c.yaml"), smallSpec);
    const Run one = mw(command + QStringList{file});
    const bool isFinding = command.front() == QLatin1String("check");
    QCOMPARE(one.exitCode, isFinding ? 1 : 65);
    const QByteArray said = one.out + one.err;
    QVERIFY2(said.contains(isFinding ? "spec/version" : "other.yaml is no spec"), said.constData());
}

void TestMwFaults::unreadableSpecIsNoSuccess()
{
    write(QStringLiteral("w/broken.yaml"), "asyncapi: '2.6.0'\nid: 'urn:acme.f.d\n");
    write(QStringLiteral("w/c.yaml"), smallSpec);
    const QString folder = m_folder->filePath(QStringLiteral("w"));
    QCOMPARE(mw({"plan", folder, "--env", "sandbox"}).exitCode, 65);
    const Run applied = mw({"apply", folder, "--env", "sandbox"});
    QCOMPARE(applied.exitCode, 65);
    QVERIFY2(applied.out.contains("broken.yaml:2"), applied.out.constData());
    const Run again = mw({"plan", folder, "--env", "sandbox"});
    QCOMPARE(again.exitCode, 65);
    QVERIFY2(again.out.contains("Nothing else to do"), again.out.constData());
    QFile::remove(folder + QStringLiteral("/broken.yaml"));
    const Run whole = mw({"plan", folder, "--env", "sandbox", "--detailed-exitcode"});
    QVERIFY2(whole.exitCode == 0, whole.out.constData()); // the other spec was applied
}

void TestMwFaults::settingsThatAreNoFile()
{
    write(QStringLiteral("w/c.yaml"), smallSpec);
    const QString folder = m_folder->filePath(QStringLiteral("w"));
    QVERIFY(QDir(folder).mkdir(QStringLiteral("meshwright.yaml")));
    const Run run = mw({"check", folder});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains("meshwright.yaml: error"), run.out.constData());
    QCOMPARE(mw({"acls", folder}).exitCode, 65);
}

void TestMwFaults::planThatWasChangedIsRefused()
{
    write(QStringLiteral("w/c.yaml"), smallSpec);
    const QString folder = m_folder->filePath(QStringLiteral("w"));
    QByteArray plan = mw({"plan", folder, "--env", "sandbox", "--format", "json"}).out;
    const QString file =
        write(QStringLiteral("plan.json"), plan.replace("acme.f.c._public.sale", "evil.topic"));
    const Run run = mw({"apply", file, "--workspace", folder, "--yes"});
    QCOMPARE(run.exitCode, 65);
    QVERIFY2(run.err.contains("checksum"), run.err.constData());
}

void TestMwFaults::planThatNobodySawIsNotApplied()
{
    write(QStringLiteral("w/c.yaml"), smallSpec);
    const QString folder = m_folder->filePath(QStringLiteral("w"));
    m_output = QStringLiteral("/dev/full");
    const Run run = mw({"apply", folder, "--env", "sandbox", "--yes"});
    m_output.clear();
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("nothing was applied"), run.err.constData());
    QCOMPARE(mw({"plan", folder, "--env", "sandbox", "--detailed-exitcode"}).exitCode, 2);
}

void TestMwFaults::closedOutput()
{
    write(QStringLiteral("w/c.yaml"), smallSpec);
    write(QStringLiteral("w/meshwright.yaml"),
          "environments: {off: {connector: kafka, bootstrap: 'localhost:1'}}\n");
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
                {"-c", "exec \"$0\" plan \"$1\" --env off >&-",
                 qEnvironmentVariable("MESHWRIGHT_BIN") + QStringLiteral("/mw"),
                 m_folder->filePath(QStringLiteral("w"))});
    QVERIFY(shell.waitForStarted());
    // While it tries to connect: neither a pipe nor a connection has become standard output.
    const QString output = QStringLiteral("/proc/%1/fd/1").arg(shell.processId());
    QTRY_COMPARE(QFile::symLinkTarget(output), QStringLiteral("/dev/null"));
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.exitCode(), 69);
}

void TestMwFaults::hugeNamesAreClipped()
{
    write(QStringLiteral("w/c.yaml"), "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\nchannels:\n  ? " +
                                          QByteArray(1'000'000, 'k') + "\n  : {publish: {}}\n");
    const Run run = mw({"check", m_folder->filePath(QStringLiteral("w"))});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.out.contains("kafka/topic-name"));
    QVERIFY2(run.out.size() < 50'000, QByteArray::number(run.out.size()).constData());
}

QTEST_GUILESS_MAIN(TestMwFaults)
#include "tst_mwfaults.moc"
