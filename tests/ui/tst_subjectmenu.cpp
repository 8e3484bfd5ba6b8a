// SPDX-License-Identifier: Apache-2.0
// Whose menu it is, and that its subject stays selected in every view when an act renames it.
#include "ui/windowbench.h"

#include "ui/designer/designersplit.h"
#include "ui/editor/editorpage.h"
#include "ui/graph/graphcanvas.h"

#include <QComboBox>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestSubjectMenu : public QObject
{
    Q_OBJECT

public:
    static void initMain() { useOwnHome(); }

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    void theMenuNamesItsSubject_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("name");
        QTest::newRow("context") << "sales"
                                 << "acme.sales";
        QTest::newRow("topic") << "_public.sale"
                               << "acme.sales._public.sale";
    }

    void theMenuNamesItsSubject()
    {
        QFETCH(QString, row);
        QFETCH(QString, name);
        WindowBench b;
        QVERIFY(b.open());
        QMenu *menu = b.menuOf(qPrintable(row));
        QVERIFY(menu);
        isTitled(*menu, name);
        menu->close();
        auto *canvas = b.window().findChild<GraphCanvas *>();
        QTRY_VERIFY_WITH_TIMEOUT(canvas->scene(), slow);
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Menu);
        QTRY_VERIFY_WITH_TIMEOUT(b.menu(), slow);
        isTitled(*b.menu(), name);
        b.menu()->close();
    }

    void aLongNameIsElidedInTheMiddle()
    {
        const std::string type(100, 'x');
        std::string spec = salesSpec;
        spec.replace(spec.find("_public.sale"), 12, "_public." + type);
        WindowBench b(Texts{{"sales.yaml", spec}});
        QVERIFY(b.open());
        QMenu *menu = b.menuOf(("_public." + type).c_str());
        QVERIFY(menu);
        QVERIFY(menu->width() < 600);
        const QString title = menu->actions().constFirst()->text();
        QVERIFY2(title.startsWith("acme.sales._") && title.endsWith("xxx"), qPrintable(title));
        QVERIFY(menu->accessibleName().contains(QString::fromStdString(type)));
        menu->close();
    }

    void theGroundHasNoTitle()
    {
        WindowBench b;
        QVERIFY(b.open());
        QMenu *menu = b.menuOf("acme"); // a domain is nobody's subject
        QVERIFY(menu);
        QVERIFY(!menu->actions().constFirst()->isSeparator());
        QCOMPARE(menu->accessibleName(), QString("What can be done here"));
        menu->close();
    }

    void aTopicStaysSelectedUnderItsNewName()
    {
        WindowBench b;
        QVERIFY(b.open());
        b.window().editors().openFile("sales.yaml");
        b.window().editors().currentPage()->split()->setDesigning(true);
        changeAccess(b, "_public.sale", "_protected");
        isSelected(b, "_protected.sale");
        // Undo brings back the name, and what is selected with it.
        b.activate();
        QTest::keyClick(&b.window(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(b.settle());
        isSelected(b, "_public.sale");
    }

    void theEmptyGraphOpensAFolder()
    {
        WindowBench b(Texts{{"readme.md", "# nothing\n"}});
        QVERIFY(b.open());
        QSignalSpy asked(b.window().actions().get("open-folder"), &QAction::triggered);
        auto *button = b.window().findChild<QPushButton *>("graphOpenFolder");
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

private:
    /// In a row of its own, which no style hides, and for a screen reader.
    static void isTitled(const QMenu &menu, const QString &name)
    {
        QAction *title = menu.actions().constFirst();
        QVERIFY(title->isSeparator());
        QCOMPARE(title->text(), name);
        QVERIFY(menu.actionGeometry(title).height() >= menu.fontMetrics().height());
        QVERIFY(menu.width() >= menu.fontMetrics().horizontalAdvance(name));
        QCOMPARE(menu.accessibleName(), "What can be done with " + name);
    }

    static void changeAccess(WindowBench &b, const char *row, const char *keyword)
    {
        WindowBench::choose(b.menuOf(row), "Change access…");
        QVERIFY(b.dialog());
        auto *access = b.inDialog<QComboBox>("actAccess");
        QTest::keyClicks(access, QString::fromLatin1(keyword));
        QCOMPARE(access->currentText(), QString::fromLatin1(keyword));
        QVERIFY(b.doIt());
    }

    /// In the session, the explorer, the graph and the designer's panel.
    static void isSelected(WindowBench &b, const QString &local)
    {
        const std::string name = "acme.sales." + local.toStdString();
        QTRY_COMPARE_WITH_TIMEOUT(b.session().selection(), Selection(TopicName{name}), slow);
        QTRY_COMPARE_WITH_TIMEOUT(b.tree()->currentIndex().data().toString(), local, slow);
        const auto *canvas = b.window().findChild<GraphCanvas *>();
        const auto isInTheGraph = [&] {
            const auto owner = canvas->scene()->cardOf(ContextId{"acme.sales"});
            return canvas->framed() == std::set<std::size_t>{*owner};
        };
        QTRY_VERIFY_WITH_TIMEOUT(isInTheGraph(), slow);
        const auto *panel = b.window().findChild<QLabel *>("designerTopicName");
        QTRY_COMPARE_WITH_TIMEOUT(panel->text(), QString::fromStdString(name), slow);
    }
};

QTEST_MAIN(TestSubjectMenu)
#include "tst_subjectmenu.moc"
