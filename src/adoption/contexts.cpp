// SPDX-License-Identifier: Apache-2.0
#include "adoption/contexts.h"

#include "meshwright/topology/topicname.h"

#include <algorithm>

namespace meshwright::adoption {

namespace {

constexpr std::string_view userPrefix = "User:";

/// Kafka takes `acme..x` for a topic, but an id has no empty part.
bool hasEmptyPart(std::string_view id)
{
    return id.empty() || id.front() == '.' || id.back() == '.' ||
           id.find("..") != std::string_view::npos;
}

std::optional<ContextId> idOf(std::string_view text)
{
    return hasEmptyPart(text) ? std::nullopt : std::optional(ContextId{std::string(text)});
}

/// By the keyword in its place; none where the name has no such keyword.
std::optional<ContextId> contextIn(std::string_view topic, const Convention &convention)
{
    if (convention.keywordPlace() != KeywordPlace::BehindContext) {
        if (!accessIn(topic, convention))
            return std::nullopt;
        const auto name = typeIn(topic, convention);
        const auto dot = name.rfind('.');
        if (dot == std::string_view::npos || dot == 0)
            return std::nullopt;
        return idOf(name.substr(0, dot));
    }
    for (auto dot = topic.find('.'); dot != std::string_view::npos; dot = topic.find('.', dot + 1))
        if (dot > 0 && accessIn(topic.substr(dot + 1), convention))
            return idOf(topic.substr(0, dot));
    return std::nullopt;
}

bool isReadOfGroup(const Acl &acl)
{
    return acl.resourceType == ResourceType::Group && acl.operation == AclOperation::Read &&
           acl.permission == Permission::Allow;
}

} // namespace

FoundContexts::FoundContexts(const std::vector<ActualTopic> &topics, const std::vector<Acl> &acls,
                             const Convention &convention, const Environment &environment)
    : m_topics(topics)
    , m_convention(convention)
{
    for (const auto &topic : topics)
        if (auto id = contextIn(topic.name, convention); id && !topic.isInternal)
            m_ids.insert(std::move(*id));
    findByGroups(acls);
    for (const auto &[id, principal] : environment.principals)
        m_actors[principal] = ContextId{id};
}

/// A context reads in the group of its name and in those below it.
void FoundContexts::findByGroups(const std::vector<Acl> &acls)
{
    std::set<std::pair<std::string, std::string>> prefixes;
    for (const auto &acl : acls)
        if (isReadOfGroup(acl) && acl.patternType == PatternType::Prefixed)
            prefixes.emplace(acl.name, acl.principal);
    for (const auto &acl : acls) {
        if (!isReadOfGroup(acl) || acl.patternType != PatternType::Literal ||
            !prefixes.contains({acl.name + '.', acl.principal}))
            continue;
        const ContextId id{acl.name};
        m_ids.insert(id);
        m_principals.emplace(id, acl.principal);
        m_actors.emplace(acl.principal, id);
    }
}

std::vector<ContextId> FoundContexts::inScope(const std::string &scope)
{
    std::vector<ContextId> ids;
    std::copy_if(m_ids.begin(), m_ids.end(), std::back_inserter(ids), [&](const ContextId &id) {
        return scope.empty() || id.value == scope || isWithin(id.value, scope);
    });
    const auto isBelow = [&](const ActualTopic &topic) { return isWithin(topic.name, scope); };
    if (ids.empty() && !scope.empty() && std::any_of(m_topics.begin(), m_topics.end(), isBelow))
        ids.push_back(*m_ids.insert(ContextId{scope}).first);
    return ids;
}

std::optional<ContextId> FoundContexts::ownerOf(std::string_view name) const
{
    if (auto id = contextIn(name, m_convention))
        return id;
    auto below = withoutFrontKeyword(name, m_convention);
    while (!below.empty()) {
        const auto found = m_ids.find(ContextId{std::string(below)});
        if (found != m_ids.end())
            return *found;
        const auto dot = below.rfind('.');
        below = below.substr(0, dot == std::string_view::npos ? 0 : dot);
    }
    return std::nullopt;
}

std::optional<ContextId> FoundContexts::actorOf(const std::string &principal) const
{
    if (const auto found = m_actors.find(principal); found != m_actors.end())
        return found->second;
    if (!principal.starts_with(userPrefix) || principal == "User:*")
        return std::nullopt;
    return ContextId{principal.substr(userPrefix.size())};
}

std::optional<std::string> FoundContexts::principalOf(const ContextId &context) const
{
    const auto found = m_principals.find(context);
    return found == m_principals.end() ? std::nullopt : std::optional(found->second);
}

} // namespace meshwright::adoption
