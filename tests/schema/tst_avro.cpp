// SPDX-License-Identifier: Apache-2.0
#include "schema/avroverdict.h"

#ifdef MESHWRIGHT_AVRO_C
#include <avro.h>
#endif

#include <QTest>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::schema;

namespace {

struct Row
{
    const char *name;
    const char *schema;
    const char *faults;
    const char *difference = nullptr; ///< why avro-C gives another verdict, where it does
};

constexpr const char *acceptsDefaults = "avro-C does not look at defaults";
constexpr const char *acceptsNames = "avro-C is lenient with names";
constexpr const char *acceptsAttributes = "avro-C does not look at this attribute";
constexpr const char *acceptsTwice = "avro-C accepts a field, a symbol or a branch twice";

const std::vector<Row> &rows()
{
    static const std::vector<Row> all = {
        {"primitive", R"("string")", ""},
        {"primitive in an object", R"({"type": "long"})", ""},
        {"misspelt primitive", R"("strin")", "avro/unknown-type 1:1 [\"strin\"]"},
        {"complex type alone", R"("record")", "avro/not-a-schema 1:1 [\"record\"]"},
        {"number", "12", "avro/not-a-schema 1:1 [12]"},
        {"no type", R"({"name": "A"})", "avro/no-type 1:1 [{\"name\": \"A\"}]"},
        {"type is a schema", R"({"type": {"type": "string"}})",
         "avro/not-a-schema 1:10 [{\"type\": \"string\"}]"},
        {"record", R"({"type": "record", "name": "A", "fields": [{"name": "a", "type": "int"}]})",
         ""},
        {"no fields in a record", R"({"type": "record", "name": "A", "fields": []})", ""},
        {"no name", R"({"type": "record", "fields": [{"name": "a", "type": "int"}]})",
         "avro/no-name 1:1 [{\"type\": \"record\", \"fiel~]"},
        {"no fields", R"({"type": "record", "name": "A"})",
         "avro/no-fields 1:1 [{\"type\": \"record\", \"name~]"},
        {"fields is an object", R"({"type": "record", "name": "A", "fields": {}})",
         "avro/not-a-list 1:43 [{}]"},
        {"field is a text", R"({"type": "record", "name": "A", "fields": ["a"]})",
         "avro/field 1:44 [\"a\"]"},
        {"name with a dash",
         R"({"type": "record", "name": "A-b", "fields": [{"name": "a", "type": "int"}]})",
         "avro/name 1:28 [\"A-b\"]"},
        {"name with a digit first", R"({"type": "enum", "name": "1A", "symbols": ["A"]})",
         "avro/name 1:26 [\"1A\"]"},
        {"name is a primitive", R"({"type": "enum", "name": "acme.int", "symbols": ["A"]})",
         "avro/name 1:26 [\"acme.int\"]", acceptsNames},
        {"full name", R"({"type": "enum", "name": "acme.shop.Size", "symbols": ["A"]})", ""},
        {"dots in a row", R"({"type": "enum", "name": "acme..Size", "symbols": ["A"]})",
         "avro/name 1:26 [\"acme..Size\"]", acceptsNames},
        {"bad namespace",
         R"({"type": "enum", "name": "Size", "namespace": "acme-shop", "symbols": ["A"]})",
         "avro/namespace 1:47 [\"acme-shop\"]", acceptsNames},
        {"empty namespace",
         R"({"type": "enum", "name": "Size", "namespace": "", "symbols": ["A"]})", ""},
        {"field name",
         R"({"type": "record", "name": "A", "fields": [{"name": "a b", "type": "int"}]})",
         "avro/name 1:53 [\"a b\"]"},
        {"field twice",
         R"({"type": "record", "name": "A", "fields": [{"name": "a", "type": "int"},
{"name": "a", "type": "int"}]})",
         "avro/field-duplicate 2:10 [\"a\"]", acceptsTwice},
        {"field without a type", R"({"type": "record", "name": "A", "fields": [{"name": "a"}]})",
         "avro/no-type 1:44 [{\"name\": \"a\"}]"},
        {"field without a name", R"({"type": "record", "name": "A", "fields": [{"type": "int"}]})",
         "avro/no-name 1:44 [{\"type\": \"int\"}]"},
        {"recursion",
         R"({"type": "record", "name": "A", "fields": [{"name": "a", "type": ["null", "A"]}]})",
         ""},
        {"enclosing namespace",
         R"({"type": "record", "name": "a.A", "fields": [
{"name": "x", "type": {"type": "enum", "name": "E", "symbols": ["S"]}},
{"name": "y", "type": "E"}, {"name": "z", "type": "a.E"}]})",
         ""},
        {"other namespace",
         R"({"type": "record", "name": "a.A", "fields": [
{"name": "x", "type": {"type": "enum", "name": "b.E", "symbols": ["S"]}},
{"name": "y", "type": "E"}]})",
         "avro/unknown-type 3:23 [\"E\"]"},
        {"used before it is defined",
         R"({"type": "record", "name": "A", "fields": [{"name": "x", "type": "E"},
{"name": "y", "type": {"type": "enum", "name": "E", "symbols": ["S"]}}]})",
         "avro/used-before-defined 1:66 [\"E\"]"},
        {"defined twice",
         R"({"type": "record", "name": "A", "fields": [
{"name": "x", "type": {"type": "enum", "name": "E", "symbols": ["S"]}},
{"name": "y", "type": {"type": "enum", "name": "E", "symbols": ["S"]}}]})",
         "avro/redefined 3:48 [\"E\"]"},
        {"misspelt name",
         R"({"type": "record", "name": "a.Order", "fields": [{"name": "x", "type": "Oder"}]})",
         "avro/unknown-type 1:72 [\"Oder\"]"},
        {"array", R"({"type": "array", "items": "int"})", ""},
        {"array without items", R"({"type": "array"})",
         "avro/no-items 1:1 [{\"type\": \"array\"}]"},
        {"map", R"({"type": "map", "values": ["null", "int"]})", ""},
        {"map without values", R"({"type": "map", "items": "int"})",
         "avro/no-values 1:1 [{\"type\": \"map\", \"items\":~]"},
        {"fixed", R"({"type": "fixed", "name": "F", "size": 16})", ""},
        {"fixed without a size", R"({"type": "fixed", "name": "F"})",
         "avro/no-size 1:1 [{\"type\": \"fixed\", \"name\"~]"},
        {"size is a text", R"({"type": "fixed", "name": "F", "size": "16"})",
         "avro/size 1:40 [\"16\"]"},
        {"size below 0", R"({"type": "fixed", "name": "F", "size": -1})", "avro/size 1:40 [-1]",
         acceptsAttributes},
        {"union", R"(["null", "string", {"type": "array", "items": "int"}])", ""},
        {"nested union", R"(["null", ["int", "string"]])",
         "avro/nested-union 1:10 [[\"int\", \"string\"]]", "avro-C takes a union in a union"},
        {"a type twice", R"(["int", "string", "int"])", "avro/union-duplicate 1:19 [\"int\"]",
         acceptsTwice},
        {"two arrays", R"([{"type": "array", "items": "int"}, {"type": "array", "items": "long"}])",
         "avro/union-duplicate 1:37 [{\"type\": \"array\", \"items~]", acceptsTwice},
        {"one logical type each",
         R"([{"type": "int", "logicalType": "date"}, {"type": "int", "logicalType": "time-millis"}])",
         "avro/union-duplicate 1:42 [{\"type\": \"int\", \"logical~]", acceptsTwice},
        {"two enums",
         R"([{"type": "enum", "name": "A", "symbols": ["X"]}, {"type": "enum", "name": "B", "symbols": ["X"]}])",
         ""},
        {"a name twice", R"([{"type": "enum", "name": "A", "symbols": ["X"]}, "A"])",
         "avro/union-duplicate 1:51 [\"A\"]", acceptsTwice},
        {"enum without symbols", R"({"type": "enum", "name": "E"})",
         "avro/no-symbols 1:1 [{\"type\": \"enum\", \"name\":~]"},
        {"symbol", R"({"type": "enum", "name": "E", "symbols": ["A", "B-C"]})",
         "avro/symbol 1:48 [\"B-C\"]", acceptsNames},
        {"symbol twice", R"({"type": "enum", "name": "E", "symbols": ["A", "B", "A"]})",
         "avro/symbol-duplicate 1:53 [\"A\"]", acceptsTwice},
        {"enum default", R"({"type": "enum", "name": "E", "symbols": ["A"], "default": "A"})", ""},
        {"enum default elsewhere",
         R"({"type": "enum", "name": "E", "symbols": ["A"], "default": "B"})",
         "avro/enum-default 1:60 [\"B\"]", acceptsAttributes},
        {"default",
         R"({"type": "record", "name": "A", "fields": [{"name": "a", "type": "int", "default": "x"}]})",
         "avro/default 1:84 [\"x\"]", acceptsDefaults},
        {"order",
         R"({"type": "record", "name": "A", "fields": [{"name": "a", "type": "int", "order": "ascendin"}]})",
         "avro/order 1:82 [\"ascendin\"]", acceptsAttributes},
        {"aliases",
         R"({"type": "record", "name": "A", "aliases": ["b.B", "C"], "fields": [{"name": "a", "type": "int", "aliases": ["b", "1c"]}]})",
         "avro/name 1:115 [\"1c\"]", acceptsAttributes},
        {"aliases is a text", R"({"type": "enum", "name": "E", "aliases": "F", "symbols": ["A"]})",
         "avro/not-a-list 1:42 [\"F\"]", acceptsAttributes},
    };
    return all;
}

