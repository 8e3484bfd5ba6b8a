// SPDX-License-Identifier: Apache-2.0
#include "meaningrows.h"
#include "meshwright/workspace/workspace.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace meshwright;

namespace {

WorkspacePtr workspaceOf(const std::string &text)
{
    return Workspace::fromTexts(
        {{"a.yaml", text},
         {"other.yaml", "m: {payload: {$ref: 'a.yaml#/components/schemas/s'}}\n"}});
}

std::vector<Diagnostic> found(const WorkspacePtr &workspace, const std::string &rule)
{
    std::vector<Diagnostic> list = workspace->conformance(*workspace->file("a.yaml"));
    std::erase_if(list, [&](const Diagnostic &each) { return each.rule != "asyncapi/" + rule; });
    return list;
}

std::string joined(const std::vector<std::string> &path)
{
    std::string text;
    for (const std::string &key : path)
        text += (text.empty() ? "" : ".") + key;
    return text;
}

std::string printed(const WorkspacePtr &workspace, const std::vector<Diagnostic> &findings)
{
    std::string out;
    for (const Diagnostic &each : findings) {
        const SourceText &text = *workspace->file(each.file)->text;
        const std::string line = std::string(nameOf(each.severity)) + " " +
                                 (each.reference.empty() ? "-" : each.reference) + " " +
                                 joined(each.path) + " " + std::string(text.slice(each.range)) +
                                 "\n";
        if (out.find(line) == std::string::npos) // what is reached by two ways is found twice
            out += line;
    }
    return out;
}

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

} // namespace

class TestMeaning : public QObject
{
    Q_OBJECT

private slots:
    void findings_data();
    void findings();
    void fixes_data();
    void fixes();
    void messagesSayWhatToDo();
    void suggestionsHaveAnEnd();
    void manyFindings_data();
    void manyFindings();
    void adviceHidesNoError();
    void hostileDocuments();
};

void TestMeaning::findings_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *version, const std::vector<MeaningRow> &rows) {
        for (const MeaningRow &row : rows)
            QTest::addRow("%s %s: %s", version, row.rule, row.name)
                << QString(row.rule) << text(row.text) << text(row.expected);
    };
    add("2", meaningRowsOfVersion2());
    add("3", meaningRowsOfVersion3());
}

void TestMeaning::findings()
{
    QFETCH(QString, rule);
    QFETCH(QString, source);
    QFETCH(QString, expected);
    const auto &known = conformance::rules();
    QVERIFY(std::any_of(known.begin(), known.end(), [&](const Rule &each) {
        return each.id == "asyncapi/" + rule.toStdString();
    }));
    const auto workspace = workspaceOf(source.toStdString());
    QCOMPARE(text(printed(workspace, found(workspace, rule.toStdString()))), expected);
}

