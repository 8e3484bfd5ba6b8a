// SPDX-License-Identifier: Apache-2.0
#include "glossary/words.h"

#include <algorithm>
#include <cctype>

namespace meshwright::glossary {

namespace {

bool isLetter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<signed char>(c) < 0;
}

bool isUpper(char c)
{
    return std::isupper(static_cast<unsigned char>(c)) != 0;
}

} // namespace

std::vector<Word> wordsOf(std::string_view name)
{
    std::vector<Word> words;
    bool isInside = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!isLetter(c)) {
            isInside = false;
            continue;
        }
        // userScore, and the last letter of HTTPServer's first word
        const bool isHump =
            isUpper(c) && i > 0 &&
            (!isUpper(name[i - 1]) ||
             (i + 1 < name.size() && isLetter(name[i + 1]) && !isUpper(name[i + 1])));
        if (!isInside || isHump)
            words.push_back({{}, {i, i}});
        isInside = true;
        words.back().text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        words.back().range.end = i + 1;
    }
    return words;
}

std::optional<Range> phraseIn(const std::vector<Word> &words, const std::vector<Word> &phrase,
                              std::size_t from)
{
    const auto isSame = [](const Word &a, const Word &b) { return a.text == b.text; };
    if (phrase.empty() || from > words.size())
        return std::nullopt;
    const auto at = std::search(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(),
                                phrase.begin(), phrase.end(), isSame);
    if (at == words.end())
        return std::nullopt;
    return Range{at->range.begin, (at + static_cast<std::ptrdiff_t>(phrase.size()) - 1)->range.end};
}

std::vector<std::vector<Word>> phrasesOf(const GlossaryTerm &term)
{
    std::vector<std::vector<Word>> phrases{wordsOf(term.term)};
    for (const std::string &synonym : term.synonyms)
        phrases.push_back(wordsOf(synonym));
    return phrases;
}

} // namespace meshwright::glossary
