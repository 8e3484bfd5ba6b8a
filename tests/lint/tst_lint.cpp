// SPDX-License-Identifier: Apache-2.0
#include "meshwright/lint/lint.h"

#include <QTest>

#include <map>

using namespace meshwright;

namespace {

using Texts = std::map<std::string, std::string>;

const std::string campaign = "asyncapi: '2.6.0'\n"
                             "id: 'urn:acme.finance.campaign'\n"
                             "info: {title: Campaign, version: '1'}\n"
                             "channels:\n"
                             "  _public.sale:\n"
                             "    publish: {message: {name: sale}}\n"
                             "  _protected.margin:\n"
                             "    publish:\n"
                             "      tags:\n"
                             "        - name: 'grant-access:acme.health.fitness'\n"
                             "  _private.draft:\n"
                             "    publish: {message: {name: draft}}\n";

std::string spec(const std::string &id, const std::string &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: A, version: '1'}\nchannels:\n" +
           channels;
}

const std::string fitness =
    spec("acme.health.fitness", "  acme.finance.campaign._protected.margin: {subscribe: {}}\n");

/// One finding a line: file:line:column rule severity 'text under it'.
std::string printed(const Topology &topology, const std::vector<Diagnostic> &findings)
{
    std::string out;
    for (const Diagnostic &each : findings) {
        const SourceText &text = *topology.workspace->file(each.file)->text;
        const Position at = text.position(each.range.begin);
        out += each.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
               each.rule + " " + std::string(nameOf(each.severity)) + " " +
               std::string(text.slice(each.range)) + "\n";
    }
    return out;
}

/// What is found, but for advice and AsyncAPI's own rules, which have tests of their own.
std::vector<Diagnostic> findingsOf(const Topology &topology)
{
    std::vector<Diagnostic> findings = lint(topology);
    std::erase_if(findings,
                  [](const Diagnostic &each) { return each.rule.starts_with("asyncapi/"); });
    return findings;
}

std::string found(const Texts &texts)
{
    const TopologyPtr topology = buildTopology(Workspace::fromTexts(texts));
    return printed(*topology, findingsOf(*topology));
}

QStringList rulesOf(const std::vector<Diagnostic> &findings)
{
    QStringList names;
    for (const Diagnostic &each : findings)
        names << QString::fromStdString(each.rule);
    return names;
}

} // namespace

class TestLint : public QObject
{
    Q_OBJECT

private slots:

    void concernsTheCluster_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<bool>("concerns");
        const auto row = [](const char *rule, const char *path, bool concerns,
                            const char *file = "a.yaml") {
            const QString places = QString::fromLatin1(path);
            QTest::addRow("%s at %s of %s", rule, path, file)
                << QString::fromLatin1(rule) << QString::fromLatin1(file)
                << places.split(QLatin1Char('/')) << concerns;
        };
        row("asyncapi/structure", "channels/c/bindings/kafka", true);
        row("asyncapi/structure", "channels/c/publish/message/payload/type", false);
        row("asyncapi/structure", "components/schemas/s/type", false);
        row("asyncapi/structure", "components/messages/m/headers", false);
        row("asyncapi/structure", "type", false, "sale.avsc");
        row("asyncapi/structure", "channel/bindings", true, "shared.yaml");
        row("asyncapi/operation-id-unique", "channels/c/publish/operationId", false);
        row("asyncapi/message-example", "channels/c/publish/message/examples/0", false);
        row("asyncapi/channel-parameters", "channels/c/parameters", true);
        row("yaml/syntax", "channels", true);
        row("kafka/partitions", "channels/c/bindings/kafka/partitions", true);
        row("naming/unknown-keyword", "channels/c", true);
    }

    void concernsTheCluster()
    {
        QFETCH(QString, rule);
        QFETCH(QString, file);
        QFETCH(QStringList, path);
        QFETCH(bool, concerns);
        Diagnostic finding;
        finding.rule = rule.toStdString();
        finding.file = file.toStdString();
        for (const QString &token : path)
            finding.path.push_back(token.toStdString());
        QCOMPARE(concernsCluster(finding), concerns);
    }

    void findings_data();
    void findings();
    void fixes_data();
    void fixes();
    void grantFixWritesIntoTheOwnersSpec();
    void messageSaysWhatToDo();
    void brokenFileLeavesTheOthersChecked();
    void oneFileEqualsItsShareOfTheWhole();
    void adviceIsSwitchedOff();
    void oneFaultIsToldOnce();
    void referenceParsersCodeStandsOnce();
    void unknownPatchIsJudgedByItsLine();
};

