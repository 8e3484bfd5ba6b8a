// SPDX-License-Identifier: Apache-2.0
#include "lint/severities.h"

#include "meshwright/lint/rulepage.h"
#include "text/suggestion.h"

#include <algorithm>

namespace meshwright::linting {

namespace {

bool isAllowed(const SeverityChoice &choice, const Rule &rule)
{
    return choice.severity == Severity::Error || !isFixed(rule);
}

} // namespace

Severities::Severities(const Settings &settings)
{
    for (const SeverityChoice &choice : settings.severities)
        if (const Rule *rule = findRule(choice.rule); rule && isAllowed(choice, *rule))
            m_chosen.insert_or_assign(rule->id, choice.severity);
}

void Severities::apply(std::vector<Diagnostic> &findings, std::size_t begin) const
{
    if (m_chosen.empty())
        return;
    const auto first = findings.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto chosen = [&](const Diagnostic &found) { return m_chosen.find(found.rule); };
    for (auto each = first; each != findings.end(); ++each)
        if (const auto choice = chosen(*each); choice != m_chosen.end() && choice->second)
            each->severity = *choice->second;
    findings.erase(std::remove_if(first, findings.end(),
                                  [&](const Diagnostic &found) {
                                      const auto choice = chosen(found);
                                      return choice != m_chosen.end() && !choice->second;
                                  }),
                   findings.end());
}

void checkSeverities(Pass &pass)
{
    for (const SeverityChoice &choice : pass.workspace().settings().severities) {
        const Rule *rule = findRule(choice.rule);
        if (!rule) {
            const auto meant = nearestRule(choice.rule);
            const asyncapi::Place place{pass.file.path, choice.rulePlace};
            Diagnostic &found =
                report(pass, "settings/invalid", place,
                       "There is no rule '" + choice.rule + "'." + didYouMean(meant));
            if (meant)
                found.fixes.push_back(
                    replaceScalarFix(pass, place, *meant, "Write '" + *meant + "'"));
        } else if (!isAllowed(choice, *rule)) {
            const bool isPolicys = rule->group == RuleGroup::Policies;
            report(pass, "settings/invalid", {pass.file.path, choice.place},
                   "'" + choice.rule +
                       (isPolicys ? "' is the policies': how severe a finding is, and where there "
                                    "is none, stands in their files."
                                  : "' stays an error: a spec with such a fault must not reach a "
                                    "cluster, so its findings can't be lowered or switched off."));
        }
    }
}

} // namespace meshwright::linting
