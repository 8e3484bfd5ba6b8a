// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/draft.h"

#include "meshwright/modelling/channelid.h"

#include <set>
#include <string>
#include <utility>

namespace meshwright::modelling {

/// One step: a channel and, in AsyncAPI 3, the operations on it.
Result<void> takeChannel(Draft &draft, const ChannelId &id);
/// One step: the channel, or where it is written to as well, only the reading.
Result<void> takeReading(Draft &draft, const ChannelId &id);

/// The components of a file that something refers to, as `messages/Order`.
std::set<std::string> usedComponents(const Draft &draft, const std::string &file);
/// One step: the components that were used and are no more, and what only they used.
Result<void> takeUnused(Draft &draft, const std::string &file, std::set<std::string> usedBefore);

} // namespace meshwright::modelling
