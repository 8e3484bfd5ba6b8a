// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"
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
    quint64 revision = 0;
    /// Of the texts just edited the findings are always new. Those of the other files follow: until
    /// then (false) they are what they were before the edit.
    bool isChecked = true;
};

/// What is selected in all views at once.
using Selection = std::variant<std::monostate, ContextId, TopicName>;

} // namespace meshwright::ui
