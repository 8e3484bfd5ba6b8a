// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/duration.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <optional>

namespace meshwright::asyncapi {

namespace {

struct Unit
{
    std::string_view name;
    std::int64_t milliseconds;
};

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

constexpr std::array units{
    Unit{"ms", 1},          Unit{"millisecond", 1}, Unit{"s", second},   Unit{"sec", second},
    Unit{"second", second}, Unit{"m", minute},      Unit{"min", minute}, Unit{"minute", minute},
    Unit{"h", hour},        Unit{"hour", hour},     Unit{"d", day},      Unit{"day", day},
    Unit{"w", 7 * day},     Unit{"week", 7 * day},
};

tl::unexpected<Error> refused(std::string_view text, const std::string &why)
{
    return tl::unexpected(Error{Error::Code::Invalid,
                                "'" + std::string(text) + "' " + why +
                                    ": write a number and a unit, such as 48 h, 7 d or 90 min, "
                                    "or forever.",
                                {}});
}

std::optional<std::int64_t> unitOf(std::string name)
{
    if (name.size() > 3 && name.ends_with('s'))
        name.pop_back();
    const auto found = std::find_if(units.begin(), units.end(),
                                    [&](const Unit &unit) { return unit.name == name; });
    return found == units.end() ? std::nullopt : std::optional(found->milliseconds);
}

/// `1.5` of a unit, exactly; nothing where it is no number, too large, or no whole milliseconds.
std::optional<std::int64_t> times(std::string_view number, std::int64_t unit)
{
    std::int64_t total = 0;
    std::int64_t share = 0; // what the next decimal place is worth
    const auto most = std::numeric_limits<std::int64_t>::max();
    for (const char c : number) {
        if (c == '.') {
            if (share != 0 || number.size() == 1 || __builtin_mul_overflow(total, unit, &total))
                return std::nullopt;
            share = unit;
            continue;
        }
        const std::int64_t digit = c - '0';
        if (share == 0) {
            if (total > (most - digit) / 10)
                return std::nullopt;
            total = 10 * total + digit;
            continue;
        }
        if (share % 10 != 0 && digit * share % 10 != 0)
            return std::nullopt;
        const auto part = digit * share / 10;
        if (total > most - part)
            return std::nullopt;
        total += part;
        share /= 10;
        if (share == 0)
            return std::nullopt;
    }
    if (share == 0 && __builtin_mul_overflow(total, unit, &total))
        return std::nullopt;
    return total;
}

} // namespace

Result<std::int64_t> parseDuration(std::string_view text)
{
    std::string rest;
    bool isApart = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isspace(byte) != 0) {
            isApart = true;
            continue;
        }
        const bool isDigit = std::isdigit(byte) != 0;
        if (isApart && isDigit && !rest.empty() &&
            std::isalpha(static_cast<unsigned char>(rest.back())) == 0)
            return refused(text, "is no duration"); // 1 2
        rest += static_cast<char>(std::tolower(byte));
        isApart = false;
    }
    if (rest == "-1" || rest == "forever" || rest == "unlimited")
        return -1;
    if (rest.empty())
        return refused(text, "is no duration");
    std::int64_t total = 0;
    std::string_view left = rest;
    while (!left.empty()) {
        const auto digits = std::min(left.find_first_not_of("0123456789."), left.size());
        const auto number = left.substr(0, digits);
        left.remove_prefix(digits);
        const auto letters = std::min(left.find_first_of("0123456789."), left.size());
        const std::string name(left.substr(0, letters));
        left.remove_prefix(letters);
        const bool isBare = name.empty() && number.size() == rest.size();
        const auto unit = isBare ? 1 : unitOf(name);
        if (number.empty() || !unit)
            return refused(text, "is no duration");
        const auto part = times(number, *unit);
        if (!part || __builtin_add_overflow(total, *part, &total))
            return refused(text, "is no whole number of milliseconds that Kafka can count");
    }
    return total;
}

std::string durationText(std::int64_t milliseconds)
{
    if (milliseconds < 0)
        return "forever";
    constexpr std::array said{Unit{"d", day}, Unit{"h", hour}, Unit{"min", minute},
                              Unit{"s", second}};
    for (const auto &unit : said) {
        const bool isFew = unit.milliseconds == day && milliseconds <= 2 * day;
        if (milliseconds > 0 && milliseconds % unit.milliseconds == 0 && !isFew)
            return std::to_string(milliseconds / unit.milliseconds) + " " + std::string(unit.name);
    }
    return std::to_string(milliseconds) + " ms";
}

} // namespace meshwright::asyncapi
