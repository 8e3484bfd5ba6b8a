// SPDX-License-Identifier: Apache-2.0
// Another name for a symbol: the exact bytes of all files, and what is refused.
#include "marked.h"
#include "renaming.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::symbols;

namespace {

using Texts = std::map<std::string, std::string>;

std::string spec(const std::string &id, const std::string &rest)
{
    return "asyncapi: 2.6.0\nid: " + id + "\ninfo: {title: A, version: '1'}\n" + rest;
}

std::string spec3(const std::string &id, const std::string &rest)
{
    return "asyncapi: 3.0.0\nid: " + id + "\ninfo: {title: A, version: '1'}\n" + rest;
}

std::string publishes(const std::string &channel)
{
    return "channels:\n  " + channel + ":\n    publish: {message: {payload: {type: object}}}\n";
}

std::string subscribes(const std::string &channel)
{
    return "channels:\n  " + channel + ":\n    subscribe: {message: {payload: {type: object}}}\n";
}

const Symbol sale{Kind::Topic, "acme.finance.sales._public.order", {}};
const Symbol sales{Kind::Context, "acme.finance.sales", {}};
const Symbol finance{Kind::Domain, "acme.finance", {}};

Symbol findSymbol(const SymbolIndex &index, Kind kind, const std::string &name)
{
    for (const auto &each : index.symbols)
        if (each.kind == kind && each.name == name)
            return each;
    return {kind, name, {}};
}

} // namespace

Q_DECLARE_METATYPE(meshwright::symbols::Symbol)
using TextMap = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(TextMap)

class TestRename : public QObject
{
    Q_OBJECT

private slots:

