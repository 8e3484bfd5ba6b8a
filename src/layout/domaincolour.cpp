// SPDX-License-Identifier: Apache-2.0
#include "meshwright/layout/graphpicture.h"

#include <algorithm>
#include <cmath>

namespace meshwright::layout {

namespace {

struct Rgb
{
    double red = 0;
    double green = 0;
    double blue = 0;
};

constexpr Rgb white{1, 1, 1};
constexpr Rgb black{0, 0, 0};

Rgb mixed(const Rgb &a, const Rgb &b, double share)
{
    return {a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
            a.blue + (b.blue - a.blue) * share};
}

Rgb fromHsv(int hue, double saturation, double value)
{
    const auto channel = [&](int shift) {
        const double k = std::fmod(shift + hue / 60.0, 6);
        return value - value * saturation * std::clamp(std::min(k, 4 - k), 0.0, 1.0);
    };
    return {channel(5), channel(3), channel(1)};
}

/// WCAG 2.
double luminance(const Rgb &colour)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double contrast(const Rgb &a, const Rgb &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

/// `colour` brought towards white or black until its contrast to white is about `aim`.
Rgb withContrast(Rgb colour, double aim)
{
    for (int i = 0; i < 24 && contrast(colour, white) < aim; ++i)
        colour = mixed(colour, black, 0.05);
    for (int i = 0; i < 24 && contrast(colour, white) > aim + 0.6; ++i)
        colour = mixed(colour, white, 0.05);
    return colour;
}

Colour rounded(const Rgb &colour)
{
    const auto channel = [](double value) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
    };
    return {channel(colour.red), channel(colour.green), channel(colour.blue)};
}

} // namespace

int domainHue(std::size_t index)
{
    return static_cast<int>((215 + index % 12 * 210) % 360); // seven twelfths visit all twelve
}

Colour domainColour(std::size_t index, DomainColour role)
{
    const Rgb border = withContrast(fromHsv(domainHue(index), 190 / 255.0, 160 / 255.0), 4.6);
    switch (role) {
    case DomainColour::Border:
        return rounded(border);
    case DomainColour::Title: {
        const Rgb fill = mixed(white, border, 0.08);
        Rgb title = border;
        for (int i = 0; i < 24 && contrast(title, fill) < 4.5; ++i)
            title = mixed(title, black, 0.05);
        return rounded(title);
    }
    case DomainColour::Edge:
        return rounded(mixed(border, white, 0.15));
    }
    return {};
}

std::string hex(const Colour &colour)
{
    constexpr const char *digits = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t value : {colour.red, colour.green, colour.blue}) {
        text += digits[value >> 4U];
        text += digits[value & 15U];
    }
    return text;
}

} // namespace meshwright::layout
