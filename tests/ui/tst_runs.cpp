// SPDX-License-Identifier: Apache-2.0
// Who applied what, in the governance dock.
#include "journal/journalbench.h"
#include "ui/windowbench.h"

#include "ui/governance/governanceview.h"
#include "ui/governance/runspage.h"
#include "ui/graph/clusterobserver.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestRuns : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        useOwnHome();
        theme::install(*qApp, theme::Mode::Light);
    }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_home->path().toUtf8());
        m_desk = {.stateFolder = *journal::stateFolder(),
                  .tool = "test",
                  .workspace = "/w",
                  .pace = quick};
    }

    void theTrailIsShown();
    void aSettingHasItsName();
    void allColumnsFit();
    void whatTheFocusChoosesIsSeen();
    void tamperingIsShown();
    void aRunThatDidNotEndIsClosed();
    void theWindowDoesNotWaitForAClosing();
    void aFaultOfAClosingIsTold();
    void itsFolderTellsOfIt();

private:
    struct Room
    {
        Room()
        {
            if (!files.open())
                qFatal("the folder does not open");
            view.resize(1200, 500);
            view.show();
            view.showPage(GovernanceView::RunsTab);
        }

        QAbstractItemModel &rows() { return *view.page(GovernanceView::RunsTab)->table()->model(); }

        QString text(const char *name)
        {
            return view.findChild<QLabel *>(QLatin1String(name))->text();
        }

        void choose(int row)
        {
            view.page(GovernanceView::RunsTab)->table()->setCurrentIndex(rows().index(row, 0));
        }

        SessionFixture files{Texts{withoutAdvice}};
        ClusterObserver observer{files.session, Connections({})};
        GovernanceView view{files.session, observer};
    };

    journal::RecordedRun apply(int topics)
    {
        std::vector<PlanItem> items;
        for (int i = 0; i < topics; ++i)
            items.push_back(creation("acme.f.a._public.topic" + std::to_string(i)));
        FakeCluster cluster;
        auto plan = planOf(items);
        plan.environment = "production";
        auto desk = m_desk;
        desk.pace.topicsPerRequest = 500;
        return journal::applyRecorded(plan, cluster, {}, {}, desk);
    }

    /// Of three topics; all were made, and its end was not noted.
    journal::RecordedRun applyWithoutEnd()
    {
        const auto run = apply(3);
        const auto bytes = bytesOf(run.journal);
        writeBytes(run.journal, bytes.left(bytes.lastIndexOf("{\"end\"")));
        return run;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    journal::Desk m_desk;
};

void TestRuns::theTrailIsShown()
{
    QVERIFY(apply(1000).report.isComplete());
    FakeCluster other;
    other.clusterId = "another";
    QVERIFY(journal::applyRecorded(planOf({creation("x")}), other, {}, {}, m_desk).report.refused);
    Room room;
    QTRY_COMPARE(room.rows().rowCount(), 2);
    const QAbstractItemModelTester tester(&room.rows());
    QVERIFY(room.rows().index(0, RunsModel::Outcome).data().toString().contains("refused"));
    QVERIFY(room.text("runsVerdict").contains("as it was written"));
    room.choose(0);
    QVERIFY(room.text("runsMessage").contains("another"));
    room.choose(1);
    const auto *items = room.view.findChild<QTreeView *>(QStringLiteral("runItemsTable"));
    QCOMPARE(items->model()->rowCount(), 1000);
    QCOMPARE(items->model()->index(0, RunItemsModel::Resource).data().toString(),
             "acme.f.a._public.topic0");
    for (const auto mode : {theme::Mode::Light, theme::Mode::Dark}) {
        theme::setMode(mode);
        QCoreApplication::processEvents();
        const auto name = mode == theme::Mode::Light ? "light" : "dark";
        const auto folder = qEnvironmentVariable("MESHWRIGHT_PICTURES");
        if (!folder.isEmpty())
            room.view.grab().save(folder + QStringLiteral("/runs-%1.png").arg(name));
    }
    theme::setMode(theme::Mode::Light);
}

void TestRuns::aSettingHasItsName()
{
    FakeCluster cluster;
    const auto topic = cluster.addTopic("acme.a._public.x", 1, 1, {{"retention.ms", "9"}});
    const auto plan = planOf({setting(topic, "retention.ms", "9", "7")});
    QVERIFY(journal::applyRecorded(plan, cluster, {}, {}, m_desk).report.isComplete());
    Room room;
    QTRY_COMPARE(room.rows().rowCount(), 1);
    room.choose(0);
    const auto *items = room.view.findChild<QTreeView *>(QStringLiteral("runItemsTable"));
    QCOMPARE(items->model()->index(0, RunItemsModel::Resource).data().toString(),
             "acme.a._public.x:retention.ms");
}