    void givesTheseBytes_data()
    {
        QTest::addColumn<Symbol>("symbol");
        QTest::addColumn<QString>("name");
        QTest::addColumn<TextMap>("before");
        QTest::addColumn<TextMap>("after");

        const std::string id = "urn:acme.finance.sales";
        QTest::newRow("short and full names")
            << sale << "acme.finance.sales._public.deal"
            << Texts{{"a.yaml", spec(id, publishes("_public.order"))},
                     {"b.yaml", spec("urn:acme.health.fit",
                                     subscribes("# why\n  'acme.finance.sales._public.order'"))}}
            << Texts{{"a.yaml", spec(id, publishes("_public.deal"))},
                     {"b.yaml", spec("urn:acme.health.fit",
                                     subscribes("# why\n  'acme.finance.sales._public.deal'"))}};
        QTest::newRow("a short new name")
            << sale << "_public.deal" << Texts{{"a.yaml", spec(id, publishes("_public.order"))}}
            << Texts{{"a.yaml", spec(id, publishes("_public.deal"))}};
        QTest::newRow("full in its own spec")
            << sale << "_public.deal"
            << Texts{{"a.yaml", spec(id, publishes("\"acme.finance.sales._public.order\""))}}
            << Texts{{"a.yaml", spec(id, publishes("\"acme.finance.sales._public.deal\""))}};
        QTest::newRow("slashes stay")
            << sale << "_public.deal.done"
            << Texts{{"a.yaml", spec(id, publishes("/_public/order"))},
                     {"b.yaml",
                      spec("urn:acme.health.fit", subscribes("/acme/finance/sales/_public/order"))}}
            << Texts{{"a.yaml", spec(id, publishes("/_public/deal/done"))},
                     {"b.yaml", spec("urn:acme.health.fit",
                                     subscribes("/acme/finance/sales/_public/deal/done"))}};
        // What begins alike is another topic.
        QTest::newRow("no more than the name")
            << sale << "_public.deal"
            << Texts{{"a.yaml", spec(id, publishes("_public.order") +
                                             "  _public.order-line:\n    publish: {}\n"
                                             "  _public.order.line:\n    publish: {}\n"
                                             "x-note: _public.order\n")}}
            << Texts{{"a.yaml", spec(id, publishes("_public.deal") +
                                             "  _public.order-line:\n    publish: {}\n"
                                             "  _public.order.line:\n    publish: {}\n"
                                             "x-note: _public.order\n")}};
        QTest::newRow("AsyncAPI 3: address, keys that say it, references")
            << sale << "_public.deal"
            << Texts{{"a.yaml",
                      spec3(id, "channels:\n"
                                "  _public.order: {messages: {M: {payload: {type: object}}}}\n"
                                "operations:\n"
                                "  send:\n"
                                "    action: send\n"
                                "    channel: {$ref: '#/channels/_public.order'}\n"
                                "    messages: [$ref: '#/channels/_public.order/messages/M']\n")},
                     {"b.yaml",
                      spec3("urn:acme.health.fit",
                            "channels:\n"
                            "  order:\n"
                            "    address: acme.finance.sales._public.order\n"
                            "operations:\n"
                            "  read: {action: receive, channel: {$ref: '#/channels/order'}}\n")}}
            << Texts{{"a.yaml",
                      spec3(id, "channels:\n"
                                "  _public.deal: {messages: {M: {payload: {type: object}}}}\n"
                                "operations:\n"
                                "  send:\n"
                                "    action: send\n"
                                "    channel: {$ref: '#/channels/_public.deal'}\n"
                                "    messages: [$ref: '#/channels/_public.deal/messages/M']\n")},
                     {"b.yaml",
                      spec3("urn:acme.health.fit",
                            "channels:\n"
                            "  order:\n"
                            "    address: acme.finance.sales._public.deal\n"
                            "operations:\n"
                            "  read: {action: receive, channel: {$ref: '#/channels/order'}}\n")}};
        QTest::newRow("escapes of pointers stay")
            << sale << "_public.deal"
            << Texts{{"a.yaml", spec(id, publishes("/_public/order"))},
                     {"b.yaml",
                      spec("urn:acme.health.fit", "channels:\n  other:\n    $ref: "
                                                  "\"a.yaml#/channels/~1_public~1order\"\n")}}
            << Texts{{"a.yaml", spec(id, publishes("/_public/deal"))},
                     {"b.yaml",
                      spec("urn:acme.health.fit", "channels:\n  other:\n    $ref: "
                                                  "\"a.yaml#/channels/~1_public~1deal\"\n")}};
        QTest::newRow("a context: id, readers, grants, settings")
            << sales << "acme.money.deals"
            << Texts{{"a.yaml",
                      spec("'urn:acme:finance:sales'", publishes("_public.order") +
                                                           "  acme.finance.sales._public.more:\n"
                                                           "    publish: {}\n")},
                     {"b.yaml", spec("urn:acme.finance.salesforce",
                                     subscribes("acme.finance.sales._public.order") +
                                         "  _protected.p:\n"
                                         "    publish:\n"
                                         "      tags: [{name: 'grant-access:acme.finance.sales'}, "
                                         "{name: grant-access:acme.finance.salesforce}]\n")},
                     {"meshwright.yaml", "environments:\n  e:\n    connector: sandbox\n"
                                         "    overrides:\n      principals:\n"
                                         "        acme.finance.sales: User:x # old\n"}}
            << Texts{{"a.yaml",
                      spec("'urn:acme:money:deals'", publishes("_public.order") +
                                                         "  acme.money.deals._public.more:\n"
                                                         "    publish: {}\n")},
                     {"b.yaml", spec("urn:acme.finance.salesforce",
                                     subscribes("acme.money.deals._public.order") +
                                         "  _protected.p:\n"
                                         "    publish:\n"
                                         "      tags: [{name: 'grant-access:acme.money.deals'}, "
                                         "{name: grant-access:acme.finance.salesforce}]\n")},
                     {"meshwright.yaml", "environments:\n  e:\n    connector: sandbox\n"
                                         "    overrides:\n      principals:\n"
                                         "        acme.money.deals: User:x # old\n"}};
        QTest::newRow("a domain: all contexts below, known or not")
            << finance << "acme.money"
            << Texts{{"a.yaml", spec("urn:acme.finance.sales", publishes("_public.order"))},
                     {"b.yaml",
                      spec("urn:acme.finance.books", subscribes("acme.finance.gone._public.x") +
                                                         "  _protected.p:\n"
                                                         "    publish: {tags: [{name: "
                                                         "'grant-access:acme.finance'}]}\n")},
                     {"c.yaml", spec("urn:acme.financials.x", publishes("_public.order"))},
                     {"meshwright.yaml", "controlPlane: [acme.finance]\n"}}
            << Texts{
                   {"a.yaml", spec("urn:acme.money.sales", publishes("_public.order"))},
                   {"b.yaml", spec("urn:acme.money.books", subscribes("acme.money.gone._public.x") +
                                                               "  _protected.p:\n"
                                                               "    publish: {tags: [{name: "
                                                               "'grant-access:acme.money'}]}\n")},
                   {"c.yaml", spec("urn:acme.financials.x", publishes("_public.order"))},
                   {"meshwright.yaml", "controlPlane: [acme.money]\n"}};
        QTest::newRow("a message, in all files")
            << Symbol{Kind::Message, "Order", {}} << "Deal"
            << Texts{{"a.yaml", spec(id, "channels:\n  _public.order:\n    publish:\n"
                                         "      message: {$ref: '#/components/messages/Order'}\n"
                                         "components:\n  messages:\n    # What was bought.\n"
                                         "    \"Order\": # sold\n      name: Order\n"
                                         "      title: Order\n      payload: {type: object}\n"
                                         "    OrderLine: {payload: {type: object}}\n")},
                     {"sub/b.json", "{\"asyncapi\": \"2.6.0\", \"id\": \"urn:acme.health.fit\", "
                                    "\"info\": {\"title\": \"F\", \"version\": \"1\"}, "
                                    "\"channels\": {\"acme.finance.sales._public.order\": "
                                    "{\"subscribe\": {\"message\": {\"$ref\": "
                                    "\"../a.yaml#/components/messages/Order\"}}}}}"}}
            << Texts{{"a.yaml", spec(id, "channels:\n  _public.order:\n    publish:\n"
                                         "      message: {$ref: '#/components/messages/Deal'}\n"
                                         "components:\n  messages:\n    # What was bought.\n"
                                         "    \"Deal\": # sold\n      name: Deal\n"
                                         "      title: Order\n      payload: {type: object}\n"
                                         "    OrderLine: {payload: {type: object}}\n")},
                     {"sub/b.json", "{\"asyncapi\": \"2.6.0\", \"id\": \"urn:acme.health.fit\", "
                                    "\"info\": {\"title\": \"F\", \"version\": \"1\"}, "
                                    "\"channels\": {\"acme.finance.sales._public.order\": "
                                    "{\"subscribe\": {\"message\": {\"$ref\": "
                                    "\"../a.yaml#/components/messages/Deal\"}}}}}"}};
        QTest::newRow("a security scheme, which AsyncAPI 2 names without a reference")
            << Symbol{Kind::Component, "sasl", {}} << "scram"
            << Texts{{"a.yaml", spec(id, "servers:\n  main: {url: 'k:9092', protocol: kafka, "
                                         "security: [{sasl: []}]}\n" +
                                             publishes("_public.order") +
                                             "components: {securitySchemes: {sasl: {type: "
                                             "scramSha256}}}\n")}}
            << Texts{{"a.yaml", spec(id, "servers:\n  main: {url: 'k:9092', protocol: kafka, "
                                         "security: [{scram: []}]}\n" +
                                             publishes("_public.order") +
                                             "components: {securitySchemes: {scram: {type: "
                                             "scramSha256}}}\n")}};
        QTest::newRow("a server, which AsyncAPI 2 lists by its key")
            << Symbol{Kind::Component, "main", {}} << "broker"
            << Texts{{"a.yaml", spec(id, "servers: {main: {url: 'k:9092', protocol: kafka}}\n"
                                         "channels:\n  _public.order:\n    servers: [main]\n"
                                         "    publish: {message: {payload: {type: object}}}\n")}}
            << Texts{{"a.yaml", spec(id, "servers: {broker: {url: 'k:9092', protocol: kafka}}\n"
                                         "channels:\n  _public.order:\n    servers: [broker]\n"
                                         "    publish: {message: {payload: {type: object}}}\n")}};
        QTest::newRow("a tag that needs quotes")
            << Symbol{Kind::Tag, "pii", {}} << "personal: yes"
            << Texts{{"a.yaml", spec(id, "tags: [{name: pii}]\n" + publishes("_public.order"))},
                     {"meshwright.yaml", "glossary:\n  - {term: pii, description: Personal}\n"}}
            << Texts{{"a.yaml",
                      spec(id, "tags: [{name: 'personal: yes'}]\n" + publishes("_public.order"))},
                     {"meshwright.yaml",
                      "glossary:\n  - {term: 'personal: yes', description: Personal}\n"}};
    }

