// SPDX-License-Identifier: Apache-2.0
#include "meshwright/history/repository.h"

#include <algorithm>

namespace meshwright::history {

namespace {

const FileState *find(const std::vector<FileState> &states, std::string_view path)
{
    const auto found = std::lower_bound(
        states.begin(), states.end(), path,
        [](const FileState &each, std::string_view key) { return each.path < key; });
    return found != states.end() && found->path == path ? &*found : nullptr;
}

} // namespace

std::optional<FileState> stateOf(const std::vector<FileState> &states, const std::string &path)
{
    if (const auto *own = find(states, path))
        return *own;
    for (auto slash = path.rfind('/'); slash != std::string::npos && slash > 0;
         slash = path.rfind('/', slash - 1))
        if (const auto *folder = find(states, std::string_view(path).substr(0, slash + 1)))
            return FileState{path, folder->change, {}};
    return std::nullopt;
}

} // namespace meshwright::history
