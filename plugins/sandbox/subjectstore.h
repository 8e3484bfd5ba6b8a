// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"
#include "sandbox/database.h"

#include <optional>
#include <string>
#include <vector>

namespace meshwright::sandbox {

/// What a sandbox's schema registry holds, in the tables of its Store. Knows no rules; writes
/// belong in a Transaction.
class SubjectStore
{
public:
    explicit SubjectStore(Database &database)
        : m_database(database)
    {}

    Result<std::vector<std::string>> names(); ///< sorted
    /// Every version that is not deleted, oldest first.
    Result<std::vector<ActualSubject>> versions(const std::string &subject);
    Result<std::string> level(const std::string &subject); ///< its own; empty: none
    /// Those that refer to the subject.
    Result<std::vector<std::string>> referrers(const std::string &subject);

    /// The same text and references have the same id in every subject.
    Result<void> insertVersion(const std::string &subject, const SchemaText &schema);
    Result<void> setLevel(const std::string &subject, const std::string &level);
    Result<void> markDeleted(const std::string &subject);

private:
    Result<std::int64_t> numberOf(const char *query, const std::vector<std::string> &values);

    Database &m_database;
};

} // namespace meshwright::sandbox
