// SPDX-License-Identifier: Apache-2.0
// The modelling acts, byte by byte: what each writes into a small document.
#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/contextacts.h"
#include "meshwright/modelling/deletion.h"
#include "meshwright/modelling/duration.h"
#include "meshwright/modelling/impact.h"
#include "meshwright/modelling/topicacts.h"

#include <QtTest>

#include <algorithm>
#include <functional>

using namespace meshwright;
using namespace meshwright::modelling;

namespace {

using Texts = std::map<std::string, std::string>;
using Act = std::function<Result<WorkspaceEdit>(const Topology &)>;

const char *const file = "sales.yaml";

/// The texts after the act; an error is told under "error".
Texts after(const Texts &before, const Act &act)
{
    const auto workspace = Workspace::fromTexts(before);
    const auto edit = act(*buildTopology(workspace));
    if (!edit)
        return {{"error", edit.error().message}};
    const auto edited = workspace->withEdit(*edit);
    if (!edited)
        return {{"error", edited.error().message}};
    Texts texts;
    for (const auto &[path, each] : (*edited)->files())
        texts[path] = each->text->bytes();
    return texts;
}

std::string changed(const std::string &before, const Act &act)
{
    auto texts = after({{file, before}}, act);
    return texts.contains("error") ? "error: " + texts["error"] : texts[file];
}

const std::string head = "asyncapi: '2.6.0'\nid: urn:acme.sales\ninfo: {title: Sales, version: "
                         "1.0.0}\n";
const std::string topic = "acme.sales._protected.order";

/// A company of two: the owner, and one that may read.
Texts company()
{
    return {{file, head + "channels:\n"
                          "  _protected.order:\n"
                          "    publish:\n"
                          "      operationId: publishOrder\n"
                          "      message:\n"
                          "        name: Order\n"
                          "        payload:\n"
                          "          $ref: ./schemas/order.json\n"
                          "  _private.draft:\n"
                          "    publish:\n"
                          "      message: {name: Draft}\n"},
            {"schemas/order.json", "{\n  \"type\": \"object\",\n  \"properties\": {\n"
                                   "    \"id\": {\n      \"type\": \"string\"\n    }\n  }\n}\n"},
            {"stock/stock.yaml", "asyncapi: 3.0.0\nid: urn:acme.stock\n"
                                 "info:\n  title: Stock\n  version: 1.0.0\n"}};
}

} // namespace

class TestActs : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void addsTopics_data();
    void addsTopics();
    void letsConsume();
    void tellsBeforehandWhoCanConsume();
    void consumesWithinVersion2();
    void undoesOverAllFiles();
    void stopsConsuming();
    void grantsAndRevokes();
    void grantsFollowTheQuotesOfTheFile();
    void setsAccessEverywhere();
    void addsFields_data();
    void addsFields();
    void aFirstFieldMakesThePayload();
    void deletes();
    void tellsTheImpact();
    void addsAContext();
    void refuses_data();
    void refuses();
    void refusesBehindBrokenReferences();
    void readsDurations_data();
    void readsDurations();
};

Q_DECLARE_METATYPE(Act)

