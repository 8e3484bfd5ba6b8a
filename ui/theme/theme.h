// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

#include <QFont>

class QApplication;
class QWidget;

namespace meshwright::ui::theme {

/// HighContrast is light or dark as the system is; System has high contrast where the system has.
enum class Mode { System, Light, Dark, HighContrast };

/// Puts the style, the palette and the live following of the system on the application. Views
/// repaint on QEvent::PaletteChange as usual.
void install(QApplication &application, Mode mode);
void setMode(Mode mode);
Mode mode();

/// The colours that are valid now; read them when painting, don't keep them.
const Tokens &tokens();

inline constexpr double leastTextScale = 1;
inline constexpr double mostTextScale = 3;

/// Of all text and what stands beside it, on top of the system's own scale. Widgets are told by
/// QEvent::ApplicationFontChange and QEvent::StyleChange.
void setTextScale(double factor);
double textScale();

/// The text of specs: an empty family is the system's fixed-width one, no points the body's size.
/// Both follow the text scale.
void setCodeFont(const QString &family, double points);

/// Nothing blinks, slides or fades.
void setMotionReduced(bool isReduced);
bool isMotionReduced();

/// The system's font in the sizes of the window (never below 9 pt), and the fixed-width one for
/// names, keys and code. The fixed one has the size of what it is set on.
QFont bodyFont();
QFont titleFont();
QFont headingFont();
QFont detailFont();
QFont fixedFont();
QFont fixedDetailFont();
QFont codeFont();

/// Sets one of the fonts above, now and whenever the text scale changes.
void setFont(QWidget &widget, QFont (*font)());

/// The colour of what a label says, now and in the colours that come; the newest one counts.
void setInk(QWidget &widget, Ink ink);

/// The grid, in pixels.
inline constexpr int grid = 4;
inline constexpr int padding = 8;
inline constexpr int widePadding = 12;
inline constexpr int rowHeight = 26;
inline constexpr int formRowHeight = 30;
inline constexpr int cardRadius = 6;
inline constexpr int fieldRadius = 4;

/// What grows with the text.
int scaled(int pixels);
int iconSize();
int toolIconSize();

} // namespace meshwright::ui::theme
