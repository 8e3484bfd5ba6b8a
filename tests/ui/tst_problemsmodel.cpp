// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionfixture.h"

#include "ui/problems/problemsmodel.h"
#include "ui/problems/problemsview.h"

#include "meshwright/lint/lint.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

std::map<std::string, std::string> wrongTexts()
{
    std::string wrong = salesSpec;
    wrong.replace(wrong.find("_public.sale"), 12, "_pubic.sale");
    wrong.replace(wrong.find("partitions: 3"), 13, "partitions: no");
    return {{"sub/sales.yaml", wrong}, {"stock.yaml", stockSpec}};
}

} // namespace

class TestProblemsModel : public QObject
{
    Q_OBJECT

private slots:

    // Acceptance 9
    void hasWhatLintFinds()
    {
        SessionFixture f(wrongTexts());
        ProblemsModel model(f.session);
        QAbstractItemModelTester tester(&model);
        QVERIFY(f.open());
        const auto expected = lint(*f.session.snapshot().topology);
        QVERIFY(expected.size() >= 2);
        QCOMPARE(model.rowCount(), int(expected.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const Diagnostic &d = expected[std::size_t(row)];
            const auto cell = [&](int column) {
                return model.index(row, column).data().toString();
            };
            QCOMPARE(cell(ProblemsModel::MessageColumn), toQt(d.message));
            QCOMPARE(cell(ProblemsModel::RuleColumn), toQt(d.rule));
            const Position p = f.session.text(d.file)->position(d.range.begin);
            QCOMPARE(cell(ProblemsModel::PlaceColumn),
                     QStringLiteral("%1:%2:%3").arg(toQt(d.file)).arg(p.line).arg(p.column));
        }
    }

    void goesAwayWithTheFault()
    {
        SessionFixture f(wrongTexts());
        QVERIFY(f.open());
        ProblemsModel model(f.session);
        QAbstractItemModelTester tester(&model);
        const int before = model.rowCount();
        QVERIFY(f.session.perform(f.replacing("sub/sales.yaml", "partitions: no", "partitions: 3"),
                                  QStringLiteral("Mend")));
        QVERIFY(f.settle());
        QCOMPARE(model.rowCount(), before - 1);
    }

    /// In a narrow place the other columns leave room for what is the matter.
    void theMessageKeepsItsRoom()
    {
        SessionFixture f(wrongTexts());
        QVERIFY(f.open());
        ProblemsView view(f.session);
        const QHeaderView &header = *view.table()->header();
        for (const int width : {400, 900, 500}) {
            view.resize(width, 300);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            QVERIFY(header.sectionSize(ProblemsModel::MessageColumn) >= width / 3);
        }
        view.table()->header()->resizeSection(ProblemsModel::RuleColumn, 60);
        view.resize(900, 300);
        QCOMPARE(header.sectionSize(ProblemsModel::RuleColumn), 60); // as the user wants it
    }

    void filtersAndJumps()
    {
        SessionFixture f(wrongTexts());
        QVERIFY(f.open());
        ProblemsView view(f.session);
        view.show();
        auto *field = view.findChild<QLineEdit *>(QStringLiteral("problemsFilter"));
        QTest::keyClicks(field, QStringLiteral("unknown-keyword"));
        QCOMPARE(view.table()->model()->rowCount(), 1);
        view.table()->setCurrentIndex(view.table()->model()->index(0, 0));
        Range revealed;
        connect(&f.session, &Session::revealRequested, this,
                [&revealed](const std::string &, Range range) { revealed = range; });
        QTest::keyClick(view.table(), Qt::Key_Return);
        QVERIFY(revealed.begin == revealed.end); // the caret, and nothing that a key replaces
        QVERIFY(f.bytes("sub/sales.yaml").substr(revealed.begin).starts_with("_pubic"));
    }

    /// The counts are those of `judge`, and what is allowed is shown where it is asked for.
    // Acceptance 9
    void whatCommentsAllowIsCountedApart()
    {
        std::string text = salesSpec;
        text.replace(text.find("  _public.sale"), 14,
                     "  # meshwright: allow naming/version - until June\n  _public.sale_v2");
        SessionFixture f({{"sales.yaml", text},
                          {"meshwright.yaml", "version: 1\nchecks:\n  advice: off\n  severity: "
                                              "{naming/version: error}\n"}});
        QVERIFY(f.open());
        const Judgement expected = judge(*f.session.snapshot().topology);
        QCOMPARE(expected.allowed.size(), std::size_t{1});
        ProblemsView view(f.session);
        view.show();
        auto *shown = view.findChild<QToolButton *>(QStringLiteral("allowedFindings"));
        QCOMPARE(shown->text(), QStringLiteral("1"));
        const auto *rows = view.table()->model();
        QCOMPARE(rows->rowCount(), int(expected.findings.size()));
        shown->click();
        QCOMPARE(rows->rowCount(), int(expected.findings.size()) + 1);
        const QString last = rows->index(rows->rowCount() - 1, 0).data().toString();
        QVERIFY2(last.contains(QStringLiteral("until June")), qPrintable(last));
        shown->click();
        QCOMPARE(rows->rowCount(), int(expected.findings.size()));
    }

    // Acceptance 9
    void theRuleLeadsToItsPage()
    {
        SessionFixture f(wrongTexts());
        QVERIFY(f.open());
        ProblemsView view(f.session);
        view.show();
        const QModelIndex rule = view.table()->model()->index(0, ProblemsModel::RuleColumn);
        view.table()->setCurrentIndex(rule);
        emit view.table()->activated(rule);
        auto *page = view.findChild<QTextBrowser *>(QStringLiteral("rulePage"));
        QVERIFY(page);
        const QString text = page->toPlainText();
        QVERIFY(text.contains(rule.data().toString()));
        QVERIFY(text.contains(QString::fromStdString(
            std::string(findRule(rule.data().toString().toStdString())->why))));
    }

    void aFindingIsAllowedWithAReason()
    {
        std::string text = salesSpec;
        text.replace(text.find("_public.sale"), 12, "_public.sale_v2");
        SessionFixture f({{"sales.yaml", text}, withoutAdvice});
        QVERIFY(f.open());
        ProblemsView view(f.session);
        view.show();
        auto *field = view.findChild<QLineEdit *>(QStringLiteral("problemsFilter"));
        field->setText(QStringLiteral("naming/version"));
        const QModelIndex row = view.table()->model()->index(0, 0);
        emit view.table()->customContextMenuRequested(view.table()->visualRect(row).center());
        auto *menu = view.findChild<QMenu *>();
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto allow = std::find_if(actions.begin(), actions.end(), [](const QAction *each) {
            return each->text() == QStringLiteral("&Allow here…");
        });
        QVERIFY(allow != actions.end());
        (*allow)->trigger();
        auto *dialog = view.findChild<QInputDialog *>(QStringLiteral("allowReason"));
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("until June"));
        dialog->accept();
        QVERIFY(f.settle());
        QVERIFY(f.bytes("sales.yaml")
                    .find("  # meshwright: allow naming/version - until June\n  _public.sale_v2") !=
                std::string::npos);
        QTRY_COMPARE(f.session.snapshot().allowed->size(), std::size_t{1});
    }
};

QTEST_MAIN(TestProblemsModel)
#include "tst_problemsmodel.moc"
