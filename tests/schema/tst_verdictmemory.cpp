// SPDX-License-Identifier: Apache-2.0
// What is remembered of values by what they say, and what is not.
#include "meshwright/schema/jsonschema.h"
#include "meshwright/schema/verdictmemory.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::schema;

namespace {

const std::string filler(200, 'x'); // short values are not remembered

yaml::DocumentPtr documentOf(const std::string &text)
{
    return yaml::Document::parse(makeText(text));
}

std::uint64_t printOf(const std::string &text)
{
    return documentOf(text)->root()->fingerprint;
}

struct Bench
{
    yaml::DocumentPtr text = documentOf("definitions: {thing: {type: object, required: [name]}}\n"
                                        "additionalProperties: {$ref: '#/definitions/thing'}\n");
    SchemaLibrary library;
    SchemaCompiler compiler{library};
    const Schema *whole = nullptr;
    const Schema *thing = nullptr;
    VerdictMemory memory;

    Bench()
    {
        library.add("it", text);
        whole = &compiler.compile(*text->root());
        thing = &compiler.compile(*text->find({"definitions", "thing"}));
    }

    bool accepts(const yaml::Document &document)
    {
        static const std::string file = "a.yaml";
        memory.beginCheck();
        return Evaluator(nullptr, &memory).accepts(*whole, {&file, document.root()});
    }

    bool knows(const std::string &value)
    {
        return memory.knows(*thing, *documentOf(value)->root());
    }
};

} // namespace

class TestVerdictMemory : public QObject
{
    Q_OBJECT

private slots:

    void whatSaysTheSameHasOneFingerprint()
    {
        QCOMPARE(printOf("{a: [1, x], b: {}}"), printOf("# there\na:\n  - 1\n  - x\nb: {}\n"));
        QCOMPARE(printOf("'x'"), printOf("\"x\""));
        for (const char *other :
             {"{a: [1, y], b: {}}", "{a: ['1', x], b: {}}", "{a: [x, 1], b: {}}",
              "{a: [1, x, b], {}: }", "{a: [1, x]}", "{b: [1, x], a: {}}",
              "{a: [1, !!str x], b: {}}", "{a: [1, *x], b: {}}"})
            QVERIFY2(printOf(other) != printOf("{a: [1, x], b: {}}"), other);
    }

    void linksAreKnownFromOutside()
    {
        const auto document = documentOf("a: &x {b: 1}\nc: {d: [*x]}\ne: {f: {$ref: '#/a'}}\n");
        QVERIFY(!document->find({"a"})->holdsLinks);
        QVERIFY(document->find({"c"})->holdsLinks);
        QVERIFY(document->find({"e"})->holdsLinks);
        QVERIFY(document->root()->holdsLinks);
    }

    void whatWasAcceptedIsKnownInTheNextText()
    {
        Bench bench;
        const std::string good = "{name: a, text: " + filler + "}";
        QVERIFY(bench.accepts(*documentOf("first: " + good + "\n")));
        bench.memory.beginCheck();
        QVERIFY(bench.knows(good));
        QVERIFY(!bench.knows("{name: b, text: " + filler + "}"));
        QVERIFY(!bench.memory.knows(*bench.whole, *documentOf(good)->root()));
    }

    void whatWasRefusedIsJudgedAnew()
    {
        Bench bench;
        const auto bad = documentOf("first: {text: " + filler + "}\n");
        QVERIFY(!bench.accepts(*bad));
        QVERIFY(!bench.accepts(*bad));
    }

    void whatHoldsLinksOrIsShortIsNotRemembered()
    {
        Bench bench;
        const std::string linked = "{name: a, text: " + filler + ", more: {$ref: x}}";
        QVERIFY(bench.accepts(*documentOf("first: " + linked + "\nsecond: {name: a}\n")));
        QVERIFY(!bench.knows(linked));
        QVERIFY(!bench.knows("{name: a}"));
    }

    void whatNobodyAsksForIsForgotten()
    {
        Bench bench;
        const std::string good = "{name: a, text: " + filler + "}";
        QVERIFY(bench.accepts(*documentOf("first: " + good + "\n")));
        QVERIFY(bench.accepts(*documentOf("first: {name: a}\n")));
        QVERIFY(bench.accepts(*documentOf("first: {name: a}\n")));
        QVERIFY(!bench.knows(good));
    }
};

QTEST_APPLESS_MAIN(TestVerdictMemory)
#include "tst_verdictmemory.moc"
