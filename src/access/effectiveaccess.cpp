// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/effectiveaccess.h"

#include <algorithm>

namespace meshwright {

namespace {

constexpr std::string_view everybody = "User:*";
constexpr std::string_view anyName = "*";

/// Whether an ACL for `given` that allows lets `wanted` pass too.
bool implies(AclOperation given, AclOperation wanted)
{
    if (given == wanted)
        return true;
    switch (wanted) {
    case AclOperation::Describe:
        return given == AclOperation::Read || given == AclOperation::Write ||
               given == AclOperation::Delete || given == AclOperation::Alter;
    case AclOperation::DescribeConfigs:
        return given == AclOperation::AlterConfigs;
    default:
        return false;
    }
}

bool fits(const Acl &acl, const AccessRequest &request)
{
    if (acl.principal != request.principal && acl.principal != everybody)
        return false;
    if (acl.host != anyName && acl.host != request.host)
        return false;
    if (acl.operation == AclOperation::All)
        return true;
    return acl.permission == Permission::Allow ? implies(acl.operation, request.operation)
                                               : acl.operation == request.operation;
}

} // namespace

EffectiveAccess::EffectiveAccess(std::vector<Acl> acls, AccessSettings settings)
    : m_acls(std::move(acls))
    , m_settings(std::move(settings))
{
    std::set<std::string> principals;
    for (std::size_t i = 0; i < m_acls.size(); ++i) {
        const Acl &acl = m_acls[i];
        Index &index = m_index[acl.resourceType];
        const bool isLiteral = acl.patternType == PatternType::Literal;
        (isLiteral ? index.literal : index.prefixed)[acl.name].push_back(i);
        if (acl.principal != everybody)
            principals.insert(acl.principal);
    }
    m_principals.assign(principals.begin(), principals.end());
    for (auto &[type, index] : m_index) {
        std::set<std::size_t, std::greater<>> lengths;
        for (const auto &[prefix, acls_] : index.prefixed)
            lengths.insert(prefix.size());
        index.lengths.assign(lengths.begin(), lengths.end());
    }
}

std::vector<const Acl *> EffectiveAccess::about(ResourceType type, std::string_view name) const
{
    std::vector<const Acl *> result;
    const auto found = m_index.find(type);
    if (found == m_index.end())
        return result;
    const Index &index = found->second;
    const auto add = [&](const auto &map, std::string_view key) {
        const auto at = map.find(key);
        if (at != map.end())
            for (const std::size_t acl : at->second)
                result.push_back(&m_acls[acl]);
    };
    add(index.literal, name);
    for (const std::size_t length : index.lengths)
        if (length <= name.size())
            add(index.prefixed, name.substr(0, length));
    if (name != anyName)
        add(index.literal, anyName);
    return result;
}

Decision EffectiveAccess::decide(const AccessRequest &request) const
{
    return decideBy(about(request.resourceType, request.name), request);
}

Decision EffectiveAccess::decideBy(const std::vector<const Acl *> &about,
                                   const AccessRequest &request) const
{
    if (m_settings.superUsers.contains(request.principal))
        return {true, AccessGround::SuperUser, nullptr};
    const Acl *allowing = nullptr;
    for (const Acl *acl : about) {
        if (!fits(*acl, request))
            continue;
        if (acl->permission == Permission::Deny)
            return {false, AccessGround::Denied, acl};
        // Of several the one that names the principal tells more.
        if (!allowing || (allowing->principal == everybody && acl->principal != everybody))
            allowing = acl;
    }
    if (allowing)
        return {true, AccessGround::Allowed, allowing};
    if (about.empty())
        return {m_settings.everybodyWithoutAcls, AccessGround::NoAcls, nullptr};
    return {false, AccessGround::NoneFits, nullptr};
}

std::string_view nameOf(AccessGround ground)
{
    switch (ground) {
    case AccessGround::Allowed:
        return "allowed";
    case AccessGround::Denied:
        return "denied";
    case AccessGround::NoAcls:
        return "no-acls";
    case AccessGround::SuperUser:
        return "super-user";
    case AccessGround::NoneFits:
        break;
    }
    return "none-fits";
}

} // namespace meshwright
