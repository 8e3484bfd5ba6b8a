// SPDX-License-Identifier: Apache-2.0
// The cleaned topic: see channelid.h for what all acts have in common.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"

#include <string>

namespace meshwright::modelling {

/// A public topic that holds what another one holds, cleaned.
struct CleanedTopic
{
    TopicName source;
    ContextId cleaner; ///< who reads the source and writes the cleaned topic
    std::string type;
    std::string description = {};
};

/// Lets the cleaner consume the source, with the grant where that is protected, and gives it a
/// public topic with the tag `cleaned-from:<source>`. Its messages are left to the architect, who
/// alone knows what has to go. Denied where the source is private.
Result<WorkspaceEdit> addCleanedTopic(const TopologyPtr &topology, const CleanedTopic &wanted);

} // namespace meshwright::modelling
