// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/modelling/convert.h"

#include <vector>

namespace meshwright::mw {

namespace {

void sayNotes(const Workspace &workspace, const modelling::Conversion &conversion)
{
    const std::string &file = workspace.only();
    for (const modelling::ConversionNote &note : conversion.notes)
        say(placeText(workspace, {file, note.range}) + ": " + inert(note.message));
    for (const auto &[path, edits] : conversion.edit.files)
        if (path != file)
            say(inert(path) + ": " + std::to_string(edits.size()) +
                (edits.size() == 1 ? " reference leads" : " references lead") +
                " into the converted file and will be brought along.");
}

struct NewText
{
    std::string file;
    std::string bytes;
};

/// All texts before the first is written: a refused edit leaves everything as it was.
Result<std::vector<NewText>> newTexts(const Workspace &workspace,
                                      const modelling::Conversion &conversion)
{
    std::vector<NewText> texts;
    for (const auto &[path, edits] : conversion.edit.files) {
        const WorkspaceFile &file = *workspace.file(path);
        const auto text = applyEdits(*file.text, edits);
        if (!text)
            return tl::unexpected(text.error());
        texts.push_back({path, encoded(**text, file.encoding)});
    }
    return texts;
}

Result<void> write(const Workspace &workspace, const modelling::Conversion &conversion)
{
    const auto texts = newTexts(workspace, conversion);
    if (!texts)
        return tl::unexpected(texts.error());
    for (const NewText &text : *texts)
        if (auto written = writeFileAtomically(workspace.root() / text.file, text.bytes); !written)
            return written;
    return {};
}

} // namespace

int runConvert(const Options &options)
{
    const auto workspace = Workspace::open(options.target);
    if (!workspace) {
        sayError(workspace.error());
        return exitCodeFor(workspace.error()) == Errors ? Errors : Unreadable;
    }
    if ((*workspace)->only().empty()) {
        say("One spec is converted at a time: name its file.");
        return Usage;
    }
    if (sayUnreadableFiles(**workspace))
        return Unreadable;
    const auto conversion = modelling::convertToAsyncApi3(
        **workspace, (*workspace)->only(), options.to.empty() ? "3.0.0" : options.to);
    if (!conversion) {
        sayError(conversion.error());
        return Errors;
    }
    sayNotes(**workspace, *conversion);
    if (options.check)
        return Changes;
    const auto done =
        options.write ? write(**workspace, *conversion) : deliver(conversion->text, options.output);
    if (!done) {
        sayError(done.error());
        return Errors;
    }
    return Fine;
}

} // namespace meshwright::mw
