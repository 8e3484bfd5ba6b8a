// SPDX-License-Identifier: Apache-2.0
#include "meshwright/conformance/conformance.h"
#include "meshwright/workspace/workspace.h"

#include <QTest>

#include <algorithm>

using namespace meshwright;
using Texts = std::map<std::string, std::string>;

Q_DECLARE_METATYPE(Texts)

namespace {

/// What is found of payloads in every spec: file:line:column [bytes] severity, sorted.
QString findingsOf(const WorkspacePtr &workspace)
{
    QStringList all;
    for (const auto &[path, file] : workspace->files())
        for (const auto &each : workspace->conformance(*file)) {
            if (each.rule != "asyncapi/payload")
                continue;
            const auto &text = *workspace->file(each.file)->text;
            const auto at = text.position(each.range.begin);
            auto slice = QString::fromStdString(std::string(text.slice(each.range)));
            if (slice.size() > 20)
                slice = slice.left(20) + '~';
            all << QStringLiteral("%1:%2:%3 [%4] %5")
                       .arg(QString::fromStdString(each.file))
                       .arg(at.line)
                       .arg(at.column)
                       .arg(slice, QString::fromUtf8(nameOf(each.severity).data()));
        }
    all.sort();
    return all.join(QStringLiteral("; "));
}

std::string version2(const std::string &format, const std::string &payload)
{
    return "asyncapi: 2.6.0\ninfo: {title: T, version: '1'}\nchannels:\n  a:\n    publish:\n"
           "      message:\n        schemaFormat: " +
           format + "\n        payload: " + payload + "\n";
}

std::string version3(const std::string &format, const std::string &schema)
{
    return "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\nchannels:\n  a:\n    address: a\n"
           "    messages:\n      m:\n        payload:\n          schemaFormat: " +
           format + "\n          schema: " + schema +
           "\noperations:\n  s: {action: send, channel: {$ref: '#/channels/a'}}\n";
}

constexpr auto avro = "application/vnd.apache.avro;version=1.9.0";
constexpr auto protobuf = "application/vnd.google.protobuf;version=3";
constexpr auto openApi = "application/vnd.oai.openapi;version=3.0.0";

} // namespace

class TestPayloads : public QObject
{
    Q_OBJECT

private slots:

