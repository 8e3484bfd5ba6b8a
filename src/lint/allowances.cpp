// SPDX-License-Identifier: Apache-2.0
#include "lint/allowances.h"

#include "meshwright/lint/rulepage.h"
#include "text/suggestion.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace meshwright::linting {

namespace {

constexpr std::string_view mark = "meshwright:";
constexpr std::string_view verb = "allow";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// Walks over the words of a comment.
class Words
{
public:
    Words(std::string_view text, std::size_t begin)
        : m_text(text)
        , m_at(begin)
    {}

    Range next()
    {
        while (m_at < m_text.size() && (isSpace(m_text[m_at]) || m_text[m_at] == ','))
            ++m_at;
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != ',')
            ++m_at;
        return {begin, m_at};
    }

    std::string_view word(const Range &range) const
    {
        return m_text.substr(range.begin, range.size());
    }

    std::string_view rest() const { return m_text.substr(m_at); }

private:
    std::string_view m_text;
    std::size_t m_at;
};

bool isDash(std::string_view word)
{
    constexpr std::array<std::string_view, 4> dashes{"-", "–", "—", "--"};
    return std::find(dashes.begin(), dashes.end(), word) != dashes.end();
}

std::string trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return std::string(text);
}

std::optional<Allowance> allowanceIn(std::string_view comment, std::size_t offset)
{
    Words words(comment, 1); // behind the #
    if (words.word(words.next()) != mark || words.word(words.next()) != verb)
        return std::nullopt;
    Allowance found;
    found.comment = {offset, offset + comment.size()};
    for (Range range = words.next(); range.size() > 0; range = words.next()) {
        if (isDash(words.word(range))) {
            found.reason = trimmed(words.rest());
            break;
        }
        found.rules.push_back(
            {std::string(words.word(range)), {offset + range.begin, offset + range.end}});
    }
    return found;
}

bool standsAlone(const SourceText &text, const Range &comment, std::uint32_t line)
{
    const std::size_t begin = text.lineRange(line).begin;
    const auto before = text.bytes().substr(begin, comment.begin - begin);
    return std::all_of(before.begin(), before.end(), isSpace);
}

} // namespace

bool isFirm(const Diagnostic &finding)
{
    const Rule *rule = findRule(finding.rule);
    if (!rule || !isFixed(*rule))
        return false;
    return rule->group == RuleGroup::Policies ||
           (finding.severity == Severity::Error && concernsCluster(finding));
}

std::vector<Allowance> allowancesIn(const yaml::Document &document)
{
    std::vector<Allowance> found;
    const SourceText &text = *document.text();
    const std::string_view bytes = text.bytes();
    if (bytes.find(mark) == std::string_view::npos)
        return found;
    for (const yaml::Comment &comment : document.comments()) {
        auto allowance = allowanceIn(bytes.substr(comment.range.begin, comment.range.size()),
                                     comment.range.begin);
        if (!allowance)
            continue;
        allowance->line = text.position(comment.range.begin).line;
        allowance->target =
            allowance->line + (standsAlone(text, comment.range, allowance->line) ? 1 : 0);
        found.push_back(std::move(*allowance));
    }
    for (auto each = found.rbegin(); each != found.rend(); ++each) // comments above each other
        if (each != found.rbegin() && each->target == std::prev(each)->line)
            each->target = std::prev(each)->target;
    return found;
}

std::vector<Allowance> &Allowances::of(const std::string &file)
{
    const auto known = m_read.find(file);
    if (known != m_read.end())
        return known->second;
    const yaml::DocumentPtr document = m_workspace.document(file);
    return m_read.emplace(file, document ? allowancesIn(*document) : std::vector<Allowance>())
        .first->second;
}

void Allowances::forget(const std::string &file)
{
    for (Allowance &each : of(file))
        for (Allowance::Named &named : each.rules)
            named.isUsed = named.isRefused = false;
}

const Allowance *Allowances::allowing(const Diagnostic &finding)
{
    std::vector<Allowance> &known = of(finding.file);
    if (known.empty())
        return nullptr;
    const std::uint32_t line = m_workspace.text(finding.file)->position(finding.range.begin).line;
    for (Allowance &each : known) {
        if (each.target != line && each.line != line)
            continue;
        for (Allowance::Named &named : each.rules) {
            if (named.rule != finding.rule)
                continue;
            if (isFirm(finding)) {
                named.isRefused = true;
                continue;
            }
            named.isUsed = true;
            if (!each.reason.empty())
                return &each;
        }
    }
    return nullptr;
}

void Allowances::take(std::vector<Diagnostic> &findings, std::size_t begin,
                      std::vector<AllowedFinding> &allowed)
{
    const auto first = findings.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = std::stable_partition(first, findings.end(), [&](Diagnostic &finding) {
        const Allowance *allowance = allowing(finding);
        if (allowance)
            allowed.push_back({finding, allowance->reason, {finding.file, allowance->comment}});
        return !allowance;
    });
    findings.erase(last, findings.end());
}

void Allowances::check(Pass &pass, bool isWhole)
{
    for (const Allowance &each : of(pass.file.path)) {
        const asyncapi::Place comment{pass.file.path, each.comment};
        if (each.reason.empty() || each.rules.empty())
            report(pass, "suppression/no-reason", comment,
                   "This comment allows nothing yet: write which rule, and why, as in '# "
                   "meshwright: allow naming/infrastructure - reason'.");
        for (const Allowance::Named &named : each.rules) {
            const asyncapi::Place place{pass.file.path, named.place};
            if (!findRule(named.rule)) {
                const auto meant = nearestRule(named.rule);
                Diagnostic &found =
                    report(pass, "suppression/unknown-rule", place,
                           "There is no rule '" + named.rule + "'." + didYouMean(meant));
                if (meant) {
                    QuickFix fix{"Write '" + *meant + "'", {}};
                    fix.edit.files[pass.file.path].push_back({named.place, *meant});
                    found.fixes.push_back(std::move(fix));
                }
            } else if (named.isRefused) {
                const Rule *rule = findRule(named.rule);
                const bool isPolicys = rule && rule->group == RuleGroup::Policies;
                report(pass, "suppression/not-allowed", place,
                       "A finding of '" + named.rule + "' can't be allowed: " +
                           (isPolicys ? "exceptions to a policy stand in its file, under 'unless'."
                                      : "it keeps the spec out of a plan, because a cluster must "
                                        "not get what it says. Mend it."));
            } else if (!named.isUsed && isWhole && !each.reason.empty()) {
                report(pass, "suppression/unused", place,
                       "Nothing here breaks '" + named.rule + "': take the comment away.");
            }
        }
    }
}

} // namespace meshwright::linting
