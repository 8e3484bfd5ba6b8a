// SPDX-License-Identifier: Apache-2.0
#include "meshwright/search/search.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace meshwright::search {

namespace {

constexpr int wholeName = 400;
constexpr int inOnePiece = 200;
constexpr int atTheBegin = 100;
constexpr int atAWord = 60;
constexpr int toAWordsEnd = 20;
constexpr int wordLetter = 8; ///< for letters that are found apart
constexpr int nextLetter = 5;
constexpr int detailShare = 4; ///< a word in the detail counts a quarter

char lower(char c)
{
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLetter(char c)
{
    const char low = lower(c);
    return ('a' <= low && low <= 'z') || ('0' <= c && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80U;
}

bool startsWord(std::string_view name, std::size_t at)
{
    if (at == 0 || !isLetter(name[at - 1]))
        return true;
    const bool isUpper = 'A' <= name[at] && name[at] <= 'Z';
    return isUpper && lower(name[at - 1]) == name[at - 1]; // the hump of a camel
}

bool endsWord(std::string_view name, std::size_t end)
{
    return end == name.size() || !isLetter(name[end]);
}

bool standsAt(std::string_view word, std::string_view name, std::size_t at)
{
    for (std::size_t i = 0; i < word.size(); ++i)
        if (lower(name[at + i]) != word[i])
            return false;
    return true;
}

std::optional<int> pieceScore(std::string_view word, std::string_view name)
{
    std::optional<int> best;
    for (std::size_t at = 0; at + word.size() <= name.size(); ++at) {
        if (!standsAt(word, name, at))
            continue;
        const int score = inOnePiece + (at == 0 ? atTheBegin : 0) +
                          (startsWord(name, at) ? atAWord : 0) +
                          (endsWord(name, at + word.size()) ? toAWordsEnd : 0) +
                          (word.size() == name.size() ? wholeName : 0);
        best = std::max(best.value_or(0), score);
    }
    return best;
}

std::optional<int> lettersFrom(std::string_view word, std::string_view name, std::size_t at)
{
    int score = 0;
    std::size_t last = std::string_view::npos;
    for (const char c : word) {
        while (at < name.size() && lower(name[at]) != c)
            ++at;
        if (at == name.size())
            return std::nullopt;
        score += startsWord(name, at) ? wordLetter : 1;
        score += last != std::string_view::npos && at == last + 1 ? nextLetter : 0;
        last = at++;
    }
    return score;
}

std::uint64_t lettersOf(std::string_view text)
{
    std::uint64_t letters = 0;
    for (const char c : text)
        letters |= std::uint64_t{1} << (static_cast<unsigned char>(lower(c)) % 64U);
    return letters;
}

/// The last part of a name that has parts: who looks for a topic `price` means …_public.price.
std::string_view tailOf(const Entry &entry)
{
    const bool hasParts = entry.kind == Kind::Context || entry.kind == Kind::Domain ||
                          entry.kind == Kind::Topic || entry.kind == Kind::File;
    const auto end = entry.name.rfind(entry.kind == Kind::File ? '/' : '.');
    return std::string_view(entry.name)
        .substr(hasParts && end != std::string::npos ? end + 1 : entry.name.size());
}

/// Of all words; each is looked for in the name, and then in the detail.
std::optional<int> entryScore(const Query &query, const Entry &entry)
{
    int score = 0;
    for (const std::string &word : query.words) {
        if (const auto named = scoreOf(word, entry.name)) {
            score += std::max(*named, pieceScore(word, tailOf(entry)).value_or(0));
            continue;
        }
        const auto told = pieceScore(word, entry.detail);
        if (!told)
            return std::nullopt;
        score += *told / detailShare;
    }
    return score;
}

} // namespace

std::optional<int> scoreOf(std::string_view word, std::string_view name)
{
    if (word.empty())
        return 0;
    if (const auto piece = pieceScore(word, name))
        return piece;
    std::optional<int> best;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (lower(name[at]) != word.front())
            continue;
        const auto score = lettersFrom(word, name, at);
        if (!score)
            break; // nor from any later one
        best = std::max(best.value_or(0), *score);
    }
    return best;
}

Index::Index(std::vector<Entry> entries)
    : m_entries(std::move(entries))
{
    m_letters.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        m_letters.push_back(lettersOf(entry.name) | lettersOf(entry.detail));
}

Query readQuery(std::string_view typed)
{
    using enum Kind;
    static const std::vector<std::pair<std::string_view, std::vector<Kind>>> prefixes = {
        {"t:", {Topic}},     {"d:", {Context, Domain}}, {"f:", {Field}},
        {"p:", {Principal}}, {"m:", {Message}},         {"g:", {Term}},
        {"r:", {Rule}},      {"s:", {Setting}},         {"a:", {Action}}};
    Query query;
    const auto begin = typed.find_first_not_of(' ');
    typed.remove_prefix(begin == std::string_view::npos ? typed.size() : begin);
    for (const auto &[prefix, kinds] : prefixes)
        if (typed.size() >= 2 && lower(typed[0]) == prefix[0] && typed[1] == ':') {
            query.kinds = kinds;
            typed.remove_prefix(2);
            break;
        }
    std::string word;
    for (const char c : typed) {
        if (c != ' ')
            word += lower(c);
        else if (!word.empty())
            query.words.push_back(std::exchange(word, {}));
    }
    if (!word.empty())
        query.words.push_back(word);
    return query;
}

std::vector<Hit> find(const Index &index, const Query &query, std::size_t most)
{
    std::uint64_t wanted = 0;
    for (const std::string &word : query.words)
        wanted |= lettersOf(word);
    const auto &entries = index.entries();
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries[i];
        const bool isWanted =
            query.kinds.empty() || std::ranges::find(query.kinds, entry.kind) != query.kinds.end();
        if (!isWanted || (index.letters(i) & wanted) != wanted)
            continue;
        if (const auto score = entryScore(query, entry))
            hits.push_back({i, *score});
    }
    const auto isBetter = [&](const Hit &a, const Hit &b) {
        if (a.score != b.score)
            return a.score > b.score;
        const Entry &x = entries[a.entry];
        const Entry &y = entries[b.entry];
        if (x.kind != y.kind)
            return x.kind < y.kind;
        if (x.name.size() != y.name.size())
            return x.name.size() < y.name.size();
        return std::tie(x.name, x.detail, a.entry) < std::tie(y.name, y.detail, b.entry);
    };
    const std::size_t shown = std::min(most, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end(),
                      isBetter);
    hits.resize(shown);
    return hits;
}

} // namespace meshwright::search
