// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace meshwright::history {

/// A commit, by its full id.
struct Revision
{
    std::string id;

    bool operator==(const Revision &) const = default;
};

/// Where a working tree stands.
struct Head
{
    struct Distance
    {
        std::size_t ahead = 0;
        std::size_t behind = 0;

        bool operator==(const Distance &) const = default;
    };

    std::string branch;               ///< main; empty where HEAD is detached
    std::optional<Revision> commit;   ///< none: nothing is committed yet
    std::string upstream;             ///< origin/main, or empty
    std::optional<Distance> distance; ///< in commits, from `upstream`; none where it can't be told

    bool operator==(const Head &) const = default;
};

/// How a file of the working tree differs from HEAD, staged or not.
enum class FileChange {
    Added,
    Modified,
    Renamed,
    Deleted,
    Untracked,
    Conflicted,
    Ignored,
    LeftOut, ///< tracked, but a sparse checkout leaves it out
};

struct FileState
{
    std::string path; ///< a whole folder's (Untracked, Ignored) ends in /
    FileChange change = FileChange::Modified;
    std::string before; ///< of Renamed: the path in HEAD

    bool operator==(const FileState &) const = default;
};

struct Reference
{
    enum class Kind { Branch, RemoteBranch, Tag };

    Kind kind = Kind::Branch;
    std::string name; ///< main, origin/main, v1.0

    bool operator==(const Reference &) const = default;
};

/// The files of one revision.
struct Listing
{
    std::vector<std::string> files; ///< sorted
    /// Folders of submodules whose commit is not in this clone: what they hold can't be told.
    std::vector<std::string> missing;

    bool operator==(const Listing &) const = default;
};

/// The history of one folder. Every path is relative to that folder, with /, also where the
/// repository begins further up. Nothing here writes, and nothing that a repository's settings
/// name is ever run. Used by one thread at a time.
class Repository
{
public:
    virtual ~Repository() = default;

    virtual Result<Head> head() = 0;
    /// Files that differ from HEAD, sorted by path. Invalid where the repository is bare.
    virtual Result<std::vector<FileState>> states() = 0;
    /// A branch, a tag, HEAD~1, the start of a commit's id. NotFound where there is none.
    virtual Result<Revision> resolve(const std::string &name) = 0;
    /// Branches, then those of remotes, then tags, each sorted by name.
    virtual Result<std::vector<Reference>> references() = 0;
    /// A folder that the revision does not have holds no files.
    virtual Result<Listing> files(const Revision &revision) = 0;
    /// The bytes of a file, as they are stored. NotFound where the revision has no such file.
    virtual Result<std::string> read(const Revision &revision, const std::string &path) = 0;
    /// What on the disk changes where HEAD, the branches or what is staged do: files and folders
    /// that exist.
    virtual std::vector<std::filesystem::path> watched() = 0;
};

/// What the states say of a file; none where it is as in HEAD. Those of a folder are those of
/// all in it.
std::optional<FileState> stateOf(const std::vector<FileState> &states, const std::string &path);

} // namespace meshwright::history
