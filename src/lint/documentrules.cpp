// SPDX-License-Identifier: Apache-2.0
// The file itself: readable, well-formed, a known version, references that lead somewhere.
#include "lint/finding.h"
#include "lint/severities.h"
#include "lint/tabfix.h"
#include "meshwright/graph/positions.h"
#include "meshwright/graph/views.h"
#include "text/suggestion.h"

#include <set>
#include <utility>

namespace meshwright::linting {

namespace {

void checkSyntax(Pass &pass)
{
    if (!pass.file.document)
        return;
    for (const yaml::Problem &problem : pass.file.document->problems()) {
        const std::string rule = "yaml/" + problem.id;
        Diagnostic &found = report(pass, findRule(rule) ? rule : "yaml/syntax",
                                   {pass.file.path, problem.range}, problem.message);
        if (!problem.isError)
            found.severity = Severity::Warning;
        if (problem.id == "unknown-alias" || problem.id == "unknown-tag")
            found.path.clear(); // nothing is known of the value that would stand there
        if (problem.id != "tab")
            continue;
        if (auto edits = spacesForTabs(*pass.file.document, problem.range); !edits.empty())
            found.fixes.push_back({"Indent by spaces", {{{pass.file.path, std::move(edits)}}}});
    }
}

std::string_view ruleFor(asyncapi::Resolution::Status status)
{
    using Status = asyncapi::Resolution::Status;
    switch (status) {
    case Status::Outside:
        return "reference/outside";
    case Status::Network:
        return "reference/not-followed";
    case Status::Cycle:
        return "reference/cycle";
    case Status::Found:
    case Status::Foreign:
    case Status::NoFile:
    case Status::NoTarget:
    case Status::Malformed:
        break;
    }
    return "reference/unresolved";
}

/// Each place is told. The reference parser tells each target once, and does not look at what
/// stands beside another `$ref`.
void checkReferences(Pass &pass)
{
    std::set<std::pair<std::string, std::string>> told;
    for (const asyncapi::BrokenReference &broken : pass.file.spec->brokenReferences) {
        const asyncapi::Located &reference = broken.reference;
        Diagnostic &found = report(pass, ruleFor(broken.status), reference.place, broken.message);
        if (found.file == pass.file.path && !broken.path.empty())
            found.path = broken.path;
        if (broken.isBesideReference || !told.emplace(reference.place.file, reference.value).second)
            found.reference.clear();
    }
}

void checkVersion(Pass &pass)
{
    const yaml::Node *version = pass.file.document->root()->find("asyncapi");
    const bool isText = version->isScalar() && version->isString();
    const std::string &text = pass.file.spec->version.value;
    if (isText && asyncapi::isKnownVersion(text))
        return;
    Diagnostic &found = report(
        pass, "spec/version", pass.file.spec->version.place,
        (isText || text.empty()
             ? "The AsyncAPI version '" + text + "' is not known here: use "
             : "'" + text + "' is a number, and no version: write all its three parts, from ") +
            "2.0.0 to 2.6.0, 3.0.0 or 3.1.0.");
    found.path.clear(); // the fault is the whole document's
    const std::string whole =
        isText ? std::string(asyncapi::versionOfLine(text).value_or("")) : text + ".0";
    if (asyncapi::isKnownVersion(whole))
        found.fixes.push_back(
            replaceScalarFix(pass, pass.file.spec->version.place, whole, "Write '" + whole + "'"));
}

/// A file that was asked for as a spec, and says nowhere that it is one.
void checkIsSpec(Pass &pass)
{
    const bool isAsked = pass.file.path == pass.workspace().only();
    if (!isAsked || !pass.file.document || !pass.file.document->isComplete())
        return;
    const yaml::Node *root = pass.file.document->root();
    Diagnostic &found =
        report(pass, "spec/version", {pass.file.path, {}},
               "This is no AsyncAPI document, for no key 'asyncapi' at its root names a version: "
               "add one, such as \"asyncapi: '3.0.0'\".");
    found.path.clear();
    if (!root || !root->isMapping())
        return;
    for (const yaml::Entry &entry : root->resolved().entries)
        if (entry.key->isScalar() && nearest(entry.key->resolved().value, {"asyncapi"})) {
            const asyncapi::Place key{pass.file.path, entry.key->range};
            found.range = key.range;
            found.fixes.push_back(replaceScalarFix(pass, key, "asyncapi", "Write 'asyncapi'"));
            return;
        }
}

} // namespace

void checkDocument(Pass &pass)
{
    if (pass.file.fault) {
        if (pass.file.isSpec || pass.file.fault->code != Error::Code::NotFound)
            report(pass, "file/unreadable", {pass.file.path, {}}, pass.file.fault->message);
        return;
    }
    // Schemas and other YAML files are judged where a spec uses them, but for their syntax.
    checkSyntax(pass);
    if (!pass.file.spec && !pass.file.lastGoodSpec)
        checkIsSpec(pass);
    if (!pass.file.spec || !pass.file.document || !pass.file.document->isComplete())
        return;
    checkReferences(pass);
    checkVersion(pass);
}

namespace {

/// A policy file that can't be had is a matter of policies: whoever checks those alone hears of it.
bool isOfPolicies(const Pass &pass, const SettingsProblem &problem)
{
    const yaml::Node *root = pass.file.document ? pass.file.document->root() : nullptr;
    const yaml::Node *policies = pass.file.path == settingsFileName && root && root->isMapping()
                                     ? root->find("policies")
                                     : nullptr;
    return policies && problem.range.begin >= policies->range.begin &&
           problem.range.end <= policies->range.end;
}

void reportProblems(Pass &pass, const std::vector<SettingsProblem> &problems)
{
    for (const SettingsProblem &problem : problems) {
        const char *rule = isOfPolicies(pass, problem) ? "policy/invalid" : "settings/invalid";
        Diagnostic &found = report(pass, rule, {pass.file.path, problem.range}, problem.message);
        if (!problem.isError)
            found.severity = Severity::Warning;
    }
}

} // namespace

void checkSettingsFile(Pass &pass)
{
    if (pass.file.fault)
        report(pass, "file/unreadable", {pass.file.path, {}}, pass.file.fault->message);
    checkSyntax(pass);
    reportProblems(pass, pass.workspace().settingsProblems());
    checkSeverities(pass);
}

void checkGraphFiles(Pass &pass)
{
    if (!pass.file.document || !pass.file.document->isComplete())
        return;
    std::vector<SettingsProblem> problems;
    if (pass.file.path == graph::viewsFileName)
        graph::readViews(pass.file.document, problems);
    else if (pass.file.path == graph::positionsFileName)
        graph::readPositions(pass.file.document, problems);
    reportProblems(pass, problems);
}

} // namespace meshwright::linting
