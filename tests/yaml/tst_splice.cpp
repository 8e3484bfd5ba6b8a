// SPDX-License-Identifier: Apache-2.0
// A document after an edit is the one that its text makes, whatever the edit is.
#include "meshwright/yaml/document.h"
#include "support/typist.h"

#include <QFile>
#include <QTest>

using namespace meshwright;
using namespace meshwright::yaml;
using namespace meshwright::test;

namespace {

std::string textOf(Range range)
{
    return std::to_string(range.begin) + "-" + std::to_string(range.end) + " ";
}

/// All that a node is, one line each.
void describe(const Node &node, const Node *parent, std::string &text)
{
    text += std::to_string(int(node.kind)) + std::to_string(int(node.style)) + " " +
            textOf(node.range) + std::string(node.tag()) + " " + std::string(node.anchor()) +
            (node.target ? " *" : " ") + (node.parent == parent ? "" : "lost ") + node.text() +
            "\n";
    for (std::size_t i = 0; node.byKey && i < node.entries.size(); ++i)
        text += std::to_string(node.byKey[i]) + ",";
    text += std::to_string(node.fingerprint) + (node.holdsLinks ? " linked\n" : "\n");
    for (const Entry &entry : node.entries) {
        text += "entry " + textOf(entry.range) + std::to_string(entry.keyMark) + "\n";
        describe(*entry.key, &node, text);
        describe(*entry.value, &node, text);
    }
    for (const Node *item : node.items)
        describe(*item, &node, text);
    text += ".\n";
}

std::string described(const Document &document)
{
    std::string text = document.isComplete() ? "complete\n" : "cut\n";
    if (document.root())
        describe(*document.root(), nullptr, text);
    for (const Problem &problem : document.problems())
        text += problem.id + " " + textOf(problem.range) + textOf(problem.related) +
                problem.message + "\n";
    for (const Comment &comment : document.comments())
        text += "# " + textOf(comment.range) + "\n";
    return text;
}

} // namespace

class TestSplice : public QObject
{
    Q_OBJECT

private slots:

    void anEditMakesWhatItsTextMakes()
    {
        constexpr qint64 longest = 20'000;
        constexpr int editsInARow = 6;
        Typist typist(20);
        int spliced = 0;
        int edits = 0;
        for (const QString &name : corpus(QStringLiteral(MESHWRIGHT_TEST_DATA))) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (file.size() > longest || file.size() == 0)
                continue;
            const std::string base = file.readAll().toStdString();
            for (int round = 0; round < 4; ++round) {
                std::string text = base;
                auto document = Document::parse(makeText(text));
                for (int i = 0; i < editsInARow && !text.empty(); ++i) {
                    const std::string before = text;
                    text = typist.edited(text);
                    const auto fresh = Document::parse(makeText(text));
                    document = Document::parseAfter(document, makeText(text));
                    ++edits;
                    spliced += document->readAnew().size() < text.size() ? 1 : 0;
                    if (described(*document) != described(*fresh))
                        QFAIL(qPrintable(name + ": before\n" + QString::fromStdString(before) +
                                         "\nafter\n" + QString::fromStdString(text)));
                    if (!document->isComplete()) { // as undone
                        text = before;
                        document = Document::parse(makeText(text));
                    }
                }
            }
        }
        qInfo("%d of %d edits were spliced", spliced, edits);
        QVERIFY2(spliced > edits / 20, "hardly an edit was");
    }

    void readsOneEntry_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("read"); ///< the lines that are read; empty: all
        QTest::newRow("a value") << QByteArray("one") << QByteArray("once")
                                 << QByteArray("    x: once\n");
        QTest::newRow("a key") << QByteArray("x: one") << QByteArray("xy: one")
                               << QByteArray("  b:\n    xy: one\n    y: two # note\n");
        QTest::newRow("the last") << QByteArray("three") << QByteArray("3") << QByteArray("  d: 3");
        QTest::newRow("a key of the root") << QByteArray("m:") << QByteArray("n:") << QByteArray();
        QTest::newRow("the next one's indentation")
            << QByteArray("  d:") << QByteArray("   d:") << QByteArray();
        QTest::newRow("an anchor") << QByteArray("one") << QByteArray("&a one") << QByteArray();
        QTest::newRow("a second document")
            << QByteArray("# note\n") << QByteArray("# note\n---\n") << QByteArray();
        QTest::newRow("a key twice")
            << QByteArray("y: two") << QByteArray("x: two") << QByteArray();
    }

    void readsOneEntry()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, read);
        const QByteArray text = "m:\n  b:\n    x: one\n    y: two # note\n  d: three";
        const auto before = Document::parse(makeText(text.toStdString()));
        const QByteArray next = QByteArray(text).replace(from, to);
        const auto document = Document::parseAfter(before, makeText(next.toStdString()));
        QCOMPARE(
            QByteArray::fromStdString(std::string(document->text()->slice(document->readAnew()))),
            read.isEmpty() ? next : read);
        QCOMPARE(described(*document), described(*Document::parse(makeText(next.toStdString()))));
    }
};

QTEST_APPLESS_MAIN(TestSplice)
#include "tst_splice.moc"
