// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/settings.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::linting {

std::vector<std::string_view> partsOf(std::string_view name);

/// Why the topic's name does not have the shape of the convention's pattern, or nothing. In the
/// pattern `[organisation]` is the company's own word, `[access]` a keyword, `[service]` one part,
/// `[domain]` and `[type]` one or more; what stands outside brackets stands for itself. Where the
/// pattern has no `[organisation]`, the company's word may stand in front.
std::optional<std::string> patternFault(std::string_view topic, const Convention &convention);

/// The word of infrastructure in a name (a region, an environment, a product), or nothing.
/// `forbidden`: the company's own list.
std::optional<std::string> infrastructureWord(std::string_view name,
                                              const std::vector<std::string> &forbidden);

} // namespace meshwright::linting
