// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/linediff.h"

#include <QTest>

#include <random>

using namespace meshwright;

namespace {

std::vector<std::string> split(const std::string &text)
{
    std::vector<std::string> lines;
    std::string line;
    for (const char c : text) {
        line += c;
        if (c == '\n')
            lines.push_back(std::exchange(line, {}));
    }
    if (!line.empty())
        lines.push_back(line);
    return lines;
}

/// The new text, built from the old one and the changes alone.
std::string patched(const std::string &before, const std::string &after)
{
    const auto old = split(before);
    const auto now = split(after);
    std::string result;
    std::size_t at = 0;
    for (const LineChange &change : changedLines(before, after)) {
        for (; at < change.oldBegin; ++at)
            result += old[at];
        for (std::size_t i = change.newBegin; i < change.newEnd; ++i)
            result += now[i];
        at = change.oldEnd;
    }
    for (; at < old.size(); ++at)
        result += old[at];
    return result;
}

std::string shown(const std::vector<DiffRow> &rows)
{
    std::string text;
    for (const DiffRow &row : rows) {
        const char signs[] = {'~', ' ', '-', '+'};
        text += signs[static_cast<int>(row.kind)];
        text += row.text + "\n";
    }
    return text;
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT

private slots:

    void findsTheFewestLines_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("added");
        QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << 0 << 0;
        QTest::newRow("both empty") << QByteArray() << QByteArray() << 0 << 0;
        QTest::newRow("from nothing") << QByteArray() << QByteArray("a\nb\n") << 0 << 2;
        QTest::newRow("to nothing") << QByteArray("a\nb") << QByteArray() << 2 << 0;
        QTest::newRow("one line") << QByteArray("a\nb\nc\n") << QByteArray("a\nx\nc\n") << 1 << 1;
        QTest::newRow("moved") << QByteArray("a\nb\nc\nd\n") << QByteArray("b\nc\nd\na\n") << 1
                               << 1;
        QTest::newRow("the paper's")
            << QByteArray("a\nb\nc\na\nb\nb\na\n") << QByteArray("c\nb\na\nb\na\nc\n") << 3 << 2;
        QTest::newRow("last line end") << QByteArray("a\nb") << QByteArray("a\nb\n") << 1 << 1;
        QTest::newRow("line ends") << QByteArray("a\r\nb\n") << QByteArray("a\nb\n") << 1 << 1;
        QTest::newRow("a lone CR") << QByteArray("a\rb\rc") << QByteArray("a\rx\rc") << 1 << 1;
    }

    void findsTheFewestLines()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, removed);
        QFETCH(int, added);
        int gone = 0;
        int come = 0;
        for (const LineChange &c : changedLines(before.toStdString(), after.toStdString())) {
            gone += int(c.oldEnd - c.oldBegin);
            come += int(c.newEnd - c.newBegin);
        }
        QCOMPARE(gone, removed);
        QCOMPARE(come, added);
    }

    void changesMakeTheNewText()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 400; ++round) {
            const auto text = [&] {
                std::string lines;
                for (auto count = random() % 30; count > 0; --count)
                    lines += std::string(1, char('a' + random() % 5)) + "\n";
                return lines;
            };
            const std::string before = text();
            const std::string after = text();
            QCOMPARE(patched(before, after), after);
        }
    }

    void manyDifferencesAreOneChange()
    {
        std::string before = "head\n";
        std::string after = "head\n";
        for (int i = 0; i < 5000; ++i) {
            before += "old " + std::to_string(i) + "\n";
            after += "new " + std::to_string(i) + "\n";
        }
        const auto changes = changedLines(before + "tail\n", after + "tail\n");
        QCOMPARE(changes, (std::vector<LineChange>{{1, 5001, 1, 5001}}));
    }

    void rowsShowWhatIsAround()
    {
        const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        const std::string after = "1\n2\n3\nfour\n5\n6\n7\n8\nnine\n";
        QCOMPARE(shown(diffRows(before, after, 1)),
                 std::string("~\n 3\n-4\n+four\n 5\n~\n 8\n-9\n+nine\n"));
        QCOMPARE(shown(diffRows(before, after, 9)),
                 std::string(" 1\n 2\n 3\n-4\n+four\n 5\n 6\n 7\n 8\n-9\n+nine\n"));
        QVERIFY(diffRows(before, before).empty());
        const auto rows = diffRows("a\nb\n", "a\nx\ny\n", 1);
        QCOMPARE(rows.back(), (DiffRow{DiffRow::Kind::Added, 0, 3, "y"}));
        QCOMPARE(rows.front(), (DiffRow{DiffRow::Kind::Same, 1, 1, "a"}));
    }
};

QTEST_APPLESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
