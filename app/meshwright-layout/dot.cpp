// SPDX-License-Identifier: Apache-2.0
#include "dot.h"

#include "layout/geometry.h"

#include <graphviz/gvc.h>

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>

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
    explicit Graph(GVC_t *context)
        : m_context(context)
        , m_graph(agopen(text("g"), Agdirected, nullptr))
    {
        attribute("rankdir", "LR");
        attribute("ranksep", std::to_string(spacing.nodeGapX / pointsPerInch));
        attribute("splines", "false");
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

    void addNode(const NodeBox &node)
    {
        Agnode_t *added = agnode(m_graph.get(), text(node.id), 1);
        agset(added, text("width"), text(std::to_string(node.width / pointsPerInch)));
        agset(added, text("height"), text(std::to_string(node.height / pointsPerInch)));
        m_nodes[node.id] = added;
    }

    void addLink(const Link &link)
    {
        Agedge_t *edge =
            agedge(m_graph.get(), m_nodes.at(link.from), m_nodes.at(link.to), nullptr, 1);
        agset(edge, text("tailport"), text("e"));
        agset(edge, text("headport"), text("w"));
        agset(edge, text("weight"), text(std::to_string(std::min(link.weight, 8))));
    }

    bool layOut()
    {
        m_isLaidOut = gvLayout(m_context, m_graph.get(), "dot") == 0;
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
    Graph graph(m_engine->context.get());
    for (const NodeBox &node : nodes)
        graph.addNode(node);
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

} // namespace meshwright::layout
