// SPDX-License-Identifier: Apache-2.0
// JulieOps's descriptors and plans, read as its documentation says.
#include "importing/deadletters.h"
#include "importing/julienames.h"
#include "importing/julieplans.h"
#include "importing/landscape.h"
#include "importing/nodes.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/topology/names.h"

#include <algorithm>
#include <filesystem>

namespace meshwright::importing {

namespace {

class DescriptorReader
{
public:
    DescriptorReader(const JulieSource &source, const JulieNames &names,
                     const DeadLetters &deadLetters)
        : m_source(source)
        , m_names(names)
        , m_deadLetters(deadLetters)
    {
        const auto optimized = source.properties.find("topology.acls.optimized");
        m_isOptimized = optimized != source.properties.end() && optimized->second == "true";
    }

    Result<Landscape> read();

private:
    void readDescriptor(const Node &root);
    void readRoot(const Node &root);
    void readProject(const Node &node);
    std::vector<std::string> readTopic(const Node &node, JulieProject &project);
    void addTopic(const Node &node, const std::string &name, std::vector<JulieTopic> &topics);
    JulieTopic topicFrom(const Node &node, const std::string &name);
    void readSettings(const Node &node, JulieTopic &topic);
    void readSchemas(const Node *schemas, JulieTopic &topic);
    std::string schemaPath(const Node *path, const Node &at);
    void readUsers(const Node &node, const JulieProject &project);
    void readConsumers(const Node *list, const std::vector<std::string> &topics,
                       const std::string &prefix = {});
    void readProducers(const Node *list, const std::vector<std::string> &topics,
                       const std::string &prefix = {});
    void allowTopics(const std::vector<std::string> &topics, const std::string &prefix,
                     const std::string &principal, AclOperation operation);
    void readStreams(const Node *list, const std::string &prefix);
    void readConnectors(const Node *node);
    void readKsql(const Node *node, const std::string &prefix);
    void readWorker(const Node &worker);
    void readPlatform(const Node *platform);

    Origin at(const Node &node) const
    {
        return {m_file, m_document->text()->position(node.range.begin).line};
    }

    Error fault(const Node &node, std::string message) const
    {
        const auto position = m_document->text()->position(node.range.begin);
        return {Error::Code::Invalid, std::move(message),
                m_file + ":" + std::to_string(position.line) + ":" +
                    std::to_string(position.column)};
    }

    void fail(const Node &node, std::string message)
    {
        if (!m_fault)
            m_fault = fault(node, std::move(message));
    }

    void note(NoteKind kind, const Node &node, std::string message)
    {
        const Origin origin = at(node);
        m_landscape.notes.push_back({kind, origin.file, origin.line, std::move(message)});
    }

    void allow(ResourceType type, PatternType pattern, const std::string &name,
               const std::string &principal, std::initializer_list<AclOperation> operations)
    {
        for (const AclOperation operation : operations)
            m_landscape.acls.insert({.resourceType = type,
                                     .patternType = pattern,
                                     .name = name,
                                     .principal = principal,
                                     .operation = operation});
    }

    void grant(const Node &node, const std::string &principal, const std::string &topic,
               bool writes)
    {
        m_landscape.rights.push_back({principal, topic, writes, m_root.front().second, at(node)});
    }

    std::string principalIn(const Node &user)
    {
        const auto principal = textOf(user.isMapping() ? user.find("principal") : nullptr);
        if (principal.empty())
            fail(user, "An application has a principal, such as principal: \"User:App0\".");
        else if (const std::string metadata = metadataOf(user); !metadata.empty())
            note(NoteKind::LeftOut, user,
                 "What is said of '" + principal + "' (" + metadata +
                     "): write it into the description of its context.");
        return principal;
    }

    const JulieSource &m_source;
    const JulieNames &m_names;
    const DeadLetters &m_deadLetters;
    bool m_isOptimized = false; ///< one ACL for all topics of a project
    Landscape m_landscape;
    JuliePlans m_plans;
    yaml::DocumentPtr m_document;
    std::string m_file;
    JulieNames::Values m_root;
    std::optional<Error> m_fault;
};

Result<Landscape> DescriptorReader::read()
{
    auto plans = readPlans(m_source);
    if (!plans)
        return tl::unexpected(plans.error());
    m_plans = std::move(*plans);
    bool found = false;
    for (const auto &[path, text] : m_source.texts) {
        if (!isDocument(path))
            continue;
        m_document = yaml::Document::parse(std::make_shared<SourceText>(text));
        m_file = path;
        const Node *root = mapping(m_document->root());
        if (!root || !root->find("context"))
            continue;
        found = true;
        readDescriptor(*root);
        if (m_fault)
            return tl::unexpected(*m_fault);
    }
    if (!found)
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "There is no descriptor: a YAML or JSON file with a root key "
                                    "'context'.",
                                    {}});
    return std::move(m_landscape);
}

