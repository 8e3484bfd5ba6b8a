// SPDX-License-Identifier: Apache-2.0
// Going on with a run that did not end, in the plan's view and from the list of runs.
#include "connectors/connectors.h"
#include "journal/journalbench.h"
#include "planbench.h"
#include "ui/windowbench.h"

#include "ui/governance/governanceview.h"
#include "ui/governance/tablepage.h"
#include "ui/plan/planmodel.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QProcess>
#include <QToolButton>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;
using Phase = PlanController::Phase;

class TestGoingOn : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        useOwnHome();
        language::install(*qApp, QStringLiteral("en"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_home->path().toUtf8());
    }

    void theRestIsDoneByClicks();
    void guardsAreKept();
    void itIsClosed();
    void aFaultOfItsClosingIsTold();
    void anotherClusterIsRefused();
    void aKilledRunIsGoneOnWithFromTheList();

private:
    /// A run to the environment that ended after its first result, with two topics on their way, of
    /// which one was made. Returns its journal.
    static std::filesystem::path killMidway(Bench &bench, const QString &typedName = {})
    {
        if (!bench.plan() || !bench.controller.apply(typedName) || !bench.reaches(Phase::Applied))
            qFatal("the plan is not applied");
        const auto all = journal::readJournals(*journal::stateFolder()).records;
        const auto path = all.front().path;
        writeBytes(path, bytesOf(path).split('\n').mid(0, 3).join('\n') + '\n');
        const auto record = journal::readJournal(path);
        if (!record || record->inFlight.size() != 2 || journal::doneCount(*record) != 1)
            qFatal("the journal is not cut as wanted");
        FakeCluster &cluster = *bench.connector->cluster;
        cluster.topics.erase(record->inFlight.begin()->substr(std::string_view("topic:").size()));
        cluster.acls.clear();
        bench.controller.forget();
        bench.view.hide();
        bench.view.show();
        return path;
    }

    static QStringList states(Bench &bench)
    {
        QStringList states;
        auto &model = *bench.view.model();
        for (int group = 0; group < model.rowCount(); ++group)
            for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row)
                states.append(
                    model.index(row, PlanModel::State, model.index(group, 0)).data().toString());
        return states;
    }

    static bool isOffered(Bench &bench)
    {
        return QTest::qWaitFor([&] { return bench.find<QWidget>("resumeBar")->isVisible(); });
    }

    static void takePictures(QWidget &view, const char *name)
    {
        const auto folder = qEnvironmentVariable("MESHWRIGHT_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto mode : {theme::Mode::Dark, theme::Mode::Light}) {
            theme::setMode(mode);
            QCoreApplication::processEvents();
            const auto *look = mode == theme::Mode::Dark ? "dark" : "light";
            view.grab().save(QStringLiteral("%1/%2-%3.png")
                                 .arg(folder, QLatin1String(name), QLatin1String(look)));
        }
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

// Fault 2
void TestGoingOn::theRestIsDoneByClicks()
{
    Bench bench("play");
    const auto path = killMidway(bench);
    QVERIFY(isOffered(bench));
    QVERIFY2(bench.text("resumeText").contains("did not end: 1 done, 2 unknown, "),
             qPrintable(bench.text("resumeText")));
    takePictures(bench.view, "goon-offered");
    FakeCluster &cluster = *bench.connector->cluster;
    const auto before = cluster.topics;
    QCOMPARE(before.size(), std::size_t(2));

    bench.click("resumeGoOn");
    QVERIFY(bench.reaches(Phase::Planned));
    auto stand = states(bench);
    QCOMPARE(stand.count("done"), 2); // one of the two in flight took effect
    QCOMPARE(stand.count("waiting"), stand.size() - 2);
    QVERIFY2(bench.text("planHeadline").startsWith("Going on will create 1 topic and add"),
             qPrintable(bench.text("planHeadline")));
    QVERIFY(!bench.find<QPushButton>("resumeGoOn")->isVisible());
    QVERIFY(bench.find<QPushButton>("resumeClose")->isVisible());
    takePictures(bench.view, "goon-shown");
    QCOMPARE(cluster.topics.size(), std::size_t(2)); // nothing is written yet

    QCOMPARE(bench.find<QPushButton>("apply")->text(), QStringLiteral("Go on in play"));
    const int sent = cluster.callsOf("createTopics");
    bench.click("apply");
    QVERIFY(bench.reaches(Phase::Applied));
    QVERIFY(bench.controller.report()->isComplete());
    stand = states(bench);
    QCOMPARE(stand.count("done"), stand.size());
    takePictures(bench.view, "goon-done");
    QCOMPARE(cluster.callsOf("createTopics"), sent + 1);
    QCOMPARE(cluster.topics.size(), std::size_t(3));
    for (const auto &[name, topic] : before)
        QCOMPARE(cluster.topics.at(name).id, topic.id);
    QVERIFY(journal::readJournal(path)->ending == journal::Ending::Resumed);
    QTRY_VERIFY(!bench.find<QWidget>("resumeBar")->isVisible());
    QVERIFY(bench.plan());
    QVERIFY(bench.controller.made()->plan.isEmpty());
}

void TestGoingOn::guardsAreKept()
{
    Bench bench("live");
    killMidway(bench, QStringLiteral("live"));
    QVERIFY(isOffered(bench));
    bench.click("resumeGoOn");
    QVERIFY(bench.reaches(Phase::Planned));
    auto *button = bench.find<QPushButton>("apply");
    QVERIFY(!button->isEnabled());
    QVERIFY(!bench.controller.apply());
    QTest::keyClicks(bench.find<QLineEdit>("applyName"), "live");
    QVERIFY(button->isEnabled());

    // Its settings say something else by now: it has to be looked at again.
    bench.type("meshwright.yaml", "guard: prod", "guard: prod\n    readOnly: true");
    QTRY_COMPARE(bench.controller.phase(), Phase::Idle);
    QVERIFY(isOffered(bench));
    bench.click("resumeGoOn");
    QVERIFY(bench.reaches(Phase::Planned));
    QVERIFY2(bench.text("applyText").contains("read-only"), qPrintable(bench.text("applyText")));
    QVERIFY(!bench.controller.apply(QStringLiteral("live")));
    QCOMPARE(bench.connector->cluster->topics.size(), std::size_t(2));
}

void TestGoingOn::itIsClosed()
{
    Bench bench("play");
    const auto path = killMidway(bench);
    QVERIFY(isOffered(bench));
    bench.click("resumeGoOn");
    QVERIFY(bench.reaches(Phase::Planned));
    auto held = std::make_unique<HeldTrail>(journal::auditFile(*journal::stateFolder()));
    bench.click("resumeClose");
    QTRY_VERIFY(journal::readJournal(path)->ending == journal::Ending::Discarded);
    QCOMPARE(bench.controller.phase(), Phase::Idle); // what is being closed can't be gone on with
    QVERIFY(!bench.controller.made());
    QVERIFY(bench.find<QWidget>("resumeBar")->isVisible());
    QVERIFY(!bench.find<QPushButton>("resumeClose")->isEnabled());
    QVERIFY(!bench.find<QPushButton>("resumeGoOn")->isEnabled());
    held.reset();
    QTRY_VERIFY(!bench.find<QWidget>("resumeBar")->isVisible());
    QCOMPARE(bench.connector->cluster->topics.size(), std::size_t(2));
}

void TestGoingOn::aFaultOfItsClosingIsTold()
{
    Bench bench("play");
    killMidway(bench);
    QVERIFY(isOffered(bench));
    spoil(journal::auditFile(*journal::stateFolder()));
    bench.click("resumeClose");
    QTRY_VERIFY2(bench.text("resumeText").startsWith("Cannot write audit.jsonl"),
                 qPrintable(bench.text("resumeText")));
    QTRY_VERIFY(!bench.find<QPushButton>("resumeClose")->isVisible()); // the run is closed
    QVERIFY(bench.find<QLabel>("resumeText")->isVisible());
    takePictures(bench.view, "goon-fault");
    bench.view.hide();
    bench.view.show(); // it has been read
    QVERIFY(!bench.find<QWidget>("resumeBar")->isVisible());
}

void TestGoingOn::anotherClusterIsRefused()
{
    Bench bench("play");
    killMidway(bench);
    QVERIFY(isOffered(bench));
    bench.connector->cluster->clusterId = "another";
    bench.click("resumeGoOn");
    QTRY_COMPARE(bench.text("emptyTitle"), QStringLiteral("play could not be read"));
    QVERIFY(bench.text("emptyText").contains("another"));
    bench.connector->cluster->clusterId = "cluster-1";
    bench.click("emptyAction"); // tries the same again
    QVERIFY(bench.reaches(Phase::Planned));
    QVERIFY(bench.controller.made()->earlier);
}

// Fault 2
void TestGoingOn::aKilledRunIsGoneOnWithFromTheList()
{
    QByteArray spec = "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\n"
                      "info: {title: A, version: '1'}\nchannels:\n";
    for (int i = 0; i < 1000; ++i)
        spec += "  _public.sale" + QByteArray::number(i) +
                ": {publish: {}, bindings: {kafka: {partitions: 1, replicas: 1}}}\n";
    const SessionFixture files{Texts{{"c.yaml", spec.toStdString()}}};
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(qEnvironmentVariable("MESHWRIGHT_BIN") + QStringLiteral("/mw"),
                  {"apply", QDir(files.folder.path()).canonicalPath(), "--env", "sandbox"});
    QVERIFY(process.waitForStarted());
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 60'000 && !process.waitForFinished(1);) {
        QDirIterator journals(m_home->filePath(QStringLiteral("meshwright/journals")));
        int lines = 0;
        while (journals.hasNext())
            lines += static_cast<int>(bytesOf(journals.next().toStdString()).count('\n'));
        if (lines >= 3)
            break;
    }
    process.kill();
    process.waitForFinished();
    const auto left = journal::readJournals(*journal::stateFolder()).records;
    QCOMPARE(left.size(), std::size_t(1));
    if (!left.front().isUnfinished())
        QSKIP("the run was faster than the kill");

    Workbench bench(std::make_unique<ScriptedQuestions>(), Connections(builtInConnectors()));
    auto &window = bench.window();
    window.resize(1400, 900);
    window.show();
    bench.start(files.folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(bench.session().isOpen(), slow);
    window.actions().get(QStringLiteral("show-runs"))->trigger();
    auto *runs = window.findChild<GovernanceView *>()->page(GovernanceView::RunsTab);
    QTRY_COMPARE(runs->table()->model()->rowCount(), 1);
    runs->table()->setCurrentIndex(runs->table()->model()->index(0, 0));
    QTest::mouseClick(runs->findChild<QToolButton *>(QStringLiteral("runsGoOn")), Qt::LeftButton);
    auto *controller = window.findChild<PlanController *>();
    QTRY_COMPARE_WITH_TIMEOUT(controller->phase(), Phase::Planned, slow);
    QVERIFY(controller->made()->earlier);
    auto *button = window.findChild<QPushButton *>(QStringLiteral("apply"));
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(controller->phase(), Phase::Applied, slow);
    QVERIFY(controller->report()->isComplete());
    controller->plan();
    QTRY_COMPARE_WITH_TIMEOUT(controller->phase(), Phase::Planned, slow);
    QVERIFY(controller->made()->plan.isEmpty());
}

QTEST_MAIN(TestGoingOn)
#include "tst_goingon.moc"
