// SPDX-License-Identifier: Apache-2.0
#include "modelling/habits.h"

#include "asyncapi/resolver.h"

#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>
#include <array>

namespace meshwright::modelling {

namespace {

constexpr std::array<const char *, 3> settingMaps{"topicConfiguration", "configs", "config"};

yaml::Spot kafkaOf(asyncapi::Resolver &resolver, const yaml::Spot &channel)
{
    return resolver.value(resolver.value(channel, "bindings"), "kafka");
}

/// `compact, delete` → its items.
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

/// A number or a truth value as such, anything else as a text.
yaml::Value settingValue(const std::string &text)
{
    yaml::Node plain;
    plain.value = text;
    const bool isNumber =
        plain.asInteger().has_value() && text.find_first_not_of("-0123456789") == std::string::npos;
    const bool isTruth = text == "true" || text == "false";
    const bool isDecimal =
        plain.asNumber().has_value() && text.find_first_not_of("-.0123456789") == std::string::npos;
    if (isNumber || isTruth || isDecimal)
        return yaml::Plain{text};
    return text;
}

bool isList(const std::string &key)
{
    const auto *setting = asyncapi::findKafkaSetting(key);
    return setting && setting->type == asyncapi::KafkaSetting::Type::List;
}

} // namespace

std::string settingsMapOf(const asyncapi::Files &files, const ChannelId &channel,
                          const std::string &key)
{
    asyncapi::Resolver resolver(files);
    const auto document = files.document(channel.file);
    if (!document || !document->root())
        return settingMaps.front();
    const auto channels =
        resolver.value(resolver.spot(channel.file, *document->root()), "channels");
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

std::string textOfSetting(const std::string &key, const std::string &value)
{
    if (!isList(key))
        return value;
    std::string text;
    for (const auto &item : splitList(value))
        text += (text.empty() ? "" : ",") + item;
    return text;
}

Result<yaml::Value> valueOfSetting(const std::string &key, const std::string &value,
                                   const std::string &map)
{
    const auto refused = [](std::string message) {
        return tl::unexpected(Error{Error::Code::Invalid, std::move(message), {}});
    };
    if (key.empty())
        return refused("A setting has a name, such as retention.ms.");
    const auto text = textOfSetting(key, value);
    if (text.empty())
        return refused("The setting '" + key + "' needs a value; leave it out to take it away.");
    if (const auto *setting = asyncapi::findKafkaSetting(key))
        if (const auto fault = asyncapi::settingFault(*setting, text))
            return refused(*fault);
    if (!isList(key) || map != settingMaps.front())
        return settingValue(text);
    yaml::Value::Items items;
    for (const auto &item : splitList(text))
        items.emplace_back(item);
    return yaml::Value(std::move(items));
}

} // namespace meshwright::modelling
