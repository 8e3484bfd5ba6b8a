// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/topology/topology.h"

#include <filesystem>
#include <map>
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

/// Sizes in, positions out: deterministic for equal input. Ids are unique, links join two
/// different nodes of the request.
struct Request
{
    std::vector<NodeBox> nodes;
    std::vector<Link> links;
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

/// Two levels: dot within each group, then the groups. Graphviz is neither thread-safe nor
/// cancellable, so this runs `program` (meshwright-layout) and talks JSON with it; blocking,
/// ends soon after `stop`.
Result<Picture> layOut(const Request &request, const std::filesystem::path &program,
                       std::stop_token stop);

/// The helper's two messages. Invalid where a message is not as `Request` or `Picture` promises,
/// or is beyond the limits (20 000 nodes, 200 000 links).
std::string requestJson(const Request &request);
Result<Request> requestFromJson(std::string_view json);
std::string pictureJson(const Picture &picture);
Result<Picture> pictureFromJson(std::string_view json);

/// Whether every node is placed within its group, every link has a curve, and nothing overlaps.
bool isSound(const Request &request, const Picture &picture);

/// An instant packed grid without Graphviz, for the first picture and where the helper is missing.
Picture packedGrid(const Request &request);

} // namespace meshwright::layout
