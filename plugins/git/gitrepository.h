// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "git/gitlibrary.h"
#include "meshwright/history/repository.h"

#include <map>
#include <string>

namespace meshwright::git {

class GitRepository : public history::Repository
{
public:
    /// `prefix`: the folder's path in the repository, empty for all of it. Else it ends in /.
    GitRepository(RepositoryHandle repository, std::string prefix);

    Result<history::Head> head() override;
    Result<std::vector<history::FileState>> states() override;
    Result<history::Revision> resolve(const std::string &name) override;
    Result<std::vector<history::Reference>> references() override;
    Result<history::Listing> files(const history::Revision &revision) override;
    Result<std::string> read(const history::Revision &revision, const std::string &path) override;
    std::vector<std::filesystem::path> watched() override;

private:
    git_repository *get() const { return m_repository.get(); }

    void addDistance(history::Head &head, git_reference *branch) const;
    void markLeftOut(std::vector<history::FileState> &states) const;
    Error noRevision(const std::string &name) const;

    RepositoryHandle m_repository;
    std::string m_prefix;
    /// Submodules that are checked out, by their path in the repository; null: not.
    std::map<std::string, RepositoryHandle> m_submodules;
};

} // namespace meshwright::git
