// SPDX-License-Identifier: Apache-2.0
// The evaluator's verdicts by the JSON-Schema-Test-Suite (draft-07), and its faults by place.
#include "meshwright/schema/jsonschema.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace meshwright;
using namespace meshwright::schema;

namespace {

yaml::DocumentPtr documentFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("can't read %s", qPrintable(path));
    return yaml::Document::parse(makeText(file.readAll().toStdString()));
}

yaml::DocumentPtr documentOf(const char *text)
{
    return yaml::Document::parse(makeText(text));
}

/// Draft-07's metaschema, which AsyncAPI's schema holds as one of its definitions.
yaml::DocumentPtr metaschema()
{
    const auto whole = documentFrom(QStringLiteral(MESHWRIGHT_SCHEMAS "/2.6.0.json"));
    const std::string name = "json-schema.org-draft-07-schema";
    std::string text(whole->text()->slice(whole->find({"definitions", name})->range));
    const std::string local = "#/definitions/" + name;
    for (std::size_t at = 0; (at = text.find(local, at)) != std::string::npos;)
        text.replace(at, local.size(), "#");
    return yaml::Document::parse(makeText(text));
}

std::string textAt(const yaml::Node &node, std::string_view key)
{
    return std::string(node.find(key)->scalarText().value_or(""));
}

std::string described(const Fault &fault, const yaml::Document &document)
{
    std::string text(fault.keyword);
    text += " at";
    for (const std::string &token : document.pathTo(*fault.value.node))
        text += "/" + token;
    for (const std::string &property : fault.properties)
        text += " " + property;
    return text;
}

} // namespace

class TestJsonSchema : public QObject
{
    Q_OBJECT

private slots:

