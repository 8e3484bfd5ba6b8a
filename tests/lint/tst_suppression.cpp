// SPDX-License-Identifier: Apache-2.0
// How grave findings are here, and which ones a comment allows.
#include "meshwright/lint/allowing.h"
#include "meshwright/lint/lint.h"

#include <QTest>

#include <map>

using namespace meshwright;

namespace {

using Texts = std::map<std::string, std::string>;

std::string spec(const std::string &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\nchannels:\n" +
           channels;
}

Judgement judged(const Texts &texts)
{
    Judgement judgement = judge(*buildTopology(Workspace::fromTexts(texts)));
    std::erase_if(judgement.findings,
                  [](const Diagnostic &each) { return each.rule.starts_with("asyncapi/"); });
    return judgement;
}

/// `warning naming/version, …; allowed naming/format (reason)`
QString printed(const Judgement &judgement)
{
    QStringList parts;
    for (const Diagnostic &each : judgement.findings)
        parts << QString::fromStdString(std::string(nameOf(each.severity)) + " " + each.rule);
    for (const AllowedFinding &each : judgement.allowed)
        parts << QString::fromStdString("allowed " + each.finding.rule + " (" + each.reason + ")");
    return parts.join(QLatin1String(", "));
}

} // namespace

class TestSuppression : public QObject
{
    Q_OBJECT

private slots:

