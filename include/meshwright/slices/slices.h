// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <string>
#include <string_view>
#include <vector>

// Vertical slices: whether all that belongs to a context is named after it.
namespace meshwright::slices {

enum class State {
    Undeclared, ///< the spec does not say what it is
    Fits,       ///< it is what the pattern asks for, or nothing is asked
    Differs,
};

std::string_view nameOf(State state); ///< undeclared, fits, differs

/// One item of one context.
struct Cell
{
    State state = State::Undeclared;
    std::string expected; ///< what the pattern asks for; empty where it asks for nothing
    std::vector<asyncapi::Located> declared;
    std::vector<asyncapi::Located> wrong; ///< those of them that do not fit

    bool operator==(const Cell &) const = default;
};

struct Row
{
    ContextId context;
    asyncapi::Place place;   ///< of its id
    std::vector<Cell> cells; ///< one for each item

    bool operator==(const Row &) const = default;
};

/// Every context with every item of the setting `slices`.
struct Checklist
{
    std::vector<SliceItem> items;
    std::vector<Row> rows; ///< sorted by context
};

Checklist checklistOf(const Topology &topology);
Row rowOf(const Topology &topology, const Context &context);

} // namespace meshwright::slices
