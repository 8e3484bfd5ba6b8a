// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxregistry.h"

#include "meshwright/compare/schemacompatibility.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meshwright::sandbox {

namespace {

constexpr const char *usualLevel = "BACKWARD";

tl::unexpected<Error> failure(Error::Code code, std::string message)
{
    return tl::unexpected(Error{code, std::move(message), {}});
}

Result<ActualSubject> newest(SubjectStore &store, const std::string &name)
{
    auto versions = store.versions(name);
    if (!versions)
        return tl::unexpected(versions.error());
    if (versions->empty())
        return failure(Error::Code::NotFound, "There is no subject " + name + '.');
    return std::move(versions->back());
}

/// With the texts that it refers to; NotFound where one of them is missing.
Result<compare::SchemaVersion> withReferred(SubjectStore &store, const SchemaText &schema)
{
    compare::SchemaVersion version{schema.type, schema.text, {}};
    std::vector<SchemaReference> open = schema.references;
    while (!open.empty()) {
        const auto reference = std::move(open.back());
        open.pop_back();
        const auto versions = store.versions(reference.subject);
        if (!versions)
            return tl::unexpected(versions.error());
        const auto found = std::find_if(versions->begin(), versions->end(), [&](const auto &each) {
            return each.version == reference.version;
        });
        if (found == versions->end())
            return failure(Error::Code::Invalid, "It refers to version " +
                                                     std::to_string(reference.version) + " of " +
                                                     reference.subject + ", which is not there.");
        if (version.referred.emplace(reference.name, found->schema.text).second)
            open.insert(open.end(), found->schema.references.begin(),
                        found->schema.references.end());
    }
    return version;
}

/// The version that is this very text; 0 where none is.
int versionWith(const std::vector<ActualSubject> &versions, const SchemaText &schema)
{
    const auto found =
        std::find_if(versions.begin(), versions.end(), [&](const ActualSubject &each) {
            return each.schema.type == schema.type && each.schema.references == schema.references &&
                   compare::isSameSchema(schema.type, each.schema.text, schema.text);
        });
    return found == versions.end() ? 0 : found->version;
}

Result<SchemaVerdict> judge(SubjectStore &store, const NewSchema &next)
{
    const auto versions = store.versions(next.subject);
    if (!versions)
        return tl::unexpected(versions.error());
    const auto after = withReferred(store, next.schema);
    if (!after)
        return tl::unexpected(after.error());
    SchemaVerdict verdict;
    if (versions->empty())
        return verdict;
    const auto own = versions->back().compatibility;
    const std::string level = own.empty() ? usualLevel : own;
    const bool isTransitive = level.ends_with("_TRANSITIVE");
    const auto first = isTransitive ? versions->begin() : versions->end() - 1;
    for (auto version = first; version != versions->end(); ++version) {
        const auto before = withReferred(store, version->schema);
        if (!before)
            return tl::unexpected(before.error());
        for (const auto &why : compare::incompatibilities(*before, *after, level))
            verdict.messages.push_back("version " + std::to_string(version->version) + ": " + why);
    }
    verdict.isCompatible = verdict.messages.empty();
    verdict.earlierVersion = versionWith(*versions, next.schema);
    return verdict;
}

Result<void> judgeText(const SchemaText &schema)
{
    const bool isJson = nlohmann::json::accept(schema.text);
    if (schema.type == "PROTOBUF" || isJson)
        return {};
    return failure(Error::Code::Invalid, "Its text is no JSON.");
}

Result<void> registerOne(SubjectStore &store, const NewSchema &next)
{
    if (auto judged = judgeText(next.schema); !judged)
        return judged;
    const auto versions = store.versions(next.subject);
    if (!versions)
        return tl::unexpected(versions.error());
    if (versionWith(*versions, next.schema) != 0)
        return {};
    const auto verdict = judge(store, next);
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (!verdict->isCompatible)
        return failure(Error::Code::Conflict,
                       "The schema registry does not take it: " + verdict->messages.front());
    return store.insertVersion(next.subject, next.schema);
}

Result<void> setLevel(SubjectStore &store, const NewLevel &wanted)
{
    const auto &known = compare::compatibilityLevels();
    if (std::find(known.begin(), known.end(), wanted.level) == known.end())
        return failure(Error::Code::Invalid,
                       "There is no compatibility level " + wanted.level + '.');
    return store.setLevel(wanted.subject, wanted.level);
}

Result<void> deleteOne(SubjectStore &store, const std::string &name)
{
    const auto referrers = store.referrers(name);
    if (!referrers)
        return tl::unexpected(referrers.error());
    if (!referrers->empty())
        return failure(Error::Code::Conflict, referrers->front() + " refers to it.");
    return store.markDeleted(name);
}

} // namespace

