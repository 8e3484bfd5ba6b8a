// SPDX-License-Identifier: Apache-2.0
#include "ui/session/editcommand.h"

#include <QtGlobal>

#include <utility>

namespace meshwright::ui {

EditCommand::EditCommand(Apply apply, WorkspaceEdit inverse, const QString &title, int mergeId)
    : QUndoCommand(title)
    , m_apply(std::move(apply))
    , m_mergeId(mergeId)
{
    m_steps.push_back(std::move(inverse));
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    if (other->id() != m_mergeId)
        return false;
    const auto &later = static_cast<const EditCommand *>(other)->m_steps;
    m_steps.insert(m_steps.end(), later.begin(), later.end());
    return true;
}

void EditCommand::redo()
{
    if (!std::exchange(m_isFirstRedo, false))
        flip();
}

void EditCommand::flip()
{
    std::vector<WorkspaceEdit> back;
    back.reserve(m_steps.size());
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step) {
        auto inverse = m_apply(*step);
        Q_ASSERT_X(inverse, "EditCommand", "a text changed outside the undo stack");
        if (inverse)
            back.push_back(std::move(*inverse));
    }
    m_steps = std::move(back);
}

} // namespace meshwright::ui
