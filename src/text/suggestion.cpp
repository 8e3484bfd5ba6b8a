// SPDX-License-Identifier: Apache-2.0
#include "text/suggestion.h"

#include <algorithm>

namespace meshwright {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isSame(char a, char b)
{
    return lower(a) == lower(b);
}

} // namespace

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = isSame(a[i - 1], b[j - 1]) ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && isSame(a[i - 1], b[j - 2]) && isSame(a[i - 2], b[j - 1]))
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string> &candidates)
{
    const std::size_t limit = std::clamp<std::size_t>(word.size() / 4, 1, 3);
    std::optional<std::string> best;
    std::size_t bestDistance = limit + 1;
    for (const std::string &candidate : candidates) {
        const std::size_t gap = candidate.size() > word.size() ? candidate.size() - word.size()
                                                               : word.size() - candidate.size();
        if (gap >= bestDistance || candidate == word)
            continue;
        const std::size_t found = distance(word, candidate);
        if (found < bestDistance) {
            bestDistance = found;
            best = candidate;
        }
    }
    return best;
}

std::optional<std::string> Suggestions::nearest(std::string_view word,
                                                const std::vector<std::string> &candidates)
{
    std::size_t work = 0;
    for (const std::string &candidate : candidates)
        work += (word.size() + 1) * (candidate.size() + 1);
    if (work > m_left) {
        m_left = 0;
        return std::nullopt;
    }
    m_left -= work;
    return meshwright::nearest(word, candidates);
}

std::string didYouMean(const std::optional<std::string> &suggestion)
{
    return suggestion ? " Did you mean '" + *suggestion + "'?" : std::string();
}

} // namespace meshwright
