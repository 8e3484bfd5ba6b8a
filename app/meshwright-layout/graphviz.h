// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/arrangement.h"

#include <memory>
#include <vector>

namespace meshwright::layout {

/// Graphviz, with its plug-ins built in. One at a time: the library keeps global state.
class Graphviz
{
public:
    Graphviz();
    ~Graphviz();
    Graphviz(const Graphviz &) = delete;
    Graphviz &operator=(const Graphviz &) = delete;

    /// Connected nodes in ranks from left to right (dot), `gap` between the ranks.
    Cluster ranks(const std::vector<NodeBox> &nodes, const std::vector<Link> &links,
                  double gap = spacing.nodeGapX);
    /// Nodes near those they are linked with (neato), `gap` around each.
    Cluster springs(const std::vector<NodeBox> &nodes, const std::vector<Link> &links,
                    double gap = spacing.nodeGapY);

private:
    class Graph;
    struct Engine;

    static Cluster placed(Graph &graph, const std::vector<NodeBox> &nodes);

    std::unique_ptr<Engine> m_engine;
};

} // namespace meshwright::layout
