// SPDX-License-Identifier: Apache-2.0
#include "modelling/facts.h"

#include "asyncapi/payloadreach.h"
#include "meshwright/modelling/messageacts.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

constexpr char separator = '\n'; // in no name that a document can write on one line

class Reader
{
public:
    Reader(Facts &facts, const asyncapi::Files &files, const asyncapi::Spec &spec)
        : m_facts(facts)
        , m_spec(spec)
        , m_resolver(files)
        , m_reach(files, m_resolver, spec.dependencies)
    {}

    void read()
    {
        add(factOf(m_spec.file, "id"), m_spec.id ? m_spec.id->value : "");
        add(factOf(m_spec.file, "title"), m_spec.title);
        add(factOf(m_spec.file, "description"), m_spec.description);
        add(factOf(m_spec.file, "tags"), namesOf(m_spec.tags));
        for (const auto &server : m_spec.servers)
            add(factOf(m_spec.file, "server/" + server.name), server.host + ' ' + server.protocol);
        for (const auto &message : m_spec.messages)
            addMessage("", message);
        for (const auto &channel : m_spec.channels)
            addChannel(channel);
    }

private:
    void add(std::string name, const std::string &value)
    {
        if (!value.empty())
            m_facts.try_emplace(std::move(name), value);
    }

    static std::string namesOf(const std::vector<asyncapi::Tag> &tags)
    {
        std::string names;
        for (const auto &tag : tags)
            names += tag.name.value + '\n';
        return names;
    }

    void addChannel(const asyncapi::Channel &channel)
    {
        const auto fact = [&](std::string_view what) {
            return factOf(m_spec.file, channel.key, what);
        };
        m_facts.try_emplace(fact("address"), channel.address);
        add(fact("description"), channel.description);
        auto tags = namesOf(channel.tags);
        for (const auto &operation : channel.operations) {
            tags += namesOf(operation.tags);
            const auto *action = operation.action == asyncapi::Action::Send ? "send" : "receive";
            m_facts[fact(action)] += operation.id + '\n';
            add(fact("summary/" + operation.id), operation.summary);
        }
        add(fact("tags"), tags);
        if (channel.kafka)
            addBinding(channel, *channel.kafka);
        for (const auto *message : messagesOf(channel))
            addMessage(channel.key, *message);
    }

    void addBinding(const asyncapi::Channel &channel, const asyncapi::KafkaChannelBinding &kafka)
    {
        const auto addText = [&](std::string_view what,
                                 const std::optional<asyncapi::Located> &text) {
            if (text)
                add(factOf(m_spec.file, channel.key, what), text->value);
        };
        addText("topic", kafka.topic);
        addText("partitions", kafka.partitions);
        addText("replicas", kafka.replicas);
        addText("environments", kafka.environments);
        for (const auto &setting : kafka.settings)
            addText("setting/" + setting.key.value, setting.value);
    }

    void addMessage(const std::string &channel, const asyncapi::Message &message)
    {
        const auto name = nameOf(message);
        const auto fact = [&](std::string_view what) {
            return factOf(m_spec.file, channel, name, what);
        };
        m_facts.try_emplace(fact("name"), message.name);
        add(fact("title"), message.title);
        add(fact("summary"), message.summary);
        add(fact("contentType"), message.contentType);
        add(fact("tags"), namesOf(message.tags));
        if (!message.payload)
            return;
        m_facts.try_emplace(fact("payload"), asyncapi::schemaFormatOf(*message.payload));
        for (const auto &field : m_reach.fieldsOf(*message.payload))
            add(fact("field/" + field.path), (field.isRequired ? "required " : "") + field.type);
    }

    Facts &m_facts;
    const asyncapi::Spec &m_spec;
    asyncapi::Resolver m_resolver;
    asyncapi::PayloadReach m_reach;
};

} // namespace

std::string factOf(std::string_view file, std::string_view what)
{
    return std::string(file) + separator + std::string(what);
}

std::string factOf(std::string_view file, std::string_view channel, std::string_view what)
{
    return factOf(factOf(file, channel), what);
}

std::string factOf(std::string_view file, std::string_view channel, std::string_view message,
                   std::string_view what)
{
    return factOf(factOf(file, channel), factOf(message, what));
}

std::string readable(const std::string &fact)
{
    std::string text;
    for (const char c : fact)
        text += c == separator ? std::string(" › ") : std::string(1, c);
    return text;
}

void addFacts(Facts &facts, const asyncapi::Files &files, const asyncapi::Spec &spec)
{
    Reader(facts, files, spec).read();
}

} // namespace meshwright::modelling
