// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/clusteraccess.h"

namespace meshwright {

Result<ClusterAccess> readClusterAccess(Cluster &cluster, const std::stop_token &stop)
{
    const auto topics = cluster.readTopics(stop);
    if (!topics)
        return tl::unexpected(topics.error());
    auto acls = cluster.readAcls(stop);
    if (!acls)
        return tl::unexpected(acls.error());
    ClusterAccess access;
    for (const ActualTopic &topic : *topics)
        if (!topic.isInternal)
            access.topics.push_back(topic.name);
    access.acls = std::move(*acls);
    return access;
}

} // namespace meshwright
