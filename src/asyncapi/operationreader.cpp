// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/specreader.h"

#include <algorithm>
#include <utility>

namespace meshwright::asyncapi {

Operation SpecReader::operationFrom(const Place &keyPlace, const Spot &spot)
{
    Operation operation;
    operation.place = placeOf(spot);
    operation.keyPlace = keyPlace;
    operation.summary = textAt(m_resolver, spot, "summary");
    for (const auto &trait : traitsOf(spot))
        if (operation.summary.empty())
            operation.summary = textAt(m_resolver, trait, "summary");
    operation.tags = tagsWithTraits(spot);
    return operation;
}

/// The channel that an operation names: one of the root's, or one that stands elsewhere (in place,
/// in the components, in another file), which then joins the spec's channels.
Channel *SpecReader::channelOfOperation(const Spot &written, const std::string &fallbackKey)
{
    const auto followed = m_resolver.follow(written);
    if (!followed || followed.node->kind != yaml::Kind::Mapping)
        return nullptr;
    const auto [known, isNew] = m_channelOfNode.try_emplace(followed.node, m_spec.channels.size());
    if (!isNew)
        return &m_spec.channels[known->second];
    Channel channel;
    const auto name = referenceName(written);
    channel.key = name.empty() ? fallbackKey : name;
    channel.address = channel.key;
    channel.keyPlace = placeOf(written);
    channel.addressPlace = channel.keyPlace;
    channel.place = placeOf(followed);
    readChannelOfVersion3(channel, followed);
    const auto same =
        std::find_if(m_spec.channels.begin(), m_spec.channels.end(),
                     [&](const Channel &each) { return each.address == channel.address; });
    if (same != m_spec.channels.end()) { // the same channel, written out in place
        known->second = static_cast<std::size_t>(same - m_spec.channels.begin());
        return &*same;
    }
    m_spec.channels.push_back(std::move(channel));
    return &m_spec.channels.back();
}

std::vector<Message> SpecReader::operationMessages(const Spot &operation, const Channel &channel)
{
    const auto list = m_resolver.value(operation, "messages");
    if (!list)
        return channel.messages;
    std::vector<Message> messages;
    for (const auto &written : items(list))
        if (m_resolver.follow(written))
            messages.push_back(messageFrom(written, referenceName(written)));
    return messages;
}

void SpecReader::readReply(const yaml::Node &key, const Spot &operation, const Operation &asked)
{
    const auto reply = m_resolver.value(operation, "reply");
    const auto written = m_resolver.child(reply, "channel");
    if (!written)
        return;
    auto *channel = channelOfOperation(written, std::string(key.scalarText().value_or("")));
    if (!channel)
        return;
    Operation answer;
    answer.action = asked.action == Action::Send ? Action::Receive : Action::Send;
    answer.id = asked.id;
    answer.place = placeOf(reply);
    const auto *entry = operation.node->findEntry("reply");
    answer.keyPlace = entry ? placeOf(operation, *entry->key) : answer.place;
    answer.messages = operationMessages(reply, *channel);
    channel->operations.push_back(std::move(answer));
}

void SpecReader::readOperationOfVersion3(const yaml::Node &key, const Spot &written)
{
    const auto operation = m_resolver.follow(written);
    if (!operation)
        return;
    const auto action = textAt(m_resolver, operation, "action");
    const auto channelSpot = m_resolver.child(operation, "channel");
    if ((action != "send" && action != "receive") || !channelSpot)
        return;
    auto read = operationFrom(placeOf(written, key), operation);
    read.id = std::string(key.scalarText().value_or(""));
    read.action = action == "send" ? Action::Send : Action::Receive;
    auto *channel = channelOfOperation(channelSpot, read.id);
    if (!channel)
        return;
    read.messages = operationMessages(operation, *channel);
    channel->operations.push_back(read);
    readReply(key, operation, read);
}

void SpecReader::readOperationsOfVersion3()
{
    const auto operations = m_resolver.value(m_root, "operations");
    if (!operations)
        return;
    for (const auto &entry : operations.node->mergedEntries())
        if (entry.key->isScalar())
            readOperationOfVersion3(*entry.key, {operations.file, &entry.value->resolved()});
}

} // namespace meshwright::asyncapi
