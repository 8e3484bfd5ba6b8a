// SPDX-License-Identifier: Apache-2.0
// Acts that take something away: see channelid.h for what all acts have in common. Show `impactOf`
// the edit before it is done.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"

#include <string>

namespace meshwright::modelling {

/// What goes too. By default nothing else does: what refers to the deleted thing then dangles, and
/// the rules report it.
struct DeleteAlso
{
    bool readers = false; ///< the channels by which other contexts consume it
    bool grants = false;  ///< the grants that name the deleted context
    bool unused = false;  ///< components of the spec that nothing refers to afterwards
};

/// Takes away an owned topic: its channel, and in AsyncAPI 3 the operations on it.
Result<WorkspaceEdit> deleteTopic(const Topology &topology, const TopicName &topic,
                                  const DeleteAlso &also = {});

/// Takes a message out of a channel and its operations. `message`: as findMessage takes it.
Result<WorkspaceEdit> deleteMessage(const Topology &topology, const ChannelId &channel,
                                    const std::string &message, const DeleteAlso &also = {});

/// Takes away the context's spec, as a file. Schemas in other files stay.
Result<WorkspaceEdit> deleteContext(const Topology &topology, const ContextId &context,
                                    const DeleteAlso &also = {});

} // namespace meshwright::modelling
