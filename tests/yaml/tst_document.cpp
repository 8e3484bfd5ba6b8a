// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/document.h"

#include <QTest>

#include <cmath>

using namespace meshwright;
using namespace meshwright::yaml;

namespace {

std::string visible(std::string_view text)
{
    std::string result;
    for (const auto c : text)
        result += c == '\n' ? "$" : c == '\r' ? "%" : std::string(1, c);
    return result;
}

/// One line for each node: its kind, its bytes and, where they differ, its value.
void dump(const Document &document, const Node &node, int level, std::string &text)
{
    const auto slice = [&](Range range) { return visible(document.text()->slice(range)); };
    constexpr const char *kinds[] = {"scalar", "map", "list", "alias"};
    text += std::string(std::size_t(level) * 2, ' ') + kinds[int(node.kind)];
    if (!node.anchor().empty())
        text += " &" + std::string(node.anchor());
    if (!node.tag().empty())
        text += " <" + std::string(node.tag()) + ">";
    text += " [" + slice(node.range) + "]";
    if (node.kind == Kind::Scalar && visible(node.value) != slice(node.range))
        text += " = " + visible(node.value);
    text += "\n";
    for (const auto &entry : node.entries) {
        text +=
            std::string(std::size_t(level) * 2 + 1, ' ') + "entry [" + slice(entry.range) + "]\n";
        dump(document, *entry.key, level + 1, text);
        dump(document, *entry.value, level + 1, text);
    }
    for (const auto *item : node.items)
        dump(document, *item, level + 1, text);
}

std::string dump(const Document &document)
{
    std::string text;
    if (document.root())
        dump(document, *document.root(), 0, text);
    for (const auto &comment : document.comments())
        text += "comment [" + visible(document.text()->slice(comment.range)) + "]\n";
    return text;
}

DocumentPtr parse(const QByteArray &text)
{
    return Document::parse(makeText(text.toStdString()));
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void trees_data();
    void trees();
    void problems_data();
    void problems();
    void keepsWhatWasRead_data();
    void keepsWhatWasRead();
    void findsSeveralFaults_data();
    void findsSeveralFaults();
    void types_data();
    void types();
    void merges();
    void aliases();
    void findsPaths();
    void findsNodes();
    void surrogatePairs();
};

void TestDocument::trees_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tree");
    const auto row = [](const char *name, const QByteArray &text, const char *tree) {
        QTest::newRow(name) << text << QByteArray(tree);
    };
    row("empty", "", "");
    row("only comments", "# a\n  # b", "comment [# a]\ncomment [# b]\n");
    row("scalar", "abc\n", "scalar [abc]\n");
    row("block mapping", "a: 1\nb:\n  c: d # e\n\n# f\n",
        "map [a: 1$b:$  c: d]\n entry [a: 1]\n  scalar [a]\n  scalar [1]\n"
        " entry [b:$  c: d]\n  scalar [b]\n  map [c: d]\n   entry [c: d]\n    scalar [c]\n"
        "    scalar [d]\ncomment [# e]\ncomment [# f]\n");
    row("list without indentation", "a:\n- b\n- c:\n-\n",
        "map [a:$- b$- c:$-]\n entry [a:$- b$- c:$-]\n  scalar [a]\n  list [- b$- c:$-]\n"
        "    scalar [b]\n    map [c:]\n     entry [c:]\n      scalar [c]\n      scalar []\n"
        "    scalar []\n");
    row("flow", "[1, {a: , b, \"c\":d}, e: f, ]",
        "list [[1, {a: , b, \"c\":d}, e: f, ]]\n  scalar [1]\n  map [{a: , b, \"c\":d}]\n"
        "   entry [a:]\n    scalar [a]\n    scalar []\n   entry [b]\n    scalar [b]\n"
        "    scalar []\n   entry [\"c\":d]\n    scalar [\"c\"] = c\n    scalar [d]\n"
        "  map [e: f]\n   entry [e: f]\n    scalar [e]\n    scalar [f]\n");
    row("quotes", "'it''s': \"a\\tb\\\n  c\"\n",
        "map ['it''s': \"a\\tb\\$  c\"]\n entry ['it''s': \"a\\tb\\$  c\"]\n"
        "  scalar ['it''s'] = it's\n  scalar [\"a\\tb\\$  c\"] = a\tbc\n");
    row("no comment in quotes", "a: 'b #c\n  # d'\n",
        "map [a: 'b #c$  # d']\n entry [a: 'b #c$  # d']\n  scalar [a]\n"
        "  scalar ['b #c$  # d'] = b #c # d\n");
    row("plain over lines", "a: b\n  c#d\ne: f\n",
        "map [a: b$  c#d$e: f]\n entry [a: b$  c#d]\n  scalar [a]\n  scalar [b$  c#d] = b c#d\n"
        " entry [e: f]\n  scalar [e]\n  scalar [f]\n");
    row("block scalars", "a: | # h\n  b\n  # c\n\n\nd: >-\n  e\n  f\ng: |+\n  h\n\n# i\n",
        "map [a: | # h$  b$  # c$$$d: >-$  e$  f$g: |+$  h$]\n"
        " entry [a: | # h$  b$  # c]\n  scalar [a]\n  scalar [| # h$  b$  # c] = b$# c$\n"
        " entry [d: >-$  e$  f]\n  scalar [d]\n  scalar [>-$  e$  f] = e f\n"
        " entry [g: |+$  h$]\n  scalar [g]\n  scalar [|+$  h$] = h$$\n"
        "comment [# h]\ncomment [# i]\n");
    row("empty block scalar", "a: |\n\nb: c\n",
        "map [a: |$$b: c]\n entry [a: |]\n  scalar [a]\n  scalar [|] = \n"
        " entry [b: c]\n  scalar [b]\n  scalar [c]\n");
    row("anchors and tags", "&m !!map # c\na: !t &x b\nd: &y\ne: *x\n? &z f\n: !!str\n",
        "map &m <tag:yaml.org,2002:map> [a: !t &x b$d: &y$e: *x$? &z f$: !!str]\n"
        " entry [a: !t &x b]\n  scalar [a]\n  scalar &x <!t> [b]\n"
        " entry [d: &y]\n  scalar [d]\n  scalar &y []\n"
        " entry [e: *x]\n  scalar [e]\n  alias [*x]\n"
        " entry [&z f$: !!str]\n  scalar &z [f]\n  scalar <tag:yaml.org,2002:str> []\n"
        "comment [# c]\n");
    row("a colon ends an anchor", "&a:b:\n  c\nd: &e:f\n",
        "map [&a:b:$  c$d: &e:f]\n entry [&a:b:$  c]\n  scalar &a [:b]\n  scalar [c]\n"
        " entry [d: &e:f]\n  scalar [d]\n  scalar &e [:f]\n");
    row("explicit keys", "? a\n? [b]\n: c\n",
        "map [? a$? [b]$: c]\n entry [a]\n  scalar [a]\n  scalar []\n"
        " entry [[b]$: c]\n  list [[b]]\n    scalar [b]\n  scalar [c]\n");
    row("CRLF and byte order mark",
        "\xEF\xBB\xBF"
        "a: b # c\r\nd: |\r\n  e\r\n\r\n",
        "map [a: b # c%$d: |%$  e]\n entry [a: b]\n  scalar [a]\n  scalar [b]\n"
        " entry [d: |%$  e]\n  scalar [d]\n  scalar [|%$  e] = e$\ncomment [# c]\n");
    row("UTF-8", "\u00FC: [\u20AC, '\U0001F600'] # \u00E9\n\U0001F600: x\n",
        "map [\u00FC: [\u20AC, '\U0001F600'] # \u00E9$\U0001F600: x]\n"
        " entry [\u00FC: [\u20AC, '\U0001F600']]\n  scalar [\u00FC]\n"
        "  list [[\u20AC, '\U0001F600']]\n    scalar [\u20AC]\n"
        "    scalar ['\U0001F600'] = \U0001F600\n"
        " entry [\U0001F600: x]\n  scalar [\U0001F600]\n  scalar [x]\ncomment [# \u00E9]\n");
    row("JSON", "{\"a\":\"\\/\\u00fc\",\n\t\"b\":[true,null,-1.5e3]}",
        "map [{\"a\":\"\\/\\u00fc\",$\t\"b\":[true,null,-1.5e3]}]\n"
        " entry [\"a\":\"\\/\\u00fc\"]\n  scalar [\"a\"] = a\n  scalar [\"\\/\\u00fc\"] = /\u00FC\n"
        " entry [\"b\":[true,null,-1.5e3]]\n  scalar [\"b\"] = b\n  list [[true,null,-1.5e3]]\n"
        "    scalar [true]\n    scalar [null]\n    scalar [-1.5e3]\n");
    row("directives and markers", "%YAML 1.2\n# a\n--- # b\nc: d\n... # e\n",
        "map [c: d]\n entry [c: d]\n  scalar [c]\n  scalar [d]\n"
        "comment [# a]\ncomment [# b]\ncomment [# e]\n");
    row("comments in flow", "{a: # b\n  1, # c\n  d: # e\n}",
        "map [{a: # b$  1, # c$  d: # e$}]\n entry [a: # b$  1]\n  scalar [a]\n  scalar [1]\n"
        " entry [d:]\n  scalar [d]\n  scalar []\ncomment [# b]\ncomment [# c]\ncomment [# e]\n");
}

