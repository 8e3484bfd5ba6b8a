// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

#include <QFont>

class QApplication;

namespace meshwright::ui::theme {

enum class Mode { System, Light, Dark };

/// Puts the style, the palette and the live following of the system on the application. Views
/// repaint on QEvent::PaletteChange as usual.
void install(QApplication &application, Mode mode);
void setMode(Mode mode);
Mode mode();

/// The colours that are valid now; read them when painting, don't keep them.
const Tokens &tokens();

/// The system's font in the sizes of the window (never below 9 pt), and the fixed-width one for
/// names, keys and code.
QFont bodyFont();
QFont titleFont();
QFont headingFont();
QFont detailFont();
QFont fixedFont();
QFont fixedDetailFont();

/// The grid, in pixels.
inline constexpr int grid = 4;
inline constexpr int padding = 8;
inline constexpr int widePadding = 12;
inline constexpr int rowHeight = 26;
inline constexpr int formRowHeight = 30;
inline constexpr int iconSize = 16;
inline constexpr int toolIconSize = 20;
inline constexpr int cardRadius = 6;
inline constexpr int fieldRadius = 4;

} // namespace meshwright::ui::theme
