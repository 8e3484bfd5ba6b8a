// SPDX-License-Identifier: Apache-2.0
#include "lint/partstyle.h"

#include "schema/pattern.h"
#include "text/suggestion.h"
#include "text/lowercase.h"

#include <algorithm>
#include <cctype>

namespace meshwright::linting {

namespace {

bool isUpper(char c)
{
    return std::isupper(static_cast<unsigned char>(c)) != 0;
}

bool isLower(char c)
{
    return std::islower(static_cast<unsigned char>(c)) != 0;
}

bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// Lower-case words with one separator between two.
bool isJoinedBy(char separator, std::string_view part)
{
    const bool hasOwnSigns = std::all_of(part.begin(), part.end(), [&](char c) {
        return isLower(c) || isDigit(c) || c == separator;
    });
    const std::string twice(2, separator);
    return hasOwnSigns && !part.empty() && part.front() != separator && part.back() != separator &&
           part.find(twice) == std::string_view::npos;
}

bool isCamel(std::string_view part)
{
    return !part.empty() && !isUpper(part.front()) &&
           std::all_of(part.begin(), part.end(),
                       [](unsigned char c) { return std::isalnum(c) != 0; });
}

/// Whether a word of camel case begins here: `orderItem` at I, `HTTPCall` at C.
bool isHump(std::string_view part, std::size_t at)
{
    if (at == 0 || !isUpper(part[at]))
        return false;
    const bool isBeforeLower = at + 1 < part.size() && isLower(part[at + 1]);
    return isLower(part[at - 1]) || isDigit(part[at - 1]) ||
           (isUpper(part[at - 1]) && isBeforeLower);
}

std::string joined(std::string_view part, std::string_view separator)
{
    std::string out;
    for (const std::string &word : wordsOf(part))
        out += (out.empty() ? std::string() : std::string(separator)) + lowerCase(word);
    return out;
}

std::string camelled(std::string_view part)
{
    std::string out;
    for (const std::string &word : wordsOf(part)) {
        std::string next = lowerCase(word);
        if (!out.empty())
            next.front() =
                static_cast<char>(std::toupper(static_cast<unsigned char>(next.front())));
        out += next;
    }
    return out;
}

} // namespace

std::vector<std::string> wordsOf(std::string_view part)
{
    std::vector<std::string> words;
    bool isNew = true;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] == '-' || part[i] == '_') {
            isNew = true;
            continue;
        }
        if (isNew || isHump(part, i))
            words.emplace_back();
        isNew = false;
        words.back() += part[i];
    }
    return words;
}

bool hasStyle(std::string_view part, const PartStyle &style)
{
    switch (style.kind) {
    case PartStyle::Kind::Snake:
        return isJoinedBy('_', part);
    case PartStyle::Kind::Kebab:
        return isJoinedBy('-', part);
    case PartStyle::Kind::Camel:
        return isCamel(part);
    case PartStyle::Kind::Lower:
        return std::none_of(part.begin(), part.end(), isUpper);
    case PartStyle::Kind::OneOf:
        return std::find(style.words.begin(), style.words.end(), part) != style.words.end();
    case PartStyle::Kind::Expression:
        break;
    }
    const auto pattern = schema::Pattern::compile("^(?:" + style.expression + ")$");
    return !pattern || pattern->matches(part) != schema::Match::No;
}

std::optional<std::string> respelt(std::string_view part, const PartStyle &style)
{
    std::string out;
    switch (style.kind) {
    case PartStyle::Kind::Snake:
        out = joined(part, "_");
        break;
    case PartStyle::Kind::Kebab:
        out = joined(part, "-");
        break;
    case PartStyle::Kind::Camel:
        out = camelled(part);
        break;
    case PartStyle::Kind::Lower:
        out = lowerCase(part);
        break;
    case PartStyle::Kind::OneOf:
        return nearest(part, style.words);
    case PartStyle::Kind::Expression:
        return std::nullopt;
    }
    return !out.empty() && hasStyle(out, style) ? std::optional(out) : std::nullopt;
}

std::string wordsFor(const PartStyle &style)
{
    switch (style.kind) {
    case PartStyle::Kind::Snake:
        return "in snake case";
    case PartStyle::Kind::Kebab:
        return "in kebab case";
    case PartStyle::Kind::Camel:
        return "in camel case";
    case PartStyle::Kind::Lower:
        return "in lower case";
    case PartStyle::Kind::OneOf:
        break;
    case PartStyle::Kind::Expression:
        return "as '" + style.expression + "' has it";
    }
    std::string list;
    for (const std::string &word : style.words)
        list += (list.empty() ? "" : ", ") + word;
    return "as one of: " + list;
}

} // namespace meshwright::linting
