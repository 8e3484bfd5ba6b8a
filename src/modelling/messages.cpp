// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/messageacts.h"

#include <algorithm>

namespace meshwright::modelling {

std::string nameOf(const asyncapi::Message &message)
{
    return message.key.empty() ? message.name : message.key;
}

std::vector<const asyncapi::Message *> messagesOf(const asyncapi::Channel &channel)
{
    std::vector<const asyncapi::Message *> messages;
    const auto add = [&](const std::vector<asyncapi::Message> &some) {
        for (const auto &message : some) {
            const bool isKnown =
                std::any_of(messages.begin(), messages.end(), [&](const auto *known) {
                    return known->place == message.place ||
                           (known->key == message.key && !message.key.empty());
                });
            if (!isKnown)
                messages.push_back(&message);
        }
    };
    add(channel.messages);
    for (const auto &operation : channel.operations)
        add(operation.messages);
    return messages;
}

const asyncapi::Message *findMessage(const asyncapi::Channel &channel, const std::string &message)
{
    const auto messages = messagesOf(channel);
    if (message.empty())
        return messages.size() == 1 ? messages.front() : nullptr;
    for (const auto *each : messages)
        if (each->key == message)
            return each;
    for (const auto *each : messages)
        if (each->name == message)
            return each;
    return nullptr;
}

} // namespace meshwright::modelling
