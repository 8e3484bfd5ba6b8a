// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"
#include "meshwright/reference/reference.h"

#include <QString>

namespace meshwright::ui {

/// What the editor shows under the mouse, as rich text in the colours of the theme.
QString hoverText(const Diagnostic &diagnostic);
QString hoverText(const reference::Documentation &documentation);
/// The same for a label that wraps by itself.
QString documentationText(const reference::Documentation &documentation);

} // namespace meshwright::ui
