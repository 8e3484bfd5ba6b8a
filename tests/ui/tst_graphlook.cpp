// SPDX-License-Identifier: Apache-2.0
// A look at the graph as a link, copied and opened again.
#include "ui/windowbench.h"

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphview.h"
#include "ui/shell/destination.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QStatusBar>
#include <QTest>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestGraphLook : public QObject
{
    Q_OBJECT

public:
    static void initMain() { useOwnHome(); }

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    // Acceptance 19
    void aCopiedLinkOpensTheLookAtTheGraphAgain()
    {
        const std::string views = "version: 1\nviews:\n  - {name: Stock & more, focus: {context: "
                                  "acme.stock, hops: 2, direction: upstream}}\n";
        const Texts texts{
            {"sales.yaml", salesSpec}, {"stock.yaml", stockSpec}, {graph::viewsFileName, views}};
        WindowBench b(texts);
        QVERIFY(b.open());
        const auto inquiryOf = [](WindowBench &bench) -> GraphInquiry & {
            return bench.window().findChild<GraphView *>()->inquiry();
        };
        const auto copied = [&] {
            QApplication::clipboard()->clear();
            b.window().actions().get(QStringLiteral("copy-link-graph"))->trigger();
            return QApplication::clipboard()->text();
        };
        const QString everything = copied();
        QVERIFY(everything.endsWith(QLatin1String("&view=graph")));
        b.click("sales");
        auto *canvas = b.window().findChild<GraphCanvas *>();
        QTRY_VERIFY_WITH_TIMEOUT(canvas->scene(), slow);
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_F);
        const QString near = copied();
        QVERIFY2(near.endsWith(QLatin1String("&focus=acme.sales&hops=1&direction=both")),
                 qPrintable(near));
        Look look;
        look.focus = graph::Focus{{"acme.sales"}, std::nullopt, graph::Direction::Downstream};
        look.filter.set(graph::Facet::Access, "public", true);
        look.onlyThese = true;
        inquiryOf(b).ask(look);
        const QString own = copied();
        QVERIFY(own.contains(QLatin1String("access=public&focus=acme.sales&hops=all&direction="
                                           "downstream&only=yes")));
        Look kept;
        kept.focus = graph::Focus{{"acme.stock"}, 2, graph::Direction::Upstream};
        inquiryOf(b).ask(kept);
        const QString named = copied();
        QVERIFY(named.endsWith(QLatin1String("view=graph&name=Stock%20%26%20more")));
        Look answer;
        answer.found = {{"acme.sales"}};
        inquiryOf(b).ask(answer);
        QVERIFY(copied().isEmpty());
        QVERIFY(b.window().statusBar()->currentMessage().contains(QLatin1String("has no link")));

        WindowBench other(Texts{{"other.yaml", stockSpec}});
        QVERIFY(other.open());
        other.window().actions().get(QStringLiteral("mode-text"))->trigger();
        other.bench.open(readLink(own).value()); // another workspace is opened for it
        QTRY_COMPARE(inquiryOf(other).look(), look);
        QVERIFY(other.window().findChild<GraphView *>()->isVisible());
        QTRY_VERIFY(inquiryOf(other).matches());
        other.bench.open(readLink(named).value());
        QCOMPARE(inquiryOf(other).look(), kept);
        other.bench.open(readLink(everything).value());
        QVERIFY(inquiryOf(other).look().isEmpty());
    }
};

QTEST_MAIN(TestGraphLook)
#include "tst_graphlook.moc"
