// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QAction;

namespace meshwright::ui {

/// A property of actions whose text says too little outside of its menu.
inline constexpr auto fullNameKey = "fullName";

/// The action's name as it is read: without the mark of its menu key and without the ellipsis.
QString nameOf(const QAction &action);

} // namespace meshwright::ui