    void comments_data()
    {
        QTest::addColumn<QString>("channels");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *channels, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(channels) << QString::fromUtf8(expected);
        };
        row("none", "  _public.a_v2: {publish: {}}\n", "warning naming/version");
        row("line above",
            "  # meshwright: allow naming/version - until June\n  _public.a_v2: {publish: {}}\n",
            "allowed naming/version (until June)");
        row("same line",
            "  _public.a_v2: {publish: {}} # meshwright: allow naming/version – until June\n",
            "allowed naming/version (until June)");
        row("not two lines above",
            "  # meshwright: allow naming/version - until June\n\n  _public.a_v2: {publish: {}}\n",
            "info suppression/unused, warning naming/version");
        row("beside another line is not above",
            "  _public.a: {publish: {}} # meshwright: allow naming/version - until June\n"
            "  _public.a_v2: {publish: {}}\n",
            "info suppression/unused, warning naming/version");
        row("two above each other",
            "  # meshwright: allow naming/version - until June\n"
            "  # meshwright: allow naming/infrastructure - as long as it moves\n"
            "  _public.kafka.a_v2: {publish: {}}\n",
            "allowed naming/infrastructure (as long as it moves), allowed naming/version (until "
            "June)");
        row("two rules of one comment",
            "  # meshwright: allow naming/version, naming/infrastructure - until June\n"
            "  _public.kafka.a_v2: {publish: {}}\n",
            "allowed naming/infrastructure (until June), allowed naming/version (until June)");
        row("another rule stays",
            "  # meshwright: allow naming/version - until June\n"
            "  _public.kafka.a_v2: {publish: {}}\n",
            "warning naming/infrastructure, allowed naming/version (until June)");
        row("no reason", "  # meshwright: allow naming/version\n  _public.a_v2: {publish: {}}\n",
            "warning suppression/no-reason, warning naming/version");
        row("a dash and no reason",
            "  # meshwright: allow naming/version -\n  _public.a_v2: {publish: {}}\n",
            "warning suppression/no-reason, warning naming/version");
        row("no rule", "  # meshwright: allow - because\n  _public.a: {publish: {}}\n",
            "warning suppression/no-reason");
        row("unknown rule",
            "  # meshwright: allow naming/versoin - until June\n  _public.a: {publish: {}}\n",
            "warning suppression/unknown-rule");
        row("nothing to allow",
            "  # meshwright: allow naming/version - until June\n  _public.a: {publish: {}}\n",
            "info suppression/unused");
        row("an error that keeps the spec out of a plan",
            "  # meshwright: allow naming/unknown-keyword - we like it\n"
            "  _pubic.a: {publish: {}}\n",
            "warning suppression/not-allowed, error naming/unknown-keyword");
        row("another comment",
            "  # allow naming/version - it is not us who is asked\n"
            "  _public.a_v2: {publish: {}}\n",
            "warning naming/version");
        row("a text that is no comment",
            "  _public.a_v2: {publish: {summary: '# meshwright: allow naming/version - x'}}\n",
            "warning naming/version");
    }

    void comments()
    {
        QFETCH(QString, channels);
        QFETCH(QString, expected);
        QCOMPARE(printed(judged({{"a.yaml", spec(channels.toStdString())}})), expected);
    }

    void severities_data()
    {
        QTest::addColumn<QString>("checks");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *severity, const char *expected) {
            QTest::newRow(severity) << QStringLiteral("version: 1\nchecks:\n  severity: {%1}\n")
                                           .arg(QLatin1String(severity))
                                    << QString(expected);
        };
        row("naming/version: error", "error naming/version, error naming/unknown-keyword");
        row("naming/version: info", "info naming/version, error naming/unknown-keyword");
        row("naming/version: off", "error naming/unknown-keyword");
        row("naming/unknown-keyword: warning",
            "warning naming/version, error naming/unknown-keyword, error settings/invalid");
        row("naming/unknown-keyword: off",
            "warning naming/version, error naming/unknown-keyword, error settings/invalid");
        row("naming/unknown-keyword: error",
            "warning naming/version, error naming/unknown-keyword");
        row("naming/versoin: off",
            "warning naming/version, error naming/unknown-keyword, error settings/invalid");
    }

    void severities()
    {
        QFETCH(QString, checks);
        QFETCH(QString, expected);
        const auto found = judged({{"meshwright.yaml", checks.toStdString()},
                                   {"a.yaml", spec("  _public.a_v2: {publish: {}}\n"
                                                   "  _pubic.b: {publish: {}}\n")}});
        QCOMPARE(printed(found), expected);
    }

    void aMisspeltRuleHasAFix()
    {
        const auto found = judged(
            {{"meshwright.yaml", "version: 1\nchecks: {severity: {naming/versoin: off}}\n"}});
        QCOMPARE(found.findings.size(), std::size_t{1});
        QCOMPARE(found.findings[0].fixes.size(), std::size_t{1});
        QCOMPARE(found.findings[0].fixes[0].edit.files.at("meshwright.yaml")[0].replacement,
                 std::string("naming/version"));
    }

    void anAdviceMayBeAnErrorHere()
    {
        const Texts texts{{"meshwright.yaml",
                           "version: 1\nchecks: {severity: {asyncapi/info-contact: error, "
                           "asyncapi/tags: off}}\n"},
                          {"a.yaml", spec("  _public.a: {publish: {}}\n")}};
        int contacts = 0;
        for (const Diagnostic &each : lint(*buildTopology(Workspace::fromTexts(texts)))) {
            QVERIFY(each.rule != "asyncapi/tags");
            contacts += each.rule == "asyncapi/info-contact" && each.severity == Severity::Error;
        }
        QCOMPARE(contacts, 1);
    }

    /// What is raised to an error may still be allowed, and one file's share is the same.
    void raisedFindingsAreAllowed()
    {
        const Texts texts{
            {"meshwright.yaml", "version: 1\nchecks: {severity: {naming/version: error}}\n"},
            {"a.yaml", spec("  # meshwright: allow naming/version - until June\n"
                            "  _public.a_v2: {publish: {}}\n"
                            "  _public.b_v2: {publish: {}}\n")}};
        QCOMPARE(printed(judged(texts)),
                 QString("error naming/version, allowed naming/version (until June)"));
        const auto topology = buildTopology(Workspace::fromTexts(texts));
        auto parts = lintFile(*topology, "a.yaml");
        const auto settings = lintFile(*topology, "meshwright.yaml");
        parts.insert(parts.end(), settings.begin(), settings.end());
        QVERIFY(parts == lint(*topology));
    }

    void allowingWritesTheComment()
    {
        const Texts texts{{"a.yaml", spec("  _public.a_v2: {publish: {}}\r\n")}};
        const auto workspace = Workspace::fromTexts(texts);
        const auto topology = buildTopology(workspace);
        const auto found = judged(texts).findings;
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(mayBeAllowed(found[0]));
        QVERIFY(!allowHere(*topology, found[0], "  "));
        const auto edit = allowHere(*topology, found[0], " until June ");
        QVERIFY(edit.has_value());
        const auto next = workspace->withEdit(*edit);
        QCOMPARE(std::string((*next)->text("a.yaml")->bytes()),
                 spec("  # meshwright: allow naming/version - until June\r\n"
                      "  _public.a_v2: {publish: {}}\r\n"));
    }

    void whatKeepsASpecOutOfAPlanIsNotAllowed()
    {
        const Texts texts{{"a.yaml", spec("  _pubic.a: {publish: {}}\n")}};
        const auto found = judged(texts).findings;
        QVERIFY(!mayBeAllowed(found[0]));
        QVERIFY(!allowHere(*buildTopology(Workspace::fromTexts(texts)), found[0], "we like it"));
    }

    /// In a file with a fault in its syntax, most rules have not looked yet.
    void aCutFileHasNoUnusedComment()
    {
        const auto found = judged({{"a.yaml", spec("  # meshwright: allow naming/version - x y\n"
                                                   "  _public.a_v2: {publish: {\n")}});
        for (const Diagnostic &each : found.findings)
            QVERIFY(each.rule != "suppression/unused");
    }
};

QTEST_APPLESS_MAIN(TestSuppression)
#include "tst_suppression.moc"
