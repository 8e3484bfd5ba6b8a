// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/settingvalue.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "text/lowercase.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <vector>

namespace meshwright::asyncapi {

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

} // namespace

bool isSameSettingValue(std::string_view key, std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    const auto *setting = findKafkaSetting(key);
    if (setting == nullptr)
        return false;
    using Type = KafkaSetting::Type;
    switch (setting->type) {
    case Type::Boolean:
        return lowerCase(trimmed(a)) == lowerCase(trimmed(b));
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

std::optional<double> settingNumber(std::string_view key, std::string_view text)
{
    const KafkaSetting *setting = findKafkaSetting(key);
    if (setting == nullptr)
        return std::nullopt;
    using Type = KafkaSetting::Type;
    if (setting->type == Type::Double)
        return numberFrom<double>(text);
    if (setting->type != Type::Integer && setting->type != Type::Long)
        return std::nullopt;
    const auto number = numberFrom<std::int64_t>(text);
    if (!number)
        return std::nullopt;
    const bool isLimit = setting->minimum && *setting->minimum < 0;
    return isLimit && *number < 0 ? std::numeric_limits<double>::infinity()
                                  : static_cast<double>(*number);
}

} // namespace meshwright::asyncapi
