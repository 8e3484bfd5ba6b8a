// SPDX-License-Identifier: Apache-2.0
#include "git/opengit.h"

#include "git/gitrepository.h"

#include <optional>
#include <system_error>

namespace meshwright::git {

namespace {

namespace fs = std::filesystem;

/// The top of the repository that a folder lies in, its owner not asked for.
std::optional<std::string> topOf(const fs::path &folder)
{
    git_buf found{};
    if (git_repository_discover(&found, folder.c_str(), 0, "") != 0)
        return std::nullopt;
    fs::path path(std::string(found.ptr, found.size));
    git_buf_dispose(&found);
    if (!path.has_filename())
        path = path.parent_path();
    return path.filename() == ".git" ? path.parent_path().string() : path.string();
}

Error openError(int code, const fs::path &folder)
{
    const auto where = folder.string();
    const auto *last = git_error_last();
    const bool isSettings = last && last->klass == GIT_ERROR_CONFIG;
    const auto fault = failure("the repository of " + where + " can't be opened");
    const auto top = topOf(folder);
    if (!top)
        return code == GIT_ENOTFOUND
                   ? Error{Error::Code::NotFound, where + " lies in no Git repository.", {}}
                   : fault;
    // libgit2 1.5 says NOTFOUND where nobody's settings have a safe.directory at all.
    if (code != GIT_EOWNER && !(code == GIT_ENOTFOUND && isSettings))
        return fault;
    return {Error::Code::Denied,
            "The Git repository " + *top +
                " belongs to another user, so it is left alone. If you trust it, say so with: "
                "git config --global --add safe.directory " +
                *top,
            {}};
}

/// The folder's path below the working tree; nothing where it lies elsewhere.
std::optional<std::string> prefixOf(const fs::path &folder, git_repository *repository)
{
    const auto *workdir = git_repository_workdir(repository);
    if (!workdir)
        return std::string();
    std::error_code error;
    const auto relative =
        fs::canonical(folder, error).lexically_relative(fs::canonical(workdir, error));
    if (error || relative.empty() || *relative.begin() == ".." || *relative.begin() == ".git")
        return std::nullopt;
    return relative == "." ? std::string() : relative.generic_string() + '/';
}

} // namespace

Result<std::unique_ptr<history::Repository>> openRepository(const fs::path &folder)
{
    prepareLibrary();
    std::error_code error;
    const auto absolute = fs::absolute(folder, error);
    int code = 0;
    auto repository =
        made<RepositoryHandle>(code, git_repository_open_ext, absolute.c_str(), 0U, nullptr);
    if (!repository)
        return tl::unexpected(openError(code, absolute));
    auto prefix = prefixOf(absolute, repository.get());
    if (!prefix)
        return tl::unexpected(
            Error{Error::Code::NotFound,
                  absolute.string() + " is no part of the working tree of its Git repository.",
                  absolute.string()});
    return std::make_unique<GitRepository>(std::move(repository), std::move(*prefix));
}

} // namespace meshwright::git
