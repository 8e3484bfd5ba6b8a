// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/edit.h"

#include <QTest>

#include <functional>

using namespace meshwright;
using namespace meshwright::yaml;

namespace {

std::vector<std::string> pathOf(const QByteArray &pointer)
{
    std::vector<std::string> path;
    for (const auto &token : pointer.split('/').mid(1))
        path.push_back(token.toStdString());
    return path;
}

/// The whole text after the edit, or the error's message.
std::string after(const Document &document, const Result<TextEdit> &edit)
{
    if (!edit)
        return "error: " + edit.error().message;
    return (*applyEdits(*document.text(), {*edit}))->bytes();
}

} // namespace

class TestYamlEdit : public QObject
{
    Q_OBJECT

private slots:
    void setsEntries_data();
    void setsEntries();
    void insertsEntries_data();
    void insertsEntries();
    void removesItems_data();
    void removesItems();
    void appendsItems_data();
    void appendsItems();
    void removesEntries_data();
    void removesEntries();
    void replacesScalars_data();
    void replacesScalars();
    void writesScalars_data();
    void writesScalars();
    void replacesAlias();
    void refuses();
};

void TestYamlEdit::setsEntries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, const char *key,
                        const char *value, const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(key)
                            << QByteArray(value) << QByteArray(result);
    };
    row("replace", "a: 1 # c\nb: 2\n", "", "a", "3", "a: 3 # c\nb: 2\n");
    row("replace null", "a: # c\nb: 2\n", "", "a", "3", "a: 3 # c\nb: 2\n");
    row("replace by a block", "a: 1 # c\nb: 2\n", "", "a", "x: 1\ny: 2\n",
        "a: # c\n  x: 1\n  y: 2\nb: 2\n");
    row("replace a block", "a: # c\n  x: 1 # d\n  y: 2 # e\nb: 2\n", "", "a", "3",
        "a: 3 # c\nb: 2\n");
    row("replace a block by a block", "a: # c\n    x: 1\n    y: 2\nb: 2\n", "", "a", "- p\n- q",
        "a: # c\n    - p\n    - q\nb: 2\n");
    row("keeps an anchor", "a: &x # c\n  y: 2\nb: *x\n", "", "a", "z: 3",
        "a: &x # c\n  z: 3\nb: *x\n");
    row("add", "a: 1 # c\n# d\n", "", "b", "2", "a: 1 # c\nb: 2\n# d\n");
    row("add without a line end", "a: 1", "", "b", "2", "a: 1\nb: 2");
    row("add with CRLF", "a: 1\r\nb:\r\n  c: 1\r\nd: 2\r\n", "/b", "e", "x: 1\ny: 2",
        "a: 1\r\nb:\r\n  c: 1\r\n  e:\r\n    x: 1\r\n    y: 2\r\nd: 2\r\n");
    row("add in a list's item", "- a: 1\n- b\n", "/0", "c", "2", "- a: 1\n  c: 2\n- b\n");
    row("add below a block scalar", "a: |\n  x\n  y\n\n# c\n", "", "b", "2",
        "a: |\n  x\n  y\nb: 2\n\n# c\n");
    row("add with the steps of the text", "a:\n    b: 1\n", "", "c", "d:\n  e: 1",
        "a:\n    b: 1\nc:\n    d:\n      e: 1\n");
    row("add to null", "publish:\nx: 1\n", "/publish", "message", "y: 2",
        "publish:\n  message:\n    y: 2\nx: 1\n");
    row("add to null with a comment", "a:\n  publish: # todo\n", "/a/publish", "b", "1",
        "a:\n  publish: # todo\n    b: 1\n");
    row("add to {}", "channels: {} # none\nx: 1\n", "/channels", "b", "1",
        "channels: # none\n  b: 1\nx: 1\n");
    row("add to an empty item", "- a\n-\n", "/1", "b", "1", "- a\n- b: 1\n");
    row("add to a document of {}", "{}\n", "", "b", "1", "{\"b\": 1}\n");
    row("add to flow", "a: {b: 1, c: 2} # d\n", "/a", "e", "x: [1]",
        "a: {b: 1, c: 2, e: {x: [1]}} # d\n");
    row("add to JSON", "{\"a\": 1}", "", "b", "x: y\nz: [1, null, no]",
        "{\"a\": 1, \"b\": {\"x\": \"y\", \"z\": [1, null, \"no\"]}}");
    row("add to JSON in lines", "{\n  \"a\": 1\n}\n", "", "b", "text",
        "{\n  \"a\": 1,\n  \"b\": \"text\"\n}\n");
    row("add to flow with a comment", "{\n  a: 1 # c\n}\n", "", "b", "2",
        "{\n  a: 1, # c\n  b: 2\n}\n");
    row("add to flow with a last comma", "{\n  a: 1, # c\n}\n", "", "b", "2",
        "{\n  a: 1, # c\n  b: 2,\n}\n");
    row("key that needs quotes", "a: 1\n", "", "x: y", "2", "a: 1\n'x: y': 2\n");
    row("key that reads as a number", "a: 1\n", "", "404", "2", "a: 1\n'404': 2\n");
    row("block scalar", "a: 1\nb:\n  c: 1\n", "/b", "d", "|\n  x\n\n    y\n",
        "a: 1\nb:\n  c: 1\n  d: |\n    x\n\n      y\n");
    row("null", "a: 1\n", "", "b", "", "a: 1\nb:\n");
    row("item with a comment", "- # c\n- x\n", "/0", "b", "1", "- # c\n  b: 1\n- x\n");
    row("unclipped end", "a: |\n  x", "", "b", "1", "a: |-\n  x\nb: 1");
}

