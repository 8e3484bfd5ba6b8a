// SPDX-License-Identifier: Apache-2.0
// Acts that add topics, fields and contexts.
#include "acting.h"

#include "meshwright/modelling/contextacts.h"
#include "meshwright/modelling/topicacts.h"

#include <algorithm>

using namespace meshwright;
using namespace meshwright::modelling;
using namespace meshwright::modelling::tests;

class TestAddingActs : public QObject
{
    Q_OBJECT

private slots:
    void addsTopics_data();
    void addsTopics();

    void manyTopicsAtOnceAreAsOneByOne_data() { addsTopics_data(); }

    void manyTopicsAtOnceAreAsOneByOne();
    void topicsOfSeveralSpecsAreOneEdit();
    void allTopicsAreAddedOrNone_data();
    void allTopicsAreAddedOrNone();
    void addsFields_data();
    void addsFields();
    void aFirstFieldMakesThePayload();
    void addsAContext();
};

void TestAddingActs::addsTopics_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::string &before, const std::string &expected) {
        QTest::newRow(name) << QString::fromStdString(before) << QString::fromStdString(expected);
    };
    const std::string topicIn2 =
        "  _public.day-end:\n    publish:\n      operationId: publishDayEnd\n"
        "      message:\n        name: DayEnd\n        payload:\n"
        "          type: object\n          required:\n            - id\n"
        "          properties:\n            id:\n              type: string\n";
    row("missing channels", head, head + "channels:\n" + topicIn2);
    row("channels: {}", head + "channels: {} # none yet\n",
        head + "channels: # none yet\n" + topicIn2);
    row("channels of null", head + "channels:\n", head + "channels:\n" + topicIn2);
    row("CRLF",
        "asyncapi: 2.6.0\r\nid: urn:acme.sales\r\ninfo: {title: S, version: '1'}\r\nchannels: "
        "{}\r\n",
        "asyncapi: 2.6.0\r\nid: urn:acme.sales\r\ninfo: {title: S, version: '1'}\r\nchannels:\r\n" +
            QString::fromStdString(topicIn2).replace("\n", "\r\n").toStdString());
    row("JSON in lines",
        "{\n  \"asyncapi\": \"2.6.0\",\n  \"id\": \"urn:acme.sales\",\n  \"info\": {\"title\": "
        "\"S\", \"version\": \"1\"},\n  \"channels\": {}\n}\n",
        "{\n  \"asyncapi\": \"2.6.0\",\n  \"id\": \"urn:acme.sales\",\n  \"info\": {\"title\": "
        "\"S\", \"version\": \"1\"},\n  \"channels\": {\n    \"_public.day-end\": {\n"
        "      \"publish\": {\n        \"operationId\": \"publishDayEnd\",\n"
        "        \"message\": {\n          \"name\": \"DayEnd\",\n          \"payload\": {\n"
        "            \"type\": \"object\",\n            \"required\": [\"id\"],\n"
        "            \"properties\": {\n              \"id\": {\n"
        "                \"type\": \"string\"\n              }\n            }\n          }\n"
        "        }\n      }\n    }\n  }\n}\n");
    row("JSON on one line",
        "{\"asyncapi\":\"2.6.0\",\"id\":\"urn:acme.sales\",\"info\":{\"title\":\"S\",\"version\":"
        "\"1\"},\"channels\":{}}",
        "{\"asyncapi\":\"2.6.0\",\"id\":\"urn:acme.sales\",\"info\":{\"title\":\"S\",\"version\":"
        "\"1\"},\"channels\":{\"_public.day-end\": {\"publish\": {\"operationId\": "
        "\"publishDayEnd\", \"message\": {\"name\": \"DayEnd\", \"payload\": {\"type\": "
        "\"object\", "
        "\"required\": [\"id\"], \"properties\": {\"id\": {\"type\": \"string\"}}}}}}}}");
    row("the file's ways: blank lines, four columns, components, ids, the place of the others",
        "asyncapi: 2.6.0\nid: urn:acme.sales\ninfo:\n    title: S\n    version: '1'\nchannels:\n"
        "    _public.order:\n        publish:\n            operationId: emit-order\n"
        "            message:\n                $ref: '#/components/messages/Order'\n\n"
        "    _public.sale:\n        publish:\n            operationId: emit-sale\n"
        "            message:\n                $ref: '#/components/messages/Order' # same\n\n"
        "    # theirs\n    acme.stock._public.item:\n        subscribe:\n"
        "            operationId: on-item\ncomponents:\n    messages:\n        Order:\n"
        "            name: Order\n",
        "asyncapi: 2.6.0\nid: urn:acme.sales\ninfo:\n    title: S\n    version: '1'\nchannels:\n"
        "    _public.order:\n        publish:\n            operationId: emit-order\n"
        "            message:\n                $ref: '#/components/messages/Order'\n\n"
        "    _public.sale:\n        publish:\n            operationId: emit-sale\n"
        "            message:\n                $ref: '#/components/messages/Order' # same\n\n"
        "    _public.day-end:\n        publish:\n            operationId: emit-day-end\n"
        "            message:\n                $ref: '#/components/messages/DayEnd'\n\n"
        "    # theirs\n    acme.stock._public.item:\n        subscribe:\n"
        "            operationId: on-item\ncomponents:\n    messages:\n        Order:\n"
        "            name: Order\n        DayEnd:\n            name: DayEnd\n            payload:\n"
        "                type: object\n                required:\n                    - id\n"
        "                properties:\n                    id:\n                        type: "
        "string\n");
    row("AsyncAPI 3, nothing there",
        "asyncapi: 3.0.0\nid: urn:acme.sales\ninfo:\n  title: S\n  version: '1'",
        "asyncapi: 3.0.0\nid: urn:acme.sales\ninfo:\n  title: S\n  version: '1'\nchannels:\n"
        "  dayEnd:\n    address: _public.day-end\n    messages:\n      DayEnd:\n"
        "        name: DayEnd\n        payload:\n          type: object\n          required:\n"
        "            - id\n          properties:\n            id:\n              type: string\n"
        "operations:\n  sendDayEnd:\n    action: send\n    channel:\n"
        "      $ref: '#/channels/dayEnd'");
    row("AsyncAPI 3, the file's ways",
        "asyncapi: 3.0.0\nid: urn:acme.sales\ninfo: {title: S, version: '1'}\nchannels:\n"
        "  bigOrder:\n    address: _public.big-order\n    messages:\n      Order: {name: Order}\n"
        "operations:\n  sendBigOrder:\n    action: send\n    channel: {$ref: "
        "\"#/channels/bigOrder\"}\n    messages:\n    - $ref: "
        "\"#/channels/bigOrder/messages/Order\"\n",
        "asyncapi: 3.0.0\nid: urn:acme.sales\ninfo: {title: S, version: '1'}\nchannels:\n"
        "  bigOrder:\n    address: _public.big-order\n    messages:\n      Order: {name: Order}\n"
        "  dayEnd:\n    address: _public.day-end\n    messages:\n      DayEnd:\n"
        "        name: DayEnd\n        payload:\n          type: object\n          required:\n"
        "          - id\n          properties:\n            id:\n              type: string\n"
        "operations:\n  sendBigOrder:\n    action: send\n    channel: {$ref: "
        "\"#/channels/bigOrder\"}\n    messages:\n    - $ref: "
        "\"#/channels/bigOrder/messages/Order\"\n"
        "  sendDayEnd:\n    action: send\n    channel:\n      $ref: \"#/channels/dayEnd\"\n"
        "    messages:\n    - $ref: \"#/channels/dayEnd/messages/DayEnd\"\n");
}

