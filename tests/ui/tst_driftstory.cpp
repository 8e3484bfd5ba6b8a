// SPDX-License-Identifier: Apache-2.0
// Drift in the real window, by keys and clicks, on the sandbox: somebody changes the cluster by
// hand; once the spec follows, and once the cluster goes back.
#include "connectors/connectors.h"
#include "ui/designer/actdialog.h"
#include "ui/drift/driftcontroller.h"
#include "ui/drift/driftmodel.h"
#include "ui/plan/plancontroller.h"
#include "ui/plan/planmodel.h"
#include "ui/shell/workbench.h"
#include "ui/text/language.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace meshwright;
using namespace meshwright::ui;

namespace {

constexpr int slow = 30000;
constexpr auto sale = "acme.sales._public.sale";
constexpr auto spec = "asyncapi: 2.6.0\n"
                      "id: 'urn:acme.sales'\n"
                      "info: {title: Sales, version: '1'}\n"
                      "channels:\n"
                      "  _public.sale:\n"
                      "    bindings:\n"
                      "      kafka:\n"
                      "        partitions: 3\n"
                      "        replicas: 1\n"
                      "        topicConfiguration:\n"
                      "          # agreed with finance\n"
                      "          retention.ms: 172800000 # two days\n"
                      "          segment.ms: 3600000\n"
                      "    publish: {message: {payload: {type: object}}}\n";

QTemporaryDir &home()
{
    static QTemporaryDir folder;
    return folder;
}

} // namespace

