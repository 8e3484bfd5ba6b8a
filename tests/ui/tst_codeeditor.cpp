// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionfixture.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/documentsync.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/findbar.h"
#include "ui/editor/folding.h"
#include "ui/editor/scanner.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

Q_DECLARE_METATYPE(meshwright::ui::Language)

namespace {

void putCaret(CodeEditor &editor, const char *needle, bool after = false)
{
    QTextCursor cursor = editor.document()->find(QString::fromUtf8(needle));
    cursor.setPosition(after ? cursor.selectionEnd() : cursor.selectionStart());
    editor.setTextCursor(cursor);
}

} // namespace

class TestCodeEditor : public QObject
{
    Q_OBJECT

private slots:

    void typingIsAnEditOfTheBytes_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("LF") << QByteArray("a: 1\nb: 2\n") << QByteArray("a: 1\nbx\n: 2\n");
        QTest::newRow("CRLF") << QByteArray("a: 1\r\nb: 2\r\n")
                              << QByteArray("a: 1\r\nbx\r\n: 2\r\n");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a: 1\nb: 2")
                                         << QByteArray("\xEF\xBB\xBF"
                                                       "a: 1\nbx\n: 2");
        QTest::newRow("beyond the BMP") << QByteArray("a: \xF0\x9F\x90\x9F\nb: 2\n")
                                        << QByteArray("a: \xF0\x9F\x90\x9F\nbx\n: 2\n");
        QTest::newRow("mixed line ends")
            << QByteArray("a: 1\nq: 3\nb: 2\r\n") << QByteArray("a: 1\nq: 3\nbx\n: 2\r\n");
    }

    void typingIsAnEditOfTheBytes()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, end);
        SessionFixture f(Texts{{"s.yaml", "asyncapi: 2.5.0\n"}, {"t.yaml", start.toStdString()}});
        QVERIFY(f.open());
        CodeEditor editor(f.session, "t.yaml");
        editor.show();
        putCaret(editor, "b", true);
        QTest::keyClicks(&editor, QStringLiteral("x"));
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(QByteArray::fromStdString(f.bytes("t.yaml")), end);
        while (f.session.undoStack()->canUndo())
            QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(QByteArray::fromStdString(f.bytes("t.yaml")), start);
        QCOMPARE(editor.toPlainText(), editorText(*f.session.text("t.yaml")));
        while (f.session.undoStack()->canRedo())
            QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QByteArray::fromStdString(f.bytes("t.yaml")), end);
    }

    void deletingOverLines()
    {
        SessionFixture f(Texts{{"s.yaml", "asyncapi: 2.5.0\n"}, {"t.yaml", "a\r\nb\r\nc\r\n"}});
        QVERIFY(f.open());
        CodeEditor editor(f.session, "t.yaml");
        QTest::keyClick(&editor, Qt::Key_Delete);
        QTest::keyClick(&editor, Qt::Key_Delete);

        QCOMPARE(f.bytes("t.yaml"), std::string("b\r\nc\r\n"));
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("z"));
        QCOMPARE(f.bytes("t.yaml"), std::string("z"));
        editor.undoStep();
        QCOMPARE(f.bytes("t.yaml"), std::string("b\r\nc\r\n"));
    }

    void aWordIsOneStep()
    {
        SessionFixture f(Texts{{"s.yaml", "asyncapi: 2.5.0\n"}, {"t.yaml", ""}});
        QVERIFY(f.open());
        CodeEditor editor(f.session, "t.yaml");
        QTest::keyClicks(&editor, QStringLiteral("hello world"));
        QCOMPARE(f.session.undoStack()->count(), 2);
        editor.undoStep();
        QCOMPARE(f.bytes("t.yaml"), std::string("hello "));
    }

    void twoViewsStayInStep()
    {
        SessionFixture f;
        QVERIFY(f.open());
        CodeEditor one(f.session, "sales.yaml");
        CodeEditor two(f.session, "sales.yaml");
        putCaret(one, "title", true);
        QTest::keyClicks(&one, QStringLiteral("X"));
        QCOMPARE(two.toPlainText(), one.toPlainText());
        two.selectAll();
        QTest::keyClick(&two, Qt::Key_Backspace);
        QCOMPARE(one.toPlainText(), QString());
        one.undoStep();
        QCOMPARE(two.toPlainText(), editorText(*f.session.text("sales.yaml")));
    }

    void keysThatWriteMore_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("needle");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QByteArray>("end");
        const int none = Qt::NoModifier;
        QTest::newRow("Enter after a key") << QByteArray("a:\n") << QByteArray("a:")
                                           << int(Qt::Key_Return) << none << QByteArray("a:\n  \n");
        QTest::newRow("Enter in an item")
            << QByteArray("- a: 1\n") << QByteArray("1") << int(Qt::Key_Return) << none
            << QByteArray("- a: 1\n  \n");
        QTest::newRow("Enter keeps the column")
            << QByteArray("  a: 1\n") << QByteArray("1") << int(Qt::Key_Return) << none
            << QByteArray("  a: 1\n  \n");
        QTest::newRow("Tab") << QByteArray("a\n") << QByteArray("a") << int(Qt::Key_Tab) << none
                             << QByteArray("a \n");
        QTest::newRow("Shift+Tab")
            << QByteArray("    a\n") << QByteArray("a") << int(Qt::Key_Backtab)
            << int(Qt::ShiftModifier) << QByteArray("  a\n");
        QTest::newRow("comment out")
            << QByteArray("  a: 1\n") << QByteArray("1") << int(Qt::Key_C)
            << int(Qt::ControlModifier | Qt::ShiftModifier) << QByteArray("  # a: 1\n");
        QTest::newRow("comment in")
            << QByteArray("  # a: 1\n") << QByteArray("1") << int(Qt::Key_C)
            << int(Qt::ControlModifier | Qt::ShiftModifier) << QByteArray("  a: 1\n");
    }

    void keysThatWriteMore()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, needle);
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QByteArray, end);
        SessionFixture f(Texts{{"s.yaml", "asyncapi: 2.5.0\n"}, {"t.yaml", start.toStdString()}});
        QVERIFY(f.open());
        CodeEditor editor(f.session, "t.yaml");
        putCaret(editor, needle.constData(), true);
        QTest::keyClick(&editor, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(QByteArray::fromStdString(f.bytes("t.yaml")), end);
        editor.undoStep();
        QCOMPARE(QByteArray::fromStdString(f.bytes("t.yaml")), start);
    }

    void signsComeInPairs_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("start"); ///< with a | where the caret is
        QTest::addColumn<QByteArray>("typed"); ///< < is Backspace, ~ is Enter
        QTest::addColumn<QByteArray>("end");
        const auto row = [](const char *name, const char *file, const char *start,
                            const char *typed, const char *end) {
            QTest::newRow(name) << QByteArray(file) << QByteArray(start) << QByteArray(typed)
                                << QByteArray(end);
        };
        row("a quote", "t.yaml", "a: |\n", "'", "a: '|'\n");
        row("closed by hand", "t.yaml", "a: |\n", "'x'", "a: 'x'|\n");
        row("a list", "t.yaml", "a: |\n", "[b]", "a: [b]|\n");
        row("a map in a list", "t.yaml", "a: [|]\n", "{", "a: [{|}]\n");
        row("erased together", "t.yaml", "a: |\n", "{<", "a: |\n");
        row("not in a word", "t.yaml", "a: don|\n", "'t", "a: don't|\n");
        row("not before a word", "t.yaml", "a: |b\n", "\"", "a: \"|b\n");
        row("not in a comment", "t.yaml", "# |\n", "[", "# [|\n");
        row("a line of its own", "t.json", "{|}\n", "~", "{\n  |\n}\n");
        row("JSON", "t.json", "{\"a\":|}\n", "\"b\"", "{\"a\":\"b\"|}\n");
        row("no single quotes in JSON", "t.json", "{|}\n", "'", "{'|}\n");
        row("Protobuf", "t.proto", "message A |\n", "{~", "message A {\n  |\n}\n");
    }

    void signsComeInPairs()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, end);
        const int caret = int(start.indexOf('|'));
        start.remove(caret, 1);
        SessionFixture f(
            Texts{{"s.yaml", "asyncapi: 2.5.0\n"}, {file.toStdString(), start.toStdString()}});
        QVERIFY(f.open());
        CodeEditor editor(f.session, file.toStdString());
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(caret);
        editor.setTextCursor(cursor);
        for (const char c : typed)
            if (c == '<')
                QTest::keyClick(&editor, Qt::Key_Backspace);
            else if (c == '~')
                QTest::keyClick(&editor, Qt::Key_Return);
            else
                QTest::keyClick(&editor, c);
        QString found = editor.toPlainText();
        found.insert(editor.textCursor().position(), QLatin1Char('|'));
        QCOMPARE(found.toUtf8(), end);
    }

    void aSignGoesAroundWhatIsSelected()
    {
        SessionFixture f(Texts{{"s.yaml", "asyncapi: 2.5.0\n"}, {"t.yaml", "a: word\n"}});
        QVERIFY(f.open());
        CodeEditor editor(f.session, "t.yaml");
        editor.setTextCursor(editor.document()->find(QStringLiteral("word")));
        QTest::keyClick(&editor, '"');
        QCOMPARE(f.bytes("t.yaml"), std::string("a: \"word\"\n"));
        QCOMPARE(editor.textCursor().selectedText(), QStringLiteral("word"));
        editor.undoStep();
        QCOMPARE(f.bytes("t.yaml"), std::string("a: word\n"));
    }

    void folds()
    {
        SessionFixture f;
        QVERIFY(f.open());
        CodeEditor editor(f.session, "sales.yaml");
        editor.show();
        const QTextBlock channels = editor.document()->find(QStringLiteral("channels:")).block();
        const QTextBlock inner = editor.document()->find(QStringLiteral("kafka:")).block();
        QVERIFY(folding::isFoldable(channels));
        QVERIFY(!folding::isFoldable(editor.document()->firstBlock()));
        folding::setFolded(channels, true);
        QVERIFY(!inner.isVisible());
        QCOMPARE(folding::lastOf(channels), editor.document()->lastBlock().previous());
        putCaret(editor, "kafka:"); // a caret never stands in what is hidden
        QVERIFY(inner.isVisible());
        editor.setAllFolded(true);
        QVERIFY(!inner.isVisible());
        editor.setAllFolded(false);
        QVERIFY(inner.isVisible());
        QVERIFY(!f.session.isModified("sales.yaml"));
    }

    void findsAndReplaces()
    {
        SessionFixture f(
            {{"s.yaml", "asyncapi: 2.5.0\n"}, {"t.yaml", "sale: a\r\nSale: b\r\nresale: c\r\n"}});
        QVERIFY(f.open());
        EditorPage page(f.session, "t.yaml");
        page.show();
        page.findBar()->open(true);
        auto *field = page.findChild<QLineEdit *>(QStringLiteral("findField"));
        auto *count = page.findChild<QLabel *>(QStringLiteral("findCount"));
        QTest::keyClicks(field, QStringLiteral("sale"));
        QCOMPARE(count->text(), QStringLiteral("1 of 3"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(page.editor()->textCursor().selectedText(), QStringLiteral("sale"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(page.editor()->textCursor().selectedText(), QStringLiteral("Sale"));
        page.findChild<QToolButton *>(QStringLiteral("findCase"))->click();
        QVERIFY(count->text().endsWith(QLatin1String("of 2")));
        page.findChild<QToolButton *>(QStringLiteral("findWord"))->click();
        QVERIFY(count->text().endsWith(QLatin1String("of 1")));
        page.findChild<QToolButton *>(QStringLiteral("findWord"))->click();
        page.findChild<QToolButton *>(QStringLiteral("findRegex"))->click();
        field->setText(QStringLiteral("(sa)(le)"));
        page.findChild<QLineEdit *>(QStringLiteral("replaceField"))
            ->setText(QStringLiteral("\\2-\\1"));
        page.findChild<QPushButton *>(QStringLiteral("replaceAll"))->click();
        QCOMPARE(f.bytes("t.yaml"), std::string("le-sa: a\r\nSale: b\r\nrele-sa: c\r\n"));
        QCOMPARE(f.session.undoStack()->count(), 1);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!page.findBar()->isVisible());
    }

    void aQuickFixByKeys()
    {
        std::string wrong = salesSpec;
        wrong.replace(wrong.find("_public.sale"), 12, "_pubic.sale");
        SessionFixture f(Texts{{"sales.yaml", wrong}, withoutAdvice});
        QVERIFY(f.open());
        CodeEditor editor(f.session, "sales.yaml");
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        QTest::keyClick(&editor, Qt::Key_F8);
        QCOMPARE(editor.textCursor().blockNumber(), 7);
        QVERIFY(!editor.textCursor().hasSelection()); // or the next key would replace the word
        QVERIFY(!editor.signOf(7).isNull());
        QTest::keyClick(&editor, Qt::Key_Return, Qt::AltModifier);
        auto *menu = editor.findChild<QMenu *>(QStringLiteral("fixesMenu"));
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(f.bytes("sales.yaml"), std::string(salesSpec));
        QVERIFY(f.settle());
        QVERIFY(editor.findings().all().empty());
        editor.undoStep();
        QCOMPARE(f.bytes("sales.yaml"), wrong);
    }

    void findingsCoverTheToken()
    {
        std::string wrong = "# \xF0\x9F\x90\x9F\r\n" + std::string(salesSpec);
        wrong.replace(wrong.find("_public.sale"), 12, "_pubic.sale");
        SessionFixture f(Texts{{"sales.yaml", wrong}, withoutAdvice});
        QVERIFY(f.open());
        CodeEditor editor(f.session, "sales.yaml");
        QCOMPARE(editor.findings().all().size(), std::size_t(1));
        const Finding &finding = editor.findings().all().front();
        QVERIFY(finding.span.selectedText().contains(QLatin1String("_pubic")));
        putCaret(editor, "title");
        QTest::keyClicks(&editor, QStringLiteral("abc")); // the span moves along until the next
        QVERIFY(
            editor.findings().all().front().span.selectedText().contains(QLatin1String("_pubic")));
    }

    void theConflictBarAsks()
    {
        SessionFixture f;
        QVERIFY(f.open());
        EditorPage page(f.session, "sales.yaml");
        page.show();
        auto *bar = page.findChild<QWidget *>(QStringLiteral("conflictBar"));
        QVERIFY(!bar->isVisible());
        QTest::keyClicks(page.editor(), QStringLiteral("# mine"));
        f.write("sales.yaml", "# theirs\n");
        QTRY_VERIFY(bar->isVisible());
        page.findChild<QPushButton *>(QStringLiteral("takeTheirs"))->click();
        QVERIFY(!bar->isVisible());
        QCOMPARE(page.editor()->toPlainText(), QStringLiteral("# theirs\n"));
    }

    void scansLines_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("spans");
        QTest::newRow("key and text")
            << Language::Yaml << QStringLiteral("a: b") << QStringLiteral("K0+1 S1+1 T3+1");
        QTest::newRow("number and comment") << Language::Yaml << QStringLiteral("a: 12 # x")
                                            << QStringLiteral("K0+1 S1+1 N3+2 C6+3");
        QTest::newRow("reference") << Language::Yaml << QStringLiteral("- $ref: '#/a'")
                                   << QStringLiteral("S0+1 R2+4 S6+1 T8+5");
        QTest::newRow("colon within") << Language::Yaml << QStringLiteral("id: urn:acme:x")
                                      << QStringLiteral("K0+2 S2+1 T4+10");
        QTest::newRow("flow") << Language::Yaml << QStringLiteral("a: [1, b]")
                              << QStringLiteral("K0+1 S1+1 S3+1 N4+1 S5+1 T7+1 S8+1");
        QTest::newRow("json") << Language::Json << QStringLiteral("\"a\": true,")
                              << QStringLiteral("K0+3 S3+1 W5+4 S9+1");
        QTest::newRow("anchor") << Language::Yaml << QStringLiteral("a: &x b")
                                << QStringLiteral("K0+1 S1+1 A3+2 T6+1");
        QTest::newRow("proto") << Language::Proto << QStringLiteral("message A { // x")
                               << QStringLiteral("Y0+7 C12+4");
    }

    void scansLines()
    {
        QFETCH(Language, language);
        QFETCH(QString, line);
        QFETCH(QString, spans);
        static constexpr char letters[] = "KTNWCSARY";
        std::vector<Span> found;
        scanLine(language, line, -1, found);
        QStringList shown;
        for (const Span &span : found)
            shown.append(QStringLiteral("%1%2+%3")
                             .arg(QLatin1Char(letters[int(span.token)]))
                             .arg(span.start)
                             .arg(span.length));
        QCOMPARE(shown.join(QLatin1Char(' ')), spans);
    }

    void blockScalarsGoOn()
    {
        std::vector<Span> spans;
        const int state = scanLine(Language::Yaml, u"  a: |", -1, spans);
        QCOMPARE(scanLine(Language::Yaml, u"    b: c", state, spans), state);
        QCOMPARE(spans.back().token, Token::Text);
        QCOMPARE(scanLine(Language::Yaml, u"  c: d", state, spans), -1);
    }
};

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
