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

/// ` Did you mean 'x'?`, or nothing.
std::string didYouMean(const std::optional<std::string> &suggestion);

} // namespace meshwright
