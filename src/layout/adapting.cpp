// SPDX-License-Identifier: Apache-2.0
#include "arrangement.h"
#include "board.h"
#include "geometry.h"

#include <array>
#include <limits>
#include <set>

namespace meshwright::layout {

namespace {

constexpr std::size_t alwaysFew = 3; ///< new or gone nodes that never ask for a new layout
constexpr double mostShare = 0.2;    ///< of all nodes

/// One picture on its way to the next.
class Adapting
{
public:
    Adapting(const Request &request, const Picture &before, const graph::Positions &positions)
        : m_request(request)
        , m_positions(positions)
        , m_board(request, before)
    {
        for (const Link &link : request.links) {
            m_near[link.from].push_back(link.to);
            m_near[link.to].push_back(link.from);
        }
        for (const NodeBox &node : request.nodes)
            m_groupOf[node.id] = node.group;
    }

    Picture run()
    {
        takeSizes();
        for (const NodeBox &node : m_request.nodes)
            if (!isPlaced(node))
                place(node);
        return m_board.picture(m_request);
    }

private:
    bool isPlaced(const NodeBox &node) const
    {
        const auto group = m_board.groups.find(node.group);
        return group != m_board.groups.end() && group->second.nodes.contains(node.id);
    }

    /// What became larger and has no room for it any more is placed again, near by.
    void takeSizes()
    {
        for (const NodeBox &node : m_request.nodes) {
            if (!isPlaced(node))
                continue;
            Board::Group &group = m_board.groups.at(node.group);
            Box box = group.nodes.at(node.id);
            if (box.width == node.width && box.height == node.height)
                continue;
            group.nodes.erase(node.id);
            box.width = node.width;
            box.height = node.height;
            const Box inside = grown(group.inside(), spacing.groupPadding / 2);
            if (right(box) <= right(inside) && bottom(box) <= bottom(inside) &&
                isFree(box, group.boxes(), nodeGap))
                group.nodes[node.id] = box;
            else
                m_wanted[node.id] = box;
        }
    }

    /// Near those of its group that it shares data with, or where it was.
    Box wantedFor(const NodeBox &node, const Board::Group &group) const
    {
        const auto before = m_wanted.find(node.id);
        if (before != m_wanted.end())
            return before->second;
        Point middle = centre(group.box);
        Point sum;
        std::size_t count = 0;
        const auto near = m_near.find(node.id);
        if (near != m_near.end())
            for (const std::string &other : near->second)
                if (const auto box = group.nodes.find(other); box != group.nodes.end()) {
                    sum = {sum.x + centre(box->second).x, sum.y + centre(box->second).y};
                    ++count;
                }
        if (count > 0)
            middle = {sum.x / static_cast<double>(count), sum.y / static_cast<double>(count)};
        return {middle.x - node.width / 2, middle.y - node.height / 2, node.width, node.height};
    }

    void place(const NodeBox &node)
    {
        const auto found = m_board.groups.find(node.group);
        if (found == m_board.groups.end()) {
            placeGroup(node);
            return;
        }
        Board::Group &group = found->second;
        const Box wanted = wantedFor(node, group);
        const Box inside = group.inside();
        if (const auto box = nearestFree(wanted, group.boxes(), nodeGap, &inside))
            group.nodes[node.id] = *box;
        else
            placeByGrowing(node, wanted);
    }

