// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/sourcetext.h"

#include <QTest>

using namespace meshwright;

class TestSourceText : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void positions_data();
    void positions();
    void roundTrips();
    void clamps();
};

void TestSourceText::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("lines");
    const auto row = [](const char *name, const QByteArray &bytes, QList<QByteArray> lines) {
        QTest::newRow(name) << bytes << std::move(lines);
    };
    row("empty", "", {""});
    row("no line end", "a", {"a"});
    row("LF", "a\nb\n", {"a", "b", ""});
    row("CRLF", "a\r\nb\r\n", {"a", "b", ""});
    row("CR", "a\rb", {"a", "b"});
    row("mixed", "a\r\n\rb\n\nc", {"a", "", "b", "", "c"});
    row("CR at the end", "a\r", {"a", ""});
}

void TestSourceText::lines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QByteArray>, lines);
    const SourceText text(bytes.toStdString());
    QCOMPARE(text.bytes(), bytes.toStdString());
    QCOMPARE(text.lineCount(), std::size_t(lines.size()));
    for (int i = 0; i < lines.size(); ++i)
        QCOMPARE(std::string(text.slice(text.lineRange(std::uint32_t(i + 1)))),
                 lines[i].toStdString());
}

void TestSourceText::positions_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset");
    QTest::addColumn<Position>("position");
    QTest::addColumn<Utf16Position>("utf16");
    const auto row = [](const char *name, const char *bytes, int offset, Position position,
                        Utf16Position utf16) {
        QTest::newRow(name) << QByteArray(bytes) << offset << position << utf16;
    };
    row("start", "ab", 0, {1, 1}, {0, 0});
    row("end", "ab", 2, {1, 3}, {0, 2});
    row("second line", "ab\ncd", 4, {2, 2}, {1, 1});
    row("behind two bytes", "\u00FCx", 2, {1, 2}, {0, 1});
    row("behind three bytes", "\u20ACx", 3, {1, 2}, {0, 1});
    row("behind four bytes", "\U0001F600x", 4, {1, 2}, {0, 2});
    row("third line with all", "a\n\n\u00FC\u20AC\U0001F600x", 12, {3, 4}, {2, 4});
    row("byte order mark has no column", "\uFEFFx", 4, {1, 2}, {0, 1});
    row("before the byte order mark", "\uFEFFx", 0, {1, 1}, {0, 0});
    row("second line of CRLF", "a\r\nb", 3, {2, 1}, {1, 0});
}

void TestSourceText::positions()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    QFETCH(Position, position);
    QFETCH(Utf16Position, utf16);
    const SourceText text(bytes.toStdString());
    const auto at = std::size_t(offset);
    QCOMPARE(text.position(at).line, position.line);
    QCOMPARE(text.position(at).column, position.column);
    QCOMPARE(text.utf16Position(at).line, utf16.line);
    QCOMPARE(text.utf16Position(at).column, utf16.column);
}

void TestSourceText::roundTrips()
{
    const SourceText text("\uFEFF\u00FCa: \U0001F600\r\n\r\n\u20AC\nend");
    for (std::size_t i = 3; i <= text.bytes().size(); ++i) {
        const auto byte = i < text.bytes().size() ? text.bytes()[i] : 'x';
        const bool isInside = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
        const bool isLineEnd = byte == '\n' && text.bytes()[i - 1] == '\r';
        if (isInside || isLineEnd)
            continue;
        QCOMPARE(text.offset(text.position(i)), i);
        QCOMPARE(text.offset(text.utf16Position(i)), i);
    }
}

void TestSourceText::clamps()
{
    const SourceText text("ab\nc");
    QCOMPARE(text.offset(Position{1, 99}), std::size_t(2));
    QCOMPARE(text.offset(Position{9, 1}), std::size_t(4));
    QCOMPARE(text.offset(Position{0, 0}), std::size_t(0));
    QCOMPARE(text.offset(Utf16Position{0, 99}), std::size_t(2));
    QCOMPARE(text.offset(Utf16Position{9, 0}), std::size_t(4));
    QCOMPARE(text.position(99).column, 2U);
    QCOMPARE(text.lineRange(99), (Range{3, 4}));
    QCOMPARE(text.slice({2, 99}), std::string_view("\nc"));
    QCOMPARE(text.slice({99, 120}), std::string_view());
    // The middle of a character belongs to its start.
    QCOMPARE(SourceText("\u20AC").position(1).column, 1U);
    QCOMPARE(SourceText("\U0001F600").offset(Utf16Position{0, 1}), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestSourceText)
#include "tst_sourcetext.moc"
