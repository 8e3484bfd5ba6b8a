// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/graph/questions.h"
#include "meshwright/layout/graphpicture.h"
#include "meshwright/report/graphreport.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

namespace meshwright::mw {

namespace {

/// meshwright-layout, beside this program unless MESHWRIGHT_LAYOUT names another.
std::filesystem::path layoutProgram()
{
    if (const char *given = std::getenv("MESHWRIGHT_LAYOUT"))
        return given;
    std::error_code fault;
    return std::filesystem::read_symlink("/proc/self/exe", fault).parent_path() /
           "meshwright-layout";
}

/// Where people put things counts in the layout that they did it in, and for the whole.
graph::Positions positionsFor(const Workspace &workspace, layout::Style style, bool isWhole)
{
    std::vector<SettingsProblem> problems; // told by `mw check`
    return isWhole && style == layout::Style::Columns
               ? graph::readPositions(workspace.document(graph::positionsFileName), problems)
               : graph::Positions();
}

layout::Picture pictureOf(const Topology &topology, bool isWhole, const Options &options)
{
    layout::Request request = layout::requestFor(topology);
    request.style = layout::styleNamed(options.layout).value_or(layout::Style::Columns);
    auto picture = layout::layOut(request, layoutProgram(), {});
    if (!picture)
        say("the contexts are drawn in a plain grid: " + picture.error().message);
    return layout::withPositions(request, picture ? std::move(*picture) : packedGrid(request),
                                 positionsFor(*topology.workspace, request.style, isWhole));
}

using Kept = std::optional<std::set<ContextId>>;

std::string asFormat(const Topology &whole, const Kept &kept, const Options &options)
{
    const std::string &format = options.format;
    if (format == "markdown")
        return report::contextMap(whole, kept, options.picture);
    const auto part = kept ? std::optional(graph::partOf(whole, *kept)) : std::nullopt;
    const Topology &topology = part ? *part : whole;
    if (format == "json")
        return report::graphJson(topology);
    if (format == "dot")
        return report::graphDot(topology);
    if (format == "mermaid")
        return report::graphMermaid(topology);
    if (format == "structurizr")
        return report::graphStructurizr(topology);
    if (format == "plantuml")
        return report::graphPlantUml(topology);
    const layout::Picture picture = pictureOf(topology, !kept, options);
    const layout::GraphContent content = layout::contentOf(topology, whole.domains());
    return format == "html" ? report::graphHtml(content, picture)
                            : report::graphSvg(content, picture);
}

graph::Direction directionOf(const Options &options)
{
    if (options.direction == "upstream")
        return graph::Direction::Upstream;
    return options.direction == "downstream" ? graph::Direction::Downstream
                                             : graph::Direction::Both;
}

} // namespace

int runGraph(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    Kept kept;
    if (!options.focus.empty()) {
        const ContextId focus{options.focus};
        if (!(*topology)->context(focus)) {
            say("there is no bounded context '" + options.focus +
                "' here; 'mw graph --format json' lists their ids.");
            return Usage;
        }
        kept.emplace();
        for (const auto &[id, hops] :
             graph::reach(**topology, focus, directionOf(options), options.hops))
            kept->insert(id);
    }
    if (const auto written = deliver(asFormat(**topology, kept, options), options.output);
        !written) {
        sayError(written.error());
        return Errors;
    }
    return sayUnreadableFiles(*(*topology)->workspace) ? Unreadable : Fine;
}

} // namespace meshwright::mw