    void givesTheseBytes()
    {
        QFETCH(Symbol, symbol);
        QFETCH(QString, name);
        QFETCH(TextMap, before);
        QFETCH(TextMap, after);
        const auto index = indexOf(before);
        if (symbol.kind != Kind::Domain)
            symbol = findSymbol(*index, symbol.kind, symbol.name);
        const auto edit = renameEdits(*index, symbol, name.toStdString());
        QVERIFY2(edit, edit ? "" : edit.error().message.c_str());
        const auto result = applied(before, *edit);
        for (const auto &[file, text] : after)
            QCOMPARE(QString::fromStdString(result.at(file)), QString::fromStdString(text));
    }

    void isRefused_data()
    {
        QTest::addColumn<Symbol>("symbol");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("extraFile");
        QTest::addColumn<QString>("extraText");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("where");

        const auto row = [](const char *name, const Symbol &symbol, const char *newName,
                            const char *message, const char *where = "", const char *file = "",
                            const std::string &text = {}) {
            QTest::newRow(name) << symbol << newName << file << QString::fromStdString(text)
                                << message << where;
        };
        row("nothing", sale, "", "Write the new name.");
        row("Kafka's characters", sale, "_public.two words",
            "Kafka does not allow ' ' in a topic's name: use only letters, digits, '.', '_' and "
            "'-'.");
        row("another context's", sale, "acme.health.fit._public.order",
            "The topic belongs to 'acme.finance.sales', so its name begins with that: "
            "acme.finance.sales.… Give it to another context by moving it.");
        row("taken", sale, "_public.taken",
            "There is a topic 'acme.finance.sales._public.taken' already, in a.yaml: choose "
            "another name.",
            "a.yaml");
        row("convention", sale, "acme.finance.sales._pubic.order",
            "'_pubic' is not an access keyword. Did you mean '_public'? Without one of '_public', "
            "'_protected' or '_private' nobody but the owner gets access.",
            "a.yaml:5:3");
        row("infrastructure", sale, "_public.kafka.order",
            "'kafka' in '_public.kafka.order' is a matter of infrastructure: a name that has it "
            "can't move to another region, environment or product. Name what the data is about.",
            "a.yaml:5:3");
        row("what readers may no longer read", sale, "_private.order",
            "The topic 'acme.finance.sales._private.order' is private to 'acme.finance.sales': ask "
            "its owner to offer it as '_protected' or '_public'.",
            "b.yaml:5:3");
        row("context taken", sales, "acme.health.fit",
            "b.yaml describes acme.health.fit already: choose another id.", "b.yaml");
        row("no id", sales, "acme.finance.two words",
            "A domain id is made of parts of letters, digits, '-' and '_', separated by '.', such "
            "as acme.finance.campaign.");
        row("an id within another's", sales, "acme.health",
            "'acme.health.fit' (b.yaml) lies within 'acme.health': the ACLs for this context's "
            "consumer groups and transactional ids, which are prefixes, cover that context's too. "
            "Give one of them a name beside the other.",
            "a.yaml:2:5");
        row("domain taken", finance, "acme.health",
            "There is a domain 'acme.health' already, with acme.health.fit: choose another name.",
            "b.yaml");
        row("a file with a fault", sale, "_public.deal",
            "c.yaml has a fault in its syntax, so nobody can tell where it uses the name: mend it "
            "first, then rename.",
            "c.yaml", "c.yaml",
            "asyncapi: 2.6.0\nchannels: {acme.finance.sales._public.order: [\n");
        row("message taken", {Kind::Message, "M", {}}, "N",
            "There is 'N' beside it already, in a.yaml: choose another name.", "a.yaml");
        row("no key", {Kind::Message, "M", {}}, "two words",
            "AsyncAPI wants a name of letters, digits, '.', '-' and '_' here.");
        row("tag taken", {Kind::Tag, "red", {}}, "blue",
            "There is a tag 'blue' already: choose another name.");
        row("tag that grants", {Kind::Tag, "red", {}}, "grant-access:acme.x",
            "A tag that begins with 'grant-access:' would give access: name what the data is "
            "about.");
        row("field", {Kind::Field, "amount", {}}, "sum",
            "A field's name is what producers and consumers agree on, and their code is not in "
            "this workspace: add a field, and let the old one end.");
    }

