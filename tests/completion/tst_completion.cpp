// SPDX-License-Identifier: Apache-2.0
// What is offered where.
#include "asking.h"

using namespace meshwright;
using namespace meshwright::completion;
using namespace meshwright::completion::tests;

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void offers_data();
    void offers();
    void documentsWhatItOffers();
    void offersOnlySettingsThatThereAre();
    void matches_data();
    void matches();
};

void TestCompletion::offers_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("first"); ///< the first labels in their order
    QTest::addColumn<QString>("has");
    QTest::addColumn<QString>("hasNot");
    const auto row = [](const char *name, const std::string &text, const char *first,
                        const char *has = "", const char *hasNot = "",
                        const char *file = "ledger.yaml") {
        QTest::newRow(name) << QByteArray(file) << QByteArray::fromStdString(text)
                            << QString::fromUtf8(first) << QString::fromUtf8(has)
                            << QString::fromUtf8(hasNot);
    };
    // Keys.
    row("a document's keys", head2 + "|\n", "channels servers", "components tags",
        "operations asyncapi info id");
    row("those of its version", head3 + "|\n", "servers", "operations channels", "tags info");
    row("of an empty file", "|", "asyncapi info", "id");
    row("filtered", head2 + "comp|\n", "components", "", "channels tags");
    row("of a channel", head2 + "channels:\n  a:\n    |\n    description: x\n", "publish subscribe",
        "bindings parameters", "description address messages");
    row("of a version 3 channel", head3 + "channels:\n  a:\n    |\n", "address", "messages servers",
        "subscribe publish");
    row("of an item", head2 + "tags:\n  - name: x\n    |\n", "description externalDocs", "",
        "name");
    row("of a new item", head2 + "tags:\n  - |\n", "name", "description externalDocs");
    row("of a list without an item", head2 + "tags:\n  |\n", "name", "description");
    row("of an item above its keys", head2 + "tags:\n  - |\n    description: x\n", "name", "",
        "description");
    row("in a flow", head2 + "tags: [{|}]\n", "name", "description");
    row("in an open flow", head2 + "servers:\n  a: {url: x, |}\n", "protocol", "description",
        "url");
    row("in a flow of lines", head2 + "servers: {\n  a: {\n    url: x,\n    |\n  }\n}\n",
        "protocol", "description", "url");
    row("amid a fault", head2 + "servers:\n  a:\n    url: [x\n    prot|\nchannels: {}\n",
        "protocol protocolVersion");
    row("behind a fault", head2 + "tags: [\nservers:\n  a:\n    url: x\n    prot|\n",
        "protocol protocolVersion");
    row("renaming one", head2 + "channels:\n  a:\n    descr|: x\n", "description");
    row("not those of others", head2 + "info2:\n  |\n", "");
    row("a Kafka binding's", head2 + "channels:\n  a:\n    bindings:\n      kafka:\n        |\n",
        "topic partitions replicas", "topicConfiguration configs bindingVersion");
    row("a topic's settings",
        head2 + "channels:\n  a:\n    bindings:\n      kafka:\n        topicConfiguration:\n"
                "          ret|\n",
        "retention.bytes retention.ms", "delete.retention.ms", "partitions");
    row("SpecMesh's settings",
        head2 + "channels:\n  a:\n    bindings:\n      kafka:\n        configs:\n"
                "          clean|\n",
        "cleanup.policy", "", "partitions");
    row("a schema's",
        head2 + "channels:\n  a:\n    publish:\n      message:\n        payload:\n"
                "          type: object\n          |\n",
        "", "properties required description enum", "type $ref");
    row("a field's of a schema",
        head2 + "components:\n  schemas:\n    A:\n      properties:\n        b:\n          |\n", "",
        "type format minLength $ref");
    row("not a property's name",
        head2 + "components:\n  schemas:\n    A:\n      properties:\n        |\n", "", "", "type");
    row("an Avro payload's",
        head2 + "components:\n  messages:\n    A:\n"
                "      schemaFormat: application/vnd.apache.avro;version=1.9.0\n"
                "      payload:\n        type: record\n        |\n",
        "", "name fields namespace doc", "properties");
    // Values.
    row("a choice", head3 + "operations:\n  a:\n    action: |\n", "send receive");
    row("a choice, begun", head3 + "operations:\n  a:\n    action: rec|\n", "receive", "", "send");
    row("a choice in quotes", head3 + "operations:\n  a:\n    action: 'se|'\n", "send");
    row("right behind the colon", head3 + "operations:\n  a:\n    action:|\n", "send receive");
    row("versions", "asyncapi: |\n", "", "2.6.0 3.0.0");
    row("true and false", head2 + "components:\n  schemas:\n    A:\n      uniqueItems: |\n",
        "true false");
    row("a setting's values",
        head2 + "channels:\n  a:\n    bindings:\n      kafka:\n        topicConfiguration:\n"
                "          cleanup.policy: [|]\n",
        "compact delete");
    row("a setting's flag",
        head2 + "channels:\n  a:\n    bindings:\n      kafka:\n        configs:\n"
                "          preallocate: |\n",
        "true false");
    row("types of a schema", head2 + "components:\n  schemas:\n    A: {type: |}\n", "",
        "object string integer", "int record");
    row("formats of schemas",
        head2 + "components:\n  messages:\n    A:\n      schemaFormat: avro|\n", "",
        "application/vnd.apache.avro;version=1.9.0");
    row("no values for a text", head2 + "defaultContentType: |\n", "");
    row("not in a comment", head2 + "# chan|\n", "");
    row("not in a text of lines", head2 + "channels:\n  a:\n    description: >\n      pub|\n", "");
    row("not behind a quoted value", head2 + "defaultContentType: 'x' |\n", "");
    // Topics.
    row("topics of others", head2 + "channels:\n  |\n",
        "acme.finance.campaign._public.sale acme.finance.campaign._protected.price "
        "acme.finance.campaign._protected.cost _public. _protected. _private.",
        "", "acme.finance.campaign._private.draft");
    row("by a part of the name", head2 + "channels:\n  sale|\n",
        "acme.finance.campaign._public.sale", "", "_public.");
    row("not one that is there",
        head2 + "channels:\n  acme.finance.campaign._public.sale: {}\n  |\n",
        "acme.finance.campaign._protected.price");
    row("as an address", head3 + "channels:\n  a:\n    address: camp|\n",
        "acme.finance.campaign._public.sale");
    row("a version 3 key is free", head3 + "channels:\n  |\n", "");
    // References.
    row("a message",
        head2 + "channels:\n  a:\n    publish:\n      message:\n        $ref: |\n"
                "components:\n  messages:\n    M: {}\n  schemas:\n    S: {}\n",
        "#/components/messages/M", "campaign.yaml#/", "#/components/schemas/S types/order.json");
    row("a schema",
        head2 + "components:\n  schemas:\n    A:\n      items:\n        $ref: '|'\n"
                "    B: {}\n  messages:\n    M: {}\n",
        "", "#/components/schemas/B types/order.json types/acme.Money.avsc campaign.yaml#/",
        "#/components/messages/M");
    row("in another file",
        head2 + "channels:\n  a:\n    publish:\n      message:\n"
                "        $ref: 'campaign.yaml#/|'\n",
        "campaign.yaml#/components/messages/Sale", "", "campaign.yaml#/components/schemas/Money");
    row("from a folder", head2 + "components:\n  schemas:\n    A:\n      $ref: ../types/|\n", "",
        "../types/order.json", "types/order.json", "specs/ledger.yaml");
    row("an operation's channel",
        head3 + "channels:\n  sale: {}\n  cost: {}\noperations:\n  a:\n    channel:\n"
                "      $ref: |\n",
        "#/channels/sale #/channels/cost");
    row("in an unclosed flow",
        head3 + "channels:\n  sale: {}\noperations:\n  a:\n    channel: {$ref: '#/ch|'}\n",
        "#/channels/sale");
    row("an operation's messages",
        head3 + "channels:\n  sale: {messages: {Sold: {}}}\n  cost: {messages: {Spent: {}}}\n"
                "operations:\n  a:\n    channel: {$ref: '#/channels/sale'}\n    messages:\n"
                "      - $ref: |\n",
        "#/channels/sale/messages/Sold", "", "#/channels/cost/messages/Spent");
    row("a channel's servers",
        head3 + "servers:\n  main: {}\nchannels:\n  a:\n    servers:\n      - $ref: |\n",
        "#/servers/main");
    row("escaped",
        head3 + "channels:\n  'a/b': {}\noperations:\n  a:\n    channel:\n"
                "      $ref: |\n",
        "#/channels/a~1b");
    // Tags.
    row("tags", head2 + "tags:\n  - name: |\n", "basket money pii grant-access:");
    row("grants",
        head2 + "channels:\n  _protected.a:\n    publish:\n      tags:\n"
                "        - name: grant-access:|\n",
        "grant-access:acme.finance.campaign grant-access:acme.finance grant-access:_public", "",
        "money grant-access:acme.finance.ledger");
    row("grants in quotes",
        head2 + "channels:\n  _protected.a:\n    publish:\n"
                "      tags: [{name: 'grant-access:camp|'}]\n",
        "grant-access:acme.finance.campaign");
    // Names.
    row("servers of a channel",
        head2 + "servers:\n  main: {url: 'h:1'}\n  test: {url: 'h:2'}\nchannels:\n  a:\n"
                "    servers: [main, |]\n",
        "test", "", "main");
    row("security schemes",
        head2 + "servers:\n  main:\n    security:\n      - |\ncomponents:\n"
                "  securitySchemes:\n    login: {type: plain}\n",
        "login");
    row("required fields",
        head2 + "components:\n  schemas:\n    A:\n      required: [a, |]\n"
                "      properties: {a: {}, b: {}}\n",
        "b", "", "a");
    // JSON, schemas.
    row("JSON", "{\"asyncapi\": \"3.0.0\",\n \"info\": {\"title\": \"x\", \"|\"}\n}", "", "version",
        "title", "ledger.json");
    row("JSON without quotes", "{\"asyncapi\": \"3.0.0\",\n ch|\n \"info\": {}}", "channels", "",
        "", "ledger.json");
    row("JSON Schema", "{\"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"|\"\n}", "",
        "type properties", "asyncapi", "types/sale.json");
    row("JSON Schema, types", "{\"type\": \"|\"}", "", "object string", "", "types/sale.json");
    row("Avro", "{\"type\": \"record\", \"|\"}", "", "name fields namespace doc", "type symbols",
        "types/sale.avsc");
    row("Avro, types",
        "{\"type\": \"record\", \"name\": \"A\", \"fields\": [\n"
        "  {\"name\": \"a\", \"type\": \"|\"}]}",
        "", "long string acme.Money", "", "types/sale.avsc");
    row("Avro, fields",
        "{\"type\": \"record\", \"name\": \"A\", \"fields\": [{\"name\": \"a\", \"|\"}]}", "",
        "type default doc", "name fields", "types/sale.avsc");
    row("no schema at all", "a: 1\nb: 2\nt|\n", "", "", "", "values.yaml");
    row("not in Protobuf", "mes|", "", "", "", "a.proto");
    // Settings.
    row("settings", "version: 1\n|\n", "organisation naming", "environments glossary", "version",
        settingsFileName);
    row("of an environment", "version: 1\nenvironments:\n  test:\n    |\n", "connector guard",
        "bootstrap security", "naming", settingsFileName);
    row("not an environment's name", "version: 1\nenvironments:\n  |\n", "", "", "",
        settingsFileName);
    row("a guard", "version: 1\nenvironments:\n  test:\n    guard: |\n", "dev confirm prod", "", "",
        settingsFileName);
    row("a term", "version: 1\nglossary:\n  - |\n", "term description", "", "", settingsFileName);
    row("advice", "version: 1\nchecks:\n  skip: [asyncapi/late|]\n", "asyncapi/latest-version", "",
        "", settingsFileName);
    row("control planes", "version: 1\ncontrolPlane:\n  - |\n", "acme.finance", "", "",
        settingsFileName);
    row("costs' environment", "version: 1\ncosts:\n  environment: sand|\n", "sandbox", "", "",
        settingsFileName);
    row("settings of topics",
        "version: 1\nenvironments:\n  t:\n    overrides:\n      topicSettings:\n"
        "        min.in|\n",
        "min.insync.replicas", "", "", settingsFileName);
    row("principals",
        "version: 1\nenvironments:\n  t:\n    overrides:\n      principals:\n"
        "        |\n",
        "acme.finance.campaign", "", "", settingsFileName);
}

