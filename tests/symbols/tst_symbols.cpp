// SPDX-License-Identifier: Apache-2.0
// What stands at a place, where it is declared, and where it is used.
#include "marked.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::symbols;

namespace {

using Texts = std::map<std::string, std::string>;

// Three contexts: a company in both versions of AsyncAPI, with a shared file.
const std::string campaign = "asyncapi: 2.6.0\n"
                             "id: 'urn:acme:finance.campaign'\n"
                             "info: {title: Campaign, version: '1'}\n"
                             "tags: [{name: pii}]\n"
                             "channels:\n"
                             "  _public.sale:\n"
                             "    publish:\n"
                             "      message: {$ref: '#/components/messages/Sale'}\n"
                             "  _protected.margin:\n"
                             "    publish:\n"
                             "      tags:\n"
                             "        - name: grant-access:acme.health.fitness\n"
                             "        - name: pii\n"
                             "      message: {name: Margin, payload: {type: object}}\n"
                             "  _public.salesforce:\n"
                             "    publish: {message: {name: S, payload: {type: object}}}\n"
                             "components:\n"
                             "  messages:\n"
                             "    Sale:\n"
                             "      name: Sale\n"
                             "      payload: {$ref: 'common.yaml#/Money'}\n";

const std::string fitness =
    "asyncapi: 3.0.0\n"
    "id: urn:acme.health.fitness\n"
    "info: {title: Fitness, version: '1'}\n"
    "channels:\n"
    "  sale:\n"
    "    address: acme.finance.campaign._public.sale\n"
    "    messages: {Sold: {$ref: 'campaign.yaml#/components/messages/Sale'}}\n"
    "  /acme/finance/campaign/_protected/margin: {}\n"
    "operations:\n"
    "  readSale:\n"
    "    action: receive\n"
    "    channel: {$ref: '#/channels/sale'}\n"
    "    messages: [{$ref: '#/channels/sale/messages/Sold'}]\n"
    "  readMargin:\n"
    "    action: receive\n"
    "    channel: {$ref: '#/channels/~1acme~1finance~1campaign~1_protected~1margin'}\n";

const std::string common = "Money:\n"
                           "  type: object\n"
                           "  required: [amount]\n"
                           "  properties:\n"
                           "    amount: {type: integer}\n";

const std::string settings = "controlPlane: [acme.finance]\n"
                             "glossary:\n"
                             "  - term: pii\n"
                             "    description: Personal data\n"
                             "environments:\n"
                             "  local:\n"
                             "    connector: sandbox\n"
                             "    overrides:\n"
                             "      principals: {acme.health.fitness: 'User:f'}\n";

/// The company, with `^` in front of the first `token` in `file`.
Marked company(const std::string &file, const std::string &token, std::size_t within = 0)
{
    Texts texts{{"campaign.yaml", campaign},
                {"fitness.yaml", fitness},
                {"common.yaml", common},
                {"meshwright.yaml", settings}};
    auto &text = texts[file];
    text.insert(text.find(token) + within, "^");
    return Marked(texts);
}

QString nameOf(Kind kind)
{
    static const QStringList names{"topic", "context", "domain", "message", "component",
                                   "field", "tag",     "type",   "file"};
    return names[static_cast<int>(kind)];
}

QString lines(const SymbolIndex &index, const std::vector<asyncapi::Place> &places)
{
    QStringList all;
    for (const auto &place : places)
        all << QString::fromStdString(printed(*index.topology->workspace, place));
    return all.join('\n');
}

QString lines(const SymbolIndex &index, const std::vector<Usage> &usages)
{
    static const QStringList roles{"declared", "consumed", "granted", "referenced"};
    QStringList all;
    for (const auto &usage : usages)
        all << QString::fromStdString(printed(*index.topology->workspace, usage.place)) + " " +
                   roles[static_cast<int>(usage.role)];
    return all.join('\n');
}

} // namespace

class TestSymbols : public QObject
{
    Q_OBJECT

private slots:

