// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/graphreport.h"

#include "svgwriter.h"

#include "meshwright/layout/graphpicture.h"

#include <algorithm>
#include <cmath>

namespace meshwright::report {

namespace {

using layout::Box;
using layout::Card;
using layout::DomainColour;
using layout::DomainLook;
using layout::Flow;
using layout::GraphContent;
using layout::Picture;
using layout::Point;

constexpr double margin = 28;
constexpr double headerHeight = 44;
constexpr double legendHeight = 52;

constexpr std::string_view styleSheet = R"(  <style>
    text { font-family: Inter, "Segoe UI", system-ui, "DejaVu Sans", sans-serif; fill: #1e2330 }
    .code { font-family: "JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace }
    .heading { font-size: 18px; font-weight: 600 }
    .domain { font-size: 14px; font-weight: 600; stroke: #f8f9fb; stroke-width: 3px; paint-order: stroke }
    .name { font-size: 14px; font-weight: 600 }
    .id { font-size: 10.5px; fill: #5c6675 }
    .detail { font-size: 11.5px; fill: #5c6675 }
    .tag { font-size: 10.5px; font-weight: 600; fill: #ffffff }
    .card { fill: #ffffff; stroke: #d5dae2 }
    .icon { fill: none; stroke: #5c6675; stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round }
    .flow { fill: none }
  </style>
)";

constexpr const char *ownedIcon = "M3 2v8M3 6h7.5M7.5 3l3 3-3 3";
constexpr const char *consumedIcon = "M9.5 2v8M1.5 6H8M5 3l3 3-3 3";

std::string colourOf(const GraphContent &content, const std::string &domain, DomainColour role)
{
    const DomainLook *look = content.domain(domain);
    return hex(layout::domainColour(look ? look->index : 0, role));
}

/// Of what differs between two states; with a sign, always.
const char *markColour(compare::Mark mark)
{
    switch (mark) {
    case compare::Mark::Added:
        return "#0b7a4b";
    case compare::Mark::Removed:
        return "#c6281c";
    case compare::Mark::Changed:
    case compare::Mark::Same:
        break;
    }
    return "#a15c00";
}

const char *markSign(compare::Mark mark)
{
    switch (mark) {
    case compare::Mark::Added:
        return "+";
    case compare::Mark::Removed:
        return "−";
    case compare::Mark::Changed:
    case compare::Mark::Same:
        break;
    }
    return "~";
}

constexpr std::size_t manyFlows = 600; ///< then those between domains pale

std::string counted(std::size_t count, const char *one, const char *many)
{
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

std::string translation(double x, double y)
{
    return "translate(" + svgNumber(x) + ' ' + svgNumber(y) + ')';
}

std::string curveData(const std::vector<Point> &curve, double shortenedBy)
{
    std::vector<Point> points = curve;
    Point &end = points.back();
    const Point &before = points[points.size() - 2];
    const double length = std::hypot(end.x - before.x, end.y - before.y);
    if (length > shortenedBy) {
        end.x -= (end.x - before.x) / length * shortenedBy;
        end.y -= (end.y - before.y) / length * shortenedBy;
    }
    std::string data = "M" + svgNumber(points[0].x) + ' ' + svgNumber(points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i)
        data += (i % 3 == 1 ? "C" : " ") + svgNumber(points[i].x) + ' ' + svgNumber(points[i].y);
    return data;
}

/// The triangle at the end of a curve.
std::string arrowData(const std::vector<Point> &curve, double size)
{
    const Point &tip = curve.back();
    const Point &before = curve[curve.size() - 2];
    const double length = std::max(1e-6, std::hypot(tip.x - before.x, tip.y - before.y));
    const double dx = (tip.x - before.x) / length * size;
    const double dy = (tip.y - before.y) / length * size;
    return "M" + svgNumber(tip.x) + ' ' + svgNumber(tip.y) + 'L' +
           svgNumber(tip.x - dx - dy * 0.5) + ' ' + svgNumber(tip.y - dy + dx * 0.5) + 'L' +
           svgNumber(tip.x - dx + dy * 0.5) + ' ' + svgNumber(tip.y - dy - dx * 0.5) + 'Z';
}

class GraphSvg
{
public:
    GraphSvg(const GraphContent &content, const Picture &picture)
        : m_content(content)
        , m_picture(picture)
    {}

    std::string write()
    {
        const Box &bounds = m_picture.bounds;
        const double width = std::max(bounds.width, 640.0) + 2 * margin;
        const double height = bounds.height + 2 * margin + headerHeight + legendHeight;
        m_left = bounds.x - margin;
        m_top = bounds.y - margin - headerHeight;
        m_bottom = m_top + height;
        m_svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        m_svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                           {"viewBox", svgNumber(m_left) + ' ' + svgNumber(m_top) + ' ' +
                                           svgNumber(width) + ' ' + svgNumber(height)},
                           {"width", svgNumber(width)},
                           {"height", svgNumber(height)},
                           {"role", "img"}});
        m_svg.text("title", {}, summary());
        m_svg.raw(styleSheet);
        m_svg.rectangle({m_left, m_top, width, height}, 0, {{"fill", "#f5f6f8"}});
        writeHeader();
        for (const DomainLook &domain : m_content.domains)
            writeDomain(domain);
        for (const Picture::Route &route : m_picture.routes)
            writeFlow(route);
        for (const DomainLook &domain : m_content.domains)
            writeDomainTitle(domain);
        for (const Card &card : m_content.cards)
            writeCard(card);
        writeLegend();
        m_svg.close("svg");
        return m_svg.take();
    }

private:
    std::string summary() const
    {
        std::size_t topics = 0;
        for (const Card &card : m_content.cards)
            topics += card.topics.size();
        return counted(m_content.cards.size(), "bounded context", "bounded contexts") + " in " +
               counted(m_content.domains.size(), "domain", "domains") + ", " +
               counted(topics, "topic", "topics");
    }

    void writeHeader()
    {
        m_svg.text("text",
                   {{"class", "heading"},
                    {"x", svgNumber(m_left + margin)},
                    {"y", svgNumber(m_top + margin + 14)}},
                   summary());
    }

    void writeDomain(const DomainLook &domain)
    {
        const auto found = m_picture.groups.find(domain.name);
        if (found == m_picture.groups.end())
            return;
        const Box &box = found->second;
        const std::string border = colourOf(m_content, domain.name, DomainColour::Border);
        SvgWriter::Attributes look = {{"fill", border},
                                      {"fill-opacity", "0.08"},
                                      {"stroke", border},
                                      {"stroke-width", "1.2"}};
        if (domain.isControlPlane)
            look.emplace_back("stroke-dasharray", "6 4");
        m_svg.rectangle(box, 12, look);
    }

    void writeDomainTitle(const DomainLook &domain)
    {
        const auto found = m_picture.groups.find(domain.name);
        if (found == m_picture.groups.end())
            return;
        const Box &box = found->second;
        const std::size_t fitting = static_cast<std::size_t>(std::max(3.0, (box.width - 40) / 8.5));
        m_svg.text("text",
                   {{"class", "domain"},
                    {"x", svgNumber(box.x + 20)},
                    {"y", svgNumber(box.y + 24)},
                    {"style", "fill:" + colourOf(m_content, domain.name, DomainColour::Title)}},
                   layout::elidedMiddle(domain.name, fitting));
    }

    /// By which the page of graphhtml.cpp finds a context, whatever it is called.
    std::string numberOf(const Card &card) const
    {
        return std::to_string(&card - m_content.cards.data());
    }

    void writeFlow(const Picture::Route &route)
    {
        const Flow *flow = m_content.flow({route.from}, {route.to});
        const Card *owner = m_content.card({route.from});
        if (!flow || !owner || !m_content.card({route.to}) || route.curve.size() < 4)
            return;
        const bool isMarked = flow->mark != compare::Mark::Same;
        const std::string colour = isMarked
                                       ? markColour(flow->mark)
                                       : colourOf(m_content, owner->domain, DomainColour::Edge);
        const double width = layout::strokeWidth(flow->topics.size());
        const double arrow = 6 + 1.5 * width;
        SvgWriter::Attributes look = {
            {"class", "flow"}, {"stroke", colour}, {"stroke-width", svgNumber(width)}};
        if (!flow->isDeclared || flow->mark == compare::Mark::Removed)
            look.emplace_back("stroke-dasharray",
                              flow->isObserved && !flow->isDeclared ? "1.5 3.5" : "6 5");
        SvgWriter::Attributes group = {{"class", "link"},
                                       {"data-from", numberOf(*owner)},
                                       {"data-to", numberOf(*m_content.card({route.to}))}};
        if (m_content.flows.size() > manyFlows && !isMarked &&
            owner->domain != m_content.card({route.to})->domain)
            group.emplace_back("opacity", "0.18");
        m_svg.open("g", group);
        std::string hint = route.from + " → " + route.to;
        for (const TopicName &topic : flow->topics)
            hint += "; " + topic.value;
        m_svg.text("title", {}, hint);
        m_svg.path(curveData(route.curve, arrow * 0.8), look);
        m_svg.path(arrowData(route.curve, arrow), {{"fill", colour}});
        if (isMarked) {
            const Point &a = route.curve[route.curve.size() / 2 - 1];
            const Point &b = route.curve[route.curve.size() / 2];
            writeMark((a.x + b.x) / 2, (a.y + b.y) / 2, flow->mark);
        }
        m_svg.close("g");
    }

    void writeMark(double x, double y, compare::Mark mark)
    {
        m_svg.rectangle({x - 8, y - 8, 16, 16}, 8,
                        {{"fill", markColour(mark)}, {"stroke", "#ffffff"}});
        m_svg.text("text",
                   {{"class", "tag"},
                    {"x", svgNumber(x)},
                    {"y", svgNumber(y + 4)},
                    {"text-anchor", "middle"}},
                   markSign(mark));
    }

    void writeCard(const Card &card)
    {
        const auto found = m_picture.nodes.find(card.id.value);
        if (found == m_picture.nodes.end())
            return;
        const Box &box = found->second;
        m_svg.open("g", {{"class", "context"},
                         {"data-id", numberOf(card)},
                         {"transform", translation(box.x, box.y)}});
        m_svg.text("title", {}, card.name + " (" + card.id.value + ")");
        SvgWriter::Attributes frame = {{"class", "card"}};
        if (card.mark != compare::Mark::Same)
            frame.emplace_back(
                "style", std::string("stroke-width:2;stroke:") + markColour(card.mark) +
                             (card.mark == compare::Mark::Removed ? ";stroke-dasharray:6 4" : ""));
        m_svg.rectangle({0, 0, box.width, box.height}, 8, frame);
        m_svg.rectangle({10, 14, 3, 32}, 1.5,
                        {{"fill", colourOf(m_content, card.domain, DomainColour::Border)}});
        const double tagWidth = writeTag(card, box);
        const auto nameFits = static_cast<std::size_t>((box.width - 42 - tagWidth) / 7.8);
        m_svg.text("text", {{"class", "name"}, {"x", "22"}, {"y", "27"}},
                   layout::elidedMiddle(card.name, nameFits));
        const auto idFits = static_cast<std::size_t>((box.width - 34) / 6.4);
        m_svg.text("text", {{"class", "code id"}, {"x", "22"}, {"y", "45"}},
                   layout::elidedMiddle(card.id.value, idFits));
        m_svg.path("M1 60H" + svgNumber(box.width - 1), {{"stroke", "#e0e4ea"}});
        writeCount(14, ownedIcon, std::to_string(card.topics.size()) + " owned");
        writeCount(100, consumedIcon, std::to_string(card.consumed) + " consumed");
        if (card.mark != compare::Mark::Same)
            writeMark(0, 0, card.mark);
        m_svg.close("g");
    }

    double writeTag(const Card &card, const Box &box)
    {
        const std::string text = card.version.empty() ? "spec" : card.version;
        const double width = 6.4 * double(text.size()) + 14;
        m_svg.rectangle({box.width - width - 10, 13, width, 18}, 4, {{"fill", "#1e2330"}});
        m_svg.text("text",
                   {{"class", "tag"},
                    {"x", svgNumber(box.width - 10 - width / 2)},
                    {"y", "26"},
                    {"text-anchor", "middle"}},
                   text);
        return width;
    }

    void writeCount(double x, const char *icon, const std::string &text)
    {
        m_svg.path(icon, {{"class", "icon"}, {"transform", translation(x, 70)}});
        m_svg.text("text", {{"class", "detail"}, {"x", svgNumber(x + 17)}, {"y", "80"}}, text);
    }

    double legendText(double x, double y, std::string_view text)
    {
        m_svg.text("text", {{"class", "detail"}, {"x", svgNumber(x)}, {"y", svgNumber(y + 4)}},
                   text);
        return x + 6.2 * static_cast<double>(text.size()) + 26;
    }

    double legendLine(double x, double y, const char *width, const char *dashes,
                      std::string_view text)
    {
        SvgWriter::Attributes look = {{"stroke", "#5c6675"}, {"stroke-width", width}};
        if (dashes)
            look.emplace_back("stroke-dasharray", dashes);
        m_svg.path("M" + svgNumber(x) + ' ' + svgNumber(y) + "h36", look);
        return legendText(x + 46, y, text);
    }

    void writeLegend()
    {
        const double y = m_bottom - margin - 6;
        double x = legendLine(m_left + margin, y, "1.4", nullptr, "consumed");
        x = legendLine(x, y, "1.4", "6 5", "granted, not consumed");
        if (std::any_of(m_content.flows.begin(), m_content.flows.end(),
                        [](const Flow &flow) { return flow.isObserved && !flow.isDeclared; }))
            x = legendLine(x, y, "1.4", "1.5 3.5", "observed, in no spec");
        x = legendLine(x, y, "4", nullptr, "several topics");
        const bool hasControlPlane =
            std::any_of(m_content.domains.begin(), m_content.domains.end(),
                        [](const DomainLook &domain) { return domain.isControlPlane; });
        if (hasControlPlane) {
            m_svg.rectangle({x, y - 8, 26, 16}, 4,
                            {{"fill", "none"}, {"stroke", "#5c6675"}, {"stroke-dasharray", "4 3"}});
            x = legendText(x + 36, y, "control plane");
        }
        if (!hasMarks())
            return;
        for (const auto &[mark, text] : {std::pair(compare::Mark::Added, "added"),
                                         std::pair(compare::Mark::Removed, "removed"),
                                         std::pair(compare::Mark::Changed, "changed")}) {
            writeMark(x + 8, y, mark);
            x = legendText(x + 24, y, text);
        }
    }

    bool hasMarks() const
    {
        const auto isMarked = [](const auto &each) { return each.mark != compare::Mark::Same; };
        return std::any_of(m_content.cards.begin(), m_content.cards.end(), isMarked) ||
               std::any_of(m_content.flows.begin(), m_content.flows.end(), isMarked);
    }

    const GraphContent &m_content;
    const Picture &m_picture;
    SvgWriter m_svg;
    double m_left = 0;
    double m_top = 0;
    double m_bottom = 0;
};

} // namespace

std::string graphSvg(const layout::GraphContent &content, const layout::Picture &picture)
{
    return GraphSvg(content, picture).write();
}

} // namespace meshwright::report
