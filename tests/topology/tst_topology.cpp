// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/topology.h"

#include <QTest>

using namespace meshwright;

namespace {

std::string spec(const std::string &id, const std::string &channels)
{
    return "asyncapi: 2.6.0\nid: 'urn:" + id + "'\ninfo: {title: t, version: '1'}\nchannels:\n" +
           channels;
}

WorkspacePtr company()
{
    return Workspace::fromTexts({
        {"meshwright.yaml", "version: 1\ncontrolPlane: [acme.control]\n"},
        {"campaign.yaml",
         spec("acme.finance.campaign",
              "  _public.sale: {publish: {}}\n"
              "  _protected.margin: {publish: {traits: [{tags: [{name: "
              "'grant-access:acme.health'}]}], "
              "tags: [{name: 'grant-access:acme.retail.shop'}, {name: 'grant-access:acme.gone'}, "
              "{name: money}]}}\n"
              "  _protected.all: {tags: [{name: 'grant-access:_public'}], publish: {}}\n"
              "  _private.later: {}\n"
              "  acme.retail.shop._public.order: {subscribe: {}, publish: {}}\n")},
        {"shop.yaml",
         spec("acme.retail.shop", "  _public.order: {publish: {}}\n"
                                  "  /acme/finance/campaign/_public/sale: {subscribe: {}}\n"
                                  "  unknown.topic: {subscribe: {}}\n")},
        {"fitness.yaml",
         spec("acme.health.fitness", "  acme.finance.campaign._public.sale: {subscribe: {}}\n")},
        {"life.yaml", spec("acme.health.life", "  _public.score: {publish: {}}\n")},
        {"tenants.yaml", spec("acme.control.tenants", "  _public.tenant: {publish: {}}\n")},
        {"zz-second.yaml", spec("acme.health.life", "  _public.score: {publish: {}}\n"
                                                    "  _public.own: {publish: {}}\n")},
        {"noid.yaml", "asyncapi: 2.6.0\nchannels: {_public.x: {publish: {}}}\n"},
    });
}

QString joined(const std::vector<ContextId> &ids)
{
    QStringList result;
    for (const auto &id : ids)
        result += QString::fromStdString(id.value);
    return result.join(' ');
}

QString text(const Edge &edge)
{
    const QString kinds[] = {"produces", "consumes", "granted"};
    return kinds[static_cast<int>(edge.kind)] + ' ' + QString::fromStdString(edge.from.value) +
           ' ' + QString::fromStdString(edge.to.value) + ' ' +
           QString::fromStdString(edge.topic.value) +
           (edge.source == EdgeSource::Granted ? " (granted)" : "");
}

} // namespace

class TestTopology : public QObject
{
    Q_OBJECT

private slots:

    void contexts()
    {
        const auto topology = buildTopology(company());
        QStringList found;
        for (const auto &each : topology->contexts)
            found +=
                QString::fromStdString(each.id.value + " " + each.domain + " " + each.spec->file) +
                (each.isControlPlane ? " control" : "");
        const QStringList wanted{
            "acme.control.tenants acme.control tenants.yaml control",
            "acme.finance.campaign acme.finance campaign.yaml",
            "acme.health.fitness acme.health fitness.yaml",
            "acme.health.life acme.health life.yaml",
            "acme.retail.shop acme.retail shop.yaml",
        };
        QCOMPARE(found, wanted);
        const std::vector<std::string> domains{"acme.control", "acme.finance", "acme.health",
                                               "acme.retail"};
        QCOMPARE(topology->domains(), domains);
    }

    void topics()
    {
        const auto topology = buildTopology(company());
        QStringList found;
        for (const auto &each : topology->topics)
            found += QString::fromStdString(each.name.value + " " + each.spec->file);
        const QStringList wanted{
            "acme.control.tenants._public.tenant tenants.yaml",
            "acme.finance.campaign._private.later campaign.yaml",
            "acme.finance.campaign._protected.all campaign.yaml",
            "acme.finance.campaign._protected.margin campaign.yaml",
            "acme.finance.campaign._public.sale campaign.yaml",
            "acme.health.life._public.own zz-second.yaml",
            "acme.health.life._public.score life.yaml",
            "acme.retail.shop._public.order shop.yaml",
        };
        QCOMPARE(found, wanted);
        QCOMPARE(topology->topicsOf({"acme.finance.campaign"}).size(), std::size_t{4});
        QVERIFY(topology->topicsOf({"acme.finance"}).empty());
        const auto *sale = topology->topic({"acme.finance.campaign._public.sale"});
        QVERIFY(sale && sale->access == Access::Public);
        QCOMPARE(QString::fromStdString(sale->declaration().key), QString("_public.sale"));
        QVERIFY(!topology->topic({"acme.finance.campaign._public.sal"}));
    }

