// SPDX-License-Identifier: Apache-2.0
#include "company.h"

#include "meshwright/graph/filter.h"
#include "meshwright/graph/observed.h"
#include "meshwright/graph/questions.h"
#include "meshwright/layout/graphpicture.h"
#include "meshwright/plan/observe.h"
#include "meshwright/report/graphreport.h"
#include "meshwright/report/observedreport.h"
#include "support/fakecluster.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace meshwright;
using namespace meshwright::graph;
using namespace meshwright::graph::tests;

namespace {

using namespace std::chrono_literals;

/// ledger reads order of shop, and was granted margin; audit says nothing of what it reads.
TopologyPtr specs()
{
    return company(
        {{"acme.shop", {"_public.order", "_protected.margin|acme.ledger", "_private.draft"}, {}},
         {"acme.ledger", {"_public.posting"}, {"acme.shop._public.order"}},
         {"acme.audit", {"_public.note"}, {}},
         {"acme.audit.night", {"_public.dream"}, {}}});
}

/// A cluster with all topics of the specs, of two partitions each.
test::FakeCluster cluster(const Topology &topology)
{
    test::FakeCluster cluster;
    for (const Topic &topic : topology.topics)
        cluster.addTopic(topic.name.value, 2);
    return cluster;
}

Observation seen(test::FakeCluster &cluster)
{
    auto observation = observe(cluster, {});
    return observation ? *observation : Observation{};
}

QString told(const std::vector<Mismatch> &mismatches)
{
    QStringList lines;
    for (const Mismatch &each : mismatches)
        lines << QString::fromStdString(std::string(nameOf(each.kind)) + ' ' + each.topic.value +
                                        each.group + ':') +
                     joined(each.contexts);
    return lines.join(u'\n');
}

QString told(const Figures &figures)
{
    const auto text = [](const auto &value) {
        return value ? QString::number(*value) : QStringLiteral("?");
    };
    return text(figures.members) + u' ' + text(figures.lag) + u' ' + text(figures.perSecond);
}

const std::string order = "acme.shop._public.order";
const std::string margin = "acme.shop._protected.margin";

} // namespace

class TestObserved : public QObject
{
    Q_OBJECT

private slots:

