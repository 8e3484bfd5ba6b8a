// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/report/report.h"

#include <algorithm>
#include <array>

namespace meshwright::mw {

namespace {

Colour colourOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Colour::Red;
    case Severity::Warning:
        return Colour::Yellow;
    case Severity::Info:
        return Colour::Blue;
    case Severity::Hint:
        break;
    }
    return Colour::Grey;
}

Severity leastSeverity(const std::string &name)
{
    if (name == "error")
        return Severity::Error;
    return name == "warning" ? Severity::Warning : Severity::Info;
}

std::optional<RuleGroup> groupOf(const std::string &name)
{
    if (name == "asyncapi")
        return RuleGroup::AsyncApi;
    if (name == "conventions")
        return RuleGroup::Conventions;
    if (name == "policies")
        return RuleGroup::Policies;
    return std::nullopt;
}

std::string counted(std::size_t count, const std::string &what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string asText(const Workspace &workspace, const Judgement &judgement, bool withAllowed)
{
    std::string out;
    std::array<std::size_t, 4> counts{};
    if (withAllowed)
        for (const AllowedFinding &each : judgement.allowed)
            out += coloured(placeText(workspace, {each.finding.file, each.finding.range}),
                            Colour::Bold) +
                   ": " + coloured("allowed", Colour::Grey) + ": " + inert(each.finding.message) +
                   " " + coloured("[" + each.finding.rule + "]", Colour::Grey) +
                   "\n    reason: " + inert(each.reason) + "\n";
    for (const Diagnostic &each : judgement.findings) {
        ++counts.at(static_cast<std::size_t>(each.severity));
        out += coloured(placeText(workspace, {each.file, each.range}), Colour::Bold) + ": " +
               coloured(nameOf(each.severity), colourOf(each.severity)) + ": " +
               inert(each.message) + " " + coloured("[" + each.rule + "]", Colour::Grey) + "\n";
        for (const QuickFix &fix : each.fixes)
            out += "    fix: " + inert(fix.title) + "\n";
    }
    std::size_t specs = 0;
    for (const auto &[path, file] : workspace.files())
        specs += file->isSpec && workspace.isAskedFor(path) ? 1 : 0;
    return out + counted(specs, "spec") + " checked: " + counted(counts[0], "error") + ", " +
           counted(counts[1], "warning") +
           (counts[2] > 0 ? ", " + std::to_string(counts[2]) + " for information" : "") +
           (judgement.allowed.empty()
                ? ""
                : "; " + std::to_string(judgement.allowed.size()) + " allowed by comments") +
           "\n";
}

std::string asFormat(const Topology &topology, const Judgement &judgement, const Options &options)
{
    if (options.format == "json")
        return report::diagnosticsJson(topology, judgement);
    if (options.format == "sarif")
        return report::diagnosticsSarif(topology, judgement);
    if (options.format == "junit")
        return report::diagnosticsJunit(topology, judgement.findings);
    return asText(*topology.workspace, judgement, options.suppressed);
}

/// Hints that only a comparison with the AsyncAPI parser's own report wants.
bool isFollowUp(const Diagnostic &diagnostic)
{
    return diagnostic.rule == "asyncapi/follow-up";
}

void addFollowUps(const Workspace &workspace, std::vector<Diagnostic> &diagnostics)
{
    for (const auto &[path, file] : workspace.files()) {
        if (!workspace.isAskedFor(path) || !file->spec || !file->document->isComplete())
            continue;
        const auto more = conformance::followUps(workspace, *file->spec);
        diagnostics.insert(diagnostics.end(), more.begin(), more.end());
    }
}

} // namespace

int runCheck(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error()) == Errors ? Errors : Unreadable;
    }
    Judgement judgement = judge(**topology, groupOf(options.rules));
    std::vector<Diagnostic> &diagnostics = judgement.findings;
    if (options.rules == "asyncapi")
        addFollowUps(*(*topology)->workspace, diagnostics);
    std::erase_if(diagnostics, [&](const Diagnostic &each) {
        return each.severity > leastSeverity(options.severity) && !isFollowUp(each);
    });
    if (const auto written = deliver(asFormat(**topology, judgement, options), options.output);
        !written) {
        sayError(written.error());
        return Errors;
    }
    const Workspace &workspace = *(*topology)->workspace;
    if (const auto missing = missingSpecs(workspace)) {
        if (diagnostics.empty() || workspace.only().empty()) // else the finding says it
            sayError(*missing);
        return diagnostics.empty() ? Unreadable : Errors;
    }
    const bool hasErrors =
        std::any_of(diagnostics.begin(), diagnostics.end(),
                    [](const Diagnostic &each) { return each.severity == Severity::Error; });
    return hasErrors ? Errors : Fine;
}

} // namespace meshwright::mw
