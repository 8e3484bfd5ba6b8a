// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/planmodel.h"

#include "ui/text/language.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace meshwright;
using namespace meshwright::ui;

namespace {

constexpr auto kafkaTopic = "acme.finance.campaign._public.sale";

PlanItem topicItem()
{
    PlanItem item;
    item.id = "topic:sale";
    item.resource = kafkaTopic;
    item.context = "acme.finance.campaign";
    item.change = TopicCreation{3, 1, {{"retention.ms", "172800000"}}};
    item.reason = {"campaign.yaml", 12, "a channel of acme.finance.campaign"};
    return item;
}

PlanItem partitionsItem()
{
    PlanItem item;
    item.id = "partitions:score";
    item.action = PlanAction::Update;
    item.kind = PlanKind::Partitions;
    item.resource = "acme.health.score._public.score";
    item.context = "acme.health.score";
    item.change = PartitionChange{3, 6};
    item.risk = Risk::AffectsData;
    item.reason = {"score.yaml", 7, "asks for 6 partitions"};
    item.warning = "keys move";
    return item;
}

PlanItem aclItem()
{
    PlanItem item;
    item.id = "acl:read";
    item.kind = PlanKind::Acl;
    item.context = "acme.finance.campaign";
    item.change =
        AclChange{{ResourceType::Topic, PatternType::Prefixed, "acme.finance.campaign._public",
                   "User:*", "*", AclOperation::Read, Permission::Allow}};
    item.risk = Risk::WidensAccess;
    item.reason = {"campaign.yaml", 12, "every principal may read what is public"};
    return item;
}

MadePlanPtr madePlan()
{
    auto made = std::make_shared<MadePlan>();
    made->plan.environment = "play";
    made->plan.items = {topicItem(), partitionsItem(), aclItem()};
    made->plan.problems = {
        {Severity::Warning, "acme.retail.shop", "held back", {"shop.yaml", 3, ""}}};
    made->plan.summary = {2, 1, 0, 7};
    return made;
}

QString text(const PlanModel &model, int group, int row, PlanModel::Column column)
{
    return model.index(row, column, model.index(group, 0)).data().toString();
}

} // namespace

