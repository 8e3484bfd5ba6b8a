// SPDX-License-Identifier: Apache-2.0
// What must hold for every document, tried on all that the tests and the samples have.
#include "meshwright/text/textfile.h"
#include "meshwright/yaml/document.h"

#include <QDirIterator>
#include <QTest>

using namespace meshwright;
using namespace meshwright::yaml;

namespace {

class Checker
{
public:
    explicit Checker(const Document &document)
        : m_document(document)
    {}

    /// The first fault found, or empty.
    std::string check()
    {
        if (const auto *root = m_document.root())
            checkNode(*root);
        for (const auto &comment : m_document.comments()) {
            const auto slice = m_document.text()->slice(comment.range);
            expect(slice.starts_with('#') && slice.find('\n') == std::string_view::npos,
                   "a comment's range", comment.range);
        }
        return m_fault;
    }

private:
    void expect(bool condition, const char *what, Range range)
    {
        if (condition || !m_fault.empty())
            return;
        const auto position = m_document.text()->position(range.begin);
        m_fault = std::string(what) + " at " + std::to_string(position.line) + ":" +
                  std::to_string(position.column);
    }

    void expectWithin(Range inner, Range outer)
    {
        expect(outer.begin <= inner.begin && inner.end <= outer.end, "a child outside its parent",
               inner);
    }

    void checkNode(const Node &node)
    {
        const auto slice = m_document.text()->slice(node.range);
        expect(slice.size() == node.range.size(), "a range outside the text", node.range);
        if (node.kind == Kind::Scalar)
            checkScalar(node, slice);
        if (node.kind == Kind::Alias)
            expect(slice == "*" + node.text(), "an alias's range", node.range);
        if (!slice.empty())
            expect(m_document.nodeAt(node.range.begin) != nullptr, "no node found", node.range);
        auto last = node.range.begin;
        for (const auto &entry : node.entries) {
            expect(last <= entry.range.begin, "entries out of order", entry.range);
            expectWithin(entry.range, node.range);
            expectWithin(entry.key->range, entry.range);
            expectWithin(entry.value->range, entry.range);
            expect(entry.key->range.end <= entry.value->range.begin, "a value before its key",
                   entry.range);
            expect(entry.key->parent == &node && entry.value->parent == &node, "a wrong parent",
                   entry.range);
            last = entry.range.end;
            checkNode(*entry.key);
            checkNode(*entry.value);
        }
        for (const auto *item : node.items) {
            expect(last <= item->range.begin, "items out of order", item->range);
            expectWithin(item->range, node.range);
            expect(item->parent == &node, "a wrong parent", item->range);
            last = item->range.end;
            checkNode(*item);
        }
    }

    void checkScalar(const Node &node, std::string_view slice)
    {
        const bool isOneLine = slice.find_first_of("\r\n") == std::string_view::npos;
        if (node.style == Style::Plain && isOneLine)
            expect(slice == node.value, "a plain scalar's range", node.range);
        if (node.style == Style::DoubleQuoted)
            expect(slice.starts_with('"') && slice.ends_with('"'), "double quotes", node.range);
        if (node.style == Style::SingleQuoted)
            expect(slice.starts_with('\'') && slice.ends_with('\''), "single quotes", node.range);
        if (node.style == Style::Literal)
            expect(slice.starts_with('|'), "a literal's indicator", node.range);
        if (node.style == Style::Folded)
            expect(slice.starts_with('>'), "a folded scalar's indicator", node.range);
    }

    const Document &m_document;
    std::string m_fault;
};

} // namespace

class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    void invariants();
};

void TestCorpus::invariants()
{
    int documents = 0;
    // MESHWRIGHT_CORPUS: a folder with more documents to try.
    const QStringList folders{QStringLiteral(MESHWRIGHT_TEST_DATA),
                              QStringLiteral(MESHWRIGHT_SAMPLES),
                              qEnvironmentVariable("MESHWRIGHT_CORPUS")};
    for (const auto &folder : folders) {
        if (folder.isEmpty())
            continue;
        QDirIterator files(folder, {"*.yaml", "*.yml", "*.json"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto path = files.next().toStdString();
            const auto file = readTextFile(path);
            if (!file)
                continue; // a file made to be refused
            const auto document = Document::parse(file->text);
            const auto fault = Checker(*document).check();
            QVERIFY2(fault.empty(), (path + ": " + fault).c_str());
            // Half a document is what an editor shows most of the time.
            const auto &bytes = file->text->bytes();
            const auto half = Document::parse(makeText(bytes.substr(0, bytes.size() / 2)));
            const auto halfFault = Checker(*half).check();
            QVERIFY2(halfFault.empty(), (path + ", first half: " + halfFault).c_str());
            ++documents;
        }
    }
    QVERIFY(documents >= 12);
    qInfo("%d documents", documents);
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