void TestDocument::trees()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tree);
    const auto document = parse(text);
    QVERIFY(document->problems().empty());
    QVERIFY(document->isComplete());
    QCOMPARE(QByteArray::fromStdString(dump(*document)), tree);
}

void TestDocument::problems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<QByteArray>("related");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *text, const char *id, const char *range, const char *related,
                        const char *words) {
        QTest::newRow(visible(text).c_str())
            << QByteArray(text) << QByteArray(id) << QByteArray(range) << QByteArray(related)
            << QByteArray(words);
    };
    row("a: 'x\nb: 1\n", "syntax", "'x", "'", "add the closing '");
    row("a: [1, 2\n", "syntax", "[", "[", "add a ']'");
    row("a: {b: 1]\n", "syntax", "]", "{", "'}' is missing before this");
    row("a: [1, 2\nb: 3\n", "syntax", ":", "[", "opened in line 1");
    row("a: [1,,2]\n", "syntax", ",", "", "A value is missing");
    row("a: }\n", "syntax", "}", "", "Nothing has opened");
    row("a: b: c\n", "syntax", ":", ":", "put the value in quotes");
    row("a: b\n  c: d\n", "syntax", "c:", "a: b", "line above is already a value");
    row("a:\n  b: 1\n c: 2\n", "syntax", "c: 2", "a:", "does not fit the mapping");
    row("- a\nb: c\n", "syntax", "b: c", "-", "does not fit the list");
    row("a: \"x\" y\n", "syntax", "y", "a:", "put the whole value in quotes");
    row("a: 1\nkey\nb: 1\n", "syntax", "key", "", "no ':' after its key");
    row("a: - b\n", "syntax", "-", "", "on the next line");
    row("a: @x\n", "syntax", "@x", "", "cannot start with '@'");
    row("a: *.x\n", "syntax", ".x", "", "starts an alias");
    row("a: \"\\q\"\n", "syntax", "\\q", "", "'\\q' is no escape");
    row("a: \"\\ud83d\"\n", "syntax", "d83d\"", "", "half of a surrogate pair");
    row("a: !x!y z\n", "syntax", "!x!y", "", "%TAG");
    row("{a: 1} x\n", "syntax", "x", "", "has ended before this");
    row("%YAML 3.0\n--- a\n", "syntax", "%YAML", "", "1.1 and 1.2");
    row("a: \x01\n", "syntax", "\x01", "", "U+0001");
    row("a: \xFF\n", "syntax", "\xFF", "", "UTF-8");
    row("a:\n\tb: c\n", "tab", "\t", "", "spaces");
    row("\ta: 1\n", "tab", "\t", "", "spaces");
    row("a: |\n\tx\n", "tab", "\t", "", "spaces");
    row("a: 1\n\tb: 2\n", "tab", "\t", "", "spaces");
    row("a: 1\n---\nb: 2\n", "several-documents", "---", "", "one document in a file");
    row("a: 1\nb: 2\n'a': 3\n", "duplicate-key", "'a'", "a", "in line 1");
    row("<<: {a: 1}\n<<: {b: 1}\n", "duplicate-key", "<<", "<<", "with a list");
    row("a: *x\n", "unknown-alias", "*x", "", "No anchor &x");
    row("a: !!txt b\n", "unknown-tag", "b", "", "no tag '!!txt'");
    row("a: &a [*a]\n", "recursive-alias", "*a", "[", "never end");
    row("<<: 1\n", "bad-merge", "1", "", "mapping");
    row("<<: [{a: 1}, 2]\n", "bad-merge", "[{a: 1}, 2]", "", "mapping");
    row("<<:\n", "bad-merge", "<<", "", "mapping");
}

