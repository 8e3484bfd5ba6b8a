// SPDX-License-Identifier: Apache-2.0
#include "ui/session/derivation.h"

#include "meshwright/lint/lint.h"

#include <algorithm>

namespace meshwright::ui {

namespace {

Snapshot snapshotOf(const WorkspacePtr &workspace, quint64 revision)
{
    Snapshot snapshot;
    snapshot.workspace = workspace;
    snapshot.topology = buildTopology(workspace);
    snapshot.diagnostics =
        std::make_shared<const std::vector<Diagnostic>>(lint(*snapshot.topology));
    snapshot.revision = revision;
    return snapshot;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

Snapshot derive(const Derivation &input)
{
    WorkspacePtr workspace = input.base;
    for (const auto &[file, text] : input.texts)
        workspace = workspace->withText(file, text);
    return snapshotOf(workspace, input.revision);
}

Result<Snapshot> openSnapshot(const std::filesystem::path &path)
{
    return Workspace::open(path).map(
        [](const WorkspacePtr &workspace) { return snapshotOf(workspace, 0); });
}

std::vector<TextEdit> difference(const SourceText &from, const SourceText &to)
{
    const std::string &a = from.bytes();
    const std::string &b = to.bytes();
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    if (head == a.size() && head == b.size())
        return {};
    while (head > 0 && ((head < a.size() && isContinuation(a[head])) ||
                        (head < b.size() && isContinuation(b[head]))))
        --head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isContinuation(a[a.size() - tail]))
        --tail;
    return {{{head, a.size() - tail}, b.substr(head, b.size() - tail - head)}};
}

} // namespace meshwright::ui
