// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connections.h"
#include "ui/session/session.h"

#include "meshwright/plan/state.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace meshwright::ui {

/// What the specs ask of a cluster, and what it has: what plans and drift are made from.
struct BothStates
{
    std::unique_ptr<Cluster> cluster;         ///< still open
    std::unique_ptr<SchemaRegistry> registry; ///< null where there is none
    DesiredState desired;
    ActualState actual;
    std::vector<Diagnostic> findings;
};

/// An error where the cluster, or its topics, could not be read. `connector` may be null. Waits.
Result<BothStates> readBothStates(const Snapshot &snapshot, const Environment &environment,
                                  const Connector &connector, const std::stop_token &stop);

} // namespace meshwright::ui