    void standsAt_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("within");
        QTest::addColumn<QString>("expected");

        const auto row = [](const char *name, const char *file, const char *token, int within,
                            const char *expected) {
            QTest::newRow(name) << file << token << within << expected;
        };
        row("own topic", "campaign.yaml", "_public.sale", 3,
            "topic acme.finance.campaign._public.sale");
        row("at its end", "campaign.yaml", "_public.sale", 12,
            "topic acme.finance.campaign._public.sale");
        row("beside it", "campaign.yaml", "_public.sale:", 13, "");
        row("id", "campaign.yaml", "acme:finance", 1,
            "context acme.finance.campaign, domain acme.finance");
        row("foreign address", "fitness.yaml", "_public.sale", 2,
            "topic acme.finance.campaign._public.sale");
        row("its context", "fitness.yaml", "acme.finance.campaign", 2,
            "context acme.finance.campaign, domain acme.finance, "
            "topic acme.finance.campaign._public.sale");
        row("legacy form", "fitness.yaml", "/acme/finance/campaign/_protected", 25,
            "topic acme.finance.campaign._protected.margin");
        row("its context in slashes", "fitness.yaml", "/acme/finance/campaign", 3,
            "context acme.finance.campaign, domain acme.finance, "
            "topic acme.finance.campaign._protected.margin");
        row("key of a channel", "fitness.yaml", "sale:", 1,
            "topic acme.finance.campaign._public.sale");
        row("reference to a channel", "fitness.yaml", "#/channels/sale'", 12,
            "topic acme.finance.campaign._public.sale");
        row("escaped reference", "fitness.yaml", "campaign~1_protected", 12,
            "topic acme.finance.campaign._protected.margin");
        row("context in an escaped reference", "fitness.yaml", "finance~1campaign~1_p", 12,
            "context acme.finance.campaign, domain acme.finance, "
            "topic acme.finance.campaign._protected.margin");
        row("message on the way", "fitness.yaml", "messages/Sold", 10, "message Sold");
        row("channel on the way", "fitness.yaml", "channels/sale/messages", 10,
            "topic acme.finance.campaign._public.sale");
        row("message of another file", "fitness.yaml", "messages/Sale", 10, "message Sale");
        row("file of a reference", "fitness.yaml", "campaign.yaml#", 2, "file campaign.yaml");
        row("component of a plain file", "campaign.yaml", "/Money", 2, "component Money");
        row("field", "common.yaml", "amount:", 2, "field amount");
        row("required field", "common.yaml", "amount]", 2, "field amount");
        row("tag", "campaign.yaml", "name: pii\n", 7, "tag pii");
        row("glossary", "meshwright.yaml", "pii", 1, "tag pii");
        row("grant", "campaign.yaml", "acme.health", 6,
            "context acme.health.fitness, domain acme.health");
        row("not the grant's prefix", "campaign.yaml", "grant-access", 3, "");
        row("principal", "meshwright.yaml", "acme.health", 3,
            "context acme.health.fitness, domain acme.health");
        row("domain in the settings", "meshwright.yaml", "acme.finance", 3, "domain acme.finance");
        row("message in place", "campaign.yaml", "Margin", 2, "message Margin");
        row("keyword", "campaign.yaml", "publish", 2, "");
    }

    void standsAt()
    {
        QFETCH(QString, file);
        QFETCH(QString, token);
        QFETCH(int, within);
        const auto marked =
            company(file.toStdString(), token.toStdString(), static_cast<std::size_t>(within));
        QStringList found;
        for (const auto &each : symbolsAt(*indexOf(marked.texts), marked.file, marked.offset))
            found << nameOf(each.kind) + " " + QString::fromStdString(each.name);
        QTEST(found.join(", "), "expected");
    }

    void isDefinedAt_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("within");
        QTest::addColumn<QString>("expected");

        const auto row = [](const char *name, const char *file, const char *token, int within,
                            const char *expected) {
            QTest::newRow(name) << file << token << within << expected;
        };
        row("topic from a reader", "fitness.yaml", "_public.sale", 2,
            "campaign.yaml:6:3 _public.sale");
        row("topic through a reference", "fitness.yaml", "#/channels/sale'", 12,
            "campaign.yaml:6:3 _public.sale");
        row("escaped", "fitness.yaml", "campaign~1_protected", 12,
            "campaign.yaml:9:3 _protected.margin");
        row("message through two references", "fitness.yaml", "messages/Sold", 10,
            "campaign.yaml:19:5 Sale");
        row("component of another file", "campaign.yaml", "/Money", 2, "common.yaml:1:1 Money");
        row("context of a grant", "campaign.yaml", "acme.health", 6,
            "fitness.yaml:2:9 acme.health.fitness");
        row("domain: its contexts", "meshwright.yaml", "acme.finance", 3,
            "campaign.yaml:2:10 acme:finance");
        row("required field", "common.yaml", "amount]", 2, "common.yaml:5:5 amount");
        row("file", "fitness.yaml", "campaign.yaml#", 2, "campaign.yaml:1:1 ");
        row("tag", "campaign.yaml", "name: pii\n", 7,
            "campaign.yaml:4:15 pii\nmeshwright.yaml:3:11 pii");
    }

    void isDefinedAt()
    {
        QFETCH(QString, file);
        QFETCH(QString, token);
        QFETCH(int, within);
        const auto marked =
            company(file.toStdString(), token.toStdString(), static_cast<std::size_t>(within));
        const auto index = indexOf(marked.texts);
        const auto found = symbolsAt(*index, marked.file, marked.offset);
        QVERIFY(!found.empty());
        QTEST(lines(*index, definitionsOf(*index, found.front())), "expected");
    }

    void isUsedAt_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");

        // salesforce is another topic.
        QTest::newRow("topic") << "topic"
                               << "acme.finance.campaign._public.sale"
                               << "campaign.yaml:6:3 _public.sale declared\n"
                                  "fitness.yaml:5:3 sale referenced\n"
                                  "fitness.yaml:6:14 acme.finance.campaign._public.sale consumed\n"
                                  "fitness.yaml:12:33 sale referenced\n"
                                  "fitness.yaml:13:35 sale referenced";
        QTest::newRow("topic with a grant")
            << "topic"
            << "acme.finance.campaign._protected.margin"
            << "campaign.yaml:9:3 _protected.margin declared\n"
               "campaign.yaml:12:17 grant-access:acme.health.fitness granted\n"
               "fitness.yaml:8:3 /acme/finance/campaign/_protected/margin consumed\n"
               "fitness.yaml:16:33 ~1acme~1finance~1campaign~1_protected~1margin referenced";
        QTest::newRow("context") << "context"
                                 << "acme.finance.campaign"
                                 << "campaign.yaml:2:10 acme:finance.campaign declared\n"
                                    "fitness.yaml:6:14 acme.finance.campaign consumed\n"
                                    "fitness.yaml:8:4 acme/finance/campaign consumed\n"
                                    "fitness.yaml:16:35 acme~1finance~1campaign referenced";
        QTest::newRow("reader") << "context"
                                << "acme.health.fitness"
                                << "campaign.yaml:12:30 acme.health.fitness granted\n"
                                   "fitness.yaml:2:9 acme.health.fitness declared\n"
                                   "meshwright.yaml:9:20 acme.health.fitness referenced";
        QTest::newRow("domain") << "domain"
                                << "acme.finance"
                                << "campaign.yaml:2:10 acme:finance declared\n"
                                   "fitness.yaml:6:14 acme.finance consumed\n"
                                   "fitness.yaml:8:4 acme/finance consumed\n"
                                   "fitness.yaml:16:35 acme~1finance referenced\n"
                                   "meshwright.yaml:1:16 acme.finance referenced";
        QTest::newRow("message") << "message"
                                 << "Sale"
                                 << "campaign.yaml:8:46 Sale referenced\n"
                                    "campaign.yaml:19:5 Sale declared\n"
                                    "campaign.yaml:20:13 Sale referenced\n"
                                    "fitness.yaml:7:65 Sale referenced";
        QTest::newRow("tag") << "tag"
                             << "pii"
                             << "campaign.yaml:4:15 pii declared\n"
                                "campaign.yaml:13:17 pii referenced\n"
                                "meshwright.yaml:3:11 pii declared";
    }

    void isUsedAt()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        const auto index = indexOf({{"campaign.yaml", campaign},
                                    {"fitness.yaml", fitness},
                                    {"common.yaml", common},
                                    {"meshwright.yaml", settings}});
        // A domain has no occurrence of its own in the specs.
        Symbol wanted{Kind::Domain, name.toStdString(), {}};
        for (const auto &each : index->symbols)
            if (nameOf(each.kind) == kind && each.name == name.toStdString())
                wanted = each;
        QTEST(lines(*index, usagesOf(*index, wanted)), "expected");
    }

    void namedTypesOfAvro()
    {
        const std::string order =
            R"({"type": "record", "name": "Order", "namespace": "acme.shop", "fields": [)"
            R"({"name": "total", "type": "acme.common.Money"},)"
            R"({"name": "lines", "type": {"type": "array", "items": "Line"}}]})";
        const std::string line = R"({"type": "record", "name": "acme.shop.Line", "fields": [)"
                                 R"({"name": "next", "type": ["null", "Line"]}]})";
        const std::string money =
            R"({"type": "record", "name": "Money", "namespace": "acme.common", "fields": []})";
        const auto index =
            indexOf({{"order.avsc", order}, {"Line.avsc", line}, {"Money.avsc", money}});
        const auto at = [&](const std::string &text, const char *token) {
            return symbolsAt(*index, "order.avsc", text.find(token) + 1);
        };
        QCOMPARE(at(order, "acme.common.Money").size(), std::size_t(1));
        QCOMPARE(lines(*index, definitionsOf(*index, at(order, "acme.common.Money").front())),
                 QString("Money.avsc:1:29 Money"));
        QCOMPARE(lines(*index, definitionsOf(*index, at(order, "Line").front())),
                 QString("Line.avsc:1:29 acme.shop.Line"));
        QCOMPARE(lines(*index, usagesOf(*index, at(order, "Line").front())),
                 QString("Line.avsc:1:29 acme.shop.Line declared\n"
                         "Line.avsc:1:92 Line referenced\n"
                         "order.avsc:1:175 Line referenced"));
    }

    void percentSignsInReferences()
    {
        const std::string text = "asyncapi: 2.6.0\n"
                                 "id: urn:acme.a.b\n"
                                 "info: {title: A, version: '1'}\n"
                                 "channels:\n"
                                 "  /_public/x y:\n"
                                 "    publish: {message: {payload: {type: object}}}\n"
                                 "  /b:\n"
                                 "    $ref: '#/channels/%7E1_public~1x%20y'\n";
        const auto index = indexOf({{"a.yaml", text}});
        const auto found = symbolsAt(*index, "a.yaml", text.find("%20"));
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(lines(*index, definitionsOf(*index, found.front())),
                 QString("a.yaml:5:3 /_public/x y"));
    }

    void brokenTextsHaveWhatIsLeft()
    {
        const auto index = indexOf({{"a.yaml", "asyncapi: 2.6.0\nid: urn:acme.a.b\n"
                                               "channels:\n  _public.x: {publish: {}}\n"
                                               "info: {title: [\n"},
                                    {"b.yaml", "{{{"},
                                    {"c.yaml", ""}});
        QVERIFY(!symbolsAt(*index, "a.yaml", 25).empty());
        QVERIFY(symbolsAt(*index, "b.yaml", 1).empty());
        QVERIFY(symbolsAt(*index, "c.yaml", 0).empty());
        QVERIFY(symbolsAt(*index, "nowhere.yaml", 0).empty());
    }
};

QTEST_GUILESS_MAIN(TestSymbols)
#include "tst_symbols.moc"
