// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/document.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::yaml;

namespace {

std::string repeated(std::string_view text, std::size_t count)
{
    std::string result;
    for (std::size_t i = 0; i < count; ++i)
        result += text;
    return result;
}

std::string blockNesting(std::size_t depth)
{
    std::string text;
    for (std::size_t i = 0; i < depth; ++i)
        text += std::string(i, ' ') + "a:\n";
    return text;
}

std::string bomb(int levels)
{
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < levels; ++i) {
        const auto alias = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias;
        text += repeated(", " + alias, 9) + "]\n";
    }
    return text;
}

std::string chain(int length)
{
    std::string text = "a0: &a0 {x: 1}\n";
    for (int i = 1; i < length; ++i)
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " {<<: *a" +
                std::to_string(i - 1) + "}\n";
    return text;
}

/// Nodes on the longest way down, through aliases too; it ends only because the limits hold.
std::size_t depthOf(const Node &node)
{
    std::size_t depth = 0;
    for (const auto &entry : node.resolved().entries)
        depth = std::max(depth, depthOf(*entry.value));
    for (const auto *item : node.resolved().items)
        depth = std::max(depth, depthOf(*item));
    return depth + 1;
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void allowsDepth();
    void countsAliases();
    void manyAnchors();
    void manyKeys();
    void recursionEnds();
    void sizeOfTheText();
};

void TestLimits::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char *name, const std::string &text, const char *id) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(id);
    };
    row("flow sequences", repeated("[", 10000), "too-deep");
    row("closed flow sequences", repeated("[", 10000) + repeated("]", 10000), "too-deep");
    row("flow mappings", repeated("{a: ", 10000), "too-deep");
    row("JSON", repeated("{\"a\":[", 10000), "too-deep");
    row("flow in lines", repeated("[\n", 10000), "too-deep");
    row("block mappings", blockNesting(10000), "too-deep");
    row("block sequences", repeated("- ", 10000), "too-deep");
    row("explicit keys", repeated("? ", 10000), "too-deep");
    row("depth through aliases", chain(1000), "too-deep");
    row("alias bomb", bomb(10), "too-many-aliases");
}

void TestLimits::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, id);
    const auto document = Document::parse(makeText(text.toStdString()));
    QCOMPARE(document->problems().size(), std::size_t(1));
    const auto &problem = document->problems().front();
    QCOMPARE(problem.id, id.toStdString());
    QVERIFY(problem.isError);
    QVERIFY(!problem.range.isEmpty());
    QVERIFY(!document->isComplete());
    QVERIFY(document->root());
    QVERIFY(depthOf(*document->root()) <= Limits().depth + 1);
    QVERIFY(!document->root()->find("missing"));
}

void TestLimits::allowsDepth()
{
    const auto fits = Document::parse(makeText(repeated("[", 200) + repeated("]", 200)));
    QVERIFY(fits->problems().empty());
    QCOMPARE(depthOf(*fits->root()), std::size_t(200));
    const auto one = Document::parse(makeText(repeated("[", 201) + repeated("]", 201)));
    QCOMPARE(one->problems().size(), std::size_t(1));
    Limits limits;
    limits.depth = 3;
    QVERIFY(Document::parse(makeText("a: [{b: c}]"), limits)->problems().empty());
    QVERIFY(!Document::parse(makeText("a: [{b: [c]}]"), limits)->problems().empty());
}

void TestLimits::countsAliases()
{
    Limits limits;
    limits.expandedNodes = 21; // a mapping, 3 keys, a list of 4; twice an alias and the list again
    const std::string text = "a: &a [1, 2, 3, 4]\nb: *a\nc: *a\n";
    QVERIFY(Document::parse(makeText(text), limits)->problems().empty());
    limits.expandedNodes = 20;
    QVERIFY(!Document::parse(makeText(text), limits)->problems().empty());
    limits.expandedNodes = 19;
    const auto large = Document::parse(makeText("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, "
                                                "15, 16, 17, 18, 19]"),
                                       limits);
    QCOMPARE(large->problems().at(0).id, std::string("too-large"));
}

void TestLimits::manyAnchors()
{
    std::string text;
    for (int i = 0; i < 100000; ++i)
        text += "- &a" + std::to_string(i) + " x" + std::to_string(i) + "\n";
    text += "- *a0\n- *a99999\n";
    const auto document = Document::parse(makeText(text));
    QVERIFY(document->problems().empty());
    const auto &items = document->root()->items;
    QCOMPARE(items.size(), std::size_t(100002));
    QCOMPARE(*items[100000]->asString(), std::string_view("x0"));
    QCOMPARE(*items[100001]->asString(), std::string_view("x99999"));

    Limits limits;
    limits.anchors = 3;
    const std::string three = "- &a 1\n- &b 2\n- &c 3\n- *a\n- *a\n";
    QVERIFY(Document::parse(makeText(three), limits)->problems().empty());
    const auto cut = Document::parse(makeText(three + "- &d 4\n- &e 5\n"), limits);
    QCOMPARE(cut->problems().size(), std::size_t(1));
    QCOMPARE(cut->problems()[0].id, std::string("too-many-aliases"));
    QCOMPARE(cut->text()->position(cut->problems()[0].range.begin).line, std::uint32_t(6));
    QVERIFY(!cut->isComplete());
}

void TestLimits::manyKeys()
{
    std::string text;
    for (int i = 0; i < 50000; ++i)
        text += "key" + std::to_string(i) + ": " + std::to_string(i) + "\n";
    text += "key7: again\nkey7: and again\n";
    const auto document = Document::parse(makeText(text));
    const auto &root = *document->root();
    for (int i = 0; i < 50000; ++i)
        QCOMPARE(*root.find("key" + std::to_string(i))->asInteger(), std::int64_t(i));
    QVERIFY(!root.find("key50000"));
    QCOMPARE(document->problems().size(), std::size_t(2));
    for (const auto &problem : document->problems()) {
        QCOMPARE(problem.id, std::string("duplicate-key"));
        QCOMPARE(problem.related, root.entries[7].key->range);
    }
    QCOMPARE(document->problems()[0].range, root.entries[50000].key->range);
}

void TestLimits::recursionEnds()
{
    const auto document = Document::parse(makeText("a: &a\n  b: *a\n  <<: *a\n  c: &c [*c]\n"));
    QCOMPARE(document->problems().size(), std::size_t(3));
    for (const auto &problem : document->problems())
        QCOMPARE(problem.id, std::string("recursive-alias"));
    QVERIFY(!document->find({"a", "b", "b", "b"}));
    QVERIFY(!document->find({"a", "missing"}));
    QCOMPARE(document->find({"a"})->mergedEntries().size(), std::size_t(2));
}

void TestLimits::sizeOfTheText()
{
    Limits limits;
    limits.bytes = 1024;
    const auto document = Document::parse(makeText(std::string(1025, ' ')), limits);
    QVERIFY(!document->root());
    QCOMPARE(document->problems().size(), std::size_t(1));
    QCOMPARE(document->problems()[0].id, std::string("too-large"));
    QVERIFY(document->problems()[0].message.find("1 KB") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
