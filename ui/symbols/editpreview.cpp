// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/editpreview.h"

#include "ui/text/text.h"

namespace meshwright::ui {

namespace {

using Kind = PreviewLine::Kind;

struct Lines
{
    std::uint32_t first = 1;
    std::uint32_t last = 1;
};

void addLines(std::vector<PreviewLine> &out, Kind kind, const SourceText &text, Lines lines)
{
    for (auto line = lines.first; line <= lines.last; ++line)
        out.push_back({kind, toQt(text.slice(text.lineRange(line))), static_cast<int>(line)});
}

/// Neighbouring edits that share a line are shown together.
void addFile(std::vector<PreviewLine> &out, const SourceText &before, const SourceText &after,
             const std::vector<TextEdit> &edits)
{
    std::size_t added = 0; // minus what was removed; sizes wrap around together
    for (std::size_t i = 0; i < edits.size();) {
        Lines old{before.position(edits[i].range.begin).line,
                  before.position(edits[i].range.end).line};
        const auto newBegin = edits[i].range.begin + added;
        auto newEnd = newBegin;
        for (bool isFirst = true; i < edits.size(); ++i, isFirst = false) {
            const auto &each = edits[i];
            if (!isFirst && before.position(each.range.begin).line > old.last)
                break;
            old.last = before.position(each.range.end).line;
            newEnd = each.range.begin + added + each.replacement.size();
            added += each.replacement.size() - each.range.size();
        }
        addLines(out, Kind::Removed, before, old);
        addLines(out, Kind::Added, after,
                 {after.position(newBegin).line, after.position(newEnd).line});
    }
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
        addFile(lines, *before, **after, edits);
        for (auto i = header + 1; i < lines.size(); ++i)
            lines[header].line += lines[i].kind == Kind::Added ? 1 : 0;
    }
    return lines;
}

} // namespace meshwright::ui
