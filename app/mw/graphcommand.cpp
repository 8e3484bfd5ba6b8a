// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/graph/questions.h"
#include "meshwright/graph/views.h"
#include "meshwright/layout/graphpicture.h"
#include "meshwright/lint/lint.h"
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
    if (format == "html")
        return report::graphHtml(content, picture);
    return format == "drawio" ? report::graphDrawio(content, picture)
                              : report::graphSvg(content, picture);
}

graph::Direction directionOf(const Options &options)
{
    if (options.direction == "upstream")
        return graph::Direction::Upstream;
    return options.direction == "downstream" ? graph::Direction::Downstream
                                             : graph::Direction::Both;
}

Error notHere(const std::string &sentence)
{
    return Error{Error::Code::NotFound, sentence, {}};
}

/// The view of that name, or an error that names those that there are.
Result<graph::View> findView(const Workspace &workspace, const std::string &name)
{
    std::vector<SettingsProblem> problems; // 'mw check' tells them
    std::string names;
    for (const graph::View &view :
         graph::readViews(workspace.document(graph::viewsFileName), problems)) {
        if (view.name == name)
            return view;
        names += (names.empty() ? "'" : ", '") + view.name + "'";
    }
    return tl::unexpected(notHere("there is no view '" + name + "'; " + graph::viewsFileName +
                                  " has " + (names.empty() ? "none" : names) + '.'));
}

Result<graph::View> askedView(const Topology &topology, const Options &options)
{
    if (!options.view.empty())
        return findView(*topology.workspace, options.view);
    graph::View view;
    if (options.focus.empty())
        return view;
    view.focus = graph::Focus{{options.focus}, std::nullopt, directionOf(options)};
    if (options.hops != "all")
        view.focus->hops = std::stoi(options.hops);
    return view;
}

/// The contexts that the options ask for; nothing for all.
Result<Kept> keptBy(const Topology &topology, const Options &options)
{
    const auto view = askedView(topology, options);
    if (!view)
        return tl::unexpected(view.error());
    if (view->filter.isEmpty() && !view->focus)
        return Kept();
    if (view->focus && !topology.context(view->focus->context))
        return tl::unexpected(notHere("there is no bounded context '" + view->focus->context.value +
                                      "' here; 'mw graph --format json' lists their ids."));
    std::vector<Diagnostic> findings;
    if (view->filter.words.contains(graph::Facet::Status))
        findings = lint(topology);
    return graph::shownBy(*view, topology, graph::Facets(topology, findings));
}

} // namespace

int runGraph(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const auto kept = keptBy(**topology, options);
    if (!kept) {
        sayError(kept.error());
        return Usage;
    }
    if (const auto written = deliver(asFormat(**topology, *kept, options), options.output);
        !written) {
        sayError(written.error());
        return Errors;
    }
    return sayUnreadableFiles(*(*topology)->workspace) ? Unreadable : Fine;
}

} // namespace meshwright::mw
