// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/draft.h"

#include "meshwright/modelling/channelid.h"

namespace meshwright::modelling {

/// One step: a message, as it was read from the draft's present text, out of a channel and out of
/// the operations that list it.
Result<void> takeMessage(Draft &draft, const ChannelId &id, const asyncapi::Message &message);

} // namespace meshwright::modelling
