// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/accessreview.h"
#include "meshwright/plan/connector.h"

namespace meshwright {

/// What a review needs of a cluster: its access rules, and the names of its topics but internal
/// ones. Both or the error of the one that can't be read. Who reads is left out where it can't be
/// seen. Super users and what holds without access rules are the environment's word: no request
/// tells them.
Result<ClusterAccess> readClusterAccess(Cluster &cluster, const Environment &environment,
                                        const std::stop_token &stop);

} // namespace meshwright