/// A record with one field of the type, and its default.
std::string withDefault(const std::string &type, const std::string &value)
{
    return R"({"type": "record", "name": "R", "fields": [{"name": "f", "type": )" + type +
           ",\n\"default\": " + value + "}]}";
}

} // namespace

class TestAvro : public QObject
{
    Q_OBJECT

private slots:

    void schemas_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("faults");
        for (const auto &row : rows())
            QTest::newRow(row.name) << QString(row.schema) << QString(row.faults);
    }

    void schemas()
    {
        QFETCH(QString, schema);
        QFETCH(QString, faults);
        QCOMPARE(QString::fromStdString(verdict(schema.toStdString())), faults);
    }

    /// Both say the same, save where a row says why not.
    void agreesWithAvroC_data() { schemas_data(); }

    void agreesWithAvroC()
    {
#ifdef MESHWRIGHT_AVRO_C
        QFETCH(QString, schema);
        QFETCH(QString, faults);
        const auto bytes = schema.toStdString();
        avro_schema_t parsed = nullptr;
        const bool isFine = avro_schema_from_json_length(bytes.data(), bytes.size(), &parsed) == 0;
        if (isFine)
            avro_schema_decref(parsed);
        const auto row = std::find_if(rows().begin(), rows().end(), [](const Row &each) {
            return QLatin1String(each.name) == QLatin1String(QTest::currentDataTag());
        });
        QCOMPARE(isFine == faults.isEmpty(), row->difference == nullptr);
#else
        QSKIP("avro-C is not installed");
#endif
    }

    void defaults_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("fault"); // the bytes that are to blame
        const auto row = [](const char *type, const char *value, const char *fault) {
            QTest::newRow((std::string(type) + " = " + value).c_str())
                << QString(type) << QString(value) << QString(fault);
        };
        row(R"("null")", "null", "");
        row(R"("null")", "0", "avro/default 2:12 [0]");
        row(R"("boolean")", "true", "");
        row(R"("boolean")", R"("true")", "avro/default 2:12 [\"true\"]");
        row(R"("int")", "2147483647", "");
        row(R"("int")", "2147483648", "avro/default 2:12 [2147483648]");
        row(R"("int")", "1.5", "avro/default 2:12 [1.5]");
        row(R"("long")", "2147483648", "");
        row(R"("long")", "9223372036854775808", "avro/default 2:12 [9223372036854775808]");
        row(R"("double")", "1", "");
        row(R"("float")", R"("1")", "avro/default 2:12 [\"1\"]");
        row(R"("string")", R"("")", "");
        row(R"("string")", "null", "avro/default 2:12 [null]");
        row(R"("bytes")", R"("\u00ff")", "");
        row(R"("bytes")", R"("€")", "avro/default 2:12 [\"€\"]");
        row(R"({"type": "fixed", "name": "F", "size": 2})", R"("ab")", "");
        row(R"({"type": "fixed", "name": "F", "size": 2})", R"("abc")",
            "avro/default 2:12 [\"abc\"]");
        row(R"({"type": "enum", "name": "E", "symbols": ["A"]})", R"("A")", "");
        row(R"({"type": "enum", "name": "E", "symbols": ["A"]})", R"("B")",
            "avro/default 2:12 [\"B\"]");
        row(R"({"type": "array", "items": "int"})", "[]", "");
        row(R"({"type": "array", "items": "int"})", R"([1, "2"])", "avro/default 2:16 [\"2\"]");
        row(R"({"type": "array", "items": "int"})", "{}", "avro/default 2:12 [{}]");
        row(R"({"type": "map", "values": "int"})", R"({"a": 1})", "");
        row(R"({"type": "map", "values": "int"})", R"({"a": "x"})", "avro/default 2:18 [\"x\"]");
        constexpr auto record = R"({"type": "record", "name": "S", "fields": [
{"name": "a", "type": "int"}, {"name": "b", "type": "int", "default": 0}]})";
        row(record, R"({"a": 1})", "");
        row(record, R"({"b": 1})", "avro/default 3:12 [{\"b\": 1}]");
        row(record, R"({"a": "x"})", "avro/default 3:18 [\"x\"]");
        row(R"(["null", "string"])", "null", "");
        row(R"(["null", "string"])", R"("a")", "avro/default? 2:12 [\"a\"]");
        row(R"(["null", "string"])", "1", "avro/default 2:12 [1]");
        row(R"(["null", "R"])", "null", "");
    }

    void defaults()
    {
        QFETCH(QString, type);
        QFETCH(QString, value);
        QFETCH(QString, fault);
        const auto schema = withDefault(type.toStdString(), value.toStdString());
        QCOMPARE(QString::fromStdString(verdict(schema)), fault);
    }

    void logicalTypes_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *schema, const char *fault) {
            QTest::newRow(schema) << QString(schema) << QString(fault);
        };
        row(R"({"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2})", "");
        row(R"({"type": "bytes", "logicalType": "decimal", "precision": 9})", "");
        row(R"({"type": "bytes", "logicalType": "decimal"})", "1:34 [\"decimal\"]");
        row(R"({"type": "bytes", "logicalType": "decimal", "precision": 0})", "1:58 [0]");
        row(R"({"type": "bytes", "logicalType": "decimal", "precision": 2, "scale": 3})",
            "1:70 [3]");
        row(R"({"type": "string", "logicalType": "decimal", "precision": 2})",
            "1:35 [\"decimal\"]");
        row(R"({"type": "fixed", "name": "F", "size": 4, "logicalType": "decimal", "precision": 9})",
            "");
        row(R"({"type": "fixed", "name": "F", "size": 4, "logicalType": "decimal", "precision": 10})",
            "1:82 [10]");
        row(R"({"type": "string", "logicalType": "uuid"})", "");
        row(R"({"type": "fixed", "name": "F", "size": 16, "logicalType": "uuid"})", "");
        row(R"({"type": "fixed", "name": "F", "size": 8, "logicalType": "uuid"})",
            "1:58 [\"uuid\"]");
        row(R"({"type": "int", "logicalType": "date"})", "");
        row(R"({"type": "long", "logicalType": "date"})", "1:33 [\"date\"]");
        row(R"({"type": "int", "logicalType": "time-millis"})", "");
        row(R"({"type": "int", "logicalType": "time-micros"})", "1:32 [\"time-micros\"]");
        row(R"({"type": "long", "logicalType": "timestamp-millis"})", "");
        row(R"({"type": "string", "logicalType": "timestamp-millis"})",
            "1:35 [\"timestamp-millis\"]");
        row(R"({"type": "long", "logicalType": "timestamp-milis"})", "1:33 [\"timestamp-milis\"]");
        row(R"({"type": "long", "logicalType": "local-timestamp-micros"})", "");
        row(R"({"type": "long", "logicalType": "timestamp-nanos"})", "");
        row(R"({"type": "fixed", "name": "F", "size": 12, "logicalType": "duration"})", "");
        row(R"({"type": "fixed", "name": "F", "size": 8, "logicalType": "duration"})",
            "1:58 [\"duration\"]");
        row(R"({"type": "string", "logicalType": "acme-card-number"})", "");
        row(R"({"type": "record", "name": "A", "fields": [{"name": "a", "type": "long", "logicalType": "date"}]})",
            "1:89 [\"date\"]");
    }

    void logicalTypes()
    {
        QFETCH(QString, schema);
        QFETCH(QString, fault);
        const auto expected = fault.isEmpty() ? fault : "avro/logical-type? " + fault;
        QCOMPARE(QString::fromStdString(verdict(schema.toStdString())), expected);
    }

    void inYaml_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("faults");
        QTest::newRow("block style") << QString("type: record\nname: A\nfields:\n"
                                                "  - name: a\n    type: [\"null\", string]\n"
                                                "    default: null\n")
                                     << QString();
        QTest::newRow("null without quotes") << QString("type: [null, string]\n")
                                             << QString("avro/not-a-schema 1:7 [[null, string]]");
        QTest::newRow("null in a union")
            << QString("- null\n- string\n") << QString("avro/unquoted-null 1:3 [null]");
        QTest::newRow("true as a symbol")
            << QString("{type: enum, name: E, symbols: [YES, TRUE]}\n")
            << QString("avro/symbol 1:38 [TRUE]");
        QTest::newRow("a schema in a text")
            << QString("'{\"type\": \"string\"}'\n")
            << QString("avro/not-a-schema 1:1 ['{\"type\": \"string\"}']");
        QTest::newRow("alias") << QString("- &e {type: enum, name: E, symbols: [A]}\n"
                                          "- {type: array, items: *e}\n")
                               << QString();
        QTest::newRow("reference to a definition")
            << QString("type: record\nname: A\nfields:\n"
                       "  - {name: a, type: {$ref: '#/fields/1/type'}}\n"
                       "  - {name: b, type: {type: enum, name: E, symbols: [A]}}\n")
            << QString();
        QTest::newRow("fault behind a reference")
            << QString("type: array\nitems: {$ref: '#/x-item'}\nx-item: {type: strin}\n")
            << QString("avro/unknown-type 3:16 [strin]");
        QTest::newRow("array of itself")
            << QString("type: array\nitems: {$ref: '#'}\n") << QString();
        QTest::newRow("reference to nowhere")
            << QString("type: array\nitems: {$ref: '#/nowhere'}\n") << QString();
    }

    void inYaml()
    {
        QFETCH(QString, schema);
        QFETCH(QString, faults);
        QCOMPARE(QString::fromStdString(verdict(schema.toStdString())), faults);
    }
};

QTEST_APPLESS_MAIN(TestAvro)
#include "tst_avro.moc"
