// SPDX-License-Identifier: Apache-2.0
#include "workspace/suggestion.h"

#include <algorithm>
#include <numeric>

namespace meshwright {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// How many letters must be added, dropped or changed.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

std::string suggestion(std::string_view written, const std::vector<std::string_view> &choices)
{
    constexpr std::size_t longest = 64;
    if (written.size() > longest)
        return {};
    auto best = std::max<std::size_t>(1, written.size() / 3) + 1;
    std::string_view found;
    for (const auto choice : choices) {
        const auto cost = distance(written, choice);
        if (cost < best) {
            best = cost;
            found = choice;
        }
    }
    return found.empty() ? std::string() : " Did you mean '" + std::string(found) + "'?";
}

} // namespace meshwright
