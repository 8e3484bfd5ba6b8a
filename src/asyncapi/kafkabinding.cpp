// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/specreader.h"

#include <charconv>
#include <set>
#include <string_view>
#include <utility>

namespace meshwright::asyncapi {

namespace {

/// The text as written, number or not, so that a rule can judge it.
std::optional<Located> numberAt(Resolver &resolver, const Spot &mapping, std::string_view key)
{
    const auto spot = resolver.child(mapping, key);
    if (!spot || spot.node->isNull())
        return std::nullopt;
    return located(spot);
}

/// `seen`: the keys that a map before this one has; they go first.
void addSettings(std::vector<TopicSetting> &settings, std::set<std::string_view> &seen,
                 const Spot &map)
{
    if (!map)
        return;
    for (const auto &entry : map.node->mergedEntries()) {
        const auto key = entry.key->scalarText();
        if (!key || !seen.insert(*key).second)
            continue;
        const Spot value{map.file, &entry.value->resolved()};
        settings.push_back({{std::string(*key), placeOf(map, *entry.key)},
                            joinedList(value),
                            value.node->kind == yaml::Kind::Scalar});
    }
}

} // namespace

std::optional<int> numberIn(const std::optional<Located> &text)
{
    if (!text)
        return std::nullopt;
    int number = 0;
    const auto *end = text->value.data() + text->value.size();
    const auto [rest, fault] = std::from_chars(text->value.data(), end, number);
    return fault == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

std::optional<KafkaChannelBinding> SpecReader::channelBindingFrom(const Spot &channel)
{
    const auto kafka = m_resolver.value(m_resolver.value(channel, "bindings"), "kafka");
    if (!kafka || kafka.node->kind != yaml::Kind::Mapping)
        return std::nullopt;
    KafkaChannelBinding binding;
    binding.place = placeOf(kafka);
    binding.topic = locatedAt(m_resolver, kafka, "topic");
    binding.partitions = numberAt(m_resolver, kafka, "partitions");
    binding.replicas = numberAt(m_resolver, kafka, "replicas");
    std::set<std::string_view> seen;
    for (const auto *key : {"topicConfiguration", "configs", "config"})
        addSettings(binding.settings, seen, m_resolver.value(kafka, key));
    if (const auto environments = m_resolver.value(kafka, "envs"))
        binding.environments = joinedList(environments);
    binding.bindingVersion = locatedAt(m_resolver, kafka, "bindingVersion");
    return binding;
}

KafkaMessageBinding SpecReader::messageBindingFrom(const Spot &kafka)
{
    KafkaMessageBinding binding;
    binding.place = placeOf(kafka);
    if (const auto key = m_resolver.child(kafka, "key")) {
        binding.key = key.node;
        binding.keySchema = schemaFrom(key);
    }
    binding.schemaIdLocation = locatedAt(m_resolver, kafka, "schemaIdLocation");
    binding.schemaIdPayloadEncoding = locatedAt(m_resolver, kafka, "schemaIdPayloadEncoding");
    binding.schemaLookupStrategy = locatedAt(m_resolver, kafka, "schemaLookupStrategy");
    return binding;
}

} // namespace meshwright::asyncapi
