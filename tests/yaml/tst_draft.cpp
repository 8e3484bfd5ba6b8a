// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/textfile.h"
#include "meshwright/yaml/draft.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::yaml;

namespace {

Draft draftOf(const std::string &text)
{
    return *Draft::of(Document::parse(makeText(text)));
}

std::string dump(const Node &node)
{
    const Node &value = node.resolved();
    std::string text;
    if (value.kind == Kind::Scalar)
        return (value.isString() ? "'" : "") + value.text();
    for (const Entry &entry : value.entries)
        text += dump(*entry.key) + '=' + dump(*entry.value) + ';';
    for (const Node *item : value.items)
        text += dump(*item) + ',';
    return '(' + std::string(value.anchor()) + text + ')';
}

std::vector<std::string> sortedComments(const Document &document)
{
    std::vector<std::string> comments;
    for (const Comment &comment : document.comments())
        comments.emplace_back(document.text()->slice(comment.range));
    std::sort(comments.begin(), comments.end());
    return comments;
}

void openAll(Piece &piece)
{
    if (piece.form == Piece::Form::Source &&
        (piece.node->kind == Kind::Alias || piece.node->isNull()))
        return;
    if (piece.open())
        for (Part &part : piece.parts)
            openAll(part.value);
}

} // namespace

class TestDraft : public QObject
{
    Q_OBJECT

private slots:
    void everyDocumentComesBack();
    void writesWhatItRead_data();
    void writesWhatItRead();
    void movesPartsWithTheirComments();
    void movesBetweenBracketsAndBlocks();
    void anItemBecomesAnEntry();
    void newPartsFollowTheDocument();
    void replacesAScalarInItsQuotes();
    void keepsLineEnds();
};

void TestDraft::everyDocumentComesBack()
{
    int documents = 0;
    // MESHWRIGHT_CORPUS: a folder with more documents to try.
    for (const QString &folder :
         {QStringLiteral(MESHWRIGHT_TEST_DATA), QStringLiteral(MESHWRIGHT_SAMPLES),
          qEnvironmentVariable("MESHWRIGHT_CORPUS")}) {
        if (folder.isEmpty())
            continue;
        QDirIterator files(folder, {"*.yaml", "*.yml", "*.json"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const std::string path = files.next().toStdString();
            const auto file = readTextFile(path);
            if (!file)
                continue; // a file made to be refused
            const auto document = Document::parse(file->text);
            auto draft = document->isComplete() ? Draft::of(document) : std::nullopt;
            if (!draft)
                continue;
            openAll(draft->root);
            const std::string written = draft->write();
            const auto again = Document::parse(makeText(written));
            QVERIFY2(again->isComplete() && again->root(), (path + "\n" + written).c_str());
            QVERIFY2(dump(*again->root()) == dump(*document->root()),
                     (path + "\n" + written).c_str());
            QVERIFY2(sortedComments(*again) == sortedComments(*document),
                     (path + "\n" + written).c_str());
            ++documents;
        }
    }
    QVERIFY(documents >= 100);
}

void TestDraft::writesWhatItRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("block") << QByteArray("# head\na: 1 # one\n\n# above b\nb:   # at b\n  # in b\n"
                                         "  c: x\n    # deep\n  # end of b\n# end\n");
    QTest::newRow("lists") << QByteArray("a:\n- x # x\n# y\n- k: v\n  l: w\n-   - deep\nb:\n"
                                         "  - z\n  # last\n");
    QTest::newRow("texts") << QByteArray("a: |\n  # no comment\n\n  text\nb: >- # fold\n  x\n  y\n"
                                         "c: plain\n  goes on\nd: 'it''s'\n");
    QTest::newRow("anchors") << QByteArray("a: &x # named\n  b: !!str 1\nc: *x\nd:\n  <<: *x\n");
    QTest::newRow("brackets") << QByteArray(
        "a: {b: 1, c: [x, y]} # c\nd: { e: 2 }\nf: []\ng: {}\n");
    QTest::newRow("brackets over lines") << QByteArray("a: {\n  # above\n  b: 1, # behind\n  c: 2\n"
                                                       "}\n");
    QTest::newRow("json") << QByteArray("{\n  \"a\": {\n    \"b\": [\n      1,\n      2\n    ]\n  "
                                        "}\n}\n");
    QTest::newRow("tight json") << QByteArray("{\"a\":{\"b\":[1,2]},\"c\":\"d\"}");
    QTest::newRow("no end") << QByteArray("a:\n  b: 1");
    QTest::newRow("marker") << QByteArray("%YAML 1.1\n---\na:\n  b: 1\n...\n");
}

void TestDraft::writesWhatItRead()
{
    QFETCH(QByteArray, text);
    Draft draft = draftOf(text.toStdString());
    openAll(draft.root);
    QCOMPARE(QByteArray::fromStdString(draft.write()), text);
}

