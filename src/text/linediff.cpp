// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/linediff.h"

#include <algorithm>
#include <cstdint>

namespace meshwright {

namespace {

using Lines = std::vector<std::string_view>;

// The steps kept for the way back grow with its square.
constexpr std::ptrdiff_t mostDifferences = 1000;

Lines linesOf(std::string_view text)
{
    Lines lines;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends =
            text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (!ends)
            continue;
        lines.push_back(text.substr(begin, i + 1 - begin));
        begin = i + 1;
    }
    if (begin < text.size())
        lines.push_back(text.substr(begin));
    return lines;
}

std::string withoutEnd(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    return std::string(line);
}

/// The shortest way through the grid of old and new lines: furthest[k] is how far it got on the
/// diagonal k with as many differences as the step's number.
class Walk
{
public:
    Walk(const Lines &before, const Lines &after, std::size_t head, std::size_t tail)
        : m_before(before)
        , m_after(after)
        , m_head(head)
        , m_width(static_cast<std::ptrdiff_t>(before.size() - head - tail))
        , m_height(static_cast<std::ptrdiff_t>(after.size() - head - tail))
    {}

    std::vector<LineChange> changes()
    {
        const std::ptrdiff_t most = std::min(m_width + m_height, mostDifferences);
        std::vector<std::ptrdiff_t> furthest(static_cast<std::size_t>(2 * most + 3), 0);
        for (std::ptrdiff_t step = 0; step <= most; ++step) {
            m_steps.emplace_back(furthest.begin() + (most - step) + 1,
                                 furthest.begin() + (most + step) + 2);
            for (std::ptrdiff_t k = -step; k <= step; k += 2) {
                std::ptrdiff_t *here = &furthest[static_cast<std::size_t>(most + 1 + k)];
                std::ptrdiff_t x =
                    k == -step || (k != step && here[-1] < here[1]) ? here[1] : here[-1] + 1;
                while (x < m_width && x - k < m_height && same(x, x - k))
                    ++x;
                *here = x;
                if (x >= m_width && x - k >= m_height)
                    return wayBack(step);
            }
        }
        return {changeAt(0, m_width, 0, m_height)};
    }

private:
    bool same(std::ptrdiff_t x, std::ptrdiff_t y) const
    {
        return m_before[m_head + static_cast<std::size_t>(x)] ==
               m_after[m_head + static_cast<std::size_t>(y)];
    }

    LineChange changeAt(std::ptrdiff_t oldBegin, std::ptrdiff_t oldEnd, std::ptrdiff_t newBegin,
                        std::ptrdiff_t newEnd) const
    {
        const auto at = [&](std::ptrdiff_t line) {
            return m_head + static_cast<std::size_t>(line);
        };
        return {at(oldBegin), at(oldEnd), at(newBegin), at(newEnd)};
    }

    std::vector<LineChange> wayBack(std::ptrdiff_t steps) const
    {
        std::vector<LineChange> changes;
        std::ptrdiff_t x = m_width;
        std::ptrdiff_t y = m_height;
        for (std::ptrdiff_t step = steps; step > 0; --step) {
            // What was kept before this step: of the diagonals -step to step.
            const auto &kept = m_steps[static_cast<std::size_t>(step)];
            const std::ptrdiff_t k = x - y;
            const auto far = [&](std::ptrdiff_t diagonal) {
                return kept[static_cast<std::size_t>(diagonal + step)];
            };
            const bool isAdded = k == -step || (k != step && far(k - 1) < far(k + 1));
            const std::ptrdiff_t fromX = far(isAdded ? k + 1 : k - 1);
            const std::ptrdiff_t fromY = fromX - (isAdded ? k + 1 : k - 1);
            add(changes,
                changeAt(fromX, fromX + (isAdded ? 0 : 1), fromY, fromY + (isAdded ? 1 : 0)));
            x = fromX;
            y = fromY;
        }
        std::reverse(changes.begin(), changes.end());
        return changes;
    }

    /// `earlier` stands before all that is there; where it touches the first, they become one.
    static void add(std::vector<LineChange> &changes, const LineChange &earlier)
    {
        if (!changes.empty() && changes.back().oldBegin == earlier.oldEnd &&
            changes.back().newBegin == earlier.newEnd) {
            changes.back().oldBegin = earlier.oldBegin;
            changes.back().newBegin = earlier.newBegin;
        } else {
            changes.push_back(earlier);
        }
    }

    const Lines &m_before;
    const Lines &m_after;
    std::size_t m_head;
    std::ptrdiff_t m_width;
    std::ptrdiff_t m_height;
    std::vector<std::vector<std::ptrdiff_t>> m_steps;
};

std::vector<LineChange> changesOf(const Lines &before, const Lines &after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    if (head == before.size() && head == after.size())
        return {};
    std::size_t tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return Walk(before, after, head, tail).changes();
}

} // namespace

std::vector<LineChange> changedLines(std::string_view before, std::string_view after)
{
    return changesOf(linesOf(before), linesOf(after));
}

std::vector<DiffRow> diffRows(std::string_view before, std::string_view after, std::size_t context)
{
    const Lines old = linesOf(before);
    const Lines now = linesOf(after);
    std::vector<DiffRow> rows;
    std::size_t oldLine = 0; // as far as rows tell
    std::size_t newLine = 0;
    const auto same = [&](std::size_t count) {
        for (; count > 0; --count, ++oldLine, ++newLine)
            rows.push_back(
                {DiffRow::Kind::Same, oldLine + 1, newLine + 1, withoutEnd(old[oldLine])});
    };
    for (const LineChange &change : changesOf(old, now)) {
        const std::size_t between = change.oldBegin - oldLine;
        const std::size_t after = rows.empty() ? 0 : std::min(context, between);
        const std::size_t ahead = std::min(context, between - after);
        same(after);
        if (const std::size_t left = between - after - ahead; left > 0) {
            rows.push_back({DiffRow::Kind::Gap, 0, 0, {}});
            oldLine += left;
            newLine += left;
        }
        same(ahead);
        for (; oldLine < change.oldEnd; ++oldLine)
            rows.push_back({DiffRow::Kind::Removed, oldLine + 1, 0, withoutEnd(old[oldLine])});
        for (; newLine < change.newEnd; ++newLine)
            rows.push_back({DiffRow::Kind::Added, 0, newLine + 1, withoutEnd(now[newLine])});
    }
    if (rows.empty())
        return rows;
    same(std::min(context, old.size() - oldLine));
    if (oldLine < old.size())
        rows.push_back({DiffRow::Kind::Gap, 0, 0, {}});
    return rows;
}

} // namespace meshwright
