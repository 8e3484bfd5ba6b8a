// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/topology.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace meshwright {

namespace {

using SpecPtr = std::shared_ptr<const asyncapi::Spec>;

bool hasId(const asyncapi::Spec &spec)
{
    return spec.id && !contextIdFrom(spec.id->value).value.empty();
}

class Builder
{
public:
    explicit Builder(const WorkspacePtr &workspace)
        : m_convention(workspace->settings().convention)
        , m_topology(std::make_shared<Topology>())
    {
        m_topology->workspace = workspace;
    }

    TopologyPtr build()
    {
        const auto specs = sortedSpecs();
        addContexts(specs);
        for (const auto &spec : specs)
            if (hasId(*spec))
                readChannels(spec);
        sortTopics();
        for (auto &topic : m_topology->topics)
            addGrants(topic);
        addEdges();
        return m_topology;
    }

private:
    /// By path, but the one that was asked for first: it keeps its id and its topics.
    std::vector<SpecPtr> sortedSpecs() const
    {
        auto specs = m_topology->workspace->specs();
        const auto &only = m_topology->workspace->only();
        std::stable_partition(specs.begin(), specs.end(), [&](const SpecPtr &spec) {
            return !only.empty() && spec->file == only;
        });
        return specs;
    }

    void addContexts(const std::vector<SpecPtr> &specs)
    {
        auto &contexts = m_topology->contexts;
        for (const auto &spec : specs) {
            if (!hasId(*spec))
                continue;
            Context context;
            context.id = contextIdFrom(spec->id->value);
            context.domain = domainOf(context.id);
            context.isControlPlane = isControlPlane(context);
            context.spec = spec;
            context.idPlace = spec->id->place;
            contexts.push_back(std::move(context));
        }
        std::stable_sort(contexts.begin(), contexts.end(),
                         [](const Context &a, const Context &b) { return a.id < b.id; });
        const auto same = [](const Context &a, const Context &b) { return a.id == b.id; };
        contexts.erase(std::unique(contexts.begin(), contexts.end(), same), contexts.end());
        for (const auto &context : contexts)
            m_known.push_back(context.id);
    }

    bool isControlPlane(const Context &context) const
    {
        const auto &listed = m_topology->workspace->settings().controlPlane;
        return std::any_of(listed.begin(), listed.end(), [&](const std::string &name) {
            return context.domain == name || context.id.value == name ||
                   isWithin(context.id.value, name);
        });
    }

    void readChannels(const SpecPtr &spec)
    {
        const auto self = contextIdFrom(spec->id->value);
        for (std::size_t i = 0; i < spec->channels.size(); ++i) {
            const auto &channel = spec->channels[i];
            auto reading = readChannelName(channel, self, m_convention, m_known);
            if (reading.isOwned)
                addTopic(spec, i, self, std::move(reading));
            else
                addConsumption(spec, i, self, std::move(reading));
        }
    }

    void addTopic(const SpecPtr &spec, std::size_t channel, const ContextId &self,
                  ChannelReading reading)
    {
        Topic topic;
        topic.name = std::move(reading.topic);
        topic.owner = self;
        topic.access = reading.access;
        topic.spec = spec;
        topic.channel = channel;
        topic.isLegacyForm = reading.isLegacyForm;
        m_topology->topics.push_back(std::move(topic));
    }

    void addConsumption(const SpecPtr &spec, std::size_t channel, const ContextId &self,
                        ChannelReading reading)
    {
        Consumption consumption;
        consumption.topic = std::move(reading.topic);
        consumption.reader = self;
        consumption.owner = std::move(reading.owner);
        consumption.writes = spec->channels[channel].sends();
        consumption.isLegacyForm = reading.isLegacyForm;
        consumption.spec = spec;
        consumption.channel = channel;
        m_topology->consumptions.push_back(std::move(consumption));
    }

