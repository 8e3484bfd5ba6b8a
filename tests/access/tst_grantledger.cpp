// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/grantledger.h"

#include <QtTest>

using namespace meshwright;

namespace {

std::string spec(const std::string &id, const std::string &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: T, version: '1'}\nchannels:\n" +
           channels;
}

std::string topic(const std::string &name, const std::string &grants)
{
    return "  _protected." + name + ": {publish: {tags: [" + grants + "]}}\n";
}

std::string grant(const std::string &target)
{
    return "{name: 'grant-access:" + target + "'}, ";
}

std::string reads(const std::string &name)
{
    return "  acme.f.a._protected." + name + ": {subscribe: {}}\n";
}

/// acme.f.a owns what acme.g.b and acme.g.c read, may read, or would.
TopologyPtr company()
{
    return buildTopology(Workspace::fromTexts(
        {{"a.yaml",
          spec("acme.f.a",
               topic("asked", "") + topic("given", grant("acme.g.b")) +
                   topic("used", grant("acme.g.b")) +
                   topic("wide", grant("acme.g") + grant("acme.g.b")) +
                   topic("open", grant("_public")) + topic("offered", grant("_public")) +
                   topic("stray", grant("acme.nobody")) + topic("own", grant("acme.f.a")))},
         {"b.yaml", spec("acme.g.b", reads("asked") + reads("used") + reads("wide"))},
         {"c.yaml", spec("acme.g.c", reads("wide") + reads("open"))}}));
}

/// `used acme.g.b waiting`, a line each; with `by …` where a grant is another's name.
QStringList lines(const std::vector<GrantEntry> &ledger)
{
    QStringList all;
    for (const GrantEntry &each : ledger) {
        const auto name = each.topic.value.substr(each.topic.value.rfind('.') + 1);
        std::string line = name + ' ' + each.reader + ' ' + std::string(nameOf(each.state));
        if (each.grantedTo && *each.grantedTo != each.reader)
            line += " by " + *each.grantedTo;
        all << QString::fromStdString(line);
    }
    return all;
}

std::string textAt(const Topology &topology, const std::optional<asyncapi::Place> &place)
{
    return place ? std::string(topology.workspace->text(place->file)->slice(place->range))
                 : std::string();
}

graph::Reading reading(const std::string &name, const std::string &reader)
{
    return {{"acme.f.a._protected." + name}, ContextId{"acme.f.a"}, {reader}, {reader + ".g"}, {}};
}

} // namespace

class TestGrantLedger : public QObject
{
    Q_OBJECT

private slots:

    void everyPairIsWhatItIs()
    {
        QCOMPARE(lines(grantLedger(*company())),
                 (QStringList{"asked acme.g.b waiting", "given acme.g.b unread",
                              "offered _public unread", "open acme.g.c used by _public",
                              "stray acme.nobody unread", "used acme.g.b used",
                              "wide acme.g.b used", "wide acme.g.c used by acme.g"}));
    }

    void bothLinesAreKnown()
    {
        const auto topology = company();
        const auto ledger = grantLedger(*topology);
        const GrantEntry &waiting = ledger.front();
        QCOMPARE(waiting.owner.value, std::string("acme.f.a"));
        QCOMPARE(textAt(*topology, waiting.topicPlace), std::string("_protected.asked"));
        QCOMPARE(textAt(*topology, waiting.asked), std::string("acme.f.a._protected.asked"));
        QCOMPARE(waiting.asked->file, std::string("b.yaml"));
        QVERIFY(!waiting.given);
        const GrantEntry &unread = ledger.at(1);
        QCOMPARE(textAt(*topology, unread.given), std::string("'grant-access:acme.g.b'"));
        QVERIFY(!unread.asked);
    }

    void aClusterTellsWhoReads()
    {
        const auto topology = company();
        graph::Observed observed;
        observed.readings = {reading("given", "acme.g.c"), reading("offered", "acme.g.b"),
                             reading("used", "acme.f.a")};
        const auto quiet = [&](graph::Mismatch::Kind kind, const std::string &name) {
            observed.mismatches.push_back(
                {kind, {"acme.f.a._protected." + name}, {}, {{"acme.f.a"}, {"acme.g.b"}}});
        };
        quiet(graph::Mismatch::Kind::Unread, "used");
        quiet(graph::Mismatch::Kind::Unread, "asked");
        const auto ledger = grantLedger(*topology, &observed);
        QCOMPARE(lines(ledger),
                 (QStringList{"asked acme.g.b waiting", "given acme.g.b unread",
                              "given acme.g.c undeclared", "offered acme.g.b undeclared by _public",
                              "open acme.g.c used by _public", "stray acme.nobody unread",
                              "used acme.g.b unread", "wide acme.g.b used",
                              "wide acme.g.c used by acme.g"}));
        QCOMPARE(ledger.at(2).groups, std::vector<std::string>{"acme.g.c.g"});
        QVERIFY(ledger.at(6).asked); // declared all the same
    }

    void anOwnerOrADomainHasItsPart()
    {
        const auto ledger = grantLedger(*company());
        QCOMPARE(ledgerOf(ledger, "acme.f.a").size(), ledger.size());
        QCOMPARE(ledgerOf(ledger, "acme.f").size(), ledger.size());
        QVERIFY(ledgerOf(ledger, "acme.g").empty());
        QVERIFY(ledgerOf(ledger, "acme.f.ab").empty());
    }

    void whoOnlyWritesDoesNotAsk()
    {
        const auto topology = buildTopology(Workspace::fromTexts(
            {{"a.yaml", spec("acme.f.a", topic("x", ""))},
             {"b.yaml", spec("acme.g.b", "  acme.f.a._protected.x: {publish: {}}\n")}}));
        QVERIFY(grantLedger(*topology).empty());
    }
};

QTEST_APPLESS_MAIN(TestGrantLedger)
#include "tst_grantledger.moc"
