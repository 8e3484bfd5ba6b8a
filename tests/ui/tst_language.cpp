// SPDX-License-Identifier: Apache-2.0
// The choice of a language: from the menu to the next start.
#include "ui/desk.h"

#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_language"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void init()
    {
        QSettings().clear();
        language::install(*qApp, QStringLiteral("en"));
    }

    void eachIsNamedInItself()
    {
        const auto all = language::available();
        QCOMPARE(all.first(),
                 (language::Language{QStringLiteral("en"), QStringLiteral("English")}));
        QVERIFY(all.contains({QStringLiteral("de"), QStringLiteral("Deutsch")}));
    }

    void theSystemsFirstThatIsThere_data()
    {
        QTest::addColumn<QStringList>("system");
        QTest::addColumn<QString>("best");
        const auto row = [](const char *name, const QStringList &system, const char *best) {
            QTest::newRow(name) << system << QString::fromLatin1(best);
        };
        row("none", {}, "en");
        row("plain", {QStringLiteral("C")}, "en");
        row("German of Austria", {QStringLiteral("de-AT"), QStringLiteral("de")}, "de");
        row("underscore", {QStringLiteral("de_CH")}, "de");
        row("English before German", {QStringLiteral("en-GB"), QStringLiteral("de-DE")}, "en");
        row("the second", {QStringLiteral("tlh"), QStringLiteral("de")}, "de");
    }

    void theSystemsFirstThatIsThere()
    {
        QFETCH(const QStringList, system);
        QTEST(language::bestOf(system), "best");
    }

    void theChoiceIsKept()
    {
        QCOMPARE(language::chosen(), QString());
        language::choose(QStringLiteral("de"));
        QCOMPARE(language::chosen(), QStringLiteral("de"));
        QCOMPARE(language::wanted(), QStringLiteral("de"));
        QVERIFY(language::isRestartNeeded());
        language::choose(QString());
        QCOMPARE(language::chosen(), QString());
        QVERIFY(!language::isRestartNeeded());
    }

    void aLanguageThatIsGoneIsNotChosen()
    {
        QSettings().setValue(QStringLiteral("language"), QStringLiteral("tlh"));
        QCOMPARE(language::chosen(), QString());
    }

    void whatIsNotTranslatedStaysEnglishAndCounts()
    {
        language::install(*qApp, QStringLiteral("de"));
        QCOMPARE(language::spoken(), QStringLiteral("de"));
        QCOMPARE(QCoreApplication::translate("Nobody", "%n file(s) flew", nullptr, 2),
                 QStringLiteral("2 files flew"));
        QCOMPARE(QCoreApplication::translate("meshwright::ui::MainWindow", "Saved %n file(s)",
                                             nullptr, 1),
                 QStringLiteral("1 Datei gespeichert"));
        QCOMPARE(QCoreApplication::translate("meshwright::ui::MainWindow", "Saved %n file(s)",
                                             nullptr, 2),
                 QStringLiteral("2 Dateien gespeichert"));
        QCOMPARE(QLocale().toString(1234567), QStringLiteral("1.234.567"));
    }

    void qtsOwnTextsSpeakItToo()
    {
        language::install(*qApp, QStringLiteral("de"));
        const QDialogButtonBox box(QDialogButtonBox::Cancel);
        QCOMPARE(box.button(QDialogButtonBox::Cancel)->text(), QStringLiteral("Abbrechen"));
    }

    void installingAgainLeavesNothingBehind()
    {
        language::install(*qApp, QStringLiteral("de"));
        language::install(*qApp, QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("meshwright::ui::MainWindow", "&File"),
                 QStringLiteral("&File"));
    }

    void theMenuChoosesForTheNextStart()
    {
        {
            Desk desk;
            auto *notice = desk.window.findChild<QLabel *>(QStringLiteral("noticeText"));
            QVERIFY(desk.window.actions().get(QStringLiteral("language-system"))->isChecked());
            QAction *german = desk.window.actions().get(QStringLiteral("language-de"));
            QCOMPARE(german->text(), QStringLiteral("Deutsch"));
            german->trigger();
            QVERIFY(notice->isVisible());
            QVERIFY2(notice->text().contains(QStringLiteral("Deutsch")),
                     qPrintable(notice->text()));
            QVERIFY(notice->text().contains(QStringLiteral("started again")));
            QVERIFY(hasMenu(desk.window, QStringLiteral("&File")));
        }
        language::install(*qApp);
        {
            Desk desk;
            QVERIFY(hasMenu(desk.window, QStringLiteral("&Datei")));
            QVERIFY(desk.window.actions().get(QStringLiteral("language-de"))->isChecked());
            desk.window.actions().get(QStringLiteral("language-en"))->trigger();
        }
        language::install(*qApp);
        const Desk desk;
        QVERIFY(hasMenu(desk.window, QStringLiteral("&File")));
    }

private:
    static bool hasMenu(const MainWindow &window, const QString &title)
    {
        const auto menus = window.menuBar()->actions();
        return std::any_of(menus.begin(), menus.end(),
                           [&](const QAction *menu) { return menu->text() == title; });
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
