// SPDX-License-Identifier: Apache-2.0
#include "meshwright/lint/allowing.h"

#include "lint/allowances.h"

#include <algorithm>

namespace meshwright {

namespace {

std::string oneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    const auto begin = text.find_first_not_of(' ');
    const auto end = text.find_last_not_of(' ');
    return begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

/// How often the file has what the comment is about, and faults of comments.
std::pair<long, long> countsIn(const Topology &topology, const Diagnostic &finding)
{
    const auto found = lintFile(topology, finding.file);
    const auto same = std::count_if(found.begin(), found.end(), [&](const Diagnostic &each) {
        return each.file == finding.file && each.rule == finding.rule;
    });
    const auto faults = std::count_if(found.begin(), found.end(), [](const Diagnostic &each) {
        return each.severity == Severity::Error || each.rule.starts_with("suppression/");
    });
    return {same, faults};
}

} // namespace

bool mayBeAllowed(const Diagnostic &finding)
{
    const bool hasComments = finding.file.ends_with(".yaml") || finding.file.ends_with(".yml");
    return hasComments && !linting::isFirm(finding) && !finding.rule.starts_with("suppression/");
}

Result<WorkspaceEdit> allowHere(const Topology &topology, const Diagnostic &finding,
                                std::string reason)
{
    const auto refused = [&](const std::string &why) {
        return tl::unexpected(Error{Error::Code::Invalid, why, finding.file});
    };
    reason = oneLine(std::move(reason));
    const Text text = topology.workspace->text(finding.file);
    if (reason.empty() || !text || !mayBeAllowed(finding))
        return refused("This finding can't be allowed without a reason, or not at all.");
    const Range line = text->lineRange(text->position(finding.range.begin).line);
    const std::string_view bytes = text->bytes();
    const auto content = bytes.substr(line.begin, line.size());
    const auto indent = content.substr(0, std::min(content.find_first_not_of(' '), content.size()));
    const bool hasReturns = bytes.find("\r\n") != std::string_view::npos;
    WorkspaceEdit edit;
    edit.files[finding.file].push_back({{line.begin, line.begin},
                                        std::string(indent) + "# meshwright: allow " +
                                            finding.rule + " - " + reason +
                                            (hasReturns ? "\r\n" : "\n")});
    const auto next = topology.workspace->withEdit(edit);
    if (!next)
        return tl::unexpected(next.error());
    const auto [before, faultsBefore] = countsIn(topology, finding);
    const auto [after, faultsAfter] = countsIn(*buildTopology(*next), finding);
    if (after >= before || faultsAfter > faultsBefore)
        return refused("No comment can stand above this line: mend the finding, or allow it in the "
                       "text.");
    return edit;
}

} // namespace meshwright