    void sortTopics()
    {
        auto &topics = m_topology->topics;
        std::stable_sort(topics.begin(), topics.end(),
                         [](const Topic &a, const Topic &b) { return a.name < b.name; });
        const auto same = [](const Topic &a, const Topic &b) { return a.name == b.name; };
        topics.erase(std::unique(topics.begin(), topics.end(), same), topics.end());
        auto &consumptions = m_topology->consumptions;
        std::stable_sort(consumptions.begin(), consumptions.end(),
                         [](const Consumption &a, const Consumption &b) {
                             return std::tie(a.topic, a.reader) < std::tie(b.topic, b.reader);
                         });
    }

    void addGrants(Topic &topic) const
    {
        const auto &channel = topic.declaration();
        addGrants(topic, channel.tags);
        for (const auto &operation : channel.operations)
            addGrants(topic, operation.tags);
    }

    void addGrants(Topic &topic, const std::vector<asyncapi::Tag> &tags) const
    {
        for (const auto &tag : tags) {
            const std::string_view name = tag.name.value;
            if (!name.starts_with(grantPrefix))
                continue;
            Grant grant;
            grant.target = std::string(name.substr(grantPrefix.size()));
            const auto isSame = [&](const Grant &known) { return known.target == grant.target; };
            if (std::any_of(topic.grants.begin(), topic.grants.end(), isSame))
                continue;
            grant.toEverybody = grant.target == m_convention.publicKeyword;
            grant.readers = readersNamed(grant.target);
            grant.place = tag.name.place;
            topic.grants.push_back(std::move(grant));
        }
    }

    /// The context of this id, or every context of the domain.
    std::vector<ContextId> readersNamed(const std::string &target) const
    {
        const auto exact = std::lower_bound(m_known.begin(), m_known.end(), ContextId{target});
        if (exact != m_known.end() && exact->value == target)
            return {*exact};
        std::vector<ContextId> readers;
        const ContextId first{target + '.'};
        auto each = std::lower_bound(m_known.begin(), m_known.end(), first);
        for (; each != m_known.end() && each->value.starts_with(first.value); ++each)
            readers.push_back(*each);
        return readers;
    }

    void addEdges()
    {
        for (const auto &topic : m_topology->topics) {
            addProduced(topic);
            addGranted(topic);
        }
        for (const auto &each : m_topology->consumptions)
            if (each.owner)
                addEdge({EdgeKind::Consumes, EdgeSource::Declared, *each.owner, each.reader,
                         each.topic, each.declaration().keyPlace});
        auto &edges = m_topology->edges;
        const auto key = [](const Edge &edge) {
            return std::tie(edge.topic, edge.kind, edge.from, edge.to, edge.source, edge.place);
        };
        std::sort(edges.begin(), edges.end(),
                  [&](const Edge &a, const Edge &b) { return key(a) < key(b); });
        const auto same = [](const Edge &a, const Edge &b) {
            return std::tie(a.topic, a.kind, a.from, a.to, a.source) ==
                   std::tie(b.topic, b.kind, b.from, b.to, b.source);
        };
        edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
    }

    void addProduced(const Topic &topic)
    {
        if (topic.declaration().sends())
            addEdge({EdgeKind::Produces, EdgeSource::Declared, topic.owner, topic.owner, topic.name,
                     topic.declaration().keyPlace});
    }

    void addGranted(const Topic &topic)
    {
        for (const auto &grant : topic.grants)
            for (const auto &reader : grant.readers)
                if (reader != topic.owner)
                    addEdge({EdgeKind::Granted, EdgeSource::Granted, topic.owner, reader,
                             topic.name, grant.place});
    }

    void addEdge(Edge edge) { m_topology->edges.push_back(std::move(edge)); }

    const Convention &m_convention;
    std::shared_ptr<Topology> m_topology;
    std::vector<ContextId> m_known;
};

} // namespace

TopologyPtr buildTopology(const WorkspacePtr &workspace)
{
    return Builder(workspace).build();
}

} // namespace meshwright
