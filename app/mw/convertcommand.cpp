// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "terminal.h"
#include "writing.h"

#include "meshwright/modelling/convert.h"

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
    const auto done = options.write ? writeEdit(**workspace, conversion->edit)
                                    : deliver(conversion->text, options.output);
    if (!done) {
        sayError(done.error());
        return Errors;
    }
    return Fine;
}

} // namespace meshwright::mw