void TestActs::writes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::string &before, const Act &act,
                        const std::string &expected) {
        QTest::newRow(name) << QString::fromStdString(before) << act
                            << QString::fromStdString(expected);
    };
    const ChannelId order{file, "_public.order"};
    const Act sixPartitions = [=](const Topology &t) { return setPartitions(t, order, 6); };
    const Act described = [=](const Topology &t) {
        return setChannelDescription(t, order, "What was bought.");
    };
    const Act tagged = [=](const Topology &t) { return addTag(t, order, "pii"); };
    const std::string plain = head +
                              "channels:\n  _public.order:\n    publish: # ours\n      message: "
                              "{name: Order}\n";
    row("partitions", plain, sixPartitions,
        head + "channels:\n  _public.order:\n    bindings:\n      kafka:\n        partitions: 6\n"
               "    publish: # ours\n      message: {name: Order}\n");
    row("partitions that are there",
        head + "channels:\n  _public.order:\n    bindings: {kafka: {partitions: 3}} # few\n"
               "    publish: {message: {name: Order}}\n",
        sixPartitions,
        head + "channels:\n  _public.order:\n    bindings: {kafka: {partitions: 6}} # few\n"
               "    publish: {message: {name: Order}}\n");
    row(
        "no partitions",
        head +
            "channels:\n  _public.order:\n    # many\n    bindings:\n      kafka:\n"
            "        partitions: 3\n        bindingVersion: 0.4.0\n    publish: {message: {name: "
            "Order}}\n",
        [=](const Topology &t) { return setPartitions(t, order, std::nullopt); },
        head + "channels:\n  _public.order:\n    publish: {message: {name: Order}}\n");
    row(
        "replicas beside partitions",
        head +
            "channels:\n  _public.order:\n    bindings:\n      kafka:\n        partitions: 3 # p\n"
            "        bindingVersion: 0.4.0\n    publish: {message: {name: Order}}\n",
        [=](const Topology &t) { return setReplicas(t, order, 2); },
        head +
            "channels:\n  _public.order:\n    bindings:\n      kafka:\n        partitions: 3 # p\n"
            "        replicas: 2\n"
            "        bindingVersion: 0.4.0\n    publish: {message: {name: Order}}\n");
    row(
        "retention with a unit",
        head + "channels:\n  _public.order:\n    bindings:\n      kafka:\n        "
               "topicConfiguration:\n"
               "          retention.ms: '604800000'  # a week\n    publish: {message: {name: "
               "Order}}\n",
        [=](const Topology &t) { return setRetention(t, order, "48 h"); },
        head + "channels:\n  _public.order:\n    bindings:\n      kafka:\n        "
               "topicConfiguration:\n"
               "          retention.ms: '172800000'  # a week\n    publish: {message: {name: "
               "Order}}\n");
    row(
        "a setting in SpecMesh's map",
        head + "channels:\n  _public.order:\n    bindings:\n      kafka:\n        configs:\n"
               "          retention.ms: 1000\n    publish: {message: {name: Order}}\n",
        [=](const Topology &t) { return setTopicSetting(t, order, "cleanup.policy", "compact"); },
        head + "channels:\n  _public.order:\n    bindings:\n      kafka:\n        configs:\n"
               "          retention.ms: 1000\n          cleanup.policy: compact\n"
               "    publish: {message: {name: Order}}\n");
    row(
        "a list as a setting", plain,
        [=](const Topology &t) {
            return setTopicSetting(t, order, "cleanup.policy", "compact, delete");
        },
        head + "channels:\n  _public.order:\n    bindings:\n      kafka:\n        "
               "topicConfiguration:\n"
               "          cleanup.policy:\n            - compact\n            - delete\n"
               "    publish: # ours\n      message: {name: Order}\n");
    row("description", plain, described,
        head +
            "channels:\n  _public.order:\n    description: What was bought.\n    publish: # ours\n"
            "      message: {name: Order}\n");
    row("description in quotes",
        head + "channels:\n  _public.order: {description: \"Old\", publish: {message: {name: "
               "Order}}}\n",
        described,
        head + "channels:\n  _public.order: {description: \"What was bought.\", publish: {message: "
               "{name: Order}}}\n");
    row(
        "description of several lines", plain,
        [=](const Topology &t) { return setChannelDescription(t, order, "One.\nTwo.\n"); },
        head + "channels:\n  _public.order:\n    description: |\n      One.\n      Two.\n"
               "    publish: # ours\n      message: {name: Order}\n");
    row(
        "no description",
        head +
            "channels:\n  _public.order:\n    # told\n    description: >-\n      Old\n      words\n"
            "    publish: {message: {name: Order}}\n",
        [=](const Topology &t) { return setChannelDescription(t, order, ""); },
        head + "channels:\n  _public.order:\n    publish: {message: {name: Order}}\n");
    row("tag", plain, tagged,
        head +
            "channels:\n  _public.order:\n    publish: # ours\n      tags:\n        - name: pii\n"
            "      message: {name: Order}\n");
    row("tag in flow", head + "channels: {_public.order: {publish: {message: {name: Order}}}}\n",
        tagged,
        head + "channels: {_public.order: {publish: {tags: [{name: pii}], message: {name: "
               "Order}}}}\n");
    row("tag beside another, lists in the key's column",
        head +
            "channels:\n  _public.order:\n    publish:\n      tags:\n      - name: audited # yes\n"
            "      message: {name: Order}\n",
        tagged,
        head +
            "channels:\n  _public.order:\n    publish:\n      tags:\n      - name: audited # yes\n"
            "      - name: pii\n      message: {name: Order}\n");
    row(
        "the last tag goes with its list",
        head + "channels:\n  _public.order:\n    publish:\n      tags:\n        # personal\n"
               "        - name: pii\n      message: {name: Order}\n",
        [=](const Topology &t) { return removeTag(t, order, "pii"); },
        head + "channels:\n  _public.order:\n    publish:\n      message: {name: Order}\n");
    row(
        "one tag of two",
        head + "channels:\n  _public.order:\n    publish:\n      tags:\n        - name: a\n"
               "        # personal\n        - name: pii # yes\n        - name: b\n"
               "      message: {name: Order}\n",
        [=](const Topology &t) { return removeTag(t, order, "pii"); },
        head + "channels:\n  _public.order:\n    publish:\n      tags:\n        - name: a\n"
               "        - name: b\n      message: {name: Order}\n");
    row(
        "title", plain, [](const Topology &t) { return setTitle(t, file, "Selling"); },
        [&] {
            auto text = plain;
            return text.replace(text.find("Sales"), 5, "Selling");
        }());
    row(
        "context's description", plain,
        [](const Topology &t) { return setDescription(t, file, "Sells, all day"); },
        [&] {
            auto text = plain;
            return text.replace(text.find("1.0.0"), 5, "1.0.0, description: 'Sells, all day'");
        }());
    row(
        "message beside another", plain,
        [=](const Topology &t) {
            return addMessage(t, order, {"Refund", {}, std::vector<NewField>{{"id"}}});
        },
        head + "channels:\n  _public.order:\n    publish: # ours\n      message:\n        oneOf:\n"
               "          - {name: Order}\n          - name: Refund\n            payload:\n"
               "              type: object\n              properties:\n                id:\n"
               "                  type: string\n");
}