    void agreesWithTheSuite_data()
    {
        QTest::addColumn<QString>("path");
        // Formats of other alphabets and contents inside of texts are not judged, as AsyncAPI's own
        // parser does not.
        const QStringList notJudged{QStringLiteral("content.json"),
                                    QStringLiteral("idn-email.json"),
                                    QStringLiteral("idn-hostname.json"), QStringLiteral("iri.json"),
                                    QStringLiteral("iri-reference.json")};
        const QDir root(QStringLiteral(MESHWRIGHT_SCHEMA_SUITE "/tests/draft7"));
        for (const char *folder : {".", "optional", "optional/format"}) {
            const QDir dir(root.filePath(QString::fromLatin1(folder)));
            for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files))
                if (!notJudged.contains(name))
                    QTest::newRow(qPrintable(QString::fromLatin1(folder) + QLatin1Char('/') + name))
                        << dir.filePath(name);
        }
        QVERIFY(root.exists());
    }

    void agreesWithTheSuite()
    {
        QFETCH(QString, path);
        const auto suite = documentFrom(path);
        QVERIFY(suite->isComplete());
        for (const yaml::Node *group : suite->root()->items) {
            const std::string name = textAt(*group, "description");
            SchemaLibrary library;
            addRemotes(library);
            const std::string own(suite->text()->slice(group->find("schema")->range));
            const auto schema = documentOf(own.c_str());
            library.add("http://test/schema", schema);
            SchemaCompiler compiler(library);
            const Schema &compiled = compiler.compile(*schema->root());
            for (const yaml::Node *test : group->find("tests")->items)
                judge(compiled, *test, name);
        }
    }

    void namesTheFault_data()
    {
        QTest::addColumn<QString>("schemaText");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *schema, const char *value,
                            const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(schema) << QString::fromUtf8(value)
                                << QString::fromUtf8(expected);
        };
        row("type", "type: string", "[1]", "type at");
        row("missing ones together", "required: [a, b]", "c: 1", "required at a b");
        row("unexpected", "{properties: {a: {}}, additionalProperties: false}", "{a: 1, b: 2}",
            "additionalProperties at/b b");
        row("nested", "additionalProperties: {items: {minimum: 3}}", "x: [4, 2]", "minimum at/x/1");
        row("branch by type", "anyOf: [{type: boolean}, {properties: {a: {type: integer}}}]",
            "a: x", "type at/a");
        row("branch by discriminator",
            "oneOf: [{required: [q], properties: {type: {const: http}}},"
            " {required: [in, name], properties: {type: {const: key}}}]",
            "type: key", "required at in name");
        row("branch that is no reference",
            "oneOf: [{required: [$ref]}, {required: [a, b, c, d, e]}]", "a: 1",
            "required at b c d e");
        row("condition", "if: {required: [a]}\nthen: {properties: {b: {type: string}}}",
            "{a: 1, b: 2}", "type at/b");
        row("name", "propertyNames: {pattern: '^[a-z]+$'}", "A1: 1", "pattern at");
        row("one place, one fault", "allOf: [{required: [a]}, {required: [a]}]", "b: 1",
            "required at a");
        row("alias", "additionalProperties: {type: string}", "{a: &x 1, b: *x}", "type at/a");
        row("merge key", "additionalProperties: {type: string}", "a: &x {b: 1}\nc: {<<: *x}",
            "type at/a, type at/c");
    }

    void namesTheFault()
    {
        QFETCH(QString, schemaText);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        const auto schema = documentOf(qPrintable(schemaText));
        const auto document = documentOf(qPrintable(value));
        SchemaLibrary library;
        library.add("test", schema);
        SchemaCompiler compiler(library);
        const std::string file = "test.yaml";
        std::string told;
        for (const Fault &fault : Evaluator().faults(compiler.compile(*schema->root()),
                                                     {&file, document->root()}, Detail::Best))
            told += (told.empty() ? "" : ", ") + described(fault, *document);
        QCOMPARE(QString::fromStdString(told), expected);
    }

    void endsWhereTheSchemaDoesNot_data()
    {
        QTest::addColumn<QString>("schemaText");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("holds itself") << "{allOf: [{$ref: '#'}], type: integer}"
                                      << "1" << true;
        QTest::newRow("holds itself, and refuses") << "{allOf: [{$ref: '#'}], type: string}"
                                                   << "1" << false;
        QTest::newRow("references in a circle")
            << "{$ref: '#/definitions/a', definitions: {a: {$ref: '#'}}}"
            << "1" << true;
        QString doubling = QStringLiteral("definitions:\n");
        for (int i = 0; i < 60; ++i)
            doubling += QStringLiteral("  s%1: {anyOf: [{$ref: '#/definitions/s%2'}, {$ref: "
                                       "'#/definitions/s%2'}]}\n")
                            .arg(i)
                            .arg(i + 1);
        QTest::newRow("alternatives that double")
            << doubling + QStringLiteral("  s60: {type: string}\nallOf: [{$ref: "
                                         "'#/definitions/s0'}]\n")
            << "1" << false;
        QString chain = QStringLiteral("definitions:\n");
        for (int i = 0; i < 20000; ++i)
            chain += QStringLiteral("  s%1: {properties: {n: {$ref: '#/definitions/s%2'}}}\n")
                         .arg(i)
                         .arg(i + 1);
        QTest::newRow("long chain") << chain + QStringLiteral("  s20000: {}\nallOf: [{$ref: "
                                                              "'#/definitions/s0'}]\n")
                                    << "{n: {n: 1}}" << true;
        QTest::newRow("endless pattern")
            << "items: {pattern: '(a+)+$'}"
            << QStringLiteral("[%1 1]").arg(
                   QString(QStringLiteral("aaaaaaaaaaaaaaaaaaaaaaaaaaaab,").repeated(2000)))
            << true;
        QTest::newRow("count beyond all") << "minLength: 1e300"
                                          << "abc" << false;
        QTest::newRow("count that is none") << "maxLength: .nan"
                                            << "abc" << true;
        QTest::newRow("merged keys count") << "maxProperties: 1"
                                           << "{<<: {a: 1, b: 2}}" << false;
    }

    void endsWhereTheSchemaDoesNot()
    {
        QFETCH(QString, schemaText);
        QFETCH(QString, value);
        QFETCH(bool, isAccepted);
        const auto schema = documentOf(qPrintable(schemaText));
        const auto document = documentOf(qPrintable(value));
        SchemaLibrary library;
        library.add("test", schema);
        SchemaCompiler compiler(library);
        const Schema &compiled = compiler.compile(*schema->root());
        const std::string file = "test.yaml";
        Evaluator evaluator;
        QCOMPARE(evaluator.accepts(compiled, {&file, document->root()}), isAccepted);
        const auto faults = evaluator.faults(compiled, {&file, document->root()}, Detail::Best);
        QCOMPARE(faults.empty(), isAccepted);
    }

    void survivesWhatHoldsItself()
    {
        const auto schema = documentOf("{properties: {next: {$ref: '#'}}, required: [name]}");
        const auto document = documentOf("{name: a, next: {name: b, next: {}}}");
        SchemaLibrary library;
        library.add("test", schema);
        SchemaCompiler compiler(library);

        class Back : public InstanceReferences
        {
        public:
            yaml::Spot target(const yaml::Spot &mapping) override
            {
                return {mapping.file, mapping.node->parent};
            }
        } back;

        const auto circular = documentOf("{name: a, next: {$ref: '#'}}");
        const std::string file = "test.yaml";
        const Schema &compiled = compiler.compile(*schema->root());
        QVERIFY(!Evaluator().accepts(compiled, {&file, document->root()}));
        QVERIFY(Evaluator(&back).accepts(compiled, {&file, circular->root()}));
    }

    /// What was accepted because the value around it was taken for accepted is not kept where that
    /// is refused in the end.
    void assumesNothingBeyondARefusal_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("proven") << "name: a, " << true;
        QTest::newRow("refused") << "" << false;
    }

    void assumesNothingBeyondARefusal()
    {
        QFETCH(QString, root);
        QFETCH(bool, isAccepted);
        // The name is asked for last, when what is inside has been judged.
        const auto schema =
            documentOf("{properties: {next: {$ref: '#'}}, allOf: [{required: [name]}]}");
        const auto document = documentOf(
            qPrintable("{" + root + "next: {name: b, next: {name: c, next: {$ref: '#'}}}}"));
        SchemaLibrary library;
        library.add("test", schema);
        SchemaCompiler compiler(library);

        class ToRoot : public InstanceReferences
        {
        public:
            explicit ToRoot(const yaml::Node *root)
                : m_root(root)
            {}

            yaml::Spot target(const yaml::Spot &mapping) override { return {mapping.file, m_root}; }

        private:
            const yaml::Node *m_root;
        } toRoot(document->root());

        const std::string file = "test.yaml";
        const Schema &compiled = compiler.compile(*schema->root());
        Evaluator evaluator(&toRoot);
        for (const yaml::Node *value = document->root(); value; value = value->find("next"))
            QCOMPARE(evaluator.accepts(compiled, {&file, value}), isAccepted);
    }

private:
    static void addRemotes(SchemaLibrary &library)
    {
        library.add("http://json-schema.org/draft-07/schema", metaschema());
        const QDir remotes(QStringLiteral(MESHWRIGHT_SCHEMA_SUITE "/remotes"));
        for (const char *name :
             {"integer.json", "name.json", "subSchemas.json", "folder/folderInteger.json"})
            library.add(std::string("http://localhost:1234/") + name,
                        documentFrom(remotes.filePath(QString::fromLatin1(name))));
    }

    static void judge(const Schema &compiled, const yaml::Node &test, const std::string &group)
    {
        const std::string file = "test";
        Evaluator evaluator;
        const yaml::Spot value{&file, test.find("data")};
        const bool expected = *test.find("valid")->asBool();
        const std::string told = group + ": " + textAt(test, "description");
        QVERIFY2(evaluator.accepts(compiled, value) == expected, told.c_str());
        for (const Detail detail : {Detail::Best, Detail::All})
            QVERIFY2(evaluator.faults(compiled, value, detail).empty() == expected, told.c_str());
    }
};

QTEST_APPLESS_MAIN(TestJsonSchema)
#include "tst_jsonschema.moc"
