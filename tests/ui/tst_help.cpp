// SPDX-License-Identifier: Apache-2.0
#include "ui/desk.h"

#include "ui/graph/graphcanvas.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/workbench.h"
#include "ui/text/actionname.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTreeWidget>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestHelp : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_help"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void init() { QSettings().clear(); }

    void theShortcutSheetHasEveryKey()
    {
        Desk desk;
        QVERIFY(desk.open());
        QTest::keyClick(&desk.window, Qt::Key_Slash, Qt::ControlModifier);
        auto *sheet = desk.window.findChild<QDialog *>(QStringLiteral("shortcutSheet"));
        QVERIFY(sheet && sheet->isVisible());
        auto *list = sheet->findChild<QTreeWidget *>();
        QSet<QString> listed;
        for (QTreeWidgetItemIterator row(list); *row; ++row)
            if (!(*row)->text(1).isEmpty())
                listed.insert((*row)->text(0) + QLatin1Char('\n') + (*row)->text(1));
        QSet<QString> known;
        for (const QAction *action : desk.window.actions().all())
            if (!action->shortcut().isEmpty())
                known.insert(nameOf(*action) + QLatin1Char('\n') +
                             action->shortcut().toString(QKeySequence::NativeText));
        QVERIFY(known.size() > 20);
        QCOMPARE(listed, known);

        QTest::keyClicks(sheet->findChild<QLineEdit *>(), QStringLiteral("alt+"));
        QStringList shown;
        for (QTreeWidgetItemIterator row(list, QTreeWidgetItemIterator::NotHidden); *row; ++row)
            if ((*row)->parent() && !(*row)->parent()->isHidden())
                shown.append((*row)->text(0));
        QCOMPARE(shown, QStringList{QStringLiteral("Quick fix")});
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!desk.window.findChild<QDialog *>(QStringLiteral("shortcutSheet")));
    }

    void noKeyMeansTwoThings()
    {
        Desk desk;
        QMap<QString, QString> owners;
        for (const QAction *action : desk.window.actions().all()) {
            const QString key = action->shortcut().toString();
            QVERIFY2(key.isEmpty() || !owners.contains(key),
                     qPrintable(owners[key] + QLatin1Char(' ') + action->objectName()));
            owners[key] = action->objectName();
        }
    }

    void theGraphsKeysAreMeantInTheGraphOnly()
    {
        const SessionFixture files;
        Workbench workbench(std::make_unique<DialogQuestions>(), Connections({}));
        MainWindow &window = workbench.window();
        window.show();
        window.openPath(files.folder.path());
        QTRY_VERIFY(workbench.session().isOpen());
        auto *canvas = window.findChild<GraphCanvas *>();
        QTRY_VERIFY(canvas->scene());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy fitted(window.actions().get(QStringLiteral("graph-fit")), &QAction::triggered);
        QSignalSpy zoomed(window.actions().get(QStringLiteral("graph-zoom-in")),
                          &QAction::triggered);
        window.editors().openFile("sales.yaml");
        CodeEditor *editor = window.editors().currentEditor();
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_Home, Qt::ControlModifier);
        const QString text = editor->toPlainText();
        QTest::keyClick(editor, Qt::Key_F);
        QCOMPARE(fitted.count(), 0);
        QCOMPARE(editor->toPlainText().size(), text.size() + 1);
        canvas->setFocus();
        const double before = canvas->frame().scale;
        QTest::keyClick(canvas, Qt::Key_Plus);
        QCOMPARE(zoomed.count(), 1);
        QCOMPARE(canvas->frame().scale, before * GraphCanvas::zoomStep);
        QTest::keyClick(canvas, Qt::Key_0);
        QCOMPARE(fitted.count(), 1);
    }

    void aboutSaysWhichVersionThisIs()
    {
        QCoreApplication::setApplicationVersion(QStringLiteral("9.8.7"));
        Desk desk;
        desk.window.actions().get(QStringLiteral("about"))->trigger();
        auto *dialog = desk.window.findChild<QDialog *>(QStringLiteral("aboutDialog"));
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("aboutVersions"))
                    ->text()
                    .contains(QLatin1String("9.8.7")));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("copyVersions")),
                          Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("9.8.7")));
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