void TestLint::findings_data()
{
    QTest::addColumn<QStringList>("texts"); // file, text, file, text …
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Texts &texts, const char *expected) {
        QStringList list;
        for (const auto &[file, text] : texts)
            list << QString::fromStdString(file) << QString::fromStdString(text);
        QTest::newRow(name) << list << QString(expected);
    };
    row("clean", {{"c.yaml", campaign}, {"f.yaml", fitness}}, "");
    row("misspelt keyword", {{"a.yaml", spec("acme.f.c", "  _pubic.sale: {publish: {}}\n")}},
        "a.yaml:5:3 naming/unknown-keyword error _pubic.sale\n");
    row("keyword without its sign",
        {{"a.yaml", spec("acme.f.c", "  public.sale: {publish: {}}\n")}},
        "a.yaml:5:3 naming/unknown-keyword error public.sale\n");
    row("no keyword", {{"a.yaml", spec("acme.f.c", "  sale: {publish: {}}\n")}},
        "a.yaml:5:3 naming/no-keyword warning sale\n");
    row("path form", {{"a.yaml", spec("acme.f.c", "  _public/sale: {publish: {}}\n")}},
        "a.yaml:5:3 naming/legacy-form warning _public/sale\n");
    row("no type", {{"a.yaml", spec("acme", "  _public.sale: {publish: {}}\n")}},
        "a.yaml:5:3 naming/pattern warning _public.sale\n");
    row("region in the id",
        {{"a.yaml", spec("acme.us-east1.sales", "  _public.x: {publish: {}}\n")}},
        "a.yaml:2:5 naming/infrastructure warning 'urn:acme.us-east1.sales'\n");
    row("region in a topic",
        {{"a.yaml", spec("acme.f.c", "  _public.sale-eu-west-1: {publish: {}}\n")}},
        "a.yaml:5:3 naming/infrastructure warning _public.sale-eu-west-1\n");
    row("consumes what nobody owns",
        {{"a.yaml", spec("acme.f.c", "  other.shop._public.order: {subscribe: {}}\n")}},
        "a.yaml:5:3 access/unknown-owner warning other.shop._public.order\n");
    row("consumes a topic that its owner lacks",
        {{"a.yaml", spec("acme.f.d", "  acme.f.c._public.slae: {subscribe: {}}\n")},
         {"b.yaml", spec("acme.f.c", "  _public.sale: {publish: {}}\n")}},
        "a.yaml:5:3 access/unknown-topic error acme.f.c._public.slae\n");
    row("consumes a private topic",
        {{"a.yaml", spec("acme.f.d", "  acme.f.c._private.sale: {subscribe: {}}\n")},
         {"b.yaml", spec("acme.f.c", "  _private.sale: {publish: {}}\n")}},
        "a.yaml:5:3 access/private error acme.f.c._private.sale\n");
    row("refers to the schema of a private topic",
        {{"a.yaml", spec("acme.f.d", "  _public.x:\n    publish: {message: {payload: {$ref: "
                                     "x.json}}}\n")},
         {"x.json", "{\"properties\": {\"s\": {\"$ref\": \"sale.json\"}}}"},
         {"sale.json", "{\"type\": \"object\"}"},
         {"b.yaml", spec("acme.f.c", "  _private.sale:\n    publish: {message: {payload: {$ref: "
                                     "sale.json}}}\n")}},
        "a.yaml:6:41 access/private error x.json\n");
    row("refers to the schema of a topic that it may read",
        {{"a.yaml", spec("acme.f.d", "  _public.x:\n    publish: {message: {payload: {$ref: "
                                     "x.json}}}\n")},
         {"x.json", "{\"properties\": {\"s\": {\"$ref\": \"sale.json\"}}}"},
         {"sale.json", "{\"type\": \"object\"}"},
         {"b.yaml", spec("acme.f.c", "  _public.sale:\n    publish: {message: {payload: {$ref: "
                                     "sale.json}}}\n")}},
        "");
    row("consumes a protected topic without a grant",
        {{"a.yaml",
          spec("acme.f.d", "  acme.finance.campaign._protected.margin: {subscribe: {}}\n")},
         {"c.yaml", campaign},
         {"f.yaml", fitness}},
        "a.yaml:5:3 access/no-grant error acme.finance.campaign._protected.margin\n");
    row("consumes with a grant",
        {{"c.yaml", campaign},
         {"f.yaml", spec("acme.health.fitness",
                         "  acme.finance.campaign._protected.margin: {subscribe: {}}\n")}},
        "");
    row("writes another's topic",
        {{"a.yaml", spec("acme.f.d", "  acme.f.c._public.sale: {publish: {}}\n")},
         {"b.yaml", spec("acme.f.c", "  _public.sale: {publish: {}}\n")}},
        "a.yaml:5:3 access/writes-foreign error acme.f.c._public.sale\n");
    row("grant to nobody", {{"c.yaml", campaign}},
        "c.yaml:10:17 grant/unknown-context warning 'grant-access:acme.health.fitness'\n");
    row("grant on a public topic",
        {{"a.yaml",
          spec("acme.f.c", "  _public.x: {publish: {tags: [{name: 'grant-access:acme.f.d'}]}}\n")},
         {"b.yaml", spec("acme.f.d", "  _public.y: {publish: {}}\n")}},
        "a.yaml:5:39 grant/not-protected info 'grant-access:acme.f.d'\n");
    row("one id twice",
        {{"a.yaml", spec("acme.f.c", "  _public.x: {publish: {}}\n")},
         {"b.yaml", spec("acme.f.c", "  _public.y: {publish: {}}\n")}},
        "b.yaml:2:5 id/duplicate error 'urn:acme.f.c'\n");
    row("one topic twice in a spec",
        {{"a.yaml",
          spec("acme.f.c", "  _public.x: {publish: {}}\n  acme.f.c._public.x: {publish: {}}\n")}},
        "a.yaml:6:3 topic/duplicate error acme.f.c._public.x\n");
    row("id that begins another",
        {{"a.yaml", spec("acme.sales", "  _public.x: {publish: {}}\n")},
         {"b.yaml", spec("acme.salesforce", "  _public.x: {publish: {}}\n")}},
        "a.yaml:2:5 id/prefix warning 'urn:acme.sales'\n");
    row("id within another",
        {{"a.yaml", spec("acme.finance", "  _public.x: {publish: {}}\n")},
         {"b.yaml", spec("acme.finance.campaign", "  _public.x: {publish: {}}\n")}},
        "a.yaml:2:5 id/nested warning 'urn:acme.finance'\n");
    row("id that names nothing", {{"a.yaml", spec("acme finance", "  {}\n")}},
        "a.yaml:2:5 id/malformed error 'urn:acme finance'\n");
    row("no id", {{"a.yaml", "asyncapi: '2.6.0'\ninfo: {title: A, version: '1'}\nchannels: {}\n"}},
        "a.yaml:1:11 id/missing error '2.6.0'\n");
    row("unknown version", {{"a.yaml", "asyncapi: '4.0.0'\nid: 'urn:a.b'\nchannels: {}\n"}},
        "a.yaml:1:11 spec/version error '4.0.0'\n");
    row("unknown patch of a known version",
        {{"a.yaml", "asyncapi: 2.6.3\nid: 'urn:a.b'\nchannels: {}\n"}},
        "a.yaml:1:11 spec/version error 2.6.3\n");
    row("version as a number", {{"a.yaml", "asyncapi: 2.6\nid: 'urn:a.b'\nchannels: {}\n"}},
        "a.yaml:1:11 spec/version error 2.6\n");
    row("illegal letters", {{"a.yaml", spec("acme.f.c", "  _public.sälé: {publish: {}}\n")}},
        "a.yaml:5:3 kafka/topic-name error _public.sälé\na.yaml:5:3 naming/pattern warning "
        "_public.sälé\n");
    row("names that collide",
        {{"a.yaml",
          spec("acme.f.c", "  _public.a_b: {publish: {}}\n  _public.a.b: {publish: {}}\n")}},
        "a.yaml:5:3 kafka/name-collision error _public.a_b\n"
        "a.yaml:6:3 kafka/name-collision error _public.a.b\n");
    row("numbers and settings",
        {{"a.yaml", spec("acme.f.c", "  _public.x:\n"
                                     "    bindings:\n"
                                     "      kafka:\n"
                                     "        partitions: 0\n"
                                     "        replicas: three\n"
                                     "        topicConfiguration:\n"
                                     "          retention.msec: 1000\n"
                                     "          retention.ms: soon\n"
                                     "          cleanup.policy: [compat]\n"
                                     "    publish: {}\n")}},
        "a.yaml:8:21 kafka/partitions error 0\n"
        "a.yaml:9:19 kafka/replicas error three\n"
        "a.yaml:11:11 kafka/unknown-setting error retention.msec\n"
        "a.yaml:12:25 kafka/setting-value error soon\n"
        "a.yaml:13:27 kafka/setting-value error [compat]\n");
    row("another protocol is left alone",
        {{"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:a.b'\nservers: {m: {url: h, protocol: mqtt}}\n"
                    "channels:\n  light/measured: {publish: {}}\n"}},
        "");
    row("reference to nothing",
        {{"a.yaml",
          spec("acme.f.c",
               "  _public.x: {publish: {message: {$ref: '#/components/messages/m'}}}\n")}},
        "a.yaml:5:41 reference/unresolved error '#/components/messages/m'\n");
    row("reference outside",
        {{"a.yaml",
          spec("acme.f.c", "  _public.x: {publish: {message: {$ref: '../../etc/passwd'}}}\n")}},
        "a.yaml:5:41 reference/outside error '../../etc/passwd'\n");
    row("reference over the network",
        {{"a.yaml",
          spec("acme.f.c", "  _public.x: {publish: {message: {$ref: 'https://x.example/m'}}}\n")}},
        "a.yaml:5:41 reference/not-followed info 'https://x.example/m'\n");
    row("key twice",
        {{"a.yaml", spec("acme.f.c", "  _public.x: {publish: {}}\n  _public.x: {publish: {}}\n")}},
        "a.yaml:6:3 yaml/duplicate-key error _public.x\n");
}

