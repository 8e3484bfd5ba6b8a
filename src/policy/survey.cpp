// SPDX-License-Identifier: Apache-2.0
#include "meshwright/policy/survey.h"

#include "policy/values.h"

#include <algorithm>
#include <map>

namespace meshwright::policy {

namespace {

std::string joined(const std::vector<std::string> &words, std::string_view between)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? std::string() : std::string(between)) + word;
    return text;
}

std::string conditionText(const PolicyCondition &condition)
{
    std::vector<std::string> parts;
    const auto add = [&](const std::string &what, const std::vector<std::string> &words) {
        if (!words.empty())
            parts.push_back(what + " " + joined(words, " or "));
    };
    std::vector<std::string> accesses;
    for (const Access access : condition.accesses)
        accesses.emplace_back(nameOf(access));
    add("tag", condition.tags);
    add("field marked", condition.fields);
    add("access", accesses);
    add("topic", condition.topics);
    add("domain", condition.domains);
    add("context", condition.contexts);
    for (const PolicyDemand &demand : condition.settings)
        parts.push_back(demand.subject + " " + demandText(demand));
    return joined(parts, " and ");
}

void addDemands(std::string &text, std::string_view verb, const std::vector<PolicyDemand> &demands)
{
    for (const PolicyDemand &demand : demands)
        text += (text.empty() ? "" : "; ") + std::string(verb) + demand.subject +
                (demand.isAny ? std::string() : " " + demandText(demand));
}

} // namespace

std::string conditionText(const PolicyCondition &when, const PolicyCondition &unless)
{
    std::string text = when.isEmpty() ? "every topic" : conditionText(when);
    return unless.isEmpty() ? text : text + ", unless " + conditionText(unless);
}

std::string textOf(const Policy &policy)
{
    std::string text;
    addDemands(text, "require ", policy.require);
    addDemands(text, "forbid ", policy.forbid);
    addDemands(text, "default ", policy.defaults);
    addDemands(text, "override ", policy.overrides);
    return text;
}

Survey survey(const TopologyPtr &topology, std::optional<std::string_view> environment)
{
    Survey found;
    found.topology = topology;
    found.files = topology->workspace->policyFiles();
    Judge judge(*topology, environment);
    for (const PolicyFilePtr &file : found.files) {
        for (const Policy &policy : file->policies)
            found.policies.push_back(
                {&policy,
                 policy.environments.empty() || (environment && policy.holdsIn(*environment)),
                 {}});
        for (const QualityRule &rule : file->quality)
            found.quality.push_back({&rule, {}});
    }
    std::map<const Policy *, SurveyedPolicy *> byPolicy;
    for (SurveyedPolicy &each : found.policies)
        byPolicy[each.policy] = &each;
    for (const Topic &topic : topology->topics) {
        if (!topology->workspace->isAskedFor(topic.spec->file))
            continue;
        for (SurveyedPolicy &each : found.policies)
            if (judge.applies(each.policy->when, each.policy->unless, topic))
                each.effects.push_back({&topic, {}, {}});
        Values values = declaredValues(topic);
        for (Change &change : judge.adjust(topic, values))
            byPolicy[change.policy]->effects.back().changes.push_back(std::move(change));
        for (Breach &breach : judge.breaches(topic, values))
            byPolicy[breach.policy]->effects.back().breaches.push_back(std::move(breach));
        for (SurveyedQuality &each : found.quality)
            if (judge.applies(each.rule->when, each.rule->unless, topic))
                each.topics.push_back(&topic);
    }
    return found;
}

} // namespace meshwright::policy
