// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/symbols.h"

#include <optional>
#include <string>
#include <string_view>

namespace meshwright::symbols {

/// The same length as `name`, with `/` and `:` as dots.
std::string dotted(std::string_view name);

/// The part of a topic's written name that names its context: at its start, or behind a keyword.
/// Nothing where the name is short.
std::optional<Range> contextPart(std::string_view written, const ContextId &context);

/// `written`, which spells `old` with dots, slashes or colons, as it would spell `now`. Separators
/// of the parts that both have stay.
std::string respelled(std::string_view written, std::string_view old, std::string_view now);

/// The same for a topic's name, which may be short and have a slash in front. Nothing where
/// `written` is no spelling of `old`, or can't spell `now`.
std::optional<std::string> topicRespelled(std::string_view written, std::string_view old,
                                          std::string_view now,
                                          const std::optional<ContextId> &owner);

} // namespace meshwright::symbols
