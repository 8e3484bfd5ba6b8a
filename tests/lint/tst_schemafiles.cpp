// SPDX-License-Identifier: Apache-2.0
// Avro and Protobuf files that no spec refers to.
#include "meshwright/lint/lint.h"

#include <QtTest>

using namespace meshwright;

namespace {

const std::string spec =
    "asyncapi: 2.6.0\nid: urn:acme.sales\ninfo: {title: Sales, version: 1.0.0}\n"
    "channels:\n  _public.order:\n    publish:\n      message:\n"
    "        schemaFormat: application/vnd.apache.avro;version=1.9.0\n"
    "        payload: {$ref: used.avsc}\n";
const std::string sound = R"({"type": "record", "name": "Line", "namespace": "acme",
 "fields": [{"name": "sku", "type": "string"}]})";
const std::string faulty = R"({"type": "record", "name": "Order", "fields": [
 {"name": "lines", "type": {"type": "array", "items": "acme.Lime"}}]})";

/// `file:line rule` of all that concerns schemas.
QStringList found(const std::map<std::string, std::string> &texts)
{
    const auto topology = buildTopology(Workspace::fromTexts(texts));
    QStringList list;
    for (const Diagnostic &each : lint(*topology))
        if (each.rule == "schema/file" || each.rule == "asyncapi/payload")
            list << QStringLiteral("%1:%2 %3")
                        .arg(QString::fromStdString(each.file),
                             QString::number(topology->workspace->text(each.file)
                                                 ->position(each.range.begin)
                                                 .line),
                             QString::fromStdString(each.rule));
    return list;
}

} // namespace

class TestSchemaFiles : public QObject
{
    Q_OBJECT

private slots:

    void avroIsJudged()
    {
        QCOMPARE(found({{"free/order.avsc", faulty}}),
                 QStringList{"free/order.avsc:2 schema/file"});
        QCOMPARE(found({{"free/line.avsc", sound}}), QStringList());
    }

    void typesMayBeAnywhere()
    {
        std::string order = faulty;
        order.replace(order.find("Lime"), 4, "Line");
        QCOMPARE(found({{"a/order.avsc", order}, {"b/line.avsc", sound}}), QStringList());
    }

    void whatASpecUsesIsToldOnce()
    {
        QCOMPARE(found({{"sales.yaml", spec}, {"used.avsc", faulty}}),
                 QStringList{"used.avsc:2 asyncapi/payload"});
    }

    void protobufIsJudged()
    {
        const std::string text = "syntax = \"proto3\";\nmessage Order {\n  Line line = 1;\n}\n";
        QCOMPARE(found({{"order.proto", text}}), QStringList{"order.proto:3 schema/file"});
        QCOMPARE(found({{"order.proto", "import \"line.proto\";\n" + text},
                        {"line.proto", "syntax = \"proto3\";\nmessage Line {}\n"}}),
                 QStringList{"order.proto:2 schema/file"}); // the import before the syntax
    }

    void viewsOfTheGraphAreRead()
    {
        const auto topology = buildTopology(
            Workspace::fromTexts({{"meshwright.views.yaml", "views:\n- {name: a, tag: [x]}\n"}}));
        const auto findings = lint(*topology);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings.front().rule, std::string("settings/invalid"));
        QCOMPARE(findings.front().range.begin, std::size_t(19));
    }

    void otherFilesAreLeftAlone()
    {
        QCOMPARE(found({{"order.json", R"({"type": "record"})"}, {"broken.avsc", "{"}}),
                 QStringList());
    }
};

QTEST_APPLESS_MAIN(TestSchemaFiles)
#include "tst_schemafiles.moc"
