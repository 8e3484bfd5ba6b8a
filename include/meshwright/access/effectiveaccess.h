// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/acl.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace meshwright {

/// What somebody would like to do.
struct AccessRequest
{
    std::string principal; ///< `User:…`
    std::string host;      ///< an address, as the broker sees it
    AclOperation operation = AclOperation::Read;
    ResourceType resourceType = ResourceType::Topic;
    std::string name;

    bool operator==(const AccessRequest &) const = default;
};

enum class AccessGround {
    Allowed,   ///< an ACL allows it, and none denies it
    Denied,    ///< an ACL denies it, whatever else allows it
    NoneFits,  ///< the resource has ACLs, but none for this
    NoAcls,    ///< the resource has none at all: as `everybodyWithoutAcls` says
    SuperUser, ///< asks no ACL
};

/// A verdict, and why.
struct Decision
{
    bool isAllowed = false;
    AccessGround ground = AccessGround::NoneFits;
    const Acl *acl = nullptr; ///< the one that decides; valid as long as the EffectiveAccess

    bool operator==(const Decision &) const = default;
};

/// What a broker does beside its ACLs.
struct AccessSettings
{
    std::set<std::string> superUsers;  ///< `super.users`
    bool everybodyWithoutAcls = false; ///< `allow.everyone.if.no.acl.found`
};

/// Who may do what under a set of ACLs: the rules of Kafka's StandardAuthorizer (KIP-801).
///
/// An ACL is about a resource by its name, by a prefix of it, or by `*` (literal). DENY comes
/// before ALLOW, wherever either is written. READ, WRITE, DELETE and ALTER allow DESCRIBE too, and
/// ALTER_CONFIGS allows DESCRIBE_CONFIGS; what is denied denies nothing else. `User:*` stands for
/// every principal, host `*` for every host. Asking is safe from any thread.
class EffectiveAccess
{
public:
    explicit EffectiveAccess(std::vector<Acl> acls, AccessSettings settings = {});

    Decision decide(const AccessRequest &request) const;

    /// The ACLs that are about the resource, in the order in which they decide: exact names and
    /// prefixes, the longest first, then `*`.
    std::vector<const Acl *> about(ResourceType type, std::string_view name) const;

    /// The same verdict by those, so that many questions about one resource look them up once.
    Decision decideBy(const std::vector<const Acl *> &about, const AccessRequest &request) const;

    /// Sorted; all that an ACL names but `User:*`.
    const std::vector<std::string> &principals() const { return m_principals; }

    const std::vector<Acl> &acls() const { return m_acls; }

    const AccessSettings &settings() const { return m_settings; }

private:
    using Indices = std::vector<std::size_t>;

    /// Of one resource type.
    struct Index
    {
        std::unordered_map<std::string_view, Indices> literal;
        std::unordered_map<std::string_view, Indices> prefixed;
        std::vector<std::size_t> lengths; ///< of the prefixes, descending
    };

    std::vector<Acl> m_acls;
    AccessSettings m_settings;
    std::map<ResourceType, Index> m_index;
    std::vector<std::string> m_principals;

public:
    // The index points into m_acls.
    EffectiveAccess(const EffectiveAccess &) = delete;
    EffectiveAccess &operator=(const EffectiveAccess &) = delete;
    EffectiveAccess(EffectiveAccess &&) = default;
    EffectiveAccess &operator=(EffectiveAccess &&) = default;
    ~EffectiveAccess() = default;
};

std::string_view nameOf(AccessGround ground); ///< allowed, denied, none-fits, no-acls, super-user

} // namespace meshwright