void DescriptorReader::readRoot(const Node &root)
{
    m_root = {{"context", textOf(root.find("context"))}};
    if (m_root.front().second.empty())
        fail(root, "The root key 'context' holds a name: it opens the names of the topics.");
    for (const yaml::Entry &entry : root.mergedEntries()) {
        const std::string key = entry.key->text();
        if (key == "context" || key == "projects" || key == "platform" || key == "special_topics")
            continue;
        if (entry.value->isScalar())
            m_root.emplace_back(key, textOf(entry.value));
        else
            note(NoteKind::LeftOut, *entry.key,
                 "'" + key + "' is no part of a name, and nothing else is known of it.");
    }
}

void DescriptorReader::readDescriptor(const Node &root)
{
    readRoot(root);
    for (const Node *project : listOf(root.find("projects")))
        readProject(*project);
    for (const Node *topic : listOf(root.find("special_topics"))) {
        const std::string name = textOf(topic->isMapping() ? topic->find("name") : nullptr);
        if (name.empty())
            fail(*topic, "A special topic has a name.");
        else
            m_landscape.specialTopics.push_back(topicFrom(*topic, name));
    }
    readPlatform(mapping(root.find("platform")));
}

void DescriptorReader::readProject(const Node &node)
{
    const std::string name = textOf(node.isMapping() ? node.find("name") : nullptr);
    if (name.empty()) {
        fail(node, "A project has a name: it is a part of the names of its topics.");
        return;
    }
    JulieProject project;
    project.title = name;
    project.context = m_root.front().second;
    project.prefix = m_names.withoutSeparator(m_names.prefix(m_root, name));
    project.origin = at(node);
    std::vector<std::string> names;
    for (const Node *topic : listOf(node.find("topics")))
        for (std::string &each : readTopic(*topic, project))
            names.push_back(std::move(each));
    const std::string prefix = m_names.prefix(m_root, name);
    const std::string optimized = m_isOptimized ? prefix : std::string();
    readConsumers(node.find("consumers"), names, optimized);
    readProducers(node.find("producers"), names, optimized);
    readStreams(node.find("streams"), prefix);
    readConnectors(node.find("connectors"));
    readKsql(node.find("ksql"), prefix);
    readUsers(node, project);
    m_landscape.projects.push_back(std::move(project));
}

/// What a project has besides topics and applications.
void DescriptorReader::readUsers(const Node &node, const JulieProject &project)
{
    static const std::set<std::string> known{"name",    "topics",     "consumers", "producers",
                                             "streams", "connectors", "ksql",      "zookeepers"};
    for (const yaml::Entry &entry : node.mergedEntries()) {
        const std::string key = entry.key->text();
        if (known.contains(key))
            continue;
        for (const Node *item : listOf(entry.value)) {
            std::string who = textOf(item->isMapping() ? item->find("principal") : nullptr);
            std::string role = key;
            if (key == "rbac" && item->isMapping() && !item->entries.empty()) {
                role = item->entries.front().key->text();
                for (const Node *user : listOf(item->entries.front().value))
                    who += (who.empty() ? "" : ", ") + textOf(user->find("principal"));
            }
            const std::string what = key == "rbac" ? "The role " + role
                                     : key == "schemas"
                                         ? std::string("Access to subjects of the schema registry")
                                         : "The role of your own '" + role + "'";
            note(NoteKind::LeftOut, *item,
                 what + " of '" + who + "' in the project '" + project.title +
                     "' is no ACL of Kafka: keep it where roles are kept.");
        }
    }
}

JulieTopic DescriptorReader::topicFrom(const Node &node, const std::string &name)
{
    JulieTopic topic;
    topic.name = name;
    topic.origin = at(node);
    topic.description = metadataOf(node);
    readSettings(node, topic);
    readSchemas(node.find("schemas"), topic);
    return topic;
}

