// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/layout/graphpicture.h"
#include "meshwright/report/graphreport.h"

#include <cstdlib>
#include <filesystem>

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

std::string svgOf(const Topology &topology)
{
    const layout::Request request = layout::requestFor(topology);
    auto picture = layout::layOut(request, layoutProgram(), {});
    if (!picture) {
        say("the contexts are drawn in a plain grid: " + picture.error().message);
        picture = layout::packedGrid(request);
    }
    return report::graphSvg(topology, *picture);
}

std::string asFormat(const Topology &topology, const std::string &format)
{
    if (format == "json")
        return report::graphJson(topology);
    if (format == "dot")
        return report::graphDot(topology);
    return format == "mermaid" ? report::graphMermaid(topology) : svgOf(topology);
}

} // namespace

int runGraph(const Options &options)
{
    auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    if (!options.focus.empty()) {
        const ContextId focus{options.focus};
        if (!(*topology)->context(focus)) {
            say("there is no bounded context '" + options.focus +
                "' here; 'mw graph --format json' lists their ids.");
            return Usage;
        }
        topology =
            std::make_shared<const Topology>(layout::focused(**topology, focus, options.hops));
    }
    if (const auto written = deliver(asFormat(**topology, options.format), options.output);
        !written) {
        sayError(written.error());
        return Errors;
    }
    return sayUnreadableFiles(*(*topology)->workspace) ? Unreadable : Fine;
}

} // namespace meshwright::mw
