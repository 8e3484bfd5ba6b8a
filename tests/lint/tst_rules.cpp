// SPDX-License-Identifier: Apache-2.0
// Every rule by its own example: what it finds, what its fixes do, and the page that says so.
#include "meshwright/lint/lint.h"
#include "meshwright/lint/rulepage.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <tuple>

using namespace meshwright;

namespace {

using Texts = std::map<std::string, std::string>;

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::vector<Diagnostic> findingsOf(const Rule &rule, const WorkspacePtr &workspace)
{
    return lint(*buildTopology(workspace), rule.group);
}

bool has(const std::vector<Diagnostic> &findings, std::string_view rule)
{
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Diagnostic &each) { return each.rule == rule; });
}

/// Errors by file and rule.
std::map<std::pair<std::string, std::string>, int> errorsIn(const std::vector<Diagnostic> &findings)
{
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const Diagnostic &each : findings)
        if (each.severity == Severity::Error)
            ++counts[{each.file, each.rule}];
    return counts;
}

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines{""};
    for (const char c : text) {
        lines.back() += c;
        if (c == '\n')
            lines.emplace_back();
    }
    return lines;
}

/// The text with the lines left out that the edits touch.
std::vector<std::string> untouched(const SourceText &text, const std::vector<TextEdit> &edits)
{
    std::vector<std::string> kept;
    std::uint32_t line = 1;
    for (const std::string &each : linesOf(std::string(text.bytes()))) {
        const bool isTouched = std::any_of(edits.begin(), edits.end(), [&](const TextEdit &edit) {
            return text.position(edit.range.begin).line <= line &&
                   line <= text.position(edit.range.end).line;
        });
        if (!isTouched)
            kept.push_back(each);
        ++line;
    }
    return kept;
}

/// Whether the lines of `part` stand in `whole` in their order.
bool isSubsequence(const std::vector<std::string> &part, const std::vector<std::string> &whole)
{
    auto at = whole.begin();
    for (const std::string &line : part) {
        at = std::find(at, whole.end(), line);
        if (at == whole.end())
            return false;
        ++at;
    }
    return true;
}

/// Examples that no readable text can be.
WorkspacePtr madeFor(std::string_view rule)
{
    const std::string head = "asyncapi: 2.6.0\nid: urn:acme.retail.shop\ninfo: {title: Shop, "
                             "version: 1.0.0}\nchannels: {}\n";
    if (rule == "file/unreadable")
        return Workspace::fromReads(
            {{"shop.yaml",
              tl::unexpected(Error{Error::Code::Denied, "No right to read it.", "shop.yaml"})}});
    if (rule == "yaml/too-deep")
        return Workspace::fromTexts({{"shop.yaml", head + "x-deep: " + std::string(250, '[') +
                                                       std::string(250, ']') + "\n"}});
    if (rule == "yaml/too-large")
        return Workspace::fromTexts(
            {{"shop.yaml", head + "#" + std::string(64U << 20U, ' ') + "\n"}});
    if (rule == "yaml/too-many-aliases") {
        std::string text = head + "x-a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n";
        for (int i = 1; i < 9; ++i) {
            const std::string last = "*a" + std::to_string(i - 1);
            text += "x-a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
            for (int k = 0; k < 8; ++k)
                text += ", " + last;
            text += "]\n";
        }
        return Workspace::fromTexts({{"shop.yaml", text}});
    }
    return nullptr;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private slots:

    void examples_data()
    {
        QTest::addColumn<QString>("id");
        for (const Rule &rule : rules())
            QTest::newRow(std::string(rule.id).c_str()) << fromStd(rule.id);
    }

    void examples()
    {
        QFETCH(QString, id);
        const Rule &rule = *findRule(id.toStdString());
        const RulePage page = rulePage(rule);
        if (!page.inCode.empty()) {
            const auto workspace = madeFor(rule.id);
            if (rule.id != "asyncapi/follow-up") // tst_mw has its example
                QVERIFY(workspace && has(findingsOf(rule, workspace), rule.id));
            return;
        }
        QVERIFY2(!page.bad.empty() && !page.good.empty(), "no example in resources/rules");
        QVERIFY2(has(findingsOf(rule, Workspace::fromTexts(page.bad)), rule.id), "not found");
        for (const Diagnostic &each : findingsOf(rule, Workspace::fromTexts(page.good))) {
            QVERIFY2(each.rule != rule.id, each.message.c_str());
            QVERIFY2(each.severity != Severity::Error, each.message.c_str());
        }
    }

    void fixes_data() { examples_data(); }

    /// Each fix mends its finding, breaks nothing, and leaves the other lines alone.
    void fixes()
    {
        QFETCH(QString, id);
        const Rule &rule = *findRule(id.toStdString());
        const RulePage page = rulePage(rule);
        const auto workspace = Workspace::fromTexts(page.bad);
        const auto before = findingsOf(rule, workspace);
        std::size_t count = 0;
        for (const Diagnostic &finding : before) {
            count += finding.rule == rule.id ? finding.fixes.size() : 0;
            for (const QuickFix &fix : finding.fixes) {
                const auto next = workspace->withEdit(fix.edit);
                QVERIFY2(next.has_value(), fix.title.c_str());
                const auto after = findingsOf(rule, *next);
                for (const Diagnostic &each : after)
                    QVERIFY2(std::tie(each.file, each.rule, each.message) !=
                                 std::tie(finding.file, finding.rule, finding.message),
                             (fix.title + " leaves: " + each.message).c_str());
                auto counts = errorsIn(before);
                for (const auto &[key, errors] : errorsIn(after))
                    QVERIFY2(errors <= counts[key], (fix.title + " brings " + key.second).c_str());
                for (const auto &[file, edits] : fix.edit.files)
                    QVERIFY2(isSubsequence(untouched(*workspace->text(file), edits),
                                           linesOf(std::string((*next)->text(file)->bytes()))),
                             fix.title.c_str());
                for (const auto &[file, known] : workspace->files())
                    QVERIFY(fix.edit.files.contains(file) ||
                            (*next)->text(file)->bytes() == known->text->bytes());
            }
        }
        QCOMPARE(count > 0, !page.fix.empty()); // the page says of each rule whether it has a fix
    }

    void pages_data() { examples_data(); }

    /// `mw rules --pages docs/rules` writes them.
    void pages()
    {
        QFETCH(QString, id);
        const Rule &rule = *findRule(id.toStdString());
        QFile file(QStringLiteral(MESHWRIGHT_SAMPLES "/../../docs/rules/%1.md")
                       .arg(fromStd(pageName(rule))));
        QVERIFY2(file.open(QIODevice::ReadOnly), "no page in docs/rules");
        QCOMPARE(QString::fromUtf8(file.readAll()), fromStd(pageMarkdown(rule)));
    }

    /// `mw rules` writes the table.
    void theIndexHasAllOfThem()
    {
        QFile file(QStringLiteral(MESHWRIGHT_SAMPLES "/../../docs/rules.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(file.readAll()).contains(fromStd(ruleTable())));
        const QDir pages(QStringLiteral(MESHWRIGHT_SAMPLES "/../../docs/rules"));
        QCOMPARE(pages.entryList({QStringLiteral("*.md")}).size(), qsizetype(rules().size()));
        for (const Rule &rule : rules())
            QCOMPARE(findRule(rule.id), &rule);
    }
};

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
