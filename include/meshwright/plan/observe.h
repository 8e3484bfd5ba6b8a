// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/observed.h"
#include "meshwright/plan/connector.h"

namespace meshwright {

/// Looks at a cluster once. Fails where one of the reads does.
Result<graph::Observation> observe(Cluster &cluster, std::stop_token stop);

} // namespace meshwright
