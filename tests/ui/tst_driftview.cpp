// SPDX-License-Identifier: Apache-2.0
#include "planfixture.h"
#include "ui/designer/actdialog.h"
#include "ui/drift/driftcontroller.h"
#include "ui/drift/driftview.h"
#include "ui/text/language.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::ui;
using meshwright::test::FakeConnector;
using meshwright::test::PlanFolder;

namespace {

constexpr auto sale = "acme.finance.campaign._public.sale";
constexpr auto offer = "acme.finance.campaign._private.offer";

/// The drift view of a folder, and a cluster in memory that holds what its specs ask for.
struct Bench
{
    explicit Bench(const QByteArray &settings = PlanFolder::settings)
    {
        folder.write(QStringLiteral("meshwright.yaml"), settings);
        session.open(folder.path());
        if (!QTest::qWaitFor([this] { return session.isOpen() && !session.isBusy(); }))
            qFatal("the folder does not open");
        controller.setEnvironment(QStringLiteral("play"));
        const Environment play = *controller.environment();
        const auto desired = desiredState(*session.snapshot().topology, &play);
        for (const auto &topic : desired.topics)
            cluster().addTopic(topic.name.value, topic.partitions.value_or(1),
                               topic.replicas.value_or(1), topic.settings);
        for (const auto &requested : desired.acls)
            cluster().acls.insert(requested.acl);
        view.resize(1100, 700);
        view.show();
    }

    test::FakeCluster &cluster() { return *connector->cluster; }

    bool compare()
    {
        controller.compare();
        return QTest::qWaitFor([this] { return !controller.isComparing(); });
    }

    template <typename Widget>
    Widget *find(const char *name)
    {
        auto *widget = view.findChild<Widget *>(QLatin1String(name));
        if (widget == nullptr)
            qFatal("there is no %s", name);
        return widget;
    }

    QString text(const char *name) { return find<QLabel>(name)->text(); }

    QPushButton *button(const char *name) { return find<QPushButton>(name); }

    void click(const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); }

    QTreeView *tree() { return find<QTreeView>("driftTree"); }

    /// The row whose cell has this text.
    QModelIndex row(int column, const char *text)
    {
        const auto *model = tree()->model();
        for (int group = 0; group < model->rowCount(); ++group) {
            const auto parent = model->index(group, 0);
            for (int row = 0; row < model->rowCount(parent); ++row)
                if (model->index(row, column, parent).data().toString() == QLatin1String(text))
                    return model->index(row, 0, parent);
        }
        return {};
    }

    void select(const QModelIndex &row, Qt::KeyboardModifiers keys = {})
    {
        tree()->scrollTo(row);
        const auto cell = row.siblingAtColumn(DriftModel::What);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, keys,
                          tree()->visualRect(cell.isValid() ? cell : row).center());
    }

    PlanFolder folder;
    std::shared_ptr<FakeConnector> connector = std::make_shared<FakeConnector>("kafka");
    Session session;
    DriftController controller{&session, Connections({connector})};
    DriftView view{&session, &controller};
};

} // namespace

