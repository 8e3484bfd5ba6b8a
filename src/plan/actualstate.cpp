// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/connector.h"

#include <algorithm>

namespace meshwright {

ActualState readActualState(Cluster &cluster, std::stop_token stop)
{
    ActualState state;
    const auto info = cluster.info(stop);
    if (!info) {
        state.topics = tl::unexpected(info.error());
        state.acls = tl::unexpected(info.error());
        return state;
    }
    state.clusterId = info->clusterId;
    state.topics = cluster.readTopics(stop);
    if (state.topics) {
        std::sort(state.topics->begin(), state.topics->end(),
                  [](const auto &a, const auto &b) { return a.name < b.name; });
    }
    state.acls = cluster.readAcls(stop);
    if (state.acls) {
        std::sort(state.acls->begin(), state.acls->end());
        state.acls->erase(std::unique(state.acls->begin(), state.acls->end()), state.acls->end());
    }
    return state;
}

} // namespace meshwright