void TestYamlEdit::setsEntries()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, result);
    const auto document = Document::parse(makeText(text.toStdString()));
    const auto *mapping = document->find(pathOf(path));
    QVERIFY(mapping);
    QCOMPARE(
        after(*document, setEntry(*document, *mapping, key.toStdString(), value.toStdString())),
        result.toStdString());
}

void TestYamlEdit::insertsEntries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, const char *after,
                        const char *value, const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(after)
                            << QByteArray(value) << QByteArray(result);
    };
    row("behind", "a: 1 # c\n# of b\nb: 2\n", "", "a", "3", "a: 1 # c\nnew: 3\n# of b\nb: 2\n");
    row("behind a block", "a:\n  x: 1\n  y: |\n    t\nb: 2\n", "", "a", "p: 1",
        "a:\n  x: 1\n  y: |\n    t\nnew:\n  p: 1\nb: 2\n");
    row("in front, above its comment", "m:\n  # of a\n  a: 1\n", "/m", "", "3",
        "m:\n  new: 3\n  # of a\n  a: 1\n");
    row("in front, behind a dash", "- a: 1\n  b: 2\n", "/0", "", "3", "- new: 3\n  a: 1\n  b: 2\n");
    row("blank lines", "a: 1\n\n# of b\nb: 2\n\nc: 3\n", "", "a", "x: 1",
        "a: 1\n\nnew:\n  x: 1\n\n# of b\nb: 2\n\nc: 3\n");
    row("blank lines at the end", "a: 1\n\nb: 2\n", "", "b", "3", "a: 1\n\nb: 2\n\nnew: 3\n");
    row("flow", "{a: 1, b: 2}\n", "", "a", "3", "{a: 1, new: 3, b: 2}\n");
    row("flow, in front", "m: {a: 1}\n", "/m", "", "[x]", "m: {new: [x], a: 1}\n");
    row("JSON in lines", "{\n  \"a\": {\n    \"x\": 1\n  },\n  \"b\": 2\n}\n", "", "a", "y: 1",
        "{\n  \"a\": {\n    \"x\": 1\n  },\n  \"new\": {\n    \"y\": 1\n  },\n  \"b\": 2\n}\n");
    row("CRLF", "a: 1\r\nb: 2\r\n", "", "a", "x: 1\ny: 2",
        "a: 1\r\nnew:\r\n  x: 1\r\n  y: 2\r\nb: 2\r\n");
}

