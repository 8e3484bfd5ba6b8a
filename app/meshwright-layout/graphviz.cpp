// SPDX-License-Identifier: Apache-2.0
#include "graphviz.h"

#include "layout/geometry.h"

#include <graphviz/gvc.h>

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
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

struct Graphviz::Engine
{
    std::unique_ptr<GVC_t, Closer> context;
};

class Graphviz::Graph
{
public:
    explicit Graph(GVC_t *context)
        : m_context(context)
        , m_graph(agopen(text("g"), Agdirected, nullptr))
    {
        attribute("splines", "false");
        agattr(m_graph.get(), AGNODE, text("shape"), text("box"));
        agattr(m_graph.get(), AGNODE, text("fixedsize"), text("true"));
        agattr(m_graph.get(), AGNODE, text("label"), text(""));
        agattr(m_graph.get(), AGNODE, text("width"), text("1"));
        agattr(m_graph.get(), AGNODE, text("height"), text("1"));
        agattr(m_graph.get(), AGEDGE, text("arrowhead"), text("none"));
        agattr(m_graph.get(), AGEDGE, text("weight"), text("1"));
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

    void addNode(const NodeBox &node)
    {
        Agnode_t *added = agnode(m_graph.get(), text(node.id), 1);
        agset(added, text("width"), text(std::to_string(node.width / pointsPerInch)));
        agset(added, text("height"), text(std::to_string(node.height / pointsPerInch)));
        m_nodes[node.id] = added;
    }

    Agedge_t *addLink(const Link &link)
    {
        Agedge_t *edge =
            agedge(m_graph.get(), m_nodes.at(link.from), m_nodes.at(link.to), nullptr, 1);
        agset(edge, text("weight"), text(std::to_string(std::min(link.weight, 8))));
        return edge;
    }

    void edgeDefault(const std::string &name, const std::string &value)
    {
        agattr(m_graph.get(), AGEDGE, text(name), text(value));
    }

    bool layOut(const char *engine)
    {
        m_isLaidOut = gvLayout(m_context, m_graph.get(), engine) == 0;
        return m_isLaidOut;
    }

    Box box(const std::string &id) { return boxOf(m_nodes.at(id), top()); }

    double top() { return GD_bb(m_graph.get()).UR.y; }

private:
    GVC_t *m_context;
    std::unique_ptr<Agraph_t, Closer> m_graph;
    std::map<std::string, Agnode_t *> m_nodes;
    bool m_isLaidOut = false;
};

Graphviz::Graphviz()
    : m_engine(std::make_unique<Engine>())
{
    static std::array<lt_symlist_t, 3> plugins = {
        lt_symlist_t{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        lt_symlist_t{"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
        lt_symlist_t{nullptr, nullptr}};
    m_engine->context.reset(gvContextPlugins(plugins.data(), 0));
}

Graphviz::~Graphviz() = default;

Cluster Graphviz::placed(Graph &graph, const std::vector<NodeBox> &nodes)
{
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

Cluster Graphviz::ranks(const std::vector<NodeBox> &nodes, const std::vector<Link> &links,
                        double gap)
{
    Graph graph(m_engine->context.get());
    graph.attribute("rankdir", "LR");
    graph.attribute("ranksep", std::to_string(gap / pointsPerInch));
    graph.attribute("nodesep", "0.36");
    graph.attribute("nslimit", "20");
    graph.attribute("nslimit1", "20");
    graph.edgeDefault("headport", "");
    graph.edgeDefault("tailport", "");
    for (const NodeBox &node : nodes)
        graph.addNode(node);
    for (const Link &link : links) {
        Agedge_t *edge = graph.addLink(link);
        agset(edge, text("tailport"), text("e"));
        agset(edge, text("headport"), text("w"));
    }
    return graph.layOut("dot") ? placed(graph, nodes) : grid(nodes);
}

Cluster Graphviz::springs(const std::vector<NodeBox> &nodes, const std::vector<Link> &links,
                          double gap)
{
    double width = 0;
    double height = 0;
    for (const NodeBox &node : nodes) {
        width += node.width / static_cast<double>(nodes.size());
        height += node.height / static_cast<double>(nodes.size());
    }
    const double length = (width + height) / 2 + gap;
    const auto points = std::to_string(static_cast<int>(gap / 2));
    Graph graph(m_engine->context.get());
    graph.attribute("overlap", "prism1000");
    graph.attribute("sep", "+" + points);
    graph.attribute("start", "1");
    graph.edgeDefault("len", std::to_string(length / pointsPerInch));
    for (const NodeBox &node : nodes)
        graph.addNode(node);
    for (const Link &link : links)
        graph.addLink(link);
    return graph.layOut("neato") ? placed(graph, nodes) : grid(nodes);
}

} // namespace meshwright::layout
