// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/specreader.h"

#include <utility>

namespace meshwright::asyncapi {

Channel SpecReader::channelFrom(const yaml::Node &key, const Spot &written)
{
    Channel channel;
    channel.key = std::string(key.scalarText().value_or(""));
    channel.address = channel.key;
    channel.keyPlace = placeOf(written, key);
    channel.addressPlace = channel.keyPlace;
    channel.place = placeOf(written);
    if (m_spec.major == 2)
        readChannelOfVersion2(channel, written);
    else if (const auto followed = m_resolver.follow(written))
        readChannelOfVersion3(channel, followed);
    return channel;
}

void SpecReader::readChannelOfVersion2(Channel &channel, const Spot &written)
{
    // AsyncAPI 2 lets a channel have own fields beside its `$ref`; they go first.
    const auto followed = m_resolver.follow(written);
    const auto field = [&](std::string_view key) {
        const auto own = m_resolver.child(written, key);
        return own ? written : followed;
    };
    channel.description = textAt(m_resolver, field("description"), "description");
    channel.tags = tagsFrom(field("tags"));
    channel.kafka = channelBindingFrom(field("bindings"));
    channel.volume = volumeFrom(field("x-volume"));
    for (const auto *action : {"publish", "subscribe"}) {
        const auto owner = field(action);
        const auto operation = m_resolver.value(owner, action);
        if (!operation || operation.node->kind != yaml::Kind::Mapping)
            continue;
        const auto *entry = owner.node->findEntry(action);
        auto read =
            operationFrom(entry ? placeOf(owner, *entry->key) : placeOf(operation), operation);
        read.action = std::string_view(action) == "publish" ? Action::Send : Action::Receive;
        read.id = textAt(m_resolver, operation, "operationId");
        read.messages = messagesOfVersion2(operation);
        channel.operations.push_back(std::move(read));
    }
}

void SpecReader::readChannelOfVersion3(Channel &channel, const Spot &followed)
{
    const auto address = m_resolver.child(followed, "address");
    if (address && address.node->isScalar() && !address.node->isNull()) {
        channel.address = address.node->value;
        channel.addressPlace = placeOf(address);
    }
    channel.description = textAt(m_resolver, followed, "description");
    channel.tags = tagsFrom(followed);
    channel.kafka = channelBindingFrom(followed);
    channel.volume = volumeFrom(followed);
    channel.messages = messageMap(m_resolver.value(followed, "messages"));
}

void SpecReader::readChannels()
{
    const auto channels = m_resolver.value(m_root, "channels");
    if (!channels)
        return;
    for (const auto &entry : channels.node->mergedEntries()) {
        if (!entry.key->isScalar())
            continue;
        const Spot written{channels.file, &entry.value->resolved()};
        if (const auto followed = m_resolver.follow(written))
            m_channelOfNode.emplace(followed.node, m_spec.channels.size());
        m_spec.channels.push_back(channelFrom(*entry.key, written));
    }
}

} // namespace meshwright::asyncapi
