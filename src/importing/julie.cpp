// SPDX-License-Identifier: Apache-2.0
#include "meshwright/importing/julie.h"

#include "importing/ownership.h"
#include "modelling/words.h"

#include "meshwright/lint/lint.h"
#include "meshwright/plan/plan.h"
#include "meshwright/topology/topology.h"
#include "meshwright/yaml/write.h"

#include <algorithm>
#include <filesystem>

namespace meshwright::importing {

namespace {

using yaml::Value;
using Entries = Value::Entries;
using Items = Value::Items;

Value scalar(const std::string &text)
{
    const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
    const bool isNumber = !digits.empty() && digits.size() < 19 &&
                          digits.find_first_not_of("0123456789") == std::string::npos &&
                          (digits.size() == 1 || digits.front() != '0');
    if (isNumber || text == "true" || text == "false")
        return yaml::Plain{text};
    return text;
}

Items listFrom(const std::string &text)
{
    Items items;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto comma = std::min(text.find(',', begin), text.size());
        auto word = text.substr(begin, comma - begin);
        word.erase(std::remove(word.begin(), word.end(), ' '), word.end());
        if (!word.empty())
            items.emplace_back(word);
        begin = comma + 1;
    }
    return items;
}

Value binding(const JulieTopic &topic)
{
    Entries settings;
    for (const auto &[key, value] : topic.settings) {
        if (key == "cleanup.policy")
            settings.emplace_back(key, listFrom(value));
        else
            settings.emplace_back(key, scalar(value));
    }
    Entries kafka;
    if (topic.partitions)
        kafka.emplace_back("partitions", yaml::Plain{std::to_string(*topic.partitions)});
    if (topic.replicas)
        kafka.emplace_back("replicas", yaml::Plain{std::to_string(*topic.replicas)});
    if (!settings.empty())
        kafka.emplace_back("topicConfiguration", std::move(settings));
    if (!kafka.empty())
        kafka.emplace_back("bindingVersion", yaml::Quoted{"0.5.0"});
    return Entries{{"kafka", std::move(kafka)}};
}

std::string fileOf(const std::string &id)
{
    std::string path = id;
    std::replace(path.begin(), path.end(), '.', '/');
    return path + ".yaml";
}

class SpecText
{
public:
    SpecText(const std::string &id, const Ownership &ownership)
        : m_id(id)
        , m_context(ownership.contexts.at(id))
        , m_ownership(ownership)
    {}

    std::string write();

private:
    void addTopic(const JulieTopic &topic);
    Value message(const JulieTopic &topic, const std::string &name) const;
    Value reference(const std::string &schema) const;
    std::string description() const;

