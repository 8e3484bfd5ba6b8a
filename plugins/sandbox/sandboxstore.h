// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"
#include "sandbox/database.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace meshwright::sandbox {

/// 16 random bytes as Kafka writes its ids: 22 characters of URL-safe base64.
std::string randomId();

/// What a sandbox cluster holds, in tables. Knows no rules; writes belong in a Transaction.
class Store
{
public:
    /// Makes the tables, and the cluster's id, where they are missing.
    static Result<Store> open(const std::filesystem::path &path);

    Database &database() { return m_database; }

    Result<std::string> clusterId();
    Result<std::vector<ActualTopic>> topics();                              ///< sorted by name
    Result<std::optional<ActualTopic>> topic(const std::string &name);      ///< with its settings
    Result<std::vector<std::string>> topicsWithKey(const std::string &key); ///< by collision key
    Result<std::vector<Acl>> acls();                                        ///< sorted

    Result<void> insertTopic(const ActualTopic &topic);
    Result<void> setPartitions(const std::string &topic, int partitions);
    Result<void> setSetting(const std::string &topic, const std::string &key,
                            const std::string &value);
    Result<void> removeSetting(const std::string &topic, const std::string &key);
    Result<void> removeTopic(const std::string &topic);
    Result<void> insertAcl(const Acl &acl);
    Result<void> removeAcl(const Acl &acl);

private:
    explicit Store(Database database)
        : m_database(std::move(database))
    {}

    Result<void> prepare();

    Database m_database;
};

} // namespace meshwright::sandbox
