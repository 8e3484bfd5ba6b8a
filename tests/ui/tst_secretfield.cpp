// SPDX-License-Identifier: Apache-2.0
// A secret that is typed into the connection's dialog: hidden, kept in a real keychain, and only
// referred to.
#include "planfixture.h"
#include "support/canary.h"
#include "support/keyring.h"
#include "ui/environment/connectiondialog.h"
#include "ui/environment/secretfield.h"
#include "ui/session/session.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include "meshwright/workspace/keychain.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace meshwright;
using namespace meshwright::ui;
using test::canary;

namespace {

struct Bench
{
    explicit Bench(const QString &environment)
    {
        session.open(folder.path());
        if (!QTest::qWaitFor([this] { return session.isOpen(); }))
            qFatal("the folder does not open");
        dialog = std::make_unique<ConnectionDialog>(
            &session, Connections({std::make_shared<test::FakeConnector>("kafka")}), environment);
        dialog->show();
        password = dialog->findChild<SecretField *>("environmentPassword");
        auto *protocol = dialog->findChild<QComboBox *>("environmentProtocol");
        protocol->setCurrentIndex(protocol->findData("SASL_SSL"));
    }

    void type(const char *text)
    {
        password->clear();
        QTest::keyClicks(password, text);
    }

    QAction *keepAction() { return password->findChild<QAction *>("keepSecret"); }

    void clickKeep()
    {
        for (auto *button : password->findChildren<QToolButton *>())
            if (button->defaultAction() == keepAction())
                return QTest::mouseClick(button, Qt::LeftButton);
        qFatal("there is no button to keep the secret");
    }

    QString answer() { return dialog->findChild<QLabel *>("connectionAnswer")->text(); }

    test::PlanFolder folder;
    Session session;
    std::unique_ptr<ConnectionDialog> dialog;
    SecretField *password = nullptr;
};

} // namespace

class TestSecretField : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        ui::language::install(*qApp, "en");
        theme::install(*qApp, theme::Mode::Light);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    void aSecretIsHiddenAndAReferenceIsNot()
    {
        Bench bench("live");
        bench.type(canary);
        QCOMPARE(bench.password->echoMode(), QLineEdit::Password);
        QVERIFY(bench.keepAction()->isVisible());
        bench.type("${env:SECRET}");
        QCOMPARE(bench.password->echoMode(), QLineEdit::Normal);
        QVERIFY(!bench.keepAction()->isVisible());
    }

    void withoutAKeychainNothingIsLost()
    {
        Bench bench("live");
        bench.type(canary);
        bench.clickKeep();
        QTRY_VERIFY2(bench.answer().contains("The keychain can't be used"),
                     qPrintable(bench.answer()));
        QCOMPARE(bench.password->text(), QString::fromLatin1(canary));
        QVERIFY(!bench.password->isReadOnly());
        QVERIFY(!bench.answer().contains(canary));
    }

    void aNewEnvironmentIsNamedFirst()
    {
        Bench bench{QString()};
        bench.type(canary);
        bench.clickKeep();
        QVERIFY2(bench.answer().contains("Name the environment first"), qPrintable(bench.answer()));
    }

    void closingWhileTheKeychainIsAskedIsFine()
    {
        Bench bench("live");
        bench.type(canary);
        bench.clickKeep();
        bench.dialog.reset();
        QTest::qWait(300); // its answer comes, and nobody is there
    }

    void isKeptInTheKeychain()
    {
        if (!test::Keyring::isInstalled())
            QSKIP("GNOME Keyring is not installed (packaging/deps/debian.sh test)");
        test::Keyring keyring;
        const auto fault = keyring.start();
        QVERIFY2(fault.isEmpty(), fault);
        Bench bench("live");
        bench.type(canary);
        bench.clickKeep();
        QTRY_VERIFY(bench.password->text().startsWith("${keychain:live.password."));
        const auto name = bench.password->text().mid(11).chopped(1).toStdString();
        QCOMPARE(keychain::read(name).value_or(""), std::string(canary));
        QTest::mouseClick(bench.dialog->findChild<QPushButton *>("saveConnection"), Qt::LeftButton);
        const auto settings = bench.session.text(settingsFileName)->bytes();
        QVERIFY(settings.find("${keychain:" + name + "}") != std::string::npos);
        QVERIFY(settings.find(canary) == std::string::npos);
    }
};

QTEST_MAIN(TestSecretField)
#include "tst_secretfield.moc"
