// SPDX-License-Identifier: Apache-2.0
// What is asked of the graph beside its picture, by keys and clicks.
#include "ui/graphbench.h"

#include "ui/graph/contexttable.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/insightspanel.h"
#include "ui/graph/lookbar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestGraphQuestions : public GraphTest
{
    Q_OBJECT

private slots:

    void initTestCase() { writeSpecs(); }

    void init() { makeView(); }

    void cleanup()
    {
        dropView();
        QFile::remove(m_folder.filePath(graph::viewsFileName));
    }

    // Acceptance 22
    void aFocusGrowsAndIsLeftStepByStep()
    {
        openPanel();
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, centreOf(ledger));
        QVERIFY(m_view->focusOnSelection());
        QTRY_COMPARE(matched(), QStringLiteral("campaign ledger shop"));
        QVERIFY(bar().isVisible());
        QVERIFY(text().contains(QStringLiteral("around Ledger")));
        choose(QStringLiteral("graphDirection"), 2);
        QCOMPARE(matched(), QStringLiteral("ledger"));
        choose(QStringLiteral("graphDirection"), 1);
        QCOMPARE(matched(), QStringLiteral("campaign ledger shop"));
        choose(QStringLiteral("graphHops"), 3);
        QCOMPARE(inquiry().look().focus->hops, std::nullopt);
        QTest::keyClick(canvas(), Qt::Key_Escape); // the selection first
        QCOMPARE(m_session->selection(), Selection(std::monostate{}));
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QCOMPARE(inquiry().look().focus->hops, std::optional(1));
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QVERIFY(inquiry().look().isEmpty());
        QVERIFY(!bar().isVisible());
    }

    void theRestCanBeLeftOut()
    {
        openPanel();
        const GraphScenePtr whole = canvas()->scene();
        m_view->focusOn(campaign);
        QTRY_COMPARE(matched(), QStringLiteral("campaign ledger"));
        button(QStringLiteral("graphOnlyThese"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->scene()->cards.size(), std::size_t(2), slow);
        button(QStringLiteral("graphShowAll"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->scene()->cards.size(), std::size_t(3), slow);
        QCOMPARE(canvas()->scene()->picture.nodes, whole->picture.nodes);
    }

    void aPartThatIsNotWantedAnyMoreIsNotShown()
    {
        openPanel();
        Look look;
        look.focus = graph::Focus{campaign, 1, graph::Direction::Both};
        look.onlyThese = true;
        inquiry().ask(look);
        inquiry().clear(); // before it is drawn
        QTest::qWait(1500);
        QCOMPARE(canvas()->scene()->cards.size(), std::size_t(3));
    }

    void whereNothingFitsAllPales()
    {
        openPanel();
        const QImage before = canvas()->grab().toImage();
        Look look;
        look.filter.set(graph::Facet::Tag, "nowhere", true);
        inquiry().ask(look);
        QCOMPARE(matched(), QString());
        QVERIFY(canvas()->grab().toImage() != before);
        QTreeWidgetItem *unknown = filter(QStringLiteral("nowhere"));
        QVERIFY(unknown);
        tick(unknown); // it goes with its tick
        QVERIFY(inquiry().look().isEmpty());
    }

    void aDomainIsOpenedByADoubleClick()
    {
        openPanel();
        const QRectF domain = canvas()->frame().toScreen(canvas()->scene()->domains.at(0).box);
        QTest::mouseDClick(canvas(), Qt::LeftButton, {},
                           (domain.topLeft() + QPointF(6, 6)).toPoint());
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->scene()->cards.size(), std::size_t(2), slow);
        QVERIFY(text().contains(QStringLiteral("acme.finance")));
    }

    // Acceptance 23
    void filtersJoinAndCount()
    {
        openPanel();
        QTreeWidgetItem *finance = filter(QStringLiteral("acme.finance"));
        QTRY_VERIFY(finance);
        QCOMPARE(finance->text(1), QStringLiteral("2"));
        QCOMPARE(filter(QStringLiteral("protected"))->text(1), QStringLiteral("1"));
        tick(finance);
        QCOMPARE(matched(), QStringLiteral("campaign ledger"));
        QCOMPARE(filter(QStringLiteral("protected"))->text(1), QStringLiteral("0"));
        tick(filter(QStringLiteral("private")));
        QCOMPARE(matched(), QStringLiteral("campaign"));
        tick(filter(QStringLiteral("acme.finance")));
        tick(filter(QStringLiteral("private")));
        QVERIFY(inquiry().look().isEmpty());
    }

    // Acceptance 23
    void aViewIsKeptInTheRepository()
    {
        openPanel();
        QTRY_VERIFY(filter(QStringLiteral("private")));
        auto *name = m_view->findChild<QLineEdit *>(QStringLiteral("graphViewName"));
        QTest::keyClicks(name, QStringLiteral("Hidden topics"));
        QVERIFY(!button(QStringLiteral("graphSaveView"))->isEnabled()); // nothing is asked yet
        tick(filter(QStringLiteral("private")));
        QTest::keyClick(name, Qt::Key_Return);
        QFile file(m_folder.filePath(graph::viewsFileName));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArrayLiteral("version: 1\nviews:\n  - name: Hidden topics\n"
                                                   "    access: [private]\n"));
        auto *views = m_view->findChild<QComboBox *>(QStringLiteral("graphViews"));
        QTRY_COMPARE(views->count(), 2);
        QCOMPARE(views->currentText(), QStringLiteral("Hidden topics")); // it is what is shown
        inquiry().clear();
        QCOMPARE(views->currentIndex(), 0);
        choose(QStringLiteral("graphViews"), 1);
        QCOMPARE(matched(), QStringLiteral("campaign"));
        button(QStringLiteral("graphRemoveView"))->click();
        QTRY_COMPARE(views->count(), 1);
    }

    void whatStandsOutIsShown()
    {
        openPanel(1);
        auto *tree = m_view->findChild<QTreeWidget *>(QStringLiteral("graphStandsOut"));
        QTRY_VERIFY(tree->topLevelItemCount() > 0);
        QTreeWidgetItem *granted = nullptr;
        QTreeWidgetItem *orphans = tree->topLevelItem(tree->topLevelItemCount() - 1);
        for (int i = 0; i < orphans->childCount(); ++i)
            if (orphans->child(i)->text(0).contains(QStringLiteral("granted to Ledger")))
                granted = orphans->child(i);
        QVERIFY(granted);
        tree->setCurrentItem(granted);
        QCOMPARE(matched(), QStringLiteral("ledger"));
        QCOMPARE(m_session->selection(), Selection(TopicName{"acme.retail.shop._protected.order"}));
    }

    void theWayIsShown()
    {
        openPanel(1);
        QTRY_VERIFY(inquiry().answers());
        const auto way = [this](const QString &from, const QString &to) {
            m_view->findChild<QComboBox *>(QStringLiteral("graphWayFrom"))->setEditText(from);
            m_view->findChild<QComboBox *>(QStringLiteral("graphWayTo"))->setEditText(to);
            m_view->findChild<QPushButton *>(QStringLiteral("graphShowWay"))->click();
            return m_view->findChild<QLabel *>(QStringLiteral("graphWay"))->text();
        };
        QCOMPARE(
            way(QStringLiteral("acme.finance.campaign"), QStringLiteral("acme.finance.ledger")),
            QStringLiteral("Campaign → Ledger"));
        QCOMPARE(matched(), QStringLiteral("campaign ledger"));
        QVERIFY(way(QStringLiteral("acme.finance.ledger"), QStringLiteral("acme.retail.shop"))
                    .startsWith(QStringLiteral("No data of Ledger")));
        QVERIFY(way(QStringLiteral("acme.x"), QStringLiteral("acme.retail.shop"))
                    .contains(QStringLiteral("'acme.x'")));
    }

    // Acceptance 26
    void theTableStaysInStep()
    {
        openPanel(2);
        auto *table = m_view->findChild<ContextTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 3);
        m_session->select(ledger);
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(),
                 QStringLiteral("Ledger"));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(m_session->selection(), Selection(shop));
        QCOMPARE(canvas()->framed().size(), std::size_t(1));
        m_view->focusOn(campaign);
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    // Acceptance 26
    void arrowsWalkTheFlows()
    {
        openPanel();
        m_session->select(campaign);
        const QPointF way = boxOf(ledger).center() - boxOf(campaign).center();
        const bool isSideways = std::abs(way.x()) > std::abs(way.y());
        QTest::keyClick(canvas(), isSideways ? (way.x() > 0 ? Qt::Key_Right : Qt::Key_Left)
                                             : (way.y() > 0 ? Qt::Key_Down : Qt::Key_Up));
        QCOMPARE(m_session->selection(), Selection(ledger));
    }

