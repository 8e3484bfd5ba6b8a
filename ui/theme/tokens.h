// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace meshwright::ui::theme {

/// The colours of the window; docs call them by these names.
struct Tokens
{
    QColor window;  ///< the ground
    QColor surface; ///< views
    QColor raised;  ///< cards, menus
    QColor text;
    QColor muted;    ///< second-rank text
    QColor faint;    ///< line numbers, placeholders
    QColor disabled; ///< what can't be used now; the one text that may be hard to read
    QColor line;     ///< separators, 1 px
    QColor accent;
    QColor onAccent;  ///< text on accent
    QColor selection; ///< the ground of what is selected
    QColor hover;
    QColor error; ///< always beside a sign
    QColor warning;
    QColor good;
    QColor publicAccess;
    QColor protectedAccess;
    QColor privateAccess;
    QColor codeKey; ///< in the text of specs
    QColor codeText;
    QColor codeNumber;
    QColor codeName;
    bool isDark = false;
    bool isHighContrast = false;

    bool operator==(const Tokens &) const = default;
};

Tokens tokensFor(bool dark, bool highContrast);
QPalette paletteFor(const Tokens &tokens);

/// WCAG 2 contrast, 1 to 21.
double contrast(const QColor &a, const QColor &b);

/// What text has to its ground at the least: 4.5, and 7 in high contrast.
double leastContrast(const Tokens &tokens);

/// The ground of a chip whose text is `ink`.
QColor chipFill(const Tokens &tokens, const QColor &ink);

/// Of the n-th domain (by sorted name; repeats after twelve): border, 8 % fill, readable title.
QColor domainHue(const Tokens &tokens, int index);
QColor domainFill(const Tokens &tokens, int index);
QColor domainTitle(const Tokens &tokens, int index);

} // namespace meshwright::ui::theme
