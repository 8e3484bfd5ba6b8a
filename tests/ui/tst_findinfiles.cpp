// SPDX-License-Identifier: Apache-2.0
// Find and replace in all files.
#include "ui/desk.h"

#include "ui/search/matchdelegate.h"
#include "ui/search/searchview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeWidget>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestSearch : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_search"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        auto *view = new SearchView(m_desk->files.session);
        m_desk->window.addPanel(view, QStringLiteral("Search"), "find",
                                QStringLiteral("searchDock"));
        QVERIFY(m_desk->open());
        m_desk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
        m_desk->window.actions().get(QStringLiteral("show-searchDock"))->trigger();
        QVERIFY(child<QLineEdit>("searchField")->hasFocus());
    }

    void cleanup() { m_desk.reset(); }

    void findsPlaces_data();
    void findsPlaces();
    void keepsBytesAndLineEnds();
    void stopsAtTooMany();
    void goesToAPlaceByKeys();
    void replacesInAllFilesAsOneStep();
    void leavesOutWhatIsNotTicked();
    void followsTheTexts();
    void saysWhenNothingFits();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_desk->window.findChild<Widget *>(QLatin1String(name));
    }

    QTreeWidget *tree() const { return child<QTreeWidget>("searchTree"); }

    bool finds(int files) const
    {
        return QTest::qWaitFor([&] { return tree()->topLevelItemCount() == files; });
    }

    void look(const char *text) const
    {
        QTest::keyClicks(child<QLineEdit>("searchField"), QString::fromUtf8(text));
    }

    std::unique_ptr<Desk> m_desk;
};

void TestSearch::findsPlaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("toggles"); ///< c(ase), w(ords), r(egex)
    QTest::addColumn<QString>("places");  ///< file:begin-end
    QTest::newRow("any case") << QStringLiteral("sale") << QString()
                              << QStringLiteral("a:0-4 a:10-14 b:3-7");
    QTest::newRow("its case") << QStringLiteral("sale") << QStringLiteral("c")
                              << QStringLiteral("a:10-14 b:3-7");
    QTest::newRow("words") << QStringLiteral("sale") << QStringLiteral("w")
                           << QStringLiteral("a:0-4 b:3-7");
    QTest::newRow("a pattern") << QStringLiteral("^\\S+:") << QStringLiteral("r")
                               << QStringLiteral("a:0-5 a:8-16 b:0-2");
    QTest::newRow("a dot is a dot") << QStringLiteral(".") << QString() << QString();
    QTest::newRow("no pattern") << QStringLiteral("(") << QStringLiteral("r") << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void TestSearch::findsPlaces()
{
    QFETCH(QString, text);
    QFETCH(QString, toggles);
    QFETCH(QString, places);
    const std::map<std::string, Text> texts{{"a", makeText("Sale: 1\nresales: 2\n")},
                                            {"b", makeText("b: sale\n")}};
    const SearchPattern pattern{text, toggles.contains(QLatin1Char('c')),
                                toggles.contains(QLatin1Char('w')),
                                toggles.contains(QLatin1Char('r'))};
    QStringList found;
    for (const FileMatches &file : searchTexts(texts, pattern).files)
        for (const TextMatch &match : file.matches)
            found.append(QStringLiteral("%1:%2-%3")
                             .arg(QString::fromStdString(file.file))
                             .arg(match.range.begin)
                             .arg(match.range.end));
    QCOMPARE(found.join(QLatin1Char(' ')), places);
}

void TestSearch::keepsBytesAndLineEnds()
{
    const Text text = makeText("\xEF\xBB\xBF\xC3\xA4: \xF0\x9F\x90\x9F x\r\n# x\r\n");
    const SearchPattern pattern{QStringLiteral("(x)"), false, false, true};
    const SearchResult found = searchTexts({{"t", text}}, pattern);
    QCOMPARE(found.count, 2);
    const WorkspaceEdit edit = replacing(found, pattern, QStringLiteral("<\\1>"), {{0, 1}});
    const auto changed = applyEdits(*text, edit.files.at("t"));
    QVERIFY(changed);
    QCOMPARE((*changed)->bytes(),
             std::string("\xEF\xBB\xBF\xC3\xA4: \xF0\x9F\x90\x9F <x>\r\n# x\r\n"));
}

