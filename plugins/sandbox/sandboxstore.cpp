// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxstore.h"

#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <thread>

namespace meshwright::sandbox {

namespace {

constexpr std::int64_t schemaVersion = 2;

constexpr const char *schema = R"(
CREATE TABLE IF NOT EXISTS cluster (id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS topic (
    name TEXT PRIMARY KEY, id TEXT NOT NULL, partitions INTEGER NOT NULL,
    replicas INTEGER NOT NULL, collision_key TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS topic_collision ON topic (collision_key);
CREATE TABLE IF NOT EXISTS setting (
    topic TEXT NOT NULL REFERENCES topic (name) ON DELETE CASCADE, key TEXT NOT NULL,
    value TEXT NOT NULL, PRIMARY KEY (topic, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS acl (
    resource_type TEXT NOT NULL, pattern_type TEXT NOT NULL, name TEXT NOT NULL,
    principal TEXT NOT NULL, host TEXT NOT NULL, operation TEXT NOT NULL, permission TEXT NOT NULL,
    PRIMARY KEY (resource_type, pattern_type, name, principal, host, operation, permission))
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS schema_version (
    subject TEXT NOT NULL, version INTEGER NOT NULL, id INTEGER NOT NULL, type TEXT NOT NULL,
    text TEXT NOT NULL, refs TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (subject, version)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS schema_level (subject TEXT PRIMARY KEY, level TEXT NOT NULL)
    WITHOUT ROWID;
PRAGMA user_version = 2;
)";

constexpr std::array internalTopics{"__consumer_offsets", "__transaction_state",
                                    "__share_group_state"};

ActualTopic topicIn(const Statement &row)
{
    ActualTopic topic;
    topic.name = row.text(0);
    topic.id = row.text(1);
    topic.partitions = static_cast<int>(row.number(2));
    topic.replicas = static_cast<int>(row.number(3));
    topic.isInternal =
        std::find(internalTopics.begin(), internalTopics.end(), topic.name) != internalTopics.end();
    return topic;
}

std::optional<Acl> aclIn(const Statement &row)
{
    const auto type = resourceTypeFrom(row.text(0));
    const auto pattern = patternTypeFrom(row.text(1));
    const auto operation = aclOperationFrom(row.text(5));
    const auto permission = permissionFrom(row.text(6));
    if (!type || !pattern || !operation || !permission)
        return std::nullopt;
    return Acl{*type, *pattern, row.text(2), row.text(3), row.text(4), *operation, *permission};
}

void bindAcl(Statement &statement, const Acl &acl)
{
    statement.bind(nameOf(acl.resourceType))
        .bind(nameOf(acl.patternType))
        .bind(acl.name)
        .bind(acl.principal)
        .bind(acl.host)
        .bind(nameOf(acl.operation))
        .bind(nameOf(acl.permission));
}

// Writers of several processes wait for each other, readers for nobody. SQLite itself doesn't wait
// where two switch a new file at once.
Result<void> shareFile(Database &database)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    for (;;) {
        auto shared = database.execute("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;");
        if (shared || shared.error().code != Error::Code::Timeout ||
            std::chrono::steady_clock::now() >= deadline)
            return shared;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

Result<std::int64_t> versionOf(Database &database)
{
    Statement query = database.prepare("PRAGMA user_version");
    const auto row = query.step();
    if (!row)
        return tl::unexpected(row.error());
    return query.number(0);
}

} // namespace

std::string randomId()
{
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::random_device device;
    std::string id;
    for (int i = 0; i < 21; ++i)
        id += alphabet[device() % alphabet.size()];
    id += alphabet[(device() % 4) * 16];        // 128 bits: two are left for the last character
    return id.front() == '-' ? randomId() : id; // Kafka avoids a leading dash too
}

Result<Store> Store::open(const std::filesystem::path &path)
{
    auto database = Database::open(path);
    if (!database)
        return tl::unexpected(database.error());
    Store store(std::move(*database));
    if (const auto prepared = store.prepare(); !prepared)
        return tl::unexpected(prepared.error());
    return store;
}

Result<void> Store::prepare()
{
    if (const auto shared = shareFile(m_database); !shared)
        return shared;
    const auto version = versionOf(m_database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > schemaVersion) {
        return tl::unexpected(
            Error{Error::Code::Invalid,
                  "The sandbox cluster's file was made by a newer version of this program: update "
                  "it, or name another file by settings.path.",
                  {}});
    }
    if (*version == schemaVersion)
        return {};

    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (const auto made = m_database.execute(schema); !made)
        return made;
    const auto named =
        m_database.prepare("INSERT INTO cluster SELECT ? WHERE NOT EXISTS (SELECT * FROM cluster)")
            .bind(randomId())
            .run();
    return named ? transaction->commit() : named;
}

Result<std::string> Store::clusterId()
{
    Statement query = m_database.prepare("SELECT id FROM cluster");
    const auto row = query.step();
    if (!row)
        return tl::unexpected(row.error());
    return query.text(0);
}

Result<std::vector<ActualTopic>> Store::topics()
{
    std::vector<ActualTopic> topics;
    Statement query = m_database.prepare(
        "SELECT t.name, t.id, t.partitions, t.replicas, s.key, s.value FROM topic t "
        "LEFT JOIN setting s ON s.topic = t.name ORDER BY t.name, s.key");
    for (;;) {
        const auto row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return topics;
        if (topics.empty() || topics.back().name != query.text(0))
            topics.push_back(topicIn(query));
        if (const auto key = query.text(4); !key.empty())
            topics.back().settings[key] = query.text(5);
    }
}

Result<std::optional<ActualTopic>> Store::topic(const std::string &name)
{
    Statement query = m_database.prepare(
        "SELECT t.name, t.id, t.partitions, t.replicas, s.key, s.value FROM topic t "
        "LEFT JOIN setting s ON s.topic = t.name WHERE t.name = ?");
    query.bind(name);
    std::optional<ActualTopic> topic;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return topic;
        if (!topic)
            topic = topicIn(query);
        if (const auto key = query.text(4); !key.empty())
            topic->settings[key] = query.text(5);
    }
}

Result<std::vector<std::string>> Store::topicsWithKey(const std::string &key)
{
    std::vector<std::string> names;
    Statement query =
        m_database.prepare("SELECT name FROM topic WHERE collision_key = ? ORDER BY name");
    query.bind(key);
    for (;;) {
        const auto row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return names;
        names.push_back(query.text(0));
    }
}

Result<std::vector<Acl>> Store::acls()
{
    std::vector<Acl> acls;
    Statement query = m_database.prepare("SELECT resource_type, pattern_type, name, principal, "
                                         "host, operation, permission FROM acl");
    for (;;) {
        const auto row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        if (auto acl = aclIn(query))
            acls.push_back(std::move(*acl));
    }
    std::sort(acls.begin(), acls.end());
    return acls;
}

Result<void> Store::insertTopic(const ActualTopic &topic)
{
    const auto inserted = m_database.prepare("INSERT INTO topic VALUES (?, ?, ?, ?, ?)")
                              .bind(topic.name)
                              .bind(topic.id)
                              .bind(std::int64_t{topic.partitions})
                              .bind(std::int64_t{topic.replicas})
                              .bind(asyncapi::topicCollisionKey(topic.name))
                              .run();
    if (!inserted)
        return inserted;
    for (const auto &[key, value] : topic.settings) {
        if (const auto set = setSetting(topic.name, key, value); !set)
            return set;
    }
    return {};
}

Result<void> Store::setPartitions(const std::string &topic, int partitions)
{
    return m_database.prepare("UPDATE topic SET partitions = ? WHERE name = ?")
        .bind(std::int64_t{partitions})
        .bind(topic)
        .run();
}

Result<void> Store::setSetting(const std::string &topic, const std::string &key,
                               const std::string &value)
{
    return m_database.prepare("INSERT OR REPLACE INTO setting VALUES (?, ?, ?)")
        .bind(topic)
        .bind(key)
        .bind(value)
        .run();
}

Result<void> Store::removeSetting(const std::string &topic, const std::string &key)
{
    return m_database.prepare("DELETE FROM setting WHERE topic = ? AND key = ?")
        .bind(topic)
        .bind(key)
        .run();
}

Result<void> Store::removeTopic(const std::string &topic)
{
    return m_database.prepare("DELETE FROM topic WHERE name = ?").bind(topic).run();
}

Result<void> Store::insertAcl(const Acl &acl)
{
    auto insert = m_database.prepare("INSERT OR IGNORE INTO acl VALUES (?, ?, ?, ?, ?, ?, ?)");
    bindAcl(insert, acl);
    return insert.run();
}

Result<void> Store::removeAcl(const Acl &acl)
{
    auto remove = m_database.prepare(
        "DELETE FROM acl WHERE resource_type = ? AND pattern_type = ? AND name = ? AND "
        "principal = ? AND host = ? AND operation = ? AND permission = ?");
    bindAcl(remove, acl);
    return remove.run();
}

} // namespace meshwright::sandbox
