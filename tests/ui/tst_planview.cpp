// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/audit.h"
#include "planbench.h"
#include "ui/plan/deletechoice.h"
#include "ui/plan/plantexts.h"
#include "ui/text/language.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::ui;
using meshwright::test::Bench;

namespace {

using Phase = PlanController::Phase;

constexpr auto sale = "acme.finance.campaign._public.sale";

} // namespace

class TestPlanView : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { ui::language::install(*qApp, QStringLiteral("en")); }

    void startsEmptyAndPlans()
    {
        Bench bench("play");
        const QAbstractItemModelTester tester(bench.view.model());
        QCOMPARE(bench.text("emptyTitle"), QStringLiteral("No plan yet"));
        QCOMPARE(bench.find<QPushButton>("emptyAction")->text(), QStringLiteral("Provision play"));
        bench.click("emptyAction");
        QCOMPARE(bench.controller.phase(), Phase::Planning);
        QVERIFY(bench.reaches(Phase::Planned));
        QVERIFY(bench.find<QLabel>("planHeadline")->isVisible());
        const auto &plan = bench.controller.made()->plan;
        QCOMPARE(bench.text("planHeadline"),
                 QStringLiteral("This will create 3 topics and add %1 access rules in play")
                     .arg(plan.items.size() - 3));
        QVERIFY(bench.text("planComparison").contains(QStringLiteral("3 topics and ")));
        QVERIFY(bench.text("planComparison").contains(QStringLiteral("cluster-1")));
        QVERIFY(!bench.find<QLabel>("planRefusals")->isVisible());
        QVERIFY(!bench.find<QLabel>("planUnsaved")->isVisible());
        QCOMPARE(bench.view.model()->rowCount(), 2);
        QVERIFY(bench.view.planJson().contains(QLatin1String(sale)));
        QVERIFY(bench.connector->cluster->topics.empty());
    }

    // Fault 30
    void whatIsAppliedIsNoted()
    {
        const QTemporaryDir state;
        const auto before = qgetenv("XDG_STATE_HOME");
        qputenv("XDG_STATE_HOME", state.path().toUtf8());
        Bench bench("play");
        QVERIFY(bench.plan());
        bench.connector->refusal = Error{Error::Code::Network, "out of reach", {}};
        QVERIFY(bench.controller.apply());
        QVERIFY(bench.reaches(Phase::Applied));
        bench.connector->refusal.reset();
        QVERIFY(bench.plan());
        QVERIFY(bench.controller.apply());
        QVERIFY(bench.reaches(Phase::Applied));
        const auto folder = *journal::stateFolder();
        const auto trail = journal::readAudit(journal::auditFile(folder));
        QCOMPARE(trail->entries.size(), std::size_t(2));
        QCOMPARE(trail->entries[0].outcome, std::string("refused"));
        QCOMPARE(trail->entries[0].message, std::string("out of reach"));
        QCOMPARE(trail->entries[1].outcome, std::string("complete"));
        const auto record = journal::readJournal(trail->entries[1].journal);
        QVERIFY(record && record->ending == journal::Ending::Complete);
        QCOMPARE(QString::fromStdString(record->head.workspace), bench.session.rootPath());
        qputenv("XDG_STATE_HOME", before);
    }

    void reasonsJump()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        std::string file;
        Range range;
        QObject::connect(&bench.session, &Session::revealRequested, &bench.session,
                         [&](const std::string &where, Range what) {
                             file = where;
                             range = what;
                         });
        auto *tree = bench.find<QTreeView>("planTree");
        const auto group = tree->model()->index(0, 0);
        const auto reason = tree->model()->index(0, PlanModel::ReasonColumn, group);
        QCOMPARE(reason.siblingAtColumn(PlanModel::Resource).data().toString(),
                 QStringLiteral("acme.finance.campaign._private.offer"));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(reason).center());
        QCOMPARE(file, std::string("campaign.yaml"));
        const auto text = bench.session.text(file);
        QVERIFY(range.begin == range.end); // the caret, and no line that a key replaces
        QCOMPARE(text->slice(text->lineRange(text->position(range.begin).line)),
                 std::string_view("  _private.offer:"));
        QVERIFY(bench.text("planDetail").contains(QStringLiteral("campaign.yaml:8")));
        file.clear();
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(file, std::string("campaign.yaml"));
    }

    void filters()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        auto *model = bench.find<QTreeView>("planTree")->model();
        QTest::keyClicks(bench.find<QLineEdit>("planFilter"), QStringLiteral("_private.offer"));
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->rowCount(model->index(0, 0)), 1);
        bench.find<QLineEdit>("planFilter")->clear();
        QCOMPARE(model->rowCount(), 2);
    }

    void appliesAndIsInStep()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        QCOMPARE(bench.find<QPushButton>("apply")->text(), QStringLiteral("Apply to play"));
        bench.click("apply");
        QVERIFY(bench.reaches(Phase::Applied));
        const auto count = bench.view.model()->itemCount();
        QCOMPARE(bench.view.model()->countOf(RowState::Done), count);
        QCOMPARE(bench.text("applyText"),
                 QStringLiteral("Done: all %1 changes are in play").arg(count));
        QCOMPARE(bench.connector->cluster->topics.count(sale), std::size_t{1});
        QVERIFY(bench.view.reportJson().contains(QStringLiteral("\"done\"")));
        bench.click("planAgain");
        QVERIFY(bench.reaches(Phase::Planned));
        QVERIFY(bench.controller.made()->plan.isEmpty());
        QCOMPARE(bench.text("emptyTitle"),
                 QStringLiteral("Nothing to do: play has all that the specs ask for"));
        QVERIFY(
            bench.text("emptyText").contains(QStringLiteral("compared with cluster cluster-1")));
    }

    void whatWasComparedIsCounted()
    {
        MadePlan made;
        made.topics = 2;
        made.acls = 3;
        QVERIFY(plantexts::comparison(made).startsWith(
            QStringLiteral("2 topics and 3 access rules compared with the cluster at")));
        made.subjects = 1;
        QVERIFY(plantexts::comparison(made).startsWith(
            QStringLiteral("2 topics, 3 access rules and 1 schema compared with the cluster at")));
    }

    void tellsWhatFailed()
    {
        Bench bench("play");
        const Error error{Error::Code::Denied, "User:me needs CREATE on the topic", {}};
        bench.connector->cluster->faults["createTopics"] = {{1, error, sale}, {2, error, sale}};
        QVERIFY(bench.plan());
        bench.click("apply");
        QVERIFY(bench.reaches(Phase::Applied));
        auto *model = bench.view.model();
        QCOMPARE(model->countOf(RowState::Failed), std::size_t{1});
        QVERIFY(bench.text("applyText").startsWith(QStringLiteral("Partly applied: ")));
        QVERIFY(bench.text("applyText").contains(QStringLiteral("1 failed")));
        const auto group = model->index(0, 0);
        const auto row = model->index(1, PlanModel::State, group);
        QCOMPARE(row.data().toString(), QStringLiteral("failed"));
        QVERIFY(row.data(PlanModel::DetailRole).toString().contains(toQtText(error.message)));
        QVERIFY(!bench.find<QPushButton>("apply")->isVisible()); // the plan is spent
        QVERIFY(bench.find<QPushButton>("planAgain")->isVisible());
    }

    void cancelEndsAtASafePoint()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        QSemaphore entered;
        QSemaphore go;
        bench.connector->cluster->before = [&](const std::string &method, int) {
            if (method != "createTopics")
                return;
            entered.release();
            go.acquire();
        };
        bench.click("apply");
        QVERIFY(QTest::qWaitFor([&] { return entered.available() > 0; }));
        QVERIFY(bench.find<QPushButton>("cancelApply")->isVisible());
        QVERIFY(bench.find<QProgressBar>("applyProgress")->isVisible());
        bench.click("cancelApply");
        QVERIFY(!bench.find<QPushButton>("cancelApply")->isEnabled());
        go.release(100);
        QVERIFY(bench.reaches(Phase::Applied));
        QVERIFY(bench.controller.report()->cancelled);
        QVERIFY(bench.view.model()->countOf(RowState::Skipped) > 0);
        QCOMPARE(bench.view.model()->countOf(RowState::Waiting), std::size_t{0});
        QVERIFY(bench.text("applyText").startsWith(QStringLiteral("Cancelled: ")));
        QVERIFY(bench.connector->cluster->acls.empty());
    }

    void planningIsCancelled()
    {
        Bench bench("play");
        QSemaphore entered;
        QSemaphore go;
        bench.connector->cluster->before = [&](const std::string &method, int) {
            if (method != "readTopics")
                return;
            entered.release();
            go.acquire();
        };
        bench.click("emptyAction");
        QVERIFY(QTest::qWaitFor([&] { return entered.available() > 0; }));
        QCOMPARE(bench.text("emptyTitle"), QStringLiteral("Reading play …"));
        bench.click("emptyAction"); // Cancel
        QCOMPARE(bench.controller.phase(), Phase::Idle);
        go.release(100);
        QTest::qWait(0);
        QCOMPARE(bench.controller.phase(), Phase::Idle);
        QCOMPARE(bench.text("emptyTitle"), QStringLiteral("No plan yet"));
        bench.connector->cluster->before = {};
    }

    void confirmWantsASecondClick()
    {
        Bench bench("test");
        QVERIFY(bench.plan());
        bench.click("apply");
        QCOMPARE(bench.controller.phase(), Phase::Planned);
        QVERIFY(bench.find<QPushButton>("apply")->text().startsWith(QStringLiteral("Yes, apply ")));
        QTest::keyClick(bench.find<QPushButton>("apply"), Qt::Key_Escape);
        QCOMPARE(bench.find<QPushButton>("apply")->text(), QStringLiteral("Apply to test"));
        auto *apply = bench.find<QPushButton>("apply");
        QTest::mouseClick(apply, Qt::LeftButton);
        QTest::mouseDClick(apply, Qt::LeftButton); // the second half of a double click is none
        QTest::mouseRelease(apply, Qt::LeftButton);
        QCOMPARE(bench.controller.phase(), Phase::Planned);
        QTest::keyClick(apply, Qt::Key_Escape);
        bench.click("apply");
        bench.click("apply");
        QVERIFY(bench.reaches(Phase::Applied));
        QCOMPARE(bench.connector->cluster->topics.count(sale), std::size_t{1});
    }

    void productionWantsItsName()
    {
        Bench bench("live");
        QVERIFY(bench.plan());
        auto *apply = bench.find<QPushButton>("apply");
        QVERIFY(apply->property("danger").toBool());
        QVERIFY(!apply->isEnabled());
        const auto refused = bench.controller.apply();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Denied);
        auto *name = bench.find<QLineEdit>("applyName");
        QTest::keyClicks(name, QStringLiteral("liv"));
        QVERIFY(!apply->isEnabled());
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(bench.controller.phase(), Phase::Planned);
        QTest::keyClicks(name, QStringLiteral("e"));
        QVERIFY(apply->isEnabled());
        QVERIFY(bench.connector->cluster->topics.empty());
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(bench.reaches(Phase::Applied));
        QCOMPARE(bench.connector->cluster->topics.count(sale), std::size_t{1});
    }

    void deletesAreChosenByKind()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        QVERIFY(bench.controller.apply());
        QVERIFY(bench.reaches(Phase::Applied));
        bench.connector->cluster->addTopic("acme.finance.campaign._public.old");
        QVERIFY(bench.plan());
        QVERIFY(bench.controller.made()->plan.isEmpty());
        auto *choice = bench.find<DeleteChoice>("emptyDeletes");
        QVERIFY(choice->isVisible()); // where there is nothing to do otherwise
        QCOMPARE(choice->text(), QStringLiteral("Deletes nothing"));
        choice->menu()->findChild<QAction *>(QStringLiteral("delete:topics"))->trigger();
        QVERIFY(bench.reaches(Phase::Planned));
        QCOMPARE(bench.controller.made()->plan.summary.deletes, std::size_t(1));
        for (auto *each : bench.view.findChildren<DeleteChoice *>())
            QCOMPARE(each->text(), QStringLiteral("Deletes 1 kind"));
        bench.controller.setEnvironment(QStringLiteral("test")); // a choice is for one environment
        QVERIFY(!bench.controller.prune().isAny());
    }

    // Fault 10
    void whatIsInUseNeedsConsent()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        QVERIFY(bench.controller.apply());
        QVERIFY(bench.reaches(Phase::Applied));
        const std::string old = "acme.finance.campaign._public.old";
        auto &cluster = *bench.connector->cluster;
        cluster.addTopic(old);
        bench.controller.setPrune({.topics = true});
        QVERIFY(bench.reaches(Phase::Planned));
        QVERIFY(bench.find<QCheckBox>("applyAgreed")->isHidden());
        cluster.records[old] = {std::chrono::minutes(1)}; // since the plan was made
        bench.click("apply");
        QVERIFY(bench.reaches(Phase::Applied));
        QVERIFY(bench.controller.report()->refused);
        QCOMPARE(cluster.topics.count(old), std::size_t(1));
        QVERIFY(bench.plan());
        auto *agreed = bench.find<QCheckBox>("applyAgreed");
        QVERIFY(agreed->isVisible());
        QVERIFY(!bench.find<QPushButton>("apply")->isEnabled());
        QVERIFY(!bench.controller.apply());
        agreed->click();
        bench.click("apply");
        QVERIFY(bench.reaches(Phase::Applied));
        QCOMPARE(cluster.topics.count(old), std::size_t(0));
    }

    void whatIsReadOnlyTakesNoPlan()
    {
        Bench bench("play");
        bench.type("meshwright.yaml", "guard: dev, bootstrap",
                   "guard: dev, readOnly: true, "
                   "bootstrap");
        QTRY_VERIFY(bench.controller.environment()->isReadOnly);
        QVERIFY(bench.plan());
        QVERIFY(!bench.find<QPushButton>("apply")->isEnabled());
        QVERIFY(bench.text("applyText").contains(QStringLiteral("read-only")));
        QVERIFY(!bench.controller.apply());
        QVERIFY(bench.connector->cluster->topics.empty());
    }

    void anEmptyPlanOfOldSpecsSaysNothingIsInStep()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        bench.click("apply");
        QVERIFY(bench.reaches(Phase::Applied));
        bench.click("planAgain");
        QVERIFY(bench.reaches(Phase::Planned));
        QVERIFY(bench.text("emptyTitle").startsWith(QStringLiteral("Nothing to do")));
        bench.type("campaign.yaml", "partitions: 3", "partitions: 5");
        QVERIFY(QTest::qWaitFor([&] { return bench.controller.isOutdated(); }));
        QVERIFY(bench.text("emptyTitle").startsWith(QStringLiteral("Outdated")));
    }

    void typedTextMakesThePlanOutdated()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        bench.type("campaign.yaml", "partitions: 3", "partitions: 5");
        QVERIFY(QTest::qWaitFor([&] { return bench.controller.isOutdated(); }));
        QVERIFY(bench.text("planOutdated").contains(QStringLiteral("specs changed")));
        QVERIFY(!bench.find<QPushButton>("apply")->isEnabled());
        QVERIFY(!bench.controller.apply());
        bench.click("planRefresh");
        QVERIFY(bench.reaches(Phase::Planned));
        QVERIFY(!bench.controller.isOutdated());
        QVERIFY(!bench.find<QLabel>("planOutdated")->isVisible());
        QVERIFY(bench.text("planUnsaved")
                    .contains(QStringLiteral("1 unsaved file is part of this plan")));
        const auto sales = bench.view.model()->match(
            bench.view.model()->index(0, PlanModel::After, bench.view.model()->index(0, 0)),
            Qt::DisplayRole, QStringLiteral("5 partitions"), 1, Qt::MatchStartsWith);
        QCOMPARE(sales.size(), 1);
        QVERIFY(bench.find<QPushButton>("apply")->isEnabled());
    }

    void heldBackThingsAreListed()
    {
        Bench bench("play");
        bench.type("ledger.yaml", "_private.entry", "_pirvate.entry");
        QVERIFY(QTest::qWaitFor([&] { return bench.session.snapshot().revision > 1; }));
        QVERIFY(bench.plan());
        QVERIFY(bench.find<QLabel>("planRefusals")->isVisible());
        QVERIFY(bench.text("planRefusals").contains(QStringLiteral("1 thing is held back")));
        const auto first = bench.view.model()->index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("Not in this plan"));
        const auto problem = bench.view.model()->index(0, PlanModel::ReasonColumn, first);
        QVERIFY2(problem.data().toString().startsWith(QStringLiteral("ledger.yaml:")),
                 qPrintable(problem.data().toString()));
    }

    void unreachableClusterIsAFault()
    {
        Bench bench("play");
        bench.connector->cluster->faults["info"] = {
            {1, {Error::Code::Network, "No broker answers at localhost:9092.", {}}}};
        bench.controller.plan();
        QVERIFY(QTest::qWaitFor([&] { return bench.controller.fault().has_value(); }));
        QCOMPARE(bench.text("emptyTitle"), QStringLiteral("play could not be read"));
        QCOMPARE(bench.text("emptyText"), QStringLiteral("No broker answers at localhost:9092."));
        QSignalSpy asked(&bench.view, &PlanView::connectionRequested);
        bench.click("emptyOther");
        QCOMPARE(asked.size(), 1);
        bench.click("emptyAction"); // Try again
        QVERIFY(bench.reaches(Phase::Planned));
    }

    void unknownConnectorIsAFault()
    {
        Bench bench("sandbox"); // built in, but this program was given no connector for it
        bench.controller.plan();
        QVERIFY(QTest::qWaitFor([&] { return bench.controller.fault().has_value(); }));
        QVERIFY(bench.text("emptyText").contains(QStringLiteral("'sandbox'")));
    }

    void anotherEnvironmentDropsThePlan()
    {
        Bench bench("play");
        QVERIFY(bench.plan());
        bench.controller.setEnvironment(QStringLiteral("live"));
        QVERIFY(!bench.controller.made());
        QCOMPARE(bench.find<QPushButton>("emptyAction")->text(), QStringLiteral("Provision live"));
    }

private:
    static QString toQtText(const std::string &text) { return QString::fromStdString(text); }
};

QTEST_MAIN(TestPlanView)
#include "tst_planview.moc"