void TestSearch::stopsAtTooMany()
{
    const SearchResult found =
        searchTexts({{"a", makeText(std::string(mostMatches + 10, 'x'))}, {"b", makeText("x")}},
                    {QStringLiteral("x")});
    QCOMPARE(found.count, mostMatches);
    QVERIFY(found.isCut);
}

void TestSearch::goesToAPlaceByKeys()
{
    look("_private.draft");
    QVERIFY(finds(1));
    QTest::keyClick(child<QLineEdit>("searchField"), Qt::Key_Return);
    QVERIFY(tree()->hasFocus());
    QTest::keyClick(tree(), Qt::Key_Return);
    CodeEditor *editor = m_desk->window.editors().currentEditor();
    QVERIFY(editor);
    QCOMPARE(editor->textCursor().selectedText(), QStringLiteral("_private.draft"));
    QVERIFY(editor->hasFocus());
}

void TestSearch::replacesInAllFilesAsOneStep()
{
    look("_public.sale");
    QVERIFY(finds(2));
    QTest::keyClicks(child<QLineEdit>("searchReplace"), QStringLiteral("_public.sold"));
    const QTreeWidgetItem *row = tree()->topLevelItem(0)->child(0);
    QCOMPARE(row->data(0, MatchDelegate::ReplacementRole).toString(),
             QStringLiteral("_public.sold"));
    takePictures(m_desk->window, "search");
    const std::string sales = m_desk->files.bytes("sales.yaml");
    const std::string stock = m_desk->files.bytes("stock.yaml");
    auto *button = child<QPushButton>("searchReplaceAll");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(m_desk->files.bytes("sales.yaml").find("  _public.sold:") != std::string::npos);
    QVERIFY(m_desk->files.bytes("stock.yaml").find("acme.sales._public.sold:") !=
            std::string::npos);
    QCOMPARE(m_desk->files.session.undoStack()->count(), 1);
    m_desk->files.session.undoStack()->undo();
    QCOMPARE(m_desk->files.bytes("sales.yaml"), sales);
    QCOMPARE(m_desk->files.bytes("stock.yaml"), stock);
}

void TestSearch::leavesOutWhatIsNotTicked()
{
    look("_public.sale");
    QVERIFY(finds(2));
    QTest::keyClicks(child<QLineEdit>("searchReplace"), QStringLiteral("x"));
    const std::string stock = m_desk->files.bytes("stock.yaml");
    tree()->setFocus();
    tree()->setCurrentItem(tree()->topLevelItem(1)->child(0));
    QTest::keyClick(tree(), Qt::Key_Space);
    QTest::mouseClick(child<QPushButton>("searchReplaceAll"), Qt::LeftButton);
    QCOMPARE(m_desk->files.bytes("stock.yaml"), stock);
    QVERIFY(m_desk->files.bytes("sales.yaml").find("  x:") != std::string::npos);
}

void TestSearch::followsTheTexts()
{
    look("firstword");
    QVERIFY(QTest::qWaitFor([&] { return !tree()->isVisible(); }));
    CodeEditor *editor = m_desk->edit("stock.yaml");
    QTest::keyClicks(editor, QStringLiteral("# firstword "));
    QVERIFY(finds(1));
}

void TestSearch::saysWhenNothingFits()
{
    look("nobody wrote this");
    QTRY_VERIFY(!tree()->isVisible());
    QVERIFY(!child<QPushButton>("searchReplaceAll")->isEnabled());
    for (const char *name : {"searchCase", "searchWord", "searchRegex"})
        QVERIFY(!child<QToolButton>(name)->accessibleName().isEmpty());
}

QTEST_MAIN(TestSearch)
#include "tst_findinfiles.moc"
