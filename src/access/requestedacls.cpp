// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/requestedacls.h"

#include "access/collect.h"
#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/topology/topicname.h"

#include <algorithm>

namespace meshwright {

namespace {

using enum AclOperation;

constexpr const char *everybody = "User:*";

class Asking
{
public:
    Asking(const Topology &topology, const Environment *environment)
        : m_convention(topology.workspace->settings().convention)
        , m_environment(environment)
    {}

    void ask(const Context &context);
    void ask(const Topic &topic);

    std::vector<RequestedAcl> take() { return access::sortedWithoutRepeats(std::move(m_acls)); }

private:
    struct Subject
    {
        const ContextId &context;
        const asyncapi::Place &place;
    };

    void askByPrefixes(const Context &context);
    void askByName(const Topic &topic);
    void add(const Subject &subject, ResourceType type, PatternType pattern,
             const std::string &name, const std::string &principal,
             std::initializer_list<AclOperation> operations);

    const Convention &m_convention;
    const Environment *m_environment;
    std::vector<RequestedAcl> m_acls;
};

void Asking::add(const Subject &subject, ResourceType type, PatternType pattern,
                 const std::string &name, const std::string &principal,
                 std::initializer_list<AclOperation> operations)
{
    for (const auto operation : operations) {
        m_acls.push_back({.acl = {.resourceType = type,
                                  .patternType = pattern,
                                  .name = name,
                                  .principal = principal,
                                  .operation = operation},
                          .context = subject.context,
                          .reason = subject.place});
    }
}

void Asking::ask(const Context &context)
{
    const Subject subject{context.id, context.idPlace};
    const auto principal = principalOf(context.id, m_environment);
    const auto &id = context.id.value;
    const auto prefix = id + '.';
    using enum ResourceType;
    using enum PatternType;

    add(subject, Group, Literal, id, principal, {Read, Delete});
    add(subject, Group, Prefixed, prefix, principal, {Read, Delete});
    if (m_convention.keywordPlace() != KeywordPlace::AtEnd)
        askByPrefixes(context);
    add(subject, TransactionalId, Literal, id, principal, {Write});
    add(subject, TransactionalId, Prefixed, prefix, principal, {Write});
    if (m_environment != nullptr && m_environment->legacyIdempotentWrite)
        add(subject, Cluster, Literal, "kafka-cluster", principal, {IdempotentWrite});
}

/// All topics of a context and one access begin alike.
void Asking::askByPrefixes(const Context &context)
{
    const Subject subject{context.id, context.idPlace};
    const auto principal = principalOf(context.id, m_environment);
    const auto below = [&](Access access) {
        const auto &keyword = m_convention.keyword(access);
        const auto &id = context.id.value;
        return m_convention.keywordPlace() == KeywordPlace::InFront ? keyword + '.' + id + '.'
                                                                    : id + '.' + keyword + '.';
    };
    using enum PatternType;

    add(subject, ResourceType::Topic, Prefixed, below(Access::Private), principal,
        {Read, Write, Create, Delete});
    add(subject, ResourceType::Topic, Prefixed, below(Access::Protected), principal, {Read, Write});
    add(subject, ResourceType::Topic, Prefixed, below(Access::Public), principal, {Read, Write});
    add(subject, ResourceType::Topic, Prefixed, below(Access::Public), everybody, {Read});
}

/// Where the keyword stands at the end, no prefix tells one access from another.
void Asking::askByName(const Topic &topic)
{
    const Subject subject{topic.owner, topic.declaration().keyPlace};
    const auto principal = principalOf(topic.owner, m_environment);
    const auto &name = topic.name.value;
    const auto literal = PatternType::Literal;
    add(subject, ResourceType::Topic, literal, name, principal, {Read, Write});
    if (topic.access == Access::Private)
        add(subject, ResourceType::Topic, literal, name, principal, {Create, Delete});
    if (topic.access == Access::Public)
        add(subject, ResourceType::Topic, literal, name, everybody, {Read});
}

void Asking::ask(const Topic &topic)
{
    const auto &name = topic.name.value;
    if (asyncapi::topicNameFault(name))
        return; // reported by a rule; no broker would take it
    if (!topic.access || m_convention.keywordPlace() == KeywordPlace::AtEnd)
        askByName(topic);
    // Everybody reads a public topic already, and a private one is its owner's whatever a tag says.
    if (topic.access && *topic.access != Access::Protected)
        return;
    for (const auto &grant : topic.grants) {
        const Subject subject{topic.owner, grant.place};
        if (grant.toEverybody) {
            add(subject, ResourceType::Topic, PatternType::Literal, name, everybody, {Read});
            continue;
        }
        auto readers = grant.readers;
        if (readers.empty() && !asyncapi::topicNameFault(grant.target))
            readers.push_back({grant.target}); // not of this workspace, yet named: as asked
        for (const auto &reader : readers) {
            if (reader != topic.owner) {
                add(subject, ResourceType::Topic, PatternType::Literal, name,
                    principalOf(reader, m_environment), {Read});
            }
        }
    }
}

} // namespace

std::string principalOf(const ContextId &context, const Environment *environment)
{
    if (environment != nullptr) {
        const auto it = environment->principals.find(context.value);
        if (it != environment->principals.end())
            return it->second;
    }
    return defaultPrincipal(context);
}

namespace {

template <typename IsMeant>
std::vector<RequestedAcl> askedBy(const Topology &topology, const Environment *environment,
                                  const IsMeant &isMeant)
{
    Asking asking(topology, environment);
    for (const auto &context : topology.contexts)
        if (isMeant(context.spec->file) && !asyncapi::topicNameFault(context.id.value))
            asking.ask(context);
    for (const auto &topic : topology.topics)
        if (isMeant(topic.spec->file) && !asyncapi::topicNameFault(topic.owner.value))
            asking.ask(topic);
    return asking.take();
}

} // namespace

std::vector<RequestedAcl> requestedAcls(const Topology &topology, const Environment *environment)
{
    return askedBy(topology, environment, [&topology](const std::string &file) {
        return topology.workspace->isAskedFor(file);
    });
}

std::vector<RequestedAcl> allRequestedAcls(const Topology &topology, const Environment *environment)
{
    return askedBy(topology, environment, [](const std::string &) { return true; });
}

} // namespace meshwright
