// SPDX-License-Identifier: Apache-2.0
#include "policy/values.h"

#include "meshwright/asyncapi/duration.h"
#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/asyncapi/settingvalue.h"

#include <algorithm>
#include <charconv>

namespace meshwright::policy {

namespace {

bool isCount(std::string_view subject)
{
    return subject == "partitions" || subject == "replicas";
}

} // namespace

bool isSame(std::string_view subject, std::string_view a, std::string_view b)
{
    if (isCount(subject))
        return numberIn(subject, a) == numberIn(subject, b);
    return a == b || asyncapi::isSameSettingValue(subject, a, b);
}

std::optional<double> numberIn(std::string_view subject, std::string_view text)
{
    if (!isCount(subject))
        return asyncapi::settingNumber(subject, text);
    int number = 0;
    const auto *end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data(), end, number);
    return fault == std::errc{} && rest == end ? std::optional<double>(number) : std::nullopt;
}

bool isWithinBounds(const PolicyDemand &demand, std::optional<double> number)
{
    return number && (!demand.least || *number >= *demand.least) &&
           (!demand.most || *number <= *demand.most);
}

std::optional<std::string> wantedValue(const PolicyDemand &demand,
                                       const std::optional<std::string> &present)
{
    if (!demand.values.empty()) {
        const bool isFine =
            present && std::any_of(demand.values.begin(), demand.values.end(), [&](const auto &v) {
                return isSame(demand.subject, *present, v);
            });
        return isFine ? std::nullopt : std::optional(demand.values.front());
    }
    if (demand.isAny || (!demand.least && !demand.most))
        return std::nullopt;
    const auto number = present ? numberIn(demand.subject, *present) : std::nullopt;
    if (isWithinBounds(demand, number))
        return std::nullopt;
    const bool isTooSmall = number && demand.least && *number < *demand.least;
    return demand.most && !isTooSmall ? demand.mostText : demand.leastText;
}

std::string valueText(std::string_view subject, std::string_view value)
{
    const auto *setting = asyncapi::findKafkaSetting(subject);
    std::int64_t milliseconds = 0;
    const auto *end = value.data() + value.size();
    const auto [rest, fault] = std::from_chars(value.data(), end, milliseconds);
    if (!setting || setting->unit != "ms" || fault != std::errc{} || rest != end)
        return std::string(value);
    const std::string words = asyncapi::durationText(milliseconds);
    return words + " (" + std::string(value) + ")";
}

std::string demandText(const PolicyDemand &demand)
{
    std::string text;
    for (const std::string &value : demand.values)
        text += (text.empty() ? "" : " or ") + valueText(demand.subject, value);
    if (demand.least)
        text += "at least " + valueText(demand.subject, demand.leastText);
    if (demand.most)
        text += (demand.least ? " and at most " : "at most ") +
                valueText(demand.subject, demand.mostText);
    return text.empty() ? "any value" : text;
}

} // namespace meshwright::policy
