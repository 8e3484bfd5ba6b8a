// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/workspace.h"

#include "workspace/folderscan.h"
#include "workspace/glossaryreader.h"
#include "workspace/workspacefile.h"
#include "workspace/workspaceroot.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace meshwright {

namespace {

namespace fs = std::filesystem;

bool dependsOn(const WorkspaceFile &file, const std::string &path)
{
    if (!file.spec)
        return false;
    const auto &all = file.spec->dependencies;
    return std::binary_search(all.begin(), all.end(), path);
}

bool findingsDependOn(const WorkspaceFile &file, const std::string &path)
{
    return file.conformance && file.conformance->dependOn(path);
}

/// The last spec of a complete text.
std::shared_ptr<const asyncapi::Spec> goodSpec(const WorkspaceFile &file)
{
    const bool isGood = file.document && file.document->isComplete() && file.spec;
    return isGood ? file.spec : file.lastGoodSpec;
}

/// `before`: the findings on the text before this one, or none.
void setSpec(WorkspaceFile &file, std::shared_ptr<const asyncapi::Spec> spec,
             const conformance::Findings *before)
{
    file.conformance = spec ? std::make_shared<conformance::Findings>(before) : nullptr;
    file.spec = std::move(spec);
}

} // namespace

Result<WorkspacePtr> Workspace::open(const fs::path &path)
{
    std::error_code error;
    const auto status = fs::status(path, error);
    const bool isFolder = fs::is_directory(status);
    const auto absolute = fs::absolute(path, error).lexically_normal();
    auto root = isFolder ? absolute : rootAround(absolute);
    if (isFolder && !root.has_filename())
        root = root.parent_path();
    if (!isFolder) {
        const auto readable = readTextFile(path);
        const bool isThere = fs::exists(status) && fs::is_regular_file(status);
        if (!readable && (!isThere || readable.error().code == Error::Code::Denied))
            return tl::unexpected(readable.error());
    }
    auto paths = scanFolder(root, isFolder ? ScanLimit::Refuse : ScanLimit::Stop);
    if (!paths)
        return tl::unexpected(std::move(paths.error()));
    // Settings that can't be read are reported; they are never taken for none.
    const auto settings = fs::status(root / settingsFileName, error);
    if (fs::exists(settings) && !fs::is_regular_file(settings))
        paths->insert(std::lower_bound(paths->begin(), paths->end(), settingsFileName),
                      settingsFileName);
    auto workspace = std::make_shared<Workspace>();
    workspace->m_root = root;
    if (!isFolder) {
        workspace->m_only = absolute.lexically_relative(root).generic_string();
        if (!std::binary_search(paths->begin(), paths->end(), workspace->m_only))
            paths->push_back(workspace->m_only);
    }
    workspace->readFiles(*paths);
    return WorkspacePtr(std::move(workspace));
}

void Workspace::readFiles(const std::vector<std::string> &paths)
{
    std::vector<std::shared_ptr<WorkspaceFile>> read(paths.size());
    inParallel(paths.size(), [&](std::size_t i) {
        read[i] = std::make_shared<WorkspaceFile>(fileFromDisk(m_root, paths[i]));
    });
    for (std::size_t i = 0; i < paths.size(); ++i)
        m_files.insert_or_assign(paths[i], read[i]);
    deriveAll(read);
}

WorkspacePtr Workspace::fromTexts(const std::map<std::string, std::string> &texts,
                                  const fs::path &root)
{
    return fromReads({texts.begin(), texts.end()}, root);
}

WorkspacePtr Workspace::fromReads(const FileReads &reads, const fs::path &root)
{
    auto workspace = std::make_shared<Workspace>();
    workspace->m_root = root;
    std::vector<const FileReads::value_type *> given;
    for (const auto &each : reads)
        given.push_back(&each);
    std::vector<std::shared_ptr<WorkspaceFile>> read(given.size());
    inParallel(given.size(), [&](std::size_t i) {
        read[i] = std::make_shared<WorkspaceFile>(fileFromBytes(given[i]->first, given[i]->second));
    });
    for (const auto &file : read)
        workspace->m_files.insert_or_assign(file->path, file);
    workspace->deriveAll(read);
    return workspace;
}

