// SPDX-License-Identifier: Apache-2.0
// The command as a script sees it: output, exit codes, files.
#include "commandtest.h"

#include <QJsonArray>
#include <QJsonObject>

#include <filesystem>

class TestMw : public CommandTest
{
    Q_OBJECT

private slots:

    void init() { makeFolder(); }

    void helpTeaches();
    void wrongUsage_data();
    void wrongUsage();
    void sampleHasItsOneFinding();
    void checkOfOneSpec();
    void checkOfNoSpec();
    void unreadableInput_data();
    void unreadableInput();
    void aclsOfTheExample();
    void topicsOfTheSample();
    void graphLayouts();
    void graphAsPdfAndPng();
    void graphFormats_data();
    void graphFormats();
    void focusNarrowsTheGraph();
    void hopsMayBeAll();
    void aSavedViewIsDrawn();
    void graphObservesACluster();
    void graphObservesNoClusterThatIsNotThere();
    void planApplyPlanIsEmpty();
    void savedPlanIsApplied();
    void planWritesNothing();
    void editedPlanThatIsNoneIsRefused();
    void escapesAreInert();
};

void TestMw::helpTeaches()
{
    const Run run = mw({QStringLiteral("--help")});
    QCOMPARE(run.exitCode, 0);
    for (const char *word :
         {"check", "acls", "topics", "graph", "convert", "plan", "apply", "Exit codes"})
        QVERIFY2(run.out.contains(word), word);
    QVERIFY(
        mw({QStringLiteral("plan"), QStringLiteral("--help")}).out.contains("--detailed-exitcode"));
}

void TestMw::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{QStringLiteral("destroy")};
    QTest::newRow("unknown format") << QStringList{"check", sample, "--format", "xml"};
    QTest::newRow("plan without an environment") << QStringList{"plan", sample};
    QTest::newRow("unknown environment") << QStringList{"plan", sample, "--env", "moon"};
    QTest::newRow("apply without an environment") << QStringList{"apply", sample};
    QTest::newRow("unknown focus")
        << QStringList{"graph", sample, "--format", "json", "--focus", "x.y"};
    QTest::newRow("unknown kind of deletes")
        << QStringList{"plan", sample, "--env", "sandbox", "--prune=topics,all of it"};
}

void TestMw::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Run run = mw(arguments);
    QCOMPARE(run.exitCode, 64);
    QVERIFY(run.out.isEmpty());
    QVERIFY(!run.err.isEmpty());
}

void TestMw::sampleHasItsOneFinding()
{
    const Run run = mw({"check", sample, "--format", "json", "--severity", "warning"});
    QCOMPARE(run.exitCode, 1);
    const QJsonArray findings = run.json()[QLatin1String("diagnostics")].toArray();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0][QLatin1String("rule")].toString(),
             QStringLiteral("naming/unknown-keyword"));
    QCOMPARE(findings[0][QLatin1String("file")].toString(),
             QStringLiteral("retail/pricing/pricing.yaml"));
    QVERIFY(run.json()[QLatin1String("summary")][QLatin1String("files")].toInt() >= 14);
}

void TestMw::checkOfOneSpec()
{
    const Run clean = mw({"check", sample + QStringLiteral("/finance/campaign/campaign.yaml")});
    QCOMPARE(clean.exitCode, 0);
    QVERIFY2(clean.out.contains("1 spec checked: 0 errors"), clean.out.constData());
    const Run faulty = mw({"check", sample + QStringLiteral("/retail/pricing/pricing.yaml")});
    QCOMPARE(faulty.exitCode, 1);
    QVERIFY(faulty.out.contains("fix: Rename to '_public.price-changed'"));
}

