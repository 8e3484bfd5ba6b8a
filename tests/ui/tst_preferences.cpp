// SPDX-License-Identifier: Apache-2.0
#include "ui/desk.h"

#include "ui/settings/preferences.h"
#include "ui/settings/recentfolders.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/workbench.h"
#include "ui/theme/theme.h"
#include "ui/theme/wrappingcheck.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QToolButton>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

constexpr int slow = 30000;

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_preferences"));
        theme::install(*qApp, theme::Mode::Light);
        m_flashTime = QApplication::cursorFlashTime();
    }

    void init()
    {
        QSettings().clear();
        applyPreferences({});
    }

    void whatWasWrittenIsRead()
    {
        QCOMPARE(readPreferences(), Preferences());
        const Preferences other{
            theme::Mode::HighContrast, 150, QStringLiteral("Mono"), 14, true, true, false};
        setPreferences(other);
        QCOMPARE(readPreferences(), other);
    }

    void whatMakesNoSenseIsTheDefault_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("unknown colours") << "theme" << QVariant(9);
        QTest::newRow("no number") << "text/percent" << QVariant("large");
        QTest::newRow("too large") << "text/percent" << QVariant(5000);
        QTest::newRow("too small") << "text/percent" << QVariant(10);
        QTest::newRow("unreadable code") << "editor/points" << QVariant(2);
    }

    void whatMakesNoSenseIsTheDefault()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QSettings().setValue(key, value);
        QCOMPARE(readPreferences(), Preferences());
    }

    void theTextGrowsAndShrinksInUsualSteps()
    {
        QCOMPARE(nextTextPercent(100, 1), 110);
        QCOMPARE(nextTextPercent(120, 1), 125);
        QCOMPARE(nextTextPercent(300, 1), 300);
        QCOMPARE(nextTextPercent(300, -1), 275);
        QCOMPARE(nextTextPercent(120, -1), 110);
        QCOMPARE(nextTextPercent(100, -1), 100);
    }

    void coloursChangeAtOnce()
    {
        Desk desk;
        auto *dialog = open(desk);
        auto *mode = dialog->findChild<QComboBox *>(QStringLiteral("settingsMode"));
        QTRY_VERIFY_WITH_TIMEOUT(mode->hasFocus(), slow);
        QTest::keyClick(mode, Qt::Key_End);
        QVERIFY(theme::tokens().isHighContrast);
        QCOMPARE(qApp->palette().color(QPalette::WindowText), theme::tokens().text);
        const auto *menu = desk.window.actions().get(QStringLiteral("theme-high-contrast"));
        QTRY_VERIFY_WITH_TIMEOUT(menu->isChecked(), slow);
        QTest::keyClick(mode, Qt::Key_Up);
        QVERIFY(theme::tokens().isDark);
        QCOMPARE(readPreferences().mode, theme::Mode::Dark);
        desk.window.actions().get(QStringLiteral("theme-light"))->trigger();
        QCOMPARE(readPreferences().mode, theme::Mode::Light);
    }

    // Acceptance 34
    void textGrowsEverywhereAtOnce()
    {
        Desk desk;
        QVERIFY(desk.open());
        const CodeEditor *editor = desk.edit("sales.yaml");
        auto *dialog = open(desk);
        const auto *title = dialog->findChild<QLabel *>();
        const double body = QFontInfo(desk.window.font()).pointSizeF();
        const double code = QFontInfo(editor->font()).pointSizeF();
        const double heading = QFontInfo(title->font()).pointSizeF();
        auto *text = dialog->findChild<QSpinBox *>(QStringLiteral("settingsText"));
        text->setFocus();
        text->selectAll();
        QTest::keyClicks(text, QStringLiteral("200"));
        QCOMPARE(theme::textScale(), 1.0); // 2 and 20 are no sizes
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(theme::textScale(), 2.0);
        QVERIFY(dialog->isVisible());
        QCOMPARE(QFontInfo(desk.window.font()).pointSizeF(), 2 * body);
        QCOMPARE(QFontInfo(editor->font()).pointSizeF(), 2 * code);
        QCOMPARE(QFontInfo(title->font()).pointSizeF(), 2 * heading);
        QCOMPARE(desk.window.style()->pixelMetric(QStyle::PM_SmallIconSize), 32);
        QTest::keyClick(text, Qt::Key_Up);
        QCOMPARE(readPreferences().textPercent, 210);
    }

    void keysChangeTheTextsSize()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QTest::keyClick(&desk.window, Qt::Key_Equal, Qt::ControlModifier);
        QTest::keyClick(&desk.window, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(theme::textScale(), 1.25);
        QCOMPARE(readPreferences().textPercent, 125);
        QTest::keyClick(&desk.window, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(theme::textScale(), 1.1);
        QTest::keyClick(&desk.window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(theme::textScale(), 1.0);
    }

    void theEditorHasItsOwnFont()
    {
        Desk desk;
        QVERIFY(desk.open());
        const CodeEditor *editor = desk.edit("sales.yaml");
        auto *dialog = open(desk);
        auto *points = dialog->findChild<QSpinBox *>(QStringLiteral("settingsCodePoints"));
        QCOMPARE(points->text(), QStringLiteral("As the rest of the window"));
        const double before = editor->font().pointSizeF();
        points->setFocus();
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(points, Qt::Key_Up);
        QCOMPARE(points->value(), 17);
        QCOMPARE(editor->font().pointSizeF(), 17.0);
        setPreferences([] {
            Preferences larger = readPreferences();
            larger.textPercent = 200;
            return larger;
        }());
        QCOMPARE(editor->font().pointSizeF(), 34.0);
        setPreferences({});
        QCOMPARE(editor->font().pointSizeF(), before);

        auto *family = dialog->findChild<QComboBox *>(QStringLiteral("settingsCodeFont"));
        QVERIFY2(family->count() > 1, "this machine has no fixed-width font");
        QTest::keyClick(family, Qt::Key_End);
        const QString last = family->currentText();
        QCOMPARE(editor->font().families(), QStringList{last});
        QCOMPARE(readPreferences().codeFamily, last);
    }

    void nothingBlinksWhereMotionIsReduced()
    {
        Desk desk;
        auto *dialog = open(desk);
        auto *motion = dialog->findChild<QCheckBox *>(QStringLiteral("settingsMotion"));
        QTest::keyClick(motion, Qt::Key_Space);
        QVERIFY(theme::isMotionReduced());
        QCOMPARE(QApplication::cursorFlashTime(), 0);
        QCOMPARE(desk.window.style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
        QTest::keyClick(motion, Qt::Key_Space);
        QCOMPARE(QApplication::cursorFlashTime(), m_flashTime);
    }

    /// Its words are a part of a check box, in one line or in several.
    void wordsBesideABoxToggleIt()
    {
        theme::WrappingCheck check(QStringLiteral("Bring back a folder's files and views"));
        auto *words = check.findChild<QLabel *>();
        QCOMPARE(check.box()->accessibleName(), words->text());
        check.resize(600, check.heightForWidth(600));
        check.show();
        QVERIFY(QTest::qWaitForWindowExposed(&check));
        const int line = check.height();
        QTest::mouseClick(words, Qt::LeftButton);
        QVERIFY(check.box()->isChecked());
        check.resize(120, check.heightForWidth(120));
        QTRY_VERIFY(words->height() >= 2 * line - theme::grid);
        QTest::mouseClick(words, Qt::LeftButton, {}, words->rect().bottomLeft() + QPoint(9, -3));
        QVERIFY(!check.box()->isChecked());
        QVERIFY(std::abs(check.box()->geometry().center().y() - line / 2) <= 1);
        QTest::mouseClick(words, Qt::RightButton);
        QVERIFY(!check.box()->isChecked());
    }

    void theLastFolderOpensWhereThatIsWanted()
    {
        const SessionFixture files;
        for (const bool isWanted : {false, true}) {
            Workbench bench(std::make_unique<DialogQuestions>(), Connections({}));
            bench.window().show();
            if (isWanted) {
                bench.window().actions().get(QStringLiteral("settings"))->trigger();
                auto *wish = bench.window().findChild<QCheckBox *>("settingsLastFolder");
                QTest::keyClick(wish, Qt::Key_Space);
            } else {
                rememberRecentFolder(files.folder.path());
            }
            QSignalSpy opened(&bench.session(), &Session::opened);
            bench.start({});
            if (isWanted)
                QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, slow);
            QCOMPARE(bench.session().isOpen() || bench.session().isBusy(), isWanted);
        }
    }

    void aFoldersViewsComeBackOrNot()
    {
        const SessionFixture files;
        const auto filesAfter = [&] {
            Workbench bench(std::make_unique<DialogQuestions>(), Connections({}));
            bench.window().show();
            bench.start(files.folder.path());
            if (!QTest::qWaitFor([&] { return bench.session().isOpen(); }, slow))
                return QStringList{"did not open"};
            const QStringList shown = bench.window().editors().openFiles();
            bench.window().editors().openFile("stock.yaml");
            bench.window().close();
            return shown;
        };
        QVERIFY(!filesAfter().contains(QStringLiteral("stock.yaml")));
        QVERIFY(filesAfter().contains(QStringLiteral("stock.yaml")));
        Desk desk;
        auto *views = open(desk)->findChild<QCheckBox *>(QStringLiteral("settingsViews"));
        QVERIFY(views->isChecked());
        QTest::keyClick(views, Qt::Key_Space);
        QVERIFY(!filesAfter().contains(QStringLiteral("stock.yaml")));
    }

    void recentFoldersAreForgotten()
    {
        const SessionFixture files;
        rememberRecentFolder(files.folder.path());
        Desk desk;
        QVERIFY(desk.window.findChild<QToolButton *>(QStringLiteral("recentFolder")));
        auto *dialog = open(desk);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("settingsForget")),
                          Qt::LeftButton);
        QVERIFY(recentFolders().isEmpty());
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("settingsForget"))->isEnabled());
        QVERIFY(!desk.window.findChild<QToolButton *>(QStringLiteral("recentFolder")));
    }

    void languagesComeFromOutside()
    {
        QString chosen = QStringLiteral("de");
        SettingsDialog dialog({[] {
                                   return QList<WindowLanguage>{{{}, "System"}, {"de", "Deutsch"}};
                               },
                               [&] { return chosen; },
                               [&](const QString &code) { chosen = code; }});
        auto *box = dialog.findChild<QComboBox *>(QStringLiteral("settingsLanguage"));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(box->currentText(), QStringLiteral("Deutsch"));
        QTest::keyClick(box, Qt::Key_Home);
        QCOMPARE(chosen, QString());
    }

    void theDefaultsComeBack()
    {
        setPreferences({theme::Mode::Dark, 150, {}, 12, true, true, false});
        Desk desk;
        auto *dialog = open(desk);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("settingsReset")),
                          Qt::LeftButton);
        QCOMPARE(readPreferences(), Preferences());
        QCOMPARE(theme::textScale(), 1.0);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!desk.window.findChild<SettingsDialog *>());
    }

private:
    static SettingsDialog *open(Desk &desk)
    {
        if (!QTest::qWaitForWindowActive(&desk.window))
            qFatal("the window does not get the keyboard");
        QTest::keyClick(&desk.window, Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = desk.window.findChild<SettingsDialog *>();
        if (!dialog || !QTest::qWaitForWindowActive(dialog))
            qFatal("the settings do not open");
        return dialog;
    }

    int m_flashTime = 0;
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