    /// To the side where the fewest others move, and then where the picture grows the least.
    void placeByGrowing(const NodeBox &node, const Box &wanted)
    {
        const Board::Group &group = m_board.groups.at(node.group);
        const double dx = node.width + spacing.nodeGapX / 2;
        const double dy = node.height + spacing.nodeGapY;
        const Box inside = group.inside();
        // Places kept by hand count from the box's top left corner: that stays then.
        const std::size_t sides = isKept(node.group) ? 2 : 4;
        const std::array<Box, 4> rooms = {
            Box{inside.x, inside.y, inside.width, inside.height + dy},
            Box{inside.x, inside.y, std::max(inside.width, node.width) + dx, inside.height},
            Box{inside.x, inside.y - dy, inside.width, inside.height + dy},
            Box{inside.x - dx, inside.y, inside.width + dx, inside.height}};
        std::optional<Board> best;
        auto least = std::pair(std::numeric_limits<std::size_t>::max(), 0.0);
        for (std::size_t i = 0; i < sides; ++i) {
            const auto box = nearestFree(wanted, group.boxes(), nodeGap, &rooms.at(i));
            if (!box)
                continue;
            Board tried = m_board;
            const Box frame = {box->x - spacing.groupPadding, box->y - spacing.groupTitle,
                               box->width + 2 * spacing.groupPadding,
                               box->height + spacing.groupTitle + spacing.groupPadding};
            const std::size_t moved = tried.grow(node.group, united(group.box, frame));
            tried.groups.at(node.group).nodes[node.id] = *box;
            const auto cost = std::pair(moved, area(tried));
            if (cost < least) {
                least = cost;
                best = std::move(tried);
            }
        }
        if (best)
            m_board = std::move(*best);
    }

    static double area(const Board &board)
    {
        Box bounds = board.groups.begin()->second.box;
        for (const auto &[name, group] : board.groups)
            bounds = united(bounds, group.box);
        return bounds.width * bounds.height;
    }

    bool isKept(const std::string &group) const
    {
        if (m_positions.domains.contains(group))
            return true;
        const auto &nodes = m_board.groups.at(group).nodes;
        return std::any_of(nodes.begin(), nodes.end(), [this](const auto &node) {
            return m_positions.contexts.contains(node.first);
        });
    }

    /// A group of its own, in a gap between others or beside them all.
    void placeGroup(const NodeBox &node)
    {
        Cluster cluster;
        cluster.nodes.emplace_back(node.id, Box{0, 0, node.width, node.height});
        cluster.width = node.width;
        cluster.height = node.height;
        Box box = boxAround(cluster, node.group);
        std::vector<Box> taken;
        Box bounds = box;
        for (const auto &[name, group] : m_board.groups) {
            bounds = taken.empty() ? group.box : united(bounds, group.box);
            taken.push_back(group.box);
        }
        const Point middle = nearTo(node).value_or(Point{right(bounds), bottom(bounds)});
        box.x = middle.x - box.width / 2;
        box.y = middle.y - box.height / 2;
        box = nearestFree(box, taken, {spacing.columnGap / 2, spacing.rowGap}).value_or(box);
        Board::Group &group = m_board.groups[node.group];
        group.box = box;
        group.nodes[node.id] = {box.x + (box.width - node.width) / 2, box.y + spacing.groupTitle,
                                node.width, node.height};
    }

    /// The middle of the groups that it shares data with.
    std::optional<Point> nearTo(const NodeBox &node) const
    {
        const auto near = m_near.find(node.id);
        if (near == m_near.end())
            return std::nullopt;
        Point sum;
        std::size_t count = 0;
        for (const std::string &other : near->second) {
            const auto group = m_board.groups.find(m_groupOf.at(other));
            if (group == m_board.groups.end())
                continue;
            sum = {sum.x + centre(group->second.box).x, sum.y + centre(group->second.box).y};
            ++count;
        }
        if (count == 0)
            return std::nullopt;
        return Point{sum.x / static_cast<double>(count), sum.y / static_cast<double>(count)};
    }

    const Request &m_request;
    const graph::Positions &m_positions;
    Board m_board;
    std::map<std::string, std::vector<std::string>> m_near;
    std::map<std::string, std::string> m_groupOf;
    std::map<std::string, Box> m_wanted; ///< where those were that need another place
};

} // namespace

std::optional<Picture> adapted(const Request &request, const Picture &before,
                               const graph::Positions &positions)
{
    std::size_t added = 0;
    for (const NodeBox &node : request.nodes)
        added += before.nodes.contains(node.id) ? 0 : 1;
    const std::size_t kept = request.nodes.size() - added;
    const std::size_t changed = added + before.nodes.size() - kept;
    const double most = mostShare * static_cast<double>(before.nodes.size());
    if (kept == 0 || (changed > alwaysFew && static_cast<double>(changed) > most))
        return std::nullopt;
    Picture picture = Adapting(request, before, positions).run();
    return isSound(request, picture) ? std::optional(std::move(picture)) : std::nullopt;
}

} // namespace meshwright::layout