    const std::string &m_id;
    const NewContext &m_context;
    const Ownership &m_ownership;
    std::set<std::string> m_keys;
    Entries m_channels;
    Entries m_operations;
};

std::string SpecText::description() const
{
    std::string text = "Moved over from " + m_context.origin.file + " of JulieOps.";
    if (!m_context.reads.empty())
        text += " Reads:";
    for (const std::string &topic : m_context.reads)
        text += " " + topic;
    return text;
}

Value SpecText::reference(const std::string &schema) const
{
    const auto folder = std::filesystem::path(fileOf(m_id)).parent_path();
    return Entries{
        {"$ref",
         yaml::Quoted{std::filesystem::path(schema).lexically_relative(folder).generic_string()}}};
}

Value SpecText::message(const JulieTopic &topic, const std::string &name) const
{
    Entries message{{"name", name}};
    if (!topic.valueSchema.empty()) {
        const auto ending = std::filesystem::path(topic.valueSchema).extension();
        Value payload = reference(topic.valueSchema);
        if (ending == ".avsc")
            payload = Entries{{"schemaFormat", "application/vnd.apache.avro;version=1.9.0"},
                              {"schema", std::move(payload)}};
        else if (ending == ".proto")
            payload = Entries{{"schemaFormat", "application/vnd.google.protobuf;version=3"},
                              {"schema", std::move(payload)}};
        message.emplace_back("payload", std::move(payload));
    }
    if (!topic.keySchema.empty())
        message.emplace_back(
            "bindings", Entries{{"kafka", Entries{{"key", reference(topic.keySchema)},
                                                  {"bindingVersion", yaml::Quoted{"0.5.0"}}}}});
    return message;
}

void SpecText::addTopic(const JulieTopic &topic)
{
    std::string words = topic.name.substr(m_id.size() + 1);
    std::replace(words.begin(), words.end(), '.', '-');
    const auto key = modelling::unused(modelling::camelCase(words), m_keys);
    m_keys.insert(key);
    const auto name = modelling::pascalCase(key);
    Entries channel{{"address", topic.name}};
    if (!topic.description.empty())
        channel.emplace_back("description", topic.description);
    Items tags;
    const auto grants = m_ownership.grants.find(topic.name);
    if (grants != m_ownership.grants.end())
        for (const std::string &reader : grants->second)
            tags.emplace_back(Entries{{"name", yaml::Quoted{grantTag(reader)}}});
    if (!tags.empty())
        channel.emplace_back("tags", std::move(tags));
    if (topic.partitions || topic.replicas || !topic.settings.empty())
        channel.emplace_back("bindings", binding(topic));
    channel.emplace_back("messages", Entries{{name, message(topic, name)}});
    m_channels.emplace_back(key, std::move(channel));
    m_operations.emplace_back(
        "send" + name, Entries{{"action", "send"},
                               {"channel", Entries{{"$ref", yaml::Quoted{"#/channels/" + key}}}}});
}

std::string SpecText::write()
{
    for (const JulieTopic *topic : m_context.topics)
        addTopic(*topic);
    Entries spec{{"asyncapi", "3.0.0"},
                 {"id", yaml::Quoted{"urn:" + m_id}},
                 {"info", Entries{{"title", m_context.title},
                                  {"version", "0.1.0"},
                                  {"description", description()}}}};
    if (!m_channels.empty()) {
        spec.emplace_back("channels", std::move(m_channels));
        spec.emplace_back("operations", std::move(m_operations));
    }
    return yaml::write(spec);
}

std::string settingsText(const Ownership &ownership, const JulieSource &source)
{
    Entries principals;
    for (const auto &[id, context] : ownership.contexts)
        if (!context.principal.empty())
            principals.emplace_back(id, yaml::Quoted{context.principal});
    const auto servers = source.properties.find("bootstrap.servers");
    Entries environment{{"connector", "kafka"},
                        {"guard", "confirm"},
                        {"bootstrap", servers == source.properties.end()
                                          ? Items{Value("localhost:9092")}
                                          : listFrom(servers->second)}};
    if (!principals.empty())
        environment.emplace_back("overrides", Entries{{"principals", std::move(principals)}});
    return yaml::write(
        Entries{{"version", yaml::Plain{"1"}},
                {"environments", Entries{{importedEnvironment, std::move(environment)}}}});
}

bool isImplied(const Acl &acl, const std::set<Acl> &others)
{
    if (acl.operation != AclOperation::Describe)
        return false;
    Acl stronger = acl;
    stronger.operation = AclOperation::Read;
    if (others.contains(stronger))
        return true;
    stronger.operation = AclOperation::Write;
    return others.contains(stronger);
}

/// A cluster that JulieOps keeps by these descriptors.
ActualState clusterOf(const Landscape &landscape)
{
    std::vector<ActualTopic> topics;
    for (const JulieProject &project : landscape.projects)
        for (const JulieTopic &each : project.topics) {
            ActualTopic topic;
            topic.name = each.name;
            topic.partitions = each.partitions.value_or(1);
            topic.replicas = each.replicas.value_or(1);
            topic.settings = each.settings;
            topics.push_back(std::move(topic));
        }
    std::sort(topics.begin(), topics.end(),
              [](const auto &left, const auto &right) { return left.name < right.name; });
    return {{}, std::move(topics), std::vector<Acl>(landscape.acls.begin(), landscape.acls.end())};
}

std::set<Acl> takenAway(const Plan &plan)
{
    std::set<Acl> acls;
    for (const PlanItem &item : plan.items)
        if (item.kind == PlanKind::Acl && item.action == PlanAction::Delete)
            acls.insert(std::get<AclChange>(item.change).acl);
    return acls;
}

/// What the first plan would add, and which ACLs of JulieOps no spec asks for: the planner says.
void compareAccess(const Landscape &landscape, Imported &imported)
{
    const auto topology = buildTopology(Workspace::fromTexts(imported.files));
    Environment environment = *topology->workspace->settings().environment(importedEnvironment);
    environment.deletes.cap = landscape.acls.size() + 1; // all of them are to be told
    const DesiredState desired = desiredState(*topology, &environment);
    const ActualState actual = clusterOf(landscape);
    const auto findings = lint(*topology);
    PlanOptions pruning;
    addKind(pruning.prune, "access");
    const auto gone = takenAway(makePlan(*topology, environment, desired, actual, findings, {}));
    const auto pruned =
        takenAway(makePlan(*topology, environment, desired, actual, findings, pruning));
    std::set<Acl> asked;
    for (const RequestedAcl &each : desired.acls) {
        asked.insert(each.acl);
        if (!landscape.acls.contains(each.acl))
            imported.notes.push_back({NoteKind::PlanAdds, each.reason.file,
                                      topology->workspace->text(each.reason.file)
                                          ->position(each.reason.range.begin)
                                          .line,
                                      describe(each.acl)});
    }
    for (const Acl &acl : landscape.acls) {
        if (asked.contains(acl) || isImplied(acl, landscape.acls))
            continue;
        const char *fate = gone.contains(acl)     ? ": the first plan takes it away"
                           : pruned.contains(acl) ? ": a plan with --prune access takes it away"
                                                  : ": no plan takes it away";
        imported.notes.push_back({NoteKind::NotAsked, {}, 0, describe(acl) + fate});
    }
}

} // namespace

