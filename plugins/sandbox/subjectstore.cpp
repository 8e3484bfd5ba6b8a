// SPDX-License-Identifier: Apache-2.0
#include "sandbox/subjectstore.h"

#include <nlohmann/json.hpp>

namespace meshwright::sandbox {

namespace {

using Json = nlohmann::json;

std::string textOf(const std::vector<SchemaReference> &references)
{
    Json list = Json::array();
    for (const auto &reference : references)
        list.push_back({reference.name, reference.subject, reference.version});
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<SchemaReference> referencesIn(const std::string &text)
{
    std::vector<SchemaReference> references;
    for (const auto &each : Json::parse(text, nullptr, false))
        if (each.is_array() && each.size() == 3 && each[0].is_string() && each[1].is_string() &&
            each[2].is_number_integer())
            references.push_back(
                {each[0].get<std::string>(), each[1].get<std::string>(), each[2].get<int>()});
    return references;
}

ActualSubject subjectIn(const Statement &row)
{
    ActualSubject subject;
    subject.name = row.text(0);
    subject.version = static_cast<int>(row.number(1));
    subject.id = static_cast<int>(row.number(2));
    subject.schema = {row.text(3), row.text(4), referencesIn(row.text(5))};
    return subject;
}

} // namespace

Result<std::vector<std::string>> SubjectStore::names()
{
    std::vector<std::string> names;
    Statement query = m_database.prepare(
        "SELECT DISTINCT subject FROM schema_version WHERE deleted = 0 ORDER BY subject");
    for (;;) {
        const auto row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return names;
        names.push_back(query.text(0));
    }
}

Result<std::vector<ActualSubject>> SubjectStore::versions(const std::string &subject)
{
    const auto own = level(subject);
    if (!own)
        return tl::unexpected(own.error());
    std::vector<ActualSubject> versions;
    Statement query = m_database.prepare("SELECT subject, version, id, type, text, refs FROM "
                                         "schema_version WHERE subject = ? AND deleted = 0 "
                                         "ORDER BY version");
    query.bind(subject);
    for (;;) {
        const auto row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return versions;
        versions.push_back(subjectIn(query));
        versions.back().compatibility = *own;
    }
}

Result<std::string> SubjectStore::level(const std::string &subject)
{
    Statement query = m_database.prepare("SELECT level FROM schema_level WHERE subject = ?");
    const auto row = query.bind(subject).step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? query.text(0) : std::string();
}

Result<std::vector<std::string>> SubjectStore::referrers(const std::string &subject)
{
    std::vector<std::string> referrers;
    Statement query =
        m_database.prepare("SELECT subject, refs FROM schema_version WHERE deleted = 0");
    for (;;) {
        const auto row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return referrers;
        for (const auto &reference : referencesIn(query.text(1)))
            if (reference.subject == subject && query.text(0) != subject)
                referrers.push_back(query.text(0));
    }
}

Result<std::int64_t> SubjectStore::numberOf(const char *query,
                                            const std::vector<std::string> &values)
{
    Statement statement = m_database.prepare(query);
    for (const auto &value : values)
        statement.bind(value);
    const auto row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement.number(0) : 0;
}

Result<void> SubjectStore::insertVersion(const std::string &subject, const SchemaText &schema)
{
    const auto references = textOf(schema.references);
    const auto last = numberOf(
        "SELECT coalesce(max(version), 0) FROM schema_version WHERE subject = ?", {subject});
    const auto same = numberOf("SELECT id FROM schema_version WHERE type = ? AND text = ? AND "
                               "refs = ?",
                               {schema.type, schema.text, references});
    const auto lastId = numberOf("SELECT coalesce(max(id), 0) FROM schema_version", {});
    for (const auto *read : {&last, &same, &lastId})
        if (!*read)
            return tl::unexpected(read->error());
    return m_database
        .prepare("INSERT INTO schema_version (subject, version, id, type, text, refs) VALUES "
                 "(?, ?, ?, ?, ?, ?)")
        .bind(subject)
        .bind(*last + 1)
        .bind(*same > 0 ? *same : *lastId + 1)
        .bind(schema.type)
        .bind(schema.text)
        .bind(references)
        .run();
}

Result<void> SubjectStore::setLevel(const std::string &subject, const std::string &level)
{
    return m_database.prepare("INSERT OR REPLACE INTO schema_level VALUES (?, ?)")
        .bind(subject)
        .bind(level)
        .run();
}

Result<void> SubjectStore::markDeleted(const std::string &subject)
{
    return m_database.prepare("UPDATE schema_version SET deleted = 1 WHERE subject = ?")
        .bind(subject)
        .run();
}

} // namespace meshwright::sandbox