void TestActs::writes()
{
    QFETCH(QString, before);
    QFETCH(Act, act);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(changed(before.toStdString(), act)), expected);
    auto crlf = QString(before).replace("\n", "\r\n");
    QCOMPARE(QString::fromStdString(changed(crlf.toStdString(), act)),
             QString(expected).replace("\n", "\r\n"));
}

void TestActs::addsTopics_data()
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

void TestActs::addsTopics()
{
    QFETCH(QString, before);
    QFETCH(QString, expected);
    NewTopic wanted{{"acme.sales"}, Access::Public, "day-end", {}, {}, {}, {}, {}};
    wanted.message = NewMessage{"DayEnd", {}, std::vector<NewField>{{"id", "string", {}, true}}};
    QCOMPARE(QString::fromStdString(changed(
                 before.toStdString(), [&](const Topology &t) { return addTopic(t, wanted); })),
             expected);
}

void TestActs::letsConsume()
{
    const auto before = company();
    auto texts =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    QCOMPARE(texts["error"], std::string());
    QCOMPARE(QString::fromStdString(texts["stock/stock.yaml"]),
             QString::fromStdString(before.at("stock/stock.yaml") +
                                    "channels:\n  salesOrder:\n"
                                    "    address: acme.sales._protected.order\n    messages:\n"
                                    "      Order:\n        name: Order\n        payload:\n"
                                    "          $ref: '../schemas/order.json'\noperations:\n"
                                    "  onSalesOrder:\n    action: receive\n    channel:\n"
                                    "      $ref: '#/channels/salesOrder'\n"));
    auto sales = before.at(file);
    sales.insert(sales.find("      message:\n"),
                 "      tags:\n        - name: grant-access:acme.stock\n");
    QCOMPARE(QString::fromStdString(texts[file]), QString::fromStdString(sales));
    texts.erase("error");
    QCOMPARE(after(texts, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); }),
             texts); // again: nothing to do
}

