// SPDX-License-Identifier: Apache-2.0
// mw import: specs from what another tool describes.
#include "commands.h"
#include "terminal.h"

#include "meshwright/report/catalogues.h"
#include "meshwright/report/importreport.h"

#include <filesystem>
#include <optional>
#include <system_error>

namespace meshwright::mw {

namespace {

std::string asText(const importing::Imported &imported)
{
    std::string out;
    std::optional<importing::NoteKind> kind;
    for (const importing::Note &note : imported.notes) {
        if (kind != note.kind)
            out += (out.empty() ? "" : "\n") +
                   coloured(report::headingOf(note.kind) + ":", Colour::Bold) + "\n";
        kind = note.kind;
        out += "  " + inert(report::sentenceOf(note)) + "\n";
    }
    return out;
}

Result<void> write(const importing::Imported &imported, const std::filesystem::path &folder)
{
    std::error_code ignored;
    if (std::filesystem::exists(folder, ignored) && !std::filesystem::is_empty(folder, ignored))
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "The folder is not empty, and what it holds would be mixed up "
                                    "with what is written: choose another one.",
                                    folder.string()});
    return report::writeTree(imported.files, folder);
}

} // namespace

int runImport(const Options &options)
{
    const auto source =
        importing::readJulie({options.sources.begin(), options.sources.end()}, options.properties);
    if (!source) {
        sayError(source.error());
        return Unreadable;
    }
    const auto imported = importing::importJulie(*source);
    if (!imported) {
        sayError(imported.error());
        return Unreadable;
    }
    if (!options.output.empty()) {
        if (const auto written = write(*imported, options.output); !written) {
            sayError(written.error());
            return Errors;
        }
    }
    const auto answered =
        deliver(options.format == "json" ? report::importJson(*imported) : asText(*imported), {});
    if (!answered) {
        sayError(answered.error());
        return Errors;
    }
    say(options.output.empty() ? "nothing is written without -o: " +
                                     std::to_string(imported->files.size()) + " files would be."
                               : std::to_string(imported->files.size()) + " files written to " +
                                     inert(options.output) + ": 'mw check' and 'mw plan --env " +
                                     importing::importedEnvironment + "' there come next.");
    return Fine;
}

} // namespace meshwright::mw