class TestDriftStory : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        for (const char *name :
             {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            qputenv(name, home().path().toLocal8Bit());
    }

private slots:

    void initTestCase()
    {
        language::install(*qApp, QStringLiteral("en"));
        QDir(home().path()).mkdir(QStringLiteral("w"));
        QFile file(home().filePath(QStringLiteral("w/sales.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(spec) > 0);
        file.close();
        m_workbench = std::make_unique<Workbench>(std::make_unique<DialogQuestions>(),
                                                  Connections(builtInConnectors()));
        window().resize(1400, 950);
        window().show();
        window().openPath(home().filePath(QStringLiteral("w")));
        QTRY_VERIFY_WITH_TIMEOUT(session().isOpen() && !session().isBusy(), slow);
    }

    void whatIsAppliedIsInStep()
    {
        trigger("provision");
        apply();
        trigger("compare-drift");
        QTRY_COMPARE_WITH_TIMEOUT(empty("emptyTitle"),
                                  QStringLiteral("In step: sandbox has what the specs ask for"),
                                  slow);
    }

    void aChangeByHandIsSeen()
    {
        changeByHand({{"retention.ms", "5000"}, {"segment.ms", "6000"}});
        compareAgain();
        QCOMPARE(find<QLabel>("driftHeadline")->text(),
                 QStringLiteral("2 things are out of step in sandbox"));
        const auto *dock = window().findChild<QDockWidget *>(QStringLiteral("driftDock"));
        QCOMPARE(dock->windowTitle(), QStringLiteral("Drift (2)"));
        const auto row = rowOf("retention.ms");
        QCOMPARE(row.siblingAtColumn(DriftModel::Specs).data().toString(),
                 QStringLiteral("172800000"));
        QCOMPARE(row.siblingAtColumn(DriftModel::Cluster).data().toString(),
                 QStringLiteral("5000"));
    }

    // Acceptance 6
    void theSpecFollowsTheCluster()
    {
        select("retention.ms");
        QTest::mouseClick(find<QPushButton>("driftAdopt"), Qt::LeftButton);
        auto *dialog = window().findChild<ActDialog *>();
        QVERIFY(dialog);
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("actDo"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), slow);
        QTest::mouseClick(button, Qt::LeftButton);
        const QByteArray adopted = QByteArray(spec).replace("172800000 #", "5000 #");
        QTRY_COMPARE_WITH_TIMEOUT(text(), adopted, slow);
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("driftOutdated")->isVisible(), slow);
        compareAgain();
        QCOMPARE(find<QLabel>("driftHeadline")->text(),
                 QStringLiteral("1 thing is out of step in sandbox"));
        session().undoStack()->undo();
        QCOMPARE(text(), QByteArray(spec));
        QTRY_VERIFY_WITH_TIMEOUT(session().isUpToDate() && !session().isBusy(), slow);
    }

    void theClusterGoesBack()
    {
        compareAgain();
        select("segment.ms");
        QTest::mouseClick(find<QPushButton>("driftRestore"), Qt::LeftButton);
        auto *planning = window().findChild<PlanController *>();
        QTRY_COMPARE_WITH_TIMEOUT(planning->phase(), PlanController::Phase::Planned, slow);
        QVERIFY(find<QTreeView>("planTree")->isVisible());
        const auto &plan = planning->made()->plan;
        QCOMPARE(plan.items.size(), std::size_t(1));
        QCOMPARE(plan.items[0].id, std::string("config:") + sale + ":segment.ms");
        QCOMPARE(find<QLabel>("planHeadline")->text(),
                 QStringLiteral("This will change 1 setting in sandbox"));
        QVERIFY(find<QLabel>("planRefusals")->isVisible());
        QVERIFY(!find<QWidget>("planDeletes")->isVisible()); // what goes was chosen in the list
        planning->planAgain();
        QTRY_COMPARE_WITH_TIMEOUT(planning->phase(), PlanController::Phase::Planned, slow);
        QCOMPARE(planning->made()->plan.items.size(), std::size_t(1));
        apply();
        trigger("show-driftDock");
        compareAgain();
        QVERIFY(!rowOf("segment.ms").isValid());
        QVERIFY(rowOf("retention.ms").isValid());
        trigger("provision"); // all that there is to do, again
        QTRY_COMPARE_WITH_TIMEOUT(planning->phase(), PlanController::Phase::Planned, slow);
        apply();
        trigger("compare-drift");
        QTRY_COMPARE_WITH_TIMEOUT(empty("emptyTitle"),
                                  QStringLiteral("In step: sandbox has what the specs ask for"),
                                  slow);
    }

    void cleanupTestCase() { m_workbench.reset(); }

private:
    MainWindow &window() { return m_workbench->window(); }

    Session &session() { return m_workbench->session(); }

    void trigger(const char *id) { window().actions().get(QLatin1String(id))->trigger(); }

    template <typename Widget>
    Widget *find(const char *name)
    {
        auto *found = window().findChild<Widget *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("there is no %s", name);
        return found;
    }

    QString empty(const char *name)
    {
        return find<QWidget>("driftView")->findChild<QLabel *>(QLatin1String(name))->text();
    }

    QByteArray text() { return QByteArray::fromStdString(session().text("sales.yaml")->bytes()); }

    void apply()
    {
        auto *planning = window().findChild<PlanController *>();
        QTRY_COMPARE_WITH_TIMEOUT(planning->phase(), PlanController::Phase::Planned, slow);
        QTest::mouseClick(find<QPushButton>("apply"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(planning->phase(), PlanController::Phase::Applied, slow);
        QVERIFY(planning->report()->isComplete());
    }

    void compareAgain()
    {
        auto *controller = window().findChild<DriftController *>();
        trigger("compare-drift");
        QTRY_VERIFY_WITH_TIMEOUT(!controller->isComparing(), slow);
        QVERIFY(controller->made());
    }

    void changeByHand(const std::map<std::string, std::string> &settings)
    {
        const auto connectors = builtInConnectors();
        const auto sandbox =
            std::find_if(connectors.begin(), connectors.end(),
                         [](const auto &connector) { return connector->id() == "sandbox"; });
        Environment environment;
        environment.name = "sandbox";
        const auto cluster = (*sandbox)->open(environment);
        QVERIFY(cluster);
        const auto outcomes = (*cluster)->changeSettings({{sale, settings, {}}}, false, {});
        QVERIFY2(outcomes[0].has_value(), outcomes[0] ? "" : outcomes[0].error().message.c_str());
    }

    QModelIndex rowOf(const char *what)
    {
        const auto *model = find<QTreeView>("driftTree")->model();
        const auto found = model->match(model->index(0, DriftModel::What, model->index(0, 0)),
                                        Qt::DisplayRole, QLatin1String(what), 1, Qt::MatchExactly);
        return found.isEmpty() ? QModelIndex() : found.first();
    }

    void select(const char *what)
    {
        auto *tree = find<QTreeView>("driftTree");
        const auto row = rowOf(what);
        QVERIFY2(row.isValid(), what);
        tree->scrollTo(row);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(row).center());
    }

    std::unique_ptr<Workbench> m_workbench;
};

QTEST_MAIN(TestDriftStory)
#include "tst_driftstory.moc"
