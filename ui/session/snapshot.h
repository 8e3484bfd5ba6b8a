// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/lint/lint.h"
#include "meshwright/topology/topology.h"

#include <QtGlobal>

#include <memory>
#include <variant>
#include <vector>

namespace meshwright::ui {

/// All that the views show, derived from one state of the texts. Copies are cheap.
struct Snapshot
{
    WorkspacePtr workspace; ///< null before a folder is open
    TopologyPtr topology;
    std::shared_ptr<const std::vector<Diagnostic>> diagnostics;
    /// What comments keep from `diagnostics`, as of the last check of all files; may be null.
    std::shared_ptr<const std::vector<AllowedFinding>> allowed;
    quint64 revision = 0;
    /// Of the texts just edited the findings are always new. Those of the other files follow: until
    /// then (false) they are what they were before the edit.
    bool isChecked = true;
};

/// What is selected in all views at once.
using Selection = std::variant<std::monostate, ContextId, TopicName>;

} // namespace meshwright::ui