void TestYamlEdit::insertsEntries()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, result);
    const auto document = Document::parse(makeText(text.toStdString()));
    const auto *mapping = document->find(pathOf(path));
    QVERIFY(mapping);
    const auto *entry = after.isEmpty() ? nullptr : mapping->findEntry(after.toStdString());
    QCOMPARE(
        ::after(*document, insertEntry(*document, *mapping, "new", value.toStdString(), entry)),
        result.toStdString());
}

void TestYamlEdit::removesItems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, int index,
                        const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << index << QByteArray(result);
    };
    row("first", "- a # c\n- b\n", "", 0, "- b\n");
    row("last, no line end", "- a\n- b: 1\n  c: 2", "", 1, "- a");
    row("with its comment", "t:\n  - a\n  # of b\n  - b\n  - c\n", "/t", 1, "t:\n  - a\n  - c\n");
    row("the only one", "t:\n  - a\nu: 1\n", "/t", 0, "t: []\nu: 1\n");
    row("behind a dash", "- - a\n  - b\n", "/0", 0, "- - b\n");
    row("empty", "-\n- b\n", "", 0, "- b\n");
    row("flow", "t: [a, b, c]\n", "/t", 1, "t: [a, c]\n");
    row("flow, last", "t: [a, {b: c}]\n", "/t", 1, "t: [a]\n");
    row("flow, only", "t: [a]\n", "/t", 0, "t: []\n");
    row("CRLF", "- a\r\n- b\r\n", "", 1, "- a\r\n");
}

void TestYamlEdit::removesItems()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(int, index);
    QFETCH(QByteArray, result);
    const auto document = Document::parse(makeText(text.toStdString()));
    const auto *list = document->find(pathOf(path));
    QVERIFY(list);
    auto edit = removeItem(*document, *list, *list->items[static_cast<std::size_t>(index)]);
    if (edit)
        edit = withCommentsAbove(*document, *edit);
    QCOMPARE(after(*document, edit), result.toStdString());
}

void TestYamlEdit::appendsItems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, const char *value,
                        const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(value)
                            << QByteArray(result);
    };
    row("block", "tags:\n  - name: a # c\n# d\n", "/tags", "name: b\nx: 1",
        "tags:\n  - name: a # c\n  - name: b\n    x: 1\n# d\n");
    row("without indentation", "tags:\n- a\nb: 1\n", "/tags", "b", "tags:\n- a\n- b\nb: 1\n");
    row("nested", "- - a\n- b\n", "/0", "c", "- - a\n  - c\n- b\n");
    row("empty", "tags: [] # c\nb: 1\n", "/tags", "name: x", "tags: # c\n  - name: x\nb: 1\n");
    row("null", "tags:\nb: 1\n", "/tags", "x", "tags:\n  - x\nb: 1\n");
    row("flow", "tags: [a, b]\n", "/tags", "c: d", "tags: [a, b, {c: d}]\n");
    row("JSON", "{\"a\": [\n  \"x\"\n]}\n", "/a", "y", "{\"a\": [\n  \"x\",\n  \"y\"\n]}\n");
    row("empty JSON", "{\"a\": []}\n", "/a", "y", "{\"a\": [\"y\"]}\n");
    row("null in flow", "{a: , b: 1}\n", "/a", "z", "{a: [z] , b: 1}\n");
    row("CRLF", "- a\r\n- b", "", "c", "- a\r\n- b\r\n- c");
}

void TestYamlEdit::appendsItems()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, result);
    const auto document = Document::parse(makeText(text.toStdString()));
    const auto *sequence = document->find(pathOf(path));
    QVERIFY(sequence);
    QCOMPARE(after(*document, appendItem(*document, *sequence, value.toStdString())),
             result.toStdString());
}

