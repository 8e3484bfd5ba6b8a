// SPDX-License-Identifier: Apache-2.0
// What a workspace has a name for.
#include "meshwright/search/search.h"

#include "asyncapi/payloadreach.h"
#include "asyncapi/resolver.h"
#include "meshwright/access/requestedacls.h"
#include "meshwright/lint/lint.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshwright::search {

namespace {

using asyncapi::Message;
using asyncapi::Spec;

constexpr std::size_t deepestSetting = 8;

class Collector
{
public:
    explicit Collector(const Topology &topology)
        : m_topology(topology)
    {}

    std::vector<Entry> collect()
    {
        addContexts();
        addTopics();
        nameChannels();
        for (const auto &spec : m_topology.workspace->specs())
            addSpec(*spec);
        for (const auto &[path, file] : m_topology.workspace->files())
            add(Kind::File, path, {}, {path, {}}, path);
        const Settings &settings = m_topology.workspace->settings();
        for (const GlossaryTerm &term : settings.glossary.terms)
            add(Kind::Term, term.term, term.description, term.place, term.term);
        for (const GlossaryTag &tag : settings.glossary.tags)
            add(Kind::Term, tag.name, tag.description, tag.place, tag.name);
        if (settings.document && settings.document->root())
            addSettings(*settings.document->root(), {}, 0);
        for (const Rule &rule : rules())
            add(Kind::Rule, std::string(rule.id), std::string(rule.summary), {},
                std::string(rule.id));
        return std::move(m_entries);
    }

private:
    void add(Kind kind, std::string name, std::string detail, const asyncapi::Place &place,
             std::string subject)
    {
        if (!name.empty())
            m_entries.push_back({kind, std::move(name), std::move(detail), place.file, place.range,
                                 std::move(subject)});
    }

    void addContexts()
    {
        const auto &environments = m_topology.workspace->settings().environments;
        std::set<std::string> domains;
        for (const Context &context : m_topology.contexts) {
            const std::string &id = context.id.value;
            add(Kind::Context, id, context.spec->title, context.idPlace, id);
            if (domains.insert(context.domain).second && context.domain != id)
                add(Kind::Domain, context.domain, {}, context.idPlace, context.domain);
            std::set<std::string> principals{principalOf(context.id, nullptr)};
            for (const Environment &environment : environments)
                principals.insert(principalOf(context.id, &environment));
            for (const std::string &principal : principals)
                add(Kind::Principal, principal, id, context.idPlace, id);
        }
    }

    void addTopics()
    {
        std::set<std::string> known;
        for (const Topic &topic : m_topology.topics) {
            known.insert(topic.name.value);
            add(Kind::Topic, topic.name.value, topic.declaration().description,
                topic.declaration().addressPlace, topic.name.value);
        }
        for (const Consumption &consumption : m_topology.consumptions)
            if (known.insert(consumption.topic.value).second) // nobody here owns it
                add(Kind::Topic, consumption.topic.value, {},
                    consumption.declaration().addressPlace, consumption.topic.value);
    }

    /// What the messages of each channel are of: the topic's full name, and who reads it there.
    void nameChannels()
    {
        for (const Topic &topic : m_topology.topics)
            m_channels[&topic.declaration()] = topic.name.value;
        for (const Consumption &each : m_topology.consumptions)
            m_channels[&each.declaration()] = each.reader.value + " ← " + each.topic.value;
    }

    void addSpec(const Spec &spec)
    {
        asyncapi::Resolver resolver(*m_topology.workspace);
        asyncapi::PayloadReach reach(*m_topology.workspace, resolver, spec.dependencies);
        const auto addAll = [&](const std::vector<Message> &messages, const std::string &where) {
            for (const Message &message : messages)
                addMessage(message, where, reach);
        };
        for (const auto &channel : spec.channels) {
            const auto named = m_channels.find(&channel);
            const std::string &where = named == m_channels.end() ? channel.address : named->second;
            addAll(channel.messages, where);
            for (const auto &operation : channel.operations)
                addAll(operation.messages, where);
        }
        addAll(spec.messages, spec.title);
    }

    void addMessage(const Message &message, const std::string &where, asyncapi::PayloadReach &reach)
    {
        if (m_messages.insert(message.place).second) {
            const std::string &name = message.name.empty() ? message.key : message.name;
            add(Kind::Message, name.empty() ? message.title : name, where, message.place, where);
        }
        if (!message.payload || !m_payloads.insert(message.payload->place).second)
            return;
        for (schema::Field &field : reach.fieldsOf(*message.payload))
            add(Kind::Field, std::move(field.path), where, {field.file, field.range}, where);
    }

    void addSettings(const yaml::Node &node, const std::string &path, std::size_t depth)
    {
        if (!node.isMapping() || depth > deepestSetting)
            return;
        for (const auto &entry : node.entries) {
            const std::string name =
                path.empty() ? entry.key->text() : path + '.' + entry.key->text();
            // Without its value, which may be nobody else's business.
            add(Kind::Setting, name, {}, {settingsFileName, entry.key->range}, name);
            addSettings(entry.value->resolved(), name, depth + 1);
        }
    }

    const Topology &m_topology;
    std::vector<Entry> m_entries;
    std::map<const asyncapi::Channel *, std::string> m_channels;
    std::set<asyncapi::Place> m_messages;
    std::set<asyncapi::Place> m_payloads;
};

} // namespace

std::vector<Entry> entriesOf(const Topology &topology)
{
    return Collector(topology).collect();
}

} // namespace meshwright::search