void TestLint::findings()
{
    QFETCH(QStringList, texts);
    QFETCH(QString, expected);
    Texts files;
    for (int i = 0; i < texts.size(); i += 2)
        files[texts[i].toStdString()] = texts[i + 1].toStdString();
    QCOMPARE(QString::fromStdString(found(files)), expected);
}

void TestLint::fixes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const std::string &before, const std::string &after) {
        QTest::newRow(name) << QString::fromStdString(before) << QString::fromStdString(after);
    };
    row("keyword, quotes and comment kept",
        spec("acme.f.c", "  '_pubic.sale': # all\r\n    publish: {}\n"),
        spec("acme.f.c", "  '_public.sale': # all\r\n    publish: {}\n"));
    row("setting",
        spec("acme.f.c", "  _public.x: {publish: {}, bindings: {kafka: {topicConfiguration: "
                         "{retention.msec: 1}}}}\n"),
        spec("acme.f.c", "  _public.x: {publish: {}, bindings: {kafka: {topicConfiguration: "
                         "{retention.ms: 1}}}}\n"));
    row("version as a number", "asyncapi: 2.6\nid: 'urn:a.b'\nchannels: {}\n",
        "asyncapi: 2.6.0\nid: 'urn:a.b'\nchannels: {}\n");
    row("path form", spec("acme.f.c", "  _public/sale: {publish: {}}\n"),
        spec("acme.f.c", "  _public.sale: {publish: {}}\n"));
    row("a tab below a key", spec("acme.f.c", "  _public.x: # all\n\tpublish: {}\n"),
        spec("acme.f.c", "  _public.x: # all\n    publish: {}\n"));
    row("tabs of several lines",
        spec("acme.f.c", "  _public.x:\n\t\tpublish:\n\t\t\tsummary: A\n\t\t\tdescription: B\n"),
        spec("acme.f.c", "  _public.x:\n    publish:\n      summary: A\n      description: B\n"));
    row("a tab beside a key",
        spec("acme.f.c", "  _public.x: {publish: {}}\n\t_public.y: {publish: {}}\n"),
        spec("acme.f.c", "  _public.x: {publish: {}}\n  _public.y: {publish: {}}\n"));
    row("key with its references in AsyncAPI 3",
        "asyncapi: '3.0.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\nchannels:\n"
        "  _pubic.sale: {}\noperations:\n  sell: {action: send, channel: {$ref: "
        "'#/channels/_pubic.sale'}}\n",
        "asyncapi: '3.0.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\nchannels:\n"
        "  _public.sale: {}\noperations:\n  sell: {action: send, channel: {$ref: "
        "'#/channels/_public.sale'}}\n");
}

