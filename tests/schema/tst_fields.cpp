// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/payload.h"

#include "schema/schematext.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::schema;

Q_DECLARE_METATYPE(meshwright::schema::FormatKind)

namespace {

constexpr auto avro = "application/vnd.apache.avro;version=1.9.0";

std::vector<Field> fieldsOf(const Texts &texts, const std::string &name, std::string_view format)
{
    return payloadFields(format, {texts.node(name), std::nullopt}, texts.reach);
}

} // namespace

class TestFields : public QObject
{
    Q_OBJECT

private slots:

    void formats_data()
    {
        QTest::addColumn<FormatKind>("kind");
        QTest::addColumn<QString>("version");
        const auto row = [](const char *format, FormatKind kind, const char *version) {
            QTest::newRow(format) << kind << QString(version);
        };
        row("", FormatKind::Own, "");
        row("application/vnd.aai.asyncapi;version=2.6.0", FormatKind::Own, "2.6.0");
        row("application/vnd.aai.asyncapi+json;version=3.0.0", FormatKind::Own, "3.0.0");
        row("application/schema+yaml;version=draft-07", FormatKind::Own, "draft-07");
        row("application/vnd.apache.avro;version=1.9.0", FormatKind::Avro, "1.9.0");
        row("application/vnd.apache.avro+json; version=1.12.0", FormatKind::Avro, "1.12.0");
        row("Application/vnd.apache.avro+yaml", FormatKind::Avro, "");
        row("application/vnd.google.protobuf;version=3", FormatKind::Protobuf, "3");
        row("application/vnd.google.protobuf;charset=utf-8;version=2", FormatKind::Protobuf, "2");
        row("application/vnd.google.protobuf;version=4", FormatKind::Unknown, "4");
        row("application/vnd.oai.openapi;version=3.0.0", FormatKind::OpenApi, "3.0.0");
        row("application/vnd.oai.openapi+yaml;version=3.0.3", FormatKind::OpenApi, "3.0.3");
        row("application/vnd.oai.openapi;version=3.1.0", FormatKind::NotChecked, "3.1.0");
        row("application/raml+yaml;version=1.0", FormatKind::NotChecked, "1.0");
        row("not existing", FormatKind::Unknown, "");
        row("application/octet-stream", FormatKind::Unknown, "");
    }

    void formats()
    {
        QFETCH(FormatKind, kind);
        QFETCH(QString, version);
        const auto format = readFormat(QTest::currentDataTag());
        QCOMPARE(static_cast<int>(format.kind), static_cast<int>(kind));
        QCOMPARE(QString::fromStdString(format.version), version);
    }

    void ofAvro()
    {
        const Texts texts{{"a.avsc", R"({"type": "record", "name": "shop.Order", "fields": [
  {"name": "id", "type": "string", "doc": "Identifier", "tags": ["key", {"name": "pii"}]},
  {"name": "email", "type": ["null", "string"], "default": null, "pii": true},
  {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
  {"name": "lines", "type": {"type": "array", "items": {"type": "record", "name": "Line", "owner": "shop",
    "fields": [{"name": "sku", "type": "string"},
               {"name": "price", "type": ["null", {"type": "fixed", "name": "Money", "size": 8}]}]}}},
  {"name": "byDay", "type": {"type": "map", "values": "Line"}},
  {"name": "either", "type": ["int", "string"], "default": 0},
  {"name": "parent", "type": ["null", "Order"], "default": null}]})"}};
        const auto fields = fieldsOf(texts, "a.avsc", avro);
        QCOMPARE(shownFields(fields), std::string("id: string! tags=key, pii # Identifier\n"
                                                  "email: string? pii=true\n"
                                                  "at: long! logicalType=timestamp-millis\n"
                                                  "lines: array<shop.Line>! owner=shop\n"
                                                  "lines[].sku: string!\n"
                                                  "lines[].price: shop.Money!?\n"
                                                  "byDay: map<shop.Line>! owner=shop\n"
                                                  "byDay{}.sku: string!\n"
                                                  "byDay{}.price: shop.Money!?\n"
                                                  "either: int | string\n"
                                                  "parent: shop.Order?\n"));
        const SourceText text(texts.text("a.avsc").text->bytes());
        QCOMPARE(fields[1].file, std::string("a.avsc"));
        QCOMPARE(text.position(fields[1].range.begin), (Position{3, 12}));
        QCOMPARE(std::string(text.slice(fields[1].range)), std::string("\"email\""));
    }

    void ofJsonSchema()
    {
        const Texts texts{{"a.yaml", R"(type: object
required: [id, lines]
properties:
  id: {type: string, description: Identifier, x-pii: true, tags: [key]}
  lines:
    type: array
    items:
      type: object
      required: [sku]
      properties:
        sku: {type: [string, 'null'], x-owner: {team: shop, floor: 2}}
        price: {$ref: '#/definitions/money'}
  notes:
    type: object
    additionalProperties: {type: object, properties: {text: {title: Text}}}
  parent: {$ref: '#'}
allOf:
  - required: [day]
    properties: {day: {type: string, nullable: true}}
  - properties: {id: {type: integer}}
oneOf:
  - required: [a]
    properties: {a: {oneOf: [{type: 'null'}, {type: integer}, {type: string}]}}
  - properties: {b: true}
definitions:
  money:
    type: object
    description: Cents
    x-currency: any
    properties: {units: {type: integer}}
)"}};
        const auto fields = fieldsOf(texts, "a.yaml", "");
        QCOMPARE(shownFields(fields),
                 std::string("id: string! x-pii=true tags=key # Identifier\n"
                             "lines: array<object>!\n"
                             "lines[].sku: string!? x-owner=team: shop, floor: 2\n"
                             "lines[].price: object x-currency=any # Cents\n"
                             "lines[].price.units: integer\n"
                             "notes: object\n"
                             "notes{}.text: any # Text\n"
                             "parent: object\n"
                             "day: string!?\n"
                             "a: integer | string?\n"
                             "b: any\n"));
        const SourceText text(texts.text("a.yaml").text->bytes());
        QCOMPARE(std::string(text.slice(fields[3].range)), std::string("price"));
        QCOMPARE(text.position(fields[3].range.begin), (Position{12, 9}));
    }

    /// Fields behind `oneOf`, and a type that holds itself in two ways, have no end of their own.
    void isBounded()
    {
        std::string text = "properties: {a: {$ref: '#/d/x0'}}\nd:\n";
        for (int i = 0; i < 40; ++i) {
            const auto next = "{$ref: '#/d/x" + std::to_string((i + 1) % 40) + "'}";
            text += "  x" + std::to_string(i) + ": {properties: {l: " + next + ", r: " + next +
                    "}, oneOf: [" + next + ", " + next + "]}\n";
        }
        const Texts texts{{"a.yaml", text}};
        QVERIFY(fieldsOf(texts, "a.yaml", "").size() <= mostFields);
    }

    void ofOthers()
    {
        const Texts texts{{"a.yaml", "properties: {a: {type: string}}\n"}};
        QCOMPARE(fieldsOf(texts, "a.yaml", "application/vnd.oai.openapi;version=3.0.0").size(),
                 std::size_t(1));
        QVERIFY(fieldsOf(texts, "a.yaml", "application/raml+yaml;version=1.0").empty());
        QVERIFY(fieldsOf(texts, "a.yaml", "not existing").empty());
        QVERIFY(fieldsOf(texts, "nowhere", avro).empty());
    }
};

QTEST_APPLESS_MAIN(TestFields)
#include "tst_fields.moc"
