// SPDX-License-Identifier: Apache-2.0
// Definition, usages, rename, back and forward: by keys and clicks in the real window.
#include "ui/sessionfixture.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/workbench.h"
#include "ui/symbols/editpreview.h"
#include "ui/symbols/renamedialog.h"
#include "ui/symbols/usagesview.h"
#include "ui/text/plurals.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

constexpr int slow = 10000;

class NoQuestions : public Questions
{
public:
    void askUnsaved(QWidget *, const QStringList &, bool,
                    std::function<void(UnsavedAnswer)>) override
    {}

    void askFolder(QWidget *, const QString &, std::function<void(const QString &)>) override {}

    void askLine(QWidget *, int, std::function<void(int)>) override {}
};

/// The whole window with a folder of two contexts: sales, and stock, which reads from it.
class Bench
{
public:
    Bench()
        : workbench(std::make_unique<NoQuestions>(), Connections({}))
    {
        for (const auto &[file, text] :
             {std::pair{"sales.yaml", salesSpec}, std::pair{"stock.yaml", stockSpec}}) {
            QFile out(folder.filePath(QLatin1String(file)));
            if (out.open(QIODevice::WriteOnly))
                out.write(text);
        }
        window().resize(1400, 900);
        window().show();
    }

    bool open()
    {
        window().openPath(folder.path());
        return QTest::qWaitFor([this] { return session().isOpen() && settled(); }, slow);
    }

    bool settled() { return session().isUpToDate() && !session().isBusy(); }

    bool settle()
    {
        return QTest::qWaitFor([this] { return settled(); }, slow);
    }

    Session &session() { return workbench.session(); }

    MainWindow &window() { return workbench.window(); }

    CodeEditor *editor() { return window().editors().currentEditor(); }

    /// The caret within the first `token`, as a click would put it.
    CodeEditor *caretAt(const std::string &file, const QString &token, int within = 1)
    {
        window().editors().openFile(file);
        auto *shown = editor();
        shown->setFocus();
        QTextCursor cursor(shown->document());
        cursor.setPosition(static_cast<int>(shown->toPlainText().indexOf(token)) + within);
        shown->setTextCursor(cursor);
        return shown;
    }

    /// Where the caret is: file and selected text.
    QString here()
    {
        auto *shown = editor();
        return shown ? toQt(shown->file()) + " " + shown->textCursor().selectedText() : QString();
    }

    int line() { return editor()->textCursor().blockNumber() + 1; }

    std::string bytes(const std::string &file) { return session().text(file)->bytes(); }

    std::string onDisk(const QString &file) const
    {
        QFile in(folder.filePath(file));
        return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string("?");
    }

    UsagesView *usages() { return window().findChild<UsagesView *>(); }

    RenameDialog *dialog() { return window().findChild<RenameDialog *>(); }

    QTemporaryDir folder;
    Workbench workbench;
};

QStringList column(const QTreeView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts;
}

QString renamed(const char *text)
{
    return QString::fromUtf8(text).replace("_public.sale", "_public.deal");
}

} // namespace

