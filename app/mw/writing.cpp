// SPDX-License-Identifier: Apache-2.0
#include "writing.h"

#include <vector>

namespace meshwright::mw {

namespace {

struct NewText
{
    std::string file;
    std::string bytes;
};

/// All texts before the first is written.
Result<std::vector<NewText>> newTexts(const Workspace &workspace, const WorkspaceEdit &edit)
{
    std::vector<NewText> texts;
    for (const auto &[path, edits] : edit.files) {
        const WorkspaceFile &file = *workspace.file(path);
        const auto text = applyEdits(*file.text, edits);
        if (!text)
            return tl::unexpected(text.error());
        texts.push_back({path, encoded(**text, file.encoding)});
    }
    return texts;
}

} // namespace

Result<void> writeEdit(const Workspace &workspace, const WorkspaceEdit &edit)
{
    const auto texts = newTexts(workspace, edit);
    if (!texts)
        return tl::unexpected(texts.error());
    for (const NewText &text : *texts)
        if (auto written = writeFileAtomically(workspace.root() / text.file, text.bytes); !written)
            return written;
    return {};
}

} // namespace meshwright::mw
