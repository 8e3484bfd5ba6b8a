// SPDX-License-Identifier: Apache-2.0
// The file itself: readable, well-formed, a known version, references that lead somewhere.
#include "lint/finding.h"

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

void checkReferences(Pass &pass)
{
    for (const asyncapi::BrokenReference &broken : pass.file.spec->brokenReferences) {
        Diagnostic &found =
            report(pass, ruleFor(broken.status), broken.reference.place, broken.message);
        if (found.rule == "reference/unresolved" || found.rule == "reference/outside")
            found.reference = "invalid-ref";
        if (found.file == pass.file.path && !broken.path.empty())
            found.path = broken.path;
    }
}

void checkVersion(Pass &pass)
{
    const asyncapi::Spec &spec = *pass.file.spec;
    if (spec.major != 0)
        return;
    report(pass, "spec/version", spec.version.place,
           "The AsyncAPI version '" + spec.version.value +
               "' is not known here: use 2.0.0 to 2.6.0, 3.0.0 or 3.1.0.");
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
    if (!pass.file.spec || !pass.file.document || !pass.file.document->isComplete())
        return;
    checkReferences(pass);
    checkVersion(pass);
}

void checkSettingsFile(Pass &pass)
{
    if (pass.file.fault)
        report(pass, "file/unreadable", {pass.file.path, {}}, pass.file.fault->message);
    checkSyntax(pass);
    for (const SettingsProblem &problem : pass.workspace().settingsProblems()) {
        Diagnostic &found =
            report(pass, "settings/invalid", {pass.file.path, problem.range}, problem.message);
        if (!problem.isError)
            found.severity = Severity::Warning;
    }
}

} // namespace meshwright::linting
