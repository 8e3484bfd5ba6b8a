// SPDX-License-Identifier: Apache-2.0
#include "compare/fieldchanges.h"
#include "compare/typereading.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::compare;
using meshwright::schema::Field;
using meshwright::schema::FormatKind;

Q_DECLARE_METATYPE(meshwright::schema::FormatKind)

class TestFieldChanges : public QObject
{
    Q_OBJECT

private slots:
    void reading_data();
    void reading();
    void whatLiesInAFieldGoesWithIt();
};

void TestFieldChanges::reading_data()
{
    QTest::addColumn<FormatKind>("format");
    QTest::addColumn<QString>("reader");
    QTest::addColumn<QString>("writer");
    QTest::addColumn<bool>("reads");
    const auto row = [](FormatKind format, const char *reader, const char *writer, bool reads) {
        QTest::addRow("%d: %s from %s", static_cast<int>(format), reader, writer)
            << format << QString(reader) << QString(writer) << reads;
    };
    const auto avro = FormatKind::Avro;
    // Every promotion of Avro 1.12's schema resolution, and none the other way.
    for (const auto &[writer, reader] :
         std::vector<std::pair<const char *, const char *>>{{"int", "long"},
                                                            {"int", "float"},
                                                            {"int", "double"},
                                                            {"long", "float"},
                                                            {"long", "double"},
                                                            {"float", "double"}}) {
        row(avro, reader, writer, true);
        row(avro, writer, reader, false);
    }
    row(avro, "string", "bytes", true);
    row(avro, "bytes", "string", true);
    row(avro, "int", "string", false);
    row(avro, "boolean", "int", false);
    row(avro, "acme.Money", "acme.v2.Money", true);
    row(avro, "acme.Money", "acme.Price", false);
    row(avro, "array<long>", "array<int>", true);
    row(avro, "array<int>", "array<long>", false);
    row(avro, "array<int>", "map<int>", false);
    row(avro, "map<array<double>>", "map<array<float>>", true);
    row(avro, "string | long", "int", true);
    row(avro, "long", "int | long", true);
    row(avro, "int", "int | string", false);
    row(avro, "array<int | string>", "array<int>", true);
    row(avro, "array<int>", "array<int | string>", false);
    const auto json = FormatKind::Own;
    row(json, "number", "integer", true);
    row(json, "integer", "number", false);
    row(json, "string | integer", "integer", true);
    row(json, "integer", "string | integer", false);
    row(json, "any", "string", true);
    row(json, "string", "any", false);
    row(json, "array<number>", "array<integer>", true);
    const auto proto = FormatKind::Protobuf;
    row(proto, "int64", "int32", true);
    row(proto, "bool", "uint64", true);
    row(proto, "sint32", "int32", false);
    row(proto, "sint64", "sint32", true);
    row(proto, "fixed32", "sfixed32", true);
    row(proto, "fixed64", "fixed32", false);
    row(proto, "bytes", "string", true);
    row(proto, "string", "bytes", false);
    row(proto, "double", "float", false);
    row(proto, "repeated int32", "int32", false);
    row(proto, "acme.A", "acme.A", true);
}

void TestFieldChanges::reading()
{
    QFETCH(FormatKind, format);
    QFETCH(QString, reader);
    QFETCH(QString, writer);
    QFETCH(bool, reads);
    QCOMPARE(canRead(format, reader.toStdString(), writer.toStdString()), reads);
}

void TestFieldChanges::whatLiesInAFieldGoesWithIt()
{
    const auto field = [](const char *path, const char *type) {
        Field made;
        made.path = path;
        made.type = type;
        return made;
    };
    const std::vector<Field> base{field("a", "A"), field("a.x", "int"), field("a.x.y", "int"),
                                  field("ab", "int")};
    const std::vector<Field> next{field("ab", "int"), field("c", "array<C>"),
                                  field("c[].z", "int")};
    const auto changes = compareFields(FormatKind::Avro, base, next);
    QCOMPARE(changes.size(), 2U);
    QCOMPARE(changes[0].path, std::string("a"));
    QCOMPARE(changes[1].path, std::string("c"));
}

QTEST_GUILESS_MAIN(TestFieldChanges)
#include "tst_fieldchanges.moc"