void TestMw::checkOfNoSpec()
{
    const QString file = write(QStringLiteral("w/a.yaml"), "asynapi: '2.6.0'\n");
    const Run run = mw({"check", file, "--format", "json"});
    QCOMPARE(run.exitCode, 1);
    const QJsonObject finding = run.json()[QLatin1String("diagnostics")].toArray().at(0).toObject();
    QCOMPARE(finding[QLatin1String("reference")].toString(),
             QStringLiteral("asyncapi-is-asyncapi"));
    QCOMPARE(finding[QLatin1String("path")].toArray(), QJsonArray());
    QCOMPARE(finding[QLatin1String("fixes")][0][QLatin1String("title")].toString(),
             QStringLiteral("Write 'asyncapi'"));
}

void TestMw::unreadableInput_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const QByteArray head = "asyncapi: '2.6.0'\nid: 'urn:a.b.c'\n";
    QTest::newRow("empty folder") << "" << QByteArray() << 65 << QByteArray("no spec");
    QTest::newRow("unclosed quote") << "a.yaml" << head + "info: {title: 'x\n"
                                    << 1 << QByteArray("a.yaml:");
    QTest::newRow("NUL byte") << "a.yaml" << head + QByteArray("x: \0y\n", 6) << 1
                              << QByteArray("a.yaml");
    QTest::newRow("no id")
        << "a.yaml"
        << QByteArray("asyncapi: '2.6.0'\ninfo: {title: x, version: '1'}\nchannels: {}\n") << 1
        << QByteArray("id/missing");
    QTest::newRow("10 000 deep") << "a.yaml" << head + "x: " + QByteArray(10'000, '[') << 1
                                 << QByteArray("yaml/too-deep");
    QByteArray bomb = head + "x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray last = QByteArray::number(i - 1);
        bomb += "x" + QByteArray::number(i) + ": &x" + QByteArray::number(i) + " [" +
                QByteArray("*x" + last + ", ").repeated(9) + "*x" + last + "]\n";
    }
    QTest::newRow("alias bomb") << "a.yaml" << bomb << 1 << QByteArray("yaml/too-many-aliases");
    QTest::newRow("tab") << "a.yaml" << head + "info:\n\ttitle: x\n" << 1 << QByteArray("yaml/tab");
}

void TestMw::unreadableInput()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    if (!name.isEmpty())
        write(QStringLiteral("w/") + name, text);
    QDir(m_folder->path()).mkpath(QStringLiteral("w"));
    const Run run = mw({"check", m_folder->filePath(QStringLiteral("w"))});
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2((run.out + run.err).contains(says), (run.out + run.err).constData());
}

void TestMw::aclsOfTheExample()
{
    const QString spec = write(
        QStringLiteral("w/campaign.yaml"),
        "asyncapi: '2.6.0'\nid: 'urn:acme.finance.campaign'\nchannels:\n"
        "  _public.sale: {publish: {}}\n"
        "  _protected.margin: {publish: {tags: [{name: 'grant-access:acme.health.fitness'}]}}\n"
        "  _private.draft: {publish: {}}\n"
        "  legacy: {publish: {}}\n"
        "  acme.retail.shop._public.order: {subscribe: {}}\n");
    write(QStringLiteral("w/fitness.yaml"),
          "asyncapi: '2.6.0'\nid: 'urn:acme.health.fitness'\nchannels: {}\n");
    const Run run = mw({"acls", spec, "--format", "json"});
    QCOMPARE(run.exitCode, 0);
    QStringList lines;
    for (const QJsonValue &acl : run.json()[QLatin1String("acls")].toArray())
        lines << QStringList{acl[QLatin1String("resourceType")].toString(),
                             acl[QLatin1String("patternType")].toString(),
                             acl[QLatin1String("name")].toString(),
                             acl[QLatin1String("principal")].toString(),
                             acl[QLatin1String("operation")].toString()}
                     .join(QLatin1Char(' '));
    const QString own = QStringLiteral("acme.finance.campaign");
    const QString user = QStringLiteral("User:acme.finance.campaign");
    const auto row = [](const QString &resource, const QString &name, const QString &principal,
                        const QString &operation) {
        return resource + QLatin1Char(' ') + name + QLatin1Char(' ') + principal +
               QLatin1Char(' ') + operation;
    };
    const QStringList expected = {
        row("GROUP LITERAL", own, user, "DELETE"),
        row("GROUP LITERAL", own, user, "READ"),
        row("GROUP PREFIXED", own + ".", user, "DELETE"),
        row("GROUP PREFIXED", own + ".", user, "READ"),
        row("TOPIC LITERAL", own + "._protected.margin", "User:acme.health.fitness", "READ"),
        row("TOPIC LITERAL", own + ".legacy", user, "READ"),
        row("TOPIC LITERAL", own + ".legacy", user, "WRITE"),
        row("TOPIC PREFIXED", own + "._private.", user, "CREATE"),
        row("TOPIC PREFIXED", own + "._private.", user, "DELETE"),
        row("TOPIC PREFIXED", own + "._private.", user, "READ"),
        row("TOPIC PREFIXED", own + "._private.", user, "WRITE"),
        row("TOPIC PREFIXED", own + "._protected.", user, "READ"),
        row("TOPIC PREFIXED", own + "._protected.", user, "WRITE"),
        row("TOPIC PREFIXED", own + "._public.", "User:*", "READ"),
        row("TOPIC PREFIXED", own + "._public.", user, "READ"),
        row("TOPIC PREFIXED", own + "._public.", user, "WRITE"),
        row("TRANSACTIONAL_ID LITERAL", own, user, "WRITE"),
        row("TRANSACTIONAL_ID PREFIXED", own + ".", user, "WRITE")};
    QCOMPARE(lines, expected);
}

