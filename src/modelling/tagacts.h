// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/draft.h"

#include "meshwright/asyncapi/spec.h"
#include "meshwright/modelling/channelid.h"

#include <string>

namespace meshwright::modelling {

/// One step: a tag on a channel of the draft.
Result<void> putTag(Draft &draft, const ChannelId &channel, const std::string &tag,
                    const std::string &description = {});
/// One step: the tag off the channel and its operations, wherever they have it of their own.
Result<void> takeTag(Draft &draft, const ChannelId &channel, const std::string &tag);

} // namespace meshwright::modelling
