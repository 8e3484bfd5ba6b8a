// SPDX-License-Identifier: Apache-2.0
// Policy files as texts: what is read, what is refused and where, which state is in force.
#include "meshwright/lint/lint.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace meshwright;

namespace {

const std::string settings = "version: 1\npolicies: [p.yaml]\n";
const std::string good = "version: 1\n"
                         "policies:\n"
                         "  - id: short\n"
                         "    when: {tag: pii}\n"
                         "    override: {retention.ms: {most: 48h}}\n";

PolicyFilePtr read(const std::string &text)
{
    return readPolicies("p.yaml", yaml::Document::parse(makeText(text)));
}

/// `line:column message` of the first problem, or nothing.
QString problemOf(const std::string &policy)
{
    const std::string text = "version: 1\npolicies:\n  - " + policy + "\n";
    const auto file = read(text);
    if (file->problems.empty())
        return {};
    const auto at = file->document->text()->position(file->problems.front().range.begin);
    return QStringLiteral("%1:%2 %3")
        .arg(at.line)
        .arg(at.column)
        .arg(QString::fromStdString(file->problems.front().message));
}

void write(const std::filesystem::path &path, const std::string &text)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

class TestPolicyFile : public QObject
{
    Q_OBJECT

private slots:

    void readsAll()
    {
        const auto file = read("version: 1\n"
                               "policies:\n"
                               "  - id: all\n"
                               "    title: T\n"
                               "    owner: data-office\n"
                               "    reason: R\n"
                               "    severity: error\n"
                               "    environments: [production, test]\n"
                               "    when:\n"
                               "      tag: [pii, PII]\n"
                               "      field: pii\n"
                               "      access: [public, protected]\n"
                               "      topic: 'acme.*'\n"
                               "      domain: acme.finance\n"
                               "      context: acme.finance.*\n"
                               "      settings: {cleanup.policy: [compact, 'compact,delete']}\n"
                               "    unless: {tag: 'cleaned-from:*'}\n"
                               "    require: {owner: true, min.insync.replicas: {least: 2}}\n"
                               "    forbid: {access: public}\n"
                               "    default: {partitions: 6, retention.ms: 7d}\n"
                               "    override: {retention.ms: {least: 1 h, most: 48h}}\n"
                               "quality:\n"
                               "  - id: complete\n"
                               "    owner: quality\n"
                               "    rule: No more than 1 % of the values are missing\n"
                               "    when: {tag: pii}\n"
                               "    metadata: {threshold: 0.01}\n");
        QVERIFY2(file->problems.empty(),
                 file->problems.empty() ? "" : file->problems.front().message.c_str());
        const Policy &policy = file->policies.at(0);
        QCOMPARE(policy.severity, Severity::Error);
        QVERIFY(policy.holdsIn("test") && !policy.holdsIn("dev"));
        QCOMPARE(policy.when.accesses, (std::vector{Access::Public, Access::Protected}));
        QCOMPARE(policy.when.fields, std::vector<std::string>{"pii"});
        QCOMPARE(policy.when.settings.at(0).values,
                 (std::vector<std::string>{"compact", "compact,delete"}));
        QVERIFY(policy.require.at(0).isAny);
        QCOMPARE(policy.require.at(1).least, std::optional(2.0));
        QCOMPARE(policy.defaults.at(1).values, std::vector<std::string>{"604800000"});
        QCOMPARE(policy.overrides.at(0).least, std::optional(3600000.0));
        QCOMPARE(policy.overrides.at(0).most, std::optional(172800000.0));
        QCOMPARE(policy.overrides.at(0).line, 21U);
        QCOMPARE(file->quality.at(0).metadata.at("threshold"), std::string("0.01"));
    }

