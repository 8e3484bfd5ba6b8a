// SPDX-License-Identifier: Apache-2.0
#include "meshwright/lint/lint.h"
#include "meshwright/slices/slices.h"

#include <QtTest>

using namespace meshwright;

namespace {

using Texts = std::map<std::string, std::string>;

/// A spec of acme.finance.campaign with these lines under `info` and at the root.
std::string spec(const std::string &info, const std::string &root = {})
{
    return "asyncapi: '2.6.0'\nid: 'urn:acme.finance.campaign'\n" + root +
           "info:\n  title: C\n  version: '1'\n" + info + "channels: {}\n";
}

Texts company(const std::string &settings, const std::string &text)
{
    Texts texts{{"a.yaml", text}};
    if (!settings.empty())
        texts["meshwright.yaml"] = "version: 1\nchecks: {advice: off}\n" + settings;
    return texts;
}

/// `principal fits User:x`, a line for each item that is declared or asked for.
QStringList lines(const Texts &texts)
{
    const auto list = slices::checklistOf(*buildTopology(Workspace::fromTexts(texts)));
    QStringList all;
    for (const slices::Row &row : list.rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const slices::Cell &cell = row.cells[i];
            std::string line = list.items[i].name + ' ' + std::string(nameOf(cell.state));
            for (const asyncapi::Located &each : cell.declared)
                line += ' ' + each.value;
            if (cell.state == slices::State::Differs)
                line += " not " + cell.expected;
            if (cell.state != slices::State::Undeclared || !row.cells[i].declared.empty())
                all << QString::fromStdString(line);
        }
    return all;
}

std::vector<Diagnostic> found(const Texts &texts)
{
    auto findings = lint(*buildTopology(Workspace::fromTexts(texts)));
    std::erase_if(findings,
                  [](const Diagnostic &each) { return !each.rule.starts_with("slice/"); });
    return findings;
}

} // namespace

class TestSlices : public QObject
{
    Q_OBJECT

private slots:

