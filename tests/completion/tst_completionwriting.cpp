// SPDX-License-Identifier: Apache-2.0
// What an accepted offer writes into the text.
#include "asking.h"

using namespace meshwright;
using namespace meshwright::completion;
using namespace meshwright::completion::tests;

class TestCompletionWriting : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void keepsLineEnds();
    void anyByteOfAnyTextIsSafe();
};

void TestCompletionWriting::writes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const std::string &text, const char *label,
                        const std::string &result, const char *file = "ledger.yaml") {
        QTest::newRow(name) << QByteArray(file) << QByteArray::fromStdString(text)
                            << QByteArray(label) << QByteArray::fromStdString(result);
    };
    row("a text", head2 + "def|\n", "defaultContentType", head2 + "defaultContentType: |\n");
    row("a mapping", head2 + "ser|\n", "servers", head2 + "servers:\n  |\n");
    row("a mapping further in", head2 + "channels:\n  a:\n    publ|\n", "publish",
        head2 + "channels:\n  a:\n    publish:\n      |\n");
    row("a list of mappings", head2 + "channels:\n  a:\n    publish:\n      tags|\n", "tags",
        head2 + "channels:\n  a:\n    publish:\n      tags:\n        - |\n");
    row("a list of texts", head2 + "channels:\n  a:\n    serv|\n", "servers",
        head2 + "channels:\n  a:\n    servers: [|]\n");
    row("a reference", head3 + "operations:\n  a:\n    chan|\n", "channel",
        head3 + "operations:\n  a:\n    channel:\n      $ref: |\n");
    row("in an item", head2 + "tags:\n  - na|\n", "name", head2 + "tags:\n  - name: |\n");
    row("a mapping in an item", head2 + "tags:\n  - ext|\n", "externalDocs",
        head2 + "tags:\n  - externalDocs:\n      |\n");
    row("the item's dash", head2 + "tags:\n  |\n", "name", head2 + "tags:\n  - name: |\n");
    row("in a flow", head2 + "tags: [{na|}]\n", "name", head2 + "tags: [{name: |}]\n");
    row("a mapping in a flow", head2 + "tags: [{ext|}]\n", "externalDocs",
        head2 + "tags: [{externalDocs: {|}}]\n");
    row("the whole key", head2 + "channels:\n  a:\n    des|cript: x\n", "description",
        head2 + "channels:\n  a:\n    description|: x\n");
    row("the whole value", head3 + "operations:\n  a:\n    action: re|x # why\n", "receive",
        head3 + "operations:\n  a:\n    action: receive| # why\n");
    row("a blank behind the colon", head3 + "operations:\n  a:\n    action:|\n", "send",
        head3 + "operations:\n  a:\n    action: send|\n");
    row("quotes that are there", head3 + "operations:\n  a:\n    action: \"s|\"\n", "send",
        head3 + "operations:\n  a:\n    action: \"send\"|\n");
    row("quotes where they are needed",
        head3 + "channels:\n  sale: {}\noperations:\n  a:\n    channel:\n      $ref: |\n",
        "#/channels/sale",
        head3 + "channels:\n  sale: {}\noperations:\n  a:\n    channel:\n"
                "      $ref: '#/channels/sale'|\n");
    row("a quote that was begun",
        head3 + "channels:\n  sale: {}\noperations:\n  a:\n    channel:\n      $ref: '#/ch|\n",
        "#/channels/sale",
        head3 + "channels:\n  sale: {}\noperations:\n  a:\n    channel:\n"
                "      $ref: '#/channels/sale'|\n");
    row("a file, to go on in",
        head2 + "channels:\n  a:\n    publish:\n      message:\n        $ref: 'cam|'\n",
        "campaign.yaml#/",
        head2 + "channels:\n  a:\n    publish:\n      message:\n        $ref: "
                "'campaign.yaml#/|'\n");
    row("a topic", head2 + "channels:\n  sale|\n", "acme.finance.campaign._public.sale",
        head2 + "channels:\n  acme.finance.campaign._public.sale:\n    |\n");
    row("the beginning of one", head2 + "channels:\n  _pub|\n", "_public.",
        head2 + "channels:\n  _public.|\n");
    row("a grant",
        head2 + "channels:\n  _protected.a:\n    publish:\n      tags:\n"
                "        - name: grant-access:c|\n",
        "grant-access:acme.finance.campaign",
        head2 + "channels:\n  _protected.a:\n    publish:\n      tags:\n"
                "        - name: grant-access:acme.finance.campaign|\n");
    row("a flag", head2 + "components:\n  schemas:\n    A:\n      uniqueItems: t|\n", "true",
        head2 + "components:\n  schemas:\n    A:\n      uniqueItems: true|\n");
    row("the type null, a text", head2 + "components:\n  schemas:\n    A:\n      type: nu|\n",
        "null", head2 + "components:\n  schemas:\n    A:\n      type: 'null'|\n");
    row("a scheme",
        head2 + "servers:\n  main:\n    security:\n      - lo|\ncomponents:\n"
                "  securitySchemes:\n    login: {type: plain}\n",
        "login",
        head2 + "servers:\n  main:\n    security:\n      - login: [|]\ncomponents:\n"
                "  securitySchemes:\n    login: {type: plain}\n");
    row("JSON text", "{\"asyncapi\": \"3.0.0\", \"info\": {\"ti|\"}}", "title",
        "{\"asyncapi\": \"3.0.0\", \"info\": {\"title\": \"|\"}}", "ledger.json");
    row("JSON object", "{\"asyncapi\": \"3.0.0\", ch|}", "channels",
        "{\"asyncapi\": \"3.0.0\", \"channels\": {|}}", "ledger.json");
    row("JSON before another", "{\"asyncapi\": \"3.0.0\",\n  \"def|\"\n  \"info\": {}}",
        "defaultContentType",
        "{\"asyncapi\": \"3.0.0\",\n  \"defaultContentType\": \"|\",\n  \"info\": {}}",
        "ledger.json");
    row("JSON value", "{\"type\": \"obj|\"}", "object", "{\"type\": \"object\"|}", "types/a.json");
    row("settings", "version: 1\nnam|\n", "naming", "version: 1\nnaming:\n  |\n", settingsFileName);
    row("a setting's word", "version: 1\nchecks:\n  advice: o|\n", "off",
        "version: 1\nchecks:\n  advice: off|\n", settingsFileName);
}