void Workspace::deriveAll(const std::vector<std::shared_ptr<WorkspaceFile>> &files)
{
    std::vector<std::shared_ptr<const asyncapi::Spec>> specs(files.size());
    inParallel(files.size(), [&](std::size_t i) {
        const auto &document = files[i]->document;
        if (document && asyncapi::isAsyncApi(*document))
            specs[i] = asyncapi::readSpec(*this, files[i]->path, document);
    });
    for (std::size_t i = 0; i < files.size(); ++i)
        setSpec(*files[i], std::move(specs[i]), nullptr);
    readOwnSettings();
}

void Workspace::readOwnSettings()
{
    m_settingsProblems.clear();
    const Glossary lastGood = std::move(m_settings.glossary);
    m_settings = readSettings(document(settingsFileName), m_settingsProblems);
    readIncludedFiles();
    readGlossaryFile(lastGood);
}

bool Workspace::isIncluded(const std::string &path) const
{
    if (m_settings.glossaryFile && m_settings.glossaryFile->path == path)
        return true;
    return std::any_of(m_settings.policies.begin(), m_settings.policies.end(),
                       [&](const IncludedFile &each) { return each.path == path; });
}

/// The file that the settings name; one that lies outside of the folder is read now. Null, and a
/// problem, where it is not there.
const WorkspaceFile *Workspace::includedFile(const IncludedFile &included)
{
    const std::string &path = included.path;
    if (!exists(path) && path.starts_with("../") && !m_root.empty()) {
        auto read = std::make_shared<WorkspaceFile>(fileFromDisk(m_root, path));
        if (!read->fault || read->fault->code != Error::Code::NotFound)
            m_files.emplace(path, std::move(read));
    }
    if (const WorkspaceFile *found = file(path))
        return found;
    m_settingsProblems.push_back(
        {"There is no file '" + path + "' that a workspace reads in '" + m_root.string() +
             "': correct the path, which starts from the folder of " + settingsFileName +
             " and leads into no hidden folder, or add the file.",
         included.place.range});
    return nullptr;
}

/// What a broken or missing file said before stays in force.
void Workspace::readIncludedFiles()
{
    const auto before = std::exchange(m_policyFiles, {});
    for (const IncludedFile &included : m_settings.policies) {
        if (included.path.starts_with(builtinPrefix)) {
            m_policyFiles.push_back(
                builtinPolicyFile(std::string_view(included.path).substr(builtinPrefix.size())));
            continue;
        }
        const auto known =
            std::find_if(before.begin(), before.end(),
                         [&](const PolicyFilePtr &each) { return each->path == included.path; });
        const PolicyFilePtr last = known == before.end() ? nullptr : *known;
        const WorkspaceFile *found = includedFile(included);
        if (found && last && found->document == last->document && found->document)
            m_policyFiles.push_back(last);
        else if (found || last)
            m_policyFiles.push_back(
                readPolicies(included.path, found ? found->document : nullptr, last));
    }
    std::erase_if(m_files, [&](const auto &each) {
        return each.first.starts_with("../") && !isIncluded(each.first);
    });
}

void Workspace::readGlossaryFile(const Glossary &lastGood)
{
    m_glossaryProblems.clear();
    if (!m_settings.glossaryFile)
        return;
    const auto &path = m_settings.glossaryFile->path;
    const auto *found = includedFile(*m_settings.glossaryFile);
    const auto read = found ? found->document : nullptr;
    const bool isSound = read && read->isComplete() && read->root();
    if (!isSound && lastGood.file == path) {
        m_settings.glossary = lastGood;
    } else if (read && read->root()) {
        SettingsReader reader(m_glossaryProblems);
        m_settings.glossary = readGlossary(reader, *read->root(), path);
    }
}

