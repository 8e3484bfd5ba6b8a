// SPDX-License-Identifier: Apache-2.0
// Secrets in a real keychain: GNOME Keyring on a D-Bus of the test's own.
#include "connectors/secret.h"
#include "meshwright/workspace/keychain.h"
#include "support/canary.h"
#include "support/keyring.h"

#include <QTest>

using namespace meshwright;
using test::canary;
using test::otherCanary;

class TestKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
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

    test::Keyring m_keyring;
};

void TestKeychain::initTestCase()
{
    if (!test::Keyring::isInstalled())
        QSKIP("GNOME Keyring is not installed (packaging/deps/debian.sh test)");
    const auto fault = m_keyring.start();
    QVERIFY2(fault.isEmpty(), fault);
}

void TestKeychain::keepsSecrets()
{
    const std::string secret = std::string(canary) + "pä ss\nword ";
    const auto written = keychain::write("kafka/prod", secret);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    QCOMPARE(resolveSecret("${keychain:kafka/prod}").value_or(""), secret);
    QVERIFY(keychain::write("kafka/prod", otherCanary));
    QCOMPARE(resolveSecret("${keychain:kafka/prod}").value_or(""), std::string(otherCanary));
    QVERIFY(keychain::erase("kafka/prod"));
    const auto gone = resolveSecret("${keychain:kafka/prod}");
    QVERIFY(!gone && gone.error().code == Error::Code::NotFound);
    QVERIFY(gone.error().message.find("mw keychain set kafka/prod") != std::string::npos);
}

void TestKeychain::isFilledByTheCommand()
{
    const Run set = mw({"keychain", "set", "kafka"}, QByteArray(canary) + '\n');
    QCOMPARE(set.exitCode, 0);
    QCOMPARE(set.said, QByteArray());
    QCOMPARE(resolveSecret("${keychain:kafka}").value_or(""), std::string(canary));
    QCOMPARE(mw({"keychain", "set", "kafka"}, "").exitCode, 64);
    QCOMPARE(resolveSecret("${keychain:kafka}").value_or(""), std::string(canary));
    QCOMPARE(mw({"keychain", "set", "kafka"}, QByteArray(canary) + "\xe4").exitCode,
             1); // it would be changed
    QCOMPARE(resolveSecret("${keychain:kafka}").value_or(""), std::string(canary));
    QCOMPARE(mw({"keychain", "set", "kafka"}, QByteArray(otherCanary) + "\r\n").exitCode, 0);
    QCOMPARE(resolveSecret("${keychain:kafka}").value_or(""), std::string(otherCanary));
    QCOMPARE(mw({"keychain", "delete", "kafka"}, {}).exitCode, 0);
    const Run again = mw({"keychain", "delete", "kafka"}, {});
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.said.contains("holds no secret 'kafka'"), again.said);
}

void TestKeychain::tellsWhereThereIsNone()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    const auto read = resolveSecret("${keychain:kafka}");
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_keyring.address());
    QVERIFY(!read);
    QVERIFY2(read.error().message.find("The keychain can't be used") != std::string::npos,
             read.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
