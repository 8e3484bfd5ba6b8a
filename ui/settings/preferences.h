// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QString>

namespace meshwright::ui {

/// How one user wants the window. They lie with the user's other settings, outside every folder.
struct Preferences
{
    theme::Mode mode = theme::Mode::System;
    int textPercent = 100;
    QString codeFamily; ///< of the editor; empty: the system's fixed-width font
    int codePoints = 0; ///< 0: as the rest of the window
    bool reducesMotion = false;
    bool opensLastFolder = false; ///< at the start, where nothing else is asked for
    bool restoresViews = true;    ///< files, carets and views come back with their folder

    bool operator==(const Preferences &) const = default;
};

inline constexpr int leastTextPercent = 100;
inline constexpr int mostTextPercent = 300;
inline constexpr int leastCodePoints = 9;
inline constexpr int mostCodePoints = 36;

/// What can't be read, or lies beyond what there is, is the default.
Preferences readPreferences();
/// Keeps them, and makes the running window so.
void setPreferences(const Preferences &preferences);
/// What of them is seen at once: colours, sizes, motion.
void applyPreferences(const Preferences &preferences);

/// The next larger (`step` 1) or smaller (-1) of the usual sizes of text.
int nextTextPercent(int percent, int step);

} // namespace meshwright::ui