void TestAddingActs::addsTopics()
{
    QFETCH(QString, before);
    QFETCH(QString, expected);
    NewTopic wanted{{"acme.sales"}, Access::Public, "day-end", {}, {}, {}, {}, {}};
    wanted.message = NewMessage{"DayEnd", {}, std::vector<NewField>{{"id", "string", {}, true}}};
    QCOMPARE(QString::fromStdString(changed(
                 before.toStdString(), [&](const Topology &t) { return addTopic(t, wanted); })),
             expected);
}

void TestAddingActs::manyTopicsAtOnceAreAsOneByOne()
{
    QFETCH(QString, before);
    const std::vector<NewTopic> wanted{
        {.context = {"acme.sales"}, .type = "day-end", .partitions = 3},
        {.context = {"acme.sales"}, .access = Access::Private, .type = "day-end"},
        {.context = {"acme.sales"}, .type = "week-end", .settings = {{"retention.ms", "7"}}}};
    auto oneByOne = before.toStdString();
    for (const auto &each : wanted)
        oneByOne = changed(oneByOne, [&](const Topology &t) { return addTopic(t, each); });
    QCOMPARE(QString::fromStdString(changed(
                 before.toStdString(), [&](const Topology &t) { return addTopics(t, wanted); })),
             QString::fromStdString(oneByOne));
}

