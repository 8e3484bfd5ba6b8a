// SPDX-License-Identifier: Apache-2.0
#include "compare/comparing.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::compare;

namespace {

const std::string head = "asyncapi: 2.6.0\nid: 'urn:acme.a'\ninfo: {title: T, version: '1'}\n"
                         "channels:\n  _public.x:\n    publish:\n      message:\n";
const std::string reader = "asyncapi: 2.6.0\nid: 'urn:acme.r'\ninfo: {title: T, version: '1'}\n"
                           "channels: {acme.a._public.x: {subscribe: {}}}\n";
const QString topic = "acme.a acme.a._public.x #sale";

Texts avro(const std::string &fields)
{
    return {{"a.yaml", head + "        name: sale\n        payload: {$ref: sale.avsc}\n"
                              "        schemaFormat: application/vnd.apache.avro;version=1.9.0\n"},
            {"r.yaml", reader},
            {"sale.avsc", R"({"type":"record","name":"Sale","fields":[)" + fields + "]}"}};
}

Texts json(const std::string &properties, const std::string &required = "")
{
    return {{"a.yaml", head + "        name: sale\n        payload: {type: object, required: [" +
                           required + "], properties: {" + properties + "}}\n"},
            {"r.yaml", reader}};
}

Texts proto(const std::string &fields)
{
    return {{"a.yaml", head + "        name: sale\n        payload: {$ref: sale.proto}\n"
                              "        schemaFormat: application/vnd.google.protobuf;version=3\n"},
            {"r.yaml", reader},
            {"sale.proto", "syntax = \"proto3\";\nmessage Sale {" + fields + "}\n"}};
}

} // namespace

class TestSchemaChanges : public QObject
{
    Q_OBJECT

private slots:
    void fields_data();
    void fields();
    void compatibility();
    void messages_data();
    void messages();
    void places();
    void otherThanFields();
    void unreadable();
    void keys();
};

