// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/comparing.h"

#include "ui/plan/bothstates.h"

namespace meshwright::ui {

Result<MadeDriftPtr> findDriftFor(const DriftRequest &request, const std::stop_token &stop)
{
    const auto states =
        readBothStates(request.snapshot, request.environment, request.connector, stop);
    if (!states)
        return tl::unexpected(states.error());
    auto made = std::make_shared<MadeDrift>();
    made->topology = request.snapshot.topology;
    made->drift = findDrift(*made->topology, request.environment, states->desired, states->actual,
                            states->findings);
    made->environment = request.environment;
    made->revision = request.snapshot.revision;
    made->readAt = QDateTime::currentDateTime();
    return made;
}

} // namespace meshwright::ui
