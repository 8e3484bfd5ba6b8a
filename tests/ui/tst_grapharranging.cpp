// SPDX-License-Identifier: Apache-2.0
// Where contexts stand in the graph: by a layout, by hand, and on their way.
#include "ui/graphbench.h"

#include "ui/graph/graphinquiry.h"

#include <QJsonObject>
#include <QMenu>
#include <QToolButton>
#include <QUndoStack>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestGraphArranging : public GraphTest
{
    Q_OBJECT

private slots:

    void initTestCase() { writeSpecs(); }

    void init() { makeView(); }

    void cleanup()
    {
        theme::setMotionReduced(false);
        dropView();
        QFile::remove(m_folder.filePath(graph::positionsFileName));
        QFile::remove(m_folder.filePath(QStringLiteral("stock.yaml")));
    }

    // Acceptance 24
    void aContextIsPutSomewhereElse()
    {
        open();
        const QRectF before = boxOf(ledger);
        choose("Arrange by hand");
        drag(centreOf(ledger), centreOf(ledger) + QPoint(60, 90));
        QTRY_VERIFY(file().contains("acme.finance.ledger: ["));
        QTRY_VERIFY(canvas()->scene()->positions.contexts.contains(ledger.value));
        QTRY_VERIFY(m_view->isSettled());
        const auto corner = canvas()->scene()->positions.contexts.at(ledger.value);
        QCOMPARE(corner.x % 8, 0);
        QCOMPARE(corner.y % 8, 0);
        QVERIFY(boxOf(ledger).topLeft() != before.topLeft());
        // What is saved is there again in another run.
        QVERIFY(m_session->save(graph::positionsFileName));
        dropView();
        makeView();
        open();
        QCOMPARE(canvas()->scene()->positions.contexts.at(ledger.value), corner);
    }

    // Acceptance 6
    void aMoveIsUndoneInOneStep()
    {
        open();
        const auto before = canvas()->scene()->picture.nodes;
        choose("Arrange by hand");
        drag(centreOf(ledger), centreOf(ledger) + QPoint(60, 90));
        QTRY_VERIFY(m_view->isSettled() && canvas()->scene()->picture.nodes != before);
        m_session->undoStack()->undo();
        QTRY_VERIFY(m_view->isSettled() && canvas()->scene()->picture.nodes == before);
        m_session->undoStack()->redo();
        QTRY_VERIFY(m_view->isSettled() && canvas()->scene()->picture.nodes != before);
    }

    void aDomainIsTakenByItsGround()
    {
        open();
        choose("Arrange by hand");
        const auto &domain = canvas()->scene()->domains.at(1);
        const QPoint corner =
            (canvas()->frame().toScreen(domain.box).topLeft() + QPointF(6, 6)).toPoint();
        drag(corner, corner + QPoint(40, 80));
        QTRY_VERIFY(file().contains("domains:\n  acme.retail: ["));
    }

    void keysMoveByTheGrid()
    {
        open();
        canvas()->setFocus();
        m_session->select(campaign);
        choose("Arrange by hand");
        QTest::keyClick(canvas(), Qt::Key_Right, Qt::ControlModifier);
        QTRY_VERIFY(m_view->isSettled() &&
                    canvas()->scene()->positions.contexts.contains(campaign.value));
        const auto first = canvas()->scene()->positions.contexts.at(campaign.value);
        QTest::keyClick(canvas(), Qt::Key_Down, Qt::ControlModifier);
        QTRY_COMPARE(canvas()->scene()->positions.contexts.at(campaign.value).y, first.y + 8);
        choose("Let the layout place what is selected");
        QTRY_VERIFY(canvas()->scene()->positions.isEmpty());
    }

    void escapePutsItBack()
    {
        open();
        choose("Arrange by hand");
        const QPoint at = centreOf(ledger);
        QTest::mousePress(canvas(), Qt::LeftButton, {}, at);
        move(at + QPoint(50, 50));
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, at + QPoint(50, 50));
        QTest::qWait(100);
        QVERIFY(file().isEmpty());
        choose("Arrange by hand"); // off: a drag is a link again
        QTest::mousePress(canvas(), Qt::LeftButton, {}, at);
        move(at + QPoint(50, 50));
        QVERIFY(canvas()->link());
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, at + QPoint(50, 50));
    }

    void allIsKeptAndLetGo()
    {
        open();
        const auto before = canvas()->scene()->picture.nodes;
        choose("Keep all where it is now");
        QTRY_COMPARE(canvas()->scene()->positions.contexts.size(), std::size_t(3));
        QCOMPARE(canvas()->scene()->positions.domains.size(), std::size_t(2));
        choose("Let the layout place all again");
        QTRY_VERIFY(m_view->isSettled() && canvas()->scene()->positions.isEmpty());
        QCOMPARE(canvas()->scene()->picture.nodes, before);
    }

    void layoutsAreChosenAndRemembered()
    {
        open();
        std::set<std::string> pictures;
        const QStringList names = {"Left to right", "Near each other", "Packed", "Balanced"};
        for (const QString &name : names) {
            choose(name);
            QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), slow);
            pictures.insert(layout::pictureJson(canvas()->scene()->picture));
        }
        QVERIFY(pictures.size() >= 3); // three contexts leave little choice
        m_view->setLayoutStyle(layout::Style::Force);
        const QJsonObject state = m_view->state();
        m_view->setLayoutStyle(layout::Style::Grid);
        m_view->restoreState(state);
        QCOMPARE(m_view->layoutStyle(), layout::Style::Force);
        m_view->setArranging(true);
        QCOMPARE(m_view->layoutStyle(), layout::Style::Columns);
    }

    // Acceptance 24
    void aNewContextMovesNoneAndTheRestIsShownToMove()
    {
        open();
        const auto before = canvas()->scene()->picture.nodes;
        addStock();
        QTRY_VERIFY_WITH_TIMEOUT(canvas()->scene()->cards.size() == 4 && m_view->isSettled(), slow);
        for (const auto &[id, box] : before)
            QCOMPARE(canvas()->scene()->picture.nodes.at(id), box);
        bool wasMoving = false;
        choose("Arrange by hand");
        drag(centreOf(ledger), centreOf(ledger) + QPoint(60, 90));
        QTRY_VERIFY((wasMoving = wasMoving || canvas()->isMoving()) && m_view->isSettled());
        theme::setMotionReduced(true);
        m_session->undoStack()->undo();
        QTRY_COMPARE(canvas()->scene()->picture.nodes.at(ledger.value), before.at(ledger.value));
        QVERIFY(!canvas()->isMoving());
    }

    void onlyTheWholeIsArranged()
    {
        open();
        choose("Arrange by hand");
        Look look;
        look.filter.set(graph::Facet::Domain, "acme.finance", true);
        look.onlyThese = true;
        m_view->inquiry().ask(look);
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->scene()->cards.size(), std::size_t(2), slow);
        QVERIFY(!canvas()->isArranging());
        emit canvas()->placed(ledger, {80, 80}); // as a drag that was begun before
        QVERIFY(file().isEmpty());
    }

    void aNewPictureEndsADrag()
    {
        open();
        choose("Arrange by hand");
        const QPoint at = centreOf(ledger);
        QTest::mousePress(canvas(), Qt::LeftButton, {}, at);
        move(at + QPoint(40, 40));
        addStock();
        QTRY_VERIFY_WITH_TIMEOUT(canvas()->scene()->cards.size() == 4 && m_view->isSettled(), slow);
        move(at + QPoint(60, 60));
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, at + QPoint(60, 60));
        QVERIFY(file().isEmpty());
    }

    void aBandBringsForwardWhatItIsDrawnAround()
    {
        open();
        const QRectF around = boxOf(campaign).united(boxOf(ledger)).adjusted(-6, -6, 6, 6);
        QTest::mousePress(canvas(), Qt::LeftButton, Qt::ShiftModifier, around.topLeft().toPoint());
        move(around.center().toPoint(), Qt::ShiftModifier);
        move(around.bottomRight().toPoint(), Qt::ShiftModifier);
        QTest::mouseRelease(canvas(), Qt::LeftButton, Qt::ShiftModifier,
                            around.bottomRight().toPoint());
        QCOMPARE(m_view->inquiry().look().found, (std::set<ContextId>{campaign, ledger}));
    }

