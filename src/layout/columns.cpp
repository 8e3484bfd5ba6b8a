// SPDX-License-Identifier: Apache-2.0
#include "columns.h"

#include "arrangement.h"
#include "geometry.h"

#include <cmath>
#include <cstdint>
#include <numeric>

namespace meshwright::layout {

namespace {

using Columns = std::vector<std::vector<std::size_t>>;

/// A small generator of our own: the standard's distributions differ from library to library.
class Dice
{
public:
    std::size_t below(std::size_t bound)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>((m_state >> 33U) % bound);
    }

private:
    std::uint64_t m_state = 20240229;
};

enum class Stacking { Columns, Rows };

/// Thinks in columns; for rows, width and height change places on the way in and out.
class Search
{
public:
    Search(std::vector<Block> blocks, const Flows &flows, Stacking stacking)
        : m_blocks(std::move(blocks))
        , m_flows(flows)
        , m_stacking(stacking)
    {
        for (const auto &[pair, weight] : flows)
            m_flowSum += weight;
        for (Block &block : m_blocks) {
            m_area += block.width * block.height;
            if (stacking == Stacking::Rows)
                std::swap(block.width, block.height);
        }
    }

    /// The best boxes found, and what they cost.
    std::pair<double, std::vector<Box>> best()
    {
        const std::vector<std::size_t> order = byFlow();
        const auto most =
            std::min(m_blocks.size(), static_cast<std::size_t>(2 * std::sqrt(m_blocks.size()) + 2));
        std::vector<std::pair<double, Columns>> starts;
        for (std::size_t count = 1; count <= most; ++count) {
            Columns columns = split(order, count);
            const double cost = costOf(columns);
            starts.emplace_back(cost, std::move(columns));
        }
        std::stable_sort(starts.begin(), starts.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        starts.resize(std::min<std::size_t>(starts.size(), 4));
        for (auto &[cost, columns] : starts)
            improve(columns, cost);
        const auto found =
            std::min_element(starts.begin(), starts.end(),
                             [](const auto &a, const auto &b) { return a.first < b.first; });
        return {found->first, place(found->second)};
    }

private:
    double acrossGap() const
    {
        return m_stacking == Stacking::Columns ? spacing.columnGap : spacing.rowGap;
    }

    double alongGap() const
    {
        return m_stacking == Stacking::Columns ? spacing.rowGap : spacing.columnGap;
    }

    std::vector<Box> place(const Columns &columns) const
    {
        std::vector<Box> boxes(m_blocks.size());
        double tallest = 0;
        for (const auto &column : columns)
            tallest = std::max(tallest, heightOf(column));
        double x = 0;
        for (const auto &column : columns) {
            if (column.empty())
                continue;
            double width = 0;
            for (const std::size_t block : column)
                width = std::max(width, m_blocks[block].width);
            placeColumn(column, x, width, tallest, boxes);
            x += width + acrossGap();
        }
        if (m_stacking == Stacking::Rows)
            for (Box &box : boxes)
                box = {box.y, box.x, box.height, box.width};
        return boxes;
    }

    double heightOf(const std::vector<std::size_t> &column) const
    {
        double height = -alongGap();
        for (const std::size_t block : column)
            height += m_blocks[block].height + alongGap();
        return height;
    }

    /// A column that is a little shorter grows to the common height; a much shorter one is
    /// centred instead.
    void placeColumn(const std::vector<std::size_t> &column, double x, double width, double tallest,
                     std::vector<Box> &boxes) const
    {
        const double missing = tallest - heightOf(column);
        const bool grows = missing < 0.25 * tallest;
        const double extra = grows ? missing / static_cast<double>(column.size()) : 0;
        double y = grows ? 0 : missing / 2;
        for (const std::size_t block : column) {
            boxes[block] = {x, y, width, m_blocks[block].height + extra};
            y += boxes[block].height + alongGap();
        }
    }

    /// Sources first: what gives more than it takes stands left.
    std::vector<std::size_t> byFlow() const
    {
        std::vector<double> surplus(m_blocks.size(), 0);
        for (const auto &[pair, weight] : m_flows) {
            surplus[pair.first] += weight;
            surplus[pair.second] -= weight;
        }
        std::vector<std::size_t> order(m_blocks.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&surplus](std::size_t a, std::size_t b) {
            return surplus[a] > surplus[b];
        });
        return order;
    }

