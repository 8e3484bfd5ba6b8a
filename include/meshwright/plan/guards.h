// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/plan.h"

#include <optional>

namespace meshwright {

/// Why nothing of the plan may be written to the environment as it is described now, or nothing:
/// it is read-only, expects another cluster, or protects what the plan deletes. Judged before any
/// contact, for a plan that was kept too.
std::optional<Error> writeRefusal(const Plan &plan, const Environment &environment);

} // namespace meshwright
