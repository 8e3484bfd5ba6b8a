// SPDX-License-Identifier: Apache-2.0
#include "meshwright/lint/lint.h"

#include "lint/allowances.h"
#include "lint/finding.h"
#include "lint/severities.h"

#include <algorithm>
#include <tuple>

namespace meshwright {

namespace {

const Diagnostic &findingOf(const Diagnostic &finding)
{
    return finding;
}

const Diagnostic &findingOf(const AllowedFinding &allowed)
{
    return allowed.finding;
}

/// By place; of two equal findings (a shared file, read by two specs) one stays.
template <typename Found>
void sortFindings(std::vector<Found> &findings)
{
    const auto key = [](const Found &each) {
        const Diagnostic &finding = findingOf(each);
        return std::tie(finding.file, finding.range, finding.rule, finding.message);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Found &a, const Found &b) { return key(a) < key(b); });
    const auto last = std::unique(findings.begin(), findings.end(),
                                  [&](const Found &a, const Found &b) { return key(a) == key(b); });
    findings.erase(last, findings.end());
}

/// Advice that the workspace does not want, and what the conventions say of an id anyway.
bool isWanted(const Diagnostic &found, const Settings &settings, bool withConventions)
{
    const Rule *rule = findRule(found.rule);
    if (!rule || !rule->isAdvice)
        return true;
    const auto &skipped = settings.skippedAdvice;
    return settings.advice && !(withConventions && found.rule == "asyncapi/id") &&
           std::find(skipped.begin(), skipped.end(), found.rule) == skipped.end();
}

void checkConformance(linting::Pass &pass, bool withConventions)
{
    for (const Diagnostic &found : pass.workspace().conformance(pass.file)) {
        if (!isWanted(found, pass.workspace().settings(), withConventions))
            continue;
        Diagnostic &kept = pass.out.emplace_back(found);
        kept.message = linting::readable(std::move(kept.message));
        for (QuickFix &fix : kept.fixes)
            fix.title = linting::readable(std::move(fix.title));
    }
}

/// One pass over files of a workspace.
struct Round
{
    explicit Round(const Topology &judged)
        : topology(judged)
        , names(judged)
        , schemas(*judged.workspace)
        , policies(judged)
        , severities(judged.workspace->settings())
        , allowances(*judged.workspace)
    {}

    std::vector<Diagnostic> findings()
    {
        sortFindings(out);
        return std::move(out);
    }

    const Topology &topology;
    linting::CompanyNames names;
    linting::SchemaFiles schemas;
    linting::PolicyViews policies;
    linting::Severities severities;
    linting::Allowances allowances;
    std::vector<Diagnostic> out;
    std::vector<AllowedFinding> allowed;
};

/// Whether the rules that read a whole file have looked at this one.
bool runRules(linting::Pass &pass, std::optional<RuleGroup> group)
{
    const WorkspaceFile &file = pass.file;
    if (file.path == settingsFileName) {
        linting::checkSettingsFile(pass);
        return file.document && file.document->isComplete();
    }
    linting::checkDocument(pass);
    linting::checkSchemaFile(pass);
    linting::checkGraphFiles(pass);
    linting::checkPolicyFile(pass);
    linting::checkGlossaryFile(pass);
    // After a syntax error the ranges of the last good text are old: rules wait for the mended one.
    if (!file.spec || !file.document || !file.document->isComplete() || file.spec->major == 0)
        return false;
    checkConformance(pass, group != RuleGroup::AsyncApi);
    linting::checkTags(pass);
    linting::checkIdentity(pass);
    if (!linting::isForKafka(*file.spec))
        return true;
    linting::checkNames(pass);
    linting::checkWords(pass);
    linting::checkAccess(pass);
    linting::checkSchemaSharing(pass);
    linting::checkKafka(pass);
    linting::checkSlices(pass);
    linting::checkPolicies(pass);
    return true;
}

void checkFile(Round &round, const WorkspaceFile &file, std::optional<RuleGroup> group)
{
    linting::Pass pass{round.topology, round.names, round.schemas, round.policies, file, round.out};
    const std::size_t begin = round.out.size();
    round.allowances.forget(file.path);
    const bool isWhole = runRules(pass, group);
    round.allowances.take(round.out, begin, round.allowed);
    round.allowances.check(pass, isWhole);
    round.severities.apply(round.out, begin);
}

/// Where one spec was asked for, the files that it refers to count too, unless they are specs.
bool isJudged(const Workspace &workspace, const std::string &path)
{
    if (workspace.isAskedFor(path) || path == settingsFileName || workspace.isIncluded(path))
        return true;
    const WorkspaceFile *asked = workspace.file(workspace.only());
    return asked && asked->spec && !workspace.file(path)->isSpec &&
           std::binary_search(asked->spec->dependencies.begin(), asked->spec->dependencies.end(),
                              path);
}

} // namespace

Judgement judge(const Topology &topology, std::optional<RuleGroup> group)
{
    Round round(topology);
    for (const auto &[path, file] : topology.workspace->files())
        if (isJudged(*topology.workspace, path))
            checkFile(round, *file, group);
    const auto isOfOtherGroup = [&](const Diagnostic &found) {
        const Rule *rule = findRule(found.rule);
        return group && rule && rule->group != *group;
    };
    std::erase_if(round.out, isOfOtherGroup);
    std::erase_if(round.allowed,
                  [&](const AllowedFinding &each) { return isOfOtherGroup(each.finding); });
    sortFindings(round.allowed);
    return {round.findings(), std::move(round.allowed)};
}

std::vector<Diagnostic> lint(const Topology &topology, std::optional<RuleGroup> group)
{
    return judge(topology, group).findings;
}

std::vector<Diagnostic> lintFiles(const Topology &topology, const std::set<std::string> &files)
{
    Round round(topology);
    for (const std::string &path : files)
        if (const WorkspaceFile *file = topology.workspace->file(path);
            file && isJudged(*topology.workspace, path))
            checkFile(round, *file, std::nullopt);
    return round.findings();
}

std::vector<Diagnostic> lintFile(const Topology &topology, const std::string &file)
{
    Round round(topology);
    if (const WorkspaceFile *found = topology.workspace->file(file))
        checkFile(round, *found, std::nullopt);
    return round.findings();
}

} // namespace meshwright