void TestLint::fixes()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const WorkspacePtr workspace = Workspace::fromTexts({{"a.yaml", before.toStdString()}});
    const auto findings = findingsOf(*buildTopology(workspace));
    QCOMPARE(findings.size(), std::size_t(1));
    QVERIFY(!findings.front().fixes.empty());
    const auto &edits = findings.front().fixes.front().edit.files.at("a.yaml");
    const auto fixed = applyEdits(*workspace->file("a.yaml")->text, edits);
    QVERIFY(fixed.has_value());
    QCOMPARE(QString::fromStdString((*fixed)->bytes()), after);
    QCOMPARE(found({{"a.yaml", (*fixed)->bytes()}}), std::string());
}

void TestLint::grantFixWritesIntoTheOwnersSpec()
{
    Texts texts = {{"c.yaml", campaign},
                   {"d.yaml", spec("acme.f.d",
                                   "  acme.finance.campaign._protected.margin: {subscribe: {}}\n")},
                   {"f.yaml", fitness}};
    const WorkspacePtr workspace = Workspace::fromTexts(texts);
    const auto findings = findingsOf(*buildTopology(workspace));
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().fixes.size(), std::size_t(1));
    const auto &edits = findings.front().fixes.front().edit.files.at("c.yaml");
    texts["c.yaml"] = (*applyEdits(*workspace->file("c.yaml")->text, edits))->bytes();
    QVERIFY(texts["c.yaml"].find("        - name: 'grant-access:acme.f.d'\n") != std::string::npos);
    QCOMPARE(found(texts), std::string());
}