void TestCompletionWriting::writes()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, result);
    QCOMPARE(QByteArray::fromStdString(
                 ask(file.toStdString(), text.toStdString()).accepted(label.toStdString())),
             result);
}

void TestCompletionWriting::keepsLineEnds()
{
    const Asked asked = ask("ledger.yaml", "asyncapi: 2.6.0\r\nser|\r\n");
    QCOMPARE(asked.accepted("servers"), std::string("asyncapi: 2.6.0\r\nservers:\r\n  |\r\n"));
}

void TestCompletionWriting::anyByteOfAnyTextIsSafe()
{
    const std::map<std::string, std::string> texts{
        {"campaign.yaml", campaign},
        {"a.avsc", types},
        {settingsFileName, settings},
        {"b.yaml", "a: [x, {b: 'c'\nd: \"e\\\"\r\n- f\n? g\n: h\n*i\n&j k: |\n  l\n---\nm: }]\n"}};
    const auto topology = buildTopology(Workspace::fromTexts(texts));
    for (const auto &[file, text] : texts) {
        const SourceText whole(text);
        for (std::size_t i = 0; i <= text.size() + 1; ++i) {
            const Completion found = complete(*topology, file, whole, i);
            QVERIFY(found.range.end <= text.size() && found.range.begin <= found.range.end);
            complete(*topology, file, SourceText(text.substr(0, i)), i);
        }
    }
}

QTEST_APPLESS_MAIN(TestCompletionWriting)
#include "tst_completionwriting.moc"
