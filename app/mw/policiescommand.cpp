// SPDX-License-Identifier: Apache-2.0
// mw policies: what the company's policies mean for its topics.
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/report/policyreport.h"

#include <algorithm>

namespace meshwright::mw {

namespace {

std::string headOf(const std::string &id, const std::string &title, const std::string &place)
{
    return coloured(inert(id), Colour::Bold) + (title.empty() ? "" : "  " + inert(title)) +
           coloured("  # " + inert(place), Colour::Grey) + "\n";
}

std::string effectText(const policy::Effect &effect)
{
    std::string out = "    " + inert(effect.topic->name.value) + "\n";
    for (const policy::Change &change : effect.changes)
        out +=
            coloured(change.overruledBy ? "      ! " : "      § ", Colour::Blue) +
            inert(change.demand->subject + ": " + change.before.value_or("not declared") + " → " +
                  change.after) +
            (change.overruledBy ? inert(", which '" + change.overruledBy->id + "' sets otherwise")
                                : "") +
            "\n";
    for (const policy::Breach &breach : effect.breaches)
        out += coloured("      ! ", Colour::Yellow) + inert(breach.message) + "\n";
    return out;
}

std::string asText(const policy::Survey &survey)
{
    std::string out;
    for (const policy::SurveyedPolicy &each : survey.policies) {
        const Policy &policy = *each.policy;
        out +=
            headOf(policy.id, policy.title, policy.place.file + ":" + std::to_string(policy.line)) +
            "  " + inert(policy::textOf(policy)) + "\n  for " +
            inert(policy::conditionText(policy.when, policy.unless)) + "\n";
        if (!each.holds)
            out += "  holds only in: " + inert(policy.environments.front());
        for (std::size_t i = 1; !each.holds && i < policy.environments.size(); ++i)
            out += ", " + inert(policy.environments[i]);
        out += each.holds ? "" : "\n";
        for (const policy::Effect &effect : each.effects)
            out += effectText(effect);
    }
    for (const policy::SurveyedQuality &each : survey.quality) {
        const QualityRule &rule = *each.rule;
        out += headOf(rule.id, rule.rule, rule.place.file + ":" + std::to_string(rule.line)) +
               "  for " + inert(policy::conditionText(rule.when, rule.unless)) + "\n";
        for (const Topic *topic : each.topics)
            out += "    " + inert(topic->name.value) + "\n";
    }
    return out + std::to_string(survey.policies.size()) + " policies, " +
           std::to_string(survey.quality.size()) + " quality rules.\n";
}

} // namespace

int runPolicies(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const auto environment = askedEnvironment((*topology)->workspace->settings(), options);
    if (!environment) {
        sayError(environment.error());
        return Usage;
    }
    const policy::Survey survey = policy::survey(
        *topology,
        *environment ? std::optional<std::string_view>((*environment)->name) : std::nullopt);
    const std::string text = options.format == "json"       ? report::policiesJson(survey)
                             : options.format == "csv"      ? report::policiesCsv(survey)
                             : options.format == "markdown" ? report::policiesMarkdown(survey)
                                                            : asText(survey);
    if (const auto written = deliver(text, options.output); !written) {
        sayError(written.error());
        return Errors;
    }
    const auto &files = survey.files;
    const bool isBroken = std::any_of(files.begin(), files.end(),
                                      [](const PolicyFilePtr &each) { return each->isBroken; });
    if (isBroken || !(*topology)->workspace->settingsProblems().empty())
        sayError({Error::Code::Invalid,
                  "Not all of this is in force: 'mw check' says what is wrong with the settings or "
                  "with a policy file.",
                  {}});
    return sayUnreadableFiles(*(*topology)->workspace) ? Unreadable : isBroken ? Errors : Fine;
}

} // namespace meshwright::mw
