// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"
#include "meshwright/workspace/workspace.h"

namespace meshwright::mw {

/// Writes the texts that an edit changes to the workspace's files. A refused edit leaves everything
/// as it was.
Result<void> writeEdit(const Workspace &workspace, const WorkspaceEdit &edit);

} // namespace meshwright::mw
