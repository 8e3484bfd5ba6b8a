// SPDX-License-Identifier: Apache-2.0
#include "connectionbench.h"
#include "support/canary.h"
#include "ui/environment/environmentchooser.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QMenu>
#include <QSemaphore>
#include <QSignalSpy>

using namespace meshwright;
using namespace meshwright::ui;

using Bench = test::ConnectionBench;
using test::settingsWith;

class TestEnvironmentDialog : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        ui::language::install(*qApp, QStringLiteral("en"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void showsWhatTheFileSays()
    {
        Bench bench;
        bench.edit(QStringLiteral("live"));
        QCOMPARE(bench.find<QLineEdit>("environmentName")->text(), QStringLiteral("live"));
        QVERIFY(!bench.find<QLineEdit>("environmentName")->isEnabled());
        QCOMPARE(bench.find<QLineEdit>("environmentBootstrap")->text(),
                 QStringLiteral("live.example:9093"));
        QCOMPARE(bench.find<QComboBox>("environmentProtocol")->currentData().toString(),
                 QStringLiteral("SASL_SSL"));
        QCOMPARE(bench.find<QComboBox>("environmentMechanism")->currentData().toString(),
                 QStringLiteral("SCRAM-SHA-512"));
        QCOMPARE(bench.find<QLineEdit>("environmentPassword")->text(),
                 QStringLiteral("${env:LIVE_PASSWORD}"));
        bench.choose("environmentProtocol", "PLAINTEXT");
        QVERIFY(!bench.find<QLineEdit>("environmentPassword")->isVisible());
    }

    void savesOnlyWhatChanged()
    {
        Bench bench;
        bench.edit(QStringLiteral("live"));
        bench.type("environmentUsername", "${env:OTHER_USER}");
        QSignalSpy saved(bench.dialog.get(), &ConnectionDialog::environmentSaved);
        bench.click("saveConnection");
        QCOMPARE(saved.size(), 1);
        QCOMPARE(bench.dialog->result(), static_cast<int>(QDialog::Accepted));
        const auto expected = settingsWith("${env:LIVE_USER}", "${env:OTHER_USER}");
        QCOMPARE(bench.settings(), expected);
        QCOMPARE(bench.folder.read(settingsFileName), expected);
        QVERIFY(!bench.session.isModified(settingsFileName));
        bench.session.undoStack()->undo();
        QCOMPARE(bench.settings(), QByteArray(test::PlanFolder::settings));
    }

    void addsAndRemovesSecurity()
    {
        Bench bench;
        bench.edit(QStringLiteral("test"));
        bench.choose("environmentProtocol", "SASL_PLAINTEXT");
        bench.choose("environmentMechanism", "PLAIN");
        bench.type("environmentUsername", "tester");
        bench.type("environmentPassword", "${file:/run/secrets/kafka}");
        bench.click("saveConnection");
        const auto expected = settingsWith("    bootstrap: test.example:9092\n",
                                           "    bootstrap: test.example:9092\n"
                                           "    security:\n"
                                           "      protocol: SASL_PLAINTEXT\n"
                                           "      mechanism: PLAIN\n"
                                           "      username: tester\n"
                                           "      password: '${file:/run/secrets/kafka}'\n");
        QVERIFY2(bench.settings() == expected, bench.settings().constData());
        QTRY_VERIFY(!bench.session.isBusy());
        bench.edit(QStringLiteral("live"));
        bench.choose("environmentProtocol", "SSL");
        bench.click("saveConnection");
        const auto text = bench.settings();
        QVERIFY(!text.contains("LIVE_PASSWORD"));
        QVERIFY(text.contains("      protocol: SSL\n"));
        QVERIFY(text.contains("# a real one"));
    }

    void unsavedTextOfTheFileStaysUnsaved()
    {
        Bench bench;
        WorkspaceEdit typed;
        typed.files[settingsFileName] = {{{0, 0}, "# Mine.\n"}};
        QVERIFY(bench.session.perform(typed, QStringLiteral("type")));
        QTRY_VERIFY(!bench.session.isBusy());
        bench.edit(QStringLiteral("test"));
        bench.type("environmentBootstrap", "other.example:9092");
        bench.click("saveConnection");
        QVERIFY(bench.settings().startsWith("# Mine.\n"));
        QVERIFY(bench.settings().contains("other.example:9092"));
        QCOMPARE(bench.folder.read(settingsFileName), QByteArray(test::PlanFolder::settings));
        QVERIFY(bench.session.isModified(settingsFileName));
    }

    void plainPasswordIsRefused()
    {
        Bench bench;
        bench.edit(QStringLiteral("live"));
        bench.type("environmentPassword", test::canary);
        for (const auto *button : {"saveConnection", "testConnection"}) {
            bench.click(button);
            QVERIFY2(bench.answer().contains(QStringLiteral("${env:NAME}")),
                     qPrintable(bench.answer()));
            QVERIFY(!bench.answer().contains(test::canaryWord));
        }
        QVERIFY(bench.dialog->isVisible());
        QCOMPARE(bench.settings(), QByteArray(test::PlanFolder::settings));
        QVERIFY(bench.connector->opened().name.empty());
    }

    void faults_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no broker") << "environmentBootstrap"
                                   << ""
                                   << "address of a broker";
        QTest::newRow("no user") << "environmentUsername"
                                 << ""
                                 << "who to be";
        QTest::newRow("no password") << "environmentPassword"
                                     << ""
                                     << "where the password is";
        QTest::newRow("empty reference") << "environmentPassword"
                                         << "${env:}"
                                         << "${env:NAME}";
    }

    void faults()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        Bench bench;
        bench.edit(QStringLiteral("live"));
        bench.type(qPrintable(field), qPrintable(text));
        bench.click("saveConnection");
        QVERIFY2(bench.answer().contains(expected), qPrintable(bench.answer()));
        QCOMPARE(bench.settings(), QByteArray(test::PlanFolder::settings));
    }

    void addsAnEnvironment()
    {
        Bench bench;
        bench.edit({});
        bench.click("saveConnection");
        QVERIFY(bench.answer().contains(QStringLiteral("a name")));
        bench.type("environmentName", "live");
        bench.type("environmentBootstrap", "stage:9092");
        bench.click("saveConnection");
        QVERIFY(bench.answer().contains(QStringLiteral("already")));
        bench.type("environmentName", "stage");
        bench.click("saveConnection");
        QVERIFY(bench.settings().startsWith(test::PlanFolder::settings));
        QTRY_VERIFY(bench.session.snapshot().workspace->settings().environment("stage"));
        const auto *stage = bench.session.snapshot().workspace->settings().environment("stage");
        QCOMPARE(stage->bootstrap, std::string("stage:9092"));
        QCOMPARE(stage->connector, std::string("kafka"));
        QVERIFY(stage->guard == Guard::Confirm);
        QVERIFY(stage->isReadOnly); // until somebody says otherwise
        QTRY_VERIFY(!bench.session.isBusy());
        bench.edit(QStringLiteral("stage"));
        auto *readOnly = bench.find<QCheckBox>("environmentReadOnly");
        QVERIFY(readOnly->isChecked());
        readOnly->click();
        bench.click("saveConnection");
        QVERIFY(!bench.settings().contains("readOnly"));
        QTRY_VERIFY(!bench.session.isBusy());
        bench.edit(QStringLiteral("stage"));
        readOnly = bench.find<QCheckBox>("environmentReadOnly");
        QVERIFY(!readOnly->isChecked());
        readOnly->click();
        bench.click("saveConnection");
        QVERIFY2(bench.settings().contains("    readOnly: true\n"), bench.settings().constData());
    }

    // Fault 27
    void whatIsNotVerifiedIsAlwaysShown()
    {
        Bench bench;
        WorkspaceEdit unverified;
        const auto text = bench.session.text(settingsFileName)->bytes();
        const auto at = text.find("    bootstrap: test.example");
        unverified.files[settingsFileName] = {
            {{at, at}, "    security: {protocol: SSL, verify: false, reason: an old lab}\n"}};
        QVERIFY(bench.session.perform(unverified, QStringLiteral("type")));
        QTRY_VERIFY(!bench.session.isBusy());
        EnvironmentChooser chooser(&bench.session);
        chooser.setCurrent(QStringLiteral("test"));
        QVERIFY2(chooser.toolTip().contains(QStringLiteral("not verified")) &&
                     chooser.toolTip().contains(QStringLiteral("an old lab")),
                 qPrintable(chooser.toolTip()));
    }

    void settingsFileIsMade()
    {
        const test::PlanFolder folder;
        QVERIFY(QFile::remove(QDir(folder.path()).filePath(settingsFileName)));
        Session session;
        session.open(folder.path());
        QTRY_VERIFY(session.isOpen());
        ConnectionDialog dialog(&session,
                                Connections({std::make_shared<test::FakeConnector>("kafka")}), {});
        dialog.findChild<QLineEdit *>("environmentName")->setText(QStringLiteral("stage"));
        dialog.findChild<QLineEdit *>("environmentBootstrap")
            ->setText(QStringLiteral("stage:9092"));
        dialog.accept();
        QCOMPARE(folder.read(settingsFileName), QByteArray("version: 1\n"
                                                           "environments:\n"
                                                           "  stage:\n"
                                                           "    connector: kafka\n"
                                                           "    guard: confirm\n"
                                                           "    readOnly: true\n"
                                                           "    bootstrap: stage:9092\n"));
        QTRY_VERIFY(session.snapshot().workspace->settings().environment("stage"));
    }

    void testShowsTheCluster()
    {
        Bench bench;
        bench.edit(QStringLiteral("live"));
        bench.type("environmentBootstrap", "typed.example:1");
        bench.click("testConnection");
        QTRY_VERIFY(bench.answer().contains(QStringLiteral("Connected.")));
        QVERIFY(bench.answer().contains(QStringLiteral("cluster-1")));
        QVERIFY(bench.answer().contains(QStringLiteral("1 broker, version 4.1")));
        QCOMPARE(bench.connector->opened().bootstrap, std::string("typed.example:1"));
        QCOMPARE(bench.connector->opened().security.at("password"),
                 std::string("${env:LIVE_PASSWORD}"));
        QCOMPARE(bench.settings(), QByteArray(test::PlanFolder::settings));
    }

    void testShowsTheError()
    {
        Bench bench;
        bench.connector->refusal = Error{Error::Code::Denied, "Wrong password for <User:me>.", {}};
        bench.edit(QStringLiteral("live"));
        bench.click("testConnection");
        QTRY_VERIFY(bench.answer().contains(QStringLiteral("Wrong password for &lt;User:me&gt;.")));
    }

    void testIsStopped()
    {
        Bench bench;
        QSemaphore entered;
        QSemaphore go;
        bench.connector->cluster->before = [&](const std::string &, int) {
            entered.release();
            go.acquire();
        };
        bench.edit(QStringLiteral("live"));
        bench.click("testConnection");
        QVERIFY(QTest::qWaitFor([&] { return entered.available() > 0; }));
        QCOMPARE(bench.find<QPushButton>("testConnection")->text(), QStringLiteral("Stop"));
        bench.click("testConnection");
        QCOMPARE(bench.find<QPushButton>("testConnection")->text(),
                 QStringLiteral("Test connection"));
        QVERIFY(bench.answer().contains(QStringLiteral("Stopped.")));
        go.release(10);
        bench.dialog.reset(); // waits for nobody
    }

    void chooserOffersTheEnvironments()
    {
        Bench bench;
        EnvironmentChooser chooser(&bench.session);
        QSignalSpy changed(&chooser, &EnvironmentChooser::currentChanged);
        QCOMPARE(chooser.currentName(), QStringLiteral("sandbox"));
        emit chooser.menu()->aboutToShow();
        auto *live = chooser.menu()->findChild<QAction *>(QStringLiteral("environment:live"));
        QVERIFY(live);
        live->trigger();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(chooser.currentName(), QStringLiteral("live"));
        QVERIFY(chooser.toolTip().contains(QStringLiteral("guarded")));
        QVERIFY(chooser.current()->guard == Guard::Prod);
        QSignalSpy edit(&chooser, &EnvironmentChooser::editRequested);
        chooser.menu()->findChild<QAction *>(QStringLiteral("editEnvironment"))->trigger();
        QCOMPARE(edit.at(0).at(0).toString(), QStringLiteral("live"));
    }
};

QTEST_MAIN(TestEnvironmentDialog)
#include "tst_environmentdialog.moc"
