// SPDX-License-Identifier: Apache-2.0
// What other programs do to the files while they are open in the window.
#include "ui/desk.h"

#include "ui/diff/diffdialog.h"
#include "ui/diff/diffview.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/folding.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabWidget>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

std::string withTitle(const char *title)
{
    std::string text = salesSpec;
    text.replace(text.find("title: Sales"), 12, std::string("title: ") + title);
    return text;
}

QTextBlock lineWith(const CodeEditor *editor, const char *text)
{
    return editor->document()->find(QLatin1String(text)).block();
}

int hiddenLines(const CodeEditor *editor)
{
    int count = 0;
    for (QTextBlock b = editor->document()->begin(); b.isValid(); b = b.next())
        count += b.isVisible() ? 0 : 1;
    return count;
}

CodeEditor *typeMine(Desk &desk, const std::string &file)
{
    CodeEditor *editor = desk.edit(file);
    editor->moveCursor(QTextCursor::Start); // not where the first finding is
    QTest::keyClicks(editor, QStringLiteral("#mine "));
    return editor;
}

QWidget *bar(Desk &desk)
{
    return desk.window.editors().currentPage()->findChild<QWidget *>(QStringLiteral("conflictBar"));
}

void click(QWidget *parent, const char *name)
{
    auto *button = parent->findChild<QPushButton *>(QLatin1String(name));
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
}

void pressSave(Desk &desk)
{
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_S, Qt::ControlModifier);
}

} // namespace

