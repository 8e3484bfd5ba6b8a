// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/comparing.h"

#include "ui/session/derivation.h"

#include "meshwright/plan/connector.h"

namespace meshwright::ui {

Result<MadeDriftPtr> findDriftFor(const DriftRequest &request, const std::stop_token &stop)
{
    auto cluster = openCluster(request.connector, request.environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    auto registry = openRegistry(request.connector, request.environment);
    if (!registry)
        return tl::unexpected(registry.error());
    auto made = std::make_shared<MadeDrift>();
    made->topology = request.snapshot.topology;
    const auto desired = desiredState(*made->topology, &request.environment);
    const auto actual = readActualState({**cluster, registry->get()}, desired, stop);
    if (!actual.topics) // without its topics there is nothing to compare with
        return tl::unexpected(actual.topics.error());
    const auto findings = request.snapshot.isChecked ? *request.snapshot.diagnostics
                                                     : checkAll(request.snapshot).findings;
    made->drift = findDrift(*made->topology, request.environment, desired, actual, findings);
    made->environment = request.environment;
    made->revision = request.snapshot.revision;
    made->readAt = QDateTime::currentDateTime();
    return made;
}

} // namespace meshwright::ui
