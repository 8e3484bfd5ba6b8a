// SPDX-License-Identifier: Apache-2.0
#include "git/gitrepository.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace meshwright::git {

namespace {

using history::Reference;

constexpr std::string_view branches = "refs/heads/";
constexpr std::string_view tags = "refs/tags/";

std::string withoutStart(std::string_view name, std::string_view start)
{
    return std::string(name.starts_with(start) ? name.substr(start.size()) : name);
}

int addTag(const char *name, git_oid * /*id*/, void *list)
{
    static_cast<std::vector<Reference> *>(list)->push_back(
        {Reference::Kind::Tag, withoutStart(name, tags)});
    return 0;
}

} // namespace

GitRepository::GitRepository(RepositoryHandle repository, std::string prefix)
    : m_repository(std::move(repository))
    , m_prefix(std::move(prefix))
{}

Result<history::Head> GitRepository::head()
{
    history::Head head;
    int code = 0;
    const auto symbolic = made<ReferenceHandle>(code, git_reference_lookup, get(), "HEAD");
    if (!symbolic)
        return tl::unexpected(failure("HEAD can't be read"));
    if (const auto *target = git_reference_symbolic_target(symbolic.get()))
        head.branch = withoutStart(target, branches);
    const auto resolved = made<ReferenceHandle>(code, git_repository_head, get());
    if (code == GIT_EUNBORNBRANCH)
        return head;
    if (!resolved)
        return tl::unexpected(failure("HEAD can't be read"));
    head.commit = history::Revision{idText(*git_reference_target(resolved.get()))};
    if (git_reference_is_branch(resolved.get()) == 1)
        addDistance(head, resolved.get());
    return head;
}

void GitRepository::addDistance(history::Head &head, git_reference *branch) const
{
    int code = 0;
    const auto upstream = made<ReferenceHandle>(code, git_branch_upstream, branch);
    const char *name = nullptr;
    if (!upstream || git_branch_name(&name, upstream.get()) != 0)
        return;
    head.upstream = name;
    history::Head::Distance distance;
    const auto *here = git_reference_target(branch);
    const auto *there = git_reference_target(upstream.get());
    if (here && there &&
        git_graph_ahead_behind(&distance.ahead, &distance.behind, get(), here, there) == 0)
        head.distance = distance;
}

Error GitRepository::noRevision(const std::string &name) const
{
    if (git_repository_head_unborn(get()) == 1)
        return {Error::Code::NotFound,
                "There is no revision '" + name + "': nothing is committed yet.",
                {}};
    const bool isShallow = git_repository_is_shallow(get()) == 1;
    return {Error::Code::NotFound,
            "There is no revision '" + name + "' in this repository. " +
                (isShallow ? "It is a shallow clone, which lacks older commits: get them with "
                             "'git fetch --unshallow', or name one that it has."
                           : "Name a branch, a tag or a commit; fetch it where it is a remote's."),
            {}};
}

Result<history::Revision> GitRepository::resolve(const std::string &name)
{
    int code = 0;
    const auto object = made<ObjectHandle>(code, git_revparse_single, get(), name.c_str());
    if (code == GIT_EAMBIGUOUS)
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "Several revisions start with '" + name + "': name more of it.",
                                    {}});
    if (!object)
        return tl::unexpected(noRevision(name));
    const auto commit = made<ObjectHandle>(code, git_object_peel, object.get(), GIT_OBJECT_COMMIT);
    if (!commit)
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "'" + name +
                                        "' is no commit: name a branch, a tag or a "
                                        "commit.",
                                    {}});
    return history::Revision{idText(*git_object_id(commit.get()))};
}

Result<std::vector<Reference>> GitRepository::references()
{
    std::vector<Reference> result;
    int code = 0;
    const auto each = made<BranchIterator>(code, git_branch_iterator_new, get(), GIT_BRANCH_ALL);
    if (!each)
        return tl::unexpected(failure("the branches can't be listed"));
    git_reference *next = nullptr;
    auto kind = GIT_BRANCH_LOCAL;
    while (git_branch_next(&next, &kind, each.get()) == 0) {
        const ReferenceHandle reference(next);
        const char *name = nullptr;
        const bool isAlias = git_reference_type(reference.get()) == GIT_REFERENCE_SYMBOLIC;
        if (isAlias || git_branch_name(&name, reference.get()) != 0)
            continue; // origin/HEAD
        const bool isLocal = kind == GIT_BRANCH_LOCAL;
        result.push_back({isLocal ? Reference::Kind::Branch : Reference::Kind::RemoteBranch, name});
    }
    if (git_tag_foreach(get(), addTag, &result) != 0)
        return tl::unexpected(failure("the tags can't be listed"));
    std::sort(result.begin(), result.end(), [](const Reference &a, const Reference &b) {
        return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
    });
    return result;
}

std::vector<std::filesystem::path> GitRepository::watched()
{
    namespace fs = std::filesystem;
    std::vector<fs::path> paths;
    const auto add = [&](const fs::path &path) {
        std::error_code error;
        if (fs::exists(path, error))
            paths.push_back(path);
    };
    const fs::path own = git_repository_path(get());
    const fs::path shared = git_repository_commondir(get()); // of a worktree: its repository's
    add(own);                                                // HEAD and index are replaced in it
    if (shared != own)
        add(shared);
    add(shared / "refs" / "heads");
    add(shared / "refs" / "tags");
    const auto current = head();
    if (!current)
        return paths;
    add(shared / "refs" / "heads" / current->branch);
    if (!current->upstream.empty())
        add(shared / "refs" / "remotes" / current->upstream);
    return paths;
}

} // namespace meshwright::git
