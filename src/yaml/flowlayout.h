// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "yaml/place.h"

#include <string>

namespace meshwright::yaml {

/// How a flow collection has its children.
struct FlowLayout
{
    bool isBroken = false; ///< each on a line of its own
    bool isPadded = false; ///< { a: 1 }
    std::string indent;    ///< in front of a child, where each has a line
    std::string outer;     ///< in front of the closing bracket
    std::string step;      ///< what one level adds
    /// Whether a mapping among the children is broken too.
    bool breaksChildren = false;
};

FlowLayout layoutOf(const Place &place, const Node &collection);

/// The value as a child of such a collection, behind its key.
std::string laidOut(const Node &value, bool isJson, const FlowLayout &layout, std::string_view eol);

} // namespace meshwright::yaml
