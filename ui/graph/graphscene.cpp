// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphscene.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace meshwright::ui {

namespace {

constexpr std::size_t mostBundles = 400;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QRectF rectOf(const layout::Box &box)
{
    return {box.x, box.y, box.width, box.height};
}

QPointF pointOf(const layout::Point &point)
{
    return {point.x, point.y};
}

/// The triangle with its tip at `tip`, coming from `before`.
QPolygonF arrowAt(const QPointF &tip, const QPointF &before, double size)
{
    const QPointF way = tip - before;
    const double length = std::max(1e-6, std::hypot(way.x(), way.y()));
    const QPointF back = tip - way / length * size;
    const QPointF aside(-way.y() / length * size * 0.5, way.x() / length * size * 0.5);
    return QPolygonF({tip, back + aside, back - aside});
}

QPointF shortened(const QPointF &tip, const QPointF &before, double by)
{
    const QPointF way = tip - before;
    const double length = std::hypot(way.x(), way.y());
    return length > by ? tip - way / length * by : tip;
}

void addCards(GraphScene &scene, const Topology &topology,
              const std::vector<Diagnostic> &diagnostics)
{
    std::map<std::string, std::pair<int, int>> findings;
    for (const Diagnostic &diagnostic : diagnostics) {
        findings[diagnostic.file].first += diagnostic.severity == Severity::Error;
        findings[diagnostic.file].second += diagnostic.severity == Severity::Warning;
    }
    std::map<ContextId, std::string> files;
    for (const Context &context : topology.contexts)
        if (context.spec)
            files[context.id] = context.spec->file;
    for (const layout::Card &card : scene.content.cards) {
        CardShape shape;
        const auto box = scene.picture.nodes.find(card.id.value);
        if (box != scene.picture.nodes.end())
            shape.box = rectOf(box->second);
        shape.name = text(card.name);
        shape.id = text(card.id.value);
        shape.version = text(card.version);
        const layout::DomainLook *look = scene.content.domain(card.domain);
        shape.domain = look ? static_cast<int>(look->index) : 0;
        std::tie(shape.errors, shape.warnings) = findings[files[card.id]];
        scene.cards.push_back(std::move(shape));
    }
}

void addFlows(GraphScene &scene, const std::set<graph::FlowId> &mismatched)
{
    std::map<std::pair<std::string_view, std::string_view>, const layout::Picture::Route *> routes;
    for (const layout::Picture::Route &route : scene.picture.routes)
        routes[{route.from, route.to}] = &route;
    for (const layout::Flow &flow : scene.content.flows) {
        FlowShape shape;
        shape.from = scene.cardOf(flow.from).value_or(0);
        shape.to = scene.cardOf(flow.to).value_or(0);
        shape.width = layout::strokeWidth(flow.topics.size());
        shape.isDeclared = flow.isDeclared;
        shape.isObserved = flow.isObserved;
        shape.isMismatch = mismatched.contains({flow.from, flow.to});
        const auto found = routes.find({flow.from.value, flow.to.value});
        if (found != routes.end() && found->second->curve.size() >= 4) {
            const auto &curve = found->second->curve;
            const QPointF tip = pointOf(curve.back());
            const QPointF before = pointOf(curve[curve.size() - 2]);
            const double arrow = 6 + 1.5 * shape.width;
            shape.arrow = arrowAt(tip, before, arrow);
            shape.curve.moveTo(pointOf(curve.front()));
            for (std::size_t i = 1; i + 2 < curve.size(); i += 3) {
                const bool isLast = i + 3 >= curve.size();
                shape.curve.cubicTo(pointOf(curve[i]), pointOf(curve[i + 1]),
                                    isLast ? shortened(tip, before, arrow * 0.8)
                                           : pointOf(curve[i + 2]));
            }
            const QList<QPolygonF> pieces = shape.curve.toSubpathPolygons();
            shape.line = pieces.isEmpty() ? QPolygonF() : pieces.front();
            shape.bounds = shape.curve.boundingRect().united(shape.arrow.boundingRect());
        }
        scene.flows.push_back(std::move(shape));
    }
}

void addBundles(GraphScene &scene)
{
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
    std::map<std::string_view, std::size_t> placeOf;
    for (std::size_t i = 0; i < scene.domains.size(); ++i)
        placeOf[scene.content.domains[i].name] = i;
    for (const FlowShape &flow : scene.flows) {
        const std::size_t from = placeOf[scene.content.cards[flow.from].domain];
        const std::size_t to = placeOf[scene.content.cards[flow.to].domain];
        if (from != to)
            counts[{from, to}] +=
                scene.content.flows[static_cast<std::size_t>(&flow - scene.flows.data())]
                    .topics.size();
    }
    std::vector<layout::Link> links;
    for (const auto &[pair, count] : counts)
        links.push_back({scene.content.domains[pair.first].name,
                         scene.content.domains[pair.second].name, static_cast<int>(count)});
    // More would be a carpet: the strongest are what is seen of it.
    if (links.size() > mostBundles) {
        std::stable_sort(links.begin(), links.end(),
                         [](const auto &a, const auto &b) { return a.weight > b.weight; });
        links.resize(mostBundles);
    }
    for (const layout::Picture::Route &route : layout::routesBetweenGroups(scene.picture, links)) {
        BundleShape bundle;
        bundle.domain = scene.domains[placeOf[route.from]].domain;
        bundle.width = std::min(6.0, 1.5 + std::log2(static_cast<double>(route.weight)));
        const QPointF tip = pointOf(route.curve.back());
        bundle.arrow =
            arrowAt(tip, pointOf(route.curve[route.curve.size() - 2]), 40 + 8 * bundle.width);
        bundle.curve.moveTo(pointOf(route.curve.front()));
        for (std::size_t i = 1; i + 2 < route.curve.size(); i += 3)
            bundle.curve.cubicTo(pointOf(route.curve[i]), pointOf(route.curve[i + 1]),
                                 pointOf(route.curve[i + 2]));
        scene.bundles.push_back(std::move(bundle));
    }
}

double distanceTo(const QPolygonF &line, const QPointF &point)
{
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i + 1 < line.size(); ++i) {
        const QPointF along = line[i + 1] - line[i];
        const QPointF away = point - line[i];
        const double square = QPointF::dotProduct(along, along);
        const double share =
            square > 0 ? std::clamp(QPointF::dotProduct(away, along) / square, 0.0, 1.0) : 0;
        least = std::min(least, QLineF(line[i] + along * share, point).length());
    }
    return least;
}

} // namespace

