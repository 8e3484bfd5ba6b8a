// SPDX-License-Identifier: Apache-2.0
// What the graph says by colour, it says by a sign too.
#include "ui/graph/cardpainter.h"
#include "ui/graph/markpainter.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::ui;
using compare::Mark;

namespace {

/// A theme in which nobody can tell colours.
theme::Tokens grey()
{
    theme::Tokens tokens = theme::tokens();
    for (QColor *ink : {&tokens.good, &tokens.error, &tokens.warning, &tokens.publicAccess,
                        &tokens.protectedAccess, &tokens.privateAccess})
        *ink = tokens.text;
    return tokens;
}

template <typename Paint>
QImage painted(const QSize &size, const Paint &paint)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

bool allDiffer(const QList<QImage> &images)
{
    for (int i = 0; i < images.size(); ++i)
        for (int j = i + 1; j < images.size(); ++j)
            if (images[i] == images[j]) {
                qWarning("%d and %d are the same", i, j);
                return false;
            }
    return true;
}

/// Two contexts, well apart; the first gives to the other.
GraphScenePtr scene(bool isDeclared, Mark mark)
{
    const std::map<std::string, std::string> texts = {
        {"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:f:a'\ninfo: {title: A, version: '1'}\n"
                   "channels:\n  _public.e: {publish: {}}\n"},
        {"b.yaml", "asyncapi: '2.6.0'\nid: 'urn:f:b'\ninfo: {title: B, version: '1'}\n"
                   "channels:\n  f.a._public.e: {subscribe: {}}\n"}};
    const auto topology = buildTopology(Workspace::fromTexts(texts));
    auto content = layout::contentOf(*topology);
    content.flows.front().isDeclared = isDeclared;
    content.flows.front().mark = mark;
    content.cards.front().mark = mark;
    const auto request = layout::requestFor(content);
    graph::Positions apart;
    apart.contexts["f.b"] = {520, 40};
    const auto picture = layout::withPositions(request, layout::packedGrid(request), apart);
    return makeScene(std::move(content), picture, *topology, {});
}

QImage pictureOf(const GraphScene &scene, double scale)
{
    const GraphStyle style{grey(), theme::bodyFont(), theme::fixedFont()};
    const GraphFrame frame{scale, scene.bounds.topLeft() - QPointF(20, 20),
                           (scene.bounds.size() * scale).toSize() + QSize(40, 40)};
    return painted(frame.size, [&](QPainter &painter) {
        GraphPainter(painter, scene, frame, style).paintAll();
    });
}

} // namespace

class TestGraphSigns : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    // Acceptance 25
    void signsDifferWithoutColour()
    {
        const theme::Tokens tokens = grey();
        QList<QImage> marks;
        for (const Mark mark : {Mark::Added, Mark::Removed, Mark::Changed})
            marks << painted({24, 24}, [&](QPainter &painter) {
                paintMark(painter, {12, 12}, 9, mark, tokens);
            });
        QVERIFY(allDiffer(marks));
        QList<QImage> accesses;
        for (const auto access : {std::optional(Access::Public), std::optional(Access::Protected),
                                  std::optional(Access::Private), std::optional<Access>()})
            accesses << painted({16, 16}, [&](QPainter &painter) {
                paintAccessSign(painter, QRectF(2, 2, 12, 12), access, tokens);
            });
        QVERIFY(allDiffer(accesses));
    }

    void cardsAndFlowsDifferWithoutColour()
    {
        for (const double scale : {0.5, 1.0, 2.0}) {
            QList<QImage> pictures = {pictureOf(*scene(false, Mark::Same), scale)};
            for (const Mark mark : {Mark::Same, Mark::Added, Mark::Removed, Mark::Changed})
                pictures << pictureOf(*scene(true, mark), scale);
            QVERIFY(allDiffer(pictures));
        }
    }

    void fromAfarNoNameHidesAMark()
    {
        const GraphScenePtr marked = scene(true, Mark::Changed);
        const GraphStyle style{theme::tokens(), theme::bodyFont(), theme::fixedFont()};
        const GraphFrame frame{0.18, marked->bounds.topLeft() - QPointF(200, 200), {240, 160}};
        const QImage image = painted(frame.size, [&](QPainter &painter) {
            GraphPainter(painter, *marked, frame, style).paintAll();
        });
        const QRect card =
            frame.toScreen(marked->cards.front().box).toRect().adjusted(3, 4, -3, -3);
        int seen = 0;
        for (int y = card.top(); y <= card.bottom(); ++y)
            for (int x = card.left(); x <= card.right(); ++x)
                seen += image.pixelColor(x, y) == theme::tokens().warning ? 1 : 0;
        QVERIFY2(2 * seen > card.width() * card.height(), qPrintable(QString::number(seen)));
    }
};

QTEST_MAIN(TestGraphSigns)
#include "tst_graphsigns.moc"
