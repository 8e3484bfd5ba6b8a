// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <vector>

namespace meshwright {

/// One answer an item, in the order of the request: nothing, or why it failed. Timeout means that
/// it is unknown whether the write took effect; after any other error it certainly did not.
using Outcomes = std::vector<Result<void>>;

} // namespace meshwright