    void grants()
    {
        const auto topology = buildTopology(company());
        const auto *margin = topology->topic({"acme.finance.campaign._protected.margin"});
        QVERIFY(margin);
        QStringList found;
        for (const auto &grant : margin->grants)
            found += QString::fromStdString(grant.target) + ": " + joined(grant.readers);
        const QStringList wanted{"acme.retail.shop: acme.retail.shop", "acme.gone: ",
                                 "acme.health: acme.health.fitness acme.health.life"};
        QCOMPARE(found, wanted);
        const auto *all = topology->topic({"acme.finance.campaign._protected.all"});
        QVERIFY(all && all->grants.size() == 1);
        QVERIFY(all->grants[0].toEverybody);
        QVERIFY(all->grants[0].readers.empty());
    }

    void edges()
    {
        const auto topology = buildTopology(company());
        QStringList found;
        for (const auto &edge : topology->edges)
            found += text(edge);
        const QString campaign = "acme.finance.campaign";
        const QString shop = "acme.retail.shop";
        const QStringList wanted{
            "produces acme.control.tenants acme.control.tenants "
            "acme.control.tenants._public.tenant",
            "produces " + campaign + ' ' + campaign + ' ' + campaign + "._protected.all",
            "produces " + campaign + ' ' + campaign + ' ' + campaign + "._protected.margin",
            "granted " + campaign + " acme.health.fitness " + campaign +
                "._protected.margin (granted)",
            "granted " + campaign + " acme.health.life " + campaign +
                "._protected.margin (granted)",
            "granted " + campaign + ' ' + shop + ' ' + campaign + "._protected.margin (granted)",
            "produces " + campaign + ' ' + campaign + ' ' + campaign + "._public.sale",
            "consumes " + campaign + " acme.health.fitness " + campaign + "._public.sale",
            "consumes " + campaign + ' ' + shop + ' ' + campaign + "._public.sale",
            "produces acme.health.life acme.health.life acme.health.life._public.own",
            "produces acme.health.life acme.health.life acme.health.life._public.score",
            "produces " + shop + ' ' + shop + ' ' + shop + "._public.order",
            "consumes " + shop + ' ' + campaign + ' ' + shop + "._public.order",
        };
        QCOMPARE(found, wanted);
    }

    void consumptions()
    {
        const auto topology = buildTopology(company());
        QCOMPARE(topology->consumptionsOf({"acme.retail.shop"}).size(), std::size_t{2});
        const auto readers = topology->readersOf({"acme.finance.campaign._public.sale"});
        QCOMPARE(readers.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(readers[0]->reader.value), QString("acme.health.fitness"));
        QVERIFY(!readers[0]->isLegacyForm);
        QVERIFY(readers[1]->isLegacyForm);
        const auto orders = topology->readersOf({"acme.retail.shop._public.order"});
        QCOMPARE(orders.size(), std::size_t{1});
        QVERIFY(orders[0]->writes);
        const auto unknown = topology->readersOf({"unknown.topic"});
        QCOMPARE(unknown.size(), std::size_t{1});
        QVERIFY(!unknown[0]->owner);
    }

    void neighbourhood_data()
    {
        QTest::addColumn<int>("hops");
        QTest::addColumn<QString>("ids");
        QTest::newRow("0") << 0 << "acme.health.fitness";
        QTest::newRow("1") << 1 << "acme.finance.campaign acme.health.fitness";
        QTest::newRow("2") << 2
                           << "acme.finance.campaign acme.health.fitness acme.health.life "
                              "acme.retail.shop";
        QTest::newRow("9") << 9
                           << "acme.finance.campaign acme.health.fitness acme.health.life "
                              "acme.retail.shop";
    }

    void neighbourhood()
    {
        QFETCH(int, hops);
        QFETCH(QString, ids);
        const auto topology = buildTopology(company());
        QCOMPARE(joined(neighbours(*topology, {"acme.health.fitness"}, hops)), ids);
    }

    void readingTheOwnTopicIsNoEdge()
    {
        const auto topology = buildTopology(
            Workspace::fromTexts({{"a.yaml", spec("a.b", "  _public.x: {publish: {}, subscribe: "
                                                         "{}}\n")}}));
        QCOMPARE(topology->edges.size(), std::size_t{1});
        QVERIFY(topology->edges[0].kind == EdgeKind::Produces);
        QVERIFY(topology->consumptions.empty());
    }

    void isTheSameWhateverTheOrder()
    {
        const auto one = buildTopology(company());
        const auto two = buildTopology(company());
        QCOMPARE(one->edges, two->edges);
    }

    void emptyWorkspace()
    {
        const auto topology = buildTopology(Workspace::fromTexts({}));
        QVERIFY(topology->contexts.empty() && topology->topics.empty() && topology->edges.empty());
        QCOMPARE(joined(neighbours(*topology, {"a"}, 3)), QString("a"));
    }
};

QTEST_APPLESS_MAIN(TestTopology)
#include "tst_topology.moc"
