// SPDX-License-Identifier: Apache-2.0
// One context becomes two: see channelid.h for what all acts have in common.
#pragma once

#include "meshwright/result.h"
#include "meshwright/text/textedit.h"
#include "meshwright/topology/topology.h"

#include <string>
#include <vector>

namespace meshwright::modelling {

/// What of a context becomes another one's.
struct ContextSplit
{
    ContextId from;
    ContextId to;                         ///< the new context
    std::string file;                     ///< its spec, relative to the workspace, with /
    std::string title = {};               ///< empty: made from the id's last part
    std::vector<TopicName> topics = {};   ///< owned ones that it gets
    std::vector<TopicName> readings = {}; ///< consumed ones that it consumes instead
};

/// A new spec, in the same version of AsyncAPI and with the same servers; the chosen topics move
/// there as `symbols::moveTopic` moves them, so that every reader names them as they are called
/// then; the chosen readings are taken over, with what was granted for them. One edit of the whole
/// workspace. Invalid where nothing is chosen; the errors of its steps are its own.
Result<WorkspaceEdit> splitContext(const TopologyPtr &topology, const ContextSplit &wanted);

} // namespace meshwright::modelling
