// SPDX-License-Identifier: Apache-2.0
// Search everywhere, the palette, and links that are copied and opened again; by keys alone.
#include "ui/desk.h"

#include "ui/everywhere/indexer.h"
#include "ui/everywhere/searchpopup.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/destination.h"
#include "ui/shell/navigator.h"
#include "ui/shell/subjectmenu.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

Q_DECLARE_METATYPE(Destination)

namespace {

constexpr int slow = 30000;

/// The whole window with a folder open and indexed.
struct Bench
{
    explicit Bench(const Texts &texts = {{"sales.yaml", salesSpec}, {"stock.yaml", stockSpec}})
        : files(texts)
        , bench(std::make_unique<ScriptedQuestions>(), Connections({}))
    {
        window().show();
        window().activateWindow();
    }

    bool open()
    {
        bench.start(files.folder.path());
        auto *indexer = window().findChild<Indexer *>();
        return QTest::qWaitForWindowActive(&window()) &&
               QTest::qWaitFor([&] { return session().isOpen() && !indexer->isBehind(); }, slow);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), key, modifiers);
    }

    SearchPopup *search(const char *typed)
    {
        press(Qt::Key_P, Qt::ControlModifier);
        auto *popup = window().findChild<SearchPopup *>();
        if (popup)
            QTest::keyClicks(popup->findChild<QLineEdit *>(), QLatin1String(typed));
        return popup;
    }

    /// Searches, and opens the first hit.
    void goTo(const char *typed)
    {
        SearchPopup *popup = search(typed);
        QVERIFY(popup);
        QTest::keyClick(popup->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(!window().findChild<SearchPopup *>());
    }

    CodeEditor *editor() { return window().editors().currentEditor(); }

    MainWindow &window() { return bench.window(); }

    Session &session() { return bench.session(); }

    QString notice() { return window().findChild<QLabel *>(QStringLiteral("noticeText"))->text(); }

    SessionFixture files;
    Workbench bench;
};

QStringList namesIn(const QListWidget *list)
{
    QStringList names;
    for (int i = 0; i < list->count(); ++i)
        names.append(list->item(i)->text());
    return names;
}

QListWidget *listOf(QWidget *popup)
{
    return popup->findChild<QListWidget *>();
}

Destination place(const QString &workspace, const char *file, int line, int column)
{
    return {Destination::Kind::Place, workspace, {}, QLatin1String(file), line, column};
}

} // namespace

class TestNavigation : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        static const QTemporaryDir home;
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(name, home.path().toLocal8Bit());
    }

