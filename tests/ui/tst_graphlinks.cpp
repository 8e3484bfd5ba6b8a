// SPDX-License-Identifier: Apache-2.0
// Who consumes what, drawn from card to card by mouse; and the menu of what is under it.
#include "ui/graphbench.h"

#include "ui/graph/cardpainter.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestGraphLinks : public GraphTest
{
    Q_OBJECT

private slots:

    void initTestCase() { writeSpecs(); }

    void init() { makeView(); }

    void cleanup() { dropView(); }

    void draggingACardBeginsALink()
    {
        open();
        const QPointF origin = canvas()->frame().origin;
        hold(centreOf(campaign), centreOf(shop));
        QVERIFY(canvas()->link());
        QCOMPARE(canvas()->link()->link(), (GraphLink{campaign, {}}));
        QCOMPARE(canvas()->link()->target(), std::optional(shop));
        QVERIFY(canvas()->link()->verdict().isAllowed);
        QVERIFY(canvas()->link()->verdict().sentence.contains(QStringLiteral("Campaign")));
        QCOMPARE(canvas()->cursor().shape(), Qt::DragLinkCursor);
        QCOMPARE(canvas()->frame().origin, origin);
        const QImage held = canvas()->grab().toImage();
        QSignalSpy wanted(m_view.get(), &GraphView::consumeRequested);
        release(centreOf(shop));
        QVERIFY(!canvas()->link());
        QVERIFY(canvas()->grab().toImage() != held);
        // Of several topics one is chosen; the private one is there, and is not offered.
        auto *menu = m_view->findChild<QMenu *>(QStringLiteral("graphTopicMenu"));
        QVERIFY(menu);
        QTRY_VERIFY_WITH_TIMEOUT(menu->isVisible(), slow);
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(menu->actions().at(0)->text().contains(QStringLiteral("_private.draft")));
        QVERIFY(!menu->actions().at(0)->isEnabled());
        QCOMPARE(menu->actions().at(1)->text(), QStringLiteral("_public.sale"));
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().at(0).value<ContextId>(), shop);
        QCOMPARE(wanted.front().at(1).value<TopicName>(), sale);
        QCOMPARE(m_session->selection(), Selection(std::monostate{}));
    }

    void theOnlyTopicNeedsNoChoice()
    {
        open();
        QSignalSpy wanted(m_view.get(), &GraphView::consumeRequested);
        hold(centreOf(shop), centreOf(campaign));
        QVERIFY(canvas()->link()->verdict().sentence.contains(QStringLiteral("is granted")));
        release(centreOf(campaign));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().at(1).value<TopicName>(),
                 (TopicName{"acme.retail.shop._protected.order"}));
        // What is granted already needs no other grant.
        hold(centreOf(shop), centreOf(ledger));
        QVERIFY(canvas()->link()->verdict().isAllowed);
        QVERIFY(!canvas()->link()->verdict().sentence.contains(QStringLiteral("is granted")));
        QTest::keyClick(canvas(), Qt::Key_Escape);
        release(centreOf(ledger));
    }

    void aRefusedDropSaysWhy()
    {
        open();
        QSignalSpy wanted(m_view.get(), &GraphView::consumeRequested);
        QSignalSpy said(m_view.get(), &GraphView::message);
        hold(centreOf(campaign), centreOf(ledger));
        QVERIFY(!canvas()->link()->verdict().isAllowed);
        QCOMPARE(canvas()->cursor().shape(), Qt::ForbiddenCursor);
        const QString why = canvas()->link()->verdict().sentence;
        QVERIFY2(why.contains(QStringLiteral("already")), qPrintable(why));
        release(centreOf(ledger));
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.front().front().toString(), why);
        // On the ground, or back on itself, nothing was meant.
        hold(centreOf(campaign), {4, 4});
        QVERIFY(!canvas()->link()->target());
        release({4, 4});
        hold(centreOf(campaign), centreOf(campaign) + QPoint(30, 0));
        QVERIFY(!canvas()->link()->target());
        release(centreOf(campaign) + QPoint(30, 0));
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(said.size(), 1);
        QCOMPARE(m_session->selection(), Selection(std::monostate{}));
    }

    void aTopicIsDraggedFromItsRow()
    {
        m_view->resize(1900, 1200);
        open();
        canvas()->setFrame(1.5, canvas()->scene()->bounds.topLeft() - QPointF(20, 20));
        QSignalSpy wanted(m_view.get(), &GraphView::consumeRequested);
        const QPoint draft = rowOf(campaign, 0);
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, draft);
        QCOMPARE(m_session->selection(),
                 Selection(TopicName{"acme.finance.campaign._private.draft"}));
        hold(rowOf(campaign, 1), centreOf(shop));
        QCOMPARE(canvas()->link()->link(), (GraphLink{campaign, sale}));
        QVERIFY(canvas()->link()->verdict().isAllowed);
        release(centreOf(shop));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().at(1).value<TopicName>(), sale);
        hold(rowOf(campaign, 0), centreOf(shop));
        const LinkVerdict refused = canvas()->link()->verdict();
        QVERIFY(!refused.isAllowed);
        QVERIFY2(refused.sentence.contains(QStringLiteral("is private")),
                 qPrintable(refused.sentence));
        release(centreOf(shop));
        QCOMPARE(wanted.size(), 1);
    }

    void escapeGivesALinkUp()
    {
        open();
        m_session->select(ledger);
        QSignalSpy wanted(m_view.get(), &GraphView::consumeRequested);
        const QPointF origin = canvas()->frame().origin;
        hold(centreOf(shop), centreOf(campaign));
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QVERIFY(!canvas()->link());
        moveHeld(centreOf(ledger), Qt::LeftButton);
        QVERIFY(!canvas()->link());
        release(centreOf(ledger));
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(canvas()->frame().origin, origin);
        QCOMPARE(m_session->selection(), Selection(ledger));
    }

    void theMiddleButtonPansEverywhere()
    {
        open();
        const QPointF origin = canvas()->frame().origin;
        hold(centreOf(campaign), centreOf(campaign) + QPoint(60, 40), Qt::MiddleButton);
        QVERIFY(!canvas()->link());
        release(centreOf(campaign), Qt::MiddleButton);
        QVERIFY(canvas()->frame().origin.x() < origin.x());
        // From afar there are domains rather than cards to take hold of.
        canvas()->setFrame(0.1, canvas()->scene()->bounds.topLeft() - QPointF(2000, 2000));
        hold(centreOf(campaign), centreOf(campaign) + QPoint(60, 40));
        QVERIFY(!canvas()->link());
        release(centreOf(campaign));
    }

    void aLinkHeldAtTheEdgeMovesThePicture()
    {
        open();
        canvas()->setFrame(1.2, canvas()->scene()->bounds.topLeft());
        const QPointF origin = canvas()->frame().origin;
        hold(centreOf(campaign), {canvas()->width() - 3, canvas()->height() - 3});
        QTRY_VERIFY_WITH_TIMEOUT(canvas()->frame().origin.x() > origin.x() + 20, slow);
        QVERIFY(canvas()->link());
        QTest::keyClick(canvas(), Qt::Key_Escape);
        release({canvas()->width() - 3, canvas()->height() - 3});
    }

    /// The texts may change under it, as by a program beside this one.
    void aLinkFollowsTheScene()
    {
        open();
        hold(centreOf(shop), centreOf(campaign));
        QVERIFY(canvas()->link()->verdict().isAllowed);
        const Text text = m_session->text("shop.yaml");
        const std::size_t at = text->bytes().find("_protected");
        WorkspaceEdit edit;
        edit.files["shop.yaml"] = {TextEdit{{at, at + 10}, "_private"}};
        QVERIFY(m_session->perform(edit, QStringLiteral("close")).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!canvas()->link()->verdict().isAllowed, slow);
        QTest::keyClick(canvas(), Qt::Key_Escape);
        release(centreOf(campaign));
    }

    void theMenuIsAskedForWhatIsUnderTheMouse()
    {
        open();
        QSignalSpy asked(m_view.get(), &GraphView::menuRequested);
        const auto subject = [&] { return asked.back().front().value<Selection>(); };
        openMenuAt(centreOf(ledger));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(subject(), Selection(ledger));
        QCOMPARE(m_session->selection(), Selection(ledger));
        openMenuAt({4, 4});
        QCOMPARE(subject(), Selection(std::monostate{}));
        m_session->select(shop);
        QTest::keyClick(canvas(), Qt::Key_Menu);
        QTest::keyClick(canvas(), Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.size(), 4);
        QCOMPARE(subject(), Selection(shop));
        QCOMPARE(canvas()->mapFromGlobal(asked.back().at(1).toPoint()), centreOf(shop));
    }