    void isRefused()
    {
        QFETCH(Symbol, symbol);
        QFETCH(QString, name);
        QFETCH(QString, extraFile);
        QFETCH(QString, extraText);
        Texts texts{{"a.yaml", spec("urn:acme.finance.sales",
                                    publishes("_public.order") +
                                        "  _public.taken:\n    publish: {}\n"
                                        "tags: [{name: red}, {name: blue}]\n"
                                        "components:\n  messages: {M: {payload: {type: object, "
                                        "properties: {amount: {type: integer}}}}, N: {}}\n")},
                    {"b.yaml",
                     spec("urn:acme.health.fit", subscribes("acme.finance.sales._public.order"))}};
        if (!extraFile.isEmpty())
            texts[extraFile.toStdString()] = extraText.toStdString();
        const auto index = indexOf(texts);
        if (symbol.kind != Kind::Domain)
            symbol = findSymbol(*index, symbol.kind, symbol.name);
        const auto edit = renameEdits(*index, symbol, name.toStdString());
        QVERIFY(!edit);
        QTEST(QString::fromStdString(edit.error().message), "message");
        QTEST(QString::fromStdString(edit.error().where), "where");
    }

    void sharedChannelsAreNoOnesTopic()
    {
        const std::string refers = "channels: {$ref: shared.yaml#/channels}\n";
        const Texts texts{{"a.yaml", spec("urn:acme.finance.sales", refers)},
                          {"b.yaml", spec("urn:acme.health.fit", refers)},
                          {"shared.yaml", publishes("_public.order")}};
        const auto edit = renameEdits(*indexOf(texts), sale, "_public.deal");
        QVERIFY(!edit);
        QVERIFY(
            edit.error().message.starts_with("The channel of 'acme.finance.sales._public.order'"));
    }

    void theSameNameChangesNothing()
    {
        const Texts texts{{"a.yaml", spec("urn:acme.finance.sales", publishes("_public.order"))}};
        const auto edit = renameEdits(*indexOf(texts), sale, sale.name);
        QVERIFY(edit);
        QVERIFY(edit->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRename)
#include "tst_rename.moc"
