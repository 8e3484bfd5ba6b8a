// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"
#include "meshwright/workspace/workspace.h"

#include <QString>

#include <vector>

namespace meshwright::ui {

/// One line of what an edit will do, as a reader of diffs expects it.
struct PreviewLine
{
    enum class Kind { File, Removed, Added };

    Kind kind = Kind::File;
    QString text; ///< of a file, its path
    int line = 0; ///< from 1, in the text before or after; of a file: how many lines change

    bool operator==(const PreviewLine &) const = default;
};

/// The lines that the edit changes, file by file.
std::vector<PreviewLine> previewOf(const Workspace &workspace, const WorkspaceEdit &edit);

} // namespace meshwright::ui
