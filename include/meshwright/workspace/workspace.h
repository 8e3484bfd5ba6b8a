// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"
#include "meshwright/conformance/conformance.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"
#include "meshwright/text/textfile.h"
#include "meshwright/workspace/policies.h"
#include "meshwright/workspace/settings.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace meshwright {

/// One file of a workspace: a spec, a schema, the settings, or one that could not be read.
struct WorkspaceFile
{
    std::string path; ///< relative to the root, with /
    Text text;        ///< null where it could not be read (`fault`)
    Encoding encoding = Encoding::Utf8;
    yaml::DocumentPtr document;                         ///< of YAML and JSON files (.avsc too)
    std::shared_ptr<const asyncapi::Spec> spec;         ///< of AsyncAPI documents
    std::shared_ptr<conformance::Findings> conformance; ///< of `spec`
    std::optional<Error> fault;
    bool isSpec = false; ///< says that it is AsyncAPI, even where a fault hides the rest
    /// Where `document` is cut by a syntax error: the spec of the last complete text, if there was
    /// one.
    std::shared_ptr<const asyncapi::Spec> lastGoodSpec;
};

inline constexpr std::size_t mostWorkspaceFiles = 50'000;

/// Whether a workspace reads files of this path (relative, with /): by the ending, and by the
/// folders, for those that are hidden or built into are passed over.
bool isWorkspaceFile(const std::string &path);

/// Path → the bytes of the file, or why there are none.
using FileReads = std::map<std::string, Result<std::string>>;

class Workspace;
using WorkspacePtr = std::shared_ptr<const Workspace>;

/// An immutable snapshot of a folder of specs. `withText` shares all that did not change.
class Workspace : public asyncapi::Files
{
public:
    /// Reads a folder, or one spec (then that spec alone is checked, and the workspace is the
    /// nearest folder above it that has a meshwright.yaml, or else its own, widened by two levels
    /// at the most to hold the files that it refers to). NotFound,
    /// Denied or Invalid where that can't be. Skips .git, node_modules, build folders, and symbolic
    /// links that leave the folder. A folder without specs is a workspace without specs.
    static Result<WorkspacePtr> open(const std::filesystem::path &path);
    /// A workspace that exists in memory only: path → the bytes that a file would hold.
    static WorkspacePtr fromTexts(const std::map<std::string, std::string> &texts,
                                  const std::filesystem::path &root = {});

    /// The same, for what stands elsewhere than in a folder: a file may have failed to be read.
    static WorkspacePtr fromReads(const FileReads &reads, const std::filesystem::path &root = {});

    WorkspacePtr withText(const std::string &file, Text text) const;
    WorkspacePtr withoutFile(const std::string &file) const;
    /// All of the edit or nothing, with the errors of applyEdit.
    Result<WorkspacePtr> withEdit(const WorkspaceEdit &edit) const;
    /// The same, read after `before`: where a file that the settings name is broken, what it said
    /// then stays in force.
    WorkspacePtr withLastGood(const Workspace &before) const;
    /// The file read again from the disk (or gone).
    WorkspacePtr reloaded(const std::string &file) const;

    const std::filesystem::path &root() const { return m_root; }

    /// The one spec that was asked for, or empty for a whole folder.
    const std::string &only() const { return m_only; }

    const Settings &settings() const { return m_settings; }

    const std::vector<SettingsProblem> &settingsProblems() const { return m_settingsProblems; }

    /// The policy files that the settings name, in their order, each with what is in force of it.
    const std::vector<PolicyFilePtr> &policyFiles() const { return m_policyFiles; }

    /// Whether the settings name the file: it counts wherever it lies, and whatever was asked for.
    bool isIncluded(const std::string &file) const;

    /// What is wrong with the glossary's own file. What it said when it was last sound holds.
    const std::vector<SettingsProblem> &glossaryProblems() const { return m_glossaryProblems; }

    const std::map<std::string, std::shared_ptr<const WorkspaceFile>> &files() const
    {
        return m_files;
    }

    const WorkspaceFile *file(const std::string &path) const;
    /// The readable specs, sorted by path (the last good one where the text is cut just now).
    std::vector<std::shared_ptr<const asyncapi::Spec>> specs() const;

    /// What a file's spec breaks of AsyncAPI itself; nothing where it is no spec.
    const std::vector<Diagnostic> &conformance(const WorkspaceFile &file) const;

    bool isAskedFor(const std::string &file) const { return m_only.empty() || file == m_only; }

    yaml::DocumentPtr document(const std::string &file) const override;
    bool exists(const std::string &file) const override;
    Text text(const std::string &file) const override;

private:
    void readFiles(const std::vector<std::string> &paths);
    void deriveAll(const std::vector<std::shared_ptr<WorkspaceFile>> &files);
    void deriveDependents(const std::string &changed);
    void readOwnSettings();
    void readIncludedFiles();
    const WorkspaceFile *includedFile(const IncludedFile &included);
    void readGlossaryFile(const Glossary &lastGood);
    WorkspacePtr withFile(WorkspaceFile file) const;

    std::filesystem::path m_root;
    std::string m_only;
    Settings m_settings;
    std::vector<SettingsProblem> m_settingsProblems;
    std::vector<PolicyFilePtr> m_policyFiles;
    std::vector<SettingsProblem> m_glossaryProblems;
    std::map<std::string, std::shared_ptr<const WorkspaceFile>> m_files;
};

} // namespace meshwright
