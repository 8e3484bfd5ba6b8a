// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/compare/overlay.h"
#include "meshwright/plan/plan.h"

namespace meshwright {

/// The specs laid over the cluster that the plan is for. Added: it is not on the cluster yet.
/// Removed: the cluster has it and the plan takes it away. Changed: settings, partitions or access
/// of it differ. What the plan leaves alone has no mark.
compare::Overlay overlayOf(const TopologyPtr &topology, const Plan &plan);

} // namespace meshwright
