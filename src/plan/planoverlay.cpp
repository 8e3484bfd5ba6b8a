// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/planoverlay.h"

#include "meshwright/access/requestedacls.h"

#include <algorithm>
#include <set>

namespace meshwright {

namespace {

using compare::Mark;

/// The context that an ACL of the plan lets read, by the principal that its item asks for.
std::map<std::string, ContextId> readersByPrincipal(const Topology &topology,
                                                    const Environment *environment)
{
    std::map<std::string, ContextId> readers;
    for (const Context &context : topology.contexts)
        readers[principalOf(context.id, environment)] = context.id;
    return readers;
}

class Marking
{
public:
    Marking(const Topology &topology, const Environment *environment, compare::Overlay &overlay)
        : m_topology(topology)
        , m_overlay(overlay)
        , m_readers(readersByPrincipal(topology, environment))
    {
        for (const Edge &edge : topology.edges)
            if (edge.kind != EdgeKind::Produces && edge.from != edge.to)
                m_flows.insert({edge.from, edge.to});
    }

    void take(const PlanItem &item)
    {
        const ContextId context{item.context};
        if (m_topology.context(context))
            m_overlay.contexts.emplace(context, Mark::Changed);
        if (const auto *acl = std::get_if<AclChange>(&item.change))
            takeAcl(acl->acl);
        else if (const auto *schema = std::get_if<SchemaChange>(&item.change))
            takeSchema(*schema);
        else if (const Topic *topic = m_topology.topic({item.resource}))
            takeTopic(*topic, item);
    }

    /// A context none of whose topics is on the cluster is not there at all, nor is a flow none of
    /// whose topics is.
    void finish()
    {
        for (auto &[id, mark] : m_overlay.contexts) {
            const auto topics = m_topology.topicsOf(id);
            const bool isNew = !topics.empty() && std::all_of(topics.begin(), topics.end(),
                                                              [this](const Topic *topic) {
                                                                  return isAdded(topic->name);
                                                              });
            if (isNew)
                mark = Mark::Added;
        }
        std::map<std::pair<ContextId, ContextId>, std::pair<bool, bool>> flows; // any, all added
        for (const Edge &edge : m_topology.edges) {
            if (edge.kind == EdgeKind::Produces || edge.from == edge.to)
                continue;
            auto &[any, all] = flows.try_emplace({edge.from, edge.to}, false, true).first->second;
            any = any || isAdded(edge.topic);
            all = all && isAdded(edge.topic);
        }
        for (const auto &[pair, added] : flows)
            if (added.first)
                m_overlay.flows[pair] = added.second ? Mark::Added : Mark::Changed;
    }

private:
    bool isAdded(const TopicName &topic) const { return m_overlay.of(topic) == Mark::Added; }

    void takeTopic(const Topic &topic, const PlanItem &item)
    {
        if (item.action == PlanAction::Create && item.kind == PlanKind::Topic)
            m_overlay.topics[topic.name] = Mark::Added;
        else
            m_overlay.topics.emplace(topic.name, Mark::Changed);
    }

    void takeSchema(const SchemaChange &schema)
    {
        if (const Topic *topic = m_topology.topic({schema.topic}))
            m_overlay.topics.emplace(topic->name, Mark::Changed);
    }

    void takeAcl(const Acl &acl)
    {
        if (acl.resourceType != ResourceType::Topic)
            return;
        const auto &topics = m_topology.topics;
        const auto first = std::lower_bound(
            topics.begin(), topics.end(), acl.name,
            [](const Topic &topic, const std::string &name) { return topic.name.value < name; });
        const bool isLiteral = acl.patternType == PatternType::Literal;
        for (auto topic = first; topic != topics.end(); ++topic) {
            const std::string &name = topic->name.value;
            if (isLiteral ? name != acl.name : !name.starts_with(acl.name))
                break;
            m_overlay.topics.emplace(topic->name, Mark::Changed);
            const auto reader = m_readers.find(acl.principal);
            if (reader == m_readers.end())
                continue;
            const std::pair flow(topic->owner, reader->second);
            if (m_flows.contains(flow))
                m_overlay.flows.emplace(flow, Mark::Changed);
        }
    }

    const Topology &m_topology;
    compare::Overlay &m_overlay;
    std::map<std::string, ContextId> m_readers;
    std::set<std::pair<ContextId, ContextId>> m_flows;
};

} // namespace

compare::Overlay overlayOf(const TopologyPtr &topology, const Plan &plan)
{
    compare::Overlay overlay;
    overlay.both = topology;
    const Environment *environment = topology->workspace->settings().environment(plan.environment);
    Marking marking(*topology, environment, overlay);
    for (const PlanItem &item : plan.items)
        if (item.kind == PlanKind::Topic)
            marking.take(item);
    for (const PlanItem &item : plan.items)
        if (item.kind != PlanKind::Topic)
            marking.take(item);
    marking.finish();
    return overlay;
}

} // namespace meshwright
