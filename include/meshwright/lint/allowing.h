// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/lint/lint.h"
#include "meshwright/result.h"

#include <string>

namespace meshwright {

/// Whether a comment can allow the finding: none that keeps a spec out of a plan, and none in a
/// file that has no comments.
bool mayBeAllowed(const Diagnostic &finding);

/// A comment above the finding's line that allows it. Invalid without a reason, and where no
/// comment can stand.
Result<WorkspaceEdit> allowHere(const Topology &topology, const Diagnostic &finding,
                                std::string reason);

} // namespace meshwright
