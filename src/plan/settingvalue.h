// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/plan.h"

#include <string>
#include <string_view>

namespace meshwright::plan {

struct SettingRisk
{
    Risk risk = Risk::Safe;
    std::string warning; ///< may be empty
};

/// What the change does to records that are there, or to their clients.
SettingRisk riskOf(const SettingChange &change);

/// Set by tools while they move replicas; never anybody's wish.
bool isTransientSetting(std::string_view key);

} // namespace meshwright::plan
