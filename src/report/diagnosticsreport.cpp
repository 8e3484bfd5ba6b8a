// SPDX-License-Identifier: Apache-2.0
// Diagnostics as JSON, SARIF 2.1.0 and JUnit XML.
#include "meshwright/report/report.h"

#include "report/json.h"

#include <algorithm>
#include <set>

namespace meshwright::report {

namespace {

Json positionJson(const Position &position)
{
    return {{"line", position.line}, {"column", position.column}};
}

std::size_t countOf(const std::vector<Diagnostic> &diagnostics, Severity severity)
{
    return static_cast<std::size_t>(
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [&](const Diagnostic &each) { return each.severity == severity; }));
}

std::size_t checkedFiles(const Workspace &workspace)
{
    std::size_t count = 0;
    for (const auto &[path, file] : workspace.files())
        count += file->isSpec && workspace.isAskedFor(path) ? 1 : 0;
    return count;
}

Json diagnosticJson(const Workspace &workspace, const Diagnostic &diagnostic)
{
    Json fixes = Json::array();
    for (const QuickFix &fix : diagnostic.fixes)
        fixes.push_back({{"title", fix.title}});
    const auto &[begin, end] = diagnostic.range;
    return {{"file", diagnostic.file},
            {"rule", diagnostic.rule},
            {"reference", diagnostic.reference},
            {"severity", nameOf(diagnostic.severity)},
            {"message", diagnostic.message},
            {"path", diagnostic.path},
            {"range",
             {{"start", positionJson(positionOf(workspace, diagnostic.file, begin))},
              {"end", positionJson(positionOf(workspace, diagnostic.file, end))}}},
            {"fixes", fixes}};
}

std::string_view sarifLevel(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Info:
    case Severity::Hint:
        break;
    }
    return "note";
}

Json sarifResult(const Workspace &workspace, const Diagnostic &diagnostic)
{
    const Position begin = positionOf(workspace, diagnostic.file, diagnostic.range.begin);
    const Position end = positionOf(workspace, diagnostic.file, diagnostic.range.end);
    const Json region = {{"startLine", begin.line},
                         {"startColumn", begin.column},
                         {"endLine", end.line},
                         {"endColumn", end.column}};
    const Json location = {{"artifactLocation", {{"uri", diagnostic.file}}}, {"region", region}};
    return {{"ruleId", diagnostic.rule},
            {"level", sarifLevel(diagnostic.severity)},
            {"message", {{"text", diagnostic.message}}},
            {"locations", Json::array({{{"physicalLocation", location}}})}};
}

Json sarifRules(const std::vector<Diagnostic> &diagnostics)
{
    std::set<std::string> used;
    for (const Diagnostic &diagnostic : diagnostics)
        used.insert(diagnostic.rule);
    Json list = Json::array();
    for (const std::string &id : used) {
        Json entry = {{"id", id}};
        if (const Rule *rule = findRule(id)) {
            entry["shortDescription"] = {{"text", rule->summary}};
            entry["fullDescription"] = {{"text", rule->why}};
            entry["defaultConfiguration"] = {{"level", sarifLevel(rule->severity)}};
        }
        list.push_back(entry);
    }
    return list;
}

std::string xmlEscaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\n':
            out += "&#10;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') // the rest is no XML 1.0
                out += c;
        }
    }
    return out;
}

std::string junitCase(const Workspace &workspace, const Diagnostic &diagnostic)
{
    const Position at = positionOf(workspace, diagnostic.file, diagnostic.range.begin);
    const std::string place =
        diagnostic.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    const bool fails = diagnostic.severity == Severity::Error;
    std::string out = "    <testcase classname=\"" + xmlEscaped(diagnostic.file) + "\" name=\"" +
                      xmlEscaped(diagnostic.rule + " at " + place) + "\">";
    const std::string text = xmlEscaped(place + ": " + diagnostic.message);
    if (fails)
        out += "<failure message=\"" + xmlEscaped(diagnostic.message) + "\">" + text + "</failure>";
    else
        out += "<system-out>" + text + "</system-out>";
    return out + "</testcase>\n";
}

} // namespace

std::string diagnosticsJson(const Topology &topology, const Judgement &judgement)
{
    const Workspace &workspace = *topology.workspace;
    Json list = Json::array();
    for (const Diagnostic &diagnostic : judgement.findings)
        list.push_back(diagnosticJson(workspace, diagnostic));
    Json suppressed = Json::array();
    for (const AllowedFinding &each : judgement.allowed) {
        Json entry = diagnosticJson(workspace, each.finding);
        entry["reason"] = each.reason;
        suppressed.push_back(std::move(entry));
    }
    Json json = versioned();
    json["diagnostics"] = list;
    json["suppressed"] = suppressed;
    json["summary"] = {{"files", checkedFiles(workspace)},
                       {"errors", countOf(judgement.findings, Severity::Error)},
                       {"warnings", countOf(judgement.findings, Severity::Warning)}};
    return printed(json);
}

std::string diagnosticsSarif(const Topology &topology, const Judgement &judgement)
{
    Json results = Json::array();
    std::vector<Diagnostic> told = judgement.findings;
    for (const Diagnostic &diagnostic : judgement.findings)
        results.push_back(sarifResult(*topology.workspace, diagnostic));
    for (const AllowedFinding &each : judgement.allowed) {
        Json result = sarifResult(*topology.workspace, each.finding);
        result["suppressions"] =
            Json::array({{{"kind", "inSource"}, {"justification", each.reason}}});
        results.push_back(std::move(result));
        told.push_back(each.finding);
    }
    const Json driver = {{"name", "Meshwright"}, {"rules", sarifRules(told)}};
    const Json run = {
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
    return printed({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}});
}

std::string diagnosticsJunit(const Topology &topology, const std::vector<Diagnostic> &diagnostics)
{
    const Workspace &workspace = *topology.workspace;
    std::string cases;
    std::set<std::string> faulty;
    for (const Diagnostic &diagnostic : diagnostics) {
        cases += junitCase(workspace, diagnostic);
        faulty.insert(diagnostic.file);
    }
    std::size_t count = diagnostics.size();
    for (const auto &[path, file] : workspace.files()) {
        if (!file->isSpec || !workspace.isAskedFor(path) || faulty.contains(path))
            continue;
        cases += "    <testcase classname=\"" + xmlEscaped(path) + "\" name=\"no findings\"/>\n";
        ++count;
    }
    const std::string counts = " tests=\"" + std::to_string(count) + "\" failures=\"" +
                               std::to_string(countOf(diagnostics, Severity::Error)) + "\"";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts +
           ">\n  <testsuite name=\"mw check\"" + counts + ">\n" + cases +
           "  </testsuite>\n</testsuites>\n";
}

} // namespace meshwright::report