/// With its dead letters, which have its settings and its users.
std::vector<std::string> DescriptorReader::readTopic(const Node &node, JulieProject &project)
{
    const std::string name = textOf(node.isMapping() ? node.find("name") : nullptr);
    if (name.empty()) {
        fail(node, "A topic has a name.");
        return {};
    }
    const std::string type = textOf(node.find("dataType"));
    std::vector<std::string> names{m_names.topic(m_root, project.title, name, type)};
    addTopic(node, names.front(), project.topics);
    if (m_deadLetters.areMadeFor(names.front())) {
        names.push_back(m_names.deadLetters(m_root, project.title, name, type));
        // One that begins otherwise must not hide what the others have in common.
        const bool isStray =
            isWithin(names.front(), project.prefix) && !isWithin(names.back(), project.prefix);
        addTopic(node, names.back(), isStray ? m_landscape.specialTopics : project.topics);
    }
    readConsumers(node.find("consumers"), names);
    readProducers(node.find("producers"), names);
    return names;
}

void DescriptorReader::addTopic(const Node &node, const std::string &name,
                                std::vector<JulieTopic> &topics)
{
    if (const auto wrong = asyncapi::topicNameFault(name))
        fail(node, "Kafka takes no topic '" + name + "': " + *wrong);
    else
        topics.push_back(topicFrom(node, name));
}

void DescriptorReader::readSettings(const Node &node, JulieTopic &topic)
{
    const Node *config = mapping(node.find("config"));
    std::map<std::string, std::string> settings;
    if (const Node *plan = node.find("plan")) {
        const auto found = m_plans.find(textOf(plan));
        if (found != m_plans.end())
            settings = found->second;
        else
            note(NoteKind::LeftOut, *plan,
                 "The settings of the plan '" + textOf(plan) + "' for '" + topic.name +
                     "': no file here has a root key 'plans' with it. Import that file too.");
    }
    if (config)
        for (const yaml::Entry &entry : config->mergedEntries())
            settings[entry.key->text()] = textOf(entry.value);
    const auto count = [&](const char *key, std::optional<int> &number) {
        const auto found = settings.find(key);
        if (found == settings.end())
            return;
        number = numberFrom(found->second);
        if (!number)
            fail(config ? *config : node, "'" + found->second + "' is no number for '" +
                                              std::string(key) + "' of '" + topic.name + "'.");
        settings.erase(found);
    };
    count("num.partitions", topic.partitions);
    count("replication.factor", topic.replicas);
    topic.settings = std::move(settings);
}

void DescriptorReader::readSchemas(const Node *schemas, JulieTopic &topic)
{
    if (!schemas || schemas->isNull())
        return;
    auto versions = listOf(schemas);
    if (schemas->isMapping())
        versions.push_back(&schemas->resolved());
    if (versions.empty() || !versions.back()->isMapping())
        return;
    if (versions.size() > 1)
        note(NoteKind::Review, *schemas,
             "'" + topic.name + "' has " + std::to_string(versions.size()) +
                 " pairs of schemas: the last one is taken.");
    const Node &last = *versions.back();
    topic.keySchema = schemaPath(last.find("key.schema.file"), last);
    topic.valueSchema = schemaPath(last.find("value.schema.file"), last);
}

std::string DescriptorReader::schemaPath(const Node *path, const Node &at)
{
    const std::string written = textOf(path);
    if (written.empty())
        return {};
    const auto beside = (std::filesystem::path(m_file).parent_path() / written).lexically_normal();
    for (const std::string &candidate : {beside.generic_string(), written})
        if (m_source.texts.contains(candidate))
            return candidate;
    note(NoteKind::LeftOut, at, "The schema '" + written + "': there is no such file here.");
    return {};
}

/// A prefix, where there is one, stands for all of them.
void DescriptorReader::allowTopics(const std::vector<std::string> &topics,
                                   const std::string &prefix, const std::string &principal,
                                   AclOperation operation)
{
    if (!prefix.empty())
        return allow(ResourceType::Topic, PatternType::Prefixed, prefix, principal,
                     {operation, AclOperation::Describe});
    for (const std::string &topic : topics)
        allow(ResourceType::Topic, PatternType::Literal, topic, principal,
              {operation, AclOperation::Describe});
}

void DescriptorReader::readConsumers(const Node *list, const std::vector<std::string> &topics,
                                     const std::string &prefix)
{
    for (const Node *user : listOf(list)) {
        const std::string principal = principalIn(*user);
        if (principal.empty())
            return;
        const std::string group = textOf(user->find("group"));
        for (const std::string &topic : topics)
            grant(*user, principal, topic, false);
        allowTopics(topics, prefix, principal, AclOperation::Read);
        allow(ResourceType::Group, PatternType::Literal, group.empty() ? "*" : group, principal,
              {AclOperation::Read});
    }
}

