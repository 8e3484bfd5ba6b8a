// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/accessreview.h"
#include "meshwright/plan/connector.h"

namespace meshwright {

/// What a review needs of a cluster: its access rules, and the names of its topics but internal
/// ones. Both or the error of the one that can't be read. Its settings are not read.
Result<ClusterAccess> readClusterAccess(Cluster &cluster, const std::stop_token &stop);

} // namespace meshwright
