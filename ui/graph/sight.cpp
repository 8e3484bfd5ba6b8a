// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/sight.h"

#include <QLocale>

namespace meshwright::ui {

QString clockOf(const Sight &sight)
{
    return QLocale().toString(sight.at.time(), QStringLiteral("HH:mm:ss"));
}

SeenTopology seenTogether(const TopologyPtr &specs, const std::optional<Sight> &sight)
{
    if (!sight)
        return {specs, {}, {}};
    const graph::Observed observed = graph::seenBy(*specs, *sight->now, sight->before.get());
    return {std::make_shared<const Topology>(graph::withObserved(*specs, observed)),
            observed.mismatches, observed.mismatchedFlows()};
}

} // namespace meshwright::ui
