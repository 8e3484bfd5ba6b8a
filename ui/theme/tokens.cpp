// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tokens.h"

#include "meshwright/layout/graphpicture.h"

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
            .muted = rgb(0x5A6372),
            .faint = rgb(0x666D7B),
            .disabled = rgb(0x98A1AF),
            .line = rgb(0xE0E4EA),
            .accent = rgb(0x235DDD),
            .onAccent = rgb(0xFFFFFF),
            .selection = rgb(0xDCE7FD),
            .hover = rgb(0xEEF1F5),
            .error = rgb(0xC5281C),
            .warning = rgb(0x965600),
            .good = rgb(0x0B7649),
            .publicAccess = rgb(0x0F736B),
            .protectedAccess = rgb(0x965600),
            .privateAccess = rgb(0x5A6372),
            .codeKey = rgb(0x1D4F9E),
            .codeText = rgb(0x2F6B2A),
            .codeNumber = rgb(0x9A3E00),
            .codeName = rgb(0x7A2EAF),
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
            .faint = rgb(0x8C939F),
            .disabled = rgb(0x6B7482),
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
            .codeKey = rgb(0x9CC2FF),
            .codeText = rgb(0xA9D8A0),
            .codeNumber = rgb(0xF0B58A),
            .codeName = rgb(0xD0A8FF),
            .isDark = true,
            .isHighContrast = false};
}

Tokens highContrastLight()
{
    const QColor ink(Qt::black);
    const QColor ground(Qt::white);
    return {.window = ground,
            .surface = ground,
            .raised = ground,
            .text = ink,
            .muted = ink,
            .faint = rgb(0x404040),
            .disabled = rgb(0x4D4D4D),
            .line = ink,
            .accent = rgb(0x0033A0),
            .onAccent = ground,
            .selection = rgb(0xE0EDFF),
            .hover = rgb(0xEDEDED),
            .error = rgb(0x8F0000),
            .warning = rgb(0x6B3D00),
            .good = rgb(0x00562F),
            .publicAccess = rgb(0x004F48),
            .protectedAccess = rgb(0x6B3D00),
            .privateAccess = ink,
            .codeKey = rgb(0x003A8C),
            .codeText = rgb(0x1B4D17),
            .codeNumber = rgb(0x7A2E00),
            .codeName = rgb(0x5B1A8A),
            .isDark = false,
            .isHighContrast = true};
}

Tokens highContrastDark()
{
    const QColor ink(Qt::white);
    const QColor ground(Qt::black);
    return {.window = ground,
            .surface = ground,
            .raised = ground,
            .text = ink,
            .muted = ink,
            .faint = rgb(0xC8C8C8),
            .disabled = rgb(0xB4B4B4),
            .line = ink,
            .accent = rgb(0xFFE14D),
            .onAccent = ground,
            .selection = rgb(0x00235A),
            .hover = rgb(0x1F1F1F),
            .error = rgb(0xFFA199),
            .warning = rgb(0xF5B64C),
            .good = rgb(0x5FD39B),
            .publicAccess = rgb(0x4FD1C5),
            .protectedAccess = rgb(0xF5B64C),
            .privateAccess = ink,
            .codeKey = rgb(0xA8CBFF),
            .codeText = rgb(0xB6E3AE),
            .codeNumber = rgb(0xFFC49B),
            .codeName = rgb(0xDDC0FF),
            .isDark = true,
            .isHighContrast = true};
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
    if (wantsHighContrast)
        return dark ? highContrastDark() : highContrastLight();
    return dark ? darkTokens() : lightTokens();
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
    palette.setColor(QPalette::Highlight, t.isHighContrast ? t.accent : t.selection);
    palette.setColor(QPalette::HighlightedText, t.isHighContrast ? t.onAccent : t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.hover);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.line);
    palette.setColor(QPalette::Shadow, t.isDark ? QColor(Qt::black) : t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

double leastContrast(const Tokens &tokens)
{
    return tokens.isHighContrast ? 7 : 4.5;
}

QColor chipFill(const Tokens &tokens, const QColor &ink)
{
    return tokens.isHighContrast ? tokens.surface : mixed(tokens.surface, ink, 0.1);
}

QColor domainHue(const Tokens &tokens, int index)
{
    const int hue = layout::domainHue(static_cast<std::size_t>(index));
    const double aim = tokens.isHighContrast ? 7.1 : tokens.isDark ? 6.2 : 4.6;
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
    return tokens.isHighContrast ? tokens.surface
                                 : mixed(tokens.surface, domainHue(tokens, index), 0.08);
}

QColor domainTitle(const Tokens &tokens, int index)
{
    QColor color = domainHue(tokens, index);
    const QColor fill = domainFill(tokens, index);
    const QColor pole = tokens.isDark ? QColor(Qt::white) : QColor(Qt::black);
    for (int i = 0; i < 24 && contrast(color, fill) < leastContrast(tokens); ++i)
        color = mixed(color, pole, 0.05);
    return color;
}

} // namespace meshwright::ui::theme
