// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/observed.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace meshwright::ui {

/// What was seen of an environment's cluster. Copies are cheap.
struct Sight
{
    QString environment;
    QDateTime at;
    std::shared_ptr<const graph::Observation> now;
    std::shared_ptr<const graph::Observation> before; ///< null at first
    std::shared_ptr<const graph::Observed> observed;  ///< by the specs of that time
    bool isOld = false;                               ///< a newer read failed
};

/// The time of day.
QString clockOf(const Sight &sight);

/// The specs and what was seen, as one.
struct SeenTopology
{
    TopologyPtr topology;
    std::vector<graph::Mismatch> mismatches;
    std::set<graph::FlowId> mismatched;
};

/// The specs may be newer than the sight; without one they stand for themselves. For workers.
SeenTopology seenTogether(const TopologyPtr &specs, const std::optional<Sight> &sight);

} // namespace meshwright::ui
