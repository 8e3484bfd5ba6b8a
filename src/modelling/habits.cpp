// SPDX-License-Identifier: Apache-2.0
#include "modelling/habits.h"

#include "asyncapi/resolver.h"

#include <algorithm>
#include <array>

namespace meshwright::modelling {

namespace {

constexpr std::array<const char *, 3> settingMaps{"topicConfiguration", "configs", "config"};

yaml::Spot kafkaOf(asyncapi::Resolver &resolver, const yaml::Spot &channel)
{
    return resolver.value(resolver.value(channel, "bindings"), "kafka");
}

} // namespace

std::string settingsMapOf(const Workspace &workspace, const ChannelId &channel,
                          const std::string &key)
{
    asyncapi::Resolver resolver(workspace);
    const auto document = workspace.document(channel.file);
    if (!document || !document->root())
        return settingMaps.front();
    const auto channels = resolver.value(resolver.spot(channel.file, *document->root()), "channels");
    const auto kafka = kafkaOf(resolver, resolver.value(channels, channel.key));
    for (const auto *map : settingMaps)
        if (resolver.child(resolver.value(kafka, map), key))
            return map;
    for (const auto *map : settingMaps)
        if (resolver.value(kafka, map))
            return map;
    if (channels && channels.node->kind == yaml::Kind::Mapping)
        for (const auto &entry : channels.node->entries) {
            const yaml::Spot other{channels.file, &entry.value->resolved()};
            for (const auto *map : settingMaps)
                if (resolver.value(kafkaOf(resolver, resolver.follow(other)), map))
                    return map;
        }
    return settingMaps.front();
}

std::vector<std::string> splitList(const std::string &text)
{
    std::vector<std::string> items;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(',', begin), text.size());
        const auto from = std::min(text.find_first_not_of(" \t", begin), end);
        auto item = text.substr(from, end - from);
        item.erase(item.find_last_not_of(" \t") + 1);
        if (!item.empty())
            items.push_back(std::move(item));
        begin = end + 1;
    }
    return items;
}

std::string joined(const std::vector<std::string> &items)
{
    std::string text;
    for (const auto &item : items)
        text += (text.empty() ? "" : ",") + item;
    return text;
}

yaml::Value::Items itemsOf(const std::vector<std::string> &texts)
{
    return {texts.begin(), texts.end()};
}

yaml::Value settingValue(const std::string &text)
{
    yaml::Node plain;
    plain.value = text;
    const bool isNumber = plain.asInteger().has_value() &&
                          text.find_first_not_of("-0123456789") == std::string::npos;
    const bool isTruth = text == "true" || text == "false";
    const bool isDecimal = plain.asNumber().has_value() &&
                           text.find_first_not_of("-.0123456789") == std::string::npos;
    if (isNumber || isTruth || isDecimal)
        return yaml::Plain{text};
    return text;
}

} // namespace meshwright::modelling
