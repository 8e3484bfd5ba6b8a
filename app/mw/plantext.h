// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/apply.h"
#include "meshwright/plan/plan.h"

#include <string>

namespace meshwright::mw {

/// One sentence: what would happen where.
std::string headline(const Plan &plan);
/// The whole plan for people, grouped by bounded context, problems last.
std::string planText(const Plan &plan);
/// What an apply did: each item that is not done with its message, then the counts.
/// `journal`: the file that notes what was done; empty: none does.
std::string applyText(const Plan &plan, const ApplyReport &report, const std::string &journal);

} // namespace meshwright::mw
