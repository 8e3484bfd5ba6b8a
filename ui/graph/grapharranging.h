// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/placedrag.h"
#include "ui/session/session.h"

namespace meshwright::ui {

/// Puts contexts and domains somewhere by hand and lets go of them, in the file that the workspace
/// keeps for it. Each is one step of undo, and saved as any other change is.
class GraphArranging
{
public:
    explicit GraphArranging(Session &session)
        : m_session(session)
    {}

    /// By the newest text, which may be ahead of the snapshot.
    graph::Positions positions() const;

    Result<void> place(const Placed &what, const graph::Corner &corner);
    /// The layout places it again. NotFound where it was not placed by hand.
    Result<void> release(const Placed &what);
    Result<void> releaseAll();
    /// All contexts and domains stay where they are in this scene.
    Result<void> keepAll(const GraphScene &scene);

private:
    Result<void> write(const graph::Positions &positions, const QString &title);

    Session &m_session;
};

} // namespace meshwright::ui
