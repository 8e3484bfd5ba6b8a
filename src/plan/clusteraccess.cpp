// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/clusteraccess.h"

#include "meshwright/plan/observe.h"

namespace meshwright {

Result<ClusterAccess> readClusterAccess(Cluster &cluster, const Environment &environment,
                                        const std::stop_token &stop)
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
    access.settings = {{environment.superUsers.begin(), environment.superUsers.end()},
                       environment.everybodyWithoutAcls};
    if (auto seen = observe(cluster, stop))
        access.observation = std::move(*seen);
    if (stop.stop_requested())
        return tl::unexpected(Error{Error::Code::Cancelled, "The reading was stopped.", {}});
    return access;
}

} // namespace meshwright
