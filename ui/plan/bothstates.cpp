// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/bothstates.h"

#include "ui/session/derivation.h"

#include <utility>

namespace meshwright::ui {

Result<BothStates> readBothStates(const Snapshot &snapshot, const Environment &environment,
                                  const Connector &connector, const std::stop_token &stop)
{
    auto cluster = openCluster(connector, environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    auto registry = openRegistry(connector, environment);
    if (!registry)
        return tl::unexpected(registry.error());
    auto desired = desiredState(*snapshot.topology, &environment);
    auto actual = readActualState({**cluster, registry->get()}, desired, stop);
    if (!actual.topics) // without its topics there is nothing to compare with
        return tl::unexpected(actual.topics.error());
    auto findings = snapshot.isChecked ? *snapshot.diagnostics : checkAll(snapshot).findings;
    return BothStates{std::move(*cluster), std::move(*registry), std::move(desired),
                      std::move(actual), std::move(findings)};
}

} // namespace meshwright::ui
