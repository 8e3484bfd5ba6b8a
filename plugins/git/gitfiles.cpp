// SPDX-License-Identifier: Apache-2.0
// The files of a commit, those of its submodules too.
#include "git/gitrepository.h"

#include "meshwright/text/textfile.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace meshwright::git {

namespace {

using history::Listing;

constexpr std::size_t mostEntries = 1'000'000; // a few small trees can describe any number
constexpr int deepestFolder = 64;
constexpr int mostLinks = 8;

using Submodules = std::map<std::string, RepositoryHandle>;

TreeHandle treeOf(git_repository *repository, const git_oid &commit)
{
    int code = 0;
    const auto found = made<CommitHandle>(code, git_commit_lookup, repository, &commit);
    return found ? made<TreeHandle>(code, git_commit_tree, found.get()) : TreeHandle();
}

/// A value of a tree: which, and of which repository.
struct Entry
{
    git_repository *repository = nullptr;
    git_oid id{};
    git_filemode_t mode = GIT_FILEMODE_UNREADABLE;

    bool isFile() const
    {
        return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
    }
};

/// Reads the trees of one commit. Paths are those of the outermost repository.
class Trees
{
public:
    Trees(git_repository *repository, Submodules &submodules)
        : m_repository(repository)
        , m_submodules(submodules)
    {}

    /// What stands at a path, submodules entered; nothing where there is nothing.
    std::optional<Entry> find(const git_oid &commit, const std::string &path)
    {
        auto *repository = m_repository;
        auto tree = treeOf(repository, commit);
        std::optional<Entry> entry;
        for (std::size_t begin = 0; begin <= path.size();) {
            const auto end = std::min(path.find('/', begin), path.size());
            entry = tree ? child(repository, tree.get(), path.substr(begin, end - begin))
                         : std::nullopt;
            if (!entry)
                return std::nullopt;
            tree = treeOf(*entry, path.substr(0, end), repository);
            begin = end + 1;
        }
        return entry;
    }

    /// The tree behind an entry, or null; `repository` becomes the one that it is of.
    TreeHandle treeOf(const Entry &entry, const std::string &path, git_repository *&repository)
    {
        int code = 0;
        if (entry.mode == GIT_FILEMODE_TREE)
            return made<TreeHandle>(code, git_tree_lookup, entry.repository, &entry.id);
        if (entry.mode != GIT_FILEMODE_COMMIT)
            return {};
        repository = submodule(path);
        return repository ? treeOf(repository, entry.id) : TreeHandle();
    }

    /// Lists below a tree; false where that has no end.
    bool list(git_repository *repository, const git_tree *tree, const std::string &path,
              Listing &listing, std::vector<std::string> &links, int depth = 0)
    {
        for (std::size_t i = 0; i < git_tree_entrycount(tree); ++i) {
            const auto *raw = git_tree_entry_byindex(tree, i);
            if (++m_entries > mostEntries || depth > deepestFolder)
                return false;
            const Entry entry{repository, *git_tree_entry_id(raw), git_tree_entry_filemode(raw)};
            const auto inner = path + git_tree_entry_name(raw);
            if (entry.isFile())
                listing.files.push_back(inner);
            else if (entry.mode == GIT_FILEMODE_LINK)
                links.push_back(inner);
            else if (auto *within = repository; const auto below = treeOf(entry, inner, within)) {
                if (!list(within, below.get(), inner + '/', listing, links, depth + 1))
                    return false;
            } else {
                listing.missing.push_back(inner);
            }
        }
        return true;
    }

private:
    static TreeHandle treeOf(git_repository *repository, const git_oid &commit)
    {
        return git::treeOf(repository, commit);
    }

    static std::optional<Entry> child(git_repository *repository, const git_tree *tree,
                                      const std::string &name)
    {
        const auto *entry = git_tree_entry_byname(tree, name.c_str());
        if (!entry)
            return std::nullopt;
        return Entry{repository, *git_tree_entry_id(entry), git_tree_entry_filemode(entry)};
    }