void TestActs::tellsBeforehandWhoCanConsume()
{
    const auto told = [](const Texts &texts, const ContextId &reader, const std::string &name) {
        const auto may =
            checkConsuming(*buildTopology(Workspace::fromTexts(texts)), reader, {name});
        return may ? std::nullopt : std::optional(may.error().code);
    };
    using Code = Error::Code;
    const auto before = company();
    QCOMPARE(told(before, {"acme.stock"}, topic), std::nullopt);
    QCOMPARE(told(before, {"acme.stock"}, "acme.sales._private.draft"),
             std::optional(Code::Denied));
    QCOMPARE(told(before, {"acme.sales"}, topic), std::optional(Code::Invalid));
    QCOMPARE(told(before, {"acme.none"}, topic), std::optional(Code::NotFound));
    QCOMPARE(told(before, {"acme.stock"}, "acme.sales._public.none"),
             std::optional(Code::NotFound));
    auto reading =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    QCOMPARE(told(reading, {"acme.stock"}, topic), std::optional(Code::Conflict));
    // Without its grant there is something left to do.
    reading[file] = before.at(file);
    QCOMPARE(told(reading, {"acme.stock"}, topic), std::nullopt);
}

void TestActs::consumesWithinVersion2()
{
    auto before = company();
    before["stock/stock.yaml"] = "asyncapi: 2.6.0\nid: urn:acme.stock\ninfo: {title: S, version: "
                                 "'1'}\nchannels: {}\n";
    auto texts =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    QCOMPARE(QString::fromStdString(texts["stock/stock.yaml"]),
             QString("asyncapi: 2.6.0\nid: urn:acme.stock\ninfo: {title: S, version: '1'}\n"
                     "channels:\n  acme.sales._protected.order:\n    subscribe:\n"
                     "      operationId: onSalesOrder\n      message:\n        name: Order\n"
                     "        payload:\n          $ref: '../schemas/order.json'\n"));
}

void TestActs::undoesOverAllFiles()
{
    const auto workspace = Workspace::fromTexts(company());
    const auto edit = consume(*buildTopology(workspace), {"acme.stock"}, {topic});
    QVERIFY(edit);
    QCOMPARE(edit->files.size(), std::size_t(2));
    const auto read = [&](const std::string &path) {
        return std::optional(TextFile{workspace->file(path)->text, Encoding::Utf8});
    };
    const auto applied = applyEdit(read, *edit);
    QVERIFY(applied);
    const auto back = (*workspace->withEdit(*edit))->withEdit(applied->inverse);
    QVERIFY(back);
    for (const auto &[path, text] : company())
        QCOMPARE((*back)->file(path)->text->bytes(), text);
}

void TestActs::stopsConsuming()
{
    const auto before = company();
    const auto reading =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    auto texts = after(
        reading, [](const Topology &t) { return stopConsuming(t, {"acme.stock"}, {topic}, true); });
    QCOMPARE(QString::fromStdString(texts[file]), QString::fromStdString(before.at(file)));
    QCOMPARE(
        QString::fromStdString(texts["stock/stock.yaml"]),
        QString::fromStdString(before.at("stock/stock.yaml") + "channels: {}\noperations: {}\n"));
    texts =
        after(reading, [](const Topology &t) { return stopConsuming(t, {"acme.stock"}, {topic}); });
    QCOMPARE(texts[file], reading.at(file));
}