void TestLint::messageSaysWhatToDo()
{
    const auto findings = findingsOf(*buildTopology(
        Workspace::fromTexts({{"a.yaml", spec("acme.f.c", "  _pubic.sale: {publish: {}}\n")}})));
    const QString message = QString::fromStdString(findings.front().message);
    QVERIFY2(message.contains("Did you mean '_public'?"), qPrintable(message));
    const std::vector<std::string> path = {"channels", "_pubic.sale"};
    QCOMPARE(findings.front().path, path);
}

void TestLint::brokenFileLeavesTheOthersChecked()
{
    const std::string out = found({{"a.yaml", "asyncapi: '2.6.0'\nid: [unclosed\n"},
                                   {"b.yaml", spec("acme.f.c", "  _pubic.sale: {publish: {}}\n")}});
    QVERIFY2(out.starts_with("a.yaml:"), out.c_str());
    QVERIFY2(out.find("b.yaml:5:3 naming/unknown-keyword") != std::string::npos, out.c_str());
}

void TestLint::oneFileEqualsItsShareOfTheWhole()
{
    const TopologyPtr topology = buildTopology(Workspace::fromTexts(
        {{"a.yaml", spec("acme.f.d", "  acme.f.c._private.x: {subscribe: {}}\n")},
         {"b.yaml", spec("acme.f.c", "  _pubic.sale: {publish: {}}\n")}}));
    std::vector<Diagnostic> parts = lintFile(*topology, "a.yaml");
    const auto rest = lintFile(*topology, "b.yaml");
    parts.insert(parts.end(), rest.begin(), rest.end());
    QVERIFY(parts == lint(*topology));
}