void TestDocument::problems()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, range);
    QFETCH(QByteArray, related);
    QFETCH(QByteArray, words);
    const auto document = parse(text);
    QCOMPARE(document->problems().size(), std::size_t(1));
    const auto &problem = document->problems().front();
    const auto slice = [&](Range part) {
        const auto bytes = document->text()->slice(part);
        return QByteArray(bytes.data(), qsizetype(bytes.size()));
    };
    QCOMPARE(problem.id, id.toStdString());
    QCOMPARE(slice(problem.range), range);
    QCOMPARE(slice(problem.related).left(related.isEmpty() ? -1 : related.size()), related);
    QVERIFY2(problem.message.find(words.toStdString()) != std::string::npos,
             problem.message.c_str());
    const bool isSyntax = id == "syntax" || id == "tab";
    QCOMPARE(document->isComplete(), !isSyntax);
}

void TestDocument::keepsWhatWasRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tree");
    const auto row = [](const char *name, const char *text, const char *tree) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(tree);
    };
    row("open bracket", "a: 1\nb: [2, 3\n",
        "map [a: 1$b: [2, 3]\n entry [a: 1]\n  scalar [a]\n  scalar [1]\n entry [b: [2, 3]\n"
        "  scalar [b]\n  list [[2, 3]\n    scalar [2]\n    scalar [3]\n");
    row("key alone", "a:\n  b: 1\n  c: @\n",
        "map [a:$  b: 1$  c]\n entry [a:$  b: 1$  c]\n  scalar [a]\n  map [b: 1$  c]\n"
        "   entry [b: 1]\n    scalar [b]\n    scalar [1]\n   entry [c]\n    scalar [c]\n"
        "    scalar []\n");
    row("nothing", "@", "");
    row("behind the fault", "a: 1\nb: @\nc: 2\n",
        "map [a: 1$b: @$c: 2]\n entry [a: 1]\n  scalar [a]\n  scalar [1]\n entry [c: 2]\n"
        "  scalar [c]\n  scalar [2]\n");
}