void TestActs::grantsAndRevokes()
{
    const auto before = company();
    auto granted = after(before, [](const Topology &t) { return grant(t, {topic}, "acme"); });
    QVERIFY(granted[file].find("- name: grant-access:acme\n") != std::string::npos);
    auto told = after(granted, [](const Topology &t) { return revoke(t, {topic}, "acme.stock"); });
    QVERIFY(told["error"].ends_with("it reads by a wider one."));
    auto revoked = after(granted, [](const Topology &t) { return revoke(t, {topic}, "acme"); });
    QCOMPARE(QString::fromStdString(revoked[file]), QString::fromStdString(before.at(file)));
}

/// YAML asks for no quotes here; who has them around what has a colon keeps them.
void TestActs::grantsFollowTheQuotesOfTheFile()
{
    auto texts = company();
    const auto quoted = [&] {
        const auto granted =
            after(texts, [](const Topology &t) { return grant(t, {topic}, "acme"); });
        return granted.at(file).find("'grant-access:acme'") != std::string::npos;
    };
    QVERIFY(!quoted());
    auto &sales = texts[file];
    sales.replace(sales.find("urn:acme.sales"), 14, "'urn:acme.sales'");
    QVERIFY(quoted());
    sales.insert(sales.find("      operationId"),
                 "      tags: [{name: grant-access:acme.stock}]\n");
    QVERIFY(!quoted());
}

void TestActs::setsAccessEverywhere()
{
    Texts before{
        {file, "asyncapi: 3.0.0\nid: urn:acme.sales\ninfo: {title: S, version: '1'}\nchannels:\n"
               "  order: {address: _public.order, messages: {Order: {name: Order}}}\noperations:\n"
               "  publishOrder: {action: send, channel: {$ref: '#/channels/order'}}\n"},
        {"stock.yaml", "asyncapi: 2.6.0\nid: urn:acme.stock\ninfo: {title: S, version: '1'}\n"
                       "channels:\n  acme.sales._public.order: # theirs\n    subscribe:\n"
                       "      message: {name: Order}\n"
                       "x-seen: {$ref: '#/channels/acme.sales._public.order/subscribe'}\n"}};
    auto texts = after(before, [](const Topology &t) {
        return setAccess(t, {"acme.sales._public.order"}, Access::Protected, true);
    });
    QCOMPARE(texts["error"], std::string());
    QCOMPARE(QString::fromStdString(texts["stock.yaml"]),
             QString::fromStdString(before["stock.yaml"]).replace("_public.", "_protected."));
    QCOMPARE(QString::fromStdString(texts[file]),
             QString::fromStdString(before[file])
                 .replace("_public.", "_protected.")
                 .replace("{$ref: '#/channels/order'}}",
                          "{$ref: '#/channels/order'}, tags: [{name: "
                          "grant-access:acme.stock}]}"));
}

void TestActs::addsFields_data()
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

void TestActs::addsFields()
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

void TestActs::aFirstFieldMakesThePayload()
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

