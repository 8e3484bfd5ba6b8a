// SPDX-License-Identifier: Apache-2.0
#include "writing.h"

#include "meshwright/text/newfiles.h"

namespace meshwright::mw {

namespace {

/// The files before and after, byte for byte.
struct Texts
{
    NewFiles before;
    NewFiles after;
};

/// All texts before the first is written.
Result<Texts> textsOf(const Workspace &workspace, const WorkspaceEdit &edit)
{
    Texts texts;
    for (const auto &[path, edits] : edit.files) {
        const WorkspaceFile &file = *workspace.file(path);
        const auto text = applyEdits(*file.text, edits);
        if (!text)
            return tl::unexpected(text.error());
        texts.before[workspace.root() / path] = encoded(*file.text, file.encoding);
        texts.after[workspace.root() / path] = encoded(**text, file.encoding);
    }
    return texts;
}

} // namespace

Result<void> writeEdit(const Workspace &workspace, const WorkspaceEdit &edit)
{
    const auto texts = textsOf(workspace, edit);
    if (!texts)
        return tl::unexpected(texts.error());
    return writeFiles(texts->after, texts->before);
}

} // namespace meshwright::mw
