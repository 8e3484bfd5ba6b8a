// SPDX-License-Identifier: Apache-2.0
#include "symbols/verdict.h"

#include "meshwright/lint/lint.h"

#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace meshwright::symbols {

namespace {

bool isGrave(const Diagnostic &finding)
{
    return finding.severity == Severity::Error || finding.severity == Severity::Warning;
}

bool isDocumentName(std::string_view path)
{
    return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".json") ||
           path.ends_with(".avsc");
}

} // namespace

Result<void> checkAllReadable(const Workspace &workspace)
{
    std::set<std::string> parts;
    for (const auto &[path, file] : workspace.files())
        if (file->spec)
            parts.insert(file->spec->dependencies.begin(), file->spec->dependencies.end());
    for (const auto &[path, file] : workspace.files()) {
        const bool isCut = file->document && !file->document->isComplete();
        const bool isPart = file->isSpec || path == settingsFileName || parts.contains(path);
        if (!(file->fault && isDocumentName(path)) && !(isCut && isPart))
            continue;
        return tl::unexpected(
            Error{Error::Code::Conflict,
                  path + (file->fault ? " can't be read" : " has a fault in its syntax") +
                      ", so nobody can tell where it uses the name: mend it first, then rename.",
                  path});
    }
    return {};
}

Result<TopologyPtr> edited(const Workspace &workspace, const WorkspaceEdit &edit)
{
    WorkspacePtr next;
    for (const auto &[file, edits] : edit.files) {
        const auto text = workspace.text(file);
        if (!text)
            return tl::unexpected(
                Error{Error::Code::NotFound, "There is no text of " + file + " to edit.", file});
        auto changed = applyEdits(*text, edits);
        if (!changed)
            return tl::unexpected(changed.error());
        next = (next ? *next : workspace).withText(file, std::move(*changed));
    }
    return buildTopology(next ? next : std::make_shared<const Workspace>(workspace));
}

Result<void> checkNoNewFinding(const Topology &before, const Topology &after)
{
    std::map<std::pair<std::string, std::string>, int> counts;
    std::set<std::tuple<std::string, std::string, std::string>> known;
    for (const auto &each : lint(before)) {
        ++counts[{each.file, each.rule}];
        known.emplace(each.file, each.rule, each.message);
    }
    const auto findings = lint(after);
    for (const auto &each : findings)
        --counts[{each.file, each.rule}];
    for (const auto &each : findings) {
        if (!isGrave(each) || counts[{each.file, each.rule}] >= 0 ||
            known.contains({each.file, each.rule, each.message}))
            continue;
        const auto at = after.workspace->text(each.file)->position(each.range.begin);
        return tl::unexpected(
            Error{Error::Code::Invalid, each.message,
                  each.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column)});
    }
    return {};
}

} // namespace meshwright::symbols