/// Reads the specs again that reach `changed`; others may have findings that do.
void Workspace::deriveDependents(const std::string &changed)
{
    for (auto &[path, file] : m_files) {
        const bool isRead = dependsOn(*file, changed);
        if (path == changed || (!isRead && !findingsDependOn(*file, changed)))
            continue;
        auto copy = std::make_shared<WorkspaceFile>(*file);
        setSpec(*copy, isRead ? asyncapi::readSpec(*this, path, copy->document) : copy->spec,
                file->conformance.get());
        file = std::move(copy);
    }
    if (changed == settingsFileName || isIncluded(changed))
        readOwnSettings();
}

WorkspacePtr Workspace::withFile(WorkspaceFile file) const
{
    auto next = std::make_shared<Workspace>(*this);
    const auto path = file.path;
    const auto *before = this->file(path);
    if (before) {
        const bool isCut = !file.document || !file.document->isComplete();
        file.lastGoodSpec = isCut ? goodSpec(*before) : nullptr;
        file.isSpec = file.isSpec || file.lastGoodSpec != nullptr;
    }
    auto shared = std::make_shared<WorkspaceFile>(std::move(file));
    next->m_files.insert_or_assign(path, shared);
    if (shared->document && asyncapi::isAsyncApi(*shared->document))
        setSpec(*shared, asyncapi::readSpec(*next, path, shared->document),
                before ? before->conformance.get() : nullptr);
    next->deriveDependents(path);
    return next;
}

WorkspacePtr Workspace::withText(const std::string &path, Text text) const
{
    if (!text)
        return withoutFile(path);
    const auto *before = file(path);
    if (!before)
        return withFile(fileFromText(path, std::move(text), Encoding::Utf8));
    return withFile(fileFromText(path, std::move(text), before->encoding, before->document));
}

WorkspacePtr Workspace::withoutFile(const std::string &path) const
{
    auto next = std::make_shared<Workspace>(*this);
    next->m_files.erase(path);
    next->deriveDependents(path);
    return next;
}

Result<WorkspacePtr> Workspace::withEdit(const WorkspaceEdit &edit) const
{
    const auto read = [this](const std::string &path) -> std::optional<TextFile> {
        const auto *found = file(path);
        return found && found->text ? std::optional(TextFile{found->text, found->encoding})
                                    : std::nullopt;
    };
    auto applied = applyEdit(read, edit);
    if (!applied)
        return tl::unexpected(std::move(applied.error()));
    auto next = std::make_shared<const Workspace>(*this);
    for (const auto &path : applied->removed)
        next = next->withoutFile(path);
    for (const auto &[path, after] : applied->texts)
        next = next->withFile(fileFromText(path, after.text, after.encoding));
    return next;
}

WorkspacePtr Workspace::reloaded(const std::string &path) const
{
    auto read = fileFromDisk(m_root, path);
    if (read.fault && read.fault->code == Error::Code::NotFound)
        return withoutFile(path);
    return withFile(std::move(read));
}

WorkspacePtr Workspace::withLastGood(const Workspace &before) const
{
    auto next = std::make_shared<Workspace>(*this);
    next->m_policyFiles = before.m_policyFiles;
    next->m_settings.glossary = before.m_settings.glossary;
    next->readOwnSettings();
    return next;
}

const WorkspaceFile *Workspace::file(const std::string &path) const
{
    const auto found = m_files.find(path);
    return found == m_files.end() ? nullptr : found->second.get();
}

const std::vector<Diagnostic> &Workspace::conformance(const WorkspaceFile &file) const
{
    static const std::vector<Diagnostic> none;
    return file.spec && file.conformance ? file.conformance->of(*this, *file.spec) : none;
}

std::vector<std::shared_ptr<const asyncapi::Spec>> Workspace::specs() const
{
    std::vector<std::shared_ptr<const asyncapi::Spec>> result;
    for (const auto &[path, file] : m_files)
        if (const auto good = goodSpec(*file))
            result.push_back(good);
        else if (file->spec)
            result.push_back(file->spec);
    return result;
}

yaml::DocumentPtr Workspace::document(const std::string &path) const
{
    const auto *found = file(path);
    return found ? found->document : nullptr;
}

bool Workspace::exists(const std::string &path) const
{
    return file(path) != nullptr;
}

Text Workspace::text(const std::string &path) const
{
    const auto *found = file(path);
    return found ? found->text : nullptr;
}

} // namespace meshwright
