// SPDX-License-Identifier: Apache-2.0
#include "dot.h"

#include "layout/geometry.h"

#include <graphviz/gvc.h>

#include <array>
#include <cmath>
#include <map>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}

namespace meshwright::layout {

namespace {

constexpr double pointsPerInch = 72;

struct Closer
{
    void operator()(GVC_t *context) const { gvFreeContext(context); }

    void operator()(Agraph_t *graph) const { agclose(graph); }
};

// Graphviz takes names as char * and never writes to them.
char *text(const std::string &value)
{
    return const_cast<char *>(value.c_str()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

/// Whole thousandths: enough for a picture, and the same on every machine.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Box boxOf(Agnode_t *node, double top)
{
    // Laid out to the right, Graphviz keeps width and height as they were asked for.
    const double width = ND_width(node) * pointsPerInch;
    const double height = ND_height(node) * pointsPerInch;
    const pointf at = ND_coord(node);
    return {rounded(at.x - width / 2), rounded(top - at.y - height / 2), rounded(width),
            rounded(height)};
}

} // namespace

struct Dot::Engine
{
    std::unique_ptr<GVC_t, Closer> context;
};

class Dot::Graph
{
public:
    Graph(GVC_t *context, const std::string &rankGap)
        : m_context(context)
        , m_graph(agopen(text("g"), Agdirected, nullptr))
    {
        attribute("rankdir", "LR");
        attribute("ranksep", rankGap);
        attribute("nodesep", "0.36");
        attribute("nslimit", "20");
        attribute("nslimit1", "20");
        agattr(m_graph.get(), AGNODE, text("shape"), text("box"));
        agattr(m_graph.get(), AGNODE, text("fixedsize"), text("true"));
        agattr(m_graph.get(), AGNODE, text("label"), text(""));
        agattr(m_graph.get(), AGNODE, text("width"), text("1"));
        agattr(m_graph.get(), AGNODE, text("height"), text("1"));
        agattr(m_graph.get(), AGEDGE, text("arrowhead"), text("none"));
        agattr(m_graph.get(), AGEDGE, text("weight"), text("1"));
        agattr(m_graph.get(), AGEDGE, text("headport"), text(""));
        agattr(m_graph.get(), AGEDGE, text("tailport"), text(""));
    }

    ~Graph()
    {
        if (m_isLaidOut)
            gvFreeLayout(m_context, m_graph.get());
    }

    Graph(const Graph &) = delete;
    Graph &operator=(const Graph &) = delete;

    void attribute(const std::string &name, const std::string &value)
    {
        agattr(m_graph.get(), AGRAPH, text(name), text(value));
    }

    void addNode(Agraph_t *within, const NodeBox &node)
    {
        Agnode_t *added = agnode(within, text(node.id), 1);
        agset(added, text("width"), text(std::to_string(node.width / pointsPerInch)));
        agset(added, text("height"), text(std::to_string(node.height / pointsPerInch)));
        m_nodes[node.id] = added;
    }

    Agedge_t *addLink(const Link &link)
    {
        Agedge_t *edge =
            agedge(m_graph.get(), m_nodes.at(link.from), m_nodes.at(link.to), nullptr, 1);
        agset(edge, text("tailport"), text("e"));
        agset(edge, text("headport"), text("w"));
        agset(edge, text("weight"), text(std::to_string(std::min(link.weight, 8))));
        return edge;
    }

    bool layOut()
    {
        m_isLaidOut = gvLayout(m_context, m_graph.get(), "dot") == 0;
        return m_isLaidOut;
    }

    Agraph_t *get() { return m_graph.get(); }

    Box box(const std::string &id) { return boxOf(m_nodes.at(id), top()); }

    double top() { return GD_bb(m_graph.get()).UR.y; }

    Box box(Agraph_t *graph)
    {
        const boxf bounds = GD_bb(graph);
        return {rounded(bounds.LL.x), rounded(top() - bounds.UR.y),
                rounded(bounds.UR.x - bounds.LL.x), rounded(bounds.UR.y - bounds.LL.y)};
    }

private:
    GVC_t *m_context;
    std::unique_ptr<Agraph_t, Closer> m_graph;
    std::map<std::string, Agnode_t *> m_nodes;
    bool m_isLaidOut = false;
};

Dot::Dot()
    : m_engine(std::make_unique<Engine>())
{
    static std::array<lt_symlist_t, 2> plugins = {
        lt_symlist_t{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        lt_symlist_t{nullptr, nullptr}};
    m_engine->context.reset(gvContextPlugins(plugins.data(), 0));
}

Dot::~Dot() = default;

Cluster Dot::ranks(const std::vector<NodeBox> &nodes, const std::vector<Link> &links)
{
    Graph graph(m_engine->context.get(), std::to_string(spacing.nodeGapX / pointsPerInch));
    graph.attribute("splines", "false");
    for (const NodeBox &node : nodes)
        graph.addNode(graph.get(), node);
    for (const Link &link : links)
        graph.addLink(link);
    if (!graph.layOut())
        return grid(nodes);
    Cluster cluster;
    std::optional<Box> bounds;
    for (const NodeBox &node : nodes) {
        const Box box = graph.box(node.id);
        bounds = bounds ? united(*bounds, box) : box;
        cluster.nodes.emplace_back(node.id, box);
    }
    for (auto &[id, box] : cluster.nodes)
        box = moved(box, -bounds->x, -bounds->y);
    cluster.width = bounds->width;
    cluster.height = bounds->height;
    return cluster;
}

std::optional<Picture> Dot::whole(const Request &request)
{
    Graph graph(m_engine->context.get(), std::to_string(spacing.nodeGapX * 1.2 / pointsPerInch));
    std::map<std::string, Agraph_t *> clusters;
    for (const NodeBox &node : request.nodes) {
        Agraph_t *&cluster = clusters[node.group];
        if (!cluster) {
            cluster = agsubg(graph.get(), text("cluster" + std::to_string(clusters.size())), 1);
            agsafeset(cluster, text("margin"), text("20"), text(""));
            agsafeset(cluster, text("label"), text(node.group), text(""));
            agsafeset(cluster, text("fontsize"), text("17"), text(""));
        }
        graph.addNode(cluster, node);
    }
    std::vector<Agedge_t *> edges;
    for (const Link &link : request.links)
        edges.push_back(graph.addLink(link));
    if (!graph.layOut())
        return std::nullopt;

    Picture picture;
    for (const NodeBox &node : request.nodes)
        picture.nodes[node.id] = graph.box(node.id);
    for (const auto &[group, cluster] : clusters)
        picture.groups[group] = graph.box(cluster);
    picture.bounds = graph.box(graph.get());
    const double top = graph.top();
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Link &link = request.links[i];
        Picture::Route route{link.from, link.to, link.weight, {}};
        const splines *drawn = ED_spl(edges[i]);
        if (!drawn || drawn->size < 1)
            return std::nullopt;
        const bezier &curve = drawn->list[0];
        for (int j = 0; j < curve.size; ++j)
            route.curve.push_back({rounded(curve.list[j].x), rounded(top - curve.list[j].y)});
        picture.routes.push_back(std::move(route));
    }
    return picture;
}

} // namespace meshwright::layout
