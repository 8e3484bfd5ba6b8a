// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/observe.h"

#include <utility>

namespace meshwright {

// The groups first: what is written between the two reads is lag, and never less than none.
Result<graph::Observation> observe(Cluster &cluster, std::stop_token stop)
{
    auto groups = cluster.readGroups(stop);
    if (!groups)
        return tl::unexpected(groups.error());
    auto topics = cluster.readEnds(stop);
    if (!topics)
        return tl::unexpected(topics.error());
    return graph::Observation{std::chrono::system_clock::now(), std::move(*groups),
                              std::move(*topics)};
}

} // namespace meshwright
