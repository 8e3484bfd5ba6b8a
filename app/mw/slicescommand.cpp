// SPDX-License-Identifier: Apache-2.0
// mw slices: what belongs to each context, and whether it is named after it.
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/report/slicereport.h"

#include <algorithm>
#include <map>

namespace meshwright::mw {

namespace {

Colour colourOf(slices::State state)
{
    return state == slices::State::Differs ? Colour::Yellow
           : state == slices::State::Fits  ? Colour::Green
                                           : Colour::Grey;
}

std::string wordsOf(const slices::Cell &cell, const SliceItem &item, const Workspace &workspace)
{
    if (cell.state == slices::State::Undeclared)
        return item.isRequired ? "not declared, and required" : "not declared";
    std::string text;
    for (const asyncapi::Located &each : cell.declared)
        text += (text.empty() ? "" : ", ") + inert(each.value);
    if (cell.state == slices::State::Differs)
        text += ", not " + inert(cell.expected) + " (" +
                inert(placeText(workspace, cell.wrong.front().place)) + ")";
    return text;
}

std::string asText(const Workspace &workspace, const slices::Checklist &list)
{
    std::string out;
    std::map<slices::State, std::size_t> counts;
    for (const slices::Row &row : list.rows) {
        out += coloured(inert(row.context.value), Colour::Bold) + "\n";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const slices::Cell &cell = row.cells[i];
            ++counts[cell.state];
            out += "  " + coloured(report::signOf(cell.state), colourOf(cell.state)) + " " +
                   inert(list.items[i].name) + ": " + wordsOf(cell, list.items[i], workspace) +
                   "\n";
        }
    }
    for (const auto state :
         {slices::State::Fits, slices::State::Differs, slices::State::Undeclared})
        out += (state == slices::State::Fits ? "" : ", ") + std::to_string(counts[state]) + " " +
               std::string(nameOf(state));
    return out + "\n";
}

} // namespace

int runSlices(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const Workspace &workspace = *(*topology)->workspace;
    auto list = slices::checklistOf(**topology);
    std::erase_if(list.rows,
                  [&](const slices::Row &each) { return !workspace.isAskedFor(each.place.file); });
    const std::string text = options.format == "json"       ? report::slicesJson(workspace, list)
                             : options.format == "markdown" ? report::slicesMarkdown(list)
                                                            : asText(workspace, list);
    return deliverAnswer(workspace, text, options);
}

} // namespace meshwright::mw