void DescriptorReader::readProducers(const Node *list, const std::vector<std::string> &topics,
                                     const std::string &prefix)
{
    for (const Node *user : listOf(list)) {
        const std::string principal = principalIn(*user);
        if (principal.empty())
            return;
        for (const std::string &topic : topics)
            grant(*user, principal, topic, true);
        allowTopics(topics, prefix, principal, AclOperation::Write);
        const std::string transaction = textOf(user->find("transactionId"));
        if (!transaction.empty())
            allow(ResourceType::TransactionalId, PatternType::Literal, transaction, principal,
                  {AclOperation::Write, AclOperation::Describe});
        if (!transaction.empty() || textOf(user->find("idempotence")) == "true")
            allow(ResourceType::Cluster, PatternType::Literal, "kafka-cluster", principal,
                  {AclOperation::IdempotentWrite});
    }
}

/// The topics of streams, connectors and ksql are full names.
void DescriptorReader::readWorker(const Node &worker)
{
    const std::string principal = principalIn(worker);
    const Node *topics = principal.empty() ? nullptr : mapping(worker.find("topics"));
    if (!topics)
        return;
    for (const bool writes : {false, true})
        for (const Node *topic : listOf(topics->find(writes ? "write" : "read"))) {
            grant(*topic, principal, textOf(topic), writes);
            allow(ResourceType::Topic, PatternType::Literal, textOf(topic), principal,
                  {writes ? AclOperation::Write : AclOperation::Read});
        }
}

void DescriptorReader::readStreams(const Node *list, const std::string &prefix)
{
    for (const Node *stream : listOf(list)) {
        readWorker(*stream);
        const std::string id = textOf(stream->find("applicationId"));
        const std::string own = id.empty() ? prefix : id;
        const std::string principal = principalIn(*stream);
        allow(ResourceType::Topic, PatternType::Prefixed, own, principal, {AclOperation::All});
        allow(ResourceType::Group, PatternType::Prefixed, own, principal, {AclOperation::Read});
    }
}

void DescriptorReader::readConnectors(const Node *node)
{
    if (!node)
        return;
    for (const char *key : {"artefacts", "artifacts"})
        for (const Node *artefact : listOf(node->isMapping() ? node->find(key) : nullptr))
            note(NoteKind::LeftOut, *artefact,
                 "The connector '" + textOf(artefact->find("name")) +
                     "': it is deployed to Kafka Connect, not to the cluster.");
    for (const Node *worker : listOf(node->isMapping() ? node->find("access_control") : node)) {
        readWorker(*worker);
        const std::string principal = principalIn(*worker);
        const auto nameOr = [&](const char *key, const char *otherwise) {
            const std::string text = textOf(worker->find(key));
            return text.empty() ? std::string(otherwise) : text;
        };
        for (const std::string &topic :
             {nameOr("status_topic", "connect-status"), nameOr("offset_topic", "connect-offsets"),
              nameOr("configs_topic", "connect-configs")})
            allow(ResourceType::Topic, PatternType::Literal, topic, principal,
                  {AclOperation::Read, AclOperation::Write});
        allow(ResourceType::Cluster, PatternType::Literal, "kafka-cluster", principal,
              {AclOperation::Create});
        allow(ResourceType::Group, PatternType::Literal, nameOr("group", "connect-cluster"),
              principal, {AclOperation::Read});
    }
}

void DescriptorReader::readKsql(const Node *node, const std::string &prefix)
{
    if (!node || !node->isMapping())
        return;
    for (const char *key : {"artefacts", "artifacts"})
        if (const Node *artefacts = mapping(node->find(key)))
            for (const char *kind : {"streams", "tables"})
                for (const Node *artefact : listOf(artefacts->find(kind)))
                    note(NoteKind::LeftOut, *artefact,
                         "The query '" + textOf(artefact->find("name")) +
                             "': it is deployed to ksqlDB, not to the cluster.");
    readStreams(node->find("access_control"), prefix);
}

void DescriptorReader::readPlatform(const Node *platform)
{
    if (!platform)
        return;
    for (const yaml::Entry &entry : platform->mergedEntries())
        note(NoteKind::LeftOut, *entry.key,
             "The platform's '" + entry.key->text() +
                 "': access of the platform's own services belongs to no bounded context. Keep it "
                 "where the platform is set up; no plan takes it away.");
}

} // namespace

Result<Landscape> readLandscape(const JulieSource &source)
{
    const auto names = JulieNames::from(source.properties);
    if (!names)
        return tl::unexpected(names.error());
    const auto deadLetters = DeadLetters::from(source.properties);
    if (!deadLetters)
        return tl::unexpected(deadLetters.error());
    return DescriptorReader(source, *names, *deadLetters).read();
}

} // namespace meshwright::importing
