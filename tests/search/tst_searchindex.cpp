// SPDX-License-Identifier: Apache-2.0
#include "meshwright/search/search.h"

#include <QTest>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::search;

namespace {

const char *const orders = R"(asyncapi: '2.6.0'
id: 'urn:acme.retail.orders'
info: {title: Order taking, version: '1'}
channels:
  _public.order:
    description: Every order
    publish:
      message:
        name: OrderPlaced
        payload:
          type: object
          properties:
            orderId: {type: string}
            lines:
              type: array
              items:
                properties:
                  sku: {type: string}
  acme.elsewhere.stock._public.level:
    subscribe:
      message: {payload: {type: string}}
)";

const char *const settings = R"(version: 1
naming: {organisation: acme}
glossary:
  - {term: order, description: What a customer asked for}
environments:
  prod: {connector: kafka, bootstrap: b:9092, overrides: {principals: {acme.retail.orders: 'User:svc-orders'}}}
)";

WorkspacePtr company()
{
    return Workspace::fromTexts({{"retail/orders.yaml", orders}, {"meshwright.yaml", settings}});
}

std::vector<Entry> sampleEntries()
{
    std::vector<Entry> entries;
    const auto add = [&](Kind kind, const char *name, const char *detail = "") {
        entries.push_back({kind, name, detail, {}, {}, name});
    };
    add(Kind::Action, "Save all");
    add(Kind::Action, "Fit the whole graph");
    add(Kind::Topic, "acme.sales._public.sale", "every sale");
    add(Kind::Topic, "acme.sales._public.wholesale");
    add(Kind::Context, "acme.sales", "Sales");
    add(Kind::File, "retail/sales.yaml");
    add(Kind::Field, "lines[].unitPrice", "acme.sales._public.sale");
    return entries;
}

std::string namesOf(const Index &index, std::string_view typed, std::size_t most = 50)
{
    std::string names;
    for (const Hit &hit : find(index, readQuery(typed), most))
        names += index.entries()[hit.entry].name + "|";
    return names;
}

