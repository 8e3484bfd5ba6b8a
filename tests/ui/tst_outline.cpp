// SPDX-License-Identifier: Apache-2.0
// Where the caret is: the outline and the path above the editor.
#include "ui/desk.h"

#include "ui/editor/breadcrumbs.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/outlinemodel.h"
#include "ui/editor/outlineview.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestOutline : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_outline"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        auto *view = new OutlineView(m_desk->files.session, m_desk->window.editors());
        m_desk->window.addSidePanel(view, QStringLiteral("Outline"), "explorer",
                                    QStringLiteral("outlineDock"),
                                    QKeySequence(QStringLiteral("Ctrl+Shift+O")));
        QVERIFY(m_desk->open());
        m_editor = m_desk->edit("sales.yaml");
        m_desk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
        m_editor->setFocus();
    }

    void cleanup() { m_desk.reset(); }

    void stepsLeadToTheCaret_data();
    void stepsLeadToTheCaret();
    void theModelIsSound();
    void thePathFollowsTheCaretAndLeadsIt();
    void thePathIsReachedByKeys();
    void theOutlineFollowsTheCaret();
    void filteredByKeysItGoesThere();
    void openBranchesStayOpen();

private:
    void putCaret(const char *text) const
    {
        QTextCursor cursor = m_editor->document()->find(QString::fromUtf8(text));
        cursor.setPosition(cursor.selectionStart());
        m_editor->setTextCursor(cursor);
    }

    QTreeView *tree() const
    {
        return m_desk->window.findChild<QTreeView *>(QStringLiteral("outlineTree"));
    }

    QString current() const { return tree()->currentIndex().data().toString(); }

    QStringList path() const
    {
        return m_desk->window.editors().currentPage()->breadcrumbs()->names();
    }

    std::unique_ptr<Desk> m_desk;
    CodeEditor *m_editor = nullptr;
};

void TestOutline::stepsLeadToTheCaret_data()
{
    QTest::addColumn<QByteArray>("text"); ///< with a | where the caret is
    QTest::addColumn<QString>("path");
    QTest::newRow("a key") << QByteArray("a:\n  b|: 1\n") << QStringLiteral("a b");
    QTest::newRow("a value") << QByteArray("a:\n  b: 1|\n") << QStringLiteral("a b");
    QTest::newRow("an item by its name")
        << QByteArray("a:\n  - x: 1\n  - name: second\n    y: |2\n")
        << QStringLiteral("a second y");
    QTest::newRow("an item by its place")
        << QByteArray("a: [[1], [2|]]\n") << QStringLiteral("a [1] 2");
    QTest::newRow("between entries") << QByteArray("a: 1\n\n|\nb: 2\n") << QString();
    QTest::newRow("nothing") << QByteArray("|") << QString();
}

void TestOutline::stepsLeadToTheCaret()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    const auto caret = std::size_t(text.indexOf('|'));
    text.remove(int(caret), 1);
    const auto document = yaml::Document::parse(makeText(text.toStdString()));
    QStringList names;
    for (const PlaceStep &step : stepsTo(*document, caret))
        names.append(step.name);
    QCOMPARE(names.join(QLatin1Char(' ')), path);
}

void TestOutline::theModelIsSound()
{
    OutlineModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(yaml::Document::parse(makeText(salesSpec)));
    const QModelIndex channels = model.index(3, 0);
    QCOMPARE(channels.data().toString(), QStringLiteral("channels"));
    QCOMPARE(model.rowCount(channels), 2);
    const QModelIndex sale = model.index(0, 0, channels);
    QCOMPARE(model.pathOf(sale),
             QStringList({QStringLiteral("channels"), QStringLiteral("_public.sale")}));
    QCOMPARE(model.find(model.pathOf(sale)), sale);
    QVERIFY(!model.find({QStringLiteral("channels"), QStringLiteral("x")}).isValid());
    model.setDocument(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

// Acceptance 12
void TestOutline::thePathFollowsTheCaretAndLeadsIt()
{
    putCaret("partitions");
    const QStringList expected{QStringLiteral("channels"), QStringLiteral("_public.sale"),
                               QStringLiteral("bindings"), QStringLiteral("kafka"),
                               QStringLiteral("partitions")};
    QTRY_COMPARE(path(), expected);
    takePictures(m_desk->window, "outline");
    auto *crumbs = m_desk->window.editors().currentPage()->breadcrumbs();
    for (QToolButton *button : crumbs->findChildren<QToolButton *>())
        QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(crumbs->findChildren<QToolButton *>().at(1), Qt::LeftButton);
    QCOMPARE(m_editor->textCursor().selectedText(), QStringLiteral("_public.sale"));
    QTRY_COMPARE(path().last(), QStringLiteral("_public.sale"));
    QVERIFY(m_editor->hasFocus());
}

void TestOutline::thePathIsReachedByKeys()
{
    putCaret("partitions");
    QTRY_COMPARE(path().size(), 5);
    m_desk->window.actions().get(QStringLiteral("path"))->trigger();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_editor->textCursor().selectedText(), QStringLiteral("kafka"));
    QVERIFY(m_editor->hasFocus());
}

// Acceptance 12
void TestOutline::theOutlineFollowsTheCaret()
{
    QVERIFY(tree()->isVisible());
    putCaret("title");
    QTRY_COMPARE(current(), QStringLiteral("title"));
    putCaret("_private.draft");
    QTRY_COMPARE(current(), QStringLiteral("_private.draft"));
    m_desk->edit("stock.yaml");
    QTRY_COMPARE(current(), QStringLiteral("asyncapi"));
}

void TestOutline::filteredByKeysItGoesThere()
{
    m_desk->window.actions().get(QStringLiteral("show-outlineDock"))->trigger();
    auto *filter = m_desk->window.findChild<QLineEdit *>(QStringLiteral("outlineFilter"));
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("partit"));
    QCOMPARE(current(), QStringLiteral("partitions"));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(m_editor->textCursor().selectedText(), QStringLiteral("partitions"));
    QVERIFY(m_editor->hasFocus());
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QCOMPARE(tree()->model()->rowCount(), 4);
}

void TestOutline::openBranchesStayOpen()
{
    const QModelIndex channels = tree()->model()->index(3, 0);
    tree()->setExpanded(channels, true);
    QTextCursor cursor(m_editor->document());
    m_editor->setTextCursor(cursor);
    QTest::keyClicks(m_editor, QStringLiteral("# a remark"));
    QTest::keyClick(m_editor, Qt::Key_Return);
    QVERIFY(m_desk->files.settle());
    QVERIFY(tree()->isExpanded(tree()->model()->index(3, 0)));
    QVERIFY(!tree()->isExpanded(tree()->model()->index(2, 0)));
}

QTEST_MAIN(TestOutline)
#include "tst_outline.moc"