void TestMw::topicsOfTheSample()
{
    const Run run = mw({"topics", sample, "--format", "json"});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray topics = run.json()[QLatin1String("topics")].toArray();
    QVERIFY(topics.size() > 50);
    bool found = false;
    for (const QJsonValue &topic : topics)
        if (topic[QLatin1String("name")].toString() ==
            QLatin1String("acme.finance.campaign._public.sale")) {
            found = true;
            QCOMPARE(topic[QLatin1String("access")].toString(), QStringLiteral("public"));
            QCOMPARE(topic[QLatin1String("context")].toString(),
                     QStringLiteral("acme.finance.campaign"));
            QCOMPARE(topic[QLatin1String("schemas")][0][QLatin1String("type")].toString(),
                     QStringLiteral("AVRO"));
        }
    QVERIFY(found);
    QCOMPARE(mw({"topics", sample, "--format", "json"}).out, run.out);
}

void TestMw::graphLayouts()
{
    const QString company = m_folder->filePath("company");
    std::filesystem::copy(sample.toStdString(), company.toStdString(),
                          std::filesystem::copy_options::recursive);
    QSet<QByteArray> pictures;
    for (const char *layout : {"columns", "flow", "force", "grid"}) {
        const Run run = mw({"graph", company, "--format", "svg", "--layout", layout});
        QCOMPARE(run.exitCode, 0);
        pictures.insert(run.out);
    }
    QCOMPARE(pictures.size(), 4);
    QCOMPARE(mw({"graph", company, "--format", "svg", "--layout", "heap"}).exitCode, 64);
    write("company/meshwright.layout.yaml", "contexts:\n  acme.logistics.fleet: [600, 500]\n");
    QVERIFY(!pictures.contains(mw({"graph", company, "--format", "svg"}).out));
    QVERIFY(pictures.contains(mw({"graph", company, "--format", "svg", "--layout", "flow"}).out));
}

void TestMw::graphAsPdfAndPng()
{
    if (!QFile::exists(qEnvironmentVariable("MESHWRIGHT_BIN") + QStringLiteral("/meshwright")))
        QSKIP("this build has no window");
    for (const auto &[format, begin] : {std::pair("pdf", "%PDF-"), std::pair("png", "\x89PNG")}) {
        const QString path = m_folder->filePath(QStringLiteral("g.") + QLatin1String(format));
        const Run run = mw({"graph", sample, "--format", format, "-o", path});
        QVERIFY2(run.exitCode == 0, run.err);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith(begin) && bytes.size() > 10'000);
    }
    QCOMPARE(mw({"graph", sample, "--format", "pdf"}).exitCode, 64);
    QCOMPARE(mw({"graph", sample, "--format", "pdf", "-o", "g.svg"}).exitCode, 64);
    QCOMPARE(mw({"graph", sample, "--format", "png", "-o", "/nowhere/g.png"}).exitCode, 1);
    QCOMPARE(mw({"graph", m_folder->path(), "--format", "png", "-o", "e.png"}).exitCode, 65);
}