std::string_view nameOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Review:
        return "review";
    case NoteKind::LeftOut:
        return "left-out";
    case NoteKind::PlanAdds:
        return "plan-adds";
    case NoteKind::NotAsked:
        return "not-asked";
    }
    return {};
}

Result<Imported> importJulie(const JulieSource &source)
{
    const auto landscape = readLandscape(source);
    if (!landscape)
        return tl::unexpected(landscape.error());
    const Ownership ownership = ownershipIn(*landscape);
    Imported imported;
    for (const auto &[id, context] : ownership.contexts) {
        imported.files[fileOf(id)] = SpecText(id, ownership).write();
        for (const JulieTopic *topic : context.topics)
            for (const std::string &schema : {topic->keySchema, topic->valueSchema})
                if (!schema.empty())
                    imported.files[schema] = source.texts.at(schema);
    }
    imported.files[settingsFileName] = settingsText(ownership, source);
    imported.notes = landscape->notes;
    imported.notes.insert(imported.notes.end(), ownership.notes.begin(), ownership.notes.end());
    if (!source.properties.contains("bootstrap.servers"))
        imported.notes.push_back({NoteKind::Review,
                                  {},
                                  0,
                                  std::string("No property says where the cluster is: write its "
                                              "address into the environment '") +
                                      importedEnvironment + "' of " + settingsFileName + "."});
    compareAccess(*landscape, imported);
    std::sort(imported.notes.begin(), imported.notes.end());
    imported.notes.erase(std::unique(imported.notes.begin(), imported.notes.end()),
                         imported.notes.end());
    return imported;
}

} // namespace meshwright::importing