void TestActs::deletes()
{
    const auto before = company();
    const auto reading =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    auto texts = after(reading, [](const Topology &t) { return deleteTopic(t, {topic}); });
    QCOMPARE(QString::fromStdString(texts[file]),
             QString::fromStdString(head + "channels:\n  _private.draft:\n    publish:\n      "
                                           "message: {name: Draft}\n"));
    QCOMPARE(texts["stock/stock.yaml"], reading.at("stock/stock.yaml"));
    texts = after(reading,
                  [](const Topology &t) { return deleteTopic(t, {topic}, {.readers = true}); });
    QVERIFY(texts["stock/stock.yaml"].ends_with("channels: {}\noperations: {}\n"));
    texts = after(reading, [](const Topology &t) {
        return deleteMessage(t, {file, "_protected.order"}, "Order");
    });
    QVERIFY(texts[file].find("name: Order") == std::string::npos);
    texts = after(reading, [](const Topology &t) {
        return deleteContext(t, {"acme.stock"}, {.grants = true});
    });
    QVERIFY(!texts.contains("stock/stock.yaml"));
    QCOMPARE(QString::fromStdString(texts[file]), QString::fromStdString(before.at(file)));
    const Texts shared{{file, head +
                                  "channels:\n  _public.a:\n    publish:\n      message: {$ref: "
                                  "'#/components/messages/A'}\ncomponents:\n  messages:\n    A: "
                                  "{name: A, payload: {$ref: '#/components/schemas/A'}}\n"
                                  "  schemas:\n    A: {type: object}\n    Idle: {type: object}\n"}};
    texts = after(shared, [](const Topology &t) {
        return deleteTopic(t, {"acme.sales._public.a"}, {.unused = true});
    });
    QCOMPARE(QString::fromStdString(texts[file]),
             QString::fromStdString(head +
                                    "channels: {}\ncomponents:\n  schemas:\n    Idle: {type: "
                                    "object}\n"));
}

void TestActs::tellsTheImpact()
{
    const auto reading =
        after(company(), [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    const auto topology = buildTopology(Workspace::fromTexts(reading));
    const auto edit = deleteTopic(*topology, {topic});
    QVERIFY(edit);
    const auto impact = impactOf(*topology, *edit);
    QVERIFY(impact);
    QCOMPARE(impact->topicsGone, std::vector<TopicName>{{topic}});
    QCOMPARE(impact->readersLost.size(), std::size_t(1));
    QCOMPARE(impact->readersLost.front().reader.value, std::string("acme.stock"));
    QCOMPARE(impact->grantsGone.size(), std::size_t(1));
    QCOMPARE(impact->grantsGone.front().target, std::string("acme.stock"));
    QVERIFY(std::any_of(impact->aclsGone.begin(), impact->aclsGone.end(), [](const Acl &acl) {
        return acl.principal == "User:acme.stock" && acl.name == topic;
    }));
    QVERIFY(impact->planWords.front().find("only one that may delete") != std::string::npos);
    const auto shut = impactOf(*topology, *setAccess(*topology, {topic}, Access::Private));
    QVERIFY(shut);
    QCOMPARE(shut->topicsNew.front().value, std::string("acme.sales._private.order"));
    const auto gone = impactOf(*topology, *deleteContext(*topology, {"acme.sales"}));
    QVERIFY(gone);
    QCOMPARE(gone->contextsGone.front().value, std::string("acme.sales"));
    QVERIFY(gone->planWords.front().starts_with("No plan deletes"));
    const auto nothing = impactOf(*topology, {});
    QVERIFY(nothing && nothing->isEmpty());
}

void TestActs::addsAContext()
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

void TestActs::refuses_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const Act &act, const char *message) {
        QTest::newRow(name) << act << QString(message);
    };
    const ChannelId order{file, "_protected.order"};
    row(
        "private",
        [](const Topology &t) { return consume(t, {"acme.stock"}, {"acme.sales._private.draft"}); },
        "is private to 'acme.sales'");
    row(
        "one's own", [](const Topology &t) { return consume(t, {"acme.sales"}, {topic}); },
        "owns the topic");
    row(
        "unknown topic",
        [](const Topology &t) { return consume(t, {"acme.stock"}, {"acme.sales._public.none"}); },
        "There is no topic");
    row(
        "unknown context", [](const Topology &t) { return grant(t, {topic}, "acme.none"); },
        "No bounded context or domain");
    row(
        "a bad name",
        [](const Topology &t) {
            return addTopic(t, {{"acme.sales"}, Access::Public, "big order", {}, {}, {}, {}, {}});
        },
        "is not a word of letters");
    row(
        "infrastructure in a name",
        [](const Topology &t) {
            return addTopic(t, {{"acme.sales"}, Access::Public, "order.kafka"});
        },
        "is a matter of infrastructure");
    row(
        "there already",
        [](const Topology &t) {
            return addTopic(t, {{"acme.sales"}, Access::Protected, "order", {}, {}, {}, {}, {}});
        },
        "is there already");
    row(
        "no partitions", [=](const Topology &t) { return setPartitions(t, order, 0); },
        "at least one");
    row(
        "no value of the setting",
        [=](const Topology &t) { return setTopicSetting(t, order, "cleanup.policy", "shrink"); },
        "shrink");
    row(
        "no duration", [=](const Topology &t) { return setRetention(t, order, "two days"); },
        "is no duration");
    row(
        "a broken reference",
        [=](const Topology &t) {
            return addMessage(t, order, {"Refund", {}, PayloadReference{"./none.json"}});
        },
        "none.json");
    row(
        "a field that is there",
        [=](const Topology &t) { return addField(t, order, "Order", {"id"}); }, "already");
    row(
        "a type that is none",
        [=](const Topology &t) {
            return addField(t, order, "Order", {"sku", "text"});
        },
        "is no type of JSON Schema");
    row(
        "no title", [](const Topology &t) { return setTitle(t, file, ""); }, "has a title");
}

