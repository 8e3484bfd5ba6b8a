// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "planning.h"
#include "terminal.h"
#include "windowexport.h"

#include "git/opengit.h"
#include "meshwright/compare/overlay.h"
#include "meshwright/graph/observed.h"
#include "meshwright/graph/questions.h"
#include "meshwright/graph/views.h"
#include "meshwright/history/pastworkspace.h"
#include "meshwright/layout/graphpicture.h"
#include "meshwright/lint/lint.h"
#include "meshwright/plan/observe.h"
#include "meshwright/report/catalogues.h"
#include "meshwright/report/graphreport.h"
#include "meshwright/report/observedreport.h"
#include "meshwright/text/helperprocess.h"

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
    return programBeside("meshwright-layout");
}

/// Where people put things counts in the layout that they did it in, and for the whole.
graph::Positions positionsFor(const Workspace &workspace, layout::Style style, bool isWhole)
{
    if (!isWhole || style != layout::Style::Columns)
        return {};
    std::vector<SettingsProblem> problems;
    auto positions = graph::readPositions(workspace.document(graph::positionsFileName), problems);
    if (!problems.empty())
        say(std::string(graph::positionsFileName) +
            " has faults, and some places are not used: 'mw check' tells them.");
    return positions;
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

/// The specs and, where that was asked for, what was observed.
struct Seen
{
    TopologyPtr topology;
    std::optional<graph::Observed> observed;
    std::optional<compare::Overlay> overlay; ///< of an earlier state and this one
};

std::string asFormat(const Seen &seen, const Kept &kept, const Options &options)
{
    const std::string &format = options.format;
    const Topology &whole = *seen.topology;
    std::optional<graph::Observed> observed = seen.observed;
    if (observed && kept)
        observed = graph::partOf(*observed, *kept);
    if (format == "markdown")
        return report::contextMap(whole, kept, options.picture) +
               (observed ? report::observedMarkdown(*observed, options.observe) : "");
    const auto part = kept ? std::optional(graph::partOf(whole, *kept)) : std::nullopt;
    const Topology &topology = part ? *part : whole;
    if (format == "json")
        return observed ? report::graphJson(topology, *observed, options.observe)
                        : report::graphJson(topology);
    if (format == "dot")
        return report::graphDot(topology);
    if (format == "mermaid")
        return report::graphMermaid(topology);
    if (format == "structurizr")
        return report::graphStructurizr(topology);
    if (format == "plantuml")
        return report::graphPlantUml(topology);
    if (format == "backstage")
        return report::backstageCatalogue(
            topology, options.output.empty() ? "." : report::wayToSpecs(topology, options.output));
    const layout::Picture picture = pictureOf(topology, !kept, options);
    layout::GraphContent content = layout::contentOf(topology, whole.domains());
    if (seen.overlay)
        layout::mark(content, *seen.overlay);
    if (format == "html")
        return report::graphHtml(content, picture);
    return format == "drawio" ? report::graphDrawio(content, picture)
                              : report::graphSvg(content, picture);
}

Result<void> writeAs(const Seen &seen, const Kept &kept, const Options &options)
{
    if (options.format != "eventcatalog")
        return deliver(asFormat(seen, kept, options), options.output);
    return report::writeTree(
        report::eventCatalog(kept ? graph::partOf(*seen.topology, *kept) : *seen.topology),
        options.output);
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

Result<graph::View> checkedView(const Topology &topology, const Options &options)
{
    auto view = askedView(topology, options);
    if (view && view->focus && !topology.context(view->focus->context))
        return tl::unexpected(notHere("there is no bounded context '" + view->focus->context.value +
                                      "' here; 'mw graph --format json' lists their ids."));
    return view;
}

/// The contexts that the view shows; nothing for all.
Kept keptBy(const Seen &seen, const graph::View &view)
{
    if (view.filter.isEmpty() && !view.focus)
        return std::nullopt;
    std::vector<Diagnostic> findings;
    if (view.filter.words.contains(graph::Facet::Status))
        findings = lint(*seen.topology);
    const std::vector<graph::Mismatch> none;
    return graph::shownBy(
        view, *seen.topology,
        graph::Facets(*seen.topology, findings, seen.observed ? seen.observed->mismatches : none));
}

void sayWhatIsUnknown(const graph::Observed &observed)
{
    if (!observed.runsConsumers)
        say("a sandbox runs no consumers: nothing is read there.");
    if (observed.unknownGroups > 0)
        say("consumer groups that could not be read: " + std::to_string(observed.unknownGroups) +
            " of " + std::to_string(observed.groups) + ".");
    if (!observed.isComplete)
        say("there may be consumer groups that this user may not see: nothing is said to be "
            "unread.");
}

tl::expected<Seen, Failure> observeNow(const TopologyPtr &specs, const Options &options)
{
    const auto failed = [](const Error &error, int exitCode) {
        return tl::unexpected(Failure{error, exitCode});
    };
    const auto environment = findEnvironment(specs->workspace->settings(), options.observe);
    if (!environment)
        return failed(environment.error(), Usage);
    const auto cluster = connect(*environment);
    if (!cluster)
        return failed(cluster.error(), Unavailable);
    const Interruption interruption;
    const auto observation = observe(**cluster, interruption.token());
    if (!observation)
        return failed(observation.error(), Unavailable);
    const graph::Observed observed = graph::seenBy(*specs, *observation, nullptr);
    sayWhatIsUnknown(observed);
    return Seen{
        std::make_shared<const Topology>(graph::withObserved(*specs, observed)), observed, {}};
}

/// What changed since the revision, laid over what there is.
Result<Seen> comparedNow(const TopologyPtr &specs, const std::string &revision)
{
    const auto &workspace = specs->workspace;
    const auto repository = git::openRepository(workspace->root());
    if (!repository)
        return tl::unexpected(repository.error());
    const auto base = (*repository)->resolve(revision);
    if (!base)
        return tl::unexpected(base.error());
    const auto states = history::sinceRevision(**repository, *base, workspace);
    if (!states)
        return tl::unexpected(states.error());
    const auto before = buildTopology(states->base);
    const auto now = buildTopology(states->next);
    compare::Overlay overlay =
        compare::overlaid(*before, *now, compare::compareStates(*before, *now));
    return Seen{overlay.both, {}, overlay};
}

} // namespace

int runGraph(const Options &options)
{
    if (options.format == "pdf" || options.format == "png") {
        const bool isWhole = options.focus.empty() && options.view.empty() &&
                             options.observe.empty() && options.since.empty() &&
                             options.layout == "columns";
        if (options.output.empty() || !isWhole) {
            say("--format " + options.format +
                " draws the whole graph into a file: it needs -o FILE." + options.format +
                ", and takes no part of it. For a part copy a link to it in the window, and run "
                "'meshwright --export FILE LINK'.");
            return Usage;
        }
        if (!options.output.ends_with('.' + options.format)) {
            say("the file of --format " + options.format + " must end in ." + options.format);
            return Usage;
        }
        return exportByWindow(options.target, options.output);
    }
    if (options.format == "eventcatalog" && options.output.empty()) {
        say("--format eventcatalog writes a folder: it needs -o FOLDER.");
        return Usage;
    }
    const auto specs = load(options.target);
    if (!specs) {
        sayError(specs.error());
        return exitCodeFor(specs.error());
    }
    Seen seen{*specs, {}, {}};
    if (!options.observe.empty()) {
        auto observed = observeNow(*specs, options);
        if (!observed) {
            sayError(observed.error().error);
            return observed.error().exitCode;
        }
        seen = std::move(*observed);
    }
    if (!options.since.empty()) {
        if (options.format != "svg" && options.format != "html") {
            say("--since is drawn in svg and html; 'mw diff' tells it as JSON and Markdown.");
            return Usage;
        }
        auto compared = comparedNow(*specs, options.since);
        if (!compared) {
            sayError(compared.error());
            return exitCodeFor(compared.error());
        }
        seen = std::move(*compared);
    }
    const auto view = checkedView(*seen.topology, options);
    if (!view) {
        sayError(view.error());
        return Usage;
    }
    const Kept kept = keptBy(seen, *view);
    if (const auto written = writeAs(seen, kept, options); !written) {
        sayError(written.error());
        return Errors;
    }
    return sayUnreadableFiles(*(*specs)->workspace) ? Unreadable : Fine;
}

} // namespace meshwright::mw
