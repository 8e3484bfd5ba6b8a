// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"

#include <QUndoCommand>

#include <functional>
#include <vector>

namespace meshwright::ui {

/// Carries one deed that is done already: undo and redo both apply what it holds and keep the
/// inverse. Commands with one merge id (>= 0) become one.
class EditCommand : public QUndoCommand
{
public:
    using Apply = std::function<Result<WorkspaceEdit>(const WorkspaceEdit &)>;

    EditCommand(Apply apply, WorkspaceEdit inverse, const QString &title, int mergeId);

    int id() const override { return m_mergeId; }

    bool mergeWith(const QUndoCommand *other) override;

    void undo() override { flip(); }

    void redo() override;

private:
    void flip();

    Apply m_apply;
    std::vector<WorkspaceEdit> m_steps; ///< to be applied last first
    int m_mergeId;
    bool m_isFirstRedo = true; ///< pushing a command redoes it, but it is done
};

} // namespace meshwright::ui
