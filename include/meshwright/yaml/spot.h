// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/node.h"

#include <string>

namespace meshwright::yaml {

/// A node, and the file that it stands in.
struct Spot
{
    const std::string *file = nullptr; ///< owned by whoever made the spot
    const Node *node = nullptr;        ///< null: nothing there

    explicit operator bool() const { return node != nullptr; }
};

} // namespace meshwright::yaml
