// SPDX-License-Identifier: Apache-2.0
#include "planbench.h"

#include "ui/plan/planheader.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QScopeGuard>
#include <QSet>
#include <QTreeView>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::ui;
using meshwright::test::Bench;

class TestPlanLayout : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    void noTextIsCutInALowWindow_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("size");
        QTest::newRow("low") << 1.0 << QSize(900, 120);
        QTest::newRow("low and large type") << 1.5 << QSize(900, 120);
        QTest::newRow("narrow and large type") << 1.5 << QSize(520, 260);
        QTest::newRow("roomy and larger type") << 2.0 << QSize(1100, 700);
    }

    void noTextIsCutInALowWindow()
    {
        QFETCH(double, scale);
        QFETCH(QSize, size);
        const QFont before = QApplication::font();
        const auto restore = qScopeGuard([&] { QApplication::setFont(before); });
        QFont larger = before;
        larger.setPointSizeF(before.pointSizeF() * scale);
        QApplication::setFont(larger);
        Bench bench("test");
        QVERIFY(bench.plan());
        bench.type("campaign.yaml", "partitions: 3", "partitions: 4");
        QTRY_VERIFY(bench.find<QLabel>("planOutdated")->isVisible());
        bench.view.resize(size);
        const auto cut = [&] {
            for (const auto *label : bench.view.findChildren<QLabel *>()) {
                if (!label->isVisible() || label->text().isEmpty())
                    continue;
                const bool fits = label->height() >= label->heightForWidth(label->width()) &&
                                  label->parentWidget()->rect().contains(label->geometry());
                if (!fits)
                    return label->objectName();
            }
            return QString();
        };
        QTRY_COMPARE(cut(), QString());
        const auto *button = bench.find<QPushButton>("apply");
        QVERIFY(bench.view.rect().contains(
            QRect(button->mapTo(&bench.view, QPoint()), button->size())));
        QVERIFY(bench.find<QTreeView>("planTree")->viewport()->height() >= theme::rowHeight);
    }

    /// At once, before what is posted comes: a picture may be taken right after.
    void theHeaderIsAsHighAsItHasToBe()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        const auto *header = bench.view.findChild<PlanHeader *>();
        QSet<int> heights;
        for (const int width : {420, 1200, 500, 1100, 700, 1200}) {
            bench.view.resize(width, 600);
            QCOMPARE(header->height(), header->heightForWidth(header->width()));
            const auto room = header->rect();
            for (const char *name : {"planHeadline", "planFilter", "planRefresh", "planMore"})
                QVERIFY2(room.contains(bench.find<QWidget>(name)->geometry()), name);
            heights.insert(header->height());
        }
        QVERIFY(heights.size() > 1);
    }

    void namesOfSettingsFitInLargeType()
    {
        const auto restore = qScopeGuard([] { theme::setTextScale(1); });
        theme::setTextScale(1.6);
        Bench bench("play");
        QVERIFY(bench.plan());
        bench.view.resize(1000, 500);
        const auto *tree = bench.find<QTreeView>("planTree");
        const int name = QFontMetrics(theme::fixedFont()).horizontalAdvance("retention.ms");
        QTRY_VERIFY(tree->columnWidth(PlanModel::What) >= name + 12);
    }

    /// Right after a key the findings of other files may still be those of before.
    void aPlanKnowsAllFindings()
    {
        Bench bench("play");
        bench.type("campaign.yaml", "_public.sale", "_pubic.sale");
        QTRY_VERIFY(bench.session.isUpToDate() && !bench.session.isBusy());
        PlanRequest request{
            bench.session.snapshot(), *bench.controller.environment(), bench.connector, {}};
        request.snapshot.diagnostics = std::make_shared<const std::vector<Diagnostic>>();
        const auto isHeldBack = [&] {
            const auto made = makePlanFor(request, {});
            return std::ranges::any_of((*made)->plan.problems, [](const PlanProblem &each) {
                return each.message.starts_with("Nothing is planned for acme.finance.campaign");
            });
        };
        QVERIFY(!isHeldBack());
        request.snapshot.isChecked = false;
        QVERIFY(isHeldBack());
    }
};

QTEST_MAIN(TestPlanLayout)
#include "tst_planlayout.moc"
