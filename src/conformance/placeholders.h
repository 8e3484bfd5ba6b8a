// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conformance/check.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::conformance {

/// What a rule about names in braces says, and writes.
struct PlaceholderWords
{
    std::string_view rule;
    std::string_view what; ///< parameter, variable
    std::string_view key;  ///< where they are described: parameters, variables
    std::string of;        ///< the channel 'a'
    std::string_view stub; ///< the YAML of a new description
};

struct Placeholders
{
    Value owner;   ///< whose `key` describes them
    Value address; ///< that they stand in
    std::vector<std::string> names;
};

/// That each name in braces is described, and no other.
void checkPlaceholders(Check &check, const PlaceholderWords &words, const Placeholders &found);

} // namespace meshwright::conformance
