// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"
#include "meshwright/plan/state.h"

#include <vector>

namespace meshwright::plan {

/// The findings, with the errors of policies as they are in this environment: findings know of
/// policies that hold elsewhere, and not what the environment overrides.
std::vector<Diagnostic> withPolicyErrors(const Topology &topology, const Environment &environment,
                                         const DesiredState &desired,
                                         const std::vector<Diagnostic> &diagnostics);

} // namespace meshwright::plan
