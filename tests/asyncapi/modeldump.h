// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"

#include <sstream>
#include <string>

namespace meshwright::asyncapi {

/// A spec's model as indented text, each value with its line, so that tests can compare it.
class ModelDump
{
public:
    static std::string of(const Spec &spec)
    {
        ModelDump dump(spec);
        dump.writeSpec();
        return dump.m_out.str();
    }

private:
    explicit ModelDump(const Spec &spec)
        : m_spec(spec)
    {}

    std::string at(const Place &place) const
    {
        if (place.file != m_spec.file)
            return " @" + place.file;
        return " @" + std::to_string(m_spec.document->text()->position(place.range.begin).line);
    }

    std::string text(const Located &located) const { return located.value + at(located.place); }

    void line(int depth, const std::string &text)
    {
        m_out << std::string(static_cast<std::size_t>(depth) * 2, ' ') << text << '\n';
    }

    void field(int depth, const std::string &name, const std::string &value)
    {
        if (!value.empty())
            line(depth, name + ": " + value);
    }

    void field(int depth, const std::string &name, const std::optional<Located> &value)
    {
        if (value)
            line(depth, name + ": " + text(*value));
    }

    void tags(int depth, const std::vector<Tag> &tags)
    {
        for (const auto &tag : tags)
            line(depth, "tag " + text(tag.name) +
                            (tag.description.empty() ? "" : " = " + tag.description));
    }

    void payload(int depth, const std::string &name, const std::optional<Payload> &payload)
    {
        if (!payload)
            return;
        const auto kind = payload->node ? "inline or read" : "foreign";
        line(depth, name + at(payload->place) + ": " + kind + " in " + payload->file +
                        (payload->reference ? " by " + payload->reference->value : "") +
                        (payload->format.empty() ? "" : " as " + payload->format));
    }

    void messages(int depth, const std::vector<Message> &messages)
    {
        for (const auto &message : messages) {
            line(depth, "message " + message.key + at(message.place));
            field(depth + 1, "name", message.name);
            field(depth + 1, "title", message.title);
            field(depth + 1, "summary", message.summary);
            field(depth + 1, "contentType", message.contentType);
            tags(depth + 1, message.tags);
            payload(depth + 1, "payload", message.payload);
            if (!message.kafka)
                continue;
            payload(depth + 1, "kafka key", message.kafka->keySchema);
            field(depth + 1, "schemaIdLocation", message.kafka->schemaIdLocation);
            field(depth + 1, "schemaIdPayloadEncoding", message.kafka->schemaIdPayloadEncoding);
            field(depth + 1, "schemaLookupStrategy", message.kafka->schemaLookupStrategy);
        }
    }

    void binding(const KafkaChannelBinding &kafka)
    {
        line(1, "kafka" + at(kafka.place));
        field(2, "topic", kafka.topic);
        field(2, "partitions", kafka.partitions);
        field(2, "replicas", kafka.replicas);
        for (const auto &setting : kafka.settings)
            line(2, "setting " + text(setting.key) + " = " + text(setting.value) +
                        (setting.isScalar ? "" : " (list)"));
        field(2, "envs", kafka.environments);
        field(2, "bindingVersion", kafka.bindingVersion);
    }

    void operations(const Channel &channel)
    {
        for (const auto &operation : channel.operations) {
            line(1, std::string(operation.action == Action::Send ? "send " : "receive ") +
                        operation.id + at(operation.keyPlace));
            field(2, "summary", operation.summary);
            tags(2, operation.tags);
            messages(2, operation.messages);
        }
    }

    void writeSpec()
    {
        field(0, "asyncapi", text(m_spec.version) + " major " + std::to_string(m_spec.major));
        field(0, "id", m_spec.id);
        field(0, "title", m_spec.title);
        field(0, "apiVersion", m_spec.apiVersion);
        tags(0, m_spec.tags);
        for (const auto &server : m_spec.servers)
            line(0, "server " + server.name + at(server.place) + ": " + server.protocol + " " +
                        server.host);
        for (const auto &channel : m_spec.channels) {
            line(0, "channel " + channel.key + at(channel.keyPlace) + " -> " + channel.address +
                        at(channel.addressPlace));
            field(1, "description", channel.description);
            tags(1, channel.tags);
            if (channel.kafka)
                binding(*channel.kafka);
            messages(1, channel.messages);
            operations(channel);
        }
        messages(0, m_spec.messages);
        for (const auto &broken : m_spec.brokenReferences)
            line(0, "broken " + text(broken.reference));
        for (const auto &file : m_spec.dependencies)
            line(0, "depends on " + file);
    }

    const Spec &m_spec;
    std::ostringstream m_out;
};

} // namespace meshwright::asyncapi
