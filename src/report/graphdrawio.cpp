// SPDX-License-Identifier: Apache-2.0
// The picture as a diagram of draw.io: domains hold their contexts, flows join them, and all of it
// stands where the window has it. Labels of contexts are HTML there, so names are escaped twice.
#include "meshwright/report/graphreport.h"

#include "flowtext.h"
#include "svgwriter.h"

#include "meshwright/layout/graphpicture.h"

#include <algorithm>
#include <map>

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

constexpr std::string_view domainStyle = "rounded=1;arcSize=12;absoluteArcSize=1;container=1;"
                                         "collapsible=0;recursiveResize=0;verticalAlign=top;"
                                         "align=left;spacingLeft=16;spacingTop=4;fontSize=14;"
                                         "fontStyle=1;fillOpacity=8;strokeWidth=1.2;";
constexpr std::string_view cardStyle = "rounded=1;arcSize=8;absoluteArcSize=1;html=1;"
                                       "whiteSpace=wrap;overflow=hidden;align=left;spacingLeft=14;"
                                       "fontSize=11;fontColor=#5c6675;fillColor=#ffffff;";
constexpr std::string_view flowStyle = "endArrow=block;endFill=1;curved=1;fontSize=10;"
                                       "fontColor=#5c6675;labelBackgroundColor=#f5f6f8;";

std::string colourOf(const DomainLook *domain, DomainColour role)
{
    return hex(layout::domainColour(domain ? domain->index : 0, role));
}

/// Where a point of the border lies, as draw.io says it: from 0 to 1 of the box's sides.
std::string portStyle(const std::string &end, const Box &box, const Point &point)
{
    const auto part = [](double at, double length) {
        return svgNumber(length > 0 ? std::clamp(at / length, 0.0, 1.0) : 0.5);
    };
    return end + "X=" + part(point.x - box.x, box.width) + ';' + end +
           "Y=" + part(point.y - box.y, box.height) + ';' + end + "Perimeter=0;";
}

std::string ownedText(const Card &card)
{
    return std::to_string(card.topics.size()) + " owned, " + std::to_string(card.consumed) +
           " consumed";
}

class Drawio
{
public:
    Drawio(const GraphContent &content, const Picture &picture)
        : m_content(content)
        , m_picture(picture)
    {
        for (std::size_t i = 0; i < content.domains.size(); ++i)
            if (const auto at = picture.groups.find(content.domains[i].name);
                at != picture.groups.end())
                m_domains[at->first] = {"d" + std::to_string(i), at->second};
        for (std::size_t i = 0; i < content.cards.size(); ++i)
            if (const auto at = picture.nodes.find(content.cards[i].id.value);
                at != picture.nodes.end())
                m_cards[content.cards[i].id] = {"c" + std::to_string(i), at->second};
    }

    std::string write()
    {
        m_xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        m_xml.open("mxfile", {{"host", "Meshwright"}});
        m_xml.open("diagram", {{"id", "contexts"}, {"name", "Bounded contexts"}});
        m_xml.open("mxGraphModel", {{"grid", "0"}, {"page", "0"}, {"background", "#f5f6f8"}});
        m_xml.open("root", {});
        m_xml.empty("mxCell", {{"id", "0"}});
        m_xml.empty("mxCell", {{"id", "1"}, {"parent", "0"}});
        for (std::size_t i = 0; i < m_picture.routes.size(); ++i) // behind the contexts
            writeFlow(m_picture.routes[i], "f" + std::to_string(i));
        for (const DomainLook &domain : m_content.domains)
            writeDomain(domain);
        for (const Card &card : m_content.cards)
            writeCard(card);
        m_xml.close("root");
        m_xml.close("mxGraphModel");
        m_xml.close("diagram");
        m_xml.close("mxfile");
        return m_xml.take();
    }

private:
    void writeVertex(const Box &box, const std::string &style, const std::string &parent)
    {
        m_xml.open("mxCell", {{"style", style}, {"vertex", "1"}, {"parent", parent}});
        m_xml.empty("mxGeometry", {{"x", svgNumber(box.x)},
                                   {"y", svgNumber(box.y)},
                                   {"width", svgNumber(box.width)},
                                   {"height", svgNumber(box.height)},
                                   {"as", "geometry"}});
        m_xml.close("mxCell");
    }