private:
    void choose(const QString &text)
    {
        auto *menu = m_view->findChild<QMenu *>(QStringLiteral("graphLayoutMenu"));
        emit menu->aboutToShow();
        for (QAction *action : menu->actions())
            if (action->text().remove(u'&').startsWith(text))
                return action->trigger();
        QFAIL(qPrintable(text));
    }

    void move(const QPoint &to, Qt::KeyboardModifiers keys = {})
    {
        QMouseEvent event(QEvent::MouseMove, to, canvas()->mapToGlobal(to), Qt::NoButton,
                          Qt::LeftButton, keys);
        QApplication::sendEvent(canvas(), &event);
    }

    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        move((from + to) / 2);
        move(to);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
    }

    QByteArray file() const
    {
        const Text text = m_session->text(graph::positionsFileName);
        return text ? QByteArray::fromStdString(text->bytes()) : QByteArray();
    }

    void addStock()
    {
        WorkspaceEdit edit;
        edit.created["stock.yaml"] = FileContent{
            "asyncapi: '2.6.0'\nid: 'urn:acme:finance:stock'\ninfo: {title: Stock, version: '1'}\n"
            "channels:\n  acme.finance.campaign._public.sale: {subscribe: {}}\n",
            Encoding::Utf8};
        QVERIFY(m_session->perform(edit, QStringLiteral("add")));
    }
};

QTEST_MAIN(TestGraphArranging)
#include "tst_grapharranging.moc"
