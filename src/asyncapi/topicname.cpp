// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/kafkasettings.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace meshwright::asyncapi {

namespace {

constexpr std::size_t longestTopicName = 249;

bool isTopicCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

/// The whole UTF-8 character that starts at `at`, so that a message never cuts one.
std::string_view characterAt(std::string_view text, std::size_t at)
{
    auto end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return text.substr(at, end - at);
}

/// A letter of another alphabet may look just as one of ours, so its number is told as well.
std::string named(std::string_view character)
{
    std::string name = "'" + std::string(character) + "'";
    if (character.size() == 1 || utf8::firstInvalid(character) != std::string_view::npos)
        return name;
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), " (U+%04X)",
                  static_cast<unsigned>(utf8::decode(character, 0)));
    return name + number.data();
}

} // namespace

std::optional<std::string> topicNameFault(std::string_view name)
{
    if (name.empty())
        return "A topic's name must not be empty.";
    if (name == "." || name == "..")
        return "A topic must not be named '" + std::string(name) + "'.";
    const auto bad = std::find_if_not(name.begin(), name.end(), isTopicCharacter);
    if (bad != name.end()) {
        const auto at = static_cast<std::size_t>(bad - name.begin());
        return "Kafka does not allow " + named(characterAt(name, at)) +
               " in a topic's name: use only letters, digits, '.', '_' and '-'.";
    }
    if (name.size() > longestTopicName)
        return "The topic's name has " + std::to_string(name.size()) +
               " characters; Kafka allows 249. Shorten it.";
    return std::nullopt;
}

std::string topicCollisionKey(std::string_view name)
{
    std::string key(name);
    std::replace(key.begin(), key.end(), '.', '_');
    return key;
}

} // namespace meshwright::asyncapi
