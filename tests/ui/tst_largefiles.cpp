// SPDX-License-Identifier: Apache-2.0
// Texts that are too large to edit open plainly and for reading, and never hold up the window.
#include "ui/sessionfixture.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/documentsync.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/excerpt.h"
#include "ui/session/places.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTextLayout>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

const std::string head = "asyncapi: '2.5.0'\nid: 'urn:acme.big'\ninfo: {title: Big, version: '1'}\n"
                         "channels: {_pubic.sale: {publish: {message: {payload: {}}}}}\n";

std::string repeated(const std::string &line, std::size_t bytes)
{
    std::string text = head;
    while (text.size() < bytes)
        text += line;
    return text;
}

std::string longLine(std::size_t length)
{
    return head + "x-long: " + std::string(length - 8, 'a') + "\n";
}

bool isColoured(const CodeEditor &editor)
{
    for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next())
        if (!block.layout()->formats().isEmpty())
            return true;
    return false;
}

bool hasSquiggles(const CodeEditor &editor)
{
    for (const auto &mark : editor.extraSelections())
        if (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline)
            return true;
    return false;
}

int longestBlock(const CodeEditor &editor)
{
    int longest = 0;
    for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next())
        longest = std::max(longest, block.length());
    return longest;
}

} // namespace

class TestLargeFiles : public QObject
{
    Q_OBJECT

private slots:

    void aLargeTextIsReadPlainly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("many lines") << QByteArray::fromStdString(
            repeated("# a line of this spec\n", excerpt::mostBytes + 1));
        QTest::newRow("one long line") << QByteArray::fromStdString(longLine(10'000'000));
        QTest::newRow("just too long")
            << QByteArray::fromStdString(longLine(excerpt::longestLine + 1));
        QTest::newRow("a line of many characters of two bytes") << [] {
            std::string line;
            for (int i = 0; i < 20'000; ++i)
                line += "\xC3\xA4";
            return QByteArray::fromStdString(head + "# " + line + "\r\n# end\r\n");
        }();
    }

    void aLargeTextIsReadPlainly()
    {
        QFETCH(QByteArray, text);
        const std::string bytes = text.toStdString();
        SessionFixture f(Texts{{"big.yaml", bytes}});
        QVERIFY(f.open());
        EditorPage page(f.session, "big.yaml");
        page.resize(800, 600);
        page.show();
        CodeEditor &editor = *page.editor();
        QVERIFY(editor.isExcerpt());
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("excerptText"))->isVisible());
        QVERIFY(editor.isReadOnly());
        QVERIFY(editor.document()->characterCount() <=
                int(excerpt::shownBytes + excerpt::shownOfLine + 8));
        QVERIFY(longestBlock(editor) <= int(excerpt::shownOfLine + 8));
        QVERIFY(editor.toPlainText().startsWith(QLatin1String("asyncapi: '2.5.0'\nid:")));
        QVERIFY(!editor.toPlainText().contains(QChar::ReplacementCharacter));
        QVERIFY(!isColoured(editor));
        QVERIFY(!hasSquiggles(editor)); // and yet it is judged
        QVERIFY(countFindings(*f.session.snapshot().diagnostics, "big.yaml").errors > 0);

        QTest::keyClicks(&editor, QStringLiteral("x"));
        QTest::keyClick(&editor, Qt::Key_Return);
        editor.toggleComment();
        editor.setAllFolded(true);
        f.session.reveal("big.yaml", {bytes.size(), bytes.size()});
        editor.reveal({bytes.size() - 3, bytes.size() - 1});
        QVERIFY(!f.session.isModified("big.yaml"));
        QCOMPARE(f.bytes("big.yaml"), bytes);
        QVERIFY(editor.document()->begin().next().isVisible());
    }

    void upToTheBoundsAllIsThere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("the longest line")
            << QByteArray::fromStdString(longLine(excerpt::longestLine));
        QTest::newRow("lines") << QByteArray::fromStdString(repeated("# a line\n", 100'000));
    }

    void upToTheBoundsAllIsThere()
    {
        QFETCH(QByteArray, text);
        SessionFixture f(Texts{{"big.yaml", text.toStdString()}});
        QVERIFY(f.open());
        EditorPage page(f.session, "big.yaml");
        page.show();
        CodeEditor &editor = *page.editor();
        QVERIFY(!editor.isExcerpt());
        QVERIFY(!page.findChild<QLabel *>(QStringLiteral("excerptText"))->isVisible());
        QCOMPARE(editor.toPlainText().toUtf8(), text);
        QVERIFY(isColoured(editor));
        QTest::keyClicks(&editor, QStringLiteral("x"));
        QCOMPARE(f.bytes("big.yaml"), "x" + text.toStdString());
    }

    void aTextThatBecomesLargeOrSmall()
    {
        SessionFixture f(Texts{{"big.yaml", head}});
        QVERIFY(f.open());
        EditorPage page(f.session, "big.yaml");
        page.show();
        CodeEditor &editor = *page.editor();
        auto *notice = page.findChild<QLabel *>(QStringLiteral("excerptText"));
        QVERIFY(isColoured(editor));
        f.write("big.yaml", longLine(1'000'000)); // by another program
        QTRY_VERIFY(editor.isExcerpt());
        QVERIFY(notice->isVisible());
        QVERIFY(!isColoured(editor));
        QVERIFY(longestBlock(editor) <= int(excerpt::shownOfLine + 8));
        f.session.undoStack()->undo();
        QVERIFY(!editor.isExcerpt());
        QVERIFY(!notice->isVisible());
        QVERIFY(!editor.isReadOnly());
        QCOMPARE(editor.toPlainText().toStdString(), head);
        QVERIFY(isColoured(editor));
    }

    void tooMuchIsNotPasted()
    {
        SessionFixture f(Texts{{"big.yaml", head}});
        QVERIFY(f.open());
        CodeEditor editor(f.session, "big.yaml");
        QSignalSpy said(&editor, &CodeEditor::messageShown);
        QApplication::clipboard()->setText(QString(1'000'000, QLatin1Char('a')));
        QTest::keyClick(&editor, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(said.count(), 1);
        QCOMPARE(f.bytes("big.yaml"), head);
        QApplication::clipboard()->setText(QStringLiteral("# b\n"));
        QTest::keyClick(&editor, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.bytes("big.yaml"), "# b\n" + head);
    }
};

QTEST_MAIN(TestLargeFiles)
#include "tst_largefiles.moc"