class TestPlanModel : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { ui::language::install(*qApp, QStringLiteral("en")); }

    void groups()
    {
        PlanModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setPlan(madePlan());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Not in this plan"));
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("acme.finance.campaign"));
        QCOMPARE(model.index(1, 0).data(PlanModel::CountsRole).toString(), QStringLiteral("+2"));
        QCOMPARE(model.index(2, 0).data(PlanModel::CountsRole).toString(), QStringLiteral("~1"));
        QCOMPARE(model.rowCount(model.index(1, 0)), 2);
        model.setPlan(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void rows_data()
    {
        QTest::addColumn<int>("group");
        QTest::addColumn<int>("row");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("topic") << 1 << 0
                               << QStringList{"+",
                                              kafkaTopic,
                                              "topic",
                                              "absent",
                                              "3 partitions, 1 replica, retention.ms=172800000",
                                              "safe",
                                              "campaign.yaml:12",
                                              ""};
        QTest::newRow("acl") << 1 << 1
                             << QStringList{"+",
                                            "acme.finance.campaign._public*",
                                            "User:*",
                                            "no right",
                                            "may read",
                                            "widens access",
                                            "campaign.yaml:12",
                                            ""};
        QTest::newRow("partitions") << 2 << 0 << QStringList{"~",
                                                             "acme.health.score._public.score",
                                                             "partitions",
                                                             "3",
                                                             "6",
                                                             "affects data",
                                                             "score.yaml:7",
                                                             ""};
        QTest::newRow("problem") << 0 << 0
                                 << QStringList{"!", "acme.retail.shop", "held back", "", "",
                                                "",  "shop.yaml:3",      ""};
    }

    void rows()
    {
        QFETCH(int, group);
        QFETCH(int, row);
        QFETCH(QStringList, expected);
        PlanModel model;
        model.setPlan(madePlan());
        QStringList cells;
        for (int column = 0; column < PlanModel::ColumnCount; ++column)
            cells << text(model, group, row, static_cast<PlanModel::Column>(column));
        QCOMPARE(cells, expected);
    }

    void placesAndDetail()
    {
        PlanModel model;
        model.setPlan(madePlan());
        const auto partitions = model.index(0, PlanModel::Resource, model.index(2, 0));
        QCOMPARE(partitions.data(PlanModel::FileRole).toString(), QStringLiteral("score.yaml"));
        QCOMPARE(partitions.data(PlanModel::LineRole).toUInt(), 7U);
        const auto detail = partitions.data(PlanModel::DetailRole).toString();
        QVERIFY2(detail.contains(QStringLiteral("keys move")), qPrintable(detail));
        QVERIFY2(detail.contains(QStringLiteral("asks for 6 partitions")), qPrintable(detail));
    }

    void states()
    {
        PlanModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPlan(madePlan());
        model.startApplying();
        QCOMPARE(model.countOf(RowState::Waiting), std::size_t{3});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRunning("topic:sale");
        QVERIFY(!changed.isEmpty());
        QCOMPARE(text(model, 1, 0, PlanModel::State), QStringLiteral("running"));
        model.setResult({"topic:sale", ItemState::Done, {}});
        model.setResult({"partitions:score", ItemState::Failed, "the broker says no"});
        model.setResult({"acl:read", ItemState::Unknown, "timed out"});
        model.setResult({"acl:of another plan", ItemState::Done, {}});
        QCOMPARE(text(model, 1, 0, PlanModel::State), QStringLiteral("done"));
        QCOMPARE(text(model, 2, 0, PlanModel::State), QStringLiteral("failed"));
        QCOMPARE(text(model, 1, 1, PlanModel::State), QStringLiteral("unknown"));
        const auto group = model.index(1, 0).data(PlanModel::StateRole).toInt();
        QCOMPARE(static_cast<RowState>(group), RowState::Unknown);
        const auto failed = model.index(0, 0, model.index(2, 0));
        QVERIFY(failed.data(PlanModel::DetailRole)
                    .toString()
                    .contains(QStringLiteral("failed: the broker says no")));
    }

    void sentences_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("expected");
        const auto made = madePlan();
        auto empty = *made;
        empty.plan.items.clear();
        QTest::newRow("will") << plantexts::headline(*made)
                              << "This will create 1 topic, add partitions to 1 topic and "
                                 "add 1 access rule in play";
        QTest::newRow("nothing but what is held back")
            << plantexts::headline(empty)
            << "Nothing else to do: play has the rest of what the specs ask for";
        empty.plan.problems.clear();
        QTest::newRow("nothing") << plantexts::headline(empty)
                                 << "Nothing to do: play has all that the specs ask for";
        QTest::newRow("won't") << plantexts::refusals(made->plan) << "1 thing is held back";
        ApplyReport report;
        report.items = {{"a", ItemState::Done, {}}, {"b", ItemState::Done, {}}};
        QTest::newRow("all done") << plantexts::summary(report, "play")
                                  << "Done: all 2 changes are in play";
        report.items.push_back({"c", ItemState::Failed, {}});
        report.items.push_back({"d", ItemState::Unknown, {}});
        QTest::newRow("partly") << plantexts::summary(report, "play")
                                << "Partly applied: 2 done, 1 failed, 1 unknown in play";
        report.items.push_back({"e", ItemState::Skipped, {}});
        report.cancelled = true;
        QTest::newRow("cancelled") << plantexts::summary(report, "play")
                                   << "Cancelled: 2 done, 1 failed, 1 not tried, 1 unknown in play";
        report.refused = Error{Error::Code::Conflict, "it is another cluster", {}};
        QTest::newRow("refused") << plantexts::summary(report, "play")
                                 << "Nothing was applied to play: it is another cluster";
    }

    void sentences()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, expected);
        QCOMPARE(sentence, expected);
    }
};

QTEST_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
