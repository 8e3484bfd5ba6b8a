// SPDX-License-Identifier: Apache-2.0
#include "company.h"

#include "meshwright/graph/questions.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::graph;
using namespace meshwright::graph::tests;

namespace {

/// shop → stock → ship → bill, and bill → stock; audit was granted what it does not read.
TopologyPtr chain()
{
    return company({{"acme.shop", {"_public.order", "_private.draft", "_public.idle"}, {}},
                    {"acme.stock",
                     {"_protected.part|acme.audit", "_public.level"},
                     {"acme.shop._public.order", "acme.bill._public.due"}},
                    {"acme.ship", {"_public.parcel"}, {"acme.stock._public.level"}},
                    {"acme.bill", {"_public.due"}, {"acme.ship._public.parcel"}},
                    {"acme.audit", {}, {"acme.none._public.x"}}});
}

QString told(const std::map<ContextId, int> &reached)
{
    QString text;
    for (const auto &[id, hops] : reached)
        text += (text.isEmpty() ? "" : " ") + QString::fromStdString(id.value.substr(5)) +
                QString::number(hops);
    return text;
}

} // namespace

class TestQuestions : public QObject
{
    Q_OBJECT

private slots:

    void reachesAlongTheData_data()
    {
        QTest::addColumn<int>("direction");
        QTest::addColumn<int>("hops");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, Direction direction, int hops, const char *expected) {
            QTest::newRow(name) << static_cast<int>(direction) << hops << QString(expected);
        };
        row("itself", Direction::Both, 0, "stock0");
        row("one down, granted too", Direction::Downstream, 1, "audit1 ship1 stock0");
        row("one up", Direction::Upstream, 1, "bill1 shop1 stock0");
        row("all down", Direction::Downstream, -1, "audit1 bill2 ship1 stock0");
        row("all up", Direction::Upstream, -1, "bill1 ship2 shop1 stock0");
        row("both", Direction::Both, 1, "audit1 bill1 ship1 shop1 stock0");
    }

    void reachesAlongTheData()
    {
        QFETCH(int, direction);
        QFETCH(int, hops);
        QFETCH(QString, expected);
        QCOMPARE(told(reach(*chain(), {"acme.stock"}, static_cast<Direction>(direction),
                            hops < 0 ? std::nullopt : std::optional(hops))),
                 expected);
    }

    void nobodyIsReachedFromNowhere()
    {
        QVERIFY(reach(*chain(), {"acme.none"}, Direction::Both, std::nullopt).empty());
    }

    void aPartHasItsContextsAlone()
    {
        const Topology part = partOf(*chain(), {{"acme.stock"}, {"acme.ship"}});
        QCOMPARE(part.contexts.size(), std::size_t(2));
        QCOMPARE(part.topics.size(), std::size_t(3));
        QCOMPARE(part.consumptions.size(), std::size_t(3)); // what they read from others too
        for (const Edge &edge : part.edges)
            QVERIFY(edge.to.value != "acme.audit" && edge.from.value != "acme.shop");
    }

    void findsTheShortestWay()
    {
        const auto topology = chain();
        QCOMPARE(joined(path(*topology, {"acme.shop"}, {"acme.bill"})),
                 QString("acme.shop acme.stock acme.ship acme.bill"));
        QCOMPARE(joined(path(*topology, {"acme.bill"}, {"acme.shop"})), QString());
        QCOMPARE(joined(path(*topology, {"acme.shop"}, {"acme.shop"})), QString("acme.shop"));
        QVERIFY(path(*topology, {"acme.shop"}, {"acme.none"}).empty());
        QVERIFY(path(*topology, {"acme.stock"}, {"acme.audit"}).empty()); // granted, not read
    }

    void findsCycles()
    {
        const auto groups = cycles(*chain());
        QCOMPARE(groups.size(), std::size_t(1));
        QCOMPARE(joined(groups.front()), QString("acme.bill acme.ship acme.stock"));
    }

    void aLongChainIsNoTrouble()
    {
        std::vector<Wanted> contexts;
        for (int i = 0; i < 2'000; ++i) {
            const auto name = [](int n) { return "acme.c" + std::to_string(n); };
            contexts.push_back({name(i), {"_public.x"}, {name((i + 1) % 2'000) + "._public.x"}});
        }
        const auto topology = company(contexts);
        QCOMPARE(cycles(*topology).size(), std::size_t(1));
        QCOMPARE(path(*topology, {"acme.c1999"}, {"acme.c0"}).size(), std::size_t(2'000));
    }

    void findsHubs()
    {
        std::vector<Wanted> contexts{{"acme.centre", {"_public.x"}, {"acme.r1._public.y"}}};
        for (int i = 1; i <= 5; ++i)
            contexts.push_back(
                {"acme.r" + std::to_string(i), {"_public.y"}, {"acme.centre._public.x"}});
        const auto list = hubs(*company(contexts));
        QCOMPARE(list.size(), std::size_t(1));
        QCOMPARE(list.front().context.value, std::string("acme.centre"));
        QCOMPARE(list.front().sources, 1);
        QCOMPARE(list.front().readers, 5);
        QCOMPARE(list.front().partners, 5); // r1 is both
        QVERIFY(hubs(*chain()).empty());    // fewer than five
    }

    void whereAllHaveManyPartnersNobodyStandsOut()
    {
        std::vector<Wanted> contexts;
        for (int i = 0; i < 7; ++i) {
            Wanted each{"acme.c" + std::to_string(i), {"_public.x"}, {}};
            for (int j = 0; j < 7; ++j)
                if (i != j)
                    each.reads.push_back("acme.c" + std::to_string(j) + "._public.x");
            contexts.push_back(each);
        }
        QVERIFY(hubs(*company(contexts)).empty());
    }

    void findsOrphans()
    {
        QStringList found;
        for (const Orphan &each : orphans(*chain()))
            found << QStringLiteral("%1 %2 %3")
                         .arg(QString::fromStdString(each.topic.value),
                              QString::number(static_cast<int>(each.lack)),
                              QString::fromStdString(each.context.value));
        const auto row = [](const char *topic, Lack lack, const char *context) {
            return QStringLiteral("%1 %2 %3")
                .arg(QLatin1String(topic), QString::number(static_cast<int>(lack)),
                     QLatin1String(context));
        };
        QCOMPARE(found,
                 QStringList({row("acme.none._public.x", Lack::Owner, "acme.audit"),
                              row("acme.shop._public.idle", Lack::Reader, "acme.shop"),
                              row("acme.stock._protected.part", Lack::Reader, "acme.stock"),
                              row("acme.stock._protected.part", Lack::Consumer, "acme.audit")}));
    }

    void findsCouplings()
    {
        const auto topology = company(
            {{"acme.a", {"_public.w", "_public.x", "_public.y", "_public.z"}, {}},
             {"acme.b",
              {"_public.v"},
              {"acme.a._public.w", "acme.a._public.x", "acme.a._public.y", "acme.a._public.z"}},
             {"acme.c", {"_public.u"}, {"acme.b._public.v", "acme.a._public.w"}},
             {"acme.d", {"_public.t"}, {"acme.c._public.u", "acme.d._public.t"}}});
        const auto pairs = couplings(*topology);
        QCOMPARE(pairs.size(), std::size_t(1));
        QCOMPARE(pairs.front().second.value, std::string("acme.b"));
        QCOMPARE(pairs.front().topics, 4);
        QVERIFY(!pairs.front().isMutual);
        const auto mutual = company({{"acme.a", {"_public.w"}, {"acme.b._public.v"}},
                                     {"acme.b", {"_public.v"}, {"acme.a._public.w"}}});
        QVERIFY(couplings(*mutual).empty());
        QVERIFY(couplings(*mutual, 2).front().isMutual);
    }
};

QTEST_APPLESS_MAIN(TestQuestions)
#include "tst_questions.moc"
