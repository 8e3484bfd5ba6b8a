// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace meshwright::ui::theme {

/// What an icon is drawn in; follows the theme live.
enum class Ink {
    Text,
    Muted,
    Faint,
    Accent,
    OnAccent,
    Error,
    Warning,
    Good,
    Public,
    Protected,
    Private
};

/// One of our icons (:/meshwright/icons/NAME.svg), tinted; disabled ones pale.
QIcon icon(const QString &name, Ink ink = Ink::Text);
QIcon icon(const char *name, Ink ink = Ink::Text);
/// In one colour that does not follow the theme; for painting at once.
QIcon icon(const QString &name, const QColor &color);
/// The program's own picture, in its own colours.
QIcon appIcon();
QColor colorOf(Ink ink);

} // namespace meshwright::ui::theme
