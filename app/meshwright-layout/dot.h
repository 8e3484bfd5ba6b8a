// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/arrangement.h"

#include <memory>
#include <vector>

namespace meshwright::layout {

/// Graphviz' dot, with its plug-in built in. One at a time: the library keeps global state.
class Dot
{
public:
    Dot();
    ~Dot();
    Dot(const Dot &) = delete;
    Dot &operator=(const Dot &) = delete;

    /// Connected nodes in ranks from left to right.
    Cluster ranks(const std::vector<NodeBox> &nodes, const std::vector<Link> &links);

private:
    class Graph;
    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace meshwright::layout
