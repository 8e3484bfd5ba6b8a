// SPDX-License-Identifier: Apache-2.0
#include "planning.h"

#include "meshwright/plan/planoverlay.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;
using compare::Mark;

class TestPlanOverlay : public QObject
{
    Q_OBJECT

private slots:

    // Acceptance 28
    void whatThePlanChangesIsMarked()
    {
        const auto topology = topologyOf(
            {{"a.yaml", specOf("acme:f:a", channelOf("_public.sale", "partitions: 3") +
                                               channelOf("_public.refund", "partitions: 3"))},
             {"b.yaml", specOf("acme:f:b", "  acme.f.a._public.sale: {subscribe: {}}\n" +
                                               channelOf("_public.entry"))},
             {"c.yaml", specOf("acme:f:c", channelOf("_public.idle", "partitions: 1"))}});
        Environment environment;
        environment.name = "dev";
        const DesiredState desired = desiredState(*topology, nullptr);
        ActualState actual{"cluster", std::vector<ActualTopic>(), std::vector<Acl>()};
        actual.topics->push_back({"acme.f.a._public.sale", "1", 1, 1, false, {}, true});
        actual.topics->push_back({"acme.f.c._public.idle", "2", 1, 1, false, {}, true});
        for (const RequestedAcl &acl : desired.acls)
            if (acl.context.value == "acme.f.c")
                actual.acls->push_back(acl.acl);
        const Plan plan = makePlan(*topology, environment, desired, actual, {}, {});
        QVERIFY(!plan.isEmpty());
        const compare::Overlay overlay = overlayOf(topology, plan);
        QVERIFY(overlay.of(TopicName{"acme.f.a._public.sale"}) == Mark::Changed); // partitions
        QVERIFY(overlay.of(TopicName{"acme.f.a._public.refund"}) == Mark::Added);
        QVERIFY(overlay.of(ContextId{"acme.f.a"}) == Mark::Changed);
        QVERIFY(overlay.of(ContextId{"acme.f.b"}) == Mark::Added); // none of its topics is there
        QVERIFY(overlay.of(ContextId{"acme.f.c"}) == Mark::Same);
        QCOMPARE(overlay.both, topology);
    }

    void aFlowWhoseTopicIsNotThereYetIsNew()
    {
        const auto topology = topologyOf(
            {{"a.yaml", specOf("acme:f:a", channelOf("_public.sale"))},
             {"b.yaml", specOf("acme:f:b", "  acme.f.a._public.sale: {subscribe: {}}\n")}});
        const ActualState actual{"cluster", std::vector<ActualTopic>(), std::vector<Acl>()};
        const Plan plan =
            makePlan(*topology, Environment(), desiredState(*topology, nullptr), actual, {}, {});
        const compare::Overlay overlay = overlayOf(topology, plan);
        QVERIFY(overlay.of(ContextId{"acme.f.a"}, ContextId{"acme.f.b"}) == Mark::Added);
    }

    void aTopicWhoseSchemaChangesIsMarked()
    {
        const auto topology =
            topologyOf({{"a.yaml", specOf("acme:f:a", channelOf("_public.sale"))}});
        Plan plan;
        plan.items.emplace_back();
        plan.items[0].action = PlanAction::Update;
        plan.items[0].kind = PlanKind::Schema;
        plan.items[0].resource = "acme.f.a._public.sale-value";
        plan.items[0].change = SchemaChange{SchemaText(), SchemaText(), "acme.f.a._public.sale"};
        QVERIFY(overlayOf(topology, plan).of(TopicName{"acme.f.a._public.sale"}) == Mark::Changed);
    }

    void anEmptyPlanMarksNothing()
    {
        const auto topology =
            topologyOf({{"a.yaml", specOf("acme:f:a", channelOf("_public.sale"))}});
        QVERIFY(overlayOf(topology, Plan()).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPlanOverlay)
#include "tst_planoverlay.moc"
