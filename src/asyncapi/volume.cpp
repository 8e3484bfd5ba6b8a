// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/specreader.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace meshwright::asyncapi {

namespace {

constexpr double kilo = 1000;
constexpr double kibi = 1024;

std::optional<double> unitNamed(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, double>, 10> units{
        {{"", 1},
         {"B", 1},
         {"kB", kilo},
         {"MB", kilo * kilo},
         {"GB", kilo * kilo * kilo},
         {"TB", kilo * kilo * kilo * kilo},
         {"KiB", kibi},
         {"MiB", kibi * kibi},
         {"GiB", kibi * kibi * kibi},
         {"TiB", kibi * kibi * kibi * kibi}}};
    for (const auto &[unit, bytes] : units)
        if (unit == name)
            return bytes;
    return std::nullopt;
}

} // namespace

std::optional<double> bytesIn(std::string_view text)
{
    constexpr double most = 1e18; // more than a cluster holds
    double number = 0;
    const auto *end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    if (fault != std::errc{})
        return std::nullopt;
    std::string_view unit(rest, static_cast<std::size_t>(end - rest));
    if (unit.starts_with(' '))
        unit.remove_prefix(1);
    const auto factor = unitNamed(unit);
    if (!factor || !(number >= 0) || number * *factor > most)
        return std::nullopt;
    return number * *factor;
}

std::optional<Volume> SpecReader::volumeFrom(const Spot &channel)
{
    const auto spot = m_resolver.value(channel, "x-volume");
    if (!spot)
        return std::nullopt;
    if (spot.node->kind != yaml::Kind::Mapping)
        return Volume{located(spot), std::nullopt};
    return Volume{locatedAt(m_resolver, spot, "bytesPerDay"),
                  locatedAt(m_resolver, spot, "retainedBytes")};
}

} // namespace meshwright::asyncapi
