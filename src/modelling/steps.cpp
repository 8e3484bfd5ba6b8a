// SPDX-License-Identifier: Apache-2.0
#include "modelling/steps.h"

namespace meshwright::modelling {

Steps::Steps(const WorkspacePtr &start)
    : m_draft(start)
    , m_now(buildTopology(start))
{}

Result<void> Steps::take(const Result<WorkspaceEdit> &step)
{
    if (!step)
        return tl::unexpected(step.error());
    for (const auto &[file, edits] : step->files)
        for (std::size_t i = edits.size(); i-- > 0;)
            if (auto done = m_draft.apply(file, edits[i]); !done)
                return done;
    const auto next = m_now->workspace->withEdit(*step);
    if (!next)
        return tl::unexpected(next.error());
    m_now = buildTopology(*next);
    return {};
}

} // namespace meshwright::modelling
