// SPDX-License-Identifier: Apache-2.0
#include "ui/graphbench.h"

#include "ui/graph/cardpainter.h"
#include "ui/graph/minimap.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestGraphView : public GraphTest
{
    Q_OBJECT

private slots:

    void initTestCase() { writeSpecs(); }

    void init() { makeView(); }

    void cleanup() { dropView(); }

    void emptyViewSaysWhatToDo()
    {
        auto *pages = m_view->findChild<QStackedWidget *>();
        QCOMPARE(pages->currentWidget()->objectName(), QStringLiteral("graphEmpty"));
        QSignalSpy asked(m_view.get(), &GraphView::openRequested);
        m_view->findChild<QPushButton *>(QStringLiteral("graphOpenFolder"))->click();
        QCOMPARE(asked.size(), 1);
    }

    void showsTheContextsOfTheSession()
    {
        open();
        const GraphScenePtr scene = canvas()->scene();
        QCOMPARE(scene->cards.size(), std::size_t{3});
        QCOMPARE(scene->domains.size(), std::size_t{2});
        QCOMPARE(scene->flows.size(), std::size_t{2});
        for (const CardShape &card : scene->cards)
            QVERIFY(canvas()->frame().visible().contains(card.box));
        const QImage shot = m_view->grab().toImage();
        QVERIFY(colorsOf(shot) > 20);
    }

    void clickSelectsAContext()
    {
        open();
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, centreOf(campaign));
        QCOMPARE(m_session->selection(), Selection(campaign));
        QVERIFY(canvas()->accessibleDescription().contains(QStringLiteral("Campaign")));
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QCOMPARE(m_session->selection(), Selection(std::monostate{}));
    }

    void selectionOfOthersIsShown()
    {
        open();
        const QImage before = canvas()->grab().toImage();
        m_session->select(ledger);
        QVERIFY(canvas()->grab().toImage() != before);
        QVERIFY(canvas()->accessibleDescription().contains(QStringLiteral("Ledger")));
        m_session->select(sale);
        QVERIFY(canvas()->accessibleDescription().contains(QStringLiteral("Campaign")));
    }

    void selectionMovesACardIntoView()
    {
        open();
        canvas()->setFrame(3, QPointF(-5000, -5000));
        m_session->select(ledger);
        const auto card = canvas()->scene()->cardOf(ledger);
        QVERIFY(canvas()->frame().visible().contains(canvas()->scene()->cards[*card].box));
    }

    void panningStopsAtTheGraph()
    {
        open();
        const auto turn = [this](const QPoint &angle) {
            const QPointF at(300, 200);
            QWheelEvent wheel(at, canvas()->mapToGlobal(at), {}, angle, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(canvas(), &wheel);
            return canvas()->frame().visible();
        };
        const QRectF far = turn({-100000, 100000});
        QVERIFY(far.intersects(canvas()->scene()->bounds));
        QVERIFY(turn({120, -120}).center() != far.center());
    }

    void zoomKeepsThePlaceUnderTheMouse()
    {
        open();
        const QPointF anchor(300, 200);
        const QPointF there = canvas()->frame().toScene(anchor);
        const double scale = canvas()->frame().scale;
        QWheelEvent wheel(anchor, canvas()->mapToGlobal(anchor), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas(), &wheel);
        QVERIFY(canvas()->frame().scale > scale);
        const QPointF after = canvas()->frame().toScene(anchor);
        QVERIFY(std::abs(after.x() - there.x()) < 0.01 && std::abs(after.y() - there.y()) < 0.01);
        QTest::keyClick(canvas(), Qt::Key_0);
        QVERIFY(std::abs(canvas()->frame().scale - scale) < 0.001);
    }

    void theMinimapMovesTheView()
    {
        open();
        auto *map = m_view->findChild<Minimap *>();
        QVERIFY(!map->isVisible()); // all is seen
        canvas()->setFrame(3, canvas()->scene()->bounds.topLeft());
        QVERIFY(map->isVisible());
        const QPointF middle = canvas()->scene()->bounds.center();
        QTest::mouseClick(map, Qt::LeftButton, {}, map->rect().center());
        const QPointF seen = canvas()->frame().visible().center();
        QVERIFY((seen - middle).manhattanLength() < 20);
        QTest::keyClick(canvas(), Qt::Key_0);
        QVERIFY(!map->isVisible());
    }

    void dragPans()
    {
        open();
        const QPointF origin = canvas()->frame().origin;
        QTest::mousePress(canvas(), Qt::LeftButton, {}, {10, 10});
        QTest::mouseMove(canvas(), {60, 40});
        QMouseEvent move(QEvent::MouseMove, {110, 70}, canvas()->mapToGlobal(QPointF(110, 70)),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas(), &move);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, {110, 70});
        QVERIFY(canvas()->frame().origin.x() < origin.x());
        QVERIFY(canvas()->frame().origin.y() < origin.y());
        QCOMPARE(m_session->selection(), Selection(std::monostate{}));
    }

    void keyboardWalksAndOpens()
    {
        open();
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_Tab);
        QCOMPARE(m_session->selection(), Selection(campaign));
        QTest::keyClick(canvas(), Qt::Key_Tab);
        QCOMPARE(m_session->selection(), Selection(ledger));
        QTest::keyClick(canvas(), Qt::Key_Backtab);
        QCOMPARE(m_session->selection(), Selection(campaign));
        // Data flows to the right: the reader stands there.
        QTest::keyClick(canvas(), Qt::Key_Right);
        QCOMPARE(m_session->selection(), Selection(ledger));
        QSignalSpy revealed(m_session.get(), &Session::revealRequested);
        QTest::keyClick(canvas(), Qt::Key_Return);
        QCOMPARE(revealed.size(), 1);
        QCOMPARE(revealed.front().front().value<std::string>(), std::string("ledger.yaml"));
    }

    void theSearchFieldLooksLikeTheOthers()
    {
        open();
        const auto *filter = m_view->findChild<QLineEdit *>(QStringLiteral("graphFilter"));
        QVERIFY(!filter->actions().isEmpty());
        QVERIFY(!filter->actions().constFirst()->icon().isNull()); // the sign at the left
    }

    void saysHowTheWheelZooms()
    {
        open();
        for (const char *name : {"graphZoomIn", "graphZoomOut"}) {
            const auto *button = m_view->findChild<QWidget *>(QLatin1String(name));
            QVERIFY(button->toolTip().contains(QStringLiteral("Ctrl and the wheel")));
        }
    }

    void filterFindsTopicsToo()
    {
        open();
        auto *filter = m_view->findChild<QLineEdit *>(QStringLiteral("graphFilter"));
        QTest::keyClicks(filter, QStringLiteral("posting"));
        auto *count = m_view->findChild<QWidget *>(QStringLiteral("graphFilterCount"));
        QVERIFY(count->isVisible());
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(m_session->selection(), Selection(ledger));
    }

    void keepsThePictureWhileTitlesChange()
    {
        open();
        const layout::Picture before = canvas()->scene()->picture;
        const Text text = m_session->text("ledger.yaml");
        const std::string wanted = "Ledger";
        const std::size_t at = text->bytes().find(wanted);
        QSignalSpy changed(m_session.get(), &Session::snapshotChanged);
        WorkspaceEdit edit;
        edit.files["ledger.yaml"] = {TextEdit{{at, at + wanted.size()}, "General Ledger of All"}};
        QVERIFY(m_session->perform(edit, QStringLiteral("rename")).has_value());
        QTRY_COMPARE(changed.size(), 1);
        const auto card = *canvas()->scene()->cardOf(ledger);
        QTRY_COMPARE(canvas()->scene()->cards[card].name, QStringLiteral("General Ledger of All"));
        const layout::Picture &now = canvas()->scene()->picture;
        for (const ContextId &other : {campaign, shop})
            QCOMPARE(now.nodes.at(other.value), before.nodes.at(other.value));
        QVERIFY(now.nodes.at(ledger.value).width > before.nodes.at(ledger.value).width);
    }

    // Acceptance 21
    void ofManyFlowsTheEndsAreDrawnUntilAContextIsPointedAt()
    {
        std::map<std::string, std::string> texts;
        for (int reader = 0; reader < 26; ++reader) {
            std::string text = "asyncapi: '2.6.0'\nid: 'urn:a:two:c" + std::to_string(reader) +
                               "'\ninfo: {title: R, version: '1'}\nchannels:\n";
            for (int owner = 0; owner < 26; ++owner)
                text += "  a.one.c" + std::to_string(owner) + "._public.e: {subscribe: {}}\n";
            texts["r" + std::to_string(reader) + ".yaml"] = text;
            texts["o" + std::to_string(reader) + ".yaml"] =
                "asyncapi: '2.6.0'\nid: 'urn:a:one:c" + std::to_string(reader) +
                "'\ninfo: {title: O, version: '1'}\nchannels:\n  _public.e: {publish: {}}\n";
        }
        const auto topology = buildTopology(Workspace::fromTexts(texts));
        auto content = layout::contentOf(*topology);
        QCOMPARE(content.flows.size(), std::size_t(26 * 26));
        const auto picture = layout::packedGrid(layout::requestFor(content));
        const auto scene = makeScene(content, picture, *topology, {});
        GraphCanvas canvas;
        canvas.resize(1200, 800);
        canvas.setScene(scene);
        canvas.setFrame(0.5, scene->bounds.topLeft());
        // The ground between the two domains.
        const QRectF one = scene->domains.at(0).box;
        const QRectF two = scene->domains.at(1).box;
        const QRectF between = one.right() < two.left() ? QRectF(one.topRight(), two.bottomLeft())
                                                        : QRectF(one.bottomLeft(), two.topRight());
        const auto covered = [&](const QImage &image) {
            const QRect room =
                canvas.frame().toScreen(between).toRect().adjusted(3, 3, -3, -3) & image.rect();
            int count = 0;
            for (int y = room.top(); y <= room.bottom(); ++y)
                for (int x = room.left(); x <= room.right(); ++x)
                    count += image.pixelColor(x, y) != theme::tokens().surface ? 1 : 0;
            return double(count) / std::max(1, room.width() * room.height());
        };
        const auto paint = [&] {
            QImage image(canvas.size(), QImage::Format_RGB32);
            QPainter painter(&image);
            GraphPainter(painter, *scene, canvas.frame(),
                         {theme::tokens(), theme::bodyFont(), theme::fixedFont()})
                .paintAll();
            return image;
        };
        QVERIFY2(covered(paint()) < 0.02, qPrintable(QString::number(covered(paint()))));
        canvas.setFocusOn({0}, {{0}, {0, 1, 2}, false});
        QVERIFY(covered(canvas.grab().toImage()) > 0);
    }

    // Acceptance 21
    void nearestAreMessagesAndTheirFields()
    {
        const auto topology = buildTopology(Workspace::fromTexts(
            {{"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme:f:a'\ninfo: {title: A, version: '1'}\n"
                        "channels:\n"
                        "  _public.sale:\n    publish:\n      message:\n        name: Sale\n"
                        "        payload:\n          type: object\n          properties:\n"
                        "            amount: {type: number}\n            buyer: {type: string}\n"
                        "  _public.refund: {publish: {}}\n"}}));
        const layout::Card card = layout::contentOf(*topology).cards.front();
        const CardDetails details(topology);
        const auto kinds = [&](const CardDetails *with, std::size_t most) {
            QStringList all;
            for (const CardRow &row : rowsOf(card, with, most))
                all << (row.kind == CardRow::Kind::Topic
                            ? QString::fromStdString(card.topics[row.topic].label)
                            : row.text);
            return all.join(u'|');
        };
        QCOMPARE(kinds(&details, 9), QStringLiteral("_public.refund|_public.sale|Sale|amount number"
                                                    "  ·  buyer string"));
        QCOMPARE(kinds(nullptr, 9), QStringLiteral("_public.refund|_public.sale"));
        QCOMPARE(rowsOf(card, &details, 1).size(), std::size_t(1));
        QVERIFY(rowsOf(card, &details, 1).front().kind == CardRow::Kind::More);
        QVERIFY(rowsOf(card, &details, 0).empty());
        // A message's lines are its topic's.
        const QRectF box(0, 0, card.width * 3, card.height * 3);
        QCOMPARE(topicAt(card, &details, box, 3, {100, 58 * 1.3 + 6 + 18 * 2 + 9}),
                 std::optional<std::size_t>(1));
    }

    // Acceptance 21
    void showsDetailByZoom()
    {
        QCOMPARE(detailAt(0.1), GraphDetail::Domains);
        QCOMPARE(detailAt(0.8), GraphDetail::Cards);
        QCOMPARE(detailAt(2), GraphDetail::Topics);
        QCOMPARE(detailAt(3), GraphDetail::Messages);
        open();
        std::vector<QImage> shots;
        for (const double scale : {0.1, 0.8, 2.0}) {
            const QRectF bounds = canvas()->scene()->bounds;
            canvas()->setFrame(scale,
                               bounds.center() -
                                   QPointF(canvas()->width(), canvas()->height()) / (2 * scale));
            shots.push_back(canvas()->grab().toImage());
            QVERIFY(colorsOf(shots.back()) > 5);
        }
        QVERIFY(shots[0] != shots[1]);
        QVERIFY(shots[1] != shots[2]);
    }

    void exports()
    {
        open();
        const QTemporaryDir out;
        QVERIFY(m_view->exportTo(out.filePath(QStringLiteral("g.svg"))).has_value());
        QFile svg(out.filePath(QStringLiteral("g.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&svg);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(m_view->exportTo(out.filePath(QStringLiteral("g.png")), 2).has_value());
        QVERIFY(QImage(out.filePath(QStringLiteral("g.png"))).width() > 400);
        QVERIFY(!m_view->exportTo(QStringLiteral("/nowhere/g.svg")).has_value());
    }

    void aMissingHelperLeavesASimplePicture()
    {
        const QByteArray helper = qgetenv("MESHWRIGHT_LAYOUT");
        qputenv("MESHWRIGHT_LAYOUT", "/nowhere/meshwright-layout");
        m_session->open(m_folder.path());
        QTRY_VERIFY(canvas()->scene());
        auto *fault = m_view->findChild<QWidget *>(QStringLiteral("graphLayoutFault"));
        QTRY_VERIFY(fault->isVisible());
        QVERIFY(fault->toolTip().contains(QStringLiteral("could not be")));
        QCOMPARE(canvas()->scene()->cards.size(), std::size_t{3});
        // It stays told while that picture is used again, and the next layout is a new one.
        const GraphScenePtr before = canvas()->scene();
        WorkspaceEdit edit;
        edit.files["ledger.yaml"] = {TextEdit{{0, 0}, "# a remark\n"}};
        QVERIFY(m_session->perform(edit, QStringLiteral("type")));
        QTRY_VERIFY(canvas()->scene() != before && m_view->isSettled());
        QVERIFY(fault->isVisible());
        qputenv("MESHWRIGHT_LAYOUT", helper);
        m_view->layOutAnew();
        QTRY_VERIFY_WITH_TIMEOUT(!fault->isVisible(), slow);
    }

private:
    static int colorsOf(const QImage &image)
    {
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); y += 2)
            for (int x = 0; x < image.width(); x += 2)
                colors.insert(image.pixel(x, y));
        return static_cast<int>(colors.size());
    }
};

QTEST_MAIN(TestGraphView)
#include "tst_graphview.moc"
