// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/protobuf.h"

#include "schema/schematext.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace meshwright;
using namespace meshwright::schema;

namespace {

std::string verdict(const std::string &schema, std::string_view version = {})
{
    const Texts texts{{"a.proto", schema}};
    return texts.shown(checkProtobuf(texts.text("a.proto"), texts.reach, version), "a.proto");
}

} // namespace

class TestProtobuf : public QObject
{
    Q_OBJECT

private slots:

    void schemas_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char *name, const char *schema, const char *faults) {
            QTest::newRow(name) << QString("syntax = \"proto3\";\n") + schema << QString(faults);
        };
        row("message", "message A { string a = 1; }\n", "");
        row("missing semicolon", "message A {\n  string a = 1\n}\n", "protobuf/syntax 4:1 [}]");
        row("missing number", "message A {\n  string a;\n}\n", "protobuf/syntax 3:11 [;]");
        row("cut", "message A {\n", "protobuf/syntax 3:1 []");
        row("garbage", "\x01\x02 %% ]] {{\n", "protobuf/syntax 2:1 [\x01]");
        row("unknown type", "message A {\n  strin a = 1;\n}\n", "protobuf/meaning 3:3 [strin]");
        row("behind a tab", "message A {\n\tstrin a = 1;\n}\n", "protobuf/meaning 3:2 [strin]");
        row("behind a letter of two bytes", "/* ä */ message A { strin a = 1; }\n",
            "protobuf/meaning 2:21 [strin]");
        row("number twice", "message A {\n  string a = 1;\n  string b = 1;\n}\n",
            "protobuf/meaning 4:14 [1]");
        row("name twice", "message A {\n  string a = 1;\n  string a = 2;\n}\n",
            "protobuf/meaning 4:10 [a]");
        row("enum without 0", "enum E {\n  A = 1;\n}\nmessage M { E e = 1; }\n",
            "protobuf/meaning 3:7 [1]");
        row("required in version 3", "message A {\n  required string a = 1;\n}\n",
            "protobuf/meaning 3:12 [string]");
        row("unknown option", "message A {\n  string a = 1 [(pii) = true];\n}\n",
            "protobuf/meaning 3:17 [(]");
        row("built in",
            "import \"google/protobuf/timestamp.proto\";\n"
            "message A { google.protobuf.Timestamp at = 1; }\n",
            "");
        row("misspelt built-in",
            "import \"google/protobuf/timestam.proto\";\n"
            "message A { google.protobuf.Timestamp at = 1; }\n",
            "protobuf/import 2:1 [import]");
        row("import that is not there", "import \"money.proto\";\nmessage A { Money a = 1; }\n",
            "protobuf/import 2:1 [import]");
        row("no message", "enum E { A = 0; }\n", "protobuf/no-message 1:1 [syntax]");
        row("two faults", "message A {\n  strin a = 1;\n  in32 b = 2;\n}\n",
            "protobuf/meaning 3:3 [strin]; protobuf/meaning 4:3 [in32]");
    }

    void schemas()
    {
        QFETCH(QString, schema);
        QFETCH(QString, faults);
        QCOMPARE(QString::fromStdString(verdict(schema.toStdString())), faults);
    }

    /// Each suggestion looks through all names; who mistypes thousands gets some.
    void suggestionsHaveAnEnd()
    {
        std::string schema = "syntax = \"proto3\";\n";
        for (int i = 10'000; i < 11'500; ++i) {
            const auto number = std::to_string(i);
            schema +=
                "message ALongerName" + number + " {\n  ALongerNaem" + number + " a = 1;\n}\n";
        }
        const Texts texts{{"a.proto", schema}};
        const auto faults = checkProtobuf(texts.text("a.proto"), texts.reach);
        QCOMPARE(faults.size(), std::size_t(1'500));
        const auto suggested =
            std::count_if(faults.begin(), faults.end(), [](const PayloadFault &fault) {
                return fault.message.find("Did you mean") != std::string::npos;
            });
        QVERIFY2(suggested > 0 && suggested < 50, std::to_string(suggested).c_str());
    }

    void version()
    {
        const std::string two = "syntax = \"proto2\";\nmessage A { optional string a = 1; }\n";
        QCOMPARE(verdict(two, "2"), std::string());
        QCOMPARE(verdict(two, ""), std::string());
        QCOMPARE(verdict(two, "3"), std::string("protobuf/version? 1:1 [syntax = \"proto2\";]"));
        QCOMPARE(verdict("message A { optional string a = 1; }\n", "3"),
                 std::string("protobuf/version? 1:1 [message]"));
    }

    void suggestion()
    {
        const Texts texts{{"a.proto", "syntax = \"proto3\"; package shop;\n"
                                      "message Order { Monney total = 1; }\n"
                                      "message Money { int64 units = 1; }\n"}};
        const auto faults = checkProtobuf(texts.text("a.proto"), texts.reach);
        QCOMPARE(faults.size(), std::size_t(1));
        QVERIFY(faults[0].message.ends_with("Did you mean 'Money'?"));
    }

    void imports()
    {
        const std::string order = "syntax = \"proto3\";\nimport \"money.proto\";\n"
                                  "message Order { acme.Money total = 1; }\n";
        const Texts good{{"order.proto", order},
                         {"money.proto", "syntax = \"proto3\"; package acme;\n"
                                         "message Money { int64 units = 1; }\n"}};
        QVERIFY(checkProtobuf(good.text("order.proto"), good.reach).empty());

        const Texts bad{{"order.proto", order},
                        {"money.proto", "syntax = \"proto3\"; package acme;\n"
                                        "message Money { int65 units = 1; }\n"}};
        QCOMPARE(bad.shown(checkProtobuf(bad.text("order.proto"), bad.reach), "order.proto"),
                 std::string("protobuf/meaning money.proto:2:17 [int65]"));

        const Texts round{{"order.proto", order},
                          {"money.proto", "syntax = \"proto3\"; package acme;\n"
                                          "import \"order.proto\";\nmessage Money {}\n"}};
        QCOMPARE(round.shown(checkProtobuf(round.text("order.proto"), round.reach), "order.proto"),
                 std::string("protobuf/import money.proto:2:1 [import]"));
    }

    void importPaths()
    {
        const auto paths = protobufImports("syntax = \"proto3\";\n// import \"no.proto\";\n"
                                           "import public \"a.proto\";\nimport 'b/c.proto';\n"
                                           "import \"google/protobuf/any.proto\";\n"
                                           "import \"d/\" 'e.' /* */ \"proto\";\n"
                                           "import \"google/\" \"protobuf/any.proto\";\n"
                                           "message import { string import = 1; }\n");
        QCOMPARE(paths, (std::vector<std::string>{"a.proto", "b/c.proto", "d/e.proto"}));
    }

    void fields()
    {
        const Texts texts{{"a.proto", R"(syntax = "proto3";
package shop;
import "google/protobuf/descriptor.proto";
import "google/protobuf/timestamp.proto";
import "money.proto";
extend google.protobuf.FieldOptions { bool pii = 50001; string tag = 50002; }

message Order {
  // Identifier
  string id = 1;
  repeated Line lines = 2;
  map<string, acme.Money> prices = 3;
  string email = 4 [(pii) = true, (shop.tag) = "contact", deprecated = true]; // Where we write
  google.protobuf.Timestamp at = 5;
  optional int32 count = 6;
  Size size = 7;
  Order parent = 8;
}
message Line { string sku = 1; }
enum Size { SMALL = 0; }
)"},
                          {"money.proto", "syntax = \"proto3\"; package acme;\n"
                                          "message Money { int64 units = 1; }\n"}};
        const auto fields = protobufFields(texts.text("a.proto"), texts.reach);
        QCOMPARE(shownFields(fields),
                 std::string("id: string # Identifier\n"
                             "lines: repeated shop.Line\n"
                             "lines[].sku: string\n"
                             "prices: map<string, acme.Money>\n"
                             "prices{}.units: int64\n"
                             "email: string pii=true shop.tag=contact deprecated=true # Where we "
                             "write\n"
                             "at: google.protobuf.Timestamp?\n"
                             "at.seconds: int64\n"
                             "at.nanos: int32\n"
                             "count: int32?\n"
                             "size: shop.Size\n"
                             "parent: shop.Order?\n"));
        const SourceText own(texts.text("a.proto").text->bytes());
        QCOMPARE(std::string(own.slice(fields[5].range)), std::string("email"));
        QCOMPARE(own.position(fields[5].range.begin), (Position{13, 10}));
        QCOMPARE(fields[4].file, std::string("money.proto"));
        QCOMPARE(
            std::string(SourceText(texts.text("money.proto").text->bytes()).slice(fields[4].range)),
            std::string("units"));
    }

    void fieldsOfSeveralMessages()
    {
        const Texts texts{{"a.proto", "syntax = \"proto2\";\n"
                                      "message A { required string a = 1; }\n"
                                      "message B { message C { optional bytes c = 1; } "
                                      "repeated C cs = 2; }\n"}};
        QCOMPARE(shownFields(protobufFields(texts.text("a.proto"), texts.reach)),
                 std::string("A.a: string!\nB.cs: repeated B.C\nB.cs[].c: bytes?\n"));
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("schema");
        const QByteArray head = "syntax = \"proto3\";\n";
        const auto nested = [](int depth) {
            QByteArray open;
            for (int i = 0; i < depth; ++i)
                open += "message A {";
            return open + QByteArray(depth, '}');
        };
        QTest::newRow("messages") << head + nested(100'000);
        QTest::newRow("messages within the bound") << head + nested(99);
        QTest::newRow("aggregate")
            << head +
                   "import \"google/protobuf/descriptor.proto\"; message R { R r = 1; }\n"
                   "extend google.protobuf.MessageOptions { R deep = 50000; }\n"
                   "message A { option (deep) = {" +
                   QByteArray("r {").repeated(100'000) + QByteArray(100'000, '}') + "}; }\n";
        QTest::newRow("angles") << head + QByteArray(100'000, '<');
        QTest::newRow("brackets in a string")
            << head + "message A { option deprecated = \"" + QByteArray(100'000, '{');
        QTest::newRow("zeros") << QByteArray(10'000, '\0');
        QTest::newRow("no UTF-8") << head + "message A { string \xff\xfe = 1; }";
        QTest::newRow("open comment") << head + "/* ";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("imports itself") << head + "import \"a.proto\";";
    }

    void hostile()
    {
        QFETCH(QByteArray, schema);
        const Texts texts{{"a.proto", schema.toStdString()}};
        for (const auto &fault : checkProtobuf(texts.text("a.proto"), texts.reach))
            QVERIFY(fault.range.end <= std::size_t(schema.size()));
        protobufFields(texts.text("a.proto"), texts.reach);
    }

    /// Whatever is typed just now: nothing crashes, and every fault lies in the text.
    void everyCut()
    {
        const std::string whole = "syntax = \"proto3\"; package a.b;\n"
                                  "import \"google/protobuf/descriptor.proto\";\n"
                                  "extend google.protobuf.FieldOptions { T t = 5000; }\n"
                                  "message T { map<string, T> m = 1 [(t) = { m { key: \"k\" } }];\n"
                                  "  oneof o { int32 i = 2; E e = 3; } reserved 9 to max; }\n"
                                  "enum E { option allow_alias = true; A = 0; B = 0; }\n"
                                  "service S { rpc R(T) returns (stream T); }\n";
        QCOMPARE(verdict(whole), std::string());
        for (std::size_t i = 0; i < whole.size(); ++i)
            for (const auto &text :
                 {whole.substr(0, i), whole.substr(i), whole.substr(0, i) + whole.substr(i + 1)}) {
                const Texts texts{{"a.proto", text}};
                for (const auto &fault : checkProtobuf(texts.text("a.proto"), texts.reach))
                    QVERIFY(fault.range.begin <= fault.range.end && fault.range.end <= text.size());
                protobufFields(texts.text("a.proto"), texts.reach);
                protobufImports(text);
            }
    }

    void everySampleIsClean()
    {
        int count = 0;
        QDirIterator files(QStringLiteral(MESHWRIGHT_SAMPLES), {QStringLiteral("*.proto")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            std::ifstream stream(files.next().toStdString());
            std::ostringstream text;
            text << stream.rdbuf();
            QVERIFY2(verdict(text.str(), "3").empty(), verdict(text.str(), "3").c_str());
            ++count;
        }
        QVERIFY(count > 2);
    }
};

QTEST_APPLESS_MAIN(TestProtobuf)
#include "tst_protobuf.moc"
