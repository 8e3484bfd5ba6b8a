// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/names.h"
#include "meshwright/workspace/settings.h"

#include <optional>
#include <string>
#include <string_view>

namespace meshwright {

/// A topic's full name less its owner's id: what a channel may say for short. `_public.sale`, or
/// `sale._public` where the pattern has the keyword at the end. Nothing where the name is
/// another's.
std::optional<std::string> shortTopicName(std::string_view topic, const ContextId &owner,
                                          const Convention &convention);
std::string fullTopicName(std::string_view shortName, const ContextId &owner,
                          const Convention &convention);

/// `sale` → `_public.sale`, by the place that the pattern has for the keyword.
std::string shortTopicName(Access access, std::string_view type, const Convention &convention);
/// The access that a short name says; none where no keyword stands in its place.
std::optional<Access> accessIn(std::string_view shortName, const Convention &convention);
/// A short name less its keyword.
std::string_view typeIn(std::string_view shortName, const Convention &convention);

/// Whether the name tells that the topic is the owner's own. Another context, which the workspace
/// may not know, can have an id below the owner's, and its topics have at least two parts more than
/// that: so the keyword stands right behind the owner's id, where the pattern has it there, or what
/// is left of the name is one part.
bool isSurelyOf(std::string_view topic, const ContextId &owner, const Convention &convention);

/// A full name less a keyword in front of its context, where the pattern has that.
std::string_view withoutFrontKeyword(std::string_view topic, const Convention &convention);

} // namespace meshwright