void TestMeaning::fixes_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *rule, const std::string &before,
                        const std::string &after) {
        QTest::newRow(name) << QString(rule) << text(before) << text(after);
    };
    row("slash of a url", "server-trailing-slash",
        version2("servers:\n  s:\n    url: 'h/' # here\n"),
        version2("servers:\n  s:\n    url: 'h' # here\n"));
    row("slash of a channel", "channel-trailing-slash", version2("channels:\n  a/: {}\n"),
        version2("channels:\n  a: {}\n"));
    row("slash of an address", "channel-trailing-slash",
        version3("channels:\n  c:\n    address: a/\n"),
        version3("channels:\n  c:\n    address: a\n"));
    row("missing parameter", "channel-parameters",
        version2("channels:\n  '{a}/{b}':\n    parameters:\n      a: {}\n"),
        version2("channels:\n  '{a}/{b}':\n    parameters:\n      a: {}\n"
                 "      b: {schema: {type: string}}\n"));
    row("missing parameter in JSON", "channel-parameters",
        "{\"asyncapi\": \"3.0.0\", \"channels\": {\"c\": {\"address\": \"{a}\", \"parameters\": "
        "{}}}}",
        "{\"asyncapi\": \"3.0.0\", \"channels\": {\"c\": {\"address\": \"{a}\", \"parameters\": "
        "{\"a\": {}}}}}");
    row("misspelt parameter", "channel-parameters",
        version3("channels: {c: {address: '{lamp}', parameters: {lmap: {}, lamp: {}}}}\n"),
        version3("channels: {c: {address: '{lamp}', parameters: {lamp: {}}}}\n"));
    row("parameters of an address", "undeclared-parameter",
        version2("channels:\n  '{a}/{b}':\n    description: d\n"),
        version2("channels:\n  '{a}/{b}':\n    description: d\n"
                 "    parameters: {\"a\": {schema: {type: string}}, \"b\": {schema: {type: "
                 "string}}}\n"));
    row("misspelt server", "channel-servers",
        version2("servers: {prod: {url: u}}\nchannels: {a: {servers: [prdo]}}\n"),
        version2("servers: {prod: {url: u}}\nchannels: {a: {servers: [prod]}}\n"));
    row("misspelt scheme", "server-security",
        version2("servers: {s: {url: u, security: [{logn: []}]}}\n"
                 "components: {securitySchemes: {login: {type: plain}}}\n"),
        version2("servers: {s: {url: u, security: [{login: []}]}}\n"
                 "components: {securitySchemes: {login: {type: plain}}}\n"));
    row("message of the channel", "operation-messages",
        version3("channels: {c: {messages: {m: {$ref: '#/components/messages/m'}}}}\n"
                 "operations: {o: {channel: {$ref: '#/channels/c'}, messages: [{$ref: "
                 "'#/components/messages/m'}]}}\n"
                 "components: {messages: {m: {name: n}}}\n"),
        version3("channels: {c: {messages: {m: {$ref: '#/components/messages/m'}}}}\n"
                 "operations: {o: {channel: {$ref: '#/channels/c'}, messages: [{$ref: "
                 "'#/channels/c/messages/m'}]}}\n"
                 "components: {messages: {m: {name: n}}}\n"));
    row("unused component", "unused-component",
        version2("components:\n  schemas:\n    s: {}\n    t: {$ref: '#/components/schemas/s'}\n"),
        version2("components:\n  schemas:\n    s: {}\n"));
}

void TestMeaning::fixes()
{
    QFETCH(QString, rule);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto workspace = workspaceOf(before.toStdString());
    const auto findings = found(workspace, rule.toStdString());
    QCOMPARE(findings.size(), std::size_t(1));
    QVERIFY(!findings.front().fixes.empty());
    const auto &edits = findings.front().fixes.front().edit.files.at("a.yaml");
    const auto fixed = applyEdits(*workspace->file("a.yaml")->text, edits);
    QVERIFY(fixed.has_value());
    QCOMPARE(text((*fixed)->bytes()), after);
}

void TestMeaning::messagesSayWhatToDo()
{
    const auto workspace =
        workspaceOf(version2("servers: {prod: {url: u}}\nchannels:\n  a: {servers: [prdo]}\n"
                             "  b: {publish: {operationId: x}, subscribe: {operationId: x}}\n"));
    const auto server = found(workspace, "channel-servers");
    QCOMPARE(text(server.at(0).message),
             QString("There is no server 'prdo' in 'servers'. Did you mean 'prod'? Name one that "
                     "is there, or describe this one."));
    const auto id = found(workspace, "operation-id-unique");
    QCOMPARE(text(id.at(0).message),
             QString("Another operation has the operationId 'x' already in line 5: give this one "
                     "its own."));
}

/// Each suggestion looks through all names; who mistypes hundreds among hundreds gets some.
void TestMeaning::suggestionsHaveAnEnd()
{
    std::string servers;
    std::string schemes;
    std::string wrongServers;
    std::string wrongSchemes;
    for (int i = 1'000; i < 1'500; ++i) {
        const auto number = std::to_string(i);
        servers += "  aServersName" + number + ": {url: u}\n";
        wrongServers += "aServersNaem" + number + ", ";
        schemes += "    aSchemesName" + number + ": {type: userPassword}\n";
        wrongSchemes += "{aSchemesNaem" + number + ": []}, ";
    }
    const auto suggested = [](const std::vector<Diagnostic> &findings) {
        return std::count_if(findings.begin(), findings.end(), [](const Diagnostic &each) {
            return each.message.find("Did you mean") != std::string::npos;
        });
    };
    const auto ofServers = found(workspaceOf(version2("servers:\n" + servers +
                                                      "channels:\n  a: "
                                                      "{servers: [" +
                                                      wrongServers + "]}\n")),
                                 "channel-servers");
    QCOMPARE(ofServers.size(), std::size_t(500));
    QVERIFY(suggested(ofServers) > 0 && suggested(ofServers) < 200);
    const auto ofSchemes = found(
        workspaceOf(version2("servers: {a: {url: u, security: [" + wrongSchemes +
                             "]}}\nchannels: {}\ncomponents:\n  securitySchemes:\n" + schemes)),
        "server-security");
    QCOMPARE(ofSchemes.size(), std::size_t(500));
    QVERIFY(suggested(ofSchemes) > 0 && suggested(ofSchemes) < 200);
}