    void aFaultHasItsPlaceAndAHint_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const char *policy, const char *told) {
            QTest::newRow(name) << policy << told;
        };
        row("no id", "{forbid: {access: public}}", "3:5 A policy needs an 'id'");
        row("asks for nothing", "{id: a, when: {tag: x}}", "asks for nothing");
        row("unknown key", "{id: a, requires: {owner: true}}", "Did you mean 'require'?");
        row("unknown subject", "{id: a, require: {retention: 5}}",
            "3:23 'retention' is no topic setting of Kafka");
        row("near subject", "{id: a, require: {retention.msx: 5}}", "Did you mean 'retention.ms'?");
        row("wrong value", "{id: a, default: {cleanup.policy: compcat}}",
            "'compcat' is no value of cleanup.policy");
        row("wrong duration", "{id: a, default: {retention.ms: 2 moons}}",
            "'2 moons' is no value of retention.ms");
        row("no bounds", "{id: a, forbid: {access: {most: 3}}}", "no bounds");
        row("bounds of a default", "{id: a, default: {partitions: {least: 3}}}", "one value");
        row("bounds that exclude all", "{id: a, require: {partitions: {least: 3, most: 2}}}",
            "No value");
        row("sets a word", "{id: a, default: {owner: me}}", "A policy can set");
        row("unknown access", "{id: a, forbid: {access: secret}}", "public, protected or private");
        row("empty condition", "{id: a, when: {}, forbid: {access: public}}", "names no condition");
        row("severity", "{id: a, severity: fatal, forbid: {access: public}}",
            "error, warning, info");
        row("list of an override", "{id: a, override: {partitions: [1, 2]}}", "one value");
        row("description with a value", "{id: a, require: {description: x}}", "write true");
    }

    void aFaultHasItsPlaceAndAHint()
    {
        QFETCH(QString, policy);
        QFETCH(QString, told);
        const QString problem = problemOf(policy.toStdString());
        QVERIFY2(problem.contains(told), qPrintable(problem));
    }

    void idsAreUniqueAndTheVersionIsKnown()
    {
        QVERIFY(read("policies: []\n")->isBroken);
        QVERIFY(read("version: 2\npolicies: []\n")->isBroken);
        QVERIFY(!read("version: 1\n")->isBroken);
        for (const char *empty : {"", "# nothing yet\n", "---\n"})
            QVERIFY(read(empty)->isBroken);
        QVERIFY(read("version: 1\npolicies:\n  - {id: a, forbid: {access: public}}\n"
                     "  - {id: a, forbid: {access: public}}\n")
                    ->isBroken);
    }

    void theBuiltInOnesAreSound()
    {
        for (const auto name : builtinPolicies()) {
            const auto file = builtinPolicyFile(name);
            QVERIFY(file && !file->isBroken && !file->policies.empty());
            for (const Policy &policy : file->policies)
                QVERIFY(!policy.title.empty() && !policy.reason.empty());
        }
        QVERIFY(!builtinPolicyFile("none"));
    }

    void theLastGoodStateStaysInForce()
    {
        auto workspace = Workspace::fromTexts({{"meshwright.yaml", settings}, {"p.yaml", good}});
        const auto inForce = [&] { return workspace->policyFiles().at(0); };
        QCOMPARE(inForce()->policies.size(), std::size_t(1));
        for (const char *text :
             {"version: 1\npolicies: [", "version: 1\npolicies:\n  - {id: b}\n"}) {
            workspace = workspace->withText("p.yaml", makeText(text));
            QVERIFY(inForce()->isBroken);
            QCOMPARE(inForce()->policies.at(0).id, std::string("short"));
            const auto findings = lint(*buildTopology(workspace));
            QVERIFY(std::any_of(findings.begin(), findings.end(), [](const auto &each) {
                return each.file == "p.yaml" && each.severity == Severity::Error &&
                       each.range.begin > 0;
            }));
        }
        workspace = workspace->withText("p.yaml", makeText("version: 1\n"));
        QVERIFY(!inForce()->isBroken && inForce()->policies.empty());
        workspace = workspace->withText("p.yaml", makeText(good));
        QCOMPARE(inForce()->policies.size(), std::size_t(1));
        workspace = workspace->withoutFile("p.yaml");
        QCOMPARE(inForce()->policies.size(), std::size_t(1));
        QVERIFY(inForce()->isBroken);
        QVERIFY(!workspace->settingsProblems().empty());
    }

    void aFileOfAnotherFolderCounts()
    {
        QTemporaryDir folder;
        const std::filesystem::path root(folder.path().toStdString());
        write(root / "office/policies.yaml", good);
        write(root / "specs/meshwright.yaml", "version: 1\npolicies: [../office/policies.yaml]\n");
        write(root / "specs/a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.a'\n"
                                     "info: {title: a, version: '1'}\nchannels: {}\n");
        auto workspace = *Workspace::open(root / "specs");
        QVERIFY(workspace->settingsProblems().empty());
        QCOMPARE(workspace->policyFiles().at(0)->policies.at(0).id, std::string("short"));
        const std::string path = "../office/policies.yaml";
        QVERIFY(workspace->isIncluded(path) && workspace->exists(path));

        write(root / "office/policies.yaml", "version: 1\n");
        workspace = workspace->reloaded(path);
        QVERIFY(workspace->policyFiles().at(0)->policies.empty());

        // Broken by another program: what was read before stays in force.
        const auto before = *Workspace::open(root / "specs");
        write(root / "office/policies.yaml", good);
        const auto sound = (*Workspace::open(root / "specs"))->withLastGood(*before);
        write(root / "office/policies.yaml", "version: 1\npolicies: [");
        const auto broken = (*Workspace::open(root / "specs"))->withLastGood(*sound);
        QVERIFY(broken->policyFiles().at(0)->isBroken);
        QCOMPARE(broken->policyFiles().at(0)->policies.size(), std::size_t(1));

        workspace = workspace->withText("meshwright.yaml", makeText("version: 1\n"));
        QVERIFY(workspace->policyFiles().empty() && !workspace->exists(path));
        workspace = workspace->withText("meshwright.yaml",
                                        makeText("version: 1\npolicies: [../office/none.yaml]\n"));
        QCOMPARE(workspace->settingsProblems().size(), std::size_t(1));
        QVERIFY(QString::fromStdString(workspace->settingsProblems().at(0).message)
                    .contains("There is no file"));
        const auto findings = lint(*buildTopology(workspace), RuleGroup::Policies);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].rule, std::string("policy/invalid"));
    }

    void theSettingsNameSoundFiles_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("told");
        QTest::newRow("builtin") << "builtin:pi"
                                 << "Did you mean 'builtin:pii'?";
        QTest::newRow("absolute") << "/etc/policies.yaml"
                                  << "one machine";
        QTest::newRow("twice") << "p.yaml, ./p.yaml"
                               << "named twice";
    }

    void theSettingsNameSoundFiles()
    {
        QFETCH(QString, entry);
        QFETCH(QString, told);
        const auto workspace = Workspace::fromTexts(
            {{"meshwright.yaml", "version: 1\npolicies: [" + entry.toStdString() + "]\n"},
             {"p.yaml", good}});
        QCOMPARE(workspace->settingsProblems().size(), std::size_t(1));
        const auto message = QString::fromStdString(workspace->settingsProblems().at(0).message);
        QVERIFY2(message.contains(told), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(TestPolicyFile)
#include "tst_policyfile.moc"
