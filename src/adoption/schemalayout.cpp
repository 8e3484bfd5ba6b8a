// SPDX-License-Identifier: Apache-2.0
#include "adoption/schemalayout.h"

#include "adoption/schematext.h"

#include "meshwright/compare/schemacompatibility.h"
#include "modelling/words.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>

namespace meshwright::adoption {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longestName = 200; // file systems hold 255 bytes, the ending among them

tl::unexpected<Error> unfit(std::string message)
{
    return tl::unexpected(Error{Error::Code::Invalid, std::move(message), {}});
}

bool isSame(const SchemaText &a, const SchemaText &b)
{
    return a.type == b.type && a.references == b.references &&
           compare::isSameSchema(a.type, a.text, b.text);
}

/// As a file of what it names may be called.
std::string fileName(std::string_view name)
{
    constexpr std::string_view usual = "-value";
    if (name.ends_with(usual))
        name.remove_suffix(usual.size());
    std::string safe(name.substr(0, longestName));
    for (auto &c : safe) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        if (!isPlain)
            c = '-';
    }
    if (safe.empty() || safe.front() == '.')
        safe.insert(0, "schema");
    return safe;
}

std::string joined(const fs::path &folder, const std::string &name)
{
    return (folder / name).lexically_normal().generic_string();
}

std::string folderOf(const std::string &file)
{
    return fs::path(file).parent_path().generic_string();
}

std::vector<std::string> partsOf(const std::string &folder)
{
    std::vector<std::string> parts;
    for (const auto &part : fs::path(folder))
        parts.push_back(part.string());
    return parts;
}

/// The folder from which `name` leads to `target`, as near to `usual` as can be; nothing where
/// there is none.
std::optional<std::string> folderLeadingTo(const std::string &target, const std::string &name,
                                           const std::string &usual)
{
    std::string_view rest = name;
    std::size_t ups = 0;
    for (;; rest.remove_prefix(rest.starts_with("./") ? 2 : 3)) {
        if (rest.starts_with("../"))
            ++ups;
        else if (!rest.starts_with("./"))
            break;
    }
    const bool isWhole = target == rest;
    if (!isWhole && !target.ends_with('/' + std::string(rest)))
        return std::nullopt;
    const auto base = isWhole ? "" : target.substr(0, target.size() - rest.size() - 1);
    auto parts = partsOf(base);
    const auto ofUsual = partsOf(usual);
    const bool isBelow =
        ofUsual.size() >= parts.size() && std::equal(parts.begin(), parts.end(), ofUsual.begin());
    for (std::size_t i = 0; i < ups; ++i) {
        const auto next = parts.size();
        parts.push_back(isBelow && next < ofUsual.size() ? ofUsual[next] : "json");
    }
    fs::path folder;
    for (const auto &part : parts)
        folder /= part;
    return folder.generic_string();
}

} // namespace

SchemaLayout::SchemaLayout(const Workspace &workspace, const std::vector<ActualSubject> &subjects)
    : m_workspace(workspace)
{
    for (const auto &subject : subjects)
        m_subjects.emplace(subject.name, &subject);
    for (const auto &subject : subjects)
        for (const auto &reference : subject.schema.references)
            if (const auto found = m_subjects.find(reference.subject);
                found != m_subjects.end() && subject.schema.type == "AVRO")
                m_referredNames.emplace(reference.name, found->second);
}

void SchemaLayout::clear()
{
    m_files.clear();
    m_placed.clear();
}

Result<std::string> SchemaLayout::place(const ActualSubject &subject, const std::string &folder)
{
    const auto chosen = folderFor(subject, folder);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const auto file = freeFile(subject, *chosen);
    if (subject.schema.references.empty()) {
        if (auto done = placeAt(subject, file, *chosen); !done)
            return tl::unexpected(std::move(done.error()));
        return file;
    }
    const auto files = m_files;
    const auto placed = m_placed;
    auto done = placeAt(subject, file, *chosen);
    if (done)
        return file;
    m_files = files;
    m_placed = placed;
    return tl::unexpected(std::move(done.error()));
}

