// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/positions.h"
#include "meshwright/result.h"
#include "meshwright/topology/topology.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::layout {

/// Coordinates in pixels at 100 %, y downwards.
struct Point
{
    double x = 0;
    double y = 0;
    bool operator==(const Point &) const = default;
};

struct Box
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    bool operator==(const Box &) const = default;
};

struct NodeBox
{
    std::string id;
    std::string group;
    double width = 0;
    double height = 0;
};

struct Link
{
    std::string from;
    std::string to;
    int weight = 1;
};

/// How groups, and the nodes in each, are arranged.
enum class Style {
    Columns, ///< balanced: groups in columns or rows, data mostly to the right
    Flow,    ///< strictly by where data goes, from left to right
    Force,   ///< what shares much stands near each other
    Grid,    ///< packed, by name
};

inline constexpr Style styles[] = {Style::Columns, Style::Flow, Style::Force, Style::Grid};

/// `columns`, `flow`, `force`, `grid`.
std::string_view nameOf(Style style);
std::optional<Style> styleNamed(std::string_view name);

/// Sizes in, positions out: deterministic for equal input. Ids are unique, links join two
/// different nodes of the request.
struct Request
{
    std::vector<NodeBox> nodes;
    std::vector<Link> links;
    Style style = Style::Columns;
};

struct Picture
{
    std::map<std::string, Box> nodes;
    std::map<std::string, Box> groups; ///< a domain's box around its nodes, title room included

    struct Route
    {
        std::string from;
        std::string to;
        int weight = 1;
        std::vector<Point> curve;
    }; ///< cubic Bézier: 1 + 3 n points

    std::vector<Route> routes;
    Box bounds;
};

/// Two levels: first within each group, then the groups. Graphviz is neither thread-safe nor
/// cancellable, so this runs `program` (meshwright-layout) and talks JSON with it; blocking,
/// ends soon after `stop`. A grid needs no program.
Result<Picture> layOut(const Request &request, const std::filesystem::path &program,
                       std::stop_token stop);

/// What `before` becomes for another request: all that both have stays where it is; what is new
/// finds a gap in its group, or the group grows to the side where it moves the least. Nothing where
/// too much is new or gone (a fifth of all nodes), so that a new layout reads better. Groups and
/// nodes of `positions` are not moved.
std::optional<Picture> adapted(const Request &request, const Picture &before,
                               const graph::Positions &positions);

/// The picture with what was put somewhere by hand; what is in its way gives way, near by.
Picture withPositions(const Request &request, Picture picture, const graph::Positions &positions);

/// Curves from group to group, as those of nodes: at right angles to the boxes, side by side.
std::vector<Picture::Route> routesBetweenGroups(const Picture &picture,
                                                const std::vector<Link> &links);

/// The helper's two messages. Invalid where a message is not as `Request` or `Picture` promises,
/// or is beyond the limits (20 000 nodes, 200 000 links).
std::string requestJson(const Request &request);
Result<Request> requestFromJson(std::string_view json);
std::string pictureJson(const Picture &picture);
Result<Picture> pictureFromJson(std::string_view json);

/// Whether every node is placed within its group, every link has a curve, and nothing overlaps.
bool isSound(const Request &request, const Picture &picture);

/// An instant packed grid without Graphviz, for the first picture and where the helper is missing;
/// whatever the request's style is.
Picture packedGrid(const Request &request);

} // namespace meshwright::layout
