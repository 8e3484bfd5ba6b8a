// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphviz.h"

namespace meshwright::layout {

/// dot within each domain (its connected parts side by side), then the domains in columns.
Picture twoLevels(const Request &request, Graphviz &graphviz);

} // namespace meshwright::layout