const Entry *entry(const std::vector<Entry> &entries, Kind kind, const std::string &name)
{
    const auto found = std::ranges::find_if(
        entries, [&](const Entry &e) { return e.kind == kind && e.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private slots:

    void readsAQuestion_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("kinds");
        QTest::addColumn<int>("firstKind");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("words") << QByteArray(" Sale  Price ") << 0 << -1
                               << QByteArray("sale price");
        QTest::newRow("topics") << QByteArray("t:sale") << 1 << int(Kind::Topic)
                                << QByteArray("sale");
        QTest::newRow("upper case")
            << QByteArray("T: sale") << 1 << int(Kind::Topic) << QByteArray("sale");
        QTest::newRow("domains") << QByteArray("d:") << 2 << int(Kind::Context) << QByteArray();
        QTest::newRow("fields") << QByteArray("f:sku") << 1 << int(Kind::Field)
                                << QByteArray("sku");
        QTest::newRow("principals")
            << QByteArray("p:x") << 1 << int(Kind::Principal) << QByteArray("x");
        QTest::newRow("glossary") << QByteArray("g:x") << 1 << int(Kind::Term) << QByteArray("x");
        QTest::newRow("no prefix") << QByteArray("user:x") << 0 << -1 << QByteArray("user:x");
        QTest::newRow("nothing") << QByteArray("   ") << 0 << -1 << QByteArray();
    }

    void readsAQuestion()
    {
        QFETCH(QByteArray, typed);
        QFETCH(int, kinds);
        QFETCH(int, firstKind);
        QFETCH(QByteArray, words);
        const Query query = readQuery(typed.toStdString());
        QCOMPARE(int(query.kinds.size()), kinds);
        if (kinds > 0)
            QCOMPARE(int(query.kinds.front()), firstKind);
        std::string joined;
        for (const std::string &word : query.words)
            joined += (joined.empty() ? "" : " ") + word;
        QCOMPARE(joined, words.toStdString());
    }

    void scoresWhatIsCloser_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("better");
        QTest::addColumn<QByteArray>("worse");
        const auto row = [](const char *title, const char *word, const char *a, const char *b) {
            QTest::newRow(title) << QByteArray(word) << QByteArray(a) << QByteArray(b);
        };
        row("the whole name", "sale", "sale", "sales");
        row("the beginning", "sale", "sale.x", "x.sale");
        row("of a word", "sale", "x.sale", "wholesale");
        row("in one piece", "sale", "wholesale", "s.a.l.e");
        row("beginnings of words", "pso", "public.sale.order", "epsilon-one");
        row("a camel's hump", "price", "unitPrice", "enterprice");
        row("not the first try", "ord", "foo.order", "fo-or-d");
    }

    void scoresWhatIsCloser()
    {
        QFETCH(QByteArray, word);
        QFETCH(QByteArray, better);
        QFETCH(QByteArray, worse);
        const auto a = scoreOf(word.toStdString(), better.toStdString());
        const auto b = scoreOf(word.toStdString(), worse.toStdString());
        QVERIFY(a && b);
        QVERIFY2(*a > *b, qPrintable(QStringLiteral("%1 > %2").arg(*a).arg(*b)));
    }

    void refusesWhatIsNotThere()
    {
        QVERIFY(!scoreOf("sale", "als"));
        QVERIFY(!scoreOf("aa", "a"));
        QVERIFY(!scoreOf("x", ""));
        QCOMPARE(scoreOf("", "anything"), std::optional<int>(0));
    }

    void findsTheBestFirst_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("names");
        QTest::newRow("ranked") << QByteArray("sale")
                                << QByteArray("acme.sales._public.sale|acme.sales|"
                                              "retail/sales.yaml|acme.sales._public.wholesale|"
                                              "lines[].unitPrice|");
        QTest::newRow("of one kind")
            << QByteArray("t:whole") << QByteArray("acme.sales._public.wholesale|");
        QTest::newRow("words in any order")
            << QByteArray("graph fit") << QByteArray("Fit the whole graph|");
        QTest::newRow("a word of the detail")
            << QByteArray("f:price sale") << QByteArray("lines[].unitPrice|");
        QTest::newRow("none") << QByteArray("zebra") << QByteArray();
        QTest::newRow("all of a kind") << QByteArray("t:")
                                       << QByteArray("acme.sales._public.sale|"
                                                     "acme.sales._public.wholesale|");
    }

    // Acceptance 17
    void findsTheBestFirst()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, names);
        const Index index(sampleEntries());
        QCOMPARE(namesOf(index, typed.toStdString()), names.toStdString());
    }

    void givesAsManyAsAsked()
    {
        const Index index(sampleEntries());
        QCOMPARE(namesOf(index, "sale", 2), std::string("acme.sales._public.sale|acme.sales|"));
    }

    void knowsAllNames()
    {
        const WorkspacePtr workspace = company();
        const auto entries = entriesOf(*buildTopology(workspace));
        const std::pair<Kind, const char *> wanted[] = {
            {Kind::Context, "acme.retail.orders"},
            {Kind::Domain, "acme.retail"},
            {Kind::Topic, "acme.retail.orders._public.order"},
            {Kind::Topic, "acme.elsewhere.stock._public.level"},
            {Kind::File, "retail/orders.yaml"},
            {Kind::File, "meshwright.yaml"},
            {Kind::Message, "OrderPlaced"},
            {Kind::Principal, "User:acme.retail.orders"},
            {Kind::Principal, "User:svc-orders"},
            {Kind::Field, "orderId"},
            {Kind::Field, "lines[].sku"},
            {Kind::Term, "order"},
            {Kind::Rule, "naming/unknown-keyword"},
            {Kind::Setting, "naming.organisation"},
        };
        for (const auto &[kind, name] : wanted)
            QVERIFY2(entry(entries, kind, name), name);
        const auto textAt = [&](Kind kind, const char *name) {
            const Entry *found = entry(entries, kind, name);
            return std::string(workspace->file(found->file)->text->slice(found->range));
        };
        QCOMPARE(textAt(Kind::Topic, "acme.retail.orders._public.order"),
                 std::string("_public.order"));
        QCOMPARE(textAt(Kind::Field, "lines[].sku"), std::string("sku"));
        QCOMPARE(textAt(Kind::Setting, "naming.organisation"), std::string("organisation"));
        QCOMPARE(entry(entries, Kind::Field, "lines[].sku")->detail,
                 std::string("acme.retail.orders._public.order"));
        QCOMPARE(entry(entries, Kind::Context, "acme.retail.orders")->detail,
                 std::string("Order taking"));
    }
};

QTEST_APPLESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
