// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelling/draft.h"
#include "meshwright/topology/topology.h"

namespace meshwright::modelling {

/// Deeds one after another, which become one edit: each is asked of what the one before it left.
class Steps
{
public:
    explicit Steps(const WorkspacePtr &start);

    const TopologyPtr &now() const { return m_now; }

    /// Changes of files that are there.
    Result<void> take(const Result<WorkspaceEdit> &step);

    WorkspaceEdit edit() const { return m_draft.edit(); }

private:
    Draft m_draft;
    TopologyPtr m_now;
};

} // namespace meshwright::modelling
