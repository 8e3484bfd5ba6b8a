// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/referencetext.h"

#include <algorithm>
#include <filesystem>
#include <utility>

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

/// One character of a text behind percent signs, and how many bytes it is written with.
struct Decoded
{
    char value = 0;
    std::size_t width = 1;
};

std::optional<Decoded> decodedAt(std::string_view text)
{
    if (text.front() != '%')
        return Decoded{text.front(), 1};
    const int high = text.size() > 2 ? hexValue(text[1]) : -1;
    const int low = text.size() > 2 ? hexValue(text[2]) : -1;
    if (high < 0 || low < 0)
        return std::nullopt;
    return Decoded{static_cast<char>(high * 16 + low), 3};
}

/// The same in a token of a pointer, where `~1` stands for `/` and `~0` for `~`.
std::optional<Decoded> decodedInToken(std::string_view text)
{
    const auto first = decodedAt(text);
    if (!first || first->value != '~')
        return first;
    if (text.size() == first->width)
        return std::nullopt;
    const auto second = decodedAt(text.substr(first->width));
    if (!second || (second->value != '0' && second->value != '1'))
        return std::nullopt;
    return Decoded{second->value == '0' ? '~' : '/', first->width + second->width};
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
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decodedAt(text.substr(i));
        if (!next)
            return std::nullopt;
        result += next->value;
        i += next->width;
    }
    return result;
}

std::optional<std::vector<PointerToken>> pointerTokens(std::string_view fragment)
{
    std::vector<PointerToken> tokens;
    for (std::size_t i = 0; i < fragment.size();) {
        const auto plain = decodedAt(fragment.substr(i));
        if (plain && plain->value == '/') {
            i += plain->width;
            tokens.push_back({{}, {i, i}});
            continue;
        }
        const auto next = decodedInToken(fragment.substr(i));
        if (!next || tokens.empty())
            return std::nullopt;
        i += next->width;
        tokens.back().key += next->value;
        tokens.back().written.end = i;
    }
    return tokens;
}

std::optional<ReferenceTarget> referenceTarget(const std::string &fromFile,
                                               std::string_view reference)
{
    if (!schemeOf(reference).empty())
        return std::nullopt;
    const auto hash = std::min(reference.find('#'), reference.size());
    const auto path = percentDecoded(reference.substr(0, hash));
    auto tokens = pointerTokens(reference.substr(std::min(hash + 1, reference.size())));
    if (!path || !tokens)
        return std::nullopt;
    auto file = path->empty() ? std::optional(fromFile) : relativeTo(fromFile, *path);
    if (!file)
        return std::nullopt;
    ReferenceTarget target{std::move(*file), {}};
    for (PointerToken &token : *tokens)
        target.keys.push_back(std::move(token.key));
    return target;
}

std::size_t writtenSize(std::string_view token, std::size_t decodedSize)
{
    std::size_t at = 0;
    for (; decodedSize > 0 && at < token.size(); --decodedSize) {
        const auto next = decodedInToken(token.substr(at));
        at += next ? next->width : 1;
    }
    return at;
}

std::string pointerToken(std::string_view key)
{
    std::string out;
    for (const char c : key)
        out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

std::string pointerTo(const std::vector<std::string> &keys)
{
    std::string text = "#";
    for (const std::string &key : keys)
        text += '/' + percentEncoded(pointerToken(key));
    return text;
}

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view unsafe = "%#\"<>\\^`{|}";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && unsafe.find(c) == std::string_view::npos)
            encoded += c;
        else
            encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return encoded;
}

std::string pathFrom(const std::string &fromFile, const std::string &toFile, bool isDotted)
{
    const auto folder = std::filesystem::path(fromFile).parent_path();
    const auto way =
        folder.empty() ? toFile
                       : std::filesystem::path(toFile).lexically_relative(folder).generic_string();
    return isDotted && !way.starts_with("..") ? "./" + way : way;
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
