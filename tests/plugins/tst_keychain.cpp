// SPDX-License-Identifier: Apache-2.0
// Secrets in a real keychain: GNOME Keyring on a D-Bus of the test's own.
#include "connectors/keychain.h"
#include "connectors/secret.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwright;

class TestKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void keepsSecrets();
    void isFilledByTheCommand();
    void tellsWhereThereIsNone();

private:
    struct Run
    {
        int exitCode = -1;
        QByteArray said;
    };

    static Run mw(const QStringList &arguments, const QByteArray &input)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(qEnvironmentVariable("MESHWRIGHT_BIN") + "/mw", arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitCode(), process.readAll()};
    }

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    QByteArray m_address;
};

void TestKeychain::initTestCase()
{
    for (const char *variable : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"})
        qputenv(variable, m_home.path().toUtf8());
    qunsetenv("XDG_CURRENT_DESKTOP");
    // Without the folders of services, or the bus would start a keyring of its own first.
    QFile config(m_home.filePath("bus.conf"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                 "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
                 "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    config.close();
    m_bus.start("dbus-daemon",
                {"--config-file=" + config.fileName(), "--nofork", "--print-address=1"});
    if (!m_bus.waitForStarted())
        QSKIP("dbus-daemon is not installed (packaging/deps/debian.sh test)");
    QVERIFY(m_bus.waitForReadyRead());
    m_address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
    m_keyring.start("gnome-keyring-daemon", {"--foreground", "--unlock", "--components=secrets"});
    if (!m_keyring.waitForStarted())
        QSKIP("gnome-keyring-daemon is not installed (packaging/deps/debian.sh test)");
    m_keyring.write("the keyring's own password");
    m_keyring.closeWriteChannel();
    // It answers before it has its keyring.
    Result<void> written;
    (void)QTest::qWaitFor([&] { return (written = keychain::write("first", "1")).has_value(); },
                          20'000);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
}

void TestKeychain::cleanupTestCase()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        process->waitForFinished(5'000);
    }
}

void TestKeychain::keepsSecrets()
{
    const std::string secret = "pä ss\nword ";
    const auto written = keychain::write("kafka/prod", secret);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    QCOMPARE(resolveSecret("${keychain:kafka/prod}").value_or(""), secret);
    QVERIFY(keychain::write("kafka/prod", "another"));
    QCOMPARE(resolveSecret("${keychain:kafka/prod}").value_or(""), std::string("another"));
    QVERIFY(keychain::erase("kafka/prod"));
    const auto gone = resolveSecret("${keychain:kafka/prod}");
    QVERIFY(!gone && gone.error().code == Error::Code::NotFound);
    QVERIFY(gone.error().message.find("mw keychain set kafka/prod") != std::string::npos);
}

void TestKeychain::isFilledByTheCommand()
{
    const Run set = mw({"keychain", "set", "kafka"}, "canary-77\n");
    QCOMPARE(set.exitCode, 0);
    QCOMPARE(set.said, QByteArray());
    QCOMPARE(resolveSecret("${keychain:kafka}").value_or(""), std::string("canary-77"));
    QCOMPARE(mw({"keychain", "set", "kafka"}, "").exitCode, 64);
    QCOMPARE(resolveSecret("${keychain:kafka}").value_or(""), std::string("canary-77"));
    QCOMPARE(mw({"keychain", "delete", "kafka"}, {}).exitCode, 0);
    const Run again = mw({"keychain", "delete", "kafka"}, {});
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.said.contains("holds no secret 'kafka'"), again.said);
}

void TestKeychain::tellsWhereThereIsNone()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    const auto read = resolveSecret("${keychain:kafka}");
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
    QVERIFY(!read);
    QVERIFY2(read.error().message.find("The keychain can't be used") != std::string::npos,
             read.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