void TestMw::graphFormats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("json") << "json" << QByteArray("{");
    QTest::newRow("dot") << "dot" << QByteArray("digraph");
    QTest::newRow("svg") << "svg" << QByteArray("<");
    QTest::newRow("mermaid") << "mermaid" << QByteArray("flowchart");
    QTest::newRow("drawio") << "drawio" << QByteArray("<?xml");
}

void TestMw::graphFormats()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, begins);
    const QString file = m_folder->filePath(QStringLiteral("graph.out"));
    const Run run = mw({"graph", sample, "--format", format, "-o", file});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.isEmpty(), run.err.constData());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY2(text.startsWith(begins), text.left(80).constData());
    QVERIFY(text.contains("campaign"));
}

namespace {

QStringList idsOf(const Run &run)
{
    QStringList ids;
    for (const QJsonValue &context : run.json()["contexts"].toArray())
        ids << context["id"].toString();
    return ids;
}

/// a → b → c → d: each reads what the one before says.
QByteArray linkOfChain(char name, char before)
{
    const QByteArray own(1, name);
    QByteArray text = "asyncapi: '2.6.0'\nid: 'urn:acme.f." + own + "'\ninfo: {title: " + own +
                      ", version: '1', contact: {name: Team " + own +
                      "}}\nchannels:\n  _public.t: {publish: {}}\n";
    if (before)
        text += "  acme.f." + QByteArray(1, before) + "._public.t: {subscribe: {}}\n";
    return text;
}

} // namespace

void TestMw::hopsMayBeAll()
{
    for (char name = 'a'; name <= 'd'; ++name)
        write(QStringLiteral("%1.yaml").arg(QLatin1Char(name)),
              linkOfChain(name, name > 'a' ? char(name - 1) : 0));
    const auto near = [&](const char *hops) {
        return idsOf(mw({"graph", ".", "--format", "json", "--focus", "acme.f.a", "--hops", hops,
                         "--direction", "downstream"}));
    };
    QCOMPARE(near("2"), (QStringList{"acme.f.a", "acme.f.b", "acme.f.c"}));
    QCOMPARE(near("all"), (QStringList{"acme.f.a", "acme.f.b", "acme.f.c", "acme.f.d"}));
    const Run wrong = mw({"graph", ".", "--format", "json", "--focus", "acme.f.a", "--hops", "x"});
    QVERIFY(wrong.exitCode != 0 && wrong.err.contains("--hops"));
}

// Acceptance 37
void TestMw::aSavedViewIsDrawn()
{
    for (char name = 'a'; name <= 'd'; ++name)
        write(QStringLiteral("%1.yaml").arg(QLatin1Char(name)),
              linkOfChain(name, name > 'a' ? char(name - 1) : 0));
    write("meshwright.views.yaml", "version: 1\nviews:\n"
                                   "  - {name: Two teams, owners: [Team a, Team b]}\n"
                                   "  - {name: Near c, focus: {context: acme.f.c, hops: 1}}\n"
                                   "  - {name: Gone, focus: {context: acme.f.x}}\n"
                                   "  - {name: Orphans, status: [orphan]}\n");
    const auto shown = [&](const char *view) {
        return idsOf(mw({"graph", ".", "--format", "json", "--view", view}));
    };
    QCOMPARE(shown("Two teams"), (QStringList{"acme.f.a", "acme.f.b"}));
    QCOMPARE(shown("Near c"), (QStringList{"acme.f.b", "acme.f.c", "acme.f.d"}));
    QCOMPARE(shown("Orphans"), QStringList{"acme.f.d"});
    const auto refused = [&](const char *view) {
        const Run run = mw({"graph", ".", "--format", "json", "--view", view});
        return run.exitCode == 64 || run.exitCode == 2 ? run.err : QByteArray("not refused");
    };
    QCOMPARE(refused("x"), QByteArray("mw: there is no view 'x'; meshwright.views.yaml has 'Two "
                                      "teams', 'Near c', 'Gone', 'Orphans'.\n"));
    QVERIFY(refused("Gone").contains("no bounded context 'acme.f.x'"));
}

