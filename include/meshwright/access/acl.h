// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/files.h"
#include "meshwright/topology/names.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace meshwright {

/// Kafka's own terms; the order of the enumerators is the order of output.
enum class ResourceType { Cluster, Group, Topic, TransactionalId };
enum class PatternType { Literal, Prefixed };
enum class AclOperation {
    All,
    Alter,
    AlterConfigs,
    ClusterAction,
    Create,
    CreateTokens,
    Delete,
    Describe,
    DescribeConfigs,
    DescribeTokens,
    IdempotentWrite,
    Read,
    Write
};
enum class Permission { Allow, Deny };

struct Acl
{
    ResourceType resourceType = ResourceType::Topic;
    PatternType patternType = PatternType::Literal;
    std::string name;
    std::string principal;
    std::string host = "*";
    AclOperation operation = AclOperation::Read;
    Permission permission = Permission::Allow;

    auto operator<=>(const Acl &) const = default;
    bool operator==(const Acl &) const = default;
};

/// An ACL that a spec asks for, and the line that asks.
struct RequestedAcl
{
    Acl acl;
    ContextId context;
    asyncapi::Place reason;
};

std::string_view nameOf(ResourceType type);      ///< TOPIC …
std::string_view nameOf(PatternType type);       ///< LITERAL …
std::string_view nameOf(AclOperation operation); ///< DESCRIBE_CONFIGS …
std::string_view nameOf(Permission permission);  ///< ALLOW …
std::optional<ResourceType> resourceTypeFrom(std::string_view name);
std::optional<PatternType> patternTypeFrom(std::string_view name);
std::optional<AclOperation> aclOperationFrom(std::string_view name);
std::optional<Permission> permissionFrom(std::string_view name);
/// `ALLOW User:x READ on TOPIC LITERAL a.b from *`.
std::string describe(const Acl &acl);
/// Why no broker or reader should take it (operation that the resource does not have, newline in
/// the principal, empty name), or nothing.
std::optional<std::string> aclFault(const Acl &acl);

} // namespace meshwright
