// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icon.h"

#include "meshwright/workspace/settings.h"

#include <QString>

namespace meshwright::ui {

/// How an environment's guard is shown: colour, sign and words, always together.
struct GuardSign
{
    theme::Ink ink = theme::Ink::Good;
    const char *icon = "environment";
    QString title;   ///< guarded …
    QString meaning; ///< what it takes to apply there
};

GuardSign guardSign(Guard guard);
/// Of the guard, unless something graver has to be said: that certificates are not verified, or
/// that nothing is written there.
GuardSign signOf(const Environment &environment);

} // namespace meshwright::ui