void TestSchemaChanges::fields_data()
{
    QTest::addColumn<Texts>("base");
    QTest::addColumn<Texts>("next");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Texts &base, const Texts &next,
                        const QStringList &expected) {
        QStringList lines;
        for (const auto &line : expected)
            lines.append(QString(line).replace(" :", ' ' + topic + ": ").replace(":  ", ": ") +
                         " @acme.r");
        QTest::newRow(name) << base << next << lines;
    };
    const std::string id = R"({"name":"id","type":"long"})";
    const auto with = [&](const std::string &field) { return avro(id + ',' + field); };
    row("avro: added with a default", avro(id), with(R"({"name":"n","type":"int","default":0})"),
        {"field-added :n (- > int)"});
    row("avro: added without a default", avro(id), with(R"({"name":"n","type":"int"})"),
        {"field-added :n (- > int) !old-records"});
    row("avro: removed", with(R"({"name":"n","type":"int"})"), avro(id),
        {"field-removed :n (int > -) !old-readers"});
    row("avro: removed that had a default", with(R"({"name":"n","type":"int","default":0})"),
        avro(id), {"field-removed :n (int > -)"});
    row("avro: promoted", with(R"({"name":"n","type":"int"})"),
        with(R"({"name":"n","type":"long"})"), {"field-type-changed :n (int > long) !old-readers"});
    row("avro: demoted", with(R"({"name":"n","type":"long"})"),
        with(R"({"name":"n","type":"int"})"), {"field-type-changed :n (long > int) !old-records"});
    row("avro: string and bytes", with(R"({"name":"n","type":"string"})"),
        with(R"({"name":"n","type":"bytes"})"), {"field-type-changed :n (string > bytes)"});
    row("avro: another type", with(R"({"name":"n","type":"string"})"),
        with(R"({"name":"n","type":"int"})"),
        {"field-type-changed :n (string > int) !old-readers !old-records"});
    row("avro: nullable now", with(R"({"name":"n","type":"int"})"),
        with(R"({"name":"n","type":["null","int"]})"),
        {"field-nullable-changed :n (not null > nullable) !old-readers"});
    row("avro: not null any more", with(R"({"name":"n","type":["null","int"]})"),
        with(R"({"name":"n","type":"int"})"),
        {"field-nullable-changed :n (nullable > not null) !old-records"});
    row("avro: default gone", with(R"({"name":"n","type":"int","default":0})"),
        with(R"({"name":"n","type":"int"})"),
        {"field-required-changed :n (a default > no default)"});
    row("avro: symbols",
        with(R"({"name":"n","type":{"type":"enum","name":"E","symbols":["A","B"]}})"),
        with(R"({"name":"n","type":{"type":"enum","name":"E","symbols":["B","C"]}})"),
        {"field-value-added :n (- > C) !old-readers",
         "field-value-removed :n (A > -) !old-records"});
    row("avro: symbols with a default",
        with(R"({"name":"n","type":{"type":"enum","name":"E","symbols":["A","B"],"default":"B"}})"),
        with(R"({"name":"n","type":{"type":"enum","name":"E","symbols":["B","C"],"default":"B"}})"),
        {"field-value-added :n (- > C)", "field-value-removed :n (A > -)"});
    row("avro: logical type",
        with(R"({"name":"n","type":{"type":"long","logicalType":"timestamp-millis"}})"),
        with(R"({"name":"n","type":{"type":"long","logicalType":"timestamp-micros"}})"),
        {"field-mark-changed :n (logicalType: timestamp-millis > logicalType: timestamp-micros) "
         "!old-readers !old-records"});
    row("avro: a mark of one's own", with(R"({"name":"n","type":"int","pii":true})"),
        with(R"({"name":"n","type":"int"})"), {"field-mark-changed :n (pii: true > -)"});
    const auto nested = [&](const char *type) {
        return with(std::string(R"({"name":"m","type":{"type":"record","name":"M","fields":[)") +
                    R"({"name":"v","type":")" + type + R"("}]}})");
    };
    row("avro: within a record", nested("int"), nested("string"),
        {"field-type-changed :m.v (int > string) !old-readers !old-records"});

    row("json: optional added", json("id: {type: string}"),
        json("id: {type: string}, n: {type: integer}"), {"field-added :n (- > integer)"});
    row("json: required added", json("id: {type: string}"),
        json("id: {type: string}, n: {type: integer}", "n"),
        {"field-added :n (- > integer) !old-records"});
    row("json: optional removed", json("id: {type: string}, n: {type: integer}"),
        json("id: {type: string}"), {"field-removed :n (integer > -)"});
    row("json: required removed", json("id: {type: string}, n: {type: integer}", "n"),
        json("id: {type: string}"), {"field-removed :n (integer > -) !old-readers"});
    row("json: required now", json("n: {type: string}"), json("n: {type: string}", "n"),
        {"field-required-changed :n (optional > required) !old-records"});
    row("json: optional now", json("n: {type: string}", "n"), json("n: {type: string}"),
        {"field-required-changed :n (required > optional) !old-readers"});
    row("json: wider type", json("n: {type: integer}"), json("n: {type: number}"),
        {"field-type-changed :n (integer > number) !old-readers"});
    row("json: values", json("n: {type: string, enum: [a, b]}"),
        json("n: {type: string, enum: [b]}"), {"field-value-removed :n (a > -) !old-records"});
    row("json: any value now", json("n: {type: string, enum: [a, b]}"), json("n: {type: string}"),
        {"field-value-added :n !old-readers"});
    row("json: mark", json("n: {type: string}"), json("n: {type: string, x-pii: true}"),
        {"field-mark-changed :n (- > x-pii: true)"});

    row("proto: added", proto("int32 a = 1;"), proto("int32 a = 1; int32 b = 2;"),
        {"field-added :b (- > int32)"});
    row("proto: removed", proto("int32 a = 1; int32 b = 2;"), proto("int32 a = 1;"),
        {"field-removed :b (int32 > -)"});
    row("proto: another name", proto("int32 a = 1;"), proto("int32 b = 1;"),
        {"field-renamed :b (a > b)"});
    row("proto: another number", proto("int32 a = 1;"), proto("int32 a = 2;"),
        {"field-number-changed :a (1 > 2) !old-readers !old-records"});
    row("proto: same on the wire", proto("int32 a = 1;"), proto("int64 a = 1;"),
        {"field-type-changed :a (int32 > int64)"});
    row("proto: another type", proto("int32 a = 1;"), proto("string a = 1;"),
        {"field-type-changed :a (int32 > string) !old-readers !old-records"});
}

void TestSchemaChanges::fields()
{
    QFETCH(Texts, base);
    QFETCH(Texts, next);
    QFETCH(QStringList, expected);
    QCOMPARE(linesOf(compared(base, next)), expected);
}

void TestSchemaChanges::compatibility()
{
    const auto base = avro(R"({"name":"a","type":"int"},{"name":"b","type":"int"})");
    const auto next = avro(R"({"name":"a","type":"long"},{"name":"c","type":"int"})");
    const QString added = "field-added " + topic + ": c (- > int) %1old-records @acme.r";
    const QString removed = "field-removed " + topic + ": b (int > -) %1old-readers @acme.r";
    const QString wider = "field-type-changed " + topic + ": a (int > long) %1old-readers @acme.r";
    QCOMPARE(linesOf(compared(base, next, Compatibility::Backward)),
             (QStringList{added.arg("!"), removed.arg("?"), wider.arg("?")}));
    QCOMPARE(linesOf(compared(base, next, Compatibility::Forward)),
             (QStringList{added.arg("?"), removed.arg("!"), wider.arg("!")}));
    QCOMPARE(compared(base, next, Compatibility::Full).breaking(), 3U);
}

