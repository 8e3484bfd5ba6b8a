// SPDX-License-Identifier: Apache-2.0
#include "meshwright/compare/schemacompatibility.h"

#include <QtTest>

using namespace meshwright::compare;

namespace {

std::string record(const char *fields)
{
    return std::string(R"({"type":"record","name":"a.R","fields":[)") + fields + "]}";
}

constexpr const char *id = R"({"name":"id","type":"string"})";
constexpr const char *idAndNew = R"({"name":"id","type":"string"},{"name":"n","type":"int"})";
constexpr const char *idAndDefault =
    R"({"name":"id","type":"string"},{"name":"n","type":"int","default":0})";

} // namespace

class TestSchemaCompatibility : public QObject
{
    Q_OBJECT

private slots:

    void avro_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("backward"); // what is said; empty: it is compatible
        QTest::addColumn<QString>("forward");
        const auto row = [](const char *name, const std::string &before, const std::string &after,
                            const char *backward, const char *forward) {
            QTest::newRow(name) << QString::fromStdString(before) << QString::fromStdString(after)
                                << backward << forward;
        };
        row("the same", record(id), record(id), "", "");
        row("added without default", record(id), record(idAndNew), "'n' (int) is new", "");
        row("added with default", record(id), record(idAndDefault), "", "");
        row("removed without default", record(idAndNew), record(id), "", "'n' (int) is gone");
        row("removed with default", record(idAndDefault), record(id), "", "");
        row("int to long", record(R"({"name":"n","type":"int"})"),
            record(R"({"name":"n","type":"long"})"), "", "'n' was int and is long");
        row("string to bytes", record(R"({"name":"n","type":"string"})"),
            record(R"({"name":"n","type":"bytes"})"), "", "");
        row("int to string", record(R"({"name":"n","type":"int"})"),
            record(R"({"name":"n","type":"string"})"), "'n' was int and is string",
            "'n' was int and is string");
        row("made nullable", record(R"({"name":"n","type":"int"})"),
            record(R"({"name":"n","type":["null","int"]})"), "", "'n' was int and is null or int");
        row("no longer nullable", record(R"({"name":"n","type":["null","int"]})"),
            record(R"({"name":"n","type":"int"})"), "'n' was null or int and is int", "");
        row("renamed by alias", record(R"({"name":"n","type":"int"})"),
            record(R"({"name":"m","type":"int","aliases":["n"]})"), "", "'n' (int) is gone");
        row("symbol added", R"({"type":"enum","name":"E","symbols":["A"]})",
            R"({"type":"enum","name":"E","symbols":["A","B"]})", "", "gets the symbols B");
        row("symbol removed", R"({"type":"enum","name":"E","symbols":["A","B"]})",
            R"({"type":"enum","name":"E","symbols":["A"]})", "loses the symbols B", "");
        row("symbol removed with default", R"({"type":"enum","name":"E","symbols":["A","B"]})",
            R"({"type":"enum","name":"E","symbols":["A"],"default":"A"})", "", "");
        row("another name", R"({"type":"record","name":"A","fields":[]})",
            R"({"type":"record","name":"B","fields":[]})", "was of the type A and is of B",
            "was of the type A and is of B");
        row("another namespace", R"({"type":"record","name":"x.A","fields":[]})",
            R"({"type":"record","name":"y.A","fields":[]})", "", "");
        row("name kept by alias", R"({"type":"record","name":"A","fields":[]})",
            R"({"type":"record","name":"B","aliases":["A"],"fields":[]})", "",
            "was of the type A and is of B");
        row("fixed size", R"({"type":"fixed","name":"F","size":4})",
            R"({"type":"fixed","name":"F","size":8})", "had 4 bytes and has 8",
            "had 4 bytes and has 8");
        row("within lists and records",
            record(R"({"name":"l","type":{"type":"array","items":{"type":"record","name":"L",
                "fields":[{"name":"x","type":"int"}]}}})"),
            record(R"({"name":"l","type":{"type":"array","items":{"type":"record","name":"L",
                "fields":[{"name":"x","type":"int"},{"name":"y","type":"int"}]}}})"),
            "'l[].y' (int) is new", "");
        row("a type within itself", record(R"({"name":"next","type":["null","R"],"default":null})"),
            record(
                R"({"name":"next","type":["null","R"],"default":null},{"name":"x","type":"int"})"),
            "'x' (int) is new", "");
        row("no JSON", "{", record(id), "can't be read", "can't be read");
    }

    void avro()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, backward);
        QFETCH(QString, forward);
        const SchemaVersion old{"AVRO", before.toStdString(), {}};
        const SchemaVersion next{"AVRO", after.toStdString(), {}};
        check(incompatibilities(old, next, "BACKWARD"), backward);
        check(incompatibilities(old, next, "BACKWARD_TRANSITIVE"), backward);
        check(incompatibilities(old, next, "FORWARD"), forward);
        const auto full = incompatibilities(old, next, "FULL");
        QCOMPARE(full.empty(), backward.isEmpty() && forward.isEmpty());
        QVERIFY(incompatibilities(old, next, "NONE").empty());
    }

    void whatIsReferredToCounts()
    {
        const auto referring = record(R"({"name":"m","type":"a.Money"})");
        const SchemaVersion old{
            "AVRO", referring, {{"a.Money", R"({"type":"record","name":"a.Money","fields":[]})"}}};
        SchemaVersion next = old;
        next.referred["a.Money"] =
            R"({"type":"record","name":"a.Money","fields":[{"name":"c","type":"string"}]})";
        check(incompatibilities(old, next, "BACKWARD"), "'m.c' (string) is new");
    }

    void others_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("backward");
        QTest::addColumn<QString>("forward");
        const char *one = R"({"type":"object","properties":{"a":{"type":"integer"}}})";
        QTest::newRow("JSON: required property")
            << "JSON" << one << R"({"type":"object","required":["b"],
                   "properties":{"a":{"type":"integer"},"b":{"type":"string"}}})"
            << "'b' (string) is new and required"
            << "";
        QTest::newRow("JSON: another type")
            << "JSON" << one << R"({"type":"object","properties":{"a":{"type":"string"}}})"
            << "'a' was integer and is string"
            << "'a' was integer and is string";
        QTest::newRow("JSON: behind a local reference")
            << "JSON" << one << R"({"type":"object","properties":{"a":{"$ref":"#/definitions/x"}},
                   "definitions":{"x":{"type":"string"}}})"
            << "'a' was integer and is string"
            << "'a' was integer and is string";
        QTest::newRow("Protobuf: field added")
            << "PROTOBUF"
            << "syntax = \"proto3\"; message M { string a = 1; }"
            << "syntax = \"proto3\"; message M { string a = 1; int32 b = 2; }"
            << ""
            << "";
        QTest::newRow("Protobuf: another type")
            << "PROTOBUF"
            << "syntax = \"proto3\"; message M { string a = 1; }"
            << "syntax = \"proto3\"; message M { int32 a = 1; }"
            << "'a' was string and is int32"
            << "'a' was string and is int32";
        QTest::newRow("Protobuf: another number")
            << "PROTOBUF"
            << "syntax = \"proto3\"; message M { string a = 1; }"
            << "syntax = \"proto3\"; message M { string a = 2; }"
            << "had the number 1 and has 2"
            << "had the number 1 and has 2";
    }

    void others()
    {
        QFETCH(QString, type);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, backward);
        QFETCH(QString, forward);
        const SchemaVersion old{type.toStdString(), before.toStdString(), {}};
        const SchemaVersion next{type.toStdString(), after.toStdString(), {}};
        check(incompatibilities(old, next, "BACKWARD"), backward);
        check(incompatibilities(old, next, "FORWARD"), forward);
    }

    void anotherTypeIsNoNewVersion()
    {
        check(incompatibilities({"AVRO", "\"int\"", {}}, {"JSON", "{}", {}}, "BACKWARD"),
              "it was AVRO and is JSON");
    }

    void sameness_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("layout") << "AVRO"
                                << R"({"type" : "record","name":"R","fields":[]})"
                                << R"({"name":"R","type":"record","fields":[]})" << true;
        QTest::newRow("namespace")
            << "AVRO"
            << R"({"type":"record","name":"R","namespace":"a","fields":[
                   {"name":"x","type":"a.X"}]})"
            << R"({"type":"record","name":"a.R","fields":[{"name":"x","type":"X"}]})" << true;
        QTest::newRow("wrapped type") << "AVRO"
                                      << R"({"type":"string"})"
                                      << R"("string")" << true;
        QTest::newRow("order of keys with a default")
            << "AVRO"
            << R"({"type":"record","name":"R","fields":[
                   {"name":"x","type":"int","order":"ascending","default":1}]})"
            << R"({"type":"record","name":"R","fields":[{"default":1,"name":"x","type":"int"}]})"
            << true;
        QTest::newRow("doc") << "AVRO"
                             << R"({"type":"record","name":"R","fields":[]})"
                             << R"({"type":"record","name":"R","doc":"x","fields":[]})" << false;
        QTest::newRow("JSON") << "JSON"
                              << R"({"a":1,"b":2})"
                              << R"({"b":2, "a":1})" << true;
        QTest::newRow("Protobuf") << "PROTOBUF"
                                  << "syntax = \"proto3\";\nmessage M {\n}\n"
                                  << "syntax = \"proto3\"; // x\nmessage M {}" << true;
        QTest::newRow("other Protobuf") << "PROTOBUF"
                                        << "syntax = \"proto3\"; message M {}"
                                        << "syntax = \"proto3\"; message N {}" << false;
    }

    void sameness()
    {
        QFETCH(QString, type);
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, isSame);
        QCOMPARE(isSameSchema(type.toStdString(), a.toStdString(), b.toStdString()), isSame);
    }

    void deepNestingEnds()
    {
        std::string deep;
        for (int i = 0; i < 100'000; ++i)
            deep += R"({"type":"array","items":)";
        deep += "\"int\"" + std::string(100'000, '}');
        const SchemaVersion version{"AVRO", deep, {}};
        QVERIFY(!incompatibilities(version, version, "BACKWARD").empty());
    }

private:
    static void check(const std::vector<std::string> &found, const QString &expected)
    {
        if (expected.isEmpty()) {
            QVERIFY2(found.empty(), found.empty() ? "" : found.front().c_str());
            return;
        }
        QVERIFY2(!found.empty(), "nothing was found");
        QVERIFY2(QString::fromStdString(found.front()).contains(expected), found.front().c_str());
    }
};

QTEST_GUILESS_MAIN(TestSchemaCompatibility)
#include "tst_schemacompatibility.moc"
