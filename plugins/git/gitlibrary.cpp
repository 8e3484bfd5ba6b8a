// SPDX-License-Identifier: Apache-2.0
#include "git/gitlibrary.h"

#include <array>

namespace meshwright::git {

namespace {

struct Library
{
    Library()
    {
        git_libgit2_init();
        // Both change only what is fetched or checked out, which nothing here does.
        std::array<const char *, 2> extensions{"worktreeconfig", "partialclone"};
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions.data(), extensions.size());
    }

    ~Library() { git_libgit2_shutdown(); }

    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;
};

} // namespace

void prepareLibrary()
{
    static const Library library;
}

Error failure(const std::string &deed)
{
    const auto *last = git_error_last();
    return {Error::Code::Io,
            "Git: " + deed + ": " + (last && last->message ? last->message : "unknown reason") +
                ".",
            {}};
}

std::string idText(const git_oid &id)
{
    std::array<char, GIT_OID_HEXSZ + 1> text{};
    git_oid_tostr(text.data(), text.size(), &id);
    return text.data();
}

} // namespace meshwright::git
