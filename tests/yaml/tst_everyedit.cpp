// SPDX-License-Identifier: Apache-2.0
// Edits of every value of documents of all kinds: the tree has what was asked for, and nothing else
// is another one.
#include "meshwright/yaml/edit.h"
#include "yaml/tree.h"

#include <QTest>

#include <functional>

using namespace meshwright;
using namespace meshwright::yaml;

namespace {

/// The whole text after the edit, or the error's message.
std::string after(const Document &document, const Result<TextEdit> &edit)
{
    if (!edit)
        return "error: " + edit.error().message;
    return (*applyEdits(*document.text(), {*edit}))->bytes();
}

void visit(const Node &node, const std::function<void(const Node &)> &visitor)
{
    visitor(node);
    for (const auto &entry : node.entries) {
        visit(*entry.key, visitor);
        visit(*entry.value, visitor);
    }
    for (const auto *item : node.items)
        visit(*item, visitor);
}

/// The tree's part that belongs to a node, found by walking both.
Tree *partOf(Tree &tree, const Node &root, const Node &wanted)
{
    if (&root == &wanted)
        return &tree;
    for (std::size_t i = 0; i < root.entries.size(); ++i) {
        if (auto *key = partOf(tree.entries[i].first, *root.entries[i].key, wanted))
            return key;
        if (auto *value = partOf(tree.entries[i].second, *root.entries[i].value, wanted))
            return value;
    }
    for (std::size_t i = 0; i < root.items.size(); ++i) {
        if (auto *item = partOf(tree.items[i], *root.items[i], wanted))
            return item;
    }
    return nullptr;
}

const std::vector<std::string> documents = {
    "a: 1\nb:\n  c: x # note\n  d: [1, 2]\n  e: {f: 'g', h: \"i\"}\n# between\nj: |\n  "
    "text\n\nk:\n",
    "a: 1\r\nb:\r\n  c: x # note\r\n  d:\r\n  - 1\r\n  - e: f\r\n    g: h\r\nlast: >-\r\n  folded",
    "- a\n- b: c\n  d: e\n-\n- - x\n  - y\n- {}\n- []\n- \"q\" # r\n",
    "{\"a\": 1, \"b\": {\"c\": [true, null, \"x\"]}, \"d\": {}}\n",
    "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    {\"y\": 2}\n  ],\n  \"c\": {\n    \"d\": null\n  "
    "}\n}\n",
    "\uFEFF\u00FC: \u20AC # \U0001F600\nchannels:\n    a.b:\n        publish:\n        x: &n {y: "
    "z}\n"
    "    c: *n\n    d: &m\n        <<: *n\n",
    "a: x # c\nb: 'it''s'",
    "a:\n  - |+\n    kept\n\n  - last\nb: !t &x 1\n? c\n: d\n",
    "[a, {b: c}, d: e, ]\n",
};

} // namespace

class TestEveryEdit : public QObject
{
    Q_OBJECT

private slots:
    void everyScalarOfEveryDocument();
    void everyMappingOfEveryDocument();
    void everyValueOfEveryDocument();
    void everySequenceOfEveryDocument();
    void everyEntryOfEveryDocument();
};

void TestEveryEdit::everyScalarOfEveryDocument()
{
    for (const auto &text : documents) {
        const auto document = Document::parse(makeText(text));
        const auto before = treeOf(*document->root());
        visit(*document->root(), [&](const Node &node) {
            if (node.kind != Kind::Scalar || node.value == "<<" || !node.tag().empty())
                return;
            for (const auto *value : {"new", "no", "a: b", "two\nlines\n", "x, y", "\u00FC #"}) {
                const auto edit = replaceScalar(*document, node, value);
                QVERIFY(edit);
                QCOMPARE(edit->range, node.range);
                auto wanted = before;
                *partOf(wanted, *document->root(), node) =
                    Tree{Kind::Scalar, "s" + std::string(value), {}, {}};
                const auto edited = after(*document, edit);
                QVERIFY2(treeOf(edited) == wanted, edited.c_str());
            }
        });
    }
}

void TestEveryEdit::everyMappingOfEveryDocument()
{
    for (const auto &text : documents) {
        const auto document = Document::parse(makeText(text));
        const auto before = treeOf(*document->root());
        visit(*document->root(), [&](const Node &node) {
            const bool isMapping = node.kind == Kind::Mapping;
            if (!isMapping && (!node.isNull() || node.kind == Kind::Alias))
                return;
            for (const auto *value : {"1", "x: 1\ny:\n  - 2\n", "- a\n- b: c\n  d: e",
                                      "|\n  text\n  more\n", "[a, b]"}) {
                auto wanted = before;
                auto *part = partOf(wanted, *document->root(), node);
                if (!isMapping)
                    *part = Tree{Kind::Mapping, {}, {}, {}};
                part->entries.emplace_back(treeOf("added"), treeOf(value));
                const auto edited = after(*document, setEntry(*document, node, "added", value));
                QVERIFY2(treeOf(edited) == wanted, edited.c_str());
                const auto again = Document::parse(makeText(edited));
                QCOMPARE(again->comments().size(), document->comments().size());
            }
        });
    }
}

void TestEveryEdit::everyValueOfEveryDocument()
{
    for (const auto &text : documents) {
        const auto document = Document::parse(makeText(text));
        const auto before = treeOf(*document->root());
        visit(*document->root(), [&](const Node &node) {
            for (const auto &entry : node.entries) {
                const auto &old = *entry.value;
                if (!entry.key->isScalar() || !old.tag().empty() || entry.key->value == "<<" ||
                    text.find("*n") != std::string::npos)
                    continue;
                for (const auto *value : {"1", "x: 1\ny:\n  - 2\n", "|\n  text\n  more\n", "{}"}) {
                    auto wanted = before;
                    *partOf(wanted, *document->root(), old) = treeOf(value);
                    const auto edit = setEntry(*document, node, entry.key->value, value);
                    const auto edited = after(*document, edit);
                    QVERIFY2(treeOf(edited) == wanted, edited.c_str());
                }
            }
        });
    }
}

void TestEveryEdit::everySequenceOfEveryDocument()
{
    for (const auto &text : documents) {
        const auto document = Document::parse(makeText(text));
        const auto before = treeOf(*document->root());
        visit(*document->root(), [&](const Node &node) {
            if (node.kind != Kind::Sequence)
                return;
            for (const auto *value :
                 {"1", "x: 1\ny:\n  - 2\n", "- a\n- b", "|\n  text\n  more\n", "[a, b]"}) {
                auto wanted = before;
                partOf(wanted, *document->root(), node)->items.push_back(treeOf(value));
                const auto edited = after(*document, appendItem(*document, node, value));
                QVERIFY2(treeOf(edited) == wanted, edited.c_str());
            }
        });
    }
}

void TestEveryEdit::everyEntryOfEveryDocument()
{
    for (const auto &text : documents) {
        if (text.find("*n") != std::string::npos)
            continue; // removing an anchor breaks its aliases
        const auto document = Document::parse(makeText(text));
        const auto before = treeOf(*document->root());
        visit(*document->root(), [&](const Node &node) {
            for (std::size_t i = 0; i < node.entries.size(); ++i) {
                auto wanted = before;
                auto &entries = partOf(wanted, *document->root(), node)->entries;
                entries.erase(entries.begin() + std::ptrdiff_t(i));
                const auto edited = after(*document, removeEntry(*document, node, node.entries[i]));
                QVERIFY2(treeOf(edited) == wanted, edited.c_str());
            }
        });
    }
}

QTEST_APPLESS_MAIN(TestEveryEdit)
#include "tst_everyedit.moc"
