// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <git2.h>

#include <memory>
#include <string>

namespace meshwright::git {

template <auto free>
struct Freed
{
    template <typename T>
    void operator()(T *handle) const
    {
        free(handle);
    }
};

using RepositoryHandle = std::unique_ptr<git_repository, Freed<git_repository_free>>;
using ReferenceHandle = std::unique_ptr<git_reference, Freed<git_reference_free>>;
using ObjectHandle = std::unique_ptr<git_object, Freed<git_object_free>>;
using CommitHandle = std::unique_ptr<git_commit, Freed<git_commit_free>>;
using TreeHandle = std::unique_ptr<git_tree, Freed<git_tree_free>>;
using BlobHandle = std::unique_ptr<git_blob, Freed<git_blob_free>>;
using IndexHandle = std::unique_ptr<git_index, Freed<git_index_free>>;
using StatusHandle = std::unique_ptr<git_status_list, Freed<git_status_list_free>>;
using BranchIterator = std::unique_ptr<git_branch_iterator, Freed<git_branch_iterator_free>>;

/// Calls a function of libgit2 that gives a handle by its first argument; its code in `code`.
template <typename Handle, typename Function, typename... Arguments>
Handle made(int &code, Function function, Arguments... arguments)
{
    typename Handle::pointer raw = nullptr;
    code = function(&raw, arguments...);
    return code == 0 ? Handle(raw) : Handle();
}

/// Makes libgit2 ready, once.
void prepareLibrary();

/// What libgit2 said last in this thread, with what could not be done: Io.
Error failure(const std::string &deed);

std::string idText(const git_oid &id);

} // namespace meshwright::git
