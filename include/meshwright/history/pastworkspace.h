// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/history/repository.h"
#include "meshwright/workspace/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace meshwright::history {

/// A workspace as a revision has it.
struct PastWorkspace
{
    WorkspacePtr workspace;
    std::vector<std::string> missing; ///< folders that can't be told (submodules)
};

/// Reads the files that a workspace reads, from a repository that was opened at `root`.
Result<PastWorkspace> workspaceAt(Repository &repository, const Revision &revision,
                                  const std::filesystem::path &root);

/// Two states that can be compared: both without what one of them can't tell.
struct TwoStates
{
    WorkspacePtr base;
    WorkspacePtr next;
    std::vector<std::string> missing; ///< folders that are left out (submodules), sorted
};

/// `past` beside a newer state, whose working tree has `states`. Files that a sparse checkout
/// leaves out are in neither.
TwoStates comparable(const PastWorkspace &past, const WorkspacePtr &next,
                     const std::vector<FileState> &states);
/// What a revision has beside what the working tree has, whose workspace is `next`.
/// Invalid where the repository is bare.
Result<TwoStates> sinceRevision(Repository &repository, const Revision &base,
                                const WorkspacePtr &next);
/// What two revisions have.
Result<TwoStates> betweenRevisions(Repository &repository, const Revision &base,
                                   const Revision &next, const std::filesystem::path &root);

} // namespace meshwright::history