Result<Store *> SandboxRegistry::store(const std::stop_token &stop)
{
    if (stop.stop_requested())
        return failure(Error::Code::Cancelled, "Cancelled before anything was written.");
    if (!m_store) {
        auto opened = Store::open(m_file);
        if (!opened)
            return tl::unexpected(opened.error());
        m_store.emplace(std::move(*opened));
    }
    return &*m_store;
}

Outcomes SandboxRegistry::writeAll(std::size_t count, const std::stop_token &stop,
                                   const Write &write)
{
    const auto all = [count](const Error &error) { return Outcomes(count, tl::unexpected(error)); };
    const auto opened = store(stop);
    if (!opened)
        return all(opened.error());
    auto transaction = Transaction::begin((*opened)->database());
    if (!transaction)
        return all(transaction.error());
    SubjectStore subjects((*opened)->database());
    Outcomes outcomes;
    for (std::size_t i = 0; i < count; ++i) {
        outcomes.push_back(write(subjects, i));
        if (!outcomes.back() && outcomes.back().error().code == Error::Code::Io)
            return all(Error(outcomes.back().error()));
    }
    if (const auto committed = transaction->commit(); !committed)
        return all(committed.error());
    return outcomes;
}

Result<std::string> SandboxRegistry::readLevel(std::stop_token stop)
{
    const auto opened = store(stop);
    if (!opened)
        return tl::unexpected(opened.error());
    return std::string(usualLevel);
}

Result<std::vector<ActualSubject>> SandboxRegistry::readSubjects(std::stop_token stop)
{
    const auto opened = store(stop);
    if (!opened)
        return tl::unexpected(opened.error());
    SubjectStore subjects((*opened)->database());
    const auto names = subjects.names();
    if (!names)
        return tl::unexpected(names.error());
    std::vector<ActualSubject> all;
    for (const auto &name : *names) {
        auto subject = newest(subjects, name);
        if (!subject)
            return tl::unexpected(subject.error());
        all.push_back(std::move(*subject));
    }
    return all;
}

SubjectReadings SandboxRegistry::describeSubjects(const std::vector<std::string> &names,
                                                  std::stop_token stop)
{
    SubjectReadings readings;
    for (const auto &name : names) {
        const auto opened = store(stop);
        if (!opened) {
            readings.push_back(tl::unexpected(opened.error()));
            continue;
        }
        SubjectStore subjects((*opened)->database());
        readings.push_back(newest(subjects, name));
    }
    return readings;
}

SchemaVerdicts SandboxRegistry::checkCompatibility(const std::vector<NewSchema> &schemas,
                                                   std::stop_token stop)
{
    SchemaVerdicts verdicts;
    for (const auto &schema : schemas) {
        const auto opened = store(stop);
        if (!opened) {
            verdicts.push_back(tl::unexpected(opened.error()));
            continue;
        }
        SubjectStore subjects((*opened)->database());
        verdicts.push_back(judge(subjects, schema));
    }
    return verdicts;
}

Outcomes SandboxRegistry::registerSchemas(const std::vector<NewSchema> &schemas,
                                          std::stop_token stop)
{
    return writeAll(schemas.size(), stop, [&](SubjectStore &subjects, std::size_t i) {
        return registerOne(subjects, schemas[i]);
    });
}

Outcomes SandboxRegistry::setLevels(const std::vector<NewLevel> &levels, std::stop_token stop)
{
    return writeAll(levels.size(), stop, [&](SubjectStore &subjects, std::size_t i) {
        return setLevel(subjects, levels[i]);
    });
}

Outcomes SandboxRegistry::deleteSubjects(const std::vector<std::string> &names,
                                         std::stop_token stop)
{
    return writeAll(names.size(), stop, [&](SubjectStore &subjects, std::size_t i) {
        return deleteOne(subjects, names[i]);
    });
}

} // namespace meshwright::sandbox
