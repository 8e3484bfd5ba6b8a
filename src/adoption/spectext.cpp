// SPDX-License-Identifier: Apache-2.0
#include "adoption/spectext.h"

#include "meshwright/modelling/newspec.h"
#include "meshwright/topology/topology.h"
#include "meshwright/yaml/write.h"
#include "modelling/habits.h"
#include "modelling/specwriter.h"
#include "modelling/words.h"

#include <filesystem>
#include <set>

namespace meshwright::adoption {

namespace {

using yaml::Value;
using Entries = Value::Entries;

constexpr const char *settingsMap = "topicConfiguration";

Entries bindingOf(const TopicText &topic, std::vector<Note> &notes)
{
    Entries kafka;
    if (topic.partitions > 0)
        kafka.emplace_back("partitions", yaml::Plain{std::to_string(topic.partitions)});
    if (topic.replicas > 0)
        kafka.emplace_back("replicas", yaml::Plain{std::to_string(topic.replicas)});
    Entries settings;
    for (const auto &[key, value] : topic.settings) {
        auto written = modelling::valueOfSetting(key, value, settingsMap);
        if (written)
            settings.emplace_back(key, std::move(*written));
        else
            notes.push_back(
                {topic.address, key + " is not in the spec: " + written.error().message});
    }
    if (!settings.empty())
        kafka.emplace_back(settingsMap, std::move(settings));
    return kafka;
}

Value tagsOf(const TopicText &topic)
{
    Value::Items tags;
    for (const auto &reader : topic.grants)
        tags.emplace_back(Entries{{"name", grantTag(reader)}});
    return tags;
}

std::string formatOf(const SchemaLink &schema)
{
    return schema.type == "JSON" ? std::string() : modelling::formatOfFile(schema.file);
}

class Writer
{
public:
    explicit Writer(std::string file)
        : m_folder(std::filesystem::path(std::move(file)).parent_path())
    {}

    void addTopic(const TopicText &topic, std::vector<Note> &notes)
    {
        Entries channel{{"address", topic.address}};
        if (!topic.messages.empty())
            channel.emplace_back("messages", messagesOf(topic));
        if (!topic.grants.empty())
            channel.emplace_back("tags", tagsOf(topic));
        if (auto kafka = bindingOf(topic, notes); !kafka.empty())
            channel.emplace_back("bindings", Entries{{"kafka", std::move(kafka)}});
        addChannel(topic.type, "send", std::move(channel));
    }

    void addConsumption(const ConsumptionText &consumption)
    {
        addChannel(consumption.type, "receive", Entries{{"address", consumption.topic}});
    }

    std::string text(const ContextId &context)
    {
        Entries spec{
            {"asyncapi", "3.0.0"},
            {"id", "urn:" + context.value},
            {"info", Entries{{"title", modelling::titleFor(context)}, {"version", "0.1.0"}}}};
        if (!m_channels.empty()) {
            spec.emplace_back("channels", std::move(m_channels));
            spec.emplace_back("operations", std::move(m_operations));
        }
        return yaml::write(spec);
    }

private:
    Value messagesOf(const TopicText &topic) const
    {
        Entries messages;
        std::set<std::string> keys;
        for (const auto &message : topic.messages) {
            const auto key = modelling::unused(modelling::camelCase(message.name), keys);
            keys.insert(key);
            messages.emplace_back(key, messageOf(message));
        }
        return messages;
    }

    Value messageOf(const MessageText &text) const
    {
        Entries message;
        if (text.payload)
            modelling::addPayload(message, 3, formatOf(*text.payload), referenceTo(*text.payload));
        Entries kafka;
        if (text.key)
            kafka.emplace_back("key", referenceTo(*text.key));
        if (!text.strategy.empty())
            kafka.emplace_back("schemaLookupStrategy", text.strategy);
        if (!text.level.empty())
            kafka.emplace_back("x-compatibility", text.level);
        if (text.key && text.key->type == "AVRO") // the last version that takes one
            kafka.emplace_back("bindingVersion", yaml::Quoted{"0.4.0"});
        if (!kafka.empty())
            message.emplace_back("bindings", Entries{{"kafka", std::move(kafka)}});
        return message;
    }

    Value referenceTo(const SchemaLink &schema) const
    {
        const auto way = std::filesystem::path(schema.file).lexically_relative(m_folder);
        return Entries{{"$ref", yaml::Quoted{"./" + way.generic_string()}}};
    }

    void addChannel(const std::string &type, const std::string &action, Entries channel)
    {
        const auto key = modelling::unused(modelling::camelCase(type), m_keys);
        m_keys.insert(key);
        m_channels.emplace_back(key, std::move(channel));
        m_operations.emplace_back(
            action + modelling::pascalCase(key),
            Entries{{"action", action}, {"channel", Entries{{"$ref", "#/channels/" + key}}}});
    }

    const std::filesystem::path m_folder;
    std::set<std::string> m_keys;
    Entries m_channels;
    Entries m_operations;
};

} // namespace

std::string write(const SpecText &spec, std::vector<Note> &notes)
{
    Writer writer(spec.file);
    for (const auto &topic : spec.topics)
        writer.addTopic(topic, notes);
    for (const auto &consumption : spec.consumptions)
        writer.addConsumption(consumption);
    return writer.text(spec.context);
}

} // namespace meshwright::adoption
