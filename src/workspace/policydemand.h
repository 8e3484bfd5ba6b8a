// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/policies.h"
#include "workspace/settingsreader.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

enum class DemandKind { Require, Forbid, Default, Override, Condition };

/// Reads `{retention.ms: {most: 48h}, owner: true}`. Demands that say nothing sound are left out.
std::vector<PolicyDemand> readDemands(SettingsReader &reader, const std::string &file,
                                      const yaml::Document &document, const yaml::Node &node,
                                      std::string_view where, DemandKind kind);

} // namespace meshwright