void TestRuns::allColumnsFit()
{
    apply(3);
    Room room;
    QTRY_COMPARE(room.rows().rowCount(), 1);
    room.choose(0);
    const QTreeView *runs = room.view.page(GovernanceView::RunsTab)->table();
    const QTreeView *items = room.view.findChild<QTreeView *>(QStringLiteral("runItemsTable"));
    for (const double scale : {1.0, 1.6}) {
        theme::setTextScale(scale);
        room.view.resize(990, 500);
        for (const QTreeView *table : {runs, items})
            QTRY_VERIFY2(table->header()->length() <= table->viewport()->width(),
                         qPrintable(table->objectName()));
    }
    theme::setTextScale(1);
}

void TestRuns::whatTheFocusChoosesIsSeen()
{
    apply(1);
    Room room;
    QTRY_COMPARE(room.rows().rowCount(), 1);
    room.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&room.view));
    QTreeView *table = room.view.page(GovernanceView::RunsTab)->table();
    QVERIFY(!table->selectionModel()->hasSelection());
    table->setFocus();
    QTRY_VERIFY(table->currentIndex().isValid());
    QVERIFY(table->selectionModel()->isRowSelected(0, {}));
}

// Fault 30
void TestRuns::tamperingIsShown()
{
    apply(1);
    apply(2);
    const auto trail = journal::auditFile(m_desk.stateFolder);
    writeBytes(trail, bytesOf(trail).replace("\"done\"", "\"fine\""));
    Room room;
    QTRY_COMPARE(room.rows().rowCount(), 2);
    QVERIFY2(room.text("runsVerdict").contains("not as it was written. Line 2"),
             room.text("runsVerdict").toUtf8().constData());
}

// Fault 2
void TestRuns::aRunThatDidNotEndIsClosed()
{
    const auto run = applyWithoutEnd();
    Room room;
    QTRY_COMPARE(room.rows().rowCount(), 2);
    QVERIFY(room.rows().index(0, RunsModel::Outcome).data().toString().contains("did not end"));
    auto *close = room.view.findChild<QToolButton *>(QStringLiteral("runsClose"));
    room.choose(1);
    QVERIFY(!close->isEnabled());
    room.choose(0);
    QVERIFY(room.text("runsMessage").contains("did not end: 3 done"));
    QVERIFY(room.view.findChild<QToolButton *>(QStringLiteral("runsGoOn"))->isEnabled());
    QVERIFY(close->isEnabled());
    close->click();
    QTRY_VERIFY(journal::readJournal(run.journal)->ending == journal::Ending::Discarded);
    QTRY_VERIFY(room.rows().index(0, RunsModel::Outcome).data().toString().contains("closed"));
}

void TestRuns::theWindowDoesNotWaitForAClosing()
{
    const auto run = applyWithoutEnd();
    const auto trail = journal::auditFile(m_desk.stateFolder);
    auto room = std::make_unique<Room>();
    QTRY_COMPARE(room->rows().rowCount(), 2);
    room->choose(0);
    auto held = std::make_unique<HeldTrail>(trail);
    auto *close = room->view.findChild<QToolButton *>(QStringLiteral("runsClose"));
    close->click();
    QVERIFY(!close->isEnabled());
    QVERIFY(!room->view.findChild<QToolButton *>(QStringLiteral("runsGoOn"))->isEnabled());
    QTRY_VERIFY(journal::readJournal(run.journal)->ending == journal::Ending::Discarded);
    QVERIFY(!close->isEnabled());
    room.reset(); // and what was begun comes to its end
    held.reset();
    QTRY_COMPARE(journal::readAudit(trail)->entries.size(), std::size_t(2));
}

void TestRuns::aFaultOfAClosingIsTold()
{
    applyWithoutEnd();
    Room room;
    QTRY_COMPARE(room.rows().rowCount(), 2);
    room.choose(0);
    spoil(journal::auditFile(m_desk.stateFolder));
    const QSignalSpy messages(room.view.page(GovernanceView::RunsTab), &TablePage::message);
    room.view.findChild<QToolButton *>(QStringLiteral("runsClose"))->click();
    QTRY_COMPARE(messages.size(), 1);
    QVERIFY2(messages.front().front().toString().contains("audit.jsonl"),
             qPrintable(messages.front().front().toString()));
}

// Fault 2
void TestRuns::itsFolderTellsOfIt()
{
    WindowBench bench;
    m_desk.workspace = QDir(bench.files.folder.path()).canonicalPath().toStdString();
    const auto run = apply(1);
    const auto bytes = bytesOf(run.journal);
    writeBytes(run.journal, bytes.left(bytes.lastIndexOf("{\"end\"")));
    QVERIFY(bench.open());
    const auto *notice = bench.window().findChild<QLabel *>(QStringLiteral("noticeText"));
    QTRY_VERIFY2(notice->text().contains("production did not end"),
                 notice->text().toUtf8().constData());
    bench.window().actions().get(QStringLiteral("show-runs"))->trigger();
    auto *view = bench.window().findChild<GovernanceView *>();
    QTRY_COMPARE(view->page(GovernanceView::RunsTab)->table()->model()->rowCount(), 2);
}

QTEST_MAIN(TestRuns)
#include "tst_runs.moc"
