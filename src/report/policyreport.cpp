// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/policyreport.h"

#include "report/changetext.h"
#include "report/csv.h"
#include "report/json.h"

namespace meshwright::report {

namespace {

using policy::Effect;
using policy::SurveyedPolicy;
using policy::SurveyedQuality;

Json textOrNull(const std::optional<std::string> &text)
{
    return text ? Json(*text) : Json(nullptr);
}

std::string placeOf(const std::string &file, std::uint32_t line)
{
    return file + ":" + std::to_string(line);
}

Json effectJson(const Effect &effect)
{
    Json changes = Json::array();
    for (const policy::Change &change : effect.changes)
        changes.push_back(
            {{"subject", change.demand->subject},
             {"before", textOrNull(change.before)},
             {"after", change.after},
             {"kind", change.isOverride ? "override" : "default"},
             {"overruledBy", change.overruledBy ? Json(change.overruledBy->id) : Json(nullptr)}});
    Json breaches = Json::array();
    for (const policy::Breach &breach : effect.breaches)
        breaches.push_back({{"subject", breach.demand->subject},
                            {"kind", breach.isForbidden ? "forbid" : "require"},
                            {"message", breach.message}});
    return {{"topic", effect.topic->name.value},
            {"context", effect.topic->owner.value},
            {"changes", changes},
            {"breaches", breaches}};
}

Json policyJson(const SurveyedPolicy &surveyed)
{
    const Policy &policy = *surveyed.policy;
    Json topics = Json::array();
    for (const Effect &effect : surveyed.effects)
        topics.push_back(effectJson(effect));
    return {{"id", policy.id},
            {"title", policy.title},
            {"owner", policy.owner},
            {"reason", policy.reason},
            {"severity", nameOf(policy.severity)},
            {"environments", Json(policy.environments)},
            {"holds", surveyed.holds},
            {"when", policy::conditionText(policy.when, policy.unless)},
            {"asks", policy::textOf(policy)},
            {"file", policy.place.file},
            {"line", policy.line},
            {"topics", topics}};
}

Json qualityJson(const SurveyedQuality &surveyed)
{
    const QualityRule &rule = *surveyed.rule;
    Json topics = Json::array();
    for (const Topic *topic : surveyed.topics)
        topics.push_back(topic->name.value);
    return {{"id", rule.id},
            {"owner", rule.owner},
            {"rule", rule.rule},
            {"when", policy::conditionText(rule.when, rule.unless)},
            {"metadata", Json(rule.metadata)},
            {"file", rule.place.file},
            {"line", rule.line},
            {"topics", topics}};
}

/// What the policy does to the topic: values it sets, and what is broken of it.
std::string effectText(const Effect &effect)
{
    std::string text;
    const auto add = [&](const std::string &part) { text += (text.empty() ? "" : "; ") + part; };
    for (const policy::Change &change : effect.changes)
        if (!change.overruledBy)
            add(change.demand->subject + " = " +
                policy::valueText(change.demand->subject, change.after));
    for (const policy::Breach &breach : effect.breaches)
        add(breach.message);
    return text;
}

std::string metadataText(const QualityRule &rule)
{
    std::string text;
    for (const auto &[key, value] : rule.metadata)
        text += (text.empty() ? "" : "; ") + key + "=" + value;
    return text;
}

} // namespace

std::string policiesJson(const policy::Survey &survey)
{
    Json policies = Json::array();
    for (const SurveyedPolicy &each : survey.policies)
        policies.push_back(policyJson(each));
    Json quality = Json::array();
    for (const SurveyedQuality &each : survey.quality)
        quality.push_back(qualityJson(each));
    Json json = versioned();
    json["policies"] = policies;
    json["quality"] = quality;
    return printed(json);
}

std::string policiesCsv(const policy::Survey &survey)
{
    std::vector<Row> rows;
    for (const SurveyedPolicy &each : survey.policies)
        for (const Effect &effect : each.effects)
            rows.push_back({"policy",
                            each.policy->id,
                            each.policy->owner,
                            effect.topic->name.value,
                            effect.topic->owner.value,
                            policy::textOf(*each.policy),
                            effectText(effect),
                            {}});
    for (const SurveyedQuality &each : survey.quality)
        for (const Topic *topic : each.topics)
            rows.push_back({"quality",
                            each.rule->id,
                            each.rule->owner,
                            topic->name.value,
                            topic->owner.value,
                            each.rule->rule,
                            {},
                            metadataText(*each.rule)});
    return csv({"kind", "id", "owner", "topic", "context", "rule", "effect", "metadata"}, rows);
}

std::string policiesMarkdown(const policy::Survey &survey)
{
    std::string text = "# Policies\n";
    for (const SurveyedPolicy &each : survey.policies) {
        const Policy &policy = *each.policy;
        text += "\n## " + codeSpan(policy.id) + "\n\n";
        if (!policy.title.empty())
            text += codeSpan(policy.title) + "\n\n";
        text += "- for: " + codeSpan(policy::conditionText(policy.when, policy.unless)) +
                "\n- asks: " + codeSpan(policy::textOf(policy)) + "\n";
        if (!policy.owner.empty())
            text += "- owner: " + codeSpan(policy.owner) + "\n";
        if (!policy.reason.empty())
            text += "- reason: " + codeSpan(policy.reason) + "\n";
        for (const std::string &environment : policy.environments)
            text += "- in: " + codeSpan(environment) + "\n";
        text += "- written in: " + codeSpan(placeOf(policy.place.file, policy.line)) + "\n- " +
                counted(each.effects.size(), "topic") + "\n";
        for (const Effect &effect : each.effects)
            if (const std::string what = effectText(effect); !what.empty())
                text += "  - " + codeSpan(effect.topic->name.value) + ": " + codeSpan(what) + "\n";
    }
    if (!survey.quality.empty())
        text += "\n# Quality rules\n";
    for (const SurveyedQuality &each : survey.quality) {
        const QualityRule &rule = *each.rule;
        text += "\n## " + codeSpan(rule.id) + "\n\n" + codeSpan(rule.rule) +
                "\n\n- for: " + codeSpan(policy::conditionText(rule.when, rule.unless)) + "\n";
        if (!rule.owner.empty())
            text += "- run by: " + codeSpan(rule.owner) + "\n";
        for (const auto &[key, value] : rule.metadata)
            text += "- " + codeSpan(key) + ": " + codeSpan(value) + "\n";
        for (const Topic *topic : each.topics)
            text += "- topic: " + codeSpan(topic->name.value) + "\n";
    }
    return text;
}

} // namespace meshwright::report