// Acceptance 10
void TestCompletion::offers()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, first);
    QFETCH(QString, has);
    QFETCH(QString, hasNot);
    const QStringList labels = ask(file.toStdString(), text.toStdString()).labels();
    const QByteArray all = labels.join(QLatin1Char(' ')).toUtf8();
    const QStringList expected = first.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (first.isEmpty() && has.isEmpty())
        QVERIFY2(labels.isEmpty() || !hasNot.isEmpty(), all.constData());
    QCOMPARE(labels.mid(0, expected.size()), expected);
    for (const QString &label : has.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        QVERIFY2(labels.contains(label),
                 qPrintable(label + QLatin1String(" is not in ") + QString::fromUtf8(all)));
    for (const QString &label : hasNot.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        QVERIFY2(!labels.contains(label),
                 qPrintable(label + QLatin1String(" is in ") + QString::fromUtf8(all)));
}

void TestCompletion::documentsWhatItOffers()
{
    const std::string kafka = head2 + "channels:\n  a:\n    bindings:\n      kafka:\n        "
                                      "topicConfiguration:\n          ";
    const Asked keys = ask("ledger.yaml", kafka + "retention.ms|\n");
    QVERIFY(keys.item("retention.ms"));
    QCOMPARE(keys.item("retention.ms")->documentation.type,
             std::string("whole number of ms, at least -1"));
    QCOMPARE(keys.item("retention.ms")->documentation.defaultValue, std::string("604800000"));
    const Asked values = ask("ledger.yaml", kafka + "cleanup.policy: [|]\n");
    QCOMPARE(values.item("delete")->detail, std::string("default"));
    const Asked topics = ask("ledger.yaml", head2 + "channels:\n  |\n");
    QCOMPARE(topics.item("acme.finance.campaign._protected.price")->detail,
             std::string("protected, granted"));
    QCOMPARE(topics.item("acme.finance.campaign._protected.cost")->detail,
             std::string("protected, not granted"));
    QVERIFY(topics.item("acme.finance.campaign._public.sale")
                ->documentation.text.starts_with("What was sold."));
    const Asked tags = ask("ledger.yaml", head2 + "tags:\n  - name: |\n");
    QCOMPARE(tags.item("basket")->documentation.text, std::string("Unpaid goods."));
    QCOMPARE(tags.item("basket")->detail, std::string("glossary"));
    // Every key that is offered is explained.
    for (const char *place : {"|", "channels:\n  a:\n    |", "servers:\n  a:\n    |",
                              "channels:\n  a:\n    publish:\n      message:\n        |"})
        for (const Item &item : ask("ledger.yaml", head2 + place + "\n").completion.items)
            QVERIFY2(!item.documentation.text.empty(), item.label.c_str());
}

void TestCompletion::offersOnlySettingsThatThereAre()
{
    const Asked rules = ask(settingsFileName, "version: 1\nchecks:\n  severity:\n    naming/|\n");
    QVERIFY(rules.item("naming/style"));
    QCOMPARE(rules.item("naming/style")->detail, std::string("warning"));
    QVERIFY(!rules.item("*"));
    const Asked grades =
        ask(settingsFileName, "version: 1\nchecks:\n  severity:\n    naming/style: |\n");
    QVERIFY(grades.item("off"));
    const std::string environment = "environments:\n  test:\n    ";
    const std::pair<std::string, std::size_t> places[] = {{"", 10},
                                                          {"naming:\n  ", 4},
                                                          {"naming:\n  keywords:\n    ", 3},
                                                          {"checks:\n  ", 3},
                                                          {"costs:\n  ", 4},
                                                          {"glossary:\n  - ", 5},
                                                          {environment, 16},
                                                          {environment + "registry:\n      ", 10},
                                                          {environment + "deletes:\n      ", 3},
                                                          {environment + "authorizer:\n      ", 2},
                                                          {environment + "security:\n      ", 15},
                                                          {environment + "overrides:\n      ", 4}};
    for (const auto &[place, count] : places) {
        const Asked asked = ask(settingsFileName, "version: 1\n" + place + "|\n");
        QCOMPARE(asked.completion.items.size(), count);
        for (const Item &item : asked.completion.items) {
            QVERIFY2(!item.documentation.text.empty(), item.label.c_str());
            std::string text = asked.accepted(item.label);
            text.erase(text.find('|'), 1);
            const auto workspace = Workspace::fromTexts({{settingsFileName, text}});
            for (const SettingsProblem &problem : workspace->settingsProblems())
                QVERIFY2(problem.message.find("has no setting") == std::string::npos,
                         problem.message.c_str());
        }
    }
}

void TestCompletion::matches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("labels"); ///< of channel's keys in version 2, in their order
    QTest::newRow("the beginning first")
        << QStringLiteral("s") << QStringLiteral("servers subscribe");
    QTest::newRow("whatever its case") << QStringLiteral("SUB") << QStringLiteral("subscribe");
    QTest::newRow("letters in their order")
        << QStringLiteral("dscr") << QStringLiteral("description");
    QTest::newRow("what fits nothing") << QStringLiteral("xyz") << QString();
}

void TestCompletion::matches()
{
    QFETCH(QString, typed);
    QFETCH(QString, labels);
    const Asked asked =
        ask("ledger.yaml", head2 + "channels:\n  a:\n    " + typed.toStdString() + "|\n");
    QStringList found = asked.labels();
    std::sort(found.begin(), found.end());
    for (const QString &label : labels.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        QVERIFY2(found.contains(label), qPrintable(found.join(QLatin1Char(' '))));
    if (labels.isEmpty())
        QCOMPARE(found, QStringList());
}

QTEST_APPLESS_MAIN(TestCompletion)
#include "tst_completion.moc"