void TestSchemaChanges::messages_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("added") << "oneOf: [{name: a}]"
                           << "oneOf: [{name: a}, {name: b}]"
                           << QStringList{"message-added acme.a acme.a._public.x #b @acme.r"};
    QTest::newRow("removed")
        << "oneOf: [{name: a}, {name: b}]"
        << "oneOf: [{name: a}]"
        << QStringList{"message-removed acme.a acme.a._public.x #b !message-gone @acme.r"};
    QTest::newRow("another name")
        << "name: a"
        << "name: b" << QStringList{"message-renamed acme.a acme.a._public.x #b (a > b) @acme.r"};
    QTest::newRow("content type")
        << "{name: a, contentType: application/json}"
        << "{name: a, contentType: avro/binary}"
        << QStringList{"content-type-changed acme.a acme.a._public.x #a (application/json > "
                       "avro/binary) !old-readers !old-records @acme.r"};
    QTest::newRow("format")
        << "{name: a, payload: {type: string}}"
        << "{name: a, payload: {type: string}, schemaFormat: application/vnd.apache.avro}"
        << QStringList{"schema-format-changed acme.a acme.a._public.x #a ( > "
                       "application/vnd.apache.avro) !old-readers !old-records @acme.r"};
    QTest::newRow("schema added") << "{name: a}"
                                  << "{name: a, payload: {type: string}}"
                                  << QStringList{"schema-added acme.a acme.a._public.x #a @acme.r"};
    QTest::newRow("schema removed")
        << "{name: a, payload: {type: string}}"
        << "{name: a}" << QStringList{"schema-removed acme.a acme.a._public.x #a @acme.r"};
    QTest::newRow("type of the whole")
        << "{name: a, payload: {type: string}}"
        << "{name: a, payload: {type: integer}}"
        << QStringList{"field-type-changed acme.a acme.a._public.x #a (string > integer) "
                       "!old-readers !old-records @acme.r"};
    QTest::newRow("no names at all") << "{payload: {type: string}}"
                                     << "{payload: {type: string}}" << QStringList();
}

void TestSchemaChanges::messages()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QStringList, expected);
    const auto texts = [](const QString &message) {
        return Texts{{"a.yaml", head + "        " + message.toStdString() + '\n'},
                     {"r.yaml", reader}};
    };
    QCOMPARE(linesOf(compared(texts(before), texts(after))), expected);
}

void TestSchemaChanges::places()
{
    const auto base = avro(R"({"name":"n","type":"int"})");
    const auto next = avro(R"({"name":"n","type":"string"})");
    const auto change = compared(base, next).changes.at(0);
    const auto at = base.at("sale.avsc").find("\"n\"");
    QCOMPARE(change.base->file, std::string("sale.avsc"));
    QCOMPARE(change.base->range.begin, at);
    QVERIFY(change.next == change.base);
    // Protobuf that stands in the spec has places in a text of its own, which is no file.
    const auto inlined = [](const std::string &field) {
        return Texts{{"a.yaml", head +
                                    "        name: sale\n"
                                    "        schemaFormat: application/vnd.google.protobuf\n"
                                    "        payload: 'syntax = \"proto3\"; message S {" +
                                    field + "}'\n"}};
    };
    const auto own = compared(inlined("int32 a = 1;"), inlined("string a = 1;")).changes.at(0);
    const auto text = inlined("int32 a = 1;").at("a.yaml");
    QCOMPARE(own.base->file, std::string("a.yaml"));
    QCOMPARE(own.base->range.begin, text.find("'syntax"));
}

void TestSchemaChanges::otherThanFields()
{
    const auto base = json("n: {type: string, maxLength: 5}");
    const auto next = json("n: {type: string, maxLength: 3}");
    QCOMPARE(linesOf(compared(base, next)), QStringList{"schema-changed " + topic + " @acme.r"});
    auto windows = base;
    std::string &text = windows["a.yaml"];
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
        text.replace(at, 1, "\r\n");
    QCOMPARE(linesOf(compared(base, windows)), QStringList());
}

/// A schema that can't be read has not lost its fields.
void TestSchemaChanges::unreadable()
{
    const auto whole = proto("int32 a = 1;");
    auto broken = whole;
    broken["sale.proto"] = "syntax = \"proto3\";\nmessage Sale { int32 }";
    auto gone = whole;
    gone.erase("sale.proto");
    for (const auto &next : {broken, gone})
        QCOMPARE(linesOf(compared(whole, next)),
                 QStringList{"schema-unknown " + topic + " @acme.r"});
}

void TestSchemaChanges::keys()
{
    const auto keyed = [](const std::string &type) {
        return Texts{
            {"a.yaml", head + "        name: sale\n        bindings: {kafka: {key: {type: " + type +
                           "}}}\n"}};
    };
    QCOMPARE(linesOf(compared(keyed("string"), keyed("integer"))),
             QStringList{"field-type-changed " + topic +
                         " key (string > integer) !old-readers !old-records"});
}

QTEST_GUILESS_MAIN(TestSchemaChanges)
#include "tst_schemachanges.moc"
