// SPDX-License-Identifier: Apache-2.0
// The schema registry in the dialog of a connection.
#include "connectionbench.h"
#include "support/canary.h"
#include "ui/text/language.h"

using namespace meshwright;
using namespace meshwright::ui;
using Bench = test::ConnectionBench;
using test::canary;
using test::settingsWith;

class TestConnectionRegistry : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        ui::language::install(*qApp, QStringLiteral("en"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void theRegistryIsSavedBesideTheCluster()
    {
        Bench bench;
        bench.edit(QStringLiteral("test"));
        bench.showRegistry();
        QVERIFY(!bench.find<QLineEdit>("registryToken")->isVisible());
        bench.type("registryUrl", "https://registry.example:8081");
        bench.choose("registryLogin", "password");
        bench.type("registryUsername", "tester");
        bench.type("registryPassword", "${env:REGISTRY_PASSWORD}");
        bench.type("registryCrl", "/etc/revoked.pem");
        bench.type("registryCertificate", "/etc/client.pem");
        bench.type("registryKey", "/etc/client.key");
        bench.choose("registryCompatibility", "FULL");
        bench.takePictures("connection-registry");
        bench.click("saveConnection");
        const auto expected = settingsWith("    bootstrap: test.example:9092\n",
                                           "    bootstrap: test.example:9092\n"
                                           "    registry:\n"
                                           "      url: https://registry.example:8081\n"
                                           "      username: tester\n"
                                           "      password: '${env:REGISTRY_PASSWORD}'\n"
                                           "      crl: /etc/revoked.pem\n"
                                           "      certificate: /etc/client.pem\n"
                                           "      key: /etc/client.key\n"
                                           "      compatibility: FULL\n");
        QVERIFY2(bench.settings() == expected, bench.settings().constData());
        QTRY_VERIFY(!bench.session.isBusy());
        const auto *read = bench.session.snapshot().workspace->settings().environment("test");
        QCOMPARE(read->registry->security.at("key"), std::string("/etc/client.key"));

        // Without an address there is none, and all of it goes.
        bench.edit(QStringLiteral("test"));
        bench.showRegistry();
        QCOMPARE(bench.find<QComboBox>("registryLogin")->currentData().toString(),
                 QStringLiteral("password"));
        bench.type("registryUrl", "");
        bench.click("saveConnection");
        QVERIFY2(bench.settings() == QByteArray(test::PlanFolder::settings),
                 bench.settings().constData());
    }

    void commentsOfTheRegistryStay()
    {
        Bench bench;
        WorkspaceEdit typed;
        const auto text = bench.session.text(settingsFileName)->bytes();
        const auto at = text.find("    bootstrap: test.example");
        typed.files[settingsFileName] = {{{at, at},
                                          "    registry: # the old one\n"
                                          "      url: http://localhost:8081 # till May\n"
                                          "      # asked for in January\n"
                                          "      token: '${env:OLD}' # Ann has it\n"}};
        QVERIFY(bench.session.perform(typed, QStringLiteral("type")));
        QTRY_VERIFY(!bench.session.isBusy());
        const auto before = bench.settings();
        bench.edit(QStringLiteral("test"));
        bench.showRegistry();
        bench.type("registryToken", "${file:/run/token}");
        bench.click("saveConnection");
        QCOMPARE(bench.settings(), QByteArray(before).replace("${env:OLD}", "${file:/run/token}"));
    }

    void registryFaults_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("address") << ""
                                 << "registryUrl"
                                 << "registry:8081"
                                 << "begins with https://";
        QTest::newRow("password in the address")
            << ""
            << "registryUrl" << QStringLiteral("https://me:%1@registry").arg(canary)
            << "their own fields";
        QTest::newRow("plain password") << "password"
                                        << "registryPassword" << canary << "${env:NAME}";
        QTest::newRow("no user") << "password"
                                 << "registryUsername"
                                 << ""
                                 << "who to be";
        QTest::newRow("plain token") << "token"
                                     << "registryToken" << canary << "${env:NAME}";
        QTest::newRow("no token") << "token"
                                  << "registryToken"
                                  << ""
                                  << "token is";
        QTest::newRow("no key") << ""
                                << "registryCertificate"
                                << "/c.pem"
                                << "needs its key";
    }

    void registryFaults()
    {
        QFETCH(QString, login);
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        Bench bench;
        bench.edit(QStringLiteral("test"));
        bench.showRegistry();
        bench.type("registryUrl", "https://registry.example");
        bench.choose("registryLogin", qPrintable(login));
        bench.type(qPrintable(field), qPrintable(text));
        bench.find<QTabWidget>("connectionTabs")->setCurrentIndex(0);
        for (const auto *button : {"saveConnection", "testConnection"}) {
            bench.click(button);
            QVERIFY2(bench.answer().contains(expected), qPrintable(bench.answer()));
            QVERIFY(!bench.answer().contains(test::canaryWord));
        }
        QCOMPARE(bench.find<QTabWidget>("connectionTabs")->currentIndex(), 1); // where the fault is
        QCOMPARE(bench.settings(), QByteArray(test::PlanFolder::settings));
    }

    void theRegistryIsTriedToo()
    {
        Bench bench;
        bench.edit(QStringLiteral("test"));
        bench.connector->registry = std::make_shared<test::FakeRegistry>();
        bench.click("testConnection");
        QTRY_VERIFY(bench.answer().contains(QStringLiteral("Connected.")));
        QVERIFY(!bench.answer().contains(QStringLiteral("Schema registry"))); // it names none
        bench.showRegistry();
        bench.type("registryUrl", "https://registry.example");
        bench.click("testConnection");
        QTRY_VERIFY(bench.answer().contains(QStringLiteral("Schema registry: 0 subjects.")));
        QVERIFY(bench.answer().contains(QStringLiteral("Connected.")));
        bench.connector->registry->readFault = Error{Error::Code::Denied, "who are <you>", {}};
        bench.click("testConnection");
        QTRY_VERIFY(bench.answer().contains(QStringLiteral("Schema registry: who are &lt;you")));
        QVERIFY(bench.answer().contains(QStringLiteral("Connected."))); // the one hides nothing
        bench.connector->refusal = Error{Error::Code::Network, "no broker", {}};
        bench.click("testConnection");
        QTRY_VERIFY(bench.answer().contains(QStringLiteral("no broker")));
        QVERIFY(bench.answer().contains(QStringLiteral("who are &lt;you")));
        bench.takePictures("connection-tested");
    }
};

QTEST_MAIN(TestConnectionRegistry)
#include "tst_connectionregistry.moc"