void TestActs::refuses()
{
    QFETCH(Act, act);
    QFETCH(QString, message);
    const auto told = QString::fromStdString(after(company(), act)["error"]);
    QVERIFY2(told.contains(message), qPrintable(told));
}

void TestActs::refusesBehindBrokenReferences()
{
    const std::string text = "asyncapi: 3.0.0\nid: urn:acme.sales\ninfo: {title: S, version: '1'}\n"
                             "channels:\n  order: {$ref: '#/components/channels/none'}\n";
    const ChannelId order{file, "order"};
    const Act acts[] = {
        [=](const Topology &t) { return setPartitions(t, order, 6); },
        [=](const Topology &t) { return setChannelDescription(t, order, "Told"); },
        [=](const Topology &t) { return addTag(t, order, "pii"); },
        [=](const Topology &t) { return addMessage(t, order, {"Order"}); },
    };
    for (const auto &act : acts)
        QVERIFY(changed(text, act).starts_with("error: "));
}

void TestActs::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qlonglong>("milliseconds");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *text, qlonglong milliseconds, const char *said) {
        QTest::newRow(text) << QString(text) << milliseconds << QString(said);
    };
    row("48 h", 172800000, "48 h");
    row("48h", 172800000, "48 h");
    row("2 days", 172800000, "48 h");
    row("7 d", 604800000, "7 d");
    row("2 weeks", 1209600000, "14 d");
    row("1.5 h", 5400000, "90 min");
    row("1 d 12 h", 129600000, "36 h");
    row("1500", 1500, "1500 ms");
    row("0.25s", 250, "250 ms");
    row("forever", -1, "forever");
    row("-1", -1, "forever");
    row("0", 0, "0 ms");
    for (const char *text : {"", "two days", "5 parsecs", "1.5", "0.0001 s", "h", "1 2", "1..5 h",
                             "99999999999999999999 d", "-2 h"})
        row(text, -2, "");
}

void TestActs::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qlonglong, milliseconds);
    QFETCH(QString, said);
    const auto read = parseDuration(text.toStdString());
    QCOMPARE(read.has_value(), milliseconds != -2);
    if (!read)
        return;
    QCOMPARE(static_cast<qlonglong>(*read), milliseconds);
    QCOMPARE(QString::fromStdString(durationText(*read)), said);
    QCOMPARE(*parseDuration(durationText(*read)), *read);
}

QTEST_APPLESS_MAIN(TestActs)
#include "tst_acts.moc"