void TestYamlEdit::removesEntries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, const char *key,
                        const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(key)
                            << QByteArray(result);
    };
    row("first", "a: 1 # c\nb: 2\n", "", "a", "b: 2\n");
    row("with its lines", "x: 1\na:\n  - 1\n  - 2 # c\n# d\nb: 2\n", "", "a", "x: 1\n# d\nb: 2\n");
    row("last", "a: 1\n# d\nb: 2", "", "b", "a: 1\n# d");
    row("last with CRLF", "a: 1\r\nb: 2", "", "b", "a: 1");
    row("first of an item", "- a: 1\n  b: 2\n", "/0", "a", "- b: 2\n");
    row("the only one", "x:\n  a: 1 # c\ny: 2\n", "/x", "a", "x: {}\ny: 2\n");
    row("the only one of an item", "- a: 1\n- y\n", "/0", "a", "- {}\n- y\n");
    row("the only one of all", "# c\na: 1\n", "", "a", "# c\n{}\n");
    row("flow, first", "{a: 1, b: 2}", "", "a", "{b: 2}");
    row("flow, last", "{a: 1, b: 2}", "", "b", "{a: 1}");
    row("flow, only", "x: { a: 1 }", "/x", "a", "x: {}");
    row("JSON in lines", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", "", "b", "{\n  \"a\": 1\n}\n");
    row("JSON in lines, first", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", "", "a", "{\n  \"b\": 2\n}\n");
}

void TestYamlEdit::removesEntries()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, result);
    const auto document = Document::parse(makeText(text.toStdString()));
    const auto *mapping = document->find(pathOf(path));
    QVERIFY(mapping);
    const auto *entry = mapping->findEntry(key.toStdString());
    QVERIFY(entry);
    QCOMPARE(after(*document, removeEntry(*document, *mapping, *entry)), result.toStdString());
}

void TestYamlEdit::replacesScalars_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *text, const char *path, const char *value,
                        const char *result) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(value)
                            << QByteArray(result);
    };
    row("plain", "a: x # c\n", "/a", "z", "a: z # c\n");
    row("plain with a comma", "a: x\n", "/a", "y, z", "a: y, z\n");
    row("plain with a comma in flow", "a: [x]\n", "/a/0", "y, z", "a: ['y, z']\n");
    row("single quotes", "a: 'x'\n", "/a", "it's", "a: 'it''s'\n");
    row("double quotes", "a: \"x\"\n", "/a", "\"y\\\n", "a: \"\\\"y\\\\\\n\"\n");
    row("null", "a: # c\n", "/a", "z", "a: z # c\n");
    row("null in JSON", "{\"a\": null}", "/a", "y", "{\"a\": \"y\"}");
    row("literal", "a: | # c\n    x\n    y\nb: 1\n", "/a", "p\nq\n",
        "a: | # c\n    p\n    q\nb: 1\n");
    row("literal, stripped", "a: |\n  x\nb: 1\n", "/a", "p\nq", "a: |-\n  p\n  q\nb: 1\n");
    row("literal that cannot be one", "a: |\n  x\nb: 1\n", "/a", " p\nq", "a: \" p\\nq\"\nb: 1\n");
    row("folded", "a: >-\n  x\n  y\nb: 1\n", "/a", "p q", "a: >-\n  p q\nb: 1\n");
}

void TestYamlEdit::replacesScalars()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, result);
    const auto document = Document::parse(makeText(text.toStdString()));
    const auto *scalar = document->find(pathOf(path));
    QVERIFY(scalar);
    QCOMPARE(after(*document, replaceScalar(*document, *scalar, value.toStdString())),
             result.toStdString());
}

