// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/settings.h"

#include <QIcon>

namespace meshwright::ui::theme {

/// Globe, key or lock, in the colour of the access.
QIcon accessIcon(Access access);

} // namespace meshwright::ui::theme