private:
    GraphInquiry &inquiry() const { return m_view->inquiry(); }

    LookBar &bar() const { return *m_view->findChild<LookBar *>(); }

    QString text() const
    {
        return m_view->findChild<QLabel *>(QStringLiteral("graphLookText"))->text();
    }

    QToolButton *button(const QString &name) const
    {
        return m_view->findChild<QToolButton *>(name);
    }

    void openPanel(int tab = 0)
    {
        m_view->resize(1400, 800);
        open();
        button(QStringLiteral("graphSideToggle"))->click();
        auto *tabs = m_view->findChild<QTabWidget *>(QStringLiteral("graphSide"));
        QVERIFY(tabs->isVisible());
        tabs->setCurrentIndex(tab);
        QTRY_VERIFY(inquiry().answers());
        canvas()->fit();
    }

    QString matched() const
    {
        QStringList names;
        if (const auto &matches = inquiry().matches())
            for (const ContextId &id : *matches)
                names << QString::fromStdString(id.value).section(u'.', -1);
        return names.join(u' ');
    }

    void choose(const QString &box, int index)
    {
        auto *field = m_view->findChild<QComboBox *>(box);
        field->setCurrentIndex(index);
        emit field->activated(index);
    }

    QTreeWidgetItem *filter(const QString &word) const
    {
        auto *tree = m_view->findChild<QTreeWidget *>(QStringLiteral("graphFilters"));
        const auto found = tree->findItems(word, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? nullptr : found.front();
    }

    /// By the keyboard.
    void tick(QTreeWidgetItem *item)
    {
        item->treeWidget()->setCurrentItem(item);
        QTest::keyClick(item->treeWidget(), Qt::Key_Space);
    }
};

QTEST_MAIN(TestGraphQuestions)
#include "tst_graphquestions.moc"