void TestDocument::findsSeveralFaults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("one") << QByteArray("a: @\nb: 1\n") << QByteArray("1");
    QTest::newRow("values") << QByteArray("a: @\nb: 1\nc: `x\nd: 2\n") << QByteArray("1 3");
    QTest::newRow("indentation") << QByteArray("a:\n  b: 1\n c: 2\nd: 3\ne: : :\nf: 1\n")
                                 << QByteArray("3 5");
    QTest::newRow("open quote") << QByteArray("a: 'x\nb: 1\nc: @\nd: 2\n") << QByteArray("1 3");
    QTest::newRow("open bracket") << QByteArray("a: [1, 2\nb: 1\nc: @\nd: 2\n")
                                  << QByteArray("2 3");
    QTest::newRow("block goes with its line")
        << QByteArray("a: x\n  b:\n    c: @\nd: 2\ne: @\n") << QByteArray("2 5");
    QTest::newRow("less is sound behind it")
        << QByteArray("x: {a: 1, b: 2, c: 3, d: 4} }\ny: {a: 1} }\n") << QByteArray("1 2");
    QTest::newRow("twice a key") << QByteArray("a: @\nb: 1\nb: 2\n") << QByteArray("1 3");
}

void TestDocument::findsSeveralFaults()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, lines);
    const auto document = parse(text);
    QVERIFY(!document->isComplete());
    QByteArrayList found;
    for (const auto &problem : document->problems())
        found += QByteArray::number(document->text()->position(problem.range.begin).line);
    QCOMPARE(found.join(' '), lines);
}

