// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json.h"

#include "meshwright/topology/topology.h"

namespace meshwright::report {

/// Contexts, topics and edges.
Json graphObject(const Topology &topology);

} // namespace meshwright::report
