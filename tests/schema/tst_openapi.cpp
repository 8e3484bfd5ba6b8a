// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/openapi.h"

#include "schema/schematext.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::schema;

class TestOpenApi : public QObject
{
    Q_OBJECT

private slots:

    void schemas_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char *schema, const char *faults) {
            QTest::newRow(schema) << QString(schema) << QString(faults);
        };
        row("{}", "");
        row("type: string", "");
        row("text", "openapi/not-a-schema 1:1 [text]");
        row("type: strin", "openapi/type 1:7 [strin]");
        row("type: [string, integer]", "openapi/type 1:7 [[string, integer]]");
        row("type: 'null'", "openapi/type 1:7 ['null']");
        row("{type: string, nullable: true, format: date}", "");
        row("nullable: 1", "openapi/value 1:11 [1]");
        row("{type: string, format: int32}", "openapi/format? 1:24 [int32]");
        row("{type: string, format: postcode}", "");
        row("type: array", "openapi/no-items 1:1 [type: array]");
        row("{type: array, items: {type: strin}}", "openapi/type 1:29 [strin]");
        row("{type: array, items: [{type: string}]}",
            "openapi/not-a-schema 1:22 [[{type: string}]]");
        row("required: []", "openapi/value 1:11 [[]]");
        row("required: true", "openapi/value 1:11 [true]");
        row("required: [a, b, a]", "openapi/value 1:18 [a]");
        row("properties: {a: {type: strin}, b: {typ: string}}",
            "openapi/type 1:24 [strin]; openapi/unknown-keyword 1:36 [typ]");
        row("{x-own: 1, const: 1}", "openapi/unknown-keyword 1:12 [const]");
        row("additionalProperties: false", "");
        row("additionalProperties: {type: strin}", "openapi/type 1:30 [strin]");
        row("oneOf: []", "openapi/value 1:8 [[]]");
        row("oneOf: [{type: string}, {type: strin}]", "openapi/type 1:32 [strin]");
        row("discriminator: kind", "openapi/discriminator 1:16 [kind]");
        row("discriminator: {mapping: {}}", "openapi/discriminator 1:16 [{mapping: {}}]");
        row("discriminator: {propertyName: kind}", "");
        row("minLength: -1", "openapi/value 1:12 [-1]");
        row("exclusiveMinimum: 3", "openapi/value 1:19 [3]");
        row("enum: []", "openapi/value 1:7 [[]]");
        row("{readOnly: true, writeOnly: true}", "openapi/value 1:29 [true]");
        row("{properties: {a: {$ref: '#'}}}", "");
        row("{not: {$ref: '#/x-a'}, x-a: {type: strin}}", "openapi/type 1:36 [strin]");
    }

    void schemas()
    {
        QFETCH(QString, schema);
        QFETCH(QString, faults);
        const Texts texts{{"a.yaml", schema.toStdString()}};
        QCOMPARE(QString::fromStdString(
                     texts.shown(checkOpenApi(texts.node("a.yaml"), texts.reach), "a.yaml")),
                 faults);
    }
};

QTEST_APPLESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
