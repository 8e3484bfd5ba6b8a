// SPDX-License-Identifier: Apache-2.0
// A folder for EventCatalog. Source: its collections (content.config.ts of @eventcatalog/core).
#include "asyncapi/referencetext.h"
#include "cataloguenames.h"
#include "flowtext.h"
#include "mdxtext.h"

#include "meshwright/report/catalogues.h"
#include "meshwright/topology/contact.h"
#include "meshwright/yaml/edit.h"
#include "meshwright/yaml/write.h"

#include <algorithm>

namespace meshwright::report {

namespace {

using Entries = yaml::Value::Entries;
using Items = yaml::Value::Items;

constexpr std::size_t longestName = 100;      // of a folder
constexpr const char *firstVersion = "1.0.0"; // of a domain, which declares none

std::string fileNameOf(const std::string &path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string page(const Entries &matter, const std::string &body)
{
    return "---\n" + yaml::write(matter) + "---\n" + (body.empty() ? "" : "\n" + body);
}

std::string versionOf(const asyncapi::Spec &spec)
{
    const std::string version = printable(spec.apiVersion);
    return version.find_first_not_of(' ') == std::string::npos ? firstVersion : version;
}

yaml::Value pointer(const std::string &id, const std::string &version)
{
    return Entries{{"id", yaml::Quoted{id}}, {"version", yaml::Quoted{version}}};
}

std::string labelOf(const asyncapi::Message &message)
{
    for (const std::string *text : {&message.name, &message.key, &message.title})
        if (!text->empty())
            return *text;
    return {};
}

/// The messages that a topic carries, each once.
std::map<std::string, const asyncapi::Message *> messagesOf(const Topic &topic)
{
    std::map<std::string, const asyncapi::Message *> messages;
    const asyncapi::Channel &channel = topic.declaration();
    for (const asyncapi::Operation &operation : channel.operations)
        for (const asyncapi::Message &message : operation.messages)
            messages.emplace(labelOf(message), &message);
    for (const asyncapi::Message &message : channel.messages)
        messages.emplace(labelOf(message), &message);
    return messages;
}

struct Event
{
    const Topic *topic = nullptr;
    const asyncapi::Message *message = nullptr; ///< null where the topic declares none
    std::string id;
};

/// A file's name and what it holds, for a schema that stands in a file of its own.
std::optional<std::pair<std::string, std::string>> schemaFileOf(const Workspace &workspace,
                                                                const Event &event)
{
    if (!event.message || !event.message->payload)
        return std::nullopt;
    const asyncapi::Payload &payload = *event.message->payload;
    const bool isPart =
        payload.reference && payload.reference->value.find('#') != std::string::npos;
    const Text text = workspace.text(payload.file);
    if (isPart || !text || payload.file == event.topic->spec->file)
        return std::nullopt;
    return std::pair(fileNameOf(payload.file), text->bytes());
}

class Catalogue
{
public:
    explicit Catalogue(const Topology &topology)
        : m_topology(topology)
    {
        std::set<std::string> contexts;
        std::set<std::string> domains;
        std::set<std::string> teams;
        std::set<std::string> topics;
        for (const Context &context : topology.contexts) {
            contexts.insert(context.id.value);
            domains.insert(context.domain);
            if (const Contact contact = contactOf(*context.spec); !contact.label().empty())
                teams.insert(contact.label());
        }
        for (const Topic &topic : topology.topics)
            topics.insert(topic.name.value);
        m_contexts = catalogueNames(contexts, longestName);
        m_domains = catalogueNames(domains, longestName);
        m_teams = catalogueNames(teams, longestName);
        m_channels = catalogueNames(topics, longestName);
        nameEvents();
    }

    FileTree files()
    {
        for (const auto &[domain, name] : m_domains)
            addDomain(domain, name);
        for (const Context &context : m_topology.contexts)
            addService(context);
        for (const Topic &topic : m_topology.topics)
            addChannel(topic);
        return std::move(m_files);
    }

private:
    /// A topic with one message is that event; others add the message's name to the topic's.
    void nameEvents()
    {
        std::set<std::string> ids;
        std::vector<std::pair<std::string, Event>> events;
        for (const Topic &topic : m_topology.topics) {
            const auto messages = messagesOf(topic);
            if (messages.empty())
                events.emplace_back(topic.name.value, Event{&topic, nullptr, {}});
            for (const auto &[label, message] : messages)
                events.emplace_back(messages.size() == 1 ? topic.name.value
                                                         : topic.name.value + ':' + label,
                                    Event{&topic, message, {}});
        }
        for (const auto &[id, event] : events)
            ids.insert(id);
        const auto names = catalogueNames(ids, longestName);
        for (auto &[id, event] : events) {
            event.id = names.at(id);
            m_events[event.topic->name].push_back(event);
        }
    }

    static void addText(Entries &entries, const char *key, const std::string &text)
    {
        if (const std::string line = firstParagraph(text); !line.empty())
            entries.emplace_back(key, yaml::Quoted{line});
    }

    static Entries matterOf(const std::string &id, const std::string &name,
                            const std::string &version)
    {
        Entries matter{{"id", yaml::Quoted{id}}};
        addText(matter, "name", name);
        if (matter.size() == 1)
            matter.emplace_back("name", yaml::Quoted{id});
        matter.emplace_back("version", yaml::Quoted{version});
        return matter;
    }

    void addOwners(Entries &matter, const asyncapi::Spec &spec) const
    {
        if (const auto team = m_teams.find(contactOf(spec).label()); team != m_teams.end())
            matter.emplace_back("owners", Items{yaml::Quoted{team->second}});
    }

    std::string folderOf(const Context &context) const
    {
        return "domains/" + m_domains.at(context.domain) + "/services/" +
               m_contexts.at(context.id.value) + '/';
    }

    void addDomain(const std::string &domain, const std::string &name)
    {
        Entries matter = matterOf(name, domain, firstVersion);
        Items services;
        for (const Context &context : m_topology.contexts)
            if (context.domain == domain)
                services.push_back(
                    pointer(m_contexts.at(context.id.value), versionOf(*context.spec)));
        matter.emplace_back("services", std::move(services));
        m_files["domains/" + name + "/index.mdx"] = page(matter, "<NodeGraph />\n");
    }

    /// Each event of the topic, over its channel: `side` is `to` or `from`.
    void addPointers(Items &items, const Topic &topic, const char *side) const
    {
        const std::string version = versionOf(*topic.spec);
        for (const Event &event : m_events.at(topic.name))
            items.push_back(
                Entries{{"id", yaml::Quoted{event.id}},
                        {"version", yaml::Quoted{version}},
                        {side, Items{pointer(m_channels.at(topic.name.value), version)}}});
    }

    void addService(const Context &context)
    {
        const asyncapi::Spec &spec = *context.spec;
        const std::string folder = folderOf(context);
        Entries matter =
            matterOf(m_contexts.at(context.id.value),
                     spec.title.empty() ? context.id.value : spec.title, versionOf(spec));
        addText(matter, "summary", spec.description);
        addOwners(matter, spec);
        Items sends;
        for (const Topic *topic : m_topology.topicsOf(context.id)) {
            addPointers(sends, *topic, "to");
            for (const Event &event : m_events.at(topic->name))
                addEvent(folder, event);
        }
        Items receives;
        for (const Consumption *reading : m_topology.consumptionsOf(context.id))
            if (const Topic *topic = m_topology.topic(reading->topic);
                topic && reading->declaration().receives())
                addPointers(receives, *topic, "from");
        matter.emplace_back("sends", std::move(sends));
        matter.emplace_back("receives", std::move(receives));
        matter.emplace_back("specifications",
                            Items{Entries{{"type", "asyncapi"},
                                          {"path", yaml::Quoted{fileNameOf(spec.file)}},
                                          {"name", "AsyncAPI"}}});
        m_files[folder + "index.mdx"] =
            page(matter, mdxText(spec.description) + "\n<NodeGraph />\n");
        addSpec(folder, spec);
        addTeam(spec);
    }

    /// EventCatalog looks for a spec beside its service alone, so what it refers to moves below.
    void addSpec(const std::string &folder, const asyncapi::Spec &spec)
    {
        const Workspace &workspace = *m_topology.workspace;
        for (const std::string &path : spec.dependencies)
            if (const Text text = workspace.text(path))
                m_files[folder + "files/" + path] = text->bytes();
        const Text text = workspace.text(spec.file);
        if (!text)
            return;
        std::vector<TextEdit> edits;
        if (const auto document = workspace.document(spec.file); document && document->root())
            redirect(spec.file, *document, *document->root(), edits);
        const auto redirected = applyEdits(*text, edits);
        m_files[folder + fileNameOf(spec.file)] =
            redirected && *redirected ? (*redirected)->bytes() : text->bytes();
    }

    void redirect(const std::string &file, const yaml::Document &document, const yaml::Node &node,
                  std::vector<TextEdit> &edits) const
    {
        for (const yaml::Entry &entry : node.entries) {
            if (entry.key->scalarText() == "$ref" && entry.value->isString()) {
                if (const auto moved = movedReference(file, *entry.value->asString()))
                    if (auto edit = yaml::replaceScalar(document, *entry.value, *moved))
                        edits.push_back(std::move(*edit));
            } else {
                redirect(file, document, *entry.value, edits);
            }
        }
        for (const yaml::Node *item : node.items)
            redirect(file, document, *item, edits);
    }

    std::optional<std::string> movedReference(const std::string &file,
                                              std::string_view reference) const
    {
        const auto hash = reference.find('#');
        const std::string_view path = reference.substr(0, hash);
        const std::string fragment(hash == std::string_view::npos ? "" : reference.substr(hash));
        const auto decoded = asyncapi::percentDecoded(path);
        if (path.empty() || !decoded || !asyncapi::schemeOf(reference).empty())
            return std::nullopt;
        const auto target = asyncapi::relativeTo(file, *decoded);
        if (!target || !m_topology.workspace->text(*target))
            return std::nullopt;
        return (*target == file ? "./" + asyncapi::percentEncoded(fileNameOf(file))
                                : "./files/" + asyncapi::percentEncoded(*target)) +
               fragment;
    }

    void addTeam(const asyncapi::Spec &spec)
    {
        const Contact contact = contactOf(spec);
        const auto team = m_teams.find(contact.label());
        if (team == m_teams.end())
            return;
        Entries matter{{"id", yaml::Quoted{team->second}}};
        addText(matter, "name", contact.label());
        if (matter.size() == 1)
            matter.emplace_back("name", yaml::Quoted{team->second});
        addText(matter, "email", contact.email);
        m_files.emplace("teams/" + team->second + ".mdx", page(matter, {}));
    }

    void addEvent(const std::string &folder, const Event &event)
    {
        const asyncapi::Spec &spec = *event.topic->spec;
        const std::string version = versionOf(spec);
        const asyncapi::Message none;
        const asyncapi::Message &message = event.message ? *event.message : none;
        const std::string title = message.title.empty() ? labelOf(message) : message.title;
        const std::string &description = event.topic->declaration().description;
        Entries matter =
            matterOf(event.id, title.empty() ? event.topic->name.value : title, version);
        addText(matter, "summary", message.summary.empty() ? description : message.summary);
        addOwners(matter, spec);
        matter.emplace_back("channels",
                            Items{pointer(m_channels.at(event.topic->name.value), version)});
        const std::string place = folder + "events/" + event.id + '/';
        std::string body = mdxText(description) + "\n<NodeGraph />\n";
        if (const auto schema = schemaFileOf(*m_topology.workspace, event)) {
            matter.emplace_back("schemaPath", yaml::Quoted{schema->first});
            m_files[place + schema->first] = schema->second;
        }
        m_files[place + "index.mdx"] = page(matter, body);
    }

    void addChannel(const Topic &topic)
    {
        const std::string &name = m_channels.at(topic.name.value);
        Entries matter = matterOf(name, topic.name.value, versionOf(*topic.spec));
        const asyncapi::Channel &channel = topic.declaration();
        addText(matter, "summary", channel.description);
        addOwners(matter, *topic.spec);
        addText(matter, "address", topic.name.value);
        matter.emplace_back("protocols", Items{"kafka"});
        std::string body = mdxText(channel.description);
        const auto addLine = [&body](const std::string &line) {
            body += (body.empty() ? "" : "\n") + mdxLine(line) + '\n';
        };
        if (topic.access)
            addLine("Access: " + std::string(nameOf(*topic.access)));
        if (channel.kafka) {
            if (channel.kafka->partitions)
                addLine("Partitions: " + channel.kafka->partitions->value);
            for (const asyncapi::TopicSetting &setting : channel.kafka->settings)
                addLine(setting.key.value + ": " + setting.value.value);
        }
        m_files["channels/" + name + "/index.mdx"] = page(matter, body + "\n<NodeGraph />\n");
    }

    const Topology &m_topology;
    std::map<std::string, std::string> m_contexts;
    std::map<std::string, std::string> m_domains;
    std::map<std::string, std::string> m_teams;
    std::map<std::string, std::string> m_channels;
    std::map<TopicName, std::vector<Event>> m_events;
    FileTree m_files;
};

} // namespace

FileTree eventCatalog(const Topology &topology)
{
    return Catalogue(topology).files();
}

} // namespace meshwright::report
