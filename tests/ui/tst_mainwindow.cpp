// SPDX-License-Identifier: Apache-2.0
#include "ui/desk.h"

#include "ui/explorer/explorerview.h"
#include "ui/problems/problemsview.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/sample.h"
#include "ui/shell/unsaveddialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolButton>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_mainwindow"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void init() { QSettings().clear(); }

    void aNewContextOpensInTheEditor()
    {
        Desk desk;
        QVERIFY(!desk.window.actions().get(QStringLiteral("new-spec"))->isEnabled());
        QVERIFY(desk.open());
        QTest::keyClick(&desk.window, Qt::Key_N, Qt::ControlModifier);
        auto *dialog = desk.window.findChild<QDialog *>(QStringLiteral("newSpecDialog"));
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("newSpecId")),
                         QStringLiteral("billing"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(desk.window.editors().openFiles().last(), QStringLiteral("billing.yaml"));
        QVERIFY(desk.window.editors().currentEditor()->hasFocus());
    }

    void typesAWrongNameSeesWhyMendsAndSaves()
    {
        Desk desk;
        QVERIFY(desk.open());
        CodeEditor *editor = desk.edit("sales.yaml");
        auto *errors = desk.window.findChild<QToolButton *>(QStringLiteral("errorCount"));
        QCOMPARE(errors->text(), QStringLiteral("0"));
        QTextCursor cursor = editor->document()->find(QStringLiteral("_public.sale"));
        cursor.setPosition(cursor.selectionStart() + 4);
        editor->setTextCursor(cursor);
        QTest::keyClick(editor, Qt::Key_Backspace);
        QTRY_COMPARE(errors->text(), QStringLiteral("2")); // the reader's topic is gone too
        auto *table = desk.window.findChild<QTreeView *>(QStringLiteral("problemsTable"));
        QCOMPARE(table->model()->rowCount(),
                 int(desk.files.session.snapshot().diagnostics->size()));
        QVERIFY(desk.window.isWindowModified());

        QTest::keyClick(editor, Qt::Key_Return, Qt::AltModifier);
        auto *menu = editor->findChild<QMenu *>(QStringLiteral("fixesMenu"));
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(errors->text(), QStringLiteral("0"));
        QCOMPARE(desk.files.bytes("sales.yaml"), std::string(salesSpec));

        QTest::keyClick(editor, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(editor, QStringLiteral("# done"));
        desk.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QTest::keyClick(&desk.window, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(desk.files.onDisk("sales.yaml"), std::string(salesSpec) + "# done");
        QVERIFY(!desk.window.isWindowModified());
    }

    /// What is shown of a new folder is there to be read: no key replaces it.
    void theFirstFindingIsShownNotSelected()
    {
        const std::string name = "_pubic.sale";
        std::string wrong = salesSpec;
        wrong.replace(wrong.find("_public.sale"), 12, name);
        Desk desk(Texts{{"sales.yaml", wrong}, withoutAdvice});
        QVERIFY(desk.open());
        CodeEditor *editor = desk.window.editors().currentEditor();
        QVERIFY(editor);
        QCOMPARE(editor->caretOffset(), wrong.find(name));
        QVERIFY(!editor->textCursor().hasSelection());
        QCOMPARE(editor->findings().onLine(editor->textCursor().blockNumber()).size(),
                 std::size_t(1));
        QTRY_VERIFY(editor->viewport()->rect().contains(editor->cursorRect()));
        editor->setFocus();
        QTest::keyClicks(editor, QStringLiteral("a"));
        QCOMPARE(desk.files.bytes("sales.yaml"), wrong.insert(wrong.find(name), "a"));
    }

    void closingAsksOnce_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("writes");
        QTest::newRow("cancel") << int(UnsavedAnswer::Cancel) << false << false;
        QTest::newRow("discard") << int(UnsavedAnswer::Discard) << true << false;
        QTest::newRow("save all") << int(UnsavedAnswer::Save) << true << true;
    }

    // Acceptance 4
    void closingAsksOnce()
    {
        QFETCH(int, answer);
        QFETCH(bool, closes);
        QFETCH(bool, writes);
        Desk desk;
        QVERIFY(desk.open());
        desk.questions.unsaved = UnsavedAnswer(answer);
        QTest::keyClicks(desk.edit("sales.yaml"), QStringLiteral("#"));
        QTest::keyClicks(desk.edit("stock.yaml"), QStringLiteral("#"));
        desk.window.close();
        QCOMPARE(desk.questions.askedFiles.size(), 1);
        QCOMPARE(desk.questions.askedFiles.first(),
                 (QStringList{QStringLiteral("sales.yaml"), QStringLiteral("stock.yaml")}));
        if (closes)
            QTRY_VERIFY(!desk.window.isVisible());
        QVERIFY(closes || desk.window.isVisible());
        QCOMPARE(desk.files.onDisk("stock.yaml") == "#" + std::string(stockSpec), writes);
    }

    void aFailedSaveKeepsTheWindow()
    {
        Desk desk;
        QVERIFY(desk.open());
        desk.questions.unsaved = UnsavedAnswer::Save;
        QTest::keyClicks(desk.edit("sales.yaml"), QStringLiteral("#"));
        desk.files.write("sales.yaml", "# theirs\n");
        desk.window.close();
        QVERIFY(desk.window.isVisible());
        auto *notice = desk.window.findChild<QLabel *>(QStringLiteral("noticeText"));
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(QLatin1String("sales.yaml")));
        QCOMPARE(desk.files.onDisk("sales.yaml"), std::string("# theirs\n"));
    }

    void reloadsQuietly()
    {
        Desk desk;
        QVERIFY(desk.open());
        CodeEditor *editor = desk.edit("sales.yaml");
        desk.files.write("sales.yaml", std::string(salesSpec) + "# theirs\n");
        desk.files.write("stock.yaml", std::string(stockSpec) + "# theirs\n");
        QTRY_COMPARE(desk.window.statusBar()->currentMessage(),
                     QStringLiteral("2 file(s) changed on the disk and were reloaded."));
        QVERIFY(editor->toPlainText().endsWith(QLatin1String("# theirs\n")));
        QVERIFY(editor->hasFocus());
        QVERIFY(!desk.window.findChild<QLabel *>(QStringLiteral("noticeText"))->isVisible());
        QVERIFY(!desk.window.isWindowModified());
    }

    // Acceptance 2
    void opensTheSample()
    {
        const QString folder = sampleFolder();
        QDir(folder).removeRecursively();
        Desk desk;
        desk.window.openSample();
        QTRY_VERIFY_WITH_TIMEOUT(desk.files.session.isOpen(), 10000);
        QVERIFY(desk.files.session.snapshot().topology->contexts.size() >= 14);
        // A slip, and a value that a policy overrides.
        QCOMPARE(desk.files.session.snapshot().diagnostics->size(), std::size_t(2));
        QVERIFY(desk.window.editors().currentEditor()); // at the slip
        const QString readme = folder + QStringLiteral("/README.md");
        QFile file(readme);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        QVERIFY(unpackSample(folder)); // what the user edited stays
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QDir(folder).removeRecursively();
    }

    void saysWhatCannotBeOpened()
    {
        Desk desk;
        desk.window.openPath(QStringLiteral("/nowhere/at/all"));
        auto *failure = desk.window.findChild<QLabel *>(QStringLiteral("welcomeFailure"));
        QTRY_VERIFY(failure->isVisible());
        QVERIFY(failure->text().contains(QLatin1String("/nowhere/at/all")));
    }

    void saysWhereThereAreNoSpecs()
    {
        Desk desk(Texts{{"notes.txt", "hello"}});
        QVERIFY(desk.open());
        auto *notice = desk.window.findChild<QLabel *>(QStringLiteral("noticeText"));
        QTRY_VERIFY(notice->isVisible());
    }

    void thePaletteHasEveryMenuEntry()
    {
        Desk desk;
        QVERIFY(desk.open());
        const QList<QAction *> known = desk.window.actions().all();
        for (QMenu *menu : desk.window.menuBar()->findChildren<QMenu *>())
            for (QAction *action : menu->actions())
                if (!action->isSeparator() && !action->menu())
                    QVERIFY2(known.contains(action), qPrintable(action->text()));
        QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *palette = desk.window.findChild<CommandPalette *>();
        QVERIFY(palette);
        auto *field = palette->findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("dark"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(theme::tokens().isDark);
        theme::setMode(theme::Mode::Light);
    }

    // Acceptance 13
    void selectionOpensAPreview()
    {
        Desk desk;
        QVERIFY(desk.open());
        desk.files.session.select(TopicName{"acme.sales._public.sale"});
        QCOMPARE(desk.window.editors().currentEditor()->file(), std::string("sales.yaml"));
        QCOMPARE(desk.window.editors().currentEditor()->textCursor().selectedText(),
                 QStringLiteral("_public.sale"));
        desk.files.session.select(ContextId{"acme.stock"});
        QCOMPARE(desk.window.editors().currentEditor()->file(), std::string("stock.yaml"));
        QVERIFY(desk.window.editors().openFiles().isEmpty()); // both were only looked at
        CodeEditor *editor = desk.edit("sales.yaml");
        QTextCursor cursor = editor->document()->find(QStringLiteral("partitions"));
        editor->setTextCursor(cursor);
        QTRY_COMPARE(desk.files.session.selection(),
                     Selection(TopicName{"acme.sales._public.sale"}));
    }

    void everyControlHasAName()
    {
        Desk desk;
        QVERIFY(desk.open());
        desk.edit("sales.yaml");
        for (auto *button : desk.window.findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || button->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const bool named = !button->accessibleName().isEmpty() || !button->text().isEmpty() ||
                               !button->toolTip().isEmpty() || button->inherits("CloseButton");
            QVERIFY2(named, qPrintable(button->objectName() + QLatin1Char(' ') +
                                       QLatin1String(button->metaObject()->className())));
        }
        for (auto *field : desk.window.findChildren<QLineEdit *>())
            QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    }

    void whatWasOpenComesBack()
    {
        SessionFixture files;
        ScriptedQuestions questions;
        for (int round = 0; round < 2; ++round) {
            Session session;
            MainWindow window(session, questions);
            window.show();
            window.openPath(files.folder.path());
            QTRY_VERIFY(session.isOpen());
            if (round == 0)
                window.editors().openFile("stock.yaml");
            QCOMPARE(window.editors().openFiles(), QStringList{QStringLiteral("stock.yaml")});
            window.close();
        }
    }

    void theUnsavedDialogAnswers()
    {
        UnsavedDialog dialog({QStringLiteral("a.yaml"), QStringLiteral("b.yaml")}, true);
        QCOMPARE(dialog.findChild<QListWidget *>()->count(), 2);
        QCOMPARE(dialog.answer(), UnsavedAnswer::Cancel);
        dialog.show();
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("discard")),
                          Qt::LeftButton);
        QCOMPARE(dialog.answer(), UnsavedAnswer::Discard);
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("keepUnsaved")),
                          Qt::LeftButton);
        QCOMPARE(dialog.answer(), UnsavedAnswer::Keep);
        UnsavedDialog other({QStringLiteral("a.yaml")}, false);
        other.show();
        QVERIFY(!other.findChild<QPushButton *>(QStringLiteral("keepUnsaved"))->isVisible());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
