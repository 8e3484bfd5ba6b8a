// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kafka/connection.h"
#include "meshwright/access/acl.h"

#include <optional>

namespace meshwright::kafka {

using AclBinding = Owned<rd_kafka_AclBinding_t, rd_kafka_AclBinding_destroy>;

/// Our ACL as librdkafka's; null where it has no word for it.
AclBinding bindingOf(const Acl &acl);
/// The filter that matches this one ACL only.
AclBinding exactFilterOf(const Acl &acl);
/// The filter that matches every ACL.
AclBinding anyFilter();
/// librdkafka's ACL as ours, or nothing for kinds that Meshwright doesn't handle (delegation
/// tokens, users).
std::optional<Acl> aclOf(const rd_kafka_AclBinding_t *binding);

} // namespace meshwright::kafka
