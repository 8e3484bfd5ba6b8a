// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/scalarplace.h"

#include "meshwright/yaml/document.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::yaml;

class TestScalarPlace : public QObject
{
    Q_OBJECT

private slots:

    void plain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << "a: some text # comment\n";
        QTest::newRow("single quotes") << "a: 'it''s ''so'''\n";
        QTest::newRow("double quotes") << "a: \"some \\\"text\\\" with \\\\ and ä\"\n";
        QTest::newRow("literal") << "a: |\n  one\n    two\n\n  three\nb: 1\n";
        QTest::newRow("literal with an indicator") << "a: |2- # comment\n    one\n   two\n";
        QTest::newRow("literal that is kept") << "a: |+\n  one\n\n\nb: 1\n";
        QTest::newRow("literal, blank first") << "a: |\n\n  one\n";
        QTest::newRow("literal in a list") << "- a:\n  - |\n   one\n   two\n";
        QTest::newRow("CRLF") << "a: |\r\n  one\r\n    two\r\n\r\n  three\r\nb: 1\r\n";
        QTest::newRow("at the end") << "a: |\n  one\n  two";
    }

    /// Each byte of the value is the one at its place in the text.
    void plain()
    {
        QFETCH(QString, text);
        const auto document = Document::parse(makeText(text.toStdString()));
        const auto *node = document->root();
        while (!node->isScalar())
            node = node->isMapping() ? node->entries.front().value : node->items.front();
        const auto &bytes = document->text()->bytes();
        for (std::size_t i = 0; i < node->value.size(); ++i) {
            const auto place = placeInText(*document->text(), *node, i);
            QVERIFY2(place, std::to_string(i).c_str());
            auto written = bytes[*place];
            if (written == '\\' && node->style == Style::DoubleQuoted)
                written = bytes[*place + 1];
            if (node->value[i] == '\n')
                QVERIFY(*place == bytes.size() || written == '\n' || written == '\r');
            else
                QCOMPARE(written, node->value[i]);
        }
        QVERIFY(placeInText(*document->text(), *node, node->value.size()));
        QVERIFY(!placeInText(*document->text(), *node, node->value.size() + 1));
    }

    void escapes()
    {
        const auto document = Document::parse(makeText(R"("a\n\u00e4\ud83d\ude00\x41b")"));
        const auto place = [&](std::size_t i) {
            return *placeInText(*document->text(), *document->root(), i);
        };
        QCOMPARE(document->root()->value, std::string("a\nä😀Ab"));
        QCOMPARE(place(0), std::size_t(1));
        QCOMPARE(place(1), std::size_t(2));
        QCOMPARE(place(2), std::size_t(4));
        QCOMPARE(place(3), std::size_t(4)); // inside ä
        QCOMPARE(place(4), std::size_t(10));
        QCOMPARE(place(8), std::size_t(22));
        QCOMPARE(place(9), std::size_t(26));
    }

    void folded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("known"); // so many bytes have a place
        QTest::newRow("folded") << "a: >\n  one\n  two\n" << 0;
        QTest::newRow("plain over lines") << "a: one\n  two\n" << 4;
        QTest::newRow("quotes over lines") << "a: 'one\n  two'\n" << 4;
    }

    void folded()
    {
        QFETCH(QString, text);
        QFETCH(int, known);
        const auto document = Document::parse(makeText(text.toStdString()));
        const auto &scalar = *document->root()->entries.front().value;
        for (std::size_t i = 0; i < scalar.value.size(); ++i)
            QCOMPARE(placeInText(*document->text(), scalar, i).has_value(), int(i) < known);
    }
};

QTEST_APPLESS_MAIN(TestScalarPlace)
#include "tst_scalarplace.moc"