    void writeDomain(const DomainLook &domain)
    {
        const auto found = m_domains.find(domain.name);
        if (found == m_domains.end())
            return;
        const auto &[id, box] = found->second;
        const auto fitting = static_cast<std::size_t>(std::max(3.0, (box.width - 40) / 8.5));
        const std::string border = colourOf(&domain, DomainColour::Border);
        m_xml.open("UserObject", {{"id", id},
                                  {"label", layout::elidedMiddle(domain.name, fitting)},
                                  {"domain", domain.name}});
        writeVertex(box,
                    std::string(domainStyle) + "fillColor=" + border + ";strokeColor=" + border +
                        ";fontColor=" + colourOf(&domain, DomainColour::Title) + ';' +
                        (domain.isControlPlane ? "dashed=1;dashPattern=6 4;fixDash=1;" : ""),
                    "1");
        m_xml.close("UserObject");
    }

    std::string cardLabel(const Card &card, const Box &box) const
    {
        const auto fitting = [&](double letter) {
            return static_cast<std::size_t>(std::max(3.0, (box.width - 34) / letter));
        };
        return "<b style=\"font-size:14px;color:#1e2330\">" +
               xmlText(layout::elidedMiddle(card.name, fitting(7.8))) + "</b><br>" +
               xmlText(layout::elidedMiddle(card.id.value, fitting(6.4))) + "<br>" +
               ownedText(card);
    }

    /// Its place is told within its domain, so that it goes along when that is moved.
    void writeCard(const Card &card)
    {
        const auto found = m_cards.find(card.id);
        if (found == m_cards.end())
            return;
        const auto &[id, box] = found->second;
        const auto domain = m_domains.find(card.domain);
        const bool isInside = domain != m_domains.end();
        Box inner = box;
        inner.x -= isInside ? domain->second.box.x : 0;
        inner.y -= isInside ? domain->second.box.y : 0;
        m_xml.open("UserObject", {{"id", id},
                                  {"label", cardLabel(card, box)},
                                  {"context", card.id.value},
                                  {"title", card.name},
                                  {"version", card.version}});
        writeVertex(inner,
                    std::string(cardStyle) + "strokeColor=" +
                        colourOf(m_content.domain(card.domain), DomainColour::Border) + ';',
                    isInside ? domain->second.id : "1");
        m_xml.close("UserObject");
    }

    void writeFlow(const Picture::Route &route, const std::string &id)
    {
        const Flow *flow = m_content.flow({route.from}, {route.to});
        const auto from = m_cards.find({route.from});
        const auto to = m_cards.find({route.to});
        if (!flow || from == m_cards.end() || to == m_cards.end() || route.curve.size() < 2)
            return;
        std::string topics;
        for (const TopicName &topic : flow->topics)
            topics += (topics.empty() ? "" : ", ") + topic.value;
        const DomainLook *domain = m_content.domain(m_content.card({route.from})->domain);
        m_xml.open("UserObject",
                   {{"id", id}, {"label", topicsText(m_content, *flow)}, {"topics", topics}});
        m_xml.open("mxCell",
                   {{"style", std::string(flowStyle) + "strokeColor=" +
                                  colourOf(domain, DomainColour::Edge) + ";strokeWidth=" +
                                  svgNumber(layout::strokeWidth(flow->topics.size())) + ';' +
                                  (flow->isDeclared   ? ""
                                   : flow->isObserved ? "dashed=1;dashPattern=1.5 3.5;fixDash=1;"
                                                      : "dashed=1;dashPattern=6 5;fixDash=1;") +
                                  portStyle("exit", from->second.box, route.curve.front()) +
                                  portStyle("entry", to->second.box, route.curve.back())},
                    {"edge", "1"},
                    {"parent", "1"},
                    {"source", from->second.id},
                    {"target", to->second.id}});
        writeBends(route.curve);
        m_xml.close("mxCell");
        m_xml.close("UserObject");
    }

    void writeBends(const std::vector<Point> &curve)
    {
        m_xml.open("mxGeometry", {{"relative", "1"}, {"as", "geometry"}});
        m_xml.open("Array", {{"as", "points"}});
        for (std::size_t i = 1; i + 1 < curve.size(); ++i)
            m_xml.empty("mxPoint", {{"x", svgNumber(curve[i].x)}, {"y", svgNumber(curve[i].y)}});
        m_xml.close("Array");
        m_xml.close("mxGeometry");
    }

    struct Place
    {
        std::string id;
        Box box;
    };

    const GraphContent &m_content;
    const Picture &m_picture;
    XmlWriter m_xml;
    std::map<std::string, Place> m_domains;
    std::map<ContextId, Place> m_cards;
};

} // namespace

std::string graphDrawio(const GraphContent &content, const Picture &picture)
{
    return Drawio(content, picture).write();
}

} // namespace meshwright::report
