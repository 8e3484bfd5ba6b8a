// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/editpreview.h"

#include "ui/text/text.h"

#include "meshwright/text/linediff.h"

namespace meshwright::ui {

namespace {

using Kind = PreviewLine::Kind;

void addFile(std::vector<PreviewLine> &out, const SourceText &before, const SourceText &after)
{
    for (const DiffRow &row : diffRows(before.bytes(), after.bytes(), 0))
        if (row.kind == DiffRow::Kind::Removed)
            out.push_back({Kind::Removed, toQt(row.text), static_cast<int>(row.oldLine)});
        else if (row.kind == DiffRow::Kind::Added)
            out.push_back({Kind::Added, toQt(row.text), static_cast<int>(row.newLine)});
}

} // namespace

std::vector<PreviewLine> previewOf(const Workspace &workspace, const WorkspaceEdit &edit)
{
    std::vector<PreviewLine> lines;
    for (const auto &[file, edits] : edit.files) {
        const auto before = workspace.text(file);
        const auto after = before ? applyEdits(*before, edits) : Result<Text>();
        if (!before || !after || !*after)
            continue;
        const auto header = lines.size();
        lines.push_back({Kind::File, toQt(file), 0});
        addFile(lines, *before, **after);
        for (auto i = header + 1; i < lines.size(); ++i)
            lines[header].line += lines[i].kind == Kind::Added ? 1 : 0;
    }
    return lines;
}

} // namespace meshwright::ui