void TestDocument::keepsWhatWasRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tree);
    const auto document = parse(text);
    QVERIFY(!document->isComplete());
    QCOMPARE(QByteArray::fromStdString(dump(*document)), tree);
}

void TestDocument::types_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("type");
    const auto rows = [](const QByteArray &type, const QList<QByteArray> &texts) {
        for (const auto &text : texts)
            QTest::newRow(("'" + text + "'").constData()) << text << type;
    };
    rows("null", {"", "~", "null", "Null", "NULL", "!!null x~"});
    rows("bool true", {"true", "True", "TRUE", "!!bool \"true\""});
    rows("bool false", {"false", "False", "FALSE"});
    rows("int 10", {"10", "+10", "010", "0o12", "0xA", "!!int '10'"});
    rows("int -3", {"-3"});
    rows("number 1.5", {"1.5", "+1.5", "15e-1", "0.15E+1", "1.50"});
    rows("number 0.5", {".5"});
    rows("number 3", {"3.", "3.0"});
    rows("number 1e+30", {"1000000000000000000000000000000", "1e30"});
    rows("number inf", {".inf", "+.Inf", "1e999"});
    rows("number -inf", {"-.INF"});
    rows("number nan", {".nan"});
    rows("string", {"no",    "yes", "on",    "off",   "y",       "n",    "nil",        "'true'",
                    "\"1\"", "''",  "1.2.3", "1_000", "0b1",     "1:30", "2001-12-14", "0x",
                    "e3",    ".",   "1e",    "tRue",  "!!str 1", "! 1",  "|\n 1"});
}

void TestDocument::types()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, type);
    if (text == "!!null x~")
        text = "!!null '~'";
    const auto document = parse("a: " + text + "\n");
    const auto &node = *document->root()->find("a");
    std::string found = "string";
    if (node.isNull())
        found = "null";
    else if (const auto boolean = node.asBool())
        found = *boolean ? "bool true" : "bool false";
    else if (const auto integer = node.asInteger())
        found = "int " + std::to_string(*integer);
    else if (const auto number = node.asNumber())
        found = "number " + QByteArray::number(*number).toStdString();
    QCOMPARE(found, type.toStdString());
    QCOMPARE(node.isString(), type == "string");
    QCOMPARE(node.asString().has_value(), type == "string");
    QVERIFY(node.scalarText().has_value());
    QCOMPARE(node.asNumber().has_value(), type.startsWith("int") || type.startsWith("number"));
}

void TestDocument::merges()
{
    const auto document = parse("base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4, <<: *b}\n"
                                "a:\n  <<: [*o, *b]\n  z: own\nq:\n  '<<': *b\n");
    QVERIFY(document->problems().empty());
    const auto &a = *document->root()->find("a");
    QCOMPARE(*a.find("z")->asString(), std::string_view("own"));
    QCOMPARE(*a.find("y")->asInteger(), std::int64_t(3));
    QCOMPARE(*a.find("x")->asInteger(), std::int64_t(1));
    QVERIFY(!a.find("missing"));
    std::string keys;
    for (const auto &entry : a.mergedEntries())
        keys += entry.key->text() + "=" + entry.value->text() + " ";
    QCOMPARE(keys, std::string("z=own y=3 x=1 "));
    QVERIFY(!document->root()->find("q")->find("x")); // a quoted << is an ordinary key
    QCOMPARE(*document->find({"a", "x"})->asInteger(), std::int64_t(1));
}