    void groupsBelongToTheLongestContext_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("context");
        const auto row = [](const char *group, const char *context) {
            QTest::newRow(group) << QString(group) << QString(context);
        };
        row("acme.audit", "acme.audit");
        row("acme.audit.night", "acme.audit.night");
        row("acme.audit.day", "acme.audit");
        row("acme.audit.night.batch", "acme.audit.night");
        row("acme.audit.night-batch", "acme.audit.night");
        row("acme.audit.night_batch.2", "acme.audit.night");
        row("acme.audit-night", "acme.audit");
        row("acme.auditor", "");
        row("acme.audit.", "acme.audit");
        row("acme", "");
        row("", "");
        row("console-consumer-1", "");
    }

    void groupsBelongToTheLongestContext()
    {
        QFETCH(QString, group);
        QFETCH(QString, context);
        const auto found = contextOfGroup(*specs(), group.toStdString());
        QCOMPARE(found ? QString::fromStdString(found->value) : QString(), context);
    }

    void whatIsReadAsDeclaredIsNoMismatch()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.addGroup("acme.ledger.app", 2, {{order, {{0, 5}}}, {margin, {{0, 1}}}});
        const Observed observed = seenBy(*topology, seen(there), nullptr);
        // What it was granted and reads, its spec still has to say.
        QCOMPARE(told(observed.mismatches),
                 QStringLiteral("undeclared acme.shop._protected.margin:acme.shop acme.ledger"));
        QCOMPARE(observed.readings.size(), std::size_t(2));
        QVERIFY(observed.readings[1].groups == std::vector<std::string>{"acme.ledger.app"});
    }

    void mismatchesAreFound()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.topics.erase("acme.shop._private.draft");
        there.addTopic("acme.shop._public.extra");
        there.addTopic("acme.shop._private.app-store-changelog"); // Kafka Streams' own
        there.addTopic("elsewhere");
        there.addGroup("acme.audit-1", 1, {{order, {{0, 1}}}});
        there.addGroup("somebody", 1, {{order, {{0, 1}}}, {"elsewhere", {{0, 1}}}});
        const Observed observed = seenBy(*topology, seen(there), nullptr);
        QCOMPARE(told(observed.mismatches),
                 QStringLiteral("undeclared acme.shop._public.order:acme.shop acme.audit\n"
                                "unread acme.shop._public.order:acme.shop acme.ledger\n"
                                "idle-grant acme.shop._protected.margin:acme.shop acme.ledger\n"
                                "stray-group somebody:acme.shop\n"
                                "missing-topic acme.shop._private.draft:acme.shop\n"
                                "stray-topic acme.shop._public.extra:acme.shop"));
        const std::set<FlowId> expected{{{"acme.shop"}, {"acme.audit"}},
                                        {{"acme.shop"}, {"acme.ledger"}}};
        QVERIFY(observed.mismatchedFlows() == expected);
    }

    // A stopped reader has read; a running one that has read nothing yet reads.
    void readingIsWhatWasReadOrIsAssigned()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.addGroup("acme.audit", 0, {{order, {{0, 1}}}});
        there.addGroup("acme.ledger", 1, {{order, {}}}).committed.clear();
        const Observed observed = seenBy(*topology, seen(there), nullptr);
        QCOMPARE(observed.readings.size(), std::size_t(2));
        QCOMPARE(told(observed.readings[0].figures), QStringLiteral("0 0 ?"));
        QCOMPARE(told(observed.readings[1].figures), QStringLiteral("1 ? ?"));
    }

    void whatCantBeKnownIsNoMismatch()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.addGroup("acme.ledger.hidden", 1, {{order, {{0, 1}}}});
        there.faults["readGroups"] = {
            {0, {Error::Code::Denied, "not allowed", {}}, "acme.ledger.hidden"}};
        const Observed hidden = seenBy(*topology, seen(there), nullptr);
        QCOMPARE(told(hidden.mismatches), QString());
        QCOMPARE(hidden.unknownGroups, std::size_t(1));
        QCOMPARE(hidden.groups, std::size_t(1));

        there.groups.clear();
        there.seesAllGroups = false;
        QVERIFY(!seenBy(*topology, seen(there), nullptr).isComplete);
        QCOMPARE(told(seenBy(*topology, seen(there), nullptr).mismatches), QString());
        there.seesAllGroups = true;
        QVERIFY(!seenBy(*topology, seen(there), nullptr).mismatches.empty());
        there.runsConsumers = false; // a sandbox
        QVERIFY(!seenBy(*topology, seen(there), nullptr).runsConsumers);
        QCOMPARE(told(seenBy(*topology, seen(there), nullptr).mismatches), QString());
    }

    void figuresAreOfTwoObservations()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.ends[order] = {100, 50};
        there.addGroup("acme.ledger.a", 2, {{order, {{0, 10}, {1, 20}}}, {margin, {{0, 0}}}});
        there.addGroup("acme.ledger.b", 1, {{order, {{0, 40}}}});
        const Observation before = seen(there);
        there.ends[order] = {140, 50};
        there.addGroup("acme.ledger.a", 2, {{order, {{0, 30}, {1, 40}}}, {margin, {{0, 0}}}});
        Observation now = seen(there);
        now.at = before.at + 10s;
        const Observed observed = seenBy(*topology, now, &before);
        // a: 110 + 10, b: 100; a read 40 in 10 s, b none.
        QCOMPARE(told(observed.readings[1].figures), QStringLiteral("3 220 4"));
        // The members of a count once for both topics.
        QCOMPARE(told(observed.flows.at({{"acme.shop"}, {"acme.ledger"}})),
                 QStringLiteral("3 220 4"));
        QCOMPARE(told(observed.topics.at({order})), QStringLiteral("3 220 4")); // 40 were written
        QCOMPARE(told(seenBy(*topology, now, nullptr).readings[1].figures),
                 QStringLiteral("3 220 ?"));

        there.addGroup("acme.ledger.a", 2, {{order, {{0, 0}, {1, 0}}}}); // sent back
        there.addGroup("acme.ledger.b", 1, {{order, {}}}).members.reset();
        Observation later = seen(there);
        later.at = now.at + 10s;
        QCOMPARE(told(seenBy(*topology, later, &now).readings[0].figures),
                 QStringLiteral("? 190 ?"));
    }

    void anEndThatCantBeReadLeavesTheLagUnknown()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.addGroup("acme.ledger", 1, {{order, {{0, 1}}}});
        there.faults["readEnds"] = {{0, {Error::Code::Network, "no leader", {}}, order}};
        const Observed observed = seenBy(*topology, seen(there), nullptr);
        QCOMPARE(told(observed.readings[0].figures), QStringLiteral("1 ? ?"));
    }

    void aFailedReadIsAnError()
    {
        for (const char *method : {"readGroups", "readEnds"}) {
            test::FakeCluster there;
            there.faults[method] = {{0, {Error::Code::Network, "gone", {}}}};
            const auto observation = observe(there, {});
            QVERIFY(!observation);
            QCOMPARE(observation.error().message, std::string("gone"));
        }
    }

    // Acceptance 23
    void whatIsObservedIsFilteredAndReached()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.addGroup("acme.audit", 1, {{order, {{0, 1}}}});
        const Observed observed = seenBy(*topology, seen(there), nullptr);
        const Topology with = withObserved(*topology, observed);
        const Facets facets(with, {}, observed.mismatches);
        Filter filter;
        filter.set(Facet::Source, "observed", true);
        QVERIFY(facets.matching(filter) == (std::set<ContextId>{{"acme.audit"}, {"acme.shop"}}));
        QCOMPARE(facets.counts(Facet::Status, {}).at("undeclared"), 2);
        QCOMPARE(facets.counts(Facet::Status, {}).at("unread"), 2);
        QVERIFY(reach(with, {"acme.shop"}, Direction::Downstream, 1).contains({"acme.audit"}));
        QVERIFY(
            !reach(*topology, {"acme.shop"}, Direction::Downstream, 1).contains({"acme.audit"}));
        QVERIFY(report::graphJson(with).find("\"observed\"") != std::string::npos);
    }

    void aFlowKnowsItsSources()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.addGroup("acme.audit", 1, {{order, {{0, 1}}}});
        there.addGroup("acme.ledger", 1, {{order, {{0, 1}}}});
        const auto content =
            layout::contentOf(withObserved(*topology, seenBy(*topology, seen(there), nullptr)));
        const auto *audit = content.flow({"acme.shop"}, {"acme.audit"});
        const auto *ledger = content.flow({"acme.shop"}, {"acme.ledger"});
        QVERIFY(audit && audit->isObserved && !audit->isDeclared);
        QVERIFY(ledger && ledger->isObserved && ledger->isDeclared);
        QCOMPARE(ledger->topics.size(), std::size_t(2)); // the granted one is there once
        const auto plain = layout::contentOf(*topology);
        QVERIFY(!plain.flow({"acme.shop"}, {"acme.ledger"})->isObserved);
    }

    void exportsCarryWhatWasSeen()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.ends[order] = {7, 0};
        there.addGroup("acme.audit", 1, {{order, {{0, 1}}}});
        there.addGroup("somebody", 1, {});
        const Observed observed = seenBy(*topology, seen(there), nullptr);
        const Topology with = withObserved(*topology, observed);
        const auto json = QByteArray::fromStdString(report::graphJson(with, observed, "local"));
        const auto told = QJsonDocument::fromJson(json)["observed"];
        QCOMPARE(told["environment"].toString(), QStringLiteral("local"));
        QCOMPARE(told["groups"].toInt(), 2);
        QCOMPARE(told["readings"].toArray().size(), 1);
        const QJsonValue reading = told["readings"][0];
        QCOMPARE(reading["owner"].toString(), QStringLiteral("acme.shop"));
        QCOMPARE(reading["reader"].toString(), QStringLiteral("acme.audit"));
        QCOMPARE(reading["members"].toInt(), 1);
        QCOMPARE(reading["lag"].toInt(), 6);
        QCOMPARE(told["mismatches"][0]["kind"].toString(), QStringLiteral("undeclared"));
        QCOMPARE(told["mismatches"][0]["topic"].toString(), QString::fromStdString(order));
        QVERIFY(told["mismatches"][0]["group"].isNull());
        QCOMPARE(told["mismatches"][3]["group"].toString(), QStringLiteral("somebody"));

        const std::string map = report::observedMarkdown(observed, "local");
        QVERIFY(map.find("- `acme.audit` reads `acme.shop._public.order`: 1 consumer, lag 6\n") !=
                std::string::npos);
        QVERIFY(map.find("### Consumer groups of no context\n\n- `somebody`") != std::string::npos);
        const auto content = layout::contentOf(with);
        for (const auto &[text, dotted] : std::map<std::string, std::string>{
                 {report::graphDot(with), "style=dotted"},
                 {report::graphMermaid(with), "stroke-dasharray:1 4"},
                 {report::graphStructurizr(with), "\"Kafka\" \"Observed\""},
                 {report::graphPlantUml(with), "$tags=\"observed\""},
                 {report::graphSvg(content, layout::packedGrid(layout::requestFor(content))),
                  "observed, in no spec"}})
            QVERIFY2(text.find(dotted) != std::string::npos, dotted.c_str());

        const Observed part = partOf(observed, {{"acme.ledger"}});
        QVERIFY(part.readings.empty() && part.flows.empty());
        QVERIFY(std::all_of(part.mismatches.begin(), part.mismatches.end(), [](const auto &each) {
            return each.contexts.back().value == "acme.ledger";
        }));
        QVERIFY(!part.mismatches.empty());
    }

    // What is read lacks no reader, whatever the specs say.
    void whatIsReadLacksNoSide()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        const auto lacks = [&](const Topology &of, const std::string &topic) {
            const auto list = orphans(of);
            return std::any_of(list.begin(), list.end(),
                               [&](const Orphan &orphan) { return orphan.topic.value == topic; });
        };
        QVERIFY(lacks(*topology, margin));
        QVERIFY(lacks(*topology, "acme.ledger._public.posting"));
        there.addGroup("acme.ledger", 1, {{margin, {{0, 1}}}});
        there.addGroup("acme.audit", 1, {{"acme.ledger._public.posting", {{0, 1}}}});
        const Topology with = withObserved(*topology, seenBy(*topology, seen(there), nullptr));
        QVERIFY(!lacks(with, margin));
        QVERIFY(!lacks(with, "acme.ledger._public.posting"));
    }

    void itsOwnTopicIsNobodysMismatch()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.addGroup("acme.shop.app", 1, {{"acme.shop._private.draft", {{0, 1}}}});
        const Observed observed = seenBy(*topology, seen(there), nullptr);
        QCOMPARE(observed.readings.size(), std::size_t(1));
        QVERIFY(std::none_of(
            observed.mismatches.begin(), observed.mismatches.end(),
            [](const Mismatch &each) { return each.kind == Mismatch::Kind::Undeclared; }));
        QVERIFY(observed.flows.empty());
        const Topology with = withObserved(*topology, observed);
        QCOMPARE(with.edges.size(), topology->edges.size());
    }

    void figuresAloneChangeNothing()
    {
        const auto topology = specs();
        auto there = cluster(*topology);
        there.addGroup("acme.ledger", 1, {{order, {{0, 1}}}});
        const Observed first = seenBy(*topology, seen(there), nullptr);
        there.ends[order] = {100, 100};
        there.addGroup("acme.ledger", 3, {{order, {{0, 7}}}});
        const Observed second = seenBy(*topology, seen(there), nullptr);
        QVERIFY(!(first == second));
        QVERIFY(first.isAlike(second));
        there.addGroup("acme.audit", 3, {{order, {{0, 7}}}});
        QVERIFY(!first.isAlike(seenBy(*topology, seen(there), nullptr)));
    }
};

QTEST_GUILESS_MAIN(TestObserved)
#include "tst_observed.moc"
