// SPDX-License-Identifier: Apache-2.0
// The company's policies: their files, and what topics break of them.
#include "lint/finding.h"
#include "meshwright/policy/cleaning.h"
#include "policy/values.h"
#include "text/suggestion.h"

#include <algorithm>
#include <set>

namespace meshwright::linting {

namespace {

std::string namesOf(const Policy &policy)
{
    std::string text = " (policy '" + policy.id + "'";
    if (!policy.environments.empty()) {
        text += ", in ";
        for (std::size_t i = 0; i < policy.environments.size(); ++i)
            text += (i > 0 ? ", " : "") + policy.environments[i];
    }
    return text + ")";
}

/// What the policy is and why, after what is wrong.
std::string explained(const std::string &fault, const Policy &policy)
{
    std::string text = fault;
    if (!policy.title.empty())
        text += " " + policy.title;
    text += namesOf(policy);
    return text + (policy.reason.empty() ? "." : ": " + policy.reason);
}

/// Writes another value where one stands as a scalar: a number without quotes where it had none.
std::optional<QuickFix> valueFix(const Pass &pass, const asyncapi::Place &place,
                                 std::string_view subject, const std::string &value)
{
    const yaml::DocumentPtr document = pass.workspace().document(place.file);
    const yaml::Node *node = document ? document->nodeAt(place.range.begin) : nullptr;
    if (!node || node->kind != yaml::Kind::Scalar || node->range != place.range)
        return std::nullopt;
    std::string title = "Write " + policy::valueText(subject, value);
    if (node->style != yaml::Style::Plain || !policy::numberIn(subject, value))
        return replaceScalarFix(pass, place, value, std::move(title));
    QuickFix fix{std::move(title), {}};
    fix.edit.files[place.file].push_back({place.range, value});
    return fix;
}

/// The same channel with another keyword in its name.
std::string addressWith(const Pass &pass, const asyncapi::Channel &channel, Access from, Access to)
{
    const Convention &convention = pass.convention();
    std::string address = channel.address;
    const std::string &keyword = convention.keyword(from);
    for (std::size_t at = address.find(keyword); at != std::string::npos;
         at = address.find(keyword, at + 1)) {
        const std::size_t end = at + keyword.size();
        const bool startsPart = at == 0 || address[at - 1] == '.' || address[at - 1] == '/';
        const bool endsPart = end == address.size() || address[end] == '.' || address[end] == '/';
        if (startsPart && endsPart)
            return address.replace(at, keyword.size(), convention.keyword(to));
    }
    return {};
}

void addFix(Pass &pass, const Topic &topic, const policy::Breach &breach, Diagnostic &found)
{
    const std::string &subject = breach.demand->subject;
    if (breach.wanted) {
        if (auto fix = valueFix(pass, breach.place, subject, *breach.wanted))
            found.fixes.push_back(std::move(*fix));
    } else if (subject == "access" && breach.isForbidden && topic.access == Access::Public) {
        const std::string address =
            addressWith(pass, topic.declaration(), Access::Public, Access::Protected);
        if (!address.empty())
            found.fixes.push_back(renameChannelFix(pass, topic.declaration(), address));
    }
}

void reportBreaches(Pass &pass, const Topic &topic, policy::Judge &judge,
                    const policy::Values &values)
{
    for (const policy::Breach &breach : judge.breaches(topic, values)) {
        Diagnostic &found =
            report(pass, breach.isForbidden ? "policy/forbidden" : "policy/required", breach.place,
                   explained(breach.message, *breach.policy));
        found.severity = breach.policy->severity;
        addFix(pass, topic, breach, found);
    }
}

/// Where the spec writes the setting that a policy overrides.
const asyncapi::Located *settingOf(const Topic &topic, std::string_view subject)
{
    const auto &binding = topic.declaration().kafka;
    if (!binding)
        return nullptr;
    if (subject == "partitions")
        return binding->partitions ? &*binding->partitions : nullptr;
    if (subject == "replicas")
        return binding->replicas ? &*binding->replicas : nullptr;
    for (const asyncapi::TopicSetting &setting : binding->settings)
        if (setting.key.value == subject)
            return &setting.value;
    return nullptr;
}

void reportChanges(Pass &pass, const Topic &topic, const std::vector<policy::Change> &changes)
{
    for (const policy::Change &change : changes) {
        const std::string &subject = change.demand->subject;
        const std::string after = policy::valueText(subject, change.after);
        if (change.overruledBy) {
            report(pass, "policy/conflict", change.demand->place,
                   "'" + change.policy->id + "' sets " + subject + " to " + after + " for '" +
                       topic.name.value + "', and '" + change.overruledBy->id +
                       "' sets another value, which holds because it is named first: let the two "
                       "agree, or tell their topics apart.");
            continue;
        }
        const asyncapi::Located *written = settingOf(topic, subject);
        if (!change.isOverride || !written || !change.before)
            continue;
        Diagnostic &found = report(pass, "policy/overridden", written->place,
                                   explained("Clusters get " + subject + " = " + after + ", not " +
                                                 policy::valueText(subject, *change.before) + ".",
                                             *change.policy));
        if (auto fix = valueFix(pass, written->place, subject, change.after))
            found.fixes.push_back(std::move(*fix));
    }
}

std::string_view ruleOf(policy::CleaningFault::Kind kind)
{
    using Kind = policy::CleaningFault::Kind;
    switch (kind) {
    case Kind::UnknownSource:
        return "cleaning/unknown-source";
    case Kind::NotRead:
        return "cleaning/not-read";
    case Kind::OutsideControlPlane:
        return "cleaning/outside-control-plane";
    case Kind::StillMarked:
        break;
    }
    return "cleaning/still-marked";
}

void checkCleaning(Pass &pass, const policy::Cleaning &cleaning)
{
    for (const policy::CleaningFault &fault : policy::faultsOf(pass.topology, cleaning)) {
        const bool isUnknown = fault.kind == policy::CleaningFault::Kind::UnknownSource;
        std::optional<std::string> meant;
        if (isUnknown) {
            std::vector<std::string> names;
            for (const Topic &topic : pass.topology.topics)
                names.push_back(topic.name.value);
            meant = nearest(cleaning.source.value, names);
        }
        Diagnostic &found =
            report(pass, ruleOf(fault.kind), cleaning.place, fault.message + didYouMean(meant));
        if (meant)
            found.fixes.push_back(replaceScalarFix(pass, cleaning.place,
                                                   std::string(policy::cleanedPrefix) + *meant,
                                                   "Write '" + *meant + "'"));
    }
}

} // namespace

PolicyViews::PolicyViews(const Topology &topology)
{
    if (topology.workspace->policyFiles().empty())
        return;
    m_judges.push_back(std::make_unique<policy::Judge>(topology));
    for (const std::string &name : policy::namedEnvironments(*topology.workspace))
        m_judges.push_back(std::make_unique<policy::Judge>(topology, name));
}

void checkPolicyFile(Pass &pass)
{
    const auto &files = pass.workspace().policyFiles();
    const auto own = std::find_if(files.begin(), files.end(), [&](const PolicyFilePtr &each) {
        return each->path == pass.file.path;
    });
    if (own == files.end())
        return;
    const bool isCut = !pass.file.document || !pass.file.document->isComplete();
    if ((*own)->isBroken && isCut)
        report(pass, "policy/invalid", {pass.file.path, {}},
               "The policies of this file can't be read: what they said before stays in force, and "
               "nothing is planned until it is mended.");
    for (const SettingsProblem &problem : (*own)->problems) {
        Diagnostic &found =
            report(pass, "policy/invalid", {pass.file.path, problem.range}, problem.message);
        if (!problem.isError)
            found.severity = Severity::Warning;
    }
}

void checkPolicies(Pass &pass)
{
    const Context *context = pass.context();
    if (!context)
        return;
    for (const Topic *topic : pass.topology.topicsOf(context->id)) {
        for (const policy::Cleaning &cleaning : policy::cleaningsOf(*topic))
            checkCleaning(pass, cleaning);
        for (const auto &judge : pass.policies.judges()) {
            policy::Values values = policy::declaredValues(*topic);
            reportChanges(pass, *topic, judge->adjust(*topic, values));
            reportBreaches(pass, *topic, *judge, values);
        }
    }
}

} // namespace meshwright::linting
