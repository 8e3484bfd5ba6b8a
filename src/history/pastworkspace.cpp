// SPDX-License-Identifier: Apache-2.0
#include "meshwright/history/pastworkspace.h"

#include <algorithm>
#include <functional>
#include <set>

namespace meshwright::history {

namespace {

WorkspacePtr without(WorkspacePtr workspace, const std::function<bool(const std::string &)> &isOut)
{
    std::vector<std::string> files;
    for (const auto &[path, file] : workspace->files())
        if (isOut(path))
            files.push_back(path);
    for (const auto &file : files)
        workspace = workspace->withoutFile(file);
    return workspace;
}

WorkspacePtr withoutFolders(const WorkspacePtr &workspace, const std::vector<std::string> &folders)
{
    return without(workspace, [&](const std::string &path) {
        return std::any_of(folders.begin(), folders.end(), [&](const std::string &folder) {
            return path.starts_with(folder + '/');
        });
    });
}

} // namespace

Result<PastWorkspace> workspaceAt(Repository &repository, const Revision &revision,
                                  const std::filesystem::path &root)
{
    auto listing = repository.files(revision);
    if (!listing)
        return tl::unexpected(listing.error());
    auto &files = listing->files;
    std::erase_if(files, [](const std::string &path) { return !isWorkspaceFile(path); });
    if (files.size() > mostWorkspaceFiles)
        return tl::unexpected(
            Error{Error::Code::Invalid,
                  "The commit " + revision.id +
                      " holds more than a workspace can: open the folder that has the specs.",
                  root.string()});
    FileReads reads;
    for (const auto &path : files)
        reads.emplace(path, repository.read(revision, path));
    return PastWorkspace{Workspace::fromReads(reads, root), std::move(listing->missing)};
}

TwoStates comparable(const PastWorkspace &past, const WorkspacePtr &next,
                     const std::vector<FileState> &states)
{
    std::set<std::string> leftOut;
    for (const auto &state : states)
        if (state.change == FileChange::LeftOut && !next->file(state.path))
            leftOut.insert(state.path);
    return {
        without(past.workspace, [&](const std::string &path) { return leftOut.contains(path); }),
        withoutFolders(next, past.missing), past.missing};
}

Result<TwoStates> sinceRevision(Repository &repository, const Revision &base,
                                const WorkspacePtr &next)
{
    const auto states = repository.states();
    if (!states)
        return tl::unexpected(states.error());
    const auto past = workspaceAt(repository, base, next->root());
    if (!past)
        return tl::unexpected(past.error());
    return comparable(*past, next, *states);
}

Result<TwoStates> betweenRevisions(Repository &repository, const Revision &base,
                                   const Revision &next, const std::filesystem::path &root)
{
    auto before = workspaceAt(repository, base, root);
    if (!before)
        return tl::unexpected(before.error());
    auto after = workspaceAt(repository, next, root);
    if (!after)
        return tl::unexpected(after.error());
    std::set<std::string> all(before->missing.begin(), before->missing.end());
    all.insert(after->missing.begin(), after->missing.end());
    const std::vector<std::string> missing(all.begin(), all.end());
    return TwoStates{withoutFolders(before->workspace, missing),
                     withoutFolders(after->workspace, missing), missing};
}

} // namespace meshwright::history