void TestMeaning::manyFindings_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("source");
    std::string schemas;
    std::string parameters;
    std::string channels;
    std::string operations;
    for (int i = 1'000; i < 4'000; ++i) {
        const auto number = std::to_string(i);
        schemas += "    s" + number + ": {type: string}\n";
        parameters += "      p" + number + ": {schema: {type: string}}\n";
        channels += "  c" + number + ": {$ref: 'other.yaml#/c" + number + "'}\n";
        operations +=
            "  o" + number + ": {action: send, channel: {$ref: 'other.yaml#/c" + number + "'}}\n";
    }
    QTest::newRow("components") << "unused-component"
                                << text(version2("components:\n  schemas:\n" + schemas));
    QTest::newRow("parameters") << "channel-parameters"
                                << text(version2("channels:\n  'a/{p}':\n    parameters:\n" +
                                                 parameters));
    const std::string version3 = "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\n";
    QTest::newRow("operations") << "operation-channel"
                                << text(version3 + "channels:\n" + channels + "operations:\n" +
                                        operations);
}

/// The last one says that there are more; and nothing takes the square of their number.
void TestMeaning::manyFindings()
{
    QFETCH(QString, rule);
    QFETCH(QString, source);
    QElapsedTimer timer;
    const auto workspace = workspaceOf(source.toStdString());
    timer.start();
    const auto all = found(workspace, rule.toStdString());
    QVERIFY2(timer.elapsed() < 10'000, std::to_string(timer.elapsed()).c_str());
    QCOMPARE(all.size(), std::size_t(1'000));
    QVERIFY(!all[998].message.ends_with("are mended."));
    QVERIFY(all[999].message.ends_with("There are more of this kind in this file, which are told "
                                       "when some are mended."));
}

/// A default inside a schema is a warning, an outermost one an error, by one rule.
void TestMeaning::adviceHidesNoError()
{
    std::string inner;
    for (int i = 0; i < 1'500; ++i)
        inner += "        p" + std::to_string(i) + ": {type: integer, default: x1}\n";
    const auto all = found(workspaceOf(version2("components:\n  schemas:\n    a:\n"
                                                "      properties:\n" +
                                                inner + "    b: {type: object, default: 1}\n")),
                           "schema-default");
    QCOMPARE(all.size(), std::size_t(1'001));
    QCOMPARE(std::count_if(all.begin(), all.end(),
                           [](const Diagnostic &each) { return each.severity == Severity::Error; }),
             1);
}

/// Values of the wrong kind, everywhere: whatever is found, nothing breaks.
void TestMeaning::hostileDocuments()
{
    const std::vector<std::string> values{"null",
                                          "[]",
                                          "{}",
                                          "x",
                                          "1",
                                          "[null, {}, [x]]",
                                          "{a: null, b: [x], c: {$ref: '#/none'}}",
                                          "{$ref: '#/none'}",
                                          "{$ref: '#/channels'}"};
    for (const char *version : {"2.6.0", "3.0.0"})
        for (const std::string &a : values)
            for (const std::string &b : values) {
                const std::string inner = "{tags: " + a + ", servers: " + b + ", publish: " + a +
                                          ", address: " + b + ", messages: " + a +
                                          ", security: " + b + ", parameters: " + a +
                                          ", channel: " + b + ", traits: " + a + "}";
                std::string source = "asyncapi: " + std::string(version) + "\n";
                for (const char *key : {"servers", "channels", "operations", "components"})
                    source += std::string(key) + ": {'{x}/?': " + inner + ", y: " + a +
                              ", channels: " + b + "}\n";
                source += "info: " + a + "\ntags: " + b + "\n";
                const auto workspace = workspaceOf(source);
                QVERIFY(!workspace->conformance(*workspace->file("a.yaml")).empty());
            }
}

QTEST_APPLESS_MAIN(TestMeaning)
#include "tst_meaning.moc"
