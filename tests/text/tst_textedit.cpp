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
    void createsAndRemovesFiles();
    void refusesFiles_data();
    void refusesFiles();
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

/// Two files: one of UTF-8, one of UTF-16.
static std::optional<TextFile> readTwo(const std::string &file)
{
    if (file == "a")
        return TextFile{makeText("abc"), Encoding::Utf8};
    if (file == "b")
        return TextFile{makeText("b\r\n"), Encoding::Utf16BigEndian};
    return std::nullopt;
}

void TestTextEdit::createsAndRemovesFiles()
{
    WorkspaceEdit edit;
    edit.files["a"] = {{{1, 2}, "X"}};
    edit.created["c"] = {"new\n", Encoding::Utf16LittleEndian};
    edit.removed = {"b"};
    const auto applied = applyEdit(readTwo, edit);
    QVERIFY(applied);
    QCOMPARE(applied->texts.at("a").text->bytes(), std::string("aXc"));
    QCOMPARE(applied->texts.at("c").text->bytes(), std::string("new\n"));
    QCOMPARE(applied->texts.at("c").encoding, Encoding::Utf16LittleEndian);
    QCOMPARE(applied->removed, std::set<std::string>{"b"});
    WorkspaceEdit back;
    back.files["a"] = {{{1, 2}, "b"}};
    back.removed = {"c"};
    back.created["b"] = {"b\r\n", Encoding::Utf16BigEndian};
    QVERIFY(applied->inverse == back);
    const auto after = [&](const std::string &file) -> std::optional<TextFile> {
        const auto found = applied->texts.find(file);
        return found == applied->texts.end() ? std::nullopt : std::optional(found->second);
    };
    const auto undone = applyEdit(after, back);
    QVERIFY(undone);
    QVERIFY(undone->inverse == edit);
}

void TestTextEdit::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("changed");
    QTest::addColumn<QByteArray>("created");
    QTest::addColumn<QByteArray>("removed");
    QTest::newRow("no such file to change") << QByteArray("c") << QByteArray() << QByteArray();
    QTest::newRow("no such file to remove") << QByteArray() << QByteArray() << QByteArray("c");
    QTest::newRow("there already") << QByteArray() << QByteArray("a") << QByteArray();
    QTest::newRow("twice") << QByteArray("a") << QByteArray() << QByteArray("a");
}

void TestTextEdit::refusesFiles()
{
    QFETCH(QByteArray, changed);
    QFETCH(QByteArray, created);
    QFETCH(QByteArray, removed);
    WorkspaceEdit edit;
    if (!changed.isEmpty())
        edit.files[changed.toStdString()] = {{{0, 0}, "X"}};
    if (!created.isEmpty())
        edit.created[created.toStdString()] = {"x", Encoding::Utf8};
    if (!removed.isEmpty())
        edit.removed = {removed.toStdString()};
    QVERIFY(!applyEdit(readTwo, edit));
}

QTEST_APPLESS_MAIN(TestTextEdit)
#include "tst_textedit.moc"
