// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/accessicon.h"

#include "ui/theme/icon.h"

namespace meshwright::ui::theme {

QIcon accessIcon(Access access)
{
    switch (access) {
    case Access::Public:
        return icon("public", Ink::Public);
    case Access::Protected:
        return icon("protected", Ink::Protected);
    case Access::Private:
        break;
    }
    return icon("private", Ink::Private);
}

} // namespace meshwright::ui::theme
