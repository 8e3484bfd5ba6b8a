// SPDX-License-Identifier: Apache-2.0
#include "plan/policyerrors.h"

#include "meshwright/lint/lint.h"
#include "meshwright/policy/policy.h"

#include <algorithm>

namespace meshwright::plan {

namespace {

bool isOfTopic(const Diagnostic &finding)
{
    return finding.rule == "policy/required" || finding.rule == "policy/forbidden";
}

/// As severe as the policy says, or as the settings raise it to.
bool isError(const policy::Breach &breach, std::string_view rule, const Settings &settings)
{
    return breach.policy->severity == Severity::Error ||
           std::any_of(settings.severities.begin(), settings.severities.end(),
                       [&](const SeverityChoice &each) {
                           return each.rule == rule && each.severity == Severity::Error;
                       });
}

} // namespace

std::vector<Diagnostic> withPolicyErrors(const Topology &topology, const Environment &environment,
                                         const DesiredState &desired,
                                         const std::vector<Diagnostic> &diagnostics)
{
    std::vector<Diagnostic> judged;
    for (const Diagnostic &each : diagnostics)
        if (!isOfTopic(each))
            judged.push_back(each);
    policy::Judge judge(topology, environment.name);
    if (!judge.hasPolicies())
        return judged;
    for (const DesiredTopic &topic : desired.topics) {
        const Topic *owned = topology.topic(topic.name);
        if (!owned)
            continue;
        for (const policy::Breach &breach : judge.breaches(*owned, valuesOf(topic))) {
            const std::string_view rule =
                breach.isForbidden ? "policy/forbidden" : "policy/required";
            if (!isError(breach, rule, topology.workspace->settings()))
                continue;
            Diagnostic &found = judged.emplace_back();
            found.file = owned->spec->file;
            found.range = breach.place.file == found.file ? breach.place.range : Range{};
            found.rule = rule;
            found.message = breach.message + " (policy '" + breach.policy->id + "')";
        }
    }
    return judged;
}

} // namespace meshwright::plan
