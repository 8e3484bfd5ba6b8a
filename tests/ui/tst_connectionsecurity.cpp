// SPDX-License-Identifier: Apache-2.0
// Logins by tokens and by certificates in the dialog of a connection.
#include "connectionbench.h"
#include "support/canary.h"
#include "ui/text/language.h"

using namespace meshwright;
using namespace meshwright::ui;
using Bench = test::ConnectionBench;
using test::canary;
using test::settingsWith;

namespace {

constexpr auto tokens = "    bootstrap: test.example:9092\n"
                        "    security:\n"
                        "      protocol: SASL_SSL\n"
                        "      mechanism: OAUTHBEARER\n"
                        "      tokenEndpoint: https://id.example/token\n"
                        "      clientId: meshwright\n"
                        "      clientSecret: '${env:SECRET}'\n";

void chooseTokens(Bench &bench)
{
    bench.choose("environmentProtocol", "SASL_SSL");
    bench.choose("environmentMechanism", "OAUTHBEARER");
    bench.type("environmentTokenEndpoint", "https://id.example/token");
    bench.type("environmentClientId", "meshwright");
    bench.type("environmentClientSecret", "${env:SECRET}");
}

} // namespace

class TestConnectionSecurity : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        ui::language::install(*qApp, QStringLiteral("en"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void tokensAreAskedForAndSaved()
    {
        Bench bench;
        bench.edit(QStringLiteral("test"));
        QVERIFY(!bench.find<QLineEdit>("environmentTokenEndpoint")->isVisible());
        chooseTokens(bench);
        QVERIFY(!bench.find<QLineEdit>("environmentPassword")->isVisible());
        bench.takePictures("connection-tokens");
        bench.click("saveConnection");
        const auto expected = settingsWith("    bootstrap: test.example:9092\n", tokens);
        QVERIFY2(bench.settings() == expected, bench.settings().constData());
    }

    void anEnvironmentWithTokensIsTriedAndKept()
    {
        Bench bench;
        WorkspaceEdit typed;
        const auto text = bench.session.text(settingsFileName)->bytes();
        const std::string from = "    bootstrap: test.example:9092\n";
        const auto at = text.find(from);
        const auto more = std::string(tokens) + "      extensions: a=b # the provider wants it\n";
        typed.files[settingsFileName] = {{{at, at + from.size()}, more}};
        QVERIFY(bench.session.perform(typed, QStringLiteral("type")));
        QTRY_VERIFY(!bench.session.isBusy());
        const auto before = bench.settings();
        bench.edit(QStringLiteral("test"));
        bench.click("testConnection");
        QTRY_VERIFY(bench.answer().contains(QStringLiteral("Connected.")));
        const auto &security = bench.connector->opened().security;
        QCOMPARE(security.at("clientSecret"), std::string("${env:SECRET}"));
        QCOMPARE(security.at("extensions"), std::string("a=b"));
        QVERIFY(!security.contains("password"));
        bench.type("environmentScope", "kafka");
        bench.click("saveConnection");
        QVERIFY2(bench.settings().contains("extensions: a=b # the provider wants it\n      scope: "
                                           "kafka\n"),
                 bench.settings().constData());
        QCOMPARE(bench.settings().replace("      scope: kafka\n", ""), before);
    }

    void aCertificateIsSavedWithItsKey()
    {
        Bench bench;
        bench.edit(QStringLiteral("test"));
        bench.choose("environmentProtocol", "SSL");
        QVERIFY(!bench.find<QLineEdit>("environmentKey")->isVisible());
        bench.type("environmentCertificate", "/etc/client.pem");
        bench.type("environmentKey", "/etc/client.key");
        bench.type("environmentKeyPassword", "${file:/run/key}");
        bench.takePictures("connection-certificate");
        bench.click("saveConnection");
        const auto expected = settingsWith("    bootstrap: test.example:9092\n",
                                           "    bootstrap: test.example:9092\n"
                                           "    security:\n"
                                           "      protocol: SSL\n"
                                           "      certificate: /etc/client.pem\n"
                                           "      key: /etc/client.key\n"
                                           "      keyPassword: '${file:/run/key}'\n");
        QVERIFY2(bench.settings() == expected, bench.settings().constData());
        QTRY_VERIFY(!bench.session.isBusy());

        // Without a certificate its key means nothing.
        bench.edit(QStringLiteral("test"));
        bench.type("environmentCertificate", "");
        bench.click("saveConnection");
        QVERIFY(!bench.settings().contains("client.key"));
        QVERIFY(!bench.settings().contains("keyPassword"));
    }

    void faults_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *field, const QString &text,
                            const char *expected) {
            QTest::newRow(name) << field << text << expected;
        };
        row("no endpoint", "environmentTokenEndpoint", "", "gives tokens");
        row("no address", "environmentTokenEndpoint", "id.example", "gives tokens");
        row("a login in the address", "environmentTokenEndpoint",
            QStringLiteral("https://me:%1@id/token").arg(canary), "their own fields");
        row("no client", "environmentClientId", "", "which client");
        row("no secret", "environmentClientSecret", "", "secret is");
        row("a plain secret", "environmentClientSecret", canary, "${env:NAME}");
        row("no key", "environmentCertificate", "/c.pem", "needs its key");
        row("a login in the brokers", "environmentBootstrap",
            QStringLiteral("me:%1@b:9092").arg(canary), "host:port");
    }

    void faults()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        Bench bench;
        bench.edit(QStringLiteral("test"));
        chooseTokens(bench);
        bench.type(qPrintable(field), qPrintable(text));
        for (const auto *button : {"saveConnection", "testConnection"}) {
            bench.click(button);
            QVERIFY2(bench.answer().contains(expected), qPrintable(bench.answer()));
            QVERIFY(!bench.answer().contains(test::canaryWord));
        }
        QVERIFY(bench.connector->opened().name.empty());
        QCOMPARE(bench.settings(), QByteArray(test::PlanFolder::settings));
    }

    void anAtSignInTheEndpointsPathIsNoLogin()
    {
        Bench bench;
        bench.edit(QStringLiteral("test"));
        chooseTokens(bench);
        bench.type("environmentTokenEndpoint", "https://id.example/@tenant/token");
        bench.click("saveConnection");
        QVERIFY2(bench.settings().contains("tokenEndpoint: https://id.example/@tenant/token\n"),
                 qPrintable(bench.answer()));
    }

    void aSecretThatIsNotUsedIsNotInTheWay()
    {
        Bench bench;
        bench.edit(QStringLiteral("test"));
        chooseTokens(bench);
        bench.type("environmentClientSecret", canary);
        bench.choose("environmentProtocol", "SSL");
        bench.click("saveConnection");
        QCOMPARE(bench.dialog->result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(!bench.settings().contains(test::canaryWord));
    }
};

QTEST_MAIN(TestConnectionSecurity)
#include "tst_connectionsecurity.moc"
