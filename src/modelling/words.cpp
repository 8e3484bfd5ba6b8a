// SPDX-License-Identifier: Apache-2.0
#include "modelling/words.h"
#include "text/lowercase.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace meshwright::modelling {

namespace {

bool isUpper(char c)
{
    return std::isupper(static_cast<unsigned char>(c)) != 0;
}

/// Letters of all alphabets, as UTF-8, and digits.
bool isOfWord(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80;
}

std::string capitalised(std::string word)
{
    if (!word.empty())
        word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
}

} // namespace

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    bool isOpen = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!isOfWord(c)) {
            isOpen = false;
            continue;
        }
        if (!isOpen || (isUpper(c) && i > 0 && !isUpper(name[i - 1])))
            words.emplace_back();
        words.back() += c;
        isOpen = true;
    }
    for (auto &word : words)
        word = lowerCase(word);
    return words;
}

std::string inStyle(const std::vector<std::string> &words, WordStyle style)
{
    std::string text;
    for (const auto &word : words) {
        switch (style) {
        case WordStyle::Camel:
            text += text.empty() ? word : capitalised(word);
            break;
        case WordStyle::Pascal:
            text += capitalised(word);
            break;
        case WordStyle::Kebab:
            text += (text.empty() ? "" : "-") + word;
            break;
        case WordStyle::Snake:
            text += (text.empty() ? "" : "_") + word;
            break;
        }
    }
    return text;
}

WordStyle styleOf(const std::vector<std::string> &names, WordStyle otherwise)
{
    std::array<std::size_t, 4> counts{};
    for (const auto &name : names) {
        if (name.empty())
            continue;
        auto style = isUpper(name.front()) ? WordStyle::Pascal : WordStyle::Camel;
        if (name.find('-') != std::string::npos)
            style = WordStyle::Kebab;
        else if (name.find('_') != std::string::npos)
            style = WordStyle::Snake;
        else if (style == WordStyle::Camel && std::none_of(name.begin(), name.end(), isUpper))
            continue; // one word says nothing of how words are joined
        ++counts[static_cast<std::size_t>(style)];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    const bool isAllLower =
        *most == 0 && !names.empty() && !names.front().empty() && !isUpper(names.front().front());
    if (*most == 0)
        return isAllLower ? WordStyle::Camel : otherwise;
    return static_cast<WordStyle>(most - counts.begin());
}

std::string pascalCase(std::string_view name)
{
    return inStyle(wordsOf(name), WordStyle::Pascal);
}

std::string camelCase(std::string_view name)
{
    return inStyle(wordsOf(name), WordStyle::Camel);
}

std::string unused(const std::string &name, const std::function<bool(const std::string &)> &isUsed)
{
    auto candidate = name;
    for (int number = 2; isUsed(candidate); ++number)
        candidate = name + std::to_string(number);
    return candidate;
}

std::string unused(const std::string &name, const std::set<std::string> &used)
{
    return unused(name, [&](const std::string &each) { return used.contains(each); });
}

} // namespace meshwright::modelling