private:
    QPoint rowOf(const ContextId &id, int row) const
    {
        const auto card = *canvas()->scene()->cardOf(id);
        const QRectF box = canvas()->frame().toScreen(canvas()->scene()->cards.at(card).box);
        for (int y = qRound(box.top()); y < box.bottom(); ++y) {
            const QPointF at(box.center().x(), y);
            const auto found =
                topicAt(canvas()->scene()->content.cards.at(card), canvas()->scene()->details.get(),
                        box, canvas()->frame().scale, at);
            if (found && static_cast<int>(*found) == row)
                return at.toPoint() + QPoint(0, 6);
        }
        return {};
    }

    void moveHeld(const QPoint &to, Qt::MouseButton button)
    {
        QMouseEvent move(QEvent::MouseMove, to, canvas()->mapToGlobal(QPointF(to)), Qt::NoButton,
                         button, {});
        QCoreApplication::sendEvent(canvas(), &move);
    }

    /// Presses and moves, as far as just before the drop.
    void hold(const QPoint &from, const QPoint &to, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(canvas(), button, {}, from);
        moveHeld(from + (to - from) / 2, button);
        moveHeld(to, button);
    }

    void release(const QPoint &at, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseRelease(canvas(), button, {}, at);
    }

    void openMenuAt(const QPoint &at)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas()->mapToGlobal(at));
        QCoreApplication::sendEvent(canvas(), &event);
    }
};

QTEST_MAIN(TestGraphLinks)
#include "tst_graphlinks.moc"
