// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// How many letters must be inserted, removed, replaced or swapped with a neighbour (optimal string
/// alignment distance); upper and lower case of ASCII are one.
std::size_t distance(std::string_view a, std::string_view b);

/// The candidate that was probably meant, or nothing where none is near.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string> &candidates);

/// The suggestions of one check. Each compares a word with every candidate, so a check that finds
/// thousands of unknown words among thousands of known ones stops to suggest.
class Suggestions
{
public:
    /// As above; nothing once the work is spent.
    std::optional<std::string> nearest(std::string_view word,
                                       const std::vector<std::string> &candidates);

    /// Whether collecting candidates is in vain.
    bool areSpent() const { return m_left == 0; }

private:
    std::size_t m_left = 10'000'000; ///< pairs of letters: tenths of a second
};

/// ` Did you mean 'x'?`, or nothing.
std::string didYouMean(const std::optional<std::string> &suggestion);

} // namespace meshwright
