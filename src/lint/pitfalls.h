// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/settings.h"

#include <optional>
#include <string>
#include <string_view>

namespace meshwright::linting {

/// A word that a name should not have, and the name without it.
struct Pitfall
{
    std::string word;
    std::optional<std::string> meant; ///< what stands in its place; none: nothing
};

/// The first pitfall among the parts of a name (of a topic's type, or of an id), each of one kind.
/// Words are whole: `cust` in `cust_order`, not in `custody`.
std::optional<Pitfall> organisationalWord(std::string_view name, const Settings &settings,
                                          bool isOfId);
std::optional<Pitfall> versionWord(std::string_view name, const Settings &settings);
std::optional<Pitfall> formatWord(std::string_view name, const Settings &settings);
/// A short form of a word of the glossary.
std::optional<Pitfall> abbreviation(std::string_view name, const Settings &settings);

/// The name with the pitfall's word replaced, or taken out with what joined it; nothing where no
/// name is left.
std::optional<std::string> without(std::string_view name, const Pitfall &pitfall);

} // namespace meshwright::linting