std::optional<std::size_t> GraphScene::cardAt(const QPointF &point) const
{
    for (std::size_t i = 0; i < cards.size(); ++i)
        if (cards[i].box.contains(point))
            return i;
    return std::nullopt;
}

std::optional<std::size_t> GraphScene::domainAt(const QPointF &point) const
{
    for (std::size_t i = 0; i < domains.size(); ++i)
        if (domains[i].box.contains(point))
            return i;
    return std::nullopt;
}

std::optional<std::size_t> GraphScene::flowAt(const QPointF &point, double distance) const
{
    std::optional<std::size_t> nearest;
    double least = distance;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const FlowShape &flow = flows[i];
        if (!flow.bounds.adjusted(-distance, -distance, distance, distance).contains(point))
            continue;
        const double away = distanceTo(flow.line, point);
        if (away < least) {
            least = away;
            nearest = i;
        }
    }
    return nearest;
}

std::optional<std::size_t> GraphScene::cardOf(const ContextId &id) const
{
    const layout::Card *card = content.card(id);
    if (!card)
        return std::nullopt;
    return static_cast<std::size_t>(card - content.cards.data());
}

std::vector<std::size_t> GraphScene::flowsOf(std::size_t card) const
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < flows.size(); ++i)
        if (flows[i].from == card || flows[i].to == card)
            result.push_back(i);
    return result;
}

GraphScenePtr makeScene(layout::GraphContent content, layout::Picture picture,
                        const Topology &topology, const std::vector<Diagnostic> &diagnostics,
                        graph::Positions positions, std::shared_ptr<const CardDetails> details,
                        const std::set<graph::FlowId> &mismatched)
{
    auto scene = std::make_shared<GraphScene>();
    scene->details = std::move(details);
    scene->positions = std::move(positions);
    scene->content = std::move(content);
    scene->picture = std::move(picture);
    scene->bounds = rectOf(scene->picture.bounds);
    for (const layout::DomainLook &domain : scene->content.domains) {
        const auto box = scene->picture.groups.find(domain.name);
        scene->domains.push_back(
            {box == scene->picture.groups.end() ? QRectF() : rectOf(box->second), text(domain.name),
             static_cast<int>(domain.index), domain.isControlPlane});
    }
    addCards(*scene, topology, diagnostics);
    addFlows(*scene, mismatched);
    addBundles(*scene);
    return scene;
}

} // namespace meshwright::ui
