// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"

#include <vector>

namespace meshwright {

/// The subjects that specs ask for, each after those it refers to, whether or not the environment
/// has a registry; those of no environment where it is null.
std::vector<DesiredSubject> desiredSubjects(const Topology &topology,
                                            const Environment *environment);

} // namespace meshwright