/// A JSON Schema without `$id` is called by its path: what refers to it stands where its words lead
/// there.
Result<std::string> SchemaLayout::folderFor(const ActualSubject &subject,
                                            const std::string &folder) const
{
    if (subject.schema.type != "JSON")
        return folder;
    for (const auto &reference : subject.schema.references) {
        const auto found = m_subjects.find(reference.subject);
        if (found == m_subjects.end() || idOf(found->second->schema) == reference.subject)
            continue;
        if (auto leading = folderLeadingTo(reference.subject, reference.name, folder))
            return std::move(*leading);
        return unfit("It refers to '" + reference.subject + "' as '" + reference.name +
                     "', which leads from no folder to a file of that subject.");
    }
    return folder;
}

bool SchemaLayout::isTakenByAnother(const ActualSubject &subject, const std::string &file) const
{
    if (const auto found = m_files.find(file); found != m_files.end())
        return !isSame(found->second->schema, subject.schema);
    const auto text = m_workspace.text(file);
    return text != nullptr &&
           !compare::isSameSchema(subject.schema.type, std::string(text->bytes()),
                                  subject.schema.text);
}

std::string SchemaLayout::freeFile(const ActualSubject &subject, const std::string &folder) const
{
    const char *ending = endingFor(subject.schema);
    const auto isFree = [&](const std::string &name) {
        return !isTakenByAnother(subject, joined(folder, name + ending));
    };
    const auto record = subject.schema.type == "AVRO" ? recordOf(subject.schema) : std::string();
    const auto referred = m_referredNames.find(record);
    const bool isOthers =
        referred != m_referredNames.end() && !isSame(referred->second->schema, subject.schema);
    auto name = fileName(record.empty() || isOthers ? subject.name : record);
    if (!isFree(name))
        name = modelling::unused(fileName(subject.name),
                                 [&](const std::string &each) { return !isFree(each); });
    return joined(folder, name + ending);
}

Result<void> SchemaLayout::checkReferences(const ActualSubject &subject) const
{
    for (const auto &reference : subject.schema.references) {
        const auto found = m_subjects.find(reference.subject);
        if (found == m_subjects.end())
            return unfit("It refers to '" + reference.subject +
                         "', which the registry does not have.");
        if (reference.name.find("://") != std::string::npos)
            return unfit("It refers to '" + reference.name + "', which is an address and no file.");
        const auto newest = found->second->version;
        if (reference.version != newest)
            return unfit("It refers to version " + std::to_string(reference.version) + " of '" +
                         reference.subject + "', and a file means the newest, " +
                         std::to_string(newest) + '.');
    }
    return {};
}

/// Avro looks beside the file for a type's name, Protobuf from the folder of all, JSON Schema
/// follows the path.
std::string SchemaLayout::placeOfReference(const ActualSubject &subject,
                                           const SchemaReference &reference,
                                           const std::string &file, const std::string &root) const
{
    if (subject.schema.type == "AVRO")
        return joined(folderOf(file), reference.name + ".avsc");
    return joined(subject.schema.type == "PROTOBUF" ? root : folderOf(file), reference.name);
}

Result<void> SchemaLayout::placeAt(const ActualSubject &subject, const std::string &file,
                                   const std::string &root)
{
    if (const auto found = m_files.find(file);
        found != m_files.end() && isSame(found->second->schema, subject.schema)) {
        m_placed.insert(subject.name);
        return {};
    }
    if (!isWorkspaceFile(file) || file.starts_with("../") || file.starts_with('/'))
        return unfit("Its file would be '" + file + "', which is no place in a workspace.");
    if (isTakenByAnother(subject, file))
        return unfit("Its file would be '" + file + "', and another schema is there.");
    if (auto fit = checkReferences(subject); !fit)
        return fit;
    m_files.emplace(file, &subject);
    m_placed.insert(subject.name);
    for (const auto &reference : subject.schema.references) {
        const auto &referred = *m_subjects.at(reference.subject);
        const auto place = placeOfReference(subject, reference, file, root);
        if (auto done = placeAt(referred, place, root); !done)
            return done;
    }
    return {};
}

std::vector<AdoptedSchema> SchemaLayout::files() const
{
    std::vector<AdoptedSchema> files;
    for (const auto &[file, subject] : m_files)
        if (!m_workspace.exists(file))
            files.push_back({file, laidOut(subject->schema), subject->name});
    return files;
}

} // namespace meshwright::adoption
