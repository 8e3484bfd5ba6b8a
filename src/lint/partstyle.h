// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/settings.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::linting {

bool hasStyle(std::string_view part, const PartStyle &style);
/// The part as the style spells it, or nothing where that can't be told.
std::optional<std::string> respelt(std::string_view part, const PartStyle &style);
/// For a message: `in snake case`, `as one of: campaign, ledger`.
std::string wordsFor(const PartStyle &style);

/// `orderItem-2` → order, item, 2, as they are written.
std::vector<std::string> wordsOf(std::string_view part);

} // namespace meshwright::linting
