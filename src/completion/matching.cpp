// SPDX-License-Identifier: Apache-2.0
#include "completion/offers.h"

#include <algorithm>
#include <cctype>

namespace meshwright::completion {

namespace {

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool isWordStart(std::string_view label, std::size_t at)
{
    const auto isLetter = [&](std::size_t i) {
        return std::isalnum(static_cast<unsigned char>(label[i])) != 0;
    };
    return at == 0 || !isLetter(at - 1) ||
           (std::isupper(static_cast<unsigned char>(label[at])) != 0 &&
            std::islower(static_cast<unsigned char>(label[at - 1])) != 0);
}

std::size_t findFolded(std::string_view label, std::string_view typed)
{
    const auto found = std::search(label.begin(), label.end(), typed.begin(), typed.end(),
                                   [](char a, char b) { return lower(a) == lower(b); });
    return found == label.end() && !typed.empty() ? std::string_view::npos
                                                  : static_cast<std::size_t>(found - label.begin());
}

} // namespace

std::optional<int> matchRank(std::string_view typed, std::string_view label)
{
    enum Rank { Prefix, AtWord, Within, Letters };

    if (typed.empty() || label.starts_with(typed))
        return Prefix;
    const std::size_t at = findFolded(label, typed);
    if (at != std::string_view::npos)
        return at == 0 ? Prefix : isWordStart(label, at) ? AtWord : Within;
    std::size_t next = 0; // the letters in their order, the first one at a word's start
    for (std::size_t i = 0; i < label.size() && next < typed.size(); ++i)
        if (lower(label[i]) == lower(typed[next]) && (next > 0 || isWordStart(label, i)))
            ++next;
    return next == typed.size() && typed.size() > 1 ? std::optional<int>(Letters) : std::nullopt;
}

} // namespace meshwright::completion
