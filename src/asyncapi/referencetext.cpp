// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/referencetext.h"

#include <algorithm>

namespace meshwright::asyncapi {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSchemeCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

/// `~1` → `/`, `~0` → `~`; nothing where another character follows the tilde.
std::optional<std::string> unescapedToken(std::string_view token)
{
    std::string result;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '~') {
            result += token[i];
            continue;
        }
        if (++i == token.size() || (token[i] != '0' && token[i] != '1'))
            return std::nullopt;
        result += token[i] == '0' ? '~' : '/';
    }
    return result;
}

/// Appends the parts of a path; false where `..` leads above the start.
bool appendParts(std::vector<std::string> &parts, std::string_view path)
{
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        const auto part = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (part.empty() || part == ".")
            continue;
        if (part != "..")
            parts.emplace_back(part);
        else if (parts.empty())
            return false;
        else
            parts.pop_back();
    }
    return true;
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

std::optional<std::vector<std::string>> pointerTokens(std::string_view fragment)
{
    const auto decoded = percentDecoded(fragment);
    if (!decoded)
        return std::nullopt;
    std::vector<std::string> tokens;
    std::string_view rest = *decoded;
    if (!rest.empty() && rest.front() != '/')
        return std::nullopt;
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const auto slash = std::min(rest.find('/'), rest.size());
        auto token = unescapedToken(rest.substr(0, slash));
        if (!token)
            return std::nullopt;
        tokens.push_back(std::move(*token));
        rest.remove_prefix(slash);
    }
    return tokens;
}

std::optional<std::string> relativeTo(std::string_view fromFile, std::string_view path)
{
    std::vector<std::string> parts;
    const auto slash = fromFile.rfind('/');
    if (slash != std::string_view::npos && !appendParts(parts, fromFile.substr(0, slash)))
        return std::nullopt;
    if (!appendParts(parts, path))
        return std::nullopt;
    std::string result;
    for (const auto &part : parts)
        result += (result.empty() ? "" : "/") + part;
    return result;
}

std::string_view schemeOf(std::string_view reference)
{
    const auto end = std::find_if_not(reference.begin(), reference.end(), isSchemeCharacter);
    if (end == reference.end() || *end != ':' || !isLetter(reference.front()))
        return {};
    return reference.substr(0, static_cast<std::size_t>(end - reference.begin()));
}

} // namespace meshwright::asyncapi
