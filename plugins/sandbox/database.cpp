// SPDX-License-Identifier: Apache-2.0
#include "sandbox/database.h"

#include <sqlite3.h>

#include <utility>

namespace meshwright::sandbox {

namespace {

constexpr int busyTimeout = 10000; // ms

Error errorOf(sqlite3 *database, int code)
{
    const char *name = sqlite3_db_filename(database, "main");
    const std::string file = name != nullptr ? name : "";
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Code::Timeout,
                "Another program keeps the sandbox cluster busy: try again when it is done.", file};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Error::Code::Io,
                "The sandbox cluster's file is damaged (" + std::string(sqlite3_errmsg(database)) +
                    "): move it away, and the next start makes an empty one.",
                file};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {Error::Code::Io,
                "The sandbox cluster's file can't be opened for writing: check the permissions of "
                "it and of its folder.",
                file};
    case SQLITE_FULL:
        return {Error::Code::Io, "No space is left for the sandbox cluster's file.", file};
    default:
        return {Error::Code::Io,
                "The sandbox cluster's file can't be used: " +
                    std::string(sqlite3_errmsg(database)) + '.',
                file};
    }
}

} // namespace

Statement::Statement(sqlite3 *database, std::string_view sql)
    : m_database(database)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    m_statement.reset(statement); // null: step() tells why
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement &Statement::bind(std::string_view text)
{
    sqlite3_bind_text(m_statement.get(), ++m_bound, text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(std::int64_t number)
{
    sqlite3_bind_int64(m_statement.get(), ++m_bound, number);
    return *this;
}

Result<bool> Statement::step()
{
    if (!m_statement)
        return tl::unexpected(errorOf(m_database, sqlite3_errcode(m_database)));
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return tl::unexpected(errorOf(m_database, code));
}

Result<void> Statement::run()
{
    const auto stepped = step();
    sqlite3_reset(m_statement.get());
    m_bound = 0;
    if (!stepped)
        return tl::unexpected(stepped.error());
    return {};
}

std::string Statement::text(int column) const
{
    const auto *bytes = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return bytes == nullptr
               ? std::string{}
               : std::string(static_cast<const char *>(bytes), static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

Result<Database> Database::open(const std::filesystem::path &path)
{
    std::error_code error;
    if (path.has_parent_path())
        std::filesystem::create_directories(path.parent_path(), error);
    if (error) {
        return tl::unexpected(Error{
            Error::Code::Io, "The sandbox cluster's folder can't be made: " + error.message() + '.',
            path.parent_path().string()});
    }
    sqlite3 *handle = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Database database(handle);
    if (code != SQLITE_OK) {
        Error failed = errorOf(handle, code);
        failed.where = path.string();
        return tl::unexpected(std::move(failed));
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyTimeout);
    return database;
}

void Database::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Result<void> Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(m_handle.get(), code));
    return {};
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (const auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{}

Transaction::~Transaction()
{
    if (m_database != nullptr)
        static_cast<void>(m_database->execute("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    auto committed = m_database->execute("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace meshwright::sandbox
