// SPDX-License-Identifier: Apache-2.0
#include "plan/settingvalue.h"

#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

namespace meshwright::plan {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

template <typename Number>
std::optional<Number> numberFrom(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    Number number{};
    const auto *end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data(), end, number);
    return fault == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

template <typename Number>
bool isSameNumber(std::string_view a, std::string_view b)
{
    const auto first = numberFrom<Number>(a);
    const auto second = numberFrom<Number>(b);
    return first && second && *first == *second;
}

std::string lowerCase(std::string_view text)
{
    std::string result(trimmed(text));
    for (auto &c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::vector<std::string_view> itemsOf(std::string_view list)
{
    std::vector<std::string_view> items;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (const auto item = trimmed(list.substr(0, comma)); !item.empty())
            items.push_back(item);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    std::sort(items.begin(), items.end());
    return items;
}

// -1 stands for no limit in all of these.
double limitFrom(std::string_view text)
{
    const auto number = numberFrom<std::int64_t>(text);
    if (!number)
        return std::numeric_limits<double>::quiet_NaN();
    return *number < 0 ? std::numeric_limits<double>::infinity() : static_cast<double>(*number);
}

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// A default that we can't see counts as a possible decrease.
bool mayShrink(const SettingChange &change)
{
    if (!change.before || !change.after)
        return true;
    return !(limitFrom(*change.after) >= limitFrom(*change.before));
}

} // namespace

bool isSameSettingValue(std::string_view key, std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    const auto *setting = asyncapi::findKafkaSetting(key);
    if (setting == nullptr)
        return false;
    using Type = asyncapi::KafkaSetting::Type;
    switch (setting->type) {
    case Type::Boolean:
        return lowerCase(a) == lowerCase(b);
    case Type::Integer:
    case Type::Long:
        return isSameNumber<std::int64_t>(a, b);
    case Type::Double:
        return isSameNumber<double>(a, b);
    case Type::List:
        return itemsOf(a) == itemsOf(b);
    case Type::String:
    case Type::Choice:
        return trimmed(a) == trimmed(b);
    }
    return false;
}

SettingRisk riskOf(const SettingChange &change)
{
    const auto &key = change.key;
    if (key == "cleanup.policy") {
        return {Risk::AffectsData,
                "records that the new policy does not keep are removed for good"};
    }
    if (isOneOf(key, {"retention.ms", "retention.bytes", "local.retention.ms",
                      "local.retention.bytes", "delete.retention.ms", "max.compaction.lag.ms"})) {
        if (mayShrink(change))
            return {Risk::AffectsData, "records beyond the new limit are removed for good"};
        return {};
    }
    if (key == "max.message.bytes" && mayShrink(change))
        return {Risk::AffectsData, "producers of larger records will be refused"};
    if (key == "min.insync.replicas" && mayShrink(change))
        return {Risk::AffectsData, "acknowledged records may stand on fewer replicas"};
    if (key == "unclean.leader.election.enable" && change.after &&
        lowerCase(*change.after) == "true")
        return {Risk::AffectsData, "records may be lost when a leader fails"};
    if (key == "remote.storage.enable" || key == "remote.log.delete.on.disable")
        return {Risk::AffectsData, "where the topic's records are kept changes"};
    return {};
}

bool isTransientSetting(std::string_view key)
{
    return isOneOf(
        key, {"leader.replication.throttled.replicas", "follower.replication.throttled.replicas"});
}

} // namespace meshwright::plan
