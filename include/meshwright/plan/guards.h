// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"
#include "meshwright/plan/plan.h"

#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace meshwright {

/// Why nothing of the plan may be written to the environment as it is described now, or nothing:
/// it is read-only, expects another cluster, or protects what the plan deletes. Judged before any
/// contact, for a plan that was kept too.
std::optional<Error> writeRefusal(const Plan &plan, const Environment &environment);

/// Asks the cluster for its own verdict on new topics and settings, without a write: what it would
/// refuse becomes a warning among the plan's problems. Silence says nothing.
void preflight(Plan &plan, Cluster &cluster, const std::stop_token &stop);

/// Says of each deletion what would be lost, and of each cut of what is kept how much would go, as
/// far as the cluster tells; a topic that somebody reads or writes needs a consent of its own
/// (PlanItem::consent), and so does one of which that is not known.
void weighLosses(Plan &plan, Cluster &cluster, const std::stop_token &stop);

/// The items that need a consent of their own and have none among `given`, which names resources.
std::vector<const PlanItem *> withoutConsent(const Plan &plan, const std::set<std::string> &given);

} // namespace meshwright
