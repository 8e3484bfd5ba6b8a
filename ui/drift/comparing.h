// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connections.h"
#include "ui/session/session.h"

#include "meshwright/plan/drift.h"

#include <QDateTime>

#include <memory>
#include <stop_token>

namespace meshwright::ui {

/// All that a comparison is made from.
struct DriftRequest
{
    Snapshot snapshot;
    Environment environment;
    Connector connector; ///< may be null
};

/// The drift of a cluster, and what it was found from.
struct MadeDrift
{
    Drift drift;
    Environment environment;
    TopologyPtr topology;
    quint64 revision = 0;
    QDateTime readAt; ///< when the cluster was asked
};

using MadeDriftPtr = std::shared_ptr<const MadeDrift>;

/// Reads the cluster and compares; an error where it could not be read. Writes nothing. Waits.
Result<MadeDriftPtr> findDriftFor(const DriftRequest &request, const std::stop_token &stop);

} // namespace meshwright::ui