private slots:

    void init() { QSettings().clear(); }

    // Acceptance 17
    void searchOpensThePlace()
    {
        Bench b;
        QVERIFY(b.open());
        b.goTo("t:draft");
        QCOMPARE(b.editor()->file(), std::string("sales.yaml"));
        QCOMPARE(b.editor()->textCursor().selectedText(), QStringLiteral("_private.draft"));
        QCOMPARE(b.window().focusWidget(), b.editor());
        QCOMPARE(b.session().selection(), Selection(TopicName{"acme.sales._private.draft"}));
        b.goTo("d:stock");
        QCOMPARE(b.editor()->file(), std::string("stock.yaml"));
        QCOMPARE(b.session().selection(), Selection(ContextId{"acme.stock"}));
        b.goTo("sales.yaml");
        QCOMPARE(b.editor()->file(), std::string("sales.yaml"));
        b.goTo("p:user stock");
        QCOMPARE(b.editor()->file(), std::string("stock.yaml"));
        b.goTo("a:text");
        QVERIFY(b.window().actions().get(QStringLiteral("mode-text"))->isChecked());
        b.goTo("r:naming/unknown");
        auto *filter = b.window().findChild<QLineEdit *>(QStringLiteral("problemsFilter"));
        QCOMPARE(filter->text(), QStringLiteral("naming/unknown-keyword"));
    }

    void searchIsKeyboardOnly()
    {
        Bench b;
        QVERIFY(b.open());
        SearchPopup *popup = b.search("t:acme");
        QVERIFY(popup);
        QCOMPARE(namesIn(listOf(popup)),
                 (QStringList{QStringLiteral("acme.sales._public.sale"),
                              QStringLiteral("acme.sales._private.draft")}));
        auto *field = popup->findChild<QLineEdit *>();
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Down); // stays at the last
        QCOMPARE(listOf(popup)->currentRow(), 1);
        QTest::keyClick(field, Qt::Key_Up);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(b.editor()->textCursor().selectedText(), QStringLiteral("_private.draft"));
        popup = b.search("x");
        QTest::keyClick(popup->findChild<QLineEdit *>(), Qt::Key_Escape);
        QTRY_VERIFY(!b.window().findChild<SearchPopup *>());
    }

    void searchFollowsTheText()
    {
        Bench b;
        QVERIFY(b.open());
        QVERIFY(b.session().perform(replacing(b, "_public.sale", "_public.zebra"),
                                    QStringLiteral("Rename")));
        SearchPopup *popup = b.search("t:zebra");
        QTRY_COMPARE(namesIn(listOf(popup)),
                     QStringList{QStringLiteral("acme.sales._public.zebra")});
    }

    void searchSaysWhyThereIsNothing()
    {
        Bench b;
        QVERIFY(b.open());
        SearchPopup *popup = b.search("qqzz");
        auto *hint = popup->findChild<QLabel *>(QStringLiteral("searchHint"));
        QCOMPARE(listOf(popup)->count(), 0);
        QVERIFY(hint->text().contains(QLatin1String("Nothing here")));
        auto *field = popup->findChild<QLineEdit *>();
        field->clear();
        QVERIFY(!hint->text().contains(QLatin1String("glossary")));
        QTest::keyClicks(field, QStringLiteral("g:"));
        QVERIFY(hint->text().contains(QLatin1String("There is no glossary here")));
    }

    void searchFindsTheGlossary()
    {
        Bench b(Texts{{"sales.yaml", salesSpec},
                      {"meshwright.yaml", "version: 1\nglossary:\n  - {term: sale}\n"}});
        QVERIFY(b.open());
        b.goTo("g:sal");
        QCOMPARE(b.editor()->file(), std::string("meshwright.yaml"));
    }

    // Acceptance 16
    void thePaletteAndTheMenusAreOne()
    {
        Bench b;
        QVERIFY(b.open());
        QSet<QAction *> shown;
        const auto collect = [&](const QList<QAction *> &actions) {
            for (QAction *action : actions)
                if (action && !action->isSeparator() && !action->menu() &&
                    !action->text().isEmpty())
                    shown.insert(action);
        };
        for (const QMenu *menu : b.window().menuBar()->findChildren<QMenu *>())
            collect(menu->actions());
        for (const QToolBar *bar : b.window().findChildren<QToolBar *>())
            collect(bar->actions());
        const QSet<QAction *> inBars = shown;
        for (const Selection &subject : {Selection(), Selection(ContextId{"acme.sales"}),
                                         Selection(TopicName{"acme.sales._public.sale"})}) {
            const QList<QAction *> menu = subjectActions(b.window().actions(), subject);
            QVERIFY(menu.size() > 4);
            collect(menu);
        }
        QCOMPARE(shown - inBars, QSet<QAction *>()); // nothing for right clicks alone
        const QList<QAction *> all = b.window().actions().all();
        const QSet<QAction *> known(all.cbegin(), all.cend());
        QCOMPARE(shown - known, QSet<QAction *>()); // nothing that the palette lacks
        QCOMPARE(known - shown, QSet<QAction *>()); // nothing that only the palette has
        QVERIFY(known.size() > 40);
        b.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *palette = b.window().findChild<CommandPalette *>();
        QVERIFY(palette);
        QCOMPARE(listOf(palette)->count(), int(known.size()) - 1); // not itself
    }

    void thePaletteKnowsTheEditorsMenu()
    {
        Bench b;
        QVERIFY(b.open());
        b.window().editors().openFile("sales.yaml");
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
        QApplication::sendEvent(b.editor()->viewport(), &event);
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
        QStringList names;
        for (const QAction *action : b.window().actions().all())
            names.append(plain(action->text()));
        for (const QAction *action : menu->actions())
            if (!action->isSeparator() && !action->menu())
                QVERIFY2(names.contains(plain(action->text())), qPrintable(action->text()));
        menu->close();
    }

    // Acceptance 16
    void thePaletteLearns()
    {
        Bench b;
        QVERIFY(b.open());
        const auto openPalette = [&] {
            b.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            return b.window().findChild<CommandPalette *>();
        };
        for (int i = 0; i < 2; ++i) {
            CommandPalette *palette = openPalette();
            QVERIFY(palette);
            auto *field = palette->findChild<QLineEdit *>();
            QTest::keyClicks(field, QStringLiteral("lower hide")); // in any order
            QCOMPARE(namesIn(listOf(palette)).first(),
                     QStringLiteral("Show or hide the lower views"));
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY(!b.window().findChild<CommandPalette *>());
        }
        CommandPalette *palette = openPalette();
        QVERIFY(palette);
        QCOMPARE(namesIn(listOf(palette)).first(), QStringLiteral("Show or hide the lower views"));
        palette->close();
    }

    void linksComeBack_data()
    {
        QTest::addColumn<Destination>("destination");
        using Kind = Destination::Kind;
        const QString folder = QStringLiteral("/home/me/my specs & more/ä+b#c%20");
        QTest::newRow("context") << Destination{
            Kind::Context, folder, QStringLiteral("acme.sales"), {}, 0, 0};
        QTest::newRow("topic") << Destination{
            Kind::Topic, folder, QStringLiteral("acme.sales._public.sale"), {}, 0, 0};
        QTest::newRow("line") << place(folder, "a b/c&d=e.yaml", 12, 3);
        QTest::newRow("file") << place(folder, "a.yaml", 0, 0);
        QTest::newRow("problem") << Destination{Kind::Problem,
                                                folder,
                                                QStringLiteral("naming/pattern"),
                                                QStringLiteral("a.yaml"),
                                                7,
                                                0};
        QTest::newRow("plan") << Destination{Kind::Plan, folder, {}, {}, 0, 0};
        Destination graph{Kind::Graph, folder, {}, {}, 0, 0};
        QTest::newRow("graph") << graph;
        graph.graph.view.name = "Ours & theirs=100 %";
        QTest::newRow("view") << graph;
        graph.graph = {{{}, {}, graph::Focus{{"acme.sales"}, {}, graph::Direction::Upstream}},
                       true};
        graph.graph.view.filter.set(graph::Facet::Tag, "p&i=i", true);
        graph.graph.view.filter.set(graph::Facet::Tag, "b", true);
        graph.graph.view.filter.set(graph::Facet::Status, "errors", true);
        QTest::newRow("look") << graph;
        graph.graph.view.focus->hops = 2;
        QTest::newRow("near") << graph;
    }

    void linksComeBack()
    {
        QFETCH(Destination, destination);
        const QString link = linkTo(destination);
        QVERIFY(isLink(link));
        QVERIFY(!link.contains(QLatin1Char(' ')));
        const auto read = readLink(link);
        QVERIFY2(read.has_value(), qPrintable(link));
        QCOMPARE(*read, destination);
    }

    void badLinksAreRefusedInASentence_data()
    {
        QTest::addColumn<QString>("link");
        const auto row = [](const char *link) { QTest::newRow(link) << QString::fromLatin1(link); };
        row("meshwright:");
        row("meshwright://open");
        row("meshwright://run?workspace=/a&file=b");
        row("meshwright://open?file=a.yaml");
        row("meshwright://open?workspace=relative&file=a.yaml");
        row("meshwright://open?workspace=/a");
        row("meshwright://open?workspace=/a&topic=");
        row("meshwright://open?workspace=/a&problem=x");
        row("meshwright://open?workspace=/a&view=kitchen");
        row("meshwright://open?workspace=/a&file=../../etc/passwd");
        row("meshwright://open?workspace=/a&file=/etc/passwd");
        row("meshwright://open?workspace=/a&file=b&line=x");
        row("meshwright://open?workspace=/a&file=b&line=0");
        row("meshwright://open?workspace=%2");
        row("meshwright://open?workspace=/a&view=graph&focus=acme.x&hops=many");
        row("meshwright://open?workspace=/a&view=graph&focus=acme.x&hops=-1");
        row("meshwright://open?workspace=/a&view=graph&hops=x");
        row("meshwright://open?workspace=/a&view=graph&focus=acme.x&direction=sideways");
    }

    void badLinksAreRefusedInASentence()
    {
        QFETCH(QString, link);
        const auto read = readLink(link);
        QVERIFY(!read);
        const QString why = toQt(read.error().message);
        QVERIFY(why.endsWith(QLatin1Char('.')) && !why.contains(QLatin1Char('\n')));
    }

    // Acceptance 19
    void aCopiedLinkOpensThePlaceAgain()
    {
        Bench b;
        QVERIFY(b.open());
        const auto copied = [&](const char *action) {
            QApplication::clipboard()->clear();
            b.window().actions().get(QLatin1String(action))->trigger();
            return QApplication::clipboard()->text();
        };
        QVERIFY(copied("copy-link-problem").isEmpty()); // says why
        QVERIFY(b.window().statusBar()->currentMessage().contains(QLatin1String("No problem")));
        b.goTo("t:draft");
        const QString line = copied("copy-link-place");
        const QString topic = copied("copy-link-selection");
        const QString plan = copied("copy-link-plan");
        const std::size_t caret = b.editor()->caretOffset();

        Bench other(Texts{{"other.yaml", stockSpec}});
        QVERIFY(other.open());
        other.bench.open(readLink(line).value()); // another workspace is opened for it
        QTRY_COMPARE(other.session().rootPath(), b.files.folder.path());
        QTRY_VERIFY(other.editor() && other.editor()->file() == "sales.yaml");
        QCOMPARE(other.editor()->caretOffset(), caret);
        other.window().editors().openFile("stock.yaml");
        other.bench.open(readLink(topic).value());
        QCOMPARE(other.session().selection(), Selection(TopicName{"acme.sales._private.draft"}));
        QCOMPARE(other.editor()->file(), std::string("sales.yaml"));
        other.bench.open(readLink(plan).value());
        auto *dock = other.window().findChild<QWidget *>(QStringLiteral("planDock"));
        QTRY_VERIFY(dock->geometry().right() >= 0);
    }

    void aLinkToAProblemFindsIt()
    {
        std::string wrong = salesSpec;
        wrong.replace(wrong.find("_public.sale"), 12, "_pubic.sale");
        Bench b(Texts{{"sales.yaml", wrong}});
        QVERIFY(b.open());
        auto *table = b.window().findChild<QTreeView *>(QStringLiteral("problemsTable"));
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 1).data().toString() ==
                QLatin1String("naming/unknown-keyword"))
                table->setCurrentIndex(table->model()->index(row, 0));
        b.window().actions().get(QStringLiteral("copy-link-problem"))->trigger();
        const auto link = readLink(QApplication::clipboard()->text());
        QVERIFY(link);
        QCOMPARE(link->name, QStringLiteral("naming/unknown-keyword"));
        b.window().editors().closeAll();
        b.bench.open(*link);
        QVERIFY(!b.editor()->textCursor().hasSelection());
        QVERIFY(b.editor()
                    ->toPlainText()
                    .mid(b.editor()->textCursor().position())
                    .startsWith(QLatin1String("_pubic.sale")));
        Destination gone = *link;
        gone.name = QStringLiteral("naming/pattern");
        b.bench.open(gone);
        QVERIFY(b.notice().contains(QLatin1String("no longer found")));
    }

    void whatALinkNamesMayBeGone_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("said");
        QTest::newRow("topic") << QStringLiteral("topic=acme.gone") << QStringLiteral("no topic");
        QTest::newRow("context") << QStringLiteral("context=acme.gone")
                                 << QStringLiteral("no context");
        QTest::newRow("file") << QStringLiteral("file=gone.yaml") << QStringLiteral("no file");
        QTest::newRow("view") << QStringLiteral("view=graph&name=Gone")
                              << QStringLiteral("no view Gone");
        QTest::newRow("focus") << QStringLiteral("view=graph&focus=acme.gone")
                               << QStringLiteral("no context acme.gone");
        QTest::newRow("line") << QStringLiteral("file=sales.yaml&line=4000")
                              << QStringLiteral("no line 4000");
    }

    void whatALinkNamesMayBeGone()
    {
        QFETCH(QString, part);
        QFETCH(QString, said);
        Bench b;
        QVERIFY(b.open());
        const QString link =
            QStringLiteral("meshwright://open?workspace=%1&%2").arg(b.files.folder.path(), part);
        b.bench.open(readLink(link).value());
        QVERIFY2(b.notice().contains(said), qPrintable(b.notice()));
    }

private:
    static WorkspaceEdit replacing(Bench &b, const std::string &from, const std::string &to)
    {
        const std::size_t at = b.session().text("sales.yaml")->bytes().find(from);
        return {{{"sales.yaml", {{{at, at + from.size()}, to}}}}};
    }

    static QString plain(QString text)
    {
        text = text.section(QLatin1Char('\t'), 0, 0);
        return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    }
};

QTEST_MAIN(TestNavigation)
#include "tst_navigation.moc"
