// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/kafkasettings.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace meshwright::asyncapi {

namespace {

using Fault = std::optional<std::string>;

constexpr std::string_view blanks = " \t\r\n\f\v";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string quoted(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

std::string joined(const std::vector<std::string_view> &choices)
{
    std::string text;
    for (const auto choice : choices)
        text += (text.empty() ? "" : ", ") + std::string(choice);
    return text;
}

std::string number(double value)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return std::to_string(static_cast<std::int64_t>(value));
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

Fault boundsFault(const KafkaSetting &setting, double value)
{
    const auto unit = setting.unit.empty() ? std::string() : " " + std::string(setting.unit);
    if (setting.minimum && value < *setting.minimum)
        return std::string(setting.name) + " must be at least " + number(*setting.minimum) + unit +
               ".";
    if (setting.maximum && value > *setting.maximum)
        return std::string(setting.name) + " must be at most " + number(*setting.maximum) + unit +
               ".";
    if (setting.name == "compression.gzip.level" && value == 0)
        return "compression.gzip.level must be from 1 to 9, or -1 for the codec's own default.";
    return std::nullopt;
}

Fault integerFault(const KafkaSetting &setting, std::string_view text)
{
    const bool isInt = setting.type == KafkaSetting::Type::Integer;
    const auto digits = text.starts_with('+') ? text.substr(1) : text;
    std::int64_t value = 0;
    const auto *const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    const bool isSignedTwice = text.starts_with("+-");
    if (error == std::errc::invalid_argument || rest != end || digits.empty() || isSignedTwice)
        return std::string(setting.name) + " must be a whole number" +
               (setting.unit.empty() ? "" : " of " + std::string(setting.unit)) + ", not " +
               quoted(text) + ".";
    const bool fits =
        error == std::errc() && (!isInt || (value >= std::numeric_limits<std::int32_t>::min() &&
                                            value <= std::numeric_limits<std::int32_t>::max()));
    if (!fits)
        return std::string(setting.name) + " is beyond the range of a " + (isInt ? "32" : "64") +
               "-bit number: " + quoted(text) + ".";
    return boundsFault(setting, static_cast<double>(value));
}

Fault doubleFault(const KafkaSetting &setting, std::string_view text)
{
    double value = 0;
    const auto digits = text.starts_with('+') ? text.substr(1) : text;
    const auto *const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc() || rest != end || digits.empty() || !std::isfinite(value))
        return std::string(setting.name) + " must be a number, not " + quoted(text) + ".";
    return boundsFault(setting, value);
}

Fault choiceFault(const KafkaSetting &setting, std::string_view text)
{
    if (setting.choices.empty() ||
        std::find(setting.choices.begin(), setting.choices.end(), text) != setting.choices.end())
        return std::nullopt;
    return std::string(setting.name) + " cannot be " + quoted(text) +
           "; it is one of: " + joined(setting.choices) + ".";
}

std::vector<std::string_view> listItems(std::string_view text)
{
    std::vector<std::string_view> items;
    while (true) {
        const auto comma = text.find(',');
        items.push_back(trimmed(text.substr(0, comma)));
        if (comma == std::string_view::npos)
            return items;
        text.remove_prefix(comma + 1);
    }
}

/// `3:1`: a partition and a broker.
bool isReplica(std::string_view item)
{
    const auto colon = item.find(':');
    const auto isNumber = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return colon != std::string_view::npos && isNumber(item.substr(0, colon)) &&
           isNumber(item.substr(colon + 1));
}

Fault listFault(const KafkaSetting &setting, std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    const auto items = listItems(text);
    const bool areReplicas = setting.name.ends_with(".throttled.replicas");
    if (areReplicas && items.size() == 1 && items.front() == "*")
        return std::nullopt;
    for (const auto item : items) {
        if (item.empty())
            return std::string(setting.name) + " has an empty item: remove the extra comma.";
        if (areReplicas && !isReplica(item))
            return std::string(setting.name) + " must be '*' or a list of PARTITION:BROKER, and " +
                   quoted(item) + " is neither.";
        if (auto fault = choiceFault(setting, item))
            return fault;
    }
    return std::nullopt;
}

} // namespace

const KafkaSetting *findKafkaSetting(std::string_view name)
{
    const auto &all = kafkaSettings();
    const auto found = std::lower_bound(
        all.begin(), all.end(), name,
        [](const KafkaSetting &setting, std::string_view key) { return setting.name < key; });
    return found != all.end() && found->name == name ? &*found : nullptr;
}

std::optional<std::string> settingFault(const KafkaSetting &setting, std::string_view value)
{
    const auto text = trimmed(value);
    switch (setting.type) {
    case KafkaSetting::Type::Boolean:
        if (equalsIgnoringCase(text, "true") || equalsIgnoringCase(text, "false"))
            return std::nullopt;
        return std::string(setting.name) + " must be true or false, not " + quoted(text) + ".";
    case KafkaSetting::Type::Integer:
    case KafkaSetting::Type::Long:
        return integerFault(setting, text);
    case KafkaSetting::Type::Double:
        return doubleFault(setting, text);
    case KafkaSetting::Type::String:
        return std::nullopt;
    case KafkaSetting::Type::List:
        return listFault(setting, text);
    case KafkaSetting::Type::Choice:
        return choiceFault(setting, text);
    }
    return std::nullopt;
}

} // namespace meshwright::asyncapi
