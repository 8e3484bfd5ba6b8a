// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/scalarplace.h"

#include "text/utf8.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace meshwright::yaml {

namespace {

using Place = std::optional<std::size_t>;

struct Line
{
    std::size_t begin = 0;
    std::size_t size = 0; ///< without the line end
};

/// The line that starts at `begin`, and where the next one starts.
Line lineAt(std::string_view text, std::size_t begin, std::size_t &next)
{
    const auto end = std::min(text.find_first_of("\r\n", begin), text.size());
    next = std::min(end + (text.substr(end).starts_with("\r\n") ? 2 : 1), text.size() + 1);
    return {begin, end - begin};
}

/// Each line of a literal block is a line of its value behind some indentation.
Place placeInLiteral(std::string_view written, std::string_view value, std::size_t valueByte)
{
    std::size_t nextWritten = 0;
    lineAt(written, 0, nextWritten); // the header
    for (std::size_t begin = 0; begin <= value.size();) {
        if (nextWritten > written.size())
            return begin == valueByte ? Place(written.size()) : std::nullopt;
        const auto end = std::min(value.find('\n', begin), value.size());
        const auto line = lineAt(written, nextWritten, nextWritten);
        const auto size = end - begin;
        const bool isBlank = size == 0;
        const auto indent = line.size - std::min(size, line.size);
        if (!isBlank && written.substr(line.begin + indent, size) != value.substr(begin, size))
            return std::nullopt;
        if (valueByte <= end)
            return line.begin + indent + (valueByte - begin);
        begin = end + 1;
    }
    return std::nullopt;
}

/// What one escape of a double-quoted scalar stands for: its bytes in the text and in the value.
struct Escape
{
    std::size_t written = 1;
    std::size_t value = 1;
};

std::size_t sizeInUtf8(std::uint32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

std::uint32_t hexadecimal(std::string_view digits)
{
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return number;
}

Escape escapeAt(std::string_view rest)
{
    const char kind = rest.size() > 1 ? rest[1] : '\\';
    if (kind == 'N' || kind == '_')
        return {2, 2};
    if (kind == 'L' || kind == 'P')
        return {2, 3};
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0)
        return {2, 1};
    const auto c = hexadecimal(rest.substr(2, digits));
    const bool isPair = kind == 'u' && c >= 0xD800 && c < 0xDC00; // JSON's surrogates
    return isPair ? Escape{12, 4} : Escape{2 + digits, sizeInUtf8(c)};
}

Place placeInQuotes(std::string_view written, Style style, std::size_t valueByte)
{
    std::size_t at = 1;
    for (std::size_t reached = 0; reached < valueByte;) {
        if (at >= written.size() || written[at] == '\n' || written[at] == '\r')
            return std::nullopt;
        Escape step;
        if (style == Style::DoubleQuoted && written[at] == '\\')
            step = escapeAt(written.substr(at));
        else if (style == Style::SingleQuoted && written.substr(at).starts_with("''"))
            step.written = 2;
        if (reached + step.value > valueByte)
            break; // inside what one escape stands for
        reached += step.value;
        at += step.written;
    }
    return std::min(at, written.size());
}

} // namespace

std::optional<std::size_t> placeInText(const SourceText &text, const Node &scalar,
                                       std::size_t valueByte)
{
    const auto written = text.slice(scalar.range);
    const std::string_view value = scalar.value;
    Place place;
    if (scalar.kind != Kind::Scalar || valueByte > value.size())
        return std::nullopt;
    if (scalar.style == Style::Literal)
        place = placeInLiteral(written, value, valueByte);
    else if (scalar.style == Style::SingleQuoted || scalar.style == Style::DoubleQuoted)
        place = placeInQuotes(written, scalar.style, valueByte);
    else if (scalar.style == Style::Plain &&
             written.substr(0, valueByte) == value.substr(0, valueByte))
        place = valueByte;
    if (!place)
        return std::nullopt;
    return scalar.range.begin + *place;
}

} // namespace meshwright::yaml