void TestDocument::aliases()
{
    const auto document = parse("a: &x {k: [1]}\nb: *x\n&x c: *x\ne: &y f\n*y : d\n");
    QVERIFY(document->problems().empty());
    const auto &root = *document->root();
    const auto &b = *root.find("b");
    QCOMPARE(b.kind, Kind::Alias);
    QCOMPARE(&b.resolved(), root.find("a"));
    QVERIFY(b.isMapping());
    QCOMPARE(*document->find({"b", "k", "0"})->asInteger(), std::int64_t(1));
    QCOMPARE(*root.find("c")->asString(), std::string_view("c")); // the later &x counts
    QCOMPARE(root.entries[4].key->resolved().text(), std::string("f"));
}

void TestDocument::findsPaths()
{
    const auto document = parse("a:\n  - b: 1\n  - c/d: {'~': 2}\n");
    const std::vector<std::string> path{"a", "1", "c/d", "~"};
    const auto *node = document->find(path);
    QVERIFY(node);
    QCOMPARE(*node->asInteger(), std::int64_t(2));
    QCOMPARE(document->pathTo(*node), path);
    QCOMPARE(document->find({}), document->root());
    QVERIFY(document->pathTo(*document->root()).empty());
    const auto &key = *document->find({"a", "1"})->entries[0].key;
    QCOMPARE(document->pathTo(key), (std::vector<std::string>{"a", "1", "c/d"}));
    for (const auto *token : {"2", "01", "-1", "b", "", "1 "})
        QVERIFY(!document->find({"a", token}));
    QVERIFY(!document->find({"a", "0", "b", "x"}));
}

void TestDocument::findsNodes()
{
    const std::string text = "a: x\nbc:\n  - d\n  - e: f\n";
    const auto document = Document::parse(makeText(text));
    const auto at = [&](const char *word) {
        const auto *node = document->nodeAt(text.find(word));
        return node ? std::string(document->text()->slice(node->range)) : "nothing";
    };
    QCOMPARE(at("a"), std::string("a"));
    QCOMPARE(at("x"), std::string("x"));
    QCOMPARE(at("c"), std::string("bc"));
    QCOMPARE(at("d"), std::string("d"));
    QCOMPARE(at("f"), std::string("f"));
    QCOMPARE(at("- e"), std::string("- d\n  - e: f"));
    QCOMPARE(document->nodeAt(1), document->root());
    QVERIFY(!document->nodeAt(text.size()));
}

void TestDocument::surrogatePairs()
{
    const auto document = parse(R"({"a\ud83d\ude00": "x\uD83D\uDE00\\ud83dy", # é
 "b": '\ud83d\ude00', c: [\ud83d\ude00], "d": 1})");
    QVERIFY(document->problems().empty());
    const auto &root = *document->root();
    const auto slice = [&](const Node &node) { return document->text()->slice(node.range); };
    QCOMPARE(root.entries[0].key->text(), std::string("a\U0001F600"));
    QCOMPARE(root.entries[0].value->text(), std::string("x\U0001F600\\ud83dy"));
    QCOMPARE(slice(*root.entries[0].value), std::string_view(R"("x\uD83D\uDE00\\ud83dy")"));
    QCOMPARE(root.find("b")->value, std::string(R"(\ud83d\ude00)"));
    QCOMPARE(root.find("c")->items[0]->value, std::string(R"(\ud83d\ude00)"));
    QCOMPARE(slice(*root.find("c")), std::string_view(R"([\ud83d\ude00])"));
    QCOMPARE(slice(*root.find("d")), std::string_view("1"));
    QCOMPARE(document->comments().size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
