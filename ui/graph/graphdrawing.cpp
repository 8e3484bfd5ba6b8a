// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphdrawing.h"

#include "ui/graph/cardrows.h"
#include "ui/text/text.h"

#include "meshwright/graph/questions.h"
#include "meshwright/text/helperprocess.h"

#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

namespace {

/// Whether both ask for the same nodes, groups and links; titles and counts may differ.
bool sameStructure(const layout::Request &a, const layout::Request &b)
{
    const auto sameNode = [](const layout::NodeBox &x, const layout::NodeBox &y) {
        return x.id == y.id && x.group == y.group && x.width == y.width && x.height == y.height;
    };
    const auto sameLink = [](const layout::Link &x, const layout::Link &y) {
        return x.from == y.from && x.to == y.to;
    };
    return a.style == b.style &&
           std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), sameNode) &&
           std::equal(a.links.begin(), a.links.end(), b.links.begin(), b.links.end(), sameLink);
}

/// Where people put things counts in the layout that they did it in, and for the whole.
graph::Positions positionsFor(const GraphWish &wish)
{
    std::vector<SettingsProblem> problems; // told with the other findings of the file
    const WorkspacePtr &workspace = wish.snapshot.workspace;
    return workspace && !wish.only && wish.style == layout::Style::Columns
               ? graph::readPositions(workspace->document(graph::positionsFileName), problems)
               : graph::Positions();
}

} // namespace

std::filesystem::path layoutHelper()
{
    const QString asked = qEnvironmentVariable("MESHWRIGHT_LAYOUT");
    if (!asked.isEmpty())
        return pathFromQt(asked);
    return programBeside("meshwright-layout");
}

GraphDrawing::GraphDrawing(QObject *parent)
    : QObject(parent)
{
    connect(&m_drawing, &QFutureWatcherBase::resultReadyAt, this, &GraphDrawing::take);
    connect(&m_drawing, &QFutureWatcherBase::finished, this, [this] {
        m_isBusy = false;
        if (const auto next = std::exchange(m_next, std::nullopt))
            begin(*next);
    });
}

GraphDrawing::~GraphDrawing()
{
    m_stop.request_stop();
}

void GraphDrawing::draw(const GraphWish &wish)
{
    m_only = wish.only;
    // A layout on its way is let end: it is newer than what is on screen.
    if (m_isBusy)
        m_next = wish;
    else
        begin(wish);
}

void GraphDrawing::begin(const GraphWish &wish)
{
    m_stop = std::stop_source();
    m_isForgotten = false;
    m_isBusy = true;
    m_drawing.setFuture(
        QtConcurrent::run(&GraphDrawing::run, Job{wish, wish.only ? m_part : m_whole,
                                                  layoutHelper(), m_stop.get_token()}));
}

void GraphDrawing::forget()
{
    m_whole = {};
    m_part = {};
    m_isForgotten = true;
}

void GraphDrawing::run(QPromise<Answer> &promise, Job job)
{
    const auto &overlay = job.wish.overlay;
    const SeenTopology seen = overlay ? SeenTopology{overlay->both, {}, {}}
                                      : seenTogether(job.wish.snapshot.topology, job.wish.sight);
    const Topology &whole = *seen.topology;
    const auto part =
        job.wish.only ? std::optional(graph::partOf(whole, *job.wish.only)) : std::nullopt;
    const Topology &topology = part ? *part : whole;
    const auto diagnostics =
        job.wish.snapshot.diagnostics ? *job.wish.snapshot.diagnostics : std::vector<Diagnostic>();
    layout::GraphContent content = layout::contentOf(topology, whole.domains());
    if (overlay)
        layout::mark(content, *overlay);
    const graph::Positions positions = positionsFor(job.wish);
    const auto details =
        std::make_shared<const CardDetails>(overlay ? overlay->both : job.wish.snapshot.topology);
    layout::Request request = layout::requestFor(content);
    request.style = job.wish.style;
    const auto graphOf = [&](const layout::Picture &picture, const QString &fault) {
        return DrawnGraph{
            makeScene(content, picture, topology, diagnostics, positions, details, seen.mismatched),
            fault, job.wish.only, overlay ? job.wish.snapshot.topology : seen.topology};
    };
    const auto give = [&](layout::Picture automatic, const QString &fault) {
        layout::Picture picture = layout::withPositions(request, automatic, positions);
        Answer answer;
        answer.graph = graphOf(picture, fault);
        answer.laidOut = {request, std::move(automatic), positions, std::move(picture), fault};
        promise.addResult(std::move(answer));
    };
    const LaidOut &before = job.before;
    // What a failed layout left is nothing to go on from, but it need not be tried at each key.
    const bool isFirst = before.picture.nodes.empty() || before.request.style != request.style;
    if (!isFirst && sameStructure(request, before.request)) {
        if (before.positions == positions) {
            Answer answer{graphOf(before.picture, before.fault), before};
            answer.laidOut.request = request;
            promise.addResult(std::move(answer));
        } else {
            give(before.automatic, before.fault);
        }
        return;
    }
    if (!isFirst && before.fault.isEmpty())
        if (auto picture = layout::adapted(request, before.automatic, positions))
            return give(std::move(*picture), {});
    if (before.picture.nodes.empty())
        give(layout::packedGrid(request), {});
    auto picture = layout::layOut(request, job.helper, job.stop);
    if (picture)
        give(std::move(*picture), {});
    else if (picture.error().code != Error::Code::Cancelled)
        give(layout::packedGrid(request), toQt(picture.error().message));
}

void GraphDrawing::take(int index)
{
    const Answer answer = m_drawing.resultAt(index);
    if (!m_isForgotten)
        (answer.graph.only ? m_part : m_whole) = answer.laidOut;
    emit drawn(answer.graph);
}

} // namespace meshwright::ui
