// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/symbols.h"
#include "meshwright/text/textedit.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright::symbols {

/// New bytes for parts of scalars' values, gathered into the smallest edits that read back so.
class Pieces
{
public:
    explicit Pieces(const Workspace &workspace)
        : m_workspace(workspace)
    {}

    /// A part that is replaced already stays as it was decided first.
    void replace(const std::string &file, const yaml::Node &scalar, Range part, std::string text);

    Result<WorkspaceEdit> edits() const;

private:
    struct Piece
    {
        Range part; ///< of the scalar's value
        std::string text;
    };

    using InScalar = std::vector<Piece>;

    Result<void> addEdits(const yaml::Document &document, const yaml::Node &scalar,
                          const InScalar &pieces, std::vector<TextEdit> &edits) const;

    const Workspace &m_workspace;
    std::map<std::string, std::map<const yaml::Node *, InScalar>> m_files;
};

} // namespace meshwright::symbols
