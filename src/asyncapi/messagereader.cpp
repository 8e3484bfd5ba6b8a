// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/specreader.h"

#include <utility>

namespace meshwright::asyncapi {

namespace {

void fillFrom(Resolver &resolver, const Spot &source, std::string &field, std::string_view key)
{
    if (field.empty())
        field = textAt(resolver, source, key);
}

} // namespace

Payload SpecReader::schemaFrom(const Spot &written)
{
    Payload payload;
    payload.place = placeOf(written);
    payload.file = *written.file;
    payload.node = written.node;
    const auto *reference = referenceOf(*written.node);
    if (!reference)
        return payload;
    payload.reference = Located{reference->text(), placeOf(written, *reference)};
    const auto &target = m_resolver.resolve(*written.file, reference->value);
    payload.file = target.file;
    payload.node = target.node;
    return payload;
}

std::optional<Payload> SpecReader::payloadFrom(const Spot &message)
{
    const auto written = m_resolver.child(message, "payload");
    const auto schemaRef = m_resolver.child(message, "schemaRef");
    if (!written && schemaRef && schemaRef.node->isString()) {
        Payload payload;
        payload.place = placeOf(schemaRef);
        payload.reference = located(schemaRef);
        const auto &target = m_resolver.resolve(*schemaRef.file, schemaRef.node->value);
        payload.file = target.file;
        payload.node = target.node;
        return payload;
    }
    if (!written || written.node->isNull())
        return std::nullopt;
    const auto multi = m_spec.major == 3 ? m_resolver.follow(written) : Spot{};
    const auto schema = m_resolver.child(multi, "schema");
    auto format = locatedAt(m_resolver, multi, "schemaFormat").value_or(Located{});
    const bool isMulti = schema && !format.value.empty();
    auto payload = schemaFrom(isMulti ? schema : written);
    if (format.value.empty())
        format = locatedAt(m_resolver, message, "schemaFormat").value_or(Located{});
    payload.format = format.value;
    payload.formatPlace = format.place;
    return payload;
}

Message SpecReader::messageFrom(const Spot &written, std::string key)
{
    Message message;
    const auto spot = m_resolver.follow(written);
    message.key = std::move(key);
    message.place = placeOf(spot ? spot : written);
    if (!spot)
        return message;
    auto sources = traitsOf(spot);
    sources.insert(sources.begin(), spot);
    for (const auto &source : sources) {
        fillFrom(m_resolver, source, message.name, "name");
        fillFrom(m_resolver, source, message.title, "title");
        fillFrom(m_resolver, source, message.summary, "summary");
        fillFrom(m_resolver, source, message.contentType, "contentType");
        if (!message.payload)
            message.payload = payloadFrom(source);
        const auto kafka = m_resolver.value(m_resolver.value(source, "bindings"), "kafka");
        if (!message.kafka && kafka && kafka.node->kind == yaml::Kind::Mapping)
            message.kafka = messageBindingFrom(kafka);
    }
    if (message.contentType.empty())
        message.contentType = m_defaultContentType;
    message.tags = tagsWithTraits(spot);
    return message;
}

std::vector<Message> SpecReader::messageMap(const Spot &map)
{
    std::vector<Message> messages;
    if (!map)
        return messages;
    for (const auto &entry : map.node->mergedEntries()) {
        const Spot written{map.file, &entry.value->resolved()};
        if (const auto key = entry.key->scalarText(); key && m_resolver.follow(written))
            messages.push_back(messageFrom(written, std::string(*key)));
    }
    return messages;
}

std::vector<Message> SpecReader::messagesOfVersion2(const Spot &operation)
{
    std::vector<Message> messages;
    const auto written = m_resolver.child(operation, "message");
    const auto spot = m_resolver.follow(written);
    if (!spot)
        return messages;
    const auto choices = m_resolver.value(spot, "oneOf");
    if (!choices || choices.node->kind != yaml::Kind::Sequence) {
        messages.push_back(messageFrom(written, referenceName(written)));
        return messages;
    }
    for (const auto &choice : items(choices))
        if (m_resolver.follow(choice))
            messages.push_back(messageFrom(choice, referenceName(choice)));
    return messages;
}

} // namespace meshwright::asyncapi
