// SPDX-License-Identifier: Apache-2.0
// How the files of the working tree differ from HEAD.
#include "git/gitrepository.h"

#include <algorithm>
#include <optional>
#include <set>

namespace meshwright::git {

namespace {

using history::FileChange;
using history::FileState;

constexpr unsigned inIndex = GIT_STATUS_INDEX_NEW | GIT_STATUS_INDEX_MODIFIED |
                             GIT_STATUS_INDEX_RENAMED | GIT_STATUS_INDEX_TYPECHANGE;

/// From the two steps HEAD → index → file to the one HEAD → file; nothing where both cancel out.
std::optional<FileChange> changeOf(unsigned status)
{
    const auto has = [&](unsigned flags) { return (status & flags) != 0; };
    if (has(GIT_STATUS_CONFLICTED))
        return FileChange::Conflicted;
    if (has(GIT_STATUS_IGNORED))
        return FileChange::Ignored;
    if (has(GIT_STATUS_WT_DELETED))
        return has(GIT_STATUS_INDEX_NEW) ? std::nullopt : std::optional(FileChange::Deleted);
    if (has(GIT_STATUS_INDEX_DELETED))
        return has(GIT_STATUS_WT_NEW) ? FileChange::Modified : FileChange::Deleted;
    if (has(GIT_STATUS_WT_NEW))
        return FileChange::Untracked;
    if (has(GIT_STATUS_INDEX_RENAMED | GIT_STATUS_WT_RENAMED))
        return FileChange::Renamed;
    if (has(GIT_STATUS_INDEX_NEW))
        return FileChange::Added;
    if (has(inIndex | GIT_STATUS_WT_MODIFIED | GIT_STATUS_WT_TYPECHANGE))
        return FileChange::Modified;
    return std::nullopt;
}

std::string pathOf(const char *path)
{
    return path ? path : "";
}

FileState stateFrom(const git_status_entry &entry, FileChange change)
{
    FileState state;
    state.change = change;
    const auto *staged = entry.head_to_index;
    const auto *unstaged = entry.index_to_workdir;
    state.path = pathOf(unstaged ? unstaged->new_file.path : staged->new_file.path);
    if (change == FileChange::Renamed)
        state.before =
            pathOf(staged && staged->status == GIT_DELTA_RENAMED ? staged->old_file.path
                                                                 : unstaged->old_file.path);
    return state;
}

} // namespace

Result<std::vector<FileState>> GitRepository::states()
{
    if (git_repository_is_bare(get()) == 1)
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "This Git repository is bare: it has commits, and no files "
                                    "that could differ from them.",
                                    {}});
    git_status_options options{};
    git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
    options.flags = GIT_STATUS_OPT_DEFAULTS | GIT_STATUS_OPT_EXCLUDE_SUBMODULES |
                    GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | GIT_STATUS_OPT_RENAMES_HEAD_TO_INDEX |
                    GIT_STATUS_OPT_RENAMES_INDEX_TO_WORKDIR;
    auto folder = m_prefix.substr(0, m_prefix.size() - (m_prefix.empty() ? 0 : 1));
    auto *only = folder.data();
    if (!folder.empty())
        options.pathspec = {&only, 1};
    int code = 0;
    const auto list = made<StatusHandle>(code, git_status_list_new, get(), &options);
    if (!list)
        return tl::unexpected(failure("the state of the files can't be read"));
    std::vector<FileState> states;
    for (std::size_t i = 0; i < git_status_list_entrycount(list.get()); ++i) {
        const auto *entry = git_status_byindex(list.get(), i);
        const auto change = changeOf(entry->status);
        if (!change)
            continue;
        auto state = stateFrom(*entry, *change);
        for (auto *path : {&state.path, &state.before})
            if (path->starts_with(m_prefix))
                path->erase(0, m_prefix.size());
        states.push_back(std::move(state));
    }
    markLeftOut(states);
    std::sort(states.begin(), states.end(),
              [](const FileState &a, const FileState &b) { return a.path < b.path; });
    return states;
}

void GitRepository::markLeftOut(std::vector<FileState> &states) const
{
    int code = 0;
    const auto index = made<IndexHandle>(code, git_repository_index, get());
    if (!index)
        return;
    std::set<std::string> leftOut;
    for (std::size_t i = 0; i < git_index_entrycount(index.get()); ++i) {
        const auto *entry = git_index_get_byindex(index.get(), i);
        const std::string path = entry->path;
        if ((entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0 &&
            path.starts_with(m_prefix))
            leftOut.insert(path.substr(m_prefix.size()));
    }
    for (auto &state : states)
        if (state.change == FileChange::Deleted && leftOut.contains(state.path))
            state.change = FileChange::LeftOut;
}

} // namespace meshwright::git
