// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace meshwright {

/// Missing: the specs ask for it. Differs: it has another value. Unasked: no spec asks for it.
enum class DriftState { Missing, Differs, Unasked };

std::string_view nameOf(DriftState state); ///< missing, differs, unasked

struct DriftItem
{
    DriftState state = DriftState::Missing;
    PlanKind kind = PlanKind::Topic;
    std::string resource;
    std::string detail;      ///< a setting's key, or replicas; empty for what is one thing
    std::string context;     ///< the owner's id
    std::string specs;       ///< what they ask for; empty: nothing
    std::string cluster;     ///< what it has; empty: nothing
    Reason reason;           ///< where a spec asks for it
    std::string message;     ///< why no plan mends it; empty where one does
    std::string policy = {}; ///< that sets what the specs ask for; empty: none does
    std::optional<PlanItem> change = {};   ///< that mends it, or would if `message` did not say why
                                           ///< none does; nothing for replicas
    std::optional<ActualTopic> topic = {}; ///< as the cluster has it, where no spec asks for it
};

/// The access that an item is about; null where it is about something else.
const Acl *aclOf(const DriftItem &item);

/// Where a cluster is out of step with the specs, whoever moved.
struct Drift
{
    std::string environment;
    std::string clusterId;
    std::vector<DriftItem> items;       ///< by context, kind and resource
    std::vector<PlanProblem> problems;  ///< what no plan mends, or what could not be compared
    std::vector<std::string> ownerless; ///< topics that no context of the specs owns, sorted
    std::size_t unchanged = 0;
    bool isKnown = true; ///< everything could be compared

    bool isInStep() const { return items.empty(); }
};

/// Pure. Compares both ways, whatever the environment lets a plan delete or protects.
Drift findDrift(const Topology &topology, const Environment &environment,
                const DesiredState &desired, const ActualState &actual,
                const std::vector<Diagnostic> &diagnostics);

/// A plan that brings exactly these items back to what the specs ask for. Those that no plan mends
/// are passed over.
PlanOptions restoring(const std::vector<DriftItem> &items);

} // namespace meshwright
