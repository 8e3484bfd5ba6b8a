// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace meshwright::sandbox {

/// One prepared statement. Texts are bound by copy.
class Statement
{
public:
    Statement(sqlite3 *database, std::string_view sql);

    Statement &bind(std::string_view text);
    Statement &bind(std::int64_t number);
    /// Whether a row is there; an error names the database's own words.
    Result<bool> step();
    /// Runs a statement that gives no rows, and makes it ready for other values.
    Result<void> run();
    std::string text(int column) const;
    std::int64_t number(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    sqlite3 *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bound = 0;
};

/// A connection to one SQLite file. Several processes may use one file; a writer waits for another
/// for some seconds. Used by one thread at a time.
class Database
{
public:
    /// Makes the folder and the file where they are missing.
    static Result<Database> open(const std::filesystem::path &path);

    Result<void> execute(const char *sql);

    Statement prepare(std::string_view sql) { return {m_handle.get(), sql}; }

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };

    explicit Database(sqlite3 *handle)
        : m_handle(handle)
    {}

    std::unique_ptr<sqlite3, Close> m_handle;
};

/// A write transaction: rolled back unless commit() came first.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {}

    Database *m_database;
};

} // namespace meshwright::sandbox
