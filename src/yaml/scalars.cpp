// SPDX-License-Identifier: Apache-2.0
#include "yaml/scalars.h"

#include "meshwright/yaml/edit.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdio>

namespace meshwright::yaml {

namespace {

/// What only an escape can write: controls, line separators, byte order marks, no characters.
bool needsEscape(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
           (c & 0xFFFEU) == 0xFFFE;
}

bool isPrintable(std::string_view value, std::string_view allowed)
{
    for (std::size_t i = 0; i < value.size(); i += utf8::length(value[i])) {
        if (allowed.find(value[i]) == std::string_view::npos && needsEscape(utf8::decode(value, i)))
            return false;
    }
    return utf8::firstInvalid(value) == std::string_view::npos;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// YAML 1.1 had more numbers and words than 1.2, and many tools still read it: 0b1, 1_000, 1:30,
/// 2001-12-14, yes, off.
bool isTypedInOldYaml(std::string_view value)
{
    std::string lower(value);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const auto *word :
         {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "=", "<<"}) {
        if (lower == word)
            return true;
    }
    auto digits = value;
    if (digits.starts_with('-') || digits.starts_with('+'))
        digits.remove_prefix(1);
    if (digits.empty() || !isDigit(digits[0]))
        return false;
    if (digits.starts_with("0b") || digits.starts_with("0x") || digits.starts_with("0o"))
        return digits.find_first_not_of("0123456789abcdefABCDEF_", 2) == std::string_view::npos;
    const bool isNumber = digits.find_first_not_of("0123456789_:.") == std::string_view::npos &&
                          std::count(digits.begin(), digits.end(), '.') < 2;
    const bool isDate = value.size() >= 8 && value.find_first_not_of("0123456789") == 4 &&
                        value[4] == '-' && value.find('-', 5) <= 7;
    return isNumber || isDate;
}

bool isTyped(std::string_view value)
{
    Node plain;
    plain.value = value;
    return !plain.isString() || isTypedInOldYaml(value);
}

bool isPlainSafe(std::string_view value, bool isInFlow)
{
    constexpr std::string_view indicators = ",[]{}#&*!|>'\"%@`";
    if (value.empty() || !isPrintable(value, {}) || isTyped(value))
        return false;
    if (value.front() == ' ' || value.back() == ' ' || value.back() == ':' ||
        indicators.find(value.front()) != std::string_view::npos)
        return false;
    if (std::string_view("-?:").find(value.front()) != std::string_view::npos &&
        (value.size() == 1 || value[1] == ' ' || (isInFlow && value.front() != '-')))
        return false;
    if (value.starts_with("---") || value.starts_with("..."))
        return false;
    if (value.find(": ") != std::string_view::npos || value.find(" #") != std::string_view::npos)
        return false;
    return !isInFlow || value.find_first_of(",[]{}") == std::string_view::npos;
}

std::string singleQuoted(std::string_view value)
{
    std::string text = "'";
    for (const auto c : value) {
        text += c;
        if (c == '\'')
            text += c;
    }
    return text + "'";
}

void appendEscaped(std::string &text, char32_t c)
{
    char escape[16];
    switch (c) {
    case '\n':
        text += "\\n";
        return;
    case '\r':
        text += "\\r";
        return;
    case '\t':
        text += "\\t";
        return;
    default: // \u is JSON's escape too
        std::snprintf(escape, sizeof escape, c > 0xFFFF ? "\\U%08X" : "\\u%04X",
                      static_cast<unsigned>(c));
        text += escape;
    }
}

} // namespace

std::string doubleQuoted(std::string_view value)
{
    std::string text = "\"";
    for (std::size_t i = 0; i < value.size();) {
        const auto size = std::min(utf8::length(value[i]), value.size() - i);
        const auto character = value.substr(i, size);
        const bool isBroken = utf8::firstInvalid(character) != std::string_view::npos;
        const auto c = isBroken ? U'\xFFFD' : utf8::decode(value, i);
        if (character == "\"" || character == "\\")
            text += '\\';
        if (isBroken || needsEscape(c))
            appendEscaped(text, c);
        else
            text += character;
        i += isBroken ? 1 : size;
    }
    return text + "\"";
}

std::string scalarLine(std::string_view value, Style like, bool isInFlow)
{
    if (like == Style::DoubleQuoted || !isPrintable(value, {}))
        return doubleQuoted(value);
    if (like != Style::SingleQuoted && isPlainSafe(value, isInFlow))
        return std::string(value);
    return singleQuoted(value);
}

bool canBeLiteral(std::string_view value)
{
    if (value.empty() || !isPrintable(value, "\n\t"))
        return false;
    for (std::size_t begin = 0; begin <= value.size();) {
        const auto end = std::min(value.find('\n', begin), value.size());
        const auto line = value.substr(begin, end - begin);
        const bool isFirst = begin == 0;
        const bool isLast = end == value.size();
        if (isFirst && (line.empty() || line[0] == ' ' || line[0] == '\t'))
            return false;
        if (!line.empty() && line.find_first_not_of(" \t") == std::string_view::npos)
            return false;
        if (line.empty() && !isFirst && !isLast && end + 1 == value.size())
            return false; // more than one line end at the end
        begin = end + 1;
    }
    return true;
}

std::string literal(std::string_view value, Style like, const std::string &indent,
                    std::string_view eol, std::string_view comment)
{
    const bool isClipped = value.ends_with('\n');
    if (isClipped)
        value.remove_suffix(1);
    const bool isOneLine = value.find('\n') == std::string_view::npos;
    std::string text = like == Style::Folded && isOneLine ? ">" : "|";
    if (!isClipped)
        text += '-';
    if (!comment.empty())
        text += " " + std::string(comment);
    for (std::size_t begin = 0; begin <= value.size();) {
        const auto end = std::min(value.find('\n', begin), value.size());
        text += eol;
        if (end > begin)
            text += indent + std::string(value.substr(begin, end - begin));
        begin = end + 1;
    }
    return text;
}

std::string scalarFor(std::string_view value, Style like)
{
    if ((like == Style::Literal || like == Style::Folded) && canBeLiteral(value))
        return literal(value, like, "  ", "\n") + (value.ends_with('\n') ? "\n" : "");
    return scalarLine(value, like, true);
}

} // namespace meshwright::yaml
