// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeyEvent>

namespace meshwright::ui::theme {

/// Whether the key asks for the menu of what is current. Not every platform makes a context menu's
/// event of both.
inline bool asksForMenu(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Menu ||
           (event.key() == Qt::Key_F10 && event.modifiers() == Qt::ShiftModifier);
}

} // namespace meshwright::ui::theme
