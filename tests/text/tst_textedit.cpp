// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/textedit.h"

#include <QTest>

#include <random>

using namespace meshwright;
using Edits = std::vector<TextEdit>;
Q_DECLARE_METATYPE(Edits)

class TestTextEdit : public QObject
{
    Q_OBJECT

private slots:
    void apply_data();
    void apply();
    void refuses_data();
    void refuses();
    void inverseOfRandomEdits();
};

void TestTextEdit::apply_data()
{
    QTest::addColumn<Edits>("edits");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("none") << Edits{} << QByteArray("abcdef");
    QTest::newRow("insert") << Edits{{{2, 2}, "X"}} << QByteArray("abXcdef");
    QTest::newRow("insert at the end") << Edits{{{6, 6}, "X"}} << QByteArray("abcdefX");
    QTest::newRow("replace") << Edits{{{1, 3}, "X"}} << QByteArray("aXdef");
    QTest::newRow("remove") << Edits{{{0, 6}, ""}} << QByteArray("");
    QTest::newRow("touching") << Edits{{{0, 2}, "X"}, {{2, 3}, "YY"}} << QByteArray("XYYdef");
    QTest::newRow("two inserts") << Edits{{{1, 1}, "X"}, {{1, 1}, "Y"}} << QByteArray("aXYbcdef");
}

void TestTextEdit::apply()
{
    QFETCH(Edits, edits);
    QFETCH(QByteArray, result);
    const SourceText text("abcdef");
    const auto edited = applyEdits(text, edits);
    QVERIFY(edited);
    QCOMPARE((*edited)->bytes(), result.toStdString());
    const auto inverse = inverseEdits(text, edits);
    QVERIFY(inverse);
    QCOMPARE((*applyEdits(**edited, *inverse))->bytes(), text.bytes());
}

void TestTextEdit::refuses_data()
{
    QTest::addColumn<Edits>("edits");
    QTest::newRow("overlap") << Edits{{{0, 3}, ""}, {{2, 4}, ""}};
    QTest::newRow("unsorted") << Edits{{{3, 4}, ""}, {{0, 1}, ""}};
    QTest::newRow("beyond the end") << Edits{{{5, 7}, ""}};
    QTest::newRow("backwards") << Edits{{{3, 2}, ""}};
}

void TestTextEdit::refuses()
{
    QFETCH(Edits, edits);
    const SourceText text("abcdef");
    const auto edited = applyEdits(text, edits);
    QVERIFY(!edited);
    QCOMPARE(edited.error().code, Error::Code::Invalid);
    QVERIFY(!inverseEdits(text, edits));
}

void TestTextEdit::inverseOfRandomEdits()
{
    std::mt19937 random(1); // NOLINT: the same edits in every run
    for (int round = 0; round < 500; ++round) {
        const SourceText text(std::string(random() % 60, 'a') + "\u00FC");
        Edits edits;
        for (std::size_t at = random() % 10; at <= text.bytes().size();) {
            const auto end = std::min(text.bytes().size(), at + random() % 5);
            edits.push_back({{at, end}, std::string(random() % 4, 'b')});
            at = end + random() % 10;
            if (edits.size() > 20)
                break;
        }
        const auto edited = applyEdits(text, edits);
        QVERIFY(edited);
        const auto inverse = inverseEdits(text, edits);
        QVERIFY(inverse);
        QCOMPARE((*applyEdits(**edited, *inverse))->bytes(), text.bytes());
        QCOMPARE(*inverseEdits(**edited, *inverse), edits);
    }
}

QTEST_APPLESS_MAIN(TestTextEdit)
#include "tst_textedit.moc"
