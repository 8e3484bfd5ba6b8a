// SPDX-License-Identifier: Apache-2.0
#include "kafka/kafkatypes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meshwright::kafka {

namespace {

constexpr std::array resourceTypes{
    std::pair{ResourceType::Cluster, RD_KAFKA_RESOURCE_BROKER}, // 4 means the cluster in ACLs
    std::pair{ResourceType::Group, RD_KAFKA_RESOURCE_GROUP},
    std::pair{ResourceType::Topic, RD_KAFKA_RESOURCE_TOPIC},
    std::pair{ResourceType::TransactionalId, RD_KAFKA_RESOURCE_TRANSACTIONAL_ID}};
constexpr std::array patternTypes{
    std::pair{PatternType::Literal, RD_KAFKA_RESOURCE_PATTERN_LITERAL},
    std::pair{PatternType::Prefixed, RD_KAFKA_RESOURCE_PATTERN_PREFIXED}};
constexpr std::array permissions{std::pair{Permission::Allow, RD_KAFKA_ACL_PERMISSION_TYPE_ALLOW},
                                 std::pair{Permission::Deny, RD_KAFKA_ACL_PERMISSION_TYPE_DENY}};
constexpr std::array operations{
    std::pair{AclOperation::All, RD_KAFKA_ACL_OPERATION_ALL},
    std::pair{AclOperation::Alter, RD_KAFKA_ACL_OPERATION_ALTER},
    std::pair{AclOperation::AlterConfigs, RD_KAFKA_ACL_OPERATION_ALTER_CONFIGS},
    std::pair{AclOperation::ClusterAction, RD_KAFKA_ACL_OPERATION_CLUSTER_ACTION},
    std::pair{AclOperation::Create, RD_KAFKA_ACL_OPERATION_CREATE},
    std::pair{AclOperation::Delete, RD_KAFKA_ACL_OPERATION_DELETE},
    std::pair{AclOperation::Describe, RD_KAFKA_ACL_OPERATION_DESCRIBE},
    std::pair{AclOperation::DescribeConfigs, RD_KAFKA_ACL_OPERATION_DESCRIBE_CONFIGS},
    std::pair{AclOperation::IdempotentWrite, RD_KAFKA_ACL_OPERATION_IDEMPOTENT_WRITE},
    std::pair{AclOperation::Read, RD_KAFKA_ACL_OPERATION_READ},
    std::pair{AclOperation::Write, RD_KAFKA_ACL_OPERATION_WRITE}};

template <typename Table>
auto theirs(const Table &table, decltype(table[0].first) ours)
{
    const auto *it = std::find_if(table.begin(), table.end(),
                                  [ours](const auto &entry) { return entry.first == ours; });
    using Value = std::remove_cvref_t<decltype(table[0].second)>;
    return it == table.end() ? std::optional<Value>{} : std::optional<Value>(it->second);
}

template <typename Table>
auto ours(const Table &table, decltype(table[0].second) theirs)
{
    const auto *it = std::find_if(table.begin(), table.end(),
                                  [theirs](const auto &entry) { return entry.second == theirs; });
    using Value = std::remove_cvref_t<decltype(table[0].first)>;
    return it == table.end() ? std::optional<Value>{} : std::optional<Value>(it->first);
}

template <auto make>
AclBinding made(const Acl &acl)
{
    const auto operation = theirs(operations, acl.operation);
    if (!operation)
        return nullptr;
    return AclBinding(make(*theirs(resourceTypes, acl.resourceType), acl.name.c_str(),
                           *theirs(patternTypes, acl.patternType), acl.principal.c_str(),
                           acl.host.c_str(), *operation, *theirs(permissions, acl.permission),
                           nullptr, 0));
}

} // namespace

AclBinding bindingOf(const Acl &acl)
{
    return made<rd_kafka_AclBinding_new>(acl);
}

AclBinding exactFilterOf(const Acl &acl)
{
    return made<rd_kafka_AclBindingFilter_new>(acl);
}

AclBinding anyFilter()
{
    return AclBinding(rd_kafka_AclBindingFilter_new(
        RD_KAFKA_RESOURCE_ANY, nullptr, RD_KAFKA_RESOURCE_PATTERN_ANY, nullptr, nullptr,
        RD_KAFKA_ACL_OPERATION_ANY, RD_KAFKA_ACL_PERMISSION_TYPE_ANY, nullptr, 0));
}

std::optional<Acl> aclOf(const rd_kafka_AclBinding_t *binding)
{
    const auto type = ours(resourceTypes, rd_kafka_AclBinding_restype(binding));
    const auto pattern = ours(patternTypes, rd_kafka_AclBinding_resource_pattern_type(binding));
    const auto operation = ours(operations, rd_kafka_AclBinding_operation(binding));
    const auto permission = ours(permissions, rd_kafka_AclBinding_permission_type(binding));
    const char *name = rd_kafka_AclBinding_name(binding);
    const char *principal = rd_kafka_AclBinding_principal(binding);
    const char *host = rd_kafka_AclBinding_host(binding);
    if (!type || !pattern || !operation || !permission || name == nullptr || principal == nullptr ||
        host == nullptr)
        return std::nullopt;
    return Acl{*type, *pattern, name, principal, host, *operation, *permission};
}

} // namespace meshwright::kafka