void TestAddingActs::topicsOfSeveralSpecsAreOneEdit()
{
    const auto texts = after(company(), [](const Topology &t) {
        return addTopics(t, {{.context = {"acme.stock"}, .type = "count"},
                             {.context = {"acme.sales"}, .type = "margin"},
                             {.context = {"acme.stock"}, .type = "loss"}});
    });
    QVERIFY2(!texts.contains("error"), texts.begin()->second.c_str());
    QVERIFY(texts.at(file).find("_public.margin") != std::string::npos);
    const auto &stock = texts.at("stock/stock.yaml");
    QVERIFY2(stock.find("_public.count") < stock.find("_public.loss"), stock.c_str());
    QVERIFY(stock.find("sendLoss") != std::string::npos);
}

void TestAddingActs::allTopicsAreAddedOrNone_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("why");
    QTest::newRow("twice") << "acme.sales"
                           << "margin"
                           << "asked for twice";
    QTest::newRow("there already") << "acme.stock"
                                   << "there"
                                   << "is there already";
    QTest::newRow("another context") << "acme.nobody"
                                     << "margin"
                                     << "no bounded context 'acme.nobody'";
    QTest::newRow("no name") << "acme.stock"
                             << ""
                             << "has a type";
}

void TestAddingActs::allTopicsAreAddedOrNone()
{
    QFETCH(QString, context);
    QFETCH(QString, type);
    QFETCH(QString, why);
    auto before = company();
    before["stock/stock.yaml"] += "channels:\n  there: {address: _public.there}\n"
                                  "operations:\n  sendThere: {action: send, channel: {$ref: "
                                  "'#/channels/there'}}\n";
    const auto texts = after(before, [&](const Topology &t) {
        return addTopics(t, {{.context = {"acme.sales"}, .type = "margin"},
                             {.context = {context.toStdString()}, .type = type.toStdString()}});
    });
    QVERIFY(texts.contains("error"));
    QVERIFY2(texts.at("error").find(why.toStdString()) != std::string::npos,
             texts.at("error").c_str());
}

