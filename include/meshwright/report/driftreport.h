// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/drift.h"

#include <string>

namespace meshwright::report {

/// What mw drift --format json writes: docs/formats.md.
std::string driftJson(const Drift &drift);

} // namespace meshwright::report
