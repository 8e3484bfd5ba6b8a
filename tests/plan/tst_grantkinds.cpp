// SPDX-License-Identifier: Apache-2.0
// A grant to a context, to a domain and to everybody, from the tag to the cluster.
#include "plan/planning.h"
#include "support/fakecluster.h"

#include "meshwright/access/accessreview.h"
#include "meshwright/graph/questions.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

namespace {

const std::string order = "acme.f.a._protected.order";

QStringList names(const std::vector<ContextId> &ids)
{
    QStringList all;
    for (const ContextId &id : ids)
        all << QString::fromStdString(id.value);
    return all;
}

} // namespace

class TestGrantKinds : public QObject
{
    Q_OBJECT

private slots:

    void everyKindReachesTheCluster_data();
    void everyKindReachesTheCluster();
};

void TestGrantKinds::everyKindReachesTheCluster_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("readers");    // known contexts that it names
    QTest::addColumn<QStringList>("principals"); // that get READ
    QTest::addColumn<QStringList>("mayRead");
    QTest::newRow("a context") << "acme.g.b" << QStringList{"acme.g.b"}
                               << QStringList{"User:acme.g.b"} << QStringList{"acme.g.b"};
    QTest::newRow("a domain") << "acme.g" << QStringList{"acme.g.b", "acme.g.c"}
                              << QStringList{"User:acme.g.b", "User:acme.g.c"}
                              << QStringList{"acme.g.b", "acme.g.c"};
    QTest::newRow("everybody") << "_public" << QStringList{} << QStringList{"User:*"}
                               << QStringList{"acme.g.b", "acme.g.c", "acme.h.d"};
}

void TestGrantKinds::everyKindReachesTheCluster()
{
    QFETCH(QString, target);
    QFETCH(QStringList, readers);
    QFETCH(QStringList, principals);
    QFETCH(QStringList, mayRead);
    const auto topology =
        topologyOf({{"a.yaml", specOf("acme.f.a", "  _protected.order: {publish: {tags: [{name: "
                                                  "'grant-access:" +
                                                      target.toStdString() + "'}]}}\n")},
                    {"b.yaml", specOf("acme.g.b", channelOf("_private.own"))},
                    {"c.yaml", specOf("acme.g.c", channelOf("_private.own"))},
                    {"d.yaml", specOf("acme.h.d", channelOf("_private.own"))}});
    const Topic *topic = topology->topic({order});
    QVERIFY(topic && topic->grants.size() == 1);
    QCOMPARE(names(topic->grants.front().readers), readers);
    QCOMPARE(topic->grants.front().toEverybody, target == "_public");
    QStringList allowed;
    for (const char *id : {"acme.g.b", "acme.g.c", "acme.h.d"})
        if (meshwright::mayRead(*topic, {id}))
            allowed << id;
    QCOMPARE(allowed, mayRead);

    QStringList granted; // the graph
    for (const Edge &edge : topology->edges)
        if (edge.kind == EdgeKind::Granted)
            granted << QString::fromStdString(edge.to.value);
    QCOMPARE(granted, readers);
    const auto near = graph::reach(*topology, {"acme.f.a"}, graph::Direction::Downstream, 1);
    QCOMPARE(qsizetype(near.size()), readers.size() + 1);

    QStringList asked; // access
    for (const RequestedAcl &each : allRequestedAcls(*topology, nullptr))
        if (each.acl.name == order)
            asked << QString::fromStdString(each.acl.principal);
    QCOMPARE(asked, principals);
    const AccessReview review(topology, nullptr, std::nullopt, AccessSource::Specs);
    for (const char *id : {"acme.g.b", "acme.g.c", "acme.h.d"})
        QCOMPARE(review.ask(defaultPrincipal({id}), order, AclOperation::Read).decision.isAllowed,
                 mayRead.contains(id));

    FakeCluster cluster; // and the plan
    Environment environment;
    environment.name = "dev";
    const Plan plan =
        makePlan(*topology, environment, desiredState(*topology, &environment),
                 readActualState(cluster, {}), {}, {.created = "2026-01-01T00:00:00Z"});
    QStringList widened;
    for (const PlanItem &item : plan.items)
        if (const auto *change = std::get_if<AclChange>(&item.change);
            change && change->acl.name == order) {
            widened << QString::fromStdString(change->acl.principal);
            QCOMPARE(item.risk, Risk::WidensAccess);
            QCOMPARE(item.reason.file, std::string("a.yaml"));
        }
    QCOMPARE(widened, principals);
}

QTEST_APPLESS_MAIN(TestGrantKinds)
#include "tst_grantkinds.moc"