void TestMw::focusNarrowsTheGraph()
{
    const Run whole = mw({"graph", sample, "--format", "json"});
    const Run near =
        mw({"graph", sample, "--format", "json", "--focus", "acme.logistics.fleet", "--hops", "1"});
    QCOMPARE(near.exitCode, 0);
    const auto count = [](const Run &run) {
        return run.json()[QLatin1String("contexts")].toArray().size();
    };
    QVERIFY(count(near) >= 1);
    QVERIFY(count(near) < count(whole));
}

// A sandbox has topics, and nobody who reads.
void TestMw::graphObservesACluster()
{
    const auto observe = [&](const QStringList &more) {
        return mw(QStringList{"graph", sample, "--observe", "sandbox", "--format"} + more);
    };
    const auto kinds = [](const Run &run) {
        QMap<QString, int> counts;
        for (const QJsonValue &each : run.json()[QLatin1String("observed")]["mismatches"].toArray())
            ++counts[each[QLatin1String("kind")].toString()];
        return counts;
    };
    const Run before = observe({"json"});
    QVERIFY2(before.exitCode == 0, before.err.constData());
    QVERIFY2(before.err.contains("a sandbox runs no consumers"), before.err.constData());
    const QJsonValue seen = before.json()[QLatin1String("observed")];
    QCOMPARE(seen[QLatin1String("environment")].toString(), QStringLiteral("sandbox"));
    QCOMPARE(seen[QLatin1String("readings")].toArray().size(), 0);
    QCOMPARE(kinds(before).keys(), QStringList("missing-topic"));
    QVERIFY(kinds(observe({"json", "--focus", "acme.logistics.fleet", "--hops", "0"}))
                .value("missing-topic") < kinds(before).value("missing-topic"));
    QVERIFY(!mw({"graph", sample, "--format", "json"}).json().object().contains("observed"));

    QCOMPARE(mw({"apply", sample, "--env", "sandbox"}).exitCode, 0);
    QVERIFY(kinds(observe({"json"})).value("missing-topic") <
            kinds(before).value("missing-topic") / 4); // but for the spec with the slip
    const Run map = observe({"markdown"});
    QVERIFY(map.out.contains("## On the cluster of `sandbox`\n\nIt is a sandbox"));
}

void TestMw::graphObservesNoClusterThatIsNotThere()
{
    const QString folder = QFileInfo(write(QStringLiteral("o/a.yaml"),
                                           "asyncapi: '2.6.0'\nid: 'urn:a.b.c'\n"
                                           "info: {title: x, version: '1'}\nchannels: {}\n"))
                               .path();
    write(QStringLiteral("o/meshwright.yaml"),
          "version: 1\nenvironments:\n  far: {connector: kafka, bootstrap: '127.0.0.1:1'}\n");
    const Run far = mw({"graph", folder, "--format", "json", "--observe", "far"});
    QCOMPARE(far.exitCode, 69);
    QVERIFY(far.out.isEmpty());
    QVERIFY2(far.err.contains("can't be reached"), far.err.constData());
    QCOMPARE(mw({"graph", folder, "--format", "json", "--observe", "moon"}).exitCode, 64);
}

