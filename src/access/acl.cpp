// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/acl.h"

#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meshwright {

namespace {

template <typename Enum, std::size_t size>
using Names = std::array<std::pair<Enum, std::string_view>, size>;

constexpr Names<ResourceType, 4> resourceTypes{
    {{ResourceType::Cluster, "CLUSTER"},
     {ResourceType::Group, "GROUP"},
     {ResourceType::Topic, "TOPIC"},
     {ResourceType::TransactionalId, "TRANSACTIONAL_ID"}}};
constexpr Names<PatternType, 2> patternTypes{
    {{PatternType::Literal, "LITERAL"}, {PatternType::Prefixed, "PREFIXED"}}};
constexpr Names<Permission, 2> permissions{
    {{Permission::Allow, "ALLOW"}, {Permission::Deny, "DENY"}}};
constexpr Names<AclOperation, 13> operations{{
    {AclOperation::All, "ALL"},
    {AclOperation::Alter, "ALTER"},
    {AclOperation::AlterConfigs, "ALTER_CONFIGS"},
    {AclOperation::ClusterAction, "CLUSTER_ACTION"},
    {AclOperation::Create, "CREATE"},
    {AclOperation::CreateTokens, "CREATE_TOKENS"},
    {AclOperation::Delete, "DELETE"},
    {AclOperation::Describe, "DESCRIBE"},
    {AclOperation::DescribeConfigs, "DESCRIBE_CONFIGS"},
    {AclOperation::DescribeTokens, "DESCRIBE_TOKENS"},
    {AclOperation::IdempotentWrite, "IDEMPOTENT_WRITE"},
    {AclOperation::Read, "READ"},
    {AclOperation::Write, "WRITE"},
}};

template <typename Table, typename Enum>
std::string_view nameIn(const Table &table, Enum value)
{
    const auto *it = std::find_if(table.begin(), table.end(),
                                  [value](const auto &entry) { return entry.first == value; });
    return it == table.end() ? std::string_view{} : it->second;
}

template <typename Enum, std::size_t size>
std::optional<Enum> valueIn(const Names<Enum, size> &table, std::string_view name)
{
    const auto *it = std::find_if(table.begin(), table.end(),
                                  [name](const auto &entry) { return entry.second == name; });
    return it == table.end() ? std::nullopt : std::optional(it->first);
}

// Source: kafka.security.authorizer.AclEntry.supportedOperations.
bool hasOperation(ResourceType type, AclOperation operation)
{
    using enum AclOperation;
    const auto isOneOf = [operation](std::initializer_list<AclOperation> list) {
        return operation == All || std::find(list.begin(), list.end(), operation) != list.end();
    };
    switch (type) {
    case ResourceType::Cluster:
        return isOneOf({Alter, AlterConfigs, ClusterAction, Create, Describe, DescribeConfigs,
                        IdempotentWrite});
    case ResourceType::Group:
        return isOneOf({AlterConfigs, Delete, Describe, DescribeConfigs, Read});
    case ResourceType::Topic:
        return isOneOf(
            {Alter, AlterConfigs, Create, Delete, Describe, DescribeConfigs, Read, Write});
    case ResourceType::TransactionalId:
        return isOneOf({Describe, Write});
    }
    return false;
}

bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::optional<std::string> nameFault(const Acl &acl)
{
    if (acl.name.empty())
        return "its resource has no name";
    if (hasControlCharacter(acl.name))
        return "its resource's name holds a control character";
    if (acl.resourceType == ResourceType::Cluster && acl.name != "kafka-cluster")
        return "the cluster's name in an ACL is always kafka-cluster, not " + acl.name;
    if (acl.resourceType == ResourceType::Topic && acl.name != "*")
        return asyncapi::topicNameFault(acl.name);
    return std::nullopt;
}

std::optional<std::string> principalFault(std::string_view principal)
{
    const auto colon = principal.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == principal.size())
        return "its principal is not of the form User:name";
    if (hasControlCharacter(principal))
        return "its principal holds a control character";
    return std::nullopt;
}

} // namespace

std::string_view nameOf(ResourceType type)
{
    return nameIn(resourceTypes, type);
}

std::string_view nameOf(PatternType type)
{
    return nameIn(patternTypes, type);
}

std::string_view nameOf(AclOperation operation)
{
    return nameIn(operations, operation);
}

std::string_view nameOf(Permission permission)
{
    return nameIn(permissions, permission);
}

std::optional<ResourceType> resourceTypeFrom(std::string_view name)
{
    return valueIn(resourceTypes, name);
}

std::optional<PatternType> patternTypeFrom(std::string_view name)
{
    return valueIn(patternTypes, name);
}

std::optional<AclOperation> aclOperationFrom(std::string_view name)
{
    return valueIn(operations, name);
}

std::optional<Permission> permissionFrom(std::string_view name)
{
    return valueIn(permissions, name);
}

std::string describe(const Acl &acl)
{
    std::string text;
    text.reserve(acl.name.size() + acl.principal.size() + acl.host.size() + 64);
    text += nameOf(acl.permission);
    text += ' ';
    text += acl.principal;
    text += ' ';
    text += nameOf(acl.operation);
    text += " on ";
    text += nameOf(acl.resourceType);
    text += ' ';
    text += nameOf(acl.patternType);
    text += ' ';
    text += acl.name;
    text += " from ";
    text += acl.host;
    return text;
}

std::optional<std::string> aclFault(const Acl &acl)
{
    if (!hasOperation(acl.resourceType, acl.operation)) {
        return std::string(nameOf(acl.operation)) + " is no operation of a " +
               std::string(nameOf(acl.resourceType));
    }
    if (auto fault = nameFault(acl))
        return fault;
    if (auto fault = principalFault(acl.principal))
        return fault;
    if (acl.host.empty() || hasControlCharacter(acl.host))
        return "its host is empty or holds a control character (use * for every host)";
    return std::nullopt;
}

} // namespace meshwright
