// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/symbols/symbols.h"
#include "meshwright/text/textedit.h"

namespace meshwright::symbols {

/// Conflict where a file that may name symbols can't be read, so that its uses are not known.
Result<void> checkAllReadable(const Workspace &workspace);

/// The workspace with the edit applied.
Result<TopologyPtr> edited(const Workspace &workspace, const WorkspaceEdit &edit);

/// Invalid with the message of the first finding (an error or a warning) that `after` has and
/// `before` has not.
Result<void> checkNoNewFinding(const Topology &before, const Topology &after);

} // namespace meshwright::symbols