void TestDraft::movesPartsWithTheirComments()
{
    Draft draft = draftOf("a:\n  b: # at b\n    # in b\n    c: |\n      text\n  # end of a\n"
                          "# above d\nd: 1 # at d\ne:\n  f: 2\n");
    Part moved = *draft.root.take("d");
    QVERIFY(draft.root.find("e")->value.open());
    draft.root.find("e")->value.parts.push_back(std::move(moved));
    QVERIFY(draft.root.find("a")->value.open());
    Part inner = *draft.root.find("a")->value.take("b");
    inner.rename("z");
    draft.root.parts.push_back(std::move(inner));
    QCOMPARE(QString::fromStdString(draft.write()),
             QStringLiteral("a: {}\n  # end of a\ne:\n  f: 2\n  # above d\n  d: 1 # at d\n"
                            "z: # at b\n  # in b\n  c: |\n    text\n"));
}

void TestDraft::movesBetweenBracketsAndBlocks()
{
    Draft draft = draftOf("a: {x: 1, y: {z: 2}}\nb:\n  c:\n    d: 3\n");
    QVERIFY(draft.root.find("a")->value.open() && draft.root.find("b")->value.open());
    Part fromFlow = *draft.root.find("a")->value.take("y");
    Part fromBlock = *draft.root.find("b")->value.take("c");
    draft.root.find("a")->value.parts.push_back(std::move(fromBlock));
    draft.root.find("b")->value.parts.push_back(std::move(fromFlow));
    QCOMPARE(QString::fromStdString(draft.write()),
             QStringLiteral("a:\n  x: 1\n  c:\n    d: 3\nb:\n  y: {z: 2}\n"));
}

void TestDraft::anItemBecomesAnEntry()
{
    Draft draft = draftOf("a:\n  # first\n  - k: v # k\n    l: w\n  - *x\n");
    Piece &list = draft.root.find("a")->value;
    QVERIFY(list.open());
    Part item = std::move(list.parts.front());
    list.parts.erase(list.parts.begin());
    item.rename("new");
    draft.root.parts.push_back(std::move(item));
    QCOMPARE(QString::fromStdString(draft.write()),
             QStringLiteral("a:\n  - *x\n# first\nnew:\n  k: v # k\n  l: w\n"));
}

void TestDraft::newPartsFollowTheDocument()
{
    const auto add = [](const std::string &text) {
        Draft draft = draftOf(text);
        Part item{{}, Piece::mapping({{"k", Piece::textOf("1")}, {"l", Piece::textOf("x")}})};
        draft.root.parts.emplace_back("new", Piece::mapping({{"list", Piece::sequence({item})}}));
        return QString::fromStdString(draft.write());
    };
    QCOMPARE(add("a:\n    b: 1\n"),
             QStringLiteral("a:\n    b: 1\nnew:\n    list:\n        - k: '1'\n          l: x\n"));
    QCOMPARE(add("a:\n- b\n"), QStringLiteral("a:\n- b\nnew:\n  list:\n  - k: '1'\n    l: x\n"));
    QCOMPARE(add("{\"a\": 1}"),
             QStringLiteral("{\"a\": 1, \"new\": {\"list\": [{\"k\": \"1\", \"l\": \"x\"}]}}"));
    QCOMPARE(add("{\n    \"a\": 1\n}\n"),
             QStringLiteral("{\n    \"a\": 1,\n    \"new\": {\n        \"list\": [\n            {\n"
                            "                \"k\": \"1\",\n                \"l\": \"x\"\n"
                            "            }\n        ]\n    }\n}\n"));
}

void TestDraft::replacesAScalarInItsQuotes()
{
    Draft draft = draftOf("a: \"x\" # c\nb: &n 'y'\nc: z\n");
    for (const char *key : {"a", "b", "c"})
        draft.root.find(key)->value.setText("3.0.0");
    QCOMPARE(QString::fromStdString(draft.write()),
             QStringLiteral("a: \"3.0.0\" # c\nb: &n '3.0.0'\nc: 3.0.0\n"));
}

void TestDraft::keepsLineEnds()
{
    Draft draft = draftOf("\xEF\xBB\xBF# c\r\na:\r\n  b: 1\r\nc: 2\r\n");
    Part moved = *draft.root.take("c");
    QVERIFY(draft.root.find("a")->value.open());
    draft.root.find("a")->value.parts.push_back(std::move(moved));
    QCOMPARE(QByteArray::fromStdString(draft.write()),
             QByteArray("\xEF\xBB\xBF# c\r\na:\r\n  b: 1\r\n  c: 2\r\n"));
}

QTEST_APPLESS_MAIN(TestDraft)

#include "tst_draft.moc"