class TestSymbolNavigation : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        theme::install(*qApp, theme::Mode::Light);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QVERIFY(QCoreApplication::installTranslator(&m_plurals));
    }

    // Acceptance 11
    void f12GoesToTheDeclaration()
    {
        Bench bench;
        QVERIFY(bench.open());
        auto *stock = bench.caretAt("stock.yaml", QStringLiteral("_public.sale"));
        QTest::keyClick(stock, Qt::Key_F12);
        QTRY_COMPARE_WITH_TIMEOUT(bench.here(), QStringLiteral("sales.yaml _public.sale"), slow);
        QVERIFY(bench.editor()->hasFocus());
        // On the declaration itself, F12 tells who uses it.
        QTest::keyClick(bench.editor(), Qt::Key_F12);
        QTRY_COMPARE_WITH_TIMEOUT(column(*bench.usages()->table(), 2),
                                  QStringList({"sales.yaml:8:3", "stock.yaml:7:3"}), slow);
    }

    void ctrlAndClickGoesThereToo()
    {
        Bench bench;
        QVERIFY(bench.open());
        auto *stock = bench.caretAt("stock.yaml", QStringLiteral("_public.sale"), 3);
        const QPoint at = stock->cursorRect().center();
        QTest::mouseClick(stock->viewport(), Qt::LeftButton, Qt::ControlModifier, at);
        QTRY_COMPARE_WITH_TIMEOUT(bench.here(), QStringLiteral("sales.yaml _public.sale"), slow);
    }

    void aKeywordHasNoDefinition()
    {
        Bench bench;
        QVERIFY(bench.open());
        auto *stock = bench.caretAt("stock.yaml", QStringLiteral("payload"));
        QTest::keyClick(stock, Qt::Key_F12);
        auto *status = bench.window().findChild<StatusBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(
            status->currentMessage().startsWith(QStringLiteral("There is no name of a topic")),
            slow);
        QCOMPARE(toQt(bench.editor()->file()), QStringLiteral("stock.yaml"));
    }

    // Acceptance 11
    void usagesByKeys()
    {
        Bench bench;
        QVERIFY(bench.open());
        auto *sales = bench.caretAt("sales.yaml", QStringLiteral("_public.sale"));
        QTest::keyClick(sales, Qt::Key_F12, Qt::ShiftModifier);
        auto *table = bench.usages()->table();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, slow);
        QCOMPARE(column(*table, 0), QStringList({"_public.sale:", "acme.sales._public.sale:"}));
        QCOMPARE(column(*table, 1), QStringList({"declared", "consumed"}));
        QCOMPARE(bench.usages()->findChild<QLabel *>(QStringLiteral("usagesHeadline"))->text(),
                 QStringLiteral("Topic acme.sales._public.sale: 2 places, 2 files"));
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(bench.here(), QStringLiteral("stock.yaml acme.sales._public.sale"));
        QVERIFY(bench.editor()->hasFocus());
        // The list follows the text: one line more above moves the place.
        auto *stock = bench.editor();
        stock->moveCursor(QTextCursor::Start);
        QTest::keyClicks(stock, QStringLiteral("#"));
        QTest::keyClick(stock, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(column(*table, 2),
                                  QStringList({"sales.yaml:8:3", "stock.yaml:8:3"}), slow);
    }

    // Acceptance 27
    void aRenameSaysWhatItMeans()
    {
        Bench bench;
        QFile settings(bench.folder.filePath("meshwright.yaml"));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("version: 1\n"
                       "costs: {currency: EUR, partition: 1.20, environment: prod}\n"
                       "environments:\n"
                       "  prod: {bootstrap: 'a:1', overrides: {partitions: 2, replicas: 3}}\n");
        settings.close();
        QVERIFY(bench.open());
        auto *stock = bench.caretAt("stock.yaml", QStringLiteral("_public.sale"));
        QTest::keyClick(stock, Qt::Key_F2);
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog(), slow);
        auto *effects = bench.dialog()->findChild<QLabel *>(QStringLiteral("renameEffects"));
        QVERIFY(effects->isHidden()); // nothing is changed yet
        auto *name = bench.dialog()->findChild<QLineEdit *>(QStringLiteral("renameName"));
        name->setText(QStringLiteral("_public.deal"));
        QTRY_VERIFY_WITH_TIMEOUT(effects->isVisible(), slow);
        const QString said = effects->text();
        QVERIFY2(said.contains("A plan creates the topic 'acme.sales._public.deal', empty."),
                 qPrintable(said));
        QVERIFY2(said.contains("Kafka can't rename a topic"), qPrintable(said));
        QVERIFY2(said.contains("Costs in prod: EUR 10.80 → EUR 10.80 a month"), qPrintable(said));
        QCOMPARE(bench.onDisk("sales.yaml"), std::string(salesSpec));
        name->setText(QStringLiteral("acme.sales._private.draft")); // is taken
        QTRY_VERIFY_WITH_TIMEOUT(effects->isHidden(), slow);
        bench.dialog()->reject();
    }

    // Acceptance 6, 11
    void renameIsOneStep()
    {
        Bench bench;
        QVERIFY(bench.open());
        auto *stock = bench.caretAt("stock.yaml", QStringLiteral("_public.sale"));
        QTest::keyClick(stock, Qt::Key_F2);
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog(), slow);
        auto *name = bench.dialog()->findChild<QLineEdit *>(QStringLiteral("renameName"));
        auto *apply = bench.dialog()->findChild<QPushButton *>(QStringLiteral("renameApply"));
        auto *preview =
            bench.dialog()->findChild<QPlainTextEdit *>(QStringLiteral("renamePreview"));
        auto *message = bench.dialog()->findChild<QLabel *>(QStringLiteral("renameMessage"));
        QCOMPARE(name->text(), QStringLiteral("acme.sales._public.sale"));
        QCOMPARE(name->selectedText(), QStringLiteral("sale"));
        QVERIFY(!apply->isEnabled());
        // A name that is taken, then one that is free.
        name->setText(QString());
        QTest::keyClicks(name, QStringLiteral("acme.sales._private.draft"));
        QTRY_COMPARE_WITH_TIMEOUT(
            message->text(),
            QStringLiteral("✕ There is a topic 'acme.sales._private.draft' already, in "
                           "sales.yaml: choose another name."),
            slow);
        QVERIFY(!apply->isEnabled());
        name->setText(QString());
        QTest::keyClicks(name, QStringLiteral("_public.deal"));
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), slow);
        QCOMPARE(preview->toPlainText(), QStringLiteral("sales.yaml\n"
                                                        "    8 −   _public.sale:\n"
                                                        "    8 +   _public.deal:\n"
                                                        "\n"
                                                        "stock.yaml\n"
                                                        "    7 −   acme.sales._public.sale:\n"
                                                        "    7 +   acme.sales._public.deal:"));
        const int steps = bench.session().undoStack()->count();
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!bench.dialog());
        QCOMPARE(bench.session().undoStack()->count(), steps + 1);
        QCOMPARE(QString::fromStdString(bench.bytes("sales.yaml")), renamed(salesSpec));
        QCOMPARE(QString::fromStdString(bench.bytes("stock.yaml")), renamed(stockSpec));
        QVERIFY(bench.settle());
        QVERIFY(bench.session().snapshot().topology->topic({"acme.sales._public.deal"}));
        // Saved, it can still be taken back in one step.
        QVERIFY(bench.session().saveAll());
        QCOMPARE(QString::fromStdString(bench.onDisk("sales.yaml")), renamed(salesSpec));
        bench.editor()->setFocus();
        QTest::keyClick(bench.editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.bytes("sales.yaml"), std::string(salesSpec));
        QCOMPARE(bench.bytes("stock.yaml"), std::string(stockSpec));
        QVERIFY(bench.session().isModified("sales.yaml"));
        QTest::keyClick(bench.editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QString::fromStdString(bench.bytes("stock.yaml")), renamed(stockSpec));
        QVERIFY(!bench.session().isModified("stock.yaml"));
    }

    void aDomainIsChosenInTheDialog()
    {
        Bench bench;
        QVERIFY(bench.open());
        auto *stock = bench.caretAt("stock.yaml", QStringLiteral("acme.stock"));
        QTest::keyClick(stock, Qt::Key_F2);
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog(), slow);
        auto *what = bench.dialog()->findChild<QComboBox *>(QStringLiteral("renameWhat"));
        QCOMPARE(what->count(), 2);
        QTest::keyClick(what, Qt::Key_Down);
        QCOMPARE(what->currentText(), QStringLiteral("Domain acme, with all its contexts"));
        auto *name = bench.dialog()->findChild<QLineEdit *>(QStringLiteral("renameName"));
        QCOMPARE(name->text(), QStringLiteral("acme"));
        name->setText(QStringLiteral("emca"));
        auto *apply = bench.dialog()->findChild<QPushButton *>(QStringLiteral("renameApply"));
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), slow);
        QTest::mouseClick(apply, Qt::LeftButton);
        QVERIFY(QString::fromStdString(bench.bytes("sales.yaml")).contains("urn:emca.sales"));
        QVERIFY(QString::fromStdString(bench.bytes("stock.yaml")).contains("urn:emca.stock"));
        QVERIFY(
            QString::fromStdString(bench.bytes("stock.yaml")).contains("emca.sales._public.sale:"));
    }

    void whatTheGraphSelectsIsRenamedToo()
    {
        Bench bench;
        QVERIFY(bench.open());
        bench.session().select(TopicName{"acme.sales._public.sale"});
        bench.usages()->focusList();
        bench.window().actions().get(QStringLiteral("rename"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog(), slow);
        QCOMPARE(bench.dialog()->findChild<QLineEdit *>(QStringLiteral("renameName"))->text(),
                 QStringLiteral("acme.sales._public.sale"));
        QTest::keyClick(bench.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.dialog());
        QCOMPARE(bench.bytes("sales.yaml"), std::string(salesSpec));
    }

    // Acceptance 18
    void backAndForward()
    {
        Bench bench;
        QVERIFY(bench.open());
        auto *back = bench.window().actions().get(QStringLiteral("go-back"));
        auto *forward = bench.window().actions().get(QStringLiteral("go-forward"));
        auto *stock = bench.caretAt("stock.yaml", QStringLiteral("_public.sale"));
        QTRY_VERIFY(stock->hasFocus());
        QTest::qWait(0);
        QTest::keyClick(stock, Qt::Key_F12);
        QTRY_COMPARE_WITH_TIMEOUT(bench.here(), QStringLiteral("sales.yaml _public.sale"), slow);
        QTRY_VERIFY(back->isEnabled());
        QVERIFY(!forward->isEnabled());
        // What is typed meanwhile moves the place along.
        bench.session().perform({{{"stock.yaml", {{{0, 0}, "# one line more\n"}}}}},
                                QStringLiteral("more"));
        QTest::keyClick(bench.editor(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(toQt(bench.editor()->file()), QStringLiteral("stock.yaml"));
        QCOMPARE(bench.line(), 8);
        QTRY_VERIFY(forward->isEnabled());
        QTest::keyClick(bench.editor(), Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(toQt(bench.editor()->file()), QStringLiteral("sales.yaml"));
        QCOMPARE(bench.line(), 8);
    }

    void theEditorsMenuHasThem()
    {
        Bench bench;
        QVERIFY(bench.open());
        auto *sales = bench.caretAt("sales.yaml", QStringLiteral("_public.sale"));
        QStringList offered;
        for (const QAction *action : sales->actions())
            offered << action->objectName();
        QCOMPARE(offered, QStringList({"go-to-definition", "find-usages", "rename"}));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, sales->cursorRect().center(),
                                sales->viewport()->mapToGlobal(sales->cursorRect().center()));
        QCoreApplication::sendEvent(sales->viewport(), &event);
        auto *menu = sales->findChild<QMenu *>();
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(sales->actions().constFirst()));
        menu->close();
    }

    void previewsShowLinesTogether()
    {
        const auto workspace = Workspace::fromTexts({{"a.yaml", "one two\nthree\nfour\n"}});
        const WorkspaceEdit edit{{{"a.yaml", {{{0, 3}, "1"}, {{4, 7}, "2\n2b"}, {{14, 18}, ""}}}}};
        using Kind = PreviewLine::Kind;
        const std::vector<PreviewLine> expected{
            {Kind::File, "a.yaml", 3}, {Kind::Removed, "one two", 1}, {Kind::Added, "1 2", 1},
            {Kind::Added, "2b", 2},    {Kind::Removed, "four", 3},    {Kind::Added, "", 4}};
        const auto lines = previewOf(*workspace, edit);
        for (std::size_t i = 0; i < std::max(lines.size(), expected.size()); ++i) {
            QVERIFY(i < lines.size() && i < expected.size());
            QCOMPARE(lines[i].text, expected[i].text);
            QVERIFY(lines[i] == expected[i]);
        }
    }

private:
    EnglishPlurals m_plurals;
};

QTEST_MAIN(TestSymbolNavigation)
#include "tst_symbolnavigation.moc"