    void placeholders_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *pattern, const char *value, const char *more = "") {
            QTest::addRow("%s%s", pattern, more)
                << QString::fromLatin1(more) +
                       QStringLiteral("slices: {repository: '%1'}\n").arg(pattern)
                << QString::fromLatin1(value);
        };
        const char *acme = "organisation: acme\n";
        row("https://github.com/[organisation]/[domain]", "https://github.com/acme/finance", acme);
        row("[domain].[service]", "finance.campaign", acme);
        row("[domain].[service]", "acme.finance.campaign");
        row("[organisation]/[service]", "acme/campaign");
        row("[id]-[id]", "acme.finance.campaign-acme.finance.campaign");
        row("plain", "plain");
    }

    void placeholders()
    {
        QFETCH(QString, settings);
        QFETCH(QString, value);
        const std::string text = value.toStdString();
        QCOMPARE(lines(company(settings.toStdString(), spec("  x-repository: " + text + "\n"))),
                 QStringList{"repository fits " + value});
        QCOMPARE(lines(company(settings.toStdString(), spec("  x-repository: other\n"))),
                 QStringList{"repository differs other not " + value});
    }

    void whatIsDeclaredWhere_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const std::string &settings, const std::string &text,
                            const QStringList &expected) {
            QTest::newRow(name) << QString::fromStdString(settings) << QString::fromStdString(text)
                                << expected;
        };
        row("nothing", "", spec(""), {});
        row("under info", "", spec("  x-package: com.acme\n"), {"package fits com.acme"});
        row("at the root", "", spec("", "x-package: com.acme\n"), {"package fits com.acme"});
        row("info comes first", "", spec("  x-package: a\n", "x-package: b\n"), {"package fits a"});
        row("several", "slices: {services: '[service]'}\n",
            spec("  x-services: [campaign, sales]\n"),
            {"services differs campaign sales not campaign"});
        row("a field of one's own", "slices: {wiki: {pattern: '[service]', field: x-docs}}\n",
            spec("  x-docs: campaign\n"), {"wiki fits campaign"});
        row("longer groups", "",
            spec("  x-groups: [acme.finance.campaign, acme.finance.campaign.a]\n"),
            {"groups fits acme.finance.campaign acme.finance.campaign.a"});
        row("another's groups", "", spec("  x-groups: acme.finance.campaigns\n"),
            {"groups differs acme.finance.campaigns not acme.finance.campaign"});
        row("transactional ids", "", spec("  x-transactional-ids: sales\n"),
            {"transactionalIds differs sales not acme.finance.campaign"});
        row("a principal with its kind", "", spec("  x-principal: User:acme.finance.campaign\n"),
            {"principal fits User:acme.finance.campaign"});
        row("another principal", "", spec("  x-principal: User:sa-1\n"),
            {"principal differs User:sa-1 not acme.finance.campaign"});
        row("an environment's principal",
            "environments: {p: {bootstrap: 'h:1', overrides: {principals: {acme.finance.campaign: "
            "'User:sa-1'}}}}\n",
            spec("  x-principal: User:sa-1\n"), {"principal fits User:sa-1"});
        row("no text", "", spec("  x-package: {a: b}\n"), {});
    }

    void whatIsDeclaredWhere()
    {
        QFETCH(QString, settings);
        QFETCH(QString, text);
        QTEST(lines(company(settings.toStdString(), text.toStdString())), "expected");
    }

    void aMismatchIsMended()
    {
        const std::string settings = "organisation: acme\nslices: {repository: 'git/[domain]'}\n";
        const std::string right = spec("  x-repository: 'git/finance' # ours\n");
        QVERIFY(found(company(settings, right)).empty());
        const Texts texts = company(settings, spec("  x-repository: 'git/finanze' # ours\n"));
        const auto findings = found(texts);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings.front().rule, std::string("slice/mismatch"));
        QCOMPARE(findings.front().severity, Severity::Warning);
        const auto after = Workspace::fromTexts(texts)->withEdit(findings.front().fixes.at(0).edit);
        QVERIFY(after.has_value());
        QCOMPARE(QString::fromStdString((*after)->file("a.yaml")->text->bytes()),
                 QString::fromStdString(right));
    }

    void whatIsRequiredIsAdded()
    {
        const std::string settings = "slices: {package: {pattern: 'com.[id]', required: true}, "
                                     "pipeline: {required: true}, support: {}}\n";
        const Texts texts = company(settings, spec(""));
        const auto findings = found(texts);
        QCOMPARE(findings.size(), std::size_t(2)); // support is not required
        for (const Diagnostic &each : findings) {
            QCOMPARE(each.rule, std::string("slice/undeclared"));
            QCOMPARE(each.severity, Severity::Info);
        }
        const auto withFix = std::find_if(findings.begin(), findings.end(),
                                          [](const auto &each) { return !each.fixes.empty(); });
        QVERIFY(withFix != findings.end());
        const auto after = Workspace::fromTexts(texts)->withEdit(withFix->fixes.at(0).edit);
        QVERIFY(after.has_value());
        const std::string bytes((*after)->file("a.yaml")->text->bytes());
        QCOMPARE(QString::fromStdString(bytes),
                 QString::fromStdString(spec("  x-package: com.acme.finance.campaign\n")));
        QCOMPARE(found(company(settings, bytes)).size(), std::size_t(1)); // the pipeline
    }

    /// Without the setting nothing is said of what nobody declares.
    void noNoiseUnasked()
    {
        QVERIFY(found(company("", spec(""))).empty());
        QVERIFY(found(company("", spec("  x-repository: anything\n"))).empty());
        QCOMPARE(found(company("", spec("  x-groups: other\n"))).size(), std::size_t(1));
        QVERIFY(found(company("slices: {}\n", spec("  x-groups: other\n"))).empty());
    }

    void wrongSettingsAreTold_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("message");
        QTest::newRow("placeholder") << "slices: {package: '[sevice]'}\n"
                                     << "Did you mean '[service]'?";
        QTest::newRow("open") << "slices: {package: 'a[id'}\n"
                              << "no placeholder '[id'";
        QTest::newRow("key") << "slices: {package: {patern: a}}\n"
                             << "Did you mean 'pattern'?";
        QTest::newRow("flag") << "slices: {package: {required: often}}\n"
                              << "must be true or false";
        QTest::newRow("list") << "slices: [package]\n"
                              << "must be a mapping";
    }

    void wrongSettingsAreTold()
    {
        QFETCH(QString, settings);
        QFETCH(QString, message);
        const auto workspace =
            Workspace::fromTexts({{"meshwright.yaml", "version: 1\n" + settings.toStdString()}});
        QCOMPARE(workspace->settingsProblems().size(), std::size_t(1));
        const auto told = QString::fromStdString(workspace->settingsProblems().front().message);
        QVERIFY2(told.contains(message), qPrintable(told));
    }
};

QTEST_APPLESS_MAIN(TestSlices)
#include "tst_slices.moc"
