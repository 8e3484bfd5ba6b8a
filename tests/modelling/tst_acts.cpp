// SPDX-License-Identifier: Apache-2.0
// The modelling acts, byte by byte: what each writes into a small document.
#include "acting.h"

#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/contextacts.h"
#include "meshwright/modelling/deletion.h"
#include "meshwright/asyncapi/duration.h"
#include "meshwright/modelling/impact.h"
#include "meshwright/modelling/topicacts.h"

#include <algorithm>

using namespace meshwright;
using namespace meshwright::modelling;
using namespace meshwright::modelling::tests;

class TestActs : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void deletes();
    void tellsTheImpact();
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
    const auto many =
        buildTopology(Workspace::fromTexts({{"a.yaml", "asyncapi: 2.6.0\nid: urn:acme.a.b\n"
                                                       "info: {title: A, version: '1'}\nchannels:\n"
                                                       "  _public.a: {publish: {}}\n"
                                                       "  _public.b: {publish: {}}\n"
                                                       "  _public.c: {publish: {}}\n"
                                                       "  _public.d: {publish: {}}\n"}}));
    const auto all = impactOf(*many, *deleteContext(*many, {"acme.a.b"}));
    QVERIFY(all && all->planWords.size() == 2); // the ACLs are not lost behind many topics
    QVERIFY(all->planWords.front().starts_with("No plan deletes 4 topics ('acme.a.b._public.a', "));
    QVERIFY(all->planWords.front().find("_public.c' and 1 more)") != std::string::npos);
    const auto nothing = impactOf(*topology, WorkspaceEdit());
    QVERIFY(nothing && nothing->isEmpty());
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
    const auto read = asyncapi::parseDuration(text.toStdString());
    QCOMPARE(read.has_value(), milliseconds != -2);
    if (!read)
        return;
    QCOMPARE(static_cast<qlonglong>(*read), milliseconds);
    QCOMPARE(QString::fromStdString(asyncapi::durationText(*read)), said);
    QCOMPARE(*asyncapi::parseDuration(asyncapi::durationText(*read)), *read);
}

QTEST_APPLESS_MAIN(TestActs)
#include "tst_acts.moc"