void TestMw::planApplyPlanIsEmpty()
{
    const Run first =
        mw({"plan", sample, "--env", "sandbox", "--format", "json", "--detailed-exitcode"});
    QVERIFY2(first.exitCode == 2, (first.out + first.err).constData());
    const int creates = first.json()[QLatin1String("summary")][QLatin1String("create")].toInt();
    QVERIFY(creates > 60);
    const QJsonArray problems = first.json()[QLatin1String("problems")].toArray();
    QCOMPARE(problems.size(), 1); // others refer to pricing's types, and are planned all the same
    QCOMPARE(problems[0][QLatin1String("resource")].toString(),
             QStringLiteral("acme.retail.pricing"));
    const Run applied = mw({"apply", sample, "--env", "sandbox", "--format", "json"});
    QVERIFY2(applied.exitCode == 0, (applied.out + applied.err).constData());
    QCOMPARE(applied.json()[QLatin1String("summary")][QLatin1String("done")].toInt(), creates);
    const QString report = m_folder->filePath(QStringLiteral("report.json"));
    const Run again = mw({"apply", sample, "--env", "sandbox", "--format", "json", "-o", report});
    QCOMPARE(again.exitCode, 0);
    QVERIFY2(again.out.isEmpty(), again.out.constData());
    QVERIFY(QFile::exists(report)); // also of nothing to do
    const Run second =
        mw({"plan", sample, "--env", "sandbox", "--format", "json", "--detailed-exitcode"});
    QVERIFY2(second.exitCode == 0, (second.out + second.err).constData());
    QVERIFY(second.json()[QLatin1String("items")].toArray().isEmpty());
    QCOMPARE(second.json()[QLatin1String("summary")][QLatin1String("unchanged")].toInt(), creates);
}

void TestMw::savedPlanIsApplied()
{
    const QString plan = m_folder->filePath(QStringLiteral("plan.json"));
    QCOMPARE(mw({"plan", sample, "--env", "sandbox", "-o", plan}).exitCode, 0);
    const Run other = mw({"apply", plan, "--env", "sandbox"});
    QCOMPARE(other.exitCode, 64);
    QVERIFY2(other.err.contains("a saved plan has its environment in it"), other.err);
    const Run applied = mw({"apply", plan, "--workspace", sample, "--yes"});
    QVERIFY2(applied.exitCode == 0, (applied.out + applied.err).constData());
    QCOMPARE(mw({"plan", sample, "--env", "sandbox", "--detailed-exitcode"}).exitCode, 0);
    // The cluster has moved since: each item is stale or found as it should be, and nothing is
    // repeated.
    const Run again = mw({"apply", plan, "--workspace", sample, "--yes", "--format", "json"});
    QCOMPARE(again.json()[QLatin1String("summary")][QLatin1String("failed")].toInt(), 0);
}

void TestMw::planWritesNothing()
{
    const QByteArray first = mw({"plan", sample, "--env", "sandbox", "--format", "json"}).out;
    const QJsonArray items = QJsonDocument::fromJson(first)[QLatin1String("items")].toArray();
    const QByteArray second = mw({"plan", sample, "--env", "sandbox", "--format", "json"}).out;
    QCOMPARE(QJsonDocument::fromJson(second)[QLatin1String("items")].toArray(), items);
}

void TestMw::editedPlanThatIsNoneIsRefused()
{
    const QString plan = write(QStringLiteral("plan.json"), "{\"version\": 1, \"items\": [\n");
    const Run run = mw({"apply", plan, "--workspace", sample});
    QCOMPARE(run.exitCode, 65);
    QVERIFY(run.err.contains("plan.json"));
}

void TestMw::escapesAreInert()
{
    write(QStringLiteral("w/c.yaml"), "asyncapi: '2.6.0'\nid: \"urn:a.\\e[31m.b\"\nchannels: {}\n");
    const Run run = mw({"check", m_folder->filePath(QStringLiteral("w"))});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!run.out.contains('\x1b'));
    QVERIFY2(run.out.contains("<U+001B>[31m"), run.out.constData());
}

QTEST_GUILESS_MAIN(TestMw)
#include "tst_mw.moc"