void TestYamlEdit::writesScalars_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const QByteArray &value, const char *text) {
        QTest::newRow(QByteArray("'" + value + "'").toPercentEncoding(" '").constData())
            << value << QByteArray(text);
    };
    for (const auto *plain : {"a", "finance.campaign._public.sale", "2.6.0", "urn:acme:sales",
                              "a-b", "_x", "$ref", "-x", "a#b", "\u00FC\U0001F600", "a b",
                              "nothing", "x'y", "/a/b", "http://x/y", "1a", "3.0.0", "x\\y"})
        row(plain, plain);
    for (const auto *quoted :
         {"no",    "yes",   "On",   "off",        "y",    "N",     "null", "~",   "true",
          "False", "1",     "-1",   "0x1F",       "0o7",  "1.5",   "1e3",  ".5",  ".inf",
          ".nan",  "1_000", "1:30", "2001-12-14", "0b1",  "=",     "<<",   "",    " a",
          "a ",    "a: b",  "a #b", "a:",         "-",    "- a",   "?",    ": a", "#a",
          "&a",    "*a",    "!a",   "|",          ">",    "\"a\"", "%a",   "@a",  "`a",
          "---",   "...",   "[a]",  "{a}",        "a, b", "007"})
        row(quoted, QByteArray("'" + QByteArray(quoted) + "'").constData());
    row("'a", "'''a'");
    row("a\nb", "\"a\\nb\"");
    row("a\tb", "\"a\\tb\"");
    row(QByteArray("\x01\x7F"), "\"\\u0001\\u007F\"");
    row("\u0085\u2028\uFEFF", "\"\\u0085\\u2028\\uFEFF\"");
    row("\"\\\n", "\"\\\"\\\\\\n\"");
}

void TestYamlEdit::writesScalars()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, text);
    const auto written = scalarFor(value.toStdString());
    QCOMPARE(written, text.toStdString());
    constexpr Style styles[] = {Style::Plain, Style::SingleQuoted, Style::DoubleQuoted,
                                Style::Literal, Style::Folded};
    for (const auto style : styles) {
        const auto scalar = scalarFor(value.toStdString(), style);
        for (const auto &around :
             {"a: " + scalar, "[" + scalar + "]", "- " + scalar, scalar, "{a: " + scalar + " }"}) {
            const bool isBlock = style == Style::Literal || style == Style::Folded;
            if (isBlock && (around[0] == '[' || around[0] == '{'))
                continue;
            const auto document = Document::parse(makeText(around));
            QVERIFY2(document->problems().empty(), around.c_str());
            const auto *node = document->root();
            node = !node->entries.empty() ? node->entries[0].value
                   : !node->items.empty() ? node->items[0]
                                          : node;
            QCOMPARE(node->asString(), std::optional<std::string_view>(value.toStdString()));
        }
    }
}

void TestYamlEdit::replacesAlias()
{
    const auto document = Document::parse(makeText("a: &x 1\nb: *x # c\n"));
    const auto *alias = document->root()->entries[1].value;
    QCOMPARE(after(*document, replaceScalar(*document, *alias, "z")),
             std::string("a: &x 1\nb: z # c\n"));
}

void TestYamlEdit::refuses()
{
    const auto document = Document::parse(makeText("a: &x {b: 1}\nc: *x\nd: 1\ne: [1]\n"));
    const auto &root = *document->root();
    QVERIFY(!setEntry(*document, *root.find("c"), "k", "v"));
    QVERIFY(!setEntry(*document, *root.find("d"), "k", "v"));
    QVERIFY(!setEntry(*document, *root.find("e"), "k", "v"));
    QVERIFY(!setEntry(*document, root, "k", "[1"));
    QVERIFY(!appendItem(*document, root, "v"));
    QVERIFY(!replaceScalar(*document, root, "v"));
    QVERIFY(!removeEntry(*document, root, root.find("a")->entries[0]));
    // U+2028 ends a line for YAML, and for nobody else: the last entry is not alone in its line.
    const auto joined = Document::parse(makeText("a: 1\xE2\x80\xA8"
                                                 "b: 2\n"));
    QCOMPARE(joined->root()->entries.size(), std::size_t(2));
    QVERIFY(!removeEntry(*joined, *joined->root(), joined->root()->entries[1]));
    const auto error = setEntry(*document, *root.find("c"), "k", "v").error();
    QCOMPARE(error.code, Error::Code::Conflict);
    QCOMPARE(error.where, std::string("line 2"));
}

QTEST_APPLESS_MAIN(TestYamlEdit)
#include "tst_yamledit.moc"