void TestLint::adviceIsSwitchedOff()
{
    const std::string text = "asyncapi: 2.6.0\nid: urn:acme.f.c\ninfo: {title: T, version: '1'}\n"
                             "channels: {}\n";
    const auto rulesWith = [&](const std::string &checks) {
        const auto topology = buildTopology(
            Workspace::fromTexts({{"a.yaml", text}, {"meshwright.yaml", "version: 1\n" + checks}}));
        return rulesOf(lint(*topology));
    };
    const QStringList all = rulesWith("");
    QVERIFY(all.contains("asyncapi/tags") && all.contains("asyncapi/info-contact"));
    QCOMPARE(rulesWith("checks: {advice: on}\n"), all);
    QCOMPARE(rulesWith("checks: {skip: [asyncapi/tags]}\n").size(), all.size() - 1);
    QVERIFY(!rulesWith("checks: {skip: [asyncapi/tags]}\n").contains("asyncapi/tags"));
    QVERIFY(!rulesWith("checks: {advice: off}\n").contains("asyncapi/info-contact"));
}

/// The conventions ask for an id too: only by its own group is the advice told.
void TestLint::oneFaultIsToldOnce()
{
    const auto topology = buildTopology(
        Workspace::fromTexts({{"a.yaml", "asyncapi: 2.6.0\ninfo: {title: T, version: '1'}\n"}}));
    const QStringList all = rulesOf(lint(*topology));
    QVERIFY(all.contains("id/missing") && !all.contains("asyncapi/id"));
    const QStringList asyncapi = rulesOf(lint(*topology, RuleGroup::AsyncApi));
    QVERIFY(asyncapi.contains("asyncapi/id") && !asyncapi.contains("id/missing"));
    QCOMPARE(rulesOf(lint(*topology, RuleGroup::Conventions)), QStringList{"id/missing"});
}

/// Where a target is not there, the reference parser says so once, and never beside a `$ref`.
void TestLint::referenceParsersCodeStandsOnce()
{
    const auto topology = buildTopology(Workspace::fromTexts(
        {{"a.yaml", "asyncapi: 2.6.0\nid: urn:acme.sales\ninfo: {title: T, version: '1'}\n"
                    "channels: {}\nx-a: {$ref: '#/channels', more: {$ref: '#/no'}}\n"
                    "x-b: {$ref: '#/no'}\nx-c: {$ref: '#/no'}\nx-d: *none\n"}}));
    QStringList found;
    for (const Diagnostic &each : lint(*topology)) {
        QString path;
        for (const std::string &token : each.path)
            path += '/' + QString::fromStdString(token);
        if (each.severity == Severity::Error)
            found += QString::fromStdString(each.rule + ' ' + each.reference) + ' ' + path;
    }
    const QStringList expected{"reference/unresolved  /x-a/more/$ref",
                               "reference/unresolved invalid-ref /x-b/$ref",
                               "reference/unresolved  /x-c/$ref", "yaml/unknown-alias parser "};
    QCOMPARE(found, expected);
}

void TestLint::unknownPatchIsJudgedByItsLine()
{
    const auto topology = buildTopology(
        Workspace::fromTexts({{"a.yaml", "asyncapi: 2.6.3\nid: urn:acme.sales\nchannels: {}\n"}}));
    const QStringList errors = rulesOf(lint(*topology));
    QCOMPARE(errors.filter("spec/version").size(), 1);
    QCOMPARE(errors.filter("asyncapi/structure").size(), 1); // no info
}

QTEST_APPLESS_MAIN(TestLint)
#include "tst_lint.moc"
