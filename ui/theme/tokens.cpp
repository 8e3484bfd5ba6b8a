// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace meshwright::ui::theme {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens lightTokens()
{
    return {.window = rgb(0xF5F6F8),
            .surface = rgb(0xFFFFFF),
            .raised = rgb(0xFFFFFF),
            .text = rgb(0x1E2330),
            .muted = rgb(0x5C6675),
            .faint = rgb(0x98A1AF),
            .line = rgb(0xE0E4EA),
            .accent = rgb(0x2563EB),
            .onAccent = rgb(0xFFFFFF),
            .selection = rgb(0xDCE7FD),
            .hover = rgb(0xEEF1F5),
            .error = rgb(0xC6281C),
            .warning = rgb(0xA15C00),
            .good = rgb(0x0B7A4B),
            .publicAccess = rgb(0x0F766E),
            .protectedAccess = rgb(0xA15C00),
            .privateAccess = rgb(0x5C6675),
            .isDark = false,
            .isHighContrast = false};
}

Tokens darkTokens()
{
    return {.window = rgb(0x15171C),
            .surface = rgb(0x1C1F26),
            .raised = rgb(0x242832),
            .text = rgb(0xE7E9EE),
            .muted = rgb(0xA3ACBA),
            .faint = rgb(0x6B7482),
            .line = rgb(0x2D323C),
            .accent = rgb(0x7AA7FF),
            .onAccent = rgb(0x0E1420),
            .selection = rgb(0x2B3A5A),
            .hover = rgb(0x272B34),
            .error = rgb(0xFF8A80),
            .warning = rgb(0xF5B64C),
            .good = rgb(0x5FD39B),
            .publicAccess = rgb(0x4FD1C5),
            .protectedAccess = rgb(0xF5B64C),
            .privateAccess = rgb(0xA3ACBA),
            .isDark = true,
            .isHighContrast = false};
}

Tokens highContrast(Tokens tokens)
{
    const QColor ground = tokens.isDark ? QColor(Qt::black) : QColor(Qt::white);
    const QColor ink = tokens.isDark ? QColor(Qt::white) : QColor(Qt::black);
    tokens.window = tokens.surface = tokens.raised = ground;
    tokens.text = tokens.muted = tokens.line = ink;
    tokens.faint = tokens.isDark ? rgb(0xC8C8C8) : rgb(0x404040);
    tokens.accent = tokens.isDark ? rgb(0xFFE14D) : rgb(0x0033A0);
    tokens.onAccent = ground;
    tokens.selection = tokens.isDark ? rgb(0x003A8C) : rgb(0xBFD8FF);
    tokens.hover = tokens.isDark ? rgb(0x2A2A2A) : rgb(0xE6E6E6);
    tokens.privateAccess = ink;
    if (!tokens.isDark) {
        tokens.error = rgb(0x9B0000);
        tokens.warning = tokens.protectedAccess = rgb(0x6B3D00);
        tokens.good = rgb(0x00562F);
        tokens.publicAccess = rgb(0x004F48);
    }
    tokens.isHighContrast = true;
    return tokens;
}

double luminance(const QColor &color)
{
    const auto part = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) +
           0.0722 * part(color.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](float x, float y) {
        return static_cast<float>(x * (1 - share) + y * share);
    };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

} // namespace

Tokens tokensFor(bool dark, bool wantsHighContrast)
{
    const Tokens tokens = dark ? darkTokens() : lightTokens();
    return wantsHighContrast ? highContrast(tokens) : tokens;
}

QPalette paletteFor(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.window);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.faint);
    palette.setColor(QPalette::Button, t.raised);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.error);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.hover);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.line);
    palette.setColor(QPalette::Shadow, t.isDark ? QColor(Qt::black) : t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.faint);
    return palette;
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

QColor domainHue(const Tokens &tokens, int index)
{
    // Neighbouring domains get hues far apart: steps of seven twelfths visit all twelve, and come
    // to red, which means an error, last.
    const int hue = (215 + (index % domainHueCount) * 210) % 360;
    const double aim = tokens.isDark ? 6.2 : 4.6;
    QColor color = QColor::fromHsv(hue, tokens.isDark ? 120 : 190, 160);
    const QColor pole = tokens.isDark ? QColor(Qt::white) : QColor(Qt::black);
    const QColor other = tokens.isDark ? QColor(Qt::black) : QColor(Qt::white);
    for (int i = 0; i < 24 && contrast(color, tokens.surface) < aim; ++i)
        color = mixed(color, pole, 0.05);
    for (int i = 0; i < 24 && contrast(color, tokens.surface) > aim + 0.6; ++i)
        color = mixed(color, other, 0.05);
    return color;
}

QColor domainFill(const Tokens &tokens, int index)
{
    return mixed(tokens.surface, domainHue(tokens, index), 0.08);
}

QColor domainTitle(const Tokens &tokens, int index)
{
    QColor color = domainHue(tokens, index);
    const QColor fill = domainFill(tokens, index);
    const QColor pole = tokens.isDark ? QColor(Qt::white) : QColor(Qt::black);
    for (int i = 0; i < 24 && contrast(color, fill) < 4.5; ++i)
        color = mixed(color, pole, 0.05);
    return color;
}

} // namespace meshwright::ui::theme
