// SPDX-License-Identifier: Apache-2.0
#include "meshwright/layout/layout.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

namespace meshwright::layout {

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostNodes = 20'000;
constexpr std::size_t mostLinks = 200'000;
constexpr double mostSize = 100'000;

tl::unexpected<Error> invalid(std::string message, std::string where = {})
{
    return tl::unexpected(Error{Error::Code::Invalid, std::move(message), std::move(where)});
}

Json asJson(const Box &box)
{
    return {box.x, box.y, box.width, box.height};
}

Box boxFrom(const Json &json)
{
    return {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>(),
            json.at(3).get<double>()};
}

Json boxesJson(const std::map<std::string, Box> &boxes)
{
    Json json = Json::object();
    for (const auto &[name, box] : boxes)
        json[name] = asJson(box);
    return json;
}

std::map<std::string, Box> boxesFrom(const Json &json)
{
    std::map<std::string, Box> boxes;
    for (const auto &[name, box] : json.items())
        boxes.emplace(name, boxFrom(box));
    return boxes;
}

Picture::Route routeFrom(const Json &json)
{
    Picture::Route route{json.at("from").get<std::string>(),
                         json.at("to").get<std::string>(),
                         json.at("weight").get<int>(),
                         {}};
    const Json &numbers = json.at("curve");
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
        route.curve.push_back({numbers.at(i).get<double>(), numbers.at(i + 1).get<double>()});
    return route;
}

bool isSize(double value)
{
    return std::isfinite(value) && value > 0 && value <= mostSize;
}

Result<Request> checked(Request request)
{
    if (request.nodes.size() > mostNodes || request.links.size() > mostLinks)
        return invalid(
            "The graph is too large to lay out: at most 20 000 nodes and 200 000 links.");
    std::set<std::string_view> ids;
    for (const NodeBox &node : request.nodes) {
        if (!isSize(node.width) || !isSize(node.height))
            return invalid("A node's size must be a number between 0 and 100 000.", node.id);
        if (!ids.insert(node.id).second)
            return invalid("Two nodes have the same id.", node.id);
    }
    for (const Link &link : request.links) {
        if (ids.count(link.from) == 0 || ids.count(link.to) == 0 || link.from == link.to)
            return invalid("A link must join two different nodes of the request.",
                           link.from + " -> " + link.to);
        if (link.weight < 1)
            return invalid("A link's weight must be at least 1.", link.from + " -> " + link.to);
    }
    return request;
}

} // namespace

std::string_view nameOf(Style style)
{
    switch (style) {
    case Style::Flow:
        return "flow";
    case Style::Force:
        return "force";
    case Style::Grid:
        return "grid";
    case Style::Columns:
        break;
    }
    return "columns";
}

std::optional<Style> styleNamed(std::string_view name)
{
    for (const Style style : styles)
        if (nameOf(style) == name)
            return style;
    return std::nullopt;
}

std::string requestJson(const Request &request)
{
    Json json = {{"version", 1},
                 {"style", nameOf(request.style)},
                 {"nodes", Json::array()},
                 {"links", Json::array()}};
    for (const NodeBox &node : request.nodes)
        json["nodes"].push_back({{"id", node.id},
                                 {"group", node.group},
                                 {"width", node.width},
                                 {"height", node.height}});
    for (const Link &link : request.links)
        json["links"].push_back({{"from", link.from}, {"to", link.to}, {"weight", link.weight}});
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Request> requestFromJson(std::string_view text)
{
    Request request;
    try {
        const Json json = Json::parse(text);
        const auto style = styleNamed(json.value("style", std::string("columns")));
        if (!style)
            return invalid("The layout's style must be columns, flow, force or grid.");
        request.style = *style;
        for (const Json &node : json.at("nodes"))
            request.nodes.push_back(
                {node.at("id").get<std::string>(), node.at("group").get<std::string>(),
                 node.at("width").get<double>(), node.at("height").get<double>()});
        for (const Json &link : json.at("links"))
            request.links.push_back({link.at("from").get<std::string>(),
                                     link.at("to").get<std::string>(),
                                     link.at("weight").get<int>()});
    } catch (const Json::exception &fault) {
        return invalid(std::string("This is no layout request: ") + fault.what());
    }
    return checked(std::move(request));
}

std::string pictureJson(const Picture &picture)
{
    Json json = {{"version", 1},
                 {"nodes", boxesJson(picture.nodes)},
                 {"groups", boxesJson(picture.groups)},
                 {"bounds", asJson(picture.bounds)},
                 {"routes", Json::array()}};
    for (const Picture::Route &route : picture.routes) {
        Json curve = Json::array();
        for (const Point &point : route.curve) {
            curve.push_back(point.x);
            curve.push_back(point.y);
        }
        json["routes"].push_back({{"from", route.from},
                                  {"to", route.to},
                                  {"weight", route.weight},
                                  {"curve", std::move(curve)}});
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Picture> pictureFromJson(std::string_view text)
{
    try {
        const Json json = Json::parse(text);
        Picture picture;
        picture.nodes = boxesFrom(json.at("nodes"));
        picture.groups = boxesFrom(json.at("groups"));
        picture.bounds = boxFrom(json.at("bounds"));
        for (const Json &route : json.at("routes"))
            picture.routes.push_back(routeFrom(route));
        return picture;
    } catch (const Json::exception &fault) {
        return invalid(std::string("The layout helper answered something unreadable: ") +
                       fault.what());
    }
}

} // namespace meshwright::layout