class TestDriftView : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { language::install(*qApp, QStringLiteral("en")); }

    void eachStateSaysWhatItIs()
    {
        Bench bench;
        QCOMPARE(bench.text("emptyTitle"), QStringLiteral("No comparison yet"));
        QVERIFY(bench.connector->cluster->calls.empty());
        bench.click("emptyAction");
        QVERIFY(bench.controller.isComparing());
        QCOMPARE(bench.text("emptyTitle"), QStringLiteral("Reading play …"));
        QTRY_COMPARE(bench.text("emptyTitle"),
                     QStringLiteral("In step: play has what the specs ask for"));
        QVERIFY(bench.text("emptyText").contains(QStringLiteral("cluster-1")));
        QVERIFY(bench.text("emptyText").contains(QStringLiteral("It compares when asked")));
        bench.connector->refusal = Error{Error::Code::Network, "No broker answers.", {}};
        bench.click("emptyAction");
        QTRY_COMPARE(bench.text("emptyTitle"), QStringLiteral("play could not be read"));
        QCOMPARE(bench.text("emptyText"),
                 QStringLiteral("Whether it is in step is not known. No broker answers."));
        QSignalSpy connection(&bench.view, &DriftView::connectionRequested);
        bench.click("emptyOther");
        QCOMPARE(connection.size(), 1);
        for (const auto &call : bench.cluster().calls)
            QVERIFY2(call.find("read") == 0 || call.find("info") == 0, call.c_str());
    }

    void everythingOutOfStepIsThere()
    {
        Bench bench;
        auto &cluster = bench.cluster();
        cluster.topics[sale].settings = {{"retention.ms", "5"}, {"flush.ms", "9"}};
        cluster.topics[sale].replicas = 3;
        cluster.topics[offer].partitions = 4;
        cluster.topics.erase("acme.finance.ledger._private.entry");
        cluster.addTopic("acme.finance.ledger._private.stray", 2);
        cluster.addTopic("zoo.x._public.y");
        cluster.acls.insert({.name = sale, .principal = "User:stranger"});
        QVERIFY(bench.compare());
        const QAbstractItemModelTester tester(bench.view.model());
        const auto *model = bench.tree()->model();
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("acme.finance.campaign"));
        QCOMPARE(model->index(1, 0).data().toString(), QStringLiteral("acme.finance.ledger"));
        QCOMPARE(model->index(2, 0).data().toString(),
                 QStringLiteral("Of no context of these specs"));
        QStringList rows;
        for (int group = 0; group < 2; ++group)
            for (int row = 0; row < model->rowCount(model->index(group, 0)); ++row) {
                QStringList cells;
                for (int column = 0; column < DriftModel::ColumnCount; ++column)
                    cells << model->index(row, column, model->index(group, 0)).data().toString();
                rows << cells.join(QLatin1Char('|'));
            }
        const QStringList expected{
            "≠|acme.finance.campaign._private.offer|partitions|1|4|campaign.yaml:9",
            "≠|acme.finance.campaign._public.sale|replicas|1|3|campaign.yaml:6",
            "+|acme.finance.campaign._public.sale|flush.ms|nothing|9|campaign.yaml:5",
            "≠|acme.finance.campaign._public.sale|retention.ms|172800000|5|campaign.yaml:6",
            "+|acme.finance.campaign._public.sale|User:stranger|nothing|may read|campaign.yaml:2",
            "−|acme.finance.ledger._private.entry|topic|1 partition, 1 replica|nothing|"
            "ledger.yaml:7",
            "+|acme.finance.ledger._private.stray|topic|nothing|2 partitions|"};
        QCOMPARE(rows, expected);
        QCOMPARE(bench.text("driftHeadline"), QStringLiteral("7 things are out of step in play"));
        QVERIFY(!bench.find<QLabel>("driftUnknowns")->isVisible());
    }

    void whatCouldNotBeReadIsUnknown()
    {
        Bench bench;
        bench.cluster().faults["readAcls"] = {{0, {Error::Code::Denied, "Not allowed.", {}}}};
        QVERIFY(bench.compare());
        QCOMPARE(bench.text("driftHeadline"),
                 QStringLiteral("Whether play is in step is not known"));
        QVERIFY(
            bench.text("driftUnknowns").contains(QStringLiteral("2 things could not be compared")));
        const auto *model = bench.tree()->model();
        QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("Not compared"));
        bench.find<QLabel>("driftUnknowns")->linkActivated(QStringLiteral("#"));
        QVERIFY(bench.text("driftDetail").contains(QStringLiteral("Not allowed.")));
        QVERIFY(!bench.button("driftRestore")->isEnabled());
        const auto second = model->index(1, 0, model->index(0, 0));
        QVERIFY(second.data(DriftModel::DetailRole)
                    .toString()
                    .contains(QStringLiteral("What no spec asks for is not looked for, since")));
        bench.cluster().faults["readTopics"] = {{0, {Error::Code::Denied, "No topics.", {}}}};
        QVERIFY(bench.compare());
        QCOMPARE(bench.text("emptyTitle"), QStringLiteral("play could not be read"));
    }

    void whereNoAccessCanBeNoneIsMissing()
    {
        Bench bench;
        bench.cluster().faults["readAcls"] = {{0, {Error::Code::NotFound, "No authorizer.", {}}}};
        QVERIFY(bench.compare());
        QCOMPARE(bench.text("driftHeadline"),
                 QStringLiteral("In step: play has what the specs ask for"));
        QVERIFY(!bench.find<QLabel>("driftUnknowns")->isVisible());
        const auto row = bench.row(DriftModel::Resource, "acls");
        QVERIFY(row.data(DriftModel::DetailRole).toString().startsWith("acls: The cluster has no"));
    }

    void anItemOpensItsLine()
    {
        Bench bench;
        bench.cluster().topics[sale].settings["retention.ms"] = "5";
        QVERIFY(bench.compare());
        QSignalSpy revealed(&bench.session, &Session::revealRequested);
        const auto place = bench.row(DriftModel::What, "retention.ms");
        QTest::mouseClick(
            bench.tree()->viewport(), Qt::LeftButton, {},
            bench.tree()->visualRect(place.siblingAtColumn(DriftModel::Place)).center());
        QCOMPARE(revealed.size(), 1);
        QTest::keyClick(bench.tree(), Qt::Key_Return);
        QCOMPARE(revealed.size(), 2);
        QCOMPARE(revealed[1][0].value<std::string>(), std::string("campaign.yaml"));
    }

    void whatIsChosenIsRestored()
    {
        Bench bench;
        bench.cluster().topics[sale].settings = {{"retention.ms", "5"}, {"flush.ms", "9"}};
        bench.cluster().topics[sale].replicas = 3;
        QVERIFY(bench.compare());
        PlanOptions chosen;
        connect(&bench.view, &DriftView::restoreRequested, &bench.view,
                [&](const PlanOptions &options) { chosen = options; });
        QVERIFY(!bench.button("driftRestore")->isEnabled());
        QVERIFY(bench.button("driftRestore")->toolTip().startsWith(QStringLiteral("Select")));
        bench.select(bench.row(DriftModel::What, "retention.ms"));
        QVERIFY(bench.button("driftRestore")->isEnabled());
        bench.click("driftRestore");
        const std::string id = std::string("config:") + sale + ":retention.ms";
        QCOMPARE(chosen.only, std::set<std::string>{id});
        QVERIFY(!chosen.prune.isAny());
        bench.select(bench.row(DriftModel::What, "flush.ms"), Qt::ControlModifier);
        QCOMPARE(bench.button("driftRestore")->text(), QStringLiteral("Restore 2 …"));
        bench.click("driftRestore");
        QCOMPARE(chosen.only.size(), std::size_t(2));
        QVERIFY(chosen.prune.settings && !chosen.prune.topics);
        bench.select(bench.tree()->model()->index(0, 0)); // the whole context
        QCOMPARE(bench.button("driftRestore")->text(), QStringLiteral("Restore 2 …"));
        QVERIFY(bench.text("driftText").contains(QStringLiteral("1 can't be restored: It has 3 ")));
    }

    void whatCantBeDoneSaysWhy()
    {
        Bench bench;
        bench.cluster().topics.erase(sale);
        bench.cluster().addTopic("acme.finance.ledger._private.stray");
        bench.cluster().topics[offer].replicas = 3;
        QVERIFY(bench.compare());
        bench.select(bench.row(DriftModel::Resource, "acme.finance.ledger._private.stray"));
        QVERIFY(bench.button("driftRestore")->isEnabled());
        QVERIFY(bench.button("driftAdopt")->isEnabled());
        bench.select(bench.row(DriftModel::Resource, sale));
        QVERIFY(bench.button("driftRestore")->isEnabled());
        QVERIFY(!bench.button("driftAdopt")->isEnabled());
        QVERIFY(bench.button("driftAdopt")->toolTip().contains(QStringLiteral("Delete the topic")));
        QVERIFY(bench.text("driftText").contains(QStringLiteral("Delete the topic")));
        QVERIFY(bench.text("driftDetail").contains(QStringLiteral("Can't be adopted")));
        bench.select(bench.row(DriftModel::What, "replicas"));
        QVERIFY(!bench.button("driftRestore")->isEnabled());
        QVERIFY(bench.button("driftRestore")->toolTip().contains(QStringLiteral("reassign")));
        QVERIFY(bench.button("driftAdopt")->isEnabled());
        bench.controller.setApplying(true);
        QVERIFY(!bench.button("driftAdopt")->isEnabled());
        QCOMPARE(bench.button("driftAdopt")->toolTip(), QStringLiteral("A plan is being applied."));
        QVERIFY(!bench.button("driftCompare")->isEnabled());
    }

    void anAccessWaitsForItsTopic()
    {
        constexpr auto stray = "acme.finance.ledger._protected.stray";
        Bench bench;
        bench.cluster().addTopic(stray);
        bench.cluster().acls.insert({.name = stray, .principal = "User:acme.finance.campaign"});
        bench.cluster().acls.insert({.name = sale, .principal = "User:stranger"});
        QVERIFY(bench.compare());
        const QString first("adopt the topic first");
        bench.select(bench.row(DriftModel::What, "User:acme.finance.campaign"));
        QVERIFY(bench.button("driftRestore")->isEnabled());
        QVERIFY(!bench.button("driftAdopt")->isEnabled());
        for (const char *label : {"driftText", "driftDetail"})
            QVERIFY2(bench.text(label).contains(first), qPrintable(bench.text(label)));
        bench.select(bench.row(DriftModel::What, "topic"), Qt::ControlModifier);
        QVERIFY(bench.button("driftAdopt")->isEnabled());
        QVERIFY(bench.text("driftText").contains("1 can't be adopted: No spec names its topic"));
        bench.select(bench.row(DriftModel::What, "User:stranger")); // of a topic that is in a spec
        QVERIFY(bench.text("driftText").contains("No tag of a spec asks for such access"));
    }

    void filters()
    {
        Bench bench;
        bench.cluster().topics[sale].settings["retention.ms"] = "5";
        bench.cluster().topics[offer].partitions = 4;
        QVERIFY(bench.compare());
        QTest::keyClicks(bench.find<QLineEdit>("driftFilter"), QStringLiteral("RETENTION"));
        QVERIFY(bench.row(DriftModel::What, "retention.ms").isValid());
        QVERIFY(!bench.row(DriftModel::What, "partitions").isValid());
    }

    void comparesByItself()
    {
        Bench bench(
            QByteArray(PlanFolder::settings).replace("guard: dev,", "guard: dev, drift: 5,"));
        // Not before somebody asked: a folder that is opened reaches no cluster by itself.
        QVERIFY(!bench.controller.nextAt().isValid());
        bench.controller.setMinute(std::chrono::milliseconds(4));
        QTest::qWait(60);
        QVERIFY(!bench.controller.made());
        QVERIFY(bench.cluster().calls.empty());
        QVERIFY(bench.compare());
        QVERIFY(bench.controller.nextAt().isValid());
        const auto first = bench.controller.made();
        QTRY_VERIFY(bench.controller.made() != first);
        bench.controller.setApplying(true);
        QVERIFY(!bench.controller.isComparing());
        QTest::qWait(30); // what was given up ends
        const auto calls = bench.cluster().calls.size();
        QTest::qWait(60); // several times as long as it is
        QCOMPARE(bench.cluster().calls.size(), calls);
        const auto last = bench.controller.made();
        bench.controller.setApplying(false);
        QTRY_VERIFY(bench.controller.made() != last);
        bench.controller.setEnvironment(QStringLiteral("test")); // which has no `drift`
        QVERIFY(!bench.controller.nextAt().isValid());
        QVERIFY(!bench.controller.made());
    }

    void comparesOnlyWhenAskedWithoutTheSetting()
    {
        Bench bench;
        bench.controller.setMinute(std::chrono::milliseconds(1));
        QVERIFY(bench.compare());
        const auto calls = bench.cluster().calls.size();
        QTest::qWait(60);
        QCOMPARE(bench.cluster().calls.size(), calls);
    }

    void aComparisonIsGivenUp()
    {
        Bench bench;
        QSemaphore gate;
        bench.cluster().before = [&](const std::string &method, int) {
            if (method == "readTopics")
                gate.acquire();
        };
        bench.click("emptyAction");
        QVERIFY(bench.controller.isComparing());
        bench.click("emptyAction"); // now Cancel
        QVERIFY(!bench.controller.isComparing());
        QCOMPARE(bench.text("emptyTitle"), QStringLiteral("No comparison yet"));
        gate.release();
        QTest::qWait(50);
        QVERIFY(!bench.controller.made() && !bench.controller.fault());
    }

    void theSpecsMayHaveMovedOn()
    {
        Bench bench;
        bench.cluster().topics[sale].settings["retention.ms"] = "5";
        QVERIFY(bench.compare());
        QVERIFY(!bench.find<QLabel>("driftOutdated")->isVisible());
        WorkspaceEdit edit;
        edit.files["campaign.yaml"] = {{{0, 0}, "# new\n"}};
        QVERIFY(bench.session.perform(edit, QStringLiteral("type")));
        QTRY_VERIFY(bench.find<QLabel>("driftOutdated")->isVisible());
        bench.find<QLabel>("driftOutdated")->linkActivated(QStringLiteral("#"));
        QTRY_VERIFY(!bench.controller.isComparing());
        QVERIFY(!bench.find<QLabel>("driftOutdated")->isVisible());
    }

    void aThousandItemsStayFast()
    {
        Bench bench;
        for (int i = 0; i < 1000; ++i)
            bench.cluster().topics[sale].settings["made.up." + std::to_string(i)] = "1";
        QElapsedTimer clock;
        QVERIFY(bench.compare());
        QCOMPARE(bench.controller.made()->drift.items.size(), std::size_t(1000));
        bench.tree()->expandAll();
        clock.start();
        bench.tree()->selectAll();
        bench.tree()->scrollToBottom();
        bench.view.grab();
        bench.find<QLineEdit>("driftFilter")->setText(QStringLiteral("up.99"));
        bench.view.grab();
        QVERIFY2(clock.elapsed() < 1000, QByteArray::number(clock.elapsed()).constData());
        QCOMPARE(bench.tree()->model()->rowCount(bench.tree()->model()->index(0, 0)), 11);
    }
};

QTEST_MAIN(TestDriftView)
#include "tst_driftview.moc"