    git_repository *submodule(const std::string &path)
    {
        const auto [place, isNew] = m_submodules.try_emplace(path);
        const auto *workdir = git_repository_workdir(m_repository);
        if (isNew && workdir) {
            int code = 0;
            const auto full = std::filesystem::path(workdir) / path;
            place->second = made<RepositoryHandle>(code, git_repository_open_ext, full.c_str(),
                                                   GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
        }
        return place->second.get();
    }

    git_repository *m_repository;
    Submodules &m_submodules;
    std::size_t m_entries = 0;
};

Result<std::string> contentOf(const Entry &entry, const std::string &path)
{
    int code = 0;
    const auto blob = made<BlobHandle>(code, git_blob_lookup, entry.repository, &entry.id);
    if (!blob)
        return tl::unexpected(failure(path + " can't be read (a partial clone may lack it)"));
    const auto size = static_cast<std::size_t>(git_blob_rawsize(blob.get()));
    if (size > maximumFileSize)
        return tl::unexpected(Error{Error::Code::Invalid,
                                    path + " is larger than " +
                                        std::to_string(maximumFileSize >> 20U) +
                                        " MB in this revision.",
                                    path});
    return std::string(static_cast<const char *>(git_blob_rawcontent(blob.get())), size);
}

/// The file that a path means, links followed as long as they stay below `prefix`.
std::optional<Entry> fileAt(Trees &trees, const git_oid &commit, std::string path,
                            const std::string &prefix)
{
    for (int i = 0; i < mostLinks && path.starts_with(prefix); ++i) {
        const auto entry = trees.find(commit, path);
        if (!entry || entry->isFile())
            return entry;
        if (entry->mode != GIT_FILEMODE_LINK)
            return std::nullopt;
        const auto target = contentOf(*entry, path);
        if (!target)
            return std::nullopt;
        const std::filesystem::path from(path);
        path = (from.parent_path() / *target).lexically_normal().generic_string();
    }
    return std::nullopt;
}

git_oid idFrom(const history::Revision &revision)
{
    git_oid id{};
    git_oid_fromstr(&id, revision.id.c_str());
    return id;
}

} // namespace

Result<Listing> GitRepository::files(const history::Revision &revision)
{
    const auto commit = idFrom(revision);
    if (!treeOf(get(), commit))
        return tl::unexpected(failure("the commit " + revision.id + " can't be read"));
    Trees trees(get(), m_submodules);
    Listing listing;
    auto *repository = get();
    TreeHandle tree;
    if (m_prefix.empty()) {
        tree = treeOf(get(), commit);
    } else {
        const auto folder = m_prefix.substr(0, m_prefix.size() - 1);
        const auto entry = trees.find(commit, folder);
        repository = entry ? entry->repository : repository;
        tree = entry ? trees.treeOf(*entry, folder, repository) : TreeHandle();
    }
    std::vector<std::string> links;
    if (tree && !trees.list(repository, tree.get(), m_prefix, listing, links))
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "The commit " + revision.id +
                                        " holds more files than can be read: open the folder "
                                        "that has the specs.",
                                    {}});
    for (const auto &link : links)
        if (fileAt(trees, commit, link, m_prefix))
            listing.files.push_back(link);
    for (auto *paths : {&listing.files, &listing.missing}) {
        for (auto &path : *paths)
            path.erase(0, m_prefix.size());
        std::sort(paths->begin(), paths->end());
    }
    return listing;
}

Result<std::string> GitRepository::read(const history::Revision &revision, const std::string &path)
{
    Trees trees(get(), m_submodules);
    const auto full = std::filesystem::path(m_prefix + path).lexically_normal().generic_string();
    const auto entry = fileAt(trees, idFrom(revision), full, m_prefix);
    if (!entry)
        return tl::unexpected(
            Error{Error::Code::NotFound,
                  "There is no file " + path + " in the commit " + revision.id.substr(0, 10) + ".",
                  path});
    return contentOf(*entry, path);
}

} // namespace meshwright::git
