// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"

#include <memory>
#include <string>

namespace meshwright::bench {

/// What provisioning takes at the least: librdkafka's own calls in the same batches as apply's,
/// each answer awaited, nothing judged, and one client throughout.
class BareLoop
{
public:
    /// As `admin`.
    BareLoop(const std::string &bootstrap, const std::string &password);
    ~BareLoop();
    BareLoop(const BareLoop &) = delete;
    BareLoop &operator=(const BareLoop &) = delete;

    /// Creates all topics, then all ACLs.
    void create(const DesiredState &desired);
    /// Answers come before effects: asks until every topic and ACL can be read.
    void awaitShown(const DesiredState &desired);

private:
    struct Client;

    std::unique_ptr<Client> m_client;
};

} // namespace meshwright::bench