    void findings_data()
    {
        QTest::addColumn<Texts>("texts");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Texts &texts, const char *expected) {
            QTest::newRow(name) << texts << QString(expected);
        };
        row("no format", {{"a.yaml", version2("''", "{type: string}")}}, "");
        row("own format",
            {{"a.yaml", version2("application/schema+json;version=draft-07", "{type: strin}")}},
            "");
        row("unknown format", {{"a.yaml", version2("not existing", "{}")}},
            "a.yaml:7:23 [not existing] warning");
        row("RAML", {{"a.yaml", version2("application/raml+yaml;version=1.0", "{}")}},
            "a.yaml:7:23 [application/raml+yam~] info");
        row("Avro", {{"a.yaml", version2(avro, "{type: fixed, name: F, size: 8}")}}, "");
        row("wrong Avro", {{"a.yaml", version2(avro, "{type: array, items: strin}")}},
            "a.yaml:8:39 [strin] error");
        row("wrong Avro in version 3", {{"a.yaml", version3(avro, "{type: array, items: strin}")}},
            "a.yaml:10:40 [strin] error");
        row("a bad logical type", {{"a.yaml", version2(avro, "{type: int, logicalType: uuid}")}},
            "a.yaml:8:43 [uuid] warning");
        row("wrong OpenAPI", {{"a.yaml", version2(openApi, "{type: strin}")}},
            "a.yaml:8:25 [strin] error");
        row("in a file",
            {{"shop/a.yaml", version2(avro, "{$ref: a.avsc}")},
             {"shop/a.avsc", "{\"type\": \"strin\"}"}},
            "shop/a.avsc:1:10 [\"strin\"] error");
        row("SpecMesh's schemaRef",
            {{"a.yaml", "asyncapi: 2.6.0\ninfo: {title: T, version: '1'}\nchannels:\n  a:\n"
                        "    publish:\n      message:\n        schemaRef: a.avsc\n"},
             {"a.avsc", "{\"type\": \"strin\"}"}},
            "a.avsc:1:10 [\"strin\"] error");
        row("a file that is cut",
            {{"a.yaml", version2(avro, "{$ref: a.avsc}")}, {"a.avsc", "{\"type\": \"strin\""}}, "");
        row("no such file", {{"a.yaml", version2(avro, "{$ref: a.avsc}")}}, "");
        row("once for two messages",
            {{"a.yaml", "asyncapi: 2.6.0\ninfo: {title: T, version: '1'}\nchannels:\n"
                        "  a: {publish: {message: {$ref: '#/components/messages/M'}}}\n"
                        "  b: {publish: {message: {$ref: '#/components/messages/M'}}}\n"
                        "components: {messages: {M: {schemaFormat: "
                        "application/vnd.apache.avro+json, payload: strin}}}\n"}},
            "a.yaml:6:86 [strin] error");
        row("components of version 3",
            {{"a.yaml", "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\ncomponents:\n"
                        "  schemas:\n    S: {schemaFormat: application/vnd.apache.avro, schema: "
                        "strin}\n"}},
            "a.yaml:5:60 [strin] error");
        row("a format without a schema",
            {{"a.yaml", "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\ncomponents:\n"
                        "  messages:\n    M:\n      payload: {schemaFormat: "
                        "application/vnd.apache.avro}\n"}},
            "");
        row("a reference to a schema with its format around it",
            {{"a.yaml",
              version3(openApi, "{type: array, items: {$ref: '#/components/schemas/S'}}") +
                  "components: {schemas: {S: {schemaFormat: "
                  "application/vnd.oai.openapi;version=3.0.0, schema: {type: strin}}}}\n"}},
            "a.yaml:13:100 [strin] error");
        row("a type beside the schema",
            {{"s/a.yaml", version2(avro, "{$ref: order.avsc}")},
             {"s/order.avsc", "{\"type\": \"array\", \"items\": \"acme.Money\"}"},
             {"s/acme.Money.avsc", "{\"type\": \"fixed\", \"name\": \"acme.Money\"}"}},
            "s/acme.Money.avsc:1:1 [{\"type\": \"fixed\", \"n~] error");
        row("a type in a file that the spec refers to",
            {{"a.yaml", version2(avro, "{$ref: order.avsc}") +
                            "components: {messages: {M: "
                            "{schemaFormat: application/vnd.apache.avro, payload: {$ref: "
                            "types.avsc}}}}\n"},
             {"order.avsc", "{\"type\": \"array\", \"items\": \"acme.Money\"}"},
             {"types.avsc", "[{\"type\": \"fixed\", \"name\": \"acme.Money\", \"size\": 8}]"}},
            "");
        row("a type in no file",
            {{"a.yaml", version2(avro, "{$ref: order.avsc}")},
             {"order.avsc", "{\"type\": \"array\", \"items\": \"acme.Money\"}"}},
            "order.avsc:1:28 [\"acme.Money\"] error");
    }

    void findings()
    {
        QFETCH(Texts, texts);
        QFETCH(QString, expected);
        QCOMPARE(findingsOf(Workspace::fromTexts(texts)), expected);
    }

    void protobufs_data()
    {
        QTest::addColumn<Texts>("texts");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Texts &texts, const char *expected) {
            QTest::newRow(name) << texts << QString(expected);
        };
        const auto money =
            "syntax = \"proto3\";\npackage acme;\nmessage Money { int64 units = 1; }\n";
        const auto order = "syntax = \"proto3\";\nimport \"common/money.proto\";\n"
                           "message Order { acme.Money total = 1; }\n";
        row("in a file",
            {{"a.yaml", version2(protobuf, "{$ref: a.proto}")},
             {"a.proto", "syntax = \"proto3\";\nmessage A {\n  strin a = 1;\n}\n"}},
            "a.proto:3:3 [strin] error");
        row("in a block",
            {{"a.yaml", version2(protobuf, "|\n          syntax = \"proto3\";\n"
                                           "          message A { strin a = 1; }\n")}},
            "a.yaml:10:23 [strin] error");
        row("in version 3",
            {{"a.yaml", version3(protobuf, "|\n            syntax = \"proto3\";\n"
                                           "            message A { strin a = 1; }\n")}},
            "a.yaml:12:25 [strin] error");
        row("in JSON's quotes",
            {{"a.yaml",
              version2(protobuf, "\"syntax = \\\"proto3\\\";\\nmessage A { strin a = 1; }\"")}},
            "a.yaml:8:53 [strin] error");
        row("folded",
            {{"a.yaml", version2(protobuf, ">\n          syntax = \"proto3\";\n"
                                           "          message A { strin a = 1; }\n")}},
            "a.yaml:8:18 [>\n          syntax =~] error");
        row("no text", {{"a.yaml", version2(protobuf, "{type: object}")}},
            "a.yaml:8:18 [{type: object}] error");
        row("imports from a folder above",
            {{"shop/api/a.yaml", version2(protobuf, "{$ref: order.proto}")},
             {"shop/api/order.proto", order},
             {"common/money.proto", money}},
            "");
        row("import that is not there",
            {{"shop/api/a.yaml", version2(protobuf, "{$ref: order.proto}")},
             {"shop/api/order.proto", order}},
            "shop/api/order.proto:2:1 [import] error");
        row("imports of a text in the spec",
            {{"shop/a.yaml", version2(protobuf, "|\n          syntax = \"proto3\";\n"
                                                "          import \"common/money.proto\";\n"
                                                "          message A { acme.Money a = 1; }\n")},
             {"common/money.proto", money}},
            "");
        row("fault in what is imported",
            {{"shop/a.yaml", version2(protobuf, "{$ref: order.proto}")},
             {"shop/order.proto", order},
             {"common/money.proto", "syntax = \"proto3\";\nmessage Money { int65 units = 1; }\n"}},
            "common/money.proto:2:17 [int65] error");
        row("the version is another",
            {{"a.yaml", version2(protobuf, "{$ref: a.proto}")},
             {"a.proto", "syntax = \"proto2\";\nmessage A { optional string a = 1; }\n"}},
            "a.proto:1:1 [syntax = \"proto2\";] warning");
    }

    void protobufs() { findings(); }

    /// A file that a schema needs counts, wherever it comes from: when it changes, so do findings.
    void followsChanges_data()
    {
        QTest::addColumn<Texts>("texts");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("mended");
        const auto row = [](const char *name, const Texts &texts, const char *file,
                            const char *mended) {
            QTest::newRow(name) << texts << QString(file) << QString(mended);
        };
        row("the schema's file",
            {{"a.yaml", version2(avro, "{$ref: a.avsc}")}, {"a.avsc", "\"strin\""}}, "a.avsc",
            "\"string\"");
        row("a .proto file",
            {{"a.yaml", version2(protobuf, "{$ref: a.proto}")}, {"a.proto", "message"}}, "a.proto",
            "syntax = \"proto3\"; message A {}");
        row("an Avro type that comes",
            {{"a.yaml", version2(avro, "{type: array, items: acme.Money}")}}, "acme.Money.avsc",
            "{\"type\": \"fixed\", \"name\": \"acme.Money\", \"size\": 8}");
        row("an Avro type of an Avro type",
            {{"a.yaml", version2(avro, "{type: array, items: b.B}")},
             {"b.B.avsc", "{\"type\": \"record\", \"name\": \"b.B\", \"fields\": "
                          "[{\"name\": \"c\", \"type\": \"C\"}]}"}},
            "C.avsc", "{\"type\": \"fixed\", \"name\": \"C\", \"namespace\": \"b\", \"size\": 8}");
        row("an import of an import",
            {{"s/a.yaml", version2(protobuf, "{$ref: a.proto}")},
             {"s/a.proto", "syntax = \"proto3\"; import \"b.proto\"; message A { B b = 1; }"},
             {"b.proto", "syntax = \"proto3\"; import \"c.proto\"; message B { C c = 1; }"}},
            "c.proto", "syntax = \"proto3\"; message C {}");
        row("an import in two literals",
            {{"a.yaml", version2(protobuf, "{$ref: a.proto}")},
             {"a.proto", "syntax = \"proto3\"; import \"b/\" \"c.proto\"; message A { C c = 1; }"}},
            "b/c.proto", "syntax = \"proto3\"; message C {}");
        row("an Avro type of a schema of the components",
            {{"a.yaml", "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"
                        "    s: {schemaFormat: application/vnd.apache.avro, "
                        "schema: {type: array, items: acme.Money}}\n"}},
            "acme.Money.avsc", "{\"type\": \"fixed\", \"name\": \"acme.Money\", \"size\": 8}");
        row("an Avro type of a type beside one that is found by its name",
            {{"a.yaml", version2(avro, "[b.B, b.E]")},
             {"b.B.avsc", "[{\"type\": \"fixed\", \"name\": \"b.B\", \"size\": 1}, "
                          "{\"type\": \"record\", \"name\": \"b.E\", \"fields\": "
                          "[{\"name\": \"d\", \"type\": \"D\"}]}]"}},
            "b.D.avsc", "{\"type\": \"fixed\", \"name\": \"b.D\", \"size\": 8}");
    }

    void followsChanges()
    {
        QFETCH(Texts, texts);
        QFETCH(QString, file);
        QFETCH(QString, mended);
        const auto before = Workspace::fromTexts(texts);
        QVERIFY(!findingsOf(before).isEmpty());
        const auto after = before->withText(file.toStdString(), makeText(mended.toStdString()));
        QCOMPARE(findingsOf(after), QString());
        QVERIFY(!findingsOf(before).isEmpty());
        const auto gone = after->withoutFile(file.toStdString());
        QVERIFY(findingsOf(gone) == findingsOf(before) || texts.contains(file.toStdString()));
    }

    /// Each suggestion looks through all types; where thousands are mistyped, some get one.
    void suggestionsHaveAnEnd()
    {
        std::string types;
        std::string channels;
        for (int i = 1'000; i < 1'300; ++i) {
            const auto number = std::to_string(i);
            types += "- {type: fixed, name: AType" + number + ", size: 1}\n";
            channels += "  c" + number +
                        ": {publish: {message: {schemaFormat: 'application/vnd.apache.avro', "
                        "payload: {type: array, items: ATpye" +
                        number + "}}}}\n";
        }
        const auto workspace = Workspace::fromTexts(
            {{"a.yaml", version2(avro, "{$ref: a.avsc}") + channels}, {"a.avsc", types}});
        const auto &findings = workspace->conformance(*workspace->file("a.yaml"));
        const auto suggested =
            std::count_if(findings.begin(), findings.end(), [](const Diagnostic &each) {
                return each.message.find("Did you mean 'AType") != std::string::npos;
            });
        QVERIFY2(suggested > 0 && suggested < 300, std::to_string(suggested).c_str());
    }

    void samplesAreClean()
    {
        const auto workspace = Workspace::open(MESHWRIGHT_SAMPLES "/acme");
        QVERIFY(workspace);
        QCOMPARE(findingsOf(*workspace), QString());
    }
};

QTEST_APPLESS_MAIN(TestPayloads)
#include "tst_payloads.moc"
