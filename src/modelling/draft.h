// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"
#include "meshwright/workspace/workspace.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace meshwright::modelling {

/// A workspace's files while an act changes them, step by step: each step finds its place in the
/// texts as the steps before it left them, and all steps together are one edit of the workspace.
/// Nodes of a document stay alive as long as the draft, but those from before a step are not those
/// of the text after it.
class Draft : public asyncapi::Files
{
public:
    explicit Draft(WorkspacePtr workspace)
        : m_workspace(std::move(workspace))
    {}

    const Workspace &workspace() const { return *m_workspace; }

    yaml::DocumentPtr document(const std::string &file) const override;
    bool exists(const std::string &file) const override;
    Text text(const std::string &file) const override;

    /// The spec of the file's present text; null where there is no text.
    std::shared_ptr<const asyncapi::Spec> spec(const std::string &file) const;

    /// One step. What it can't be is handed on, with the file.
    Result<void> apply(const std::string &file, const Result<TextEdit> &edit);
    /// Several edits of one text, in any order; the same one twice counts once.
    Result<void> applyAll(const std::string &file, std::vector<TextEdit> edits);
    void remove(const std::string &file);

    /// All steps as one edit of the workspace.
    WorkspaceEdit edit() const;

private:
    /// A part of a file's text: bytes of the text as it was, or new ones.
    struct Piece
    {
        bool isKept = false;
        Range kept;
        std::string written;

        std::size_t size() const { return isKept ? kept.size() : written.size(); }
    };

    struct Changed
    {
        yaml::DocumentPtr document;
        std::vector<Piece> pieces;
    };

    static void replace(std::vector<Piece> &pieces, const TextEdit &edit);
    static std::vector<TextEdit> editsOf(const std::vector<Piece> &pieces,
                                         const SourceText &before);

    WorkspacePtr m_workspace;
    std::map<std::string, Changed> m_changed;
    std::vector<yaml::DocumentPtr> m_earlier; ///< keeps nodes alive
    std::set<std::string> m_removed;
};

/// The channel of this key; null where there is none.
const asyncapi::Channel *channelOf(const asyncapi::Spec &spec, const std::string &key);

} // namespace meshwright::modelling
