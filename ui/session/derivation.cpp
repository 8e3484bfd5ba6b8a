// SPDX-License-Identifier: Apache-2.0
#include "ui/session/derivation.h"

#include "meshwright/lint/lint.h"
#include "meshwright/text/linediff.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace meshwright::ui {

namespace {

// Beyond this many at once (a checkout, a schema that all specs read) all files are judged in one.
constexpr std::size_t mostSingleFiles = 4;

Snapshot snapshotOf(const WorkspacePtr &workspace, quint64 revision)
{
    Snapshot snapshot;
    snapshot.workspace = workspace;
    snapshot.topology = buildTopology(workspace);
    snapshot.revision = revision;
    return snapshot;
}

Snapshot checkedSnapshotOf(const WorkspacePtr &workspace, quint64 revision)
{
    Snapshot snapshot = snapshotOf(workspace, revision);
    Judgement judgement = checkAll(snapshot);
    snapshot.diagnostics =
        std::make_shared<const std::vector<Diagnostic>>(std::move(judgement.findings));
    snapshot.allowed =
        std::make_shared<const std::vector<AllowedFinding>>(std::move(judgement.allowed));
    return snapshot;
}

bool writesInto(const QuickFix &fix, const std::set<std::string> &files)
{
    return std::ranges::any_of(fix.edit.files,
                               [&](const auto &each) { return files.contains(each.first); });
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Less what both ends have in common, in whole characters; `a` stands at `offset`.
TextEdit smallest(std::string_view a, std::string_view b, std::size_t offset)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    while (head > 0 && ((head < a.size() && isContinuation(a[head])) ||
                        (head < b.size() && isContinuation(b[head]))))
        --head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isContinuation(a[a.size() - tail]))
        --tail;
    return {{offset + head, offset + a.size() - tail},
            std::string(b.substr(head, b.size() - tail - head))};
}

/// The first byte of a line (from 0), or the end.
std::size_t startOf(const SourceText &text, std::size_t line)
{
    if (line >= text.lineCount())
        return text.bytes().size();
    return text.lineRange(static_cast<std::uint32_t>(line + 1)).begin;
}

} // namespace

Snapshot derive(const Derivation &input)
{
    WorkspacePtr workspace = input.base;
    for (const auto &[file, text] : input.texts)
        workspace = workspace->withText(file, text);
    if (!input.shown.workspace)
        return checkedSnapshotOf(workspace, input.revision);
    const std::set<std::string> changed = changedFiles(*input.shown.workspace, *workspace);
    if (changed.size() > mostSingleFiles || changed.contains(settingsFileName))
        return checkedSnapshotOf(workspace, input.revision);
    Snapshot snapshot = snapshotOf(workspace, input.revision);
    snapshot.isChecked = false;
    snapshot.allowed = input.shown.allowed;
    snapshot.diagnostics = std::make_shared<const std::vector<Diagnostic>>(
        withNewer(*input.shown.diagnostics, lintFiles(*snapshot.topology, changed), changed));
    return snapshot;
}

Result<Snapshot> openSnapshot(const std::filesystem::path &path)
{
    return Workspace::open(path).map(
        [](const WorkspacePtr &workspace) { return checkedSnapshotOf(workspace, 0); });
}

Judgement checkAll(const Snapshot &snapshot)
{
    return judge(*snapshot.topology);
}

std::set<std::string> changedFiles(const Workspace &before, const Workspace &now)
{
    std::vector<std::pair<std::string, std::shared_ptr<const WorkspaceFile>>> changed;
    std::ranges::set_symmetric_difference(before.files(), now.files(), std::back_inserter(changed));
    std::set<std::string> files;
    for (auto &[file, content] : changed)
        files.insert(std::move(file));
    return files;
}

std::vector<Diagnostic> withNewer(std::vector<Diagnostic> findings,
                                  const std::vector<Diagnostic> &newer,
                                  const std::set<std::string> &files)
{
    const auto isNewer = [&](const Diagnostic &each) { return files.contains(each.file); };
    std::erase_if(findings, isNewer);
    for (Diagnostic &each : findings)
        std::erase_if(each.fixes, [&](const QuickFix &fix) { return writesInto(fix, files); });
    const auto middle = static_cast<std::ptrdiff_t>(findings.size());
    std::ranges::copy_if(newer, std::back_inserter(findings), isNewer);
    std::ranges::inplace_merge(findings, findings.begin() + middle, {}, &Diagnostic::file);
    return findings;
}

std::vector<TextEdit> difference(const SourceText &from, const SourceText &to)
{
    const std::string_view before = from.bytes();
    const std::string_view after = to.bytes();
    std::vector<TextEdit> edits;
    for (const LineChange &change : changedLines(before, after)) {
        const Range old{startOf(from, change.oldBegin), startOf(from, change.oldEnd)};
        const Range now{startOf(to, change.newBegin), startOf(to, change.newEnd)};
        edits.push_back(smallest(before.substr(old.begin, old.size()),
                                 after.substr(now.begin, now.size()), old.begin));
    }
    return edits;
}

} // namespace meshwright::ui