    Columns split(const std::vector<std::size_t> &order, std::size_t count) const
    {
        double sum = 0;
        for (const Block &block : m_blocks)
            sum += block.height + alongGap();
        Columns columns(count);
        double filled = 0;
        for (const std::size_t block : order) {
            const double height = m_blocks[block].height + alongGap();
            const auto column =
                static_cast<std::size_t>((filled + height / 2) / sum * double(count));
            columns[std::min(column, count - 1)].push_back(block);
            filled += height;
        }
        std::erase_if(columns, [](const auto &column) { return column.empty(); });
        return columns;
    }

    double costOf(const Columns &columns) const
    {
        const std::vector<Box> boxes = place(columns);
        Box bounds = boxes.front();
        for (const Box &box : boxes)
            bounds = united(bounds, box);
        const double scale = std::sqrt(m_area);
        double distance = 0;
        for (const auto &[pair, weight] : m_flows) {
            const Point from = centre(boxes[pair.first]);
            const Point to = centre(boxes[pair.second]);
            const double ahead = to.x - from.x;
            const double across = std::abs(to.y - from.y);
            distance += weight * (std::abs(ahead) + across + (ahead < 1 ? 0.25 * scale : 0));
        }
        const double aspect = std::log(bounds.width / bounds.height / wantedAspect);
        return bounds.width * bounds.height / m_area + 1.6 * aspect * aspect +
               (m_flowSum > 0 ? 1.2 * distance / (m_flowSum * scale) : 0);
    }

    void improve(Columns &columns, double &cost)
    {
        if (m_blocks.size() < 2)
            return;
        Dice dice;
        const std::size_t each = m_blocks.size() + m_flows.size() * 4 + 20;
        const auto tries = std::clamp<std::size_t>(2'000'000 / each, 300, 12'000);
        for (std::size_t i = 0; i < tries; ++i) {
            Columns changed = columns;
            if (dice.below(2) == 0)
                swapTwo(changed, dice);
            else
                moveOne(changed, dice);
            const double thisCost = costOf(changed);
            if (thisCost < cost - 1e-9) {
                cost = thisCost;
                columns = std::move(changed);
            }
        }
    }

    static std::size_t &any(Columns &columns, Dice &dice)
    {
        auto &column = columns[dice.below(columns.size())];
        return column[dice.below(column.size())];
    }

    static void swapTwo(Columns &columns, Dice &dice)
    {
        std::size_t &one = any(columns, dice);
        std::size_t &other = any(columns, dice);
        std::swap(one, other);
    }

    static void moveOne(Columns &columns, Dice &dice)
    {
        auto &source = columns[dice.below(columns.size())];
        const auto at = source.begin() + static_cast<std::ptrdiff_t>(dice.below(source.size()));
        const std::size_t block = *at;
        source.erase(at);
        auto &target = columns[dice.below(columns.size())];
        const auto where = static_cast<std::ptrdiff_t>(dice.below(target.size() + 1));
        target.insert(target.begin() + where, block);
        std::erase_if(columns, [](const auto &column) { return column.empty(); });
    }

    std::vector<Block> m_blocks;
    const Flows &m_flows;
    Stacking m_stacking;
    double m_flowSum = 0;
    double m_area = 0;
};

} // namespace

std::vector<Box> placeInColumns(const std::vector<Block> &blocks, const Flows &flows)
{
    if (blocks.empty())
        return {};
    auto columns = Search(blocks, flows, Stacking::Columns).best();
    auto rows = Search(blocks, flows, Stacking::Rows).best();
    return rows.first < columns.first ? std::move(rows.second) : std::move(columns.second);
}

} // namespace meshwright::layout