class TestOutsideChanges : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_outsidechanges"));
    }

    void init() { QSettings().clear(); }

    // Acceptance 5
    void aCleanTextKeepsCaretAndFolds()
    {
        Desk desk;
        QVERIFY(desk.open());
        CodeEditor *editor = desk.edit("sales.yaml");
        folding::setFolded(lineWith(editor, "_public.sale"), true);
        const int hidden = hiddenLines(editor);
        QVERIFY(hidden > 3);
        editor->setTextCursor(QTextCursor(lineWith(editor, "_private.draft")));
        editor->moveCursor(QTextCursor::EndOfLine);
        // Above, within and below the fold.
        std::string theirs = "# theirs\n" + withTitle("Selling") + "# end\n";
        theirs.replace(theirs.find("partitions: 3"), 13, "partitions: 6\n        replicas: 3");
        desk.files.write("sales.yaml", theirs);
        QTRY_COMPARE(desk.files.bytes("sales.yaml"), theirs);
        QVERIFY(folding::isFolded(lineWith(editor, "_public.sale")));
        QCOMPARE(hiddenLines(editor), hidden + 1);
        QCOMPARE(editor->textCursor().block().text(), QStringLiteral("  _private.draft:"));
        QVERIFY(editor->textCursor().atBlockEnd());
        QVERIFY(!bar(desk)->isVisible());
        QVERIFY(!desk.window.isWindowModified());
        // The fold's own line goes: what it hid must not stay hidden.
        theirs.replace(theirs.find("  _public.sale:\n"), 16, "");
        desk.files.write("sales.yaml", theirs);
        QTRY_COMPARE(desk.files.bytes("sales.yaml"), theirs);
        QCOMPARE(hiddenLines(editor), 0);
    }

    void savingAsksFirst_data()
    {
        QTest::addColumn<bool>("compares");
        QTest::addColumn<bool>("keepsMine");
        QTest::newRow("keep mine") << false << true;
        QTest::newRow("take theirs") << false << false;
        QTest::newRow("compare, keep mine") << true << true;
        QTest::newRow("compare, take theirs") << true << false;
    }

    // Acceptance 5
    void savingAsksFirst()
    {
        QFETCH(bool, compares);
        QFETCH(bool, keepsMine);
        Desk desk;
        QVERIFY(desk.open());
        CodeEditor *editor = typeMine(desk, "sales.yaml");
        desk.files.write("sales.yaml", withTitle("Theirs"));
        pressSave(desk);
        QCOMPARE(desk.files.onDisk("sales.yaml"), withTitle("Theirs"));
        QTRY_VERIFY(bar(desk)->isVisible());
        pressSave(desk); // insisting does not help
        QCOMPARE(desk.files.onDisk("sales.yaml"), withTitle("Theirs"));
        if (compares) {
            click(bar(desk), "compare");
            auto *dialog = desk.window.findChild<DiffDialog *>();
            QVERIFY(dialog);
            QCOMPARE(dialog->view()->addedLines(), 2);
            QCOMPARE(dialog->view()->removedLines(), 2);
            const QString shown = dialog->view()->toPlainText();
            QVERIFY(shown.contains(QStringLiteral("− ") + QLatin1String("  title: Theirs")));
            QVERIFY(shown.contains(QLatin1String("+ #mine asyncapi")));
            click(dialog, keepsMine ? "keepMineCompared" : "takeTheirsCompared");
            QTRY_VERIFY(!dialog->isVisible());
        } else {
            click(bar(desk), keepsMine ? "keepMine" : "takeTheirs");
        }
        QVERIFY(!bar(desk)->isVisible());
        QCOMPARE(desk.files.session.isModified("sales.yaml"), keepsMine);
        pressSave(desk);
        QCOMPARE(desk.files.onDisk("sales.yaml"),
                 keepsMine ? "#mine " + std::string(salesSpec) : withTitle("Theirs"));
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor->toPlainText().startsWith(QLatin1String("#mine")), !keepsMine);
    }

    void aConflictEndsWhereTheDiskIsAsBefore()
    {
        Desk desk;
        QVERIFY(desk.open());
        typeMine(desk, "sales.yaml");
        desk.files.write("sales.yaml", withTitle("Theirs"));
        QTRY_VERIFY(bar(desk)->isVisible());
        desk.files.write("sales.yaml", salesSpec); // a branch and back
        QTRY_VERIFY(!bar(desk)->isVisible());
        pressSave(desk);
        QCOMPARE(desk.files.onDisk("sales.yaml"), "#mine " + std::string(salesSpec));
    }

    void theirFileThatIsNoTextIsNotOverwritten()
    {
        Desk desk;
        QVERIFY(desk.open());
        typeMine(desk, "sales.yaml");
        const std::string binary("\xFF\x00\x01", 3);
        desk.files.write("sales.yaml", binary);
        pressSave(desk);
        QCOMPARE(desk.files.onDisk("sales.yaml"), binary);
        auto *notice = desk.window.findChild<QLabel *>(QStringLiteral("noticeText"));
        QVERIFY(notice->text().contains(QLatin1String("sales.yaml")));
        QVERIFY(desk.files.session.isModified("sales.yaml"));
    }

    void aRemovedFileIsClosed()
    {
        Desk desk;
        QVERIFY(desk.open());
        desk.edit("stock.yaml");
        desk.edit("sales.yaml");
        QFile::remove(desk.files.path("sales.yaml"));
        QTRY_COMPARE(desk.window.editors().openFiles(), QStringList{QStringLiteral("stock.yaml")});
        QCOMPARE(desk.window.statusBar()->currentMessage(), QStringLiteral("1 file(s) removed."));
        QTRY_COMPARE(desk.files.session.snapshot().topology->contexts.size(), std::size_t(1));
        desk.files.write("sales.yaml", salesSpec); // and comes back
        QTRY_COMPARE(desk.files.session.snapshot().topology->contexts.size(), std::size_t(2));
        QVERIFY(!desk.window.isWindowModified());
    }

    void aRenamedFileStaysOpen()
    {
        Desk desk;
        QVERIFY(desk.open());
        CodeEditor *editor = desk.edit("sales.yaml");
        editor->setTextCursor(QTextCursor(lineWith(editor, "_private.draft")));
        const std::size_t caret = editor->caretOffset();
        desk.edit("stock.yaml");
        QVERIFY(QFile::rename(desk.files.path("sales.yaml"), desk.files.path("selling.yaml")));
        QTRY_COMPARE(desk.window.editors().openFiles(),
                     (QStringList{QStringLiteral("selling.yaml"), QStringLiteral("stock.yaml")}));
        QCOMPARE(desk.window.statusBar()->currentMessage(),
                 QStringLiteral("sales.yaml was renamed to selling.yaml."));
        QCOMPARE(desk.window.editors().currentEditor()->file(), std::string("stock.yaml"));
        desk.window.editors().openFile("selling.yaml");
        QCOMPARE(desk.window.editors().currentEditor()->caretOffset(), caret);
    }

    void aRemovedFileWithEditsAsks_data()
    {
        QTest::addColumn<bool>("keepsMine");
        QTest::newRow("keep mine") << true;
        QTest::newRow("let it go") << false;
    }

    void aRemovedFileWithEditsAsks()
    {
        QFETCH(bool, keepsMine);
        Desk desk;
        QVERIFY(desk.open());
        typeMine(desk, "sales.yaml");
        QFile::remove(desk.files.path("sales.yaml"));
        QTRY_VERIFY(bar(desk)->isVisible());
        auto *text = bar(desk)->findChild<QLabel *>(QStringLiteral("conflictText"));
        QVERIFY(text->text().contains(QLatin1String("removed")));
        pressSave(desk);
        QVERIFY(!QFile::exists(desk.files.path("sales.yaml")));
        desk.files.write("stock.yaml", std::string(stockSpec) + "# again\n"); // asked once
        QTRY_COMPARE(desk.files.bytes("stock.yaml"), std::string(stockSpec) + "# again\n");
        QVERIFY(bar(desk)->isVisible());
        click(bar(desk), keepsMine ? "keepMine" : "takeTheirs");
        QVERIFY(desk.files.settle());
        QCOMPARE(desk.files.session.snapshot().workspace->file("sales.yaml") != nullptr, keepsMine);
        QCOMPARE(desk.window.isWindowModified(), keepsMine);
        if (keepsMine) {
            pressSave(desk);
            QCOMPARE(desk.files.onDisk("sales.yaml"), "#mine " + std::string(salesSpec));
            return;
        }
        QVERIFY(desk.window.editors().openFiles().isEmpty());
        desk.files.session.undoStack()->undo(); // gone is not lost
        desk.files.session.undoStack()->redo();
        QCOMPARE(desk.files.bytes("sales.yaml"), "#mine " + std::string(salesSpec));
    }

    void manyFilesAreOneNotice()
    {
        const int count = 500;
        const auto name = [](int i) { return "many/file" + std::to_string(i) + ".yaml"; };
        Texts texts{{"sales.yaml", salesSpec}};
        for (int i = 0; i < count; ++i)
            texts[name(i)] = "# before\nn: " + std::to_string(i) + "\n";
        Desk desk(texts);
        QVERIFY(desk.open());
        desk.edit(name(7));
        typeMine(desk, name(8));
        QSignalSpy told(&desk.files.session, &Session::diskChanged);
        QSignalSpy derived(&desk.files.session, &Session::snapshotChanged);
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < count; ++i)
            desk.files.write(name(i), "# after\nn: " + std::to_string(i) + "\n");
        QTRY_COMPARE(desk.files.bytes(name(count - 1)), "# after\nn: 499\n");
        qInfo("500 files in %lld ms", static_cast<long long>(time.elapsed()));
        QCOMPARE(told.size(), 1);
        QCOMPARE(desk.window.statusBar()->currentMessage(),
                 QStringLiteral("499 file(s) changed on the disk and were reloaded. 1 file(s) with "
                                "unsaved edits await your choice."));
        QTRY_VERIFY(bar(desk)->isVisible());
        QVERIFY(desk.files.settle());
        // Own saves and what was read are no news.
        click(bar(desk), "keepMine");
        QVERIFY(desk.files.settle());
        const auto before = derived.size();
        pressSave(desk);
        QTest::qWait(800); // time for a loop to show
        QCOMPARE(told.size(), 1);
        QVERIFY(derived.size() <= before + 1);
        QCOMPARE(desk.files.onDisk(name(8)), "#mine # before\nn: 8\n");
    }
};

QTEST_MAIN(TestOutsideChanges)
#include "tst_outsidechanges.moc"
