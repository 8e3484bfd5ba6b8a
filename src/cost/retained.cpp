// SPDX-License-Identifier: Apache-2.0
#include "cost/retained.h"

#include <charconv>
#include <cstdint>

namespace meshwright::cost {

namespace {

constexpr double millisecondsOfDay = 24.0 * 60 * 60 * 1000;

std::string settingOf(const DesiredTopic &topic, const std::string &key)
{
    const auto found = topic.settings.find(key);
    return found == topic.settings.end() ? std::string() : found->second;
}

std::optional<std::int64_t> wholeNumber(const std::string &text)
{
    std::int64_t number = 0;
    const auto *end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data(), end, number);
    return fault == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

/// Kafka deletes by age and size unless the policy is compact alone.
bool deletes(const DesiredTopic &topic)
{
    const std::string policy = settingOf(topic, "cleanup.policy");
    return policy.empty() || policy.find("delete") != std::string::npos;
}

/// `retention.bytes` is a bound for each partition.
RetainedOrGap boundOf(const DesiredTopic &topic)
{
    const auto bytes = wholeNumber(settingOf(topic, "retention.bytes"));
    if (!bytes || *bytes < 0)
        return {std::nullopt, Gap::Volume};
    if (!topic.partitions)
        return {std::nullopt, Gap::Partitions};
    return {Retained{static_cast<double>(*bytes) * *topic.partitions, true}, std::nullopt};
}

RetainedOrGap expectedOf(const DesiredTopic &topic, const asyncapi::Located &bytesPerDay)
{
    const auto bytes = asyncapi::bytesIn(bytesPerDay.value);
    if (!bytes)
        return {std::nullopt, Gap::Malformed};
    const auto retention = wholeNumber(settingOf(topic, "retention.ms"));
    if (!retention)
        return {std::nullopt, Gap::Retention};
    if (*retention < 0)
        return {std::nullopt, Gap::Unlimited};
    return {Retained{*bytes * static_cast<double>(*retention) / millisecondsOfDay, false},
            std::nullopt};
}

} // namespace

RetainedOrGap retainedBy(const DesiredTopic &topic, const std::optional<asyncapi::Volume> &volume)
{
    if (volume && volume->retainedBytes) {
        const auto bytes = asyncapi::bytesIn(volume->retainedBytes->value);
        if (!bytes)
            return {std::nullopt, Gap::Malformed};
        return {Retained{*bytes, false}, std::nullopt};
    }
    if (!deletes(topic))
        return {std::nullopt, Gap::Volume};
    const RetainedOrGap bound = boundOf(topic);
    if (!volume || !volume->bytesPerDay)
        return bound;
    const RetainedOrGap expected = expectedOf(topic, *volume->bytesPerDay);
    const bool isMalformed = expected.gap == Gap::Malformed;
    if (isMalformed || !bound.retained)
        return expected;
    if (!expected.retained || bound.retained->bytes < expected.retained->bytes)
        return bound;
    return expected;
}

} // namespace meshwright::cost