void TestAddingActs::addsFields_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *test, const char *name, const char *before,
                        const char *expected) {
        QTest::newRow(test) << QString(name) << QString(before) << QString(expected);
    };
    row("JSON in lines", "s.json",
        "{\n  \"type\": \"object\",\n  \"required\": [\"a\"],\n  \"properties\": {\n    \"a\": {\n"
        "      \"type\": \"string\"\n    }\n  }\n}\n",
        "{\n  \"type\": \"object\",\n  \"required\": [\"a\", \"sku\"],\n  \"properties\": {\n"
        "    \"a\": {\n      \"type\": \"string\"\n    },\n    \"sku\": {\n      \"type\": "
        "\"string\"\n    }\n  }\n}\n");
    row("JSON with a field a line", "s.json",
        "{\n\t\"type\": \"object\",\n\t\"properties\": {\n\t\t\"a\": { \"type\": \"string\" "
        "}\n\t}\n}",
        "{\n\t\"type\": \"object\",\n\t\"required\": [\"sku\"],\n\t\"properties\": {\n\t\t\"a\": { "
        "\"type\": \"string\" },\n\t\t\"sku\": { \"type\": \"string\" }\n\t}\n}");
    row("YAML", "s.yaml", "type: object # o\nproperties:\n  a: {type: string}\n",
        "type: object # o\nrequired:\n  - sku\nproperties:\n  a: {type: string}\n  sku:\n    type: "
        "string\n");
    row("Avro", "s.avsc",
        "{\n  \"type\": \"record\", \"name\": \"S\",\n  \"fields\": [\n    {\"name\": \"a\", "
        "\"type\": "
        "\"string\"}\n  ]\n}\n",
        "{\n  \"type\": \"record\", \"name\": \"S\",\n  \"fields\": [\n    {\"name\": \"a\", "
        "\"type\": "
        "\"string\"},\n    {\"name\": \"sku\", \"type\": \"string\"}\n  ]\n}\n");
}

void TestAddingActs::addsFields()
{
    QFETCH(QString, name);
    QFETCH(QString, before);
    QFETCH(QString, expected);
    const auto schema = name.toStdString();
    const std::string format = schema.ends_with(".avsc")
                                   ? "schemaFormat: 'application/vnd.apache.avro;version=1.9.0', "
                                   : "";
    const Texts texts{{file, head + "channels: {_public.s: {publish: {message: {name: S, " +
                                 format + "payload: {$ref: ./" + schema + "}}}}}\n"},
                      {schema, before.toStdString()}};
    auto now = after(texts, [](const Topology &t) {
        return addField(t, {file, "_public.s"}, "S", {"sku", "string", {}, true});
    });
    QCOMPARE(now["error"], std::string());
    QCOMPARE(QString::fromStdString(now[schema]), expected);
    QCOMPARE(now[file], texts.at(file));
}

void TestAddingActs::aFirstFieldMakesThePayload()
{
    const std::string before = head + "channels:\n  _public.order:\n    publish:\n      message:\n"
                                      "        name: Order # as placed\n";
    const ChannelId order{file, "_public.order"};
    const auto added = changed(before, [&](const Topology &t) {
        return addField(t, order, "", {"sku", "string", "", true});
    });
    QCOMPARE(QString::fromStdString(added),
             QString::fromStdString(before + "        payload:\n          type: object\n"
                                             "          required:\n            - sku\n"
                                             "          properties:\n            sku:\n"
                                             "              type: string\n"));
    const std::string other = head + "channels:\n  _public.order:\n    publish:\n      message:\n"
                                     "        schemaFormat: application/vnd.apache.avro\n";
    QVERIFY(changed(other, [&](const Topology &t) {
                return addField(t, order, "", {"sku", "string", "", true});
            }).starts_with("error: The message has no payload"));
}

void TestAddingActs::addsAContext()
{
    const auto workspace = Workspace::fromTexts(company());
    const auto edit = addContext(*buildTopology(workspace),
                                 {"new.yaml", "3.0.0", {"acme.new"}, {}, Access::Public, "thing"});
    QVERIFY(edit);
    const auto edited = workspace->withEdit(*edit);
    QVERIFY(edited);
    QVERIFY(buildTopology(*edited)->topic({"acme.new._public.thing"}));
    QVERIFY(!(*edited)->withEdit(*edit)); // there is one by now
}

QTEST_APPLESS_MAIN(TestAddingActs)
#include "tst_addingacts.moc"
