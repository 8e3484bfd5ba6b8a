// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/graphreport.h"

#include "flowtext.h"
#include "graphobject.h"
#include "json.h"

#include "meshwright/graph/filter.h"
#include "meshwright/layout/graphpicture.h"

#include <cmath>
#include <map>
#include <string_view>

namespace meshwright::report {

namespace {

using layout::Card;
using layout::Flow;
using layout::GraphContent;

Json accessJson(const std::optional<Access> &access)
{
    return access ? Json(nameOf(*access)) : Json(nullptr);
}

std::string_view nameOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Produces:
        return "produces";
    case EdgeKind::Consumes:
        return "consumes";
    case EdgeKind::Granted:
        return "granted";
    }
    return {};
}

/// Graphviz reads entities of HTML in what it shows.
std::string dotText(const std::string &text)
{
    std::string result;
    for (const char c : quoted(text))
        result += c == '&' ? std::string("&amp;") : std::string(1, c);
    return result;
}

/// A backslash with an n would be a line's end, however it is written.
std::string mermaidText(const std::string &text)
{
    std::string apart;
    for (const char c : text)
        apart += c == 'n' && apart.ends_with('\\') ? std::string(" n") : std::string(1, c);
    return escaped(apart, [](char c) -> std::string {
        switch (c) {
        case '"':
            return "#quot;";
        case '#':
            return "#35;";
        case '%': // two of them begin a comment or a directive
            return "#37;";
        case '&':
            return "#amp;";
        case '<':
            return "#lt;";
        case '>':
            return "#gt;";
        case '`':
            return "#96;";
        case '|':
            return "#124;";
        default:
            return "";
        }
    });
}

std::string number(double value)
{
    const long tenths = std::lround(value * 10);
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

} // namespace

Json graphObject(const Topology &topology)
{
    Json json = versioned();
    json["contexts"] = Json::array();
    for (const Context &context : topology.contexts)
        json["contexts"].push_back({{"id", context.id.value},
                                    {"domain", context.domain},
                                    {"spec", context.spec ? Json(context.spec->file) : Json()},
                                    {"principal", defaultPrincipal(context.id)}});
    json["topics"] = Json::array();
    for (const Topic &topic : topology.topics)
        json["topics"].push_back({{"name", topic.name.value},
                                  {"owner", topic.owner.value},
                                  {"access", accessJson(topic.access)}});
    json["edges"] = Json::array();
    for (const Edge &edge : topology.edges)
        json["edges"].push_back({{"from", edge.from.value},
                                 {"to", edge.to.value},
                                 {"topic", edge.topic.value},
                                 {"kind", nameOf(edge.kind)},
                                 {"source", graph::nameOf(edge.source)}});
    return json;
}

std::string graphJson(const Topology &topology)
{
    return printed(graphObject(topology));
}

std::string graphDot(const Topology &topology)
{
    const GraphContent content = layout::contentOf(topology);
    std::string dot = "digraph meshwright {\n"
                      "  graph [rankdir=LR, fontname=\"sans-serif\", labeljust=l]\n"
                      "  node [shape=box, style=\"rounded,filled\", fillcolor=white, "
                      "fontname=\"sans-serif\"]\n"
                      "  edge [fontname=\"sans-serif\", fontsize=10]\n";
    for (const layout::DomainLook &domain : content.domains) {
        const std::string colour =
            hex(layout::domainColour(domain.index, layout::DomainColour::Border));
        dot += "  subgraph " + quoted("cluster_" + domain.name) + " {\n";
        dot += "    graph [label=" + dotText(drawn(domain.name)) + ", style=\"rounded" +
               (domain.isControlPlane ? ",dashed" : "") + "\", color=\"" + colour + "\"]\n";
        for (const Card &card : content.cards)
            if (card.domain == domain.name)
                dot += "    " + quoted(card.id.value) + " [label=" + dotText(drawn(card.name)) +
                       ", tooltip=" + dotText(drawn(card.id.value)) + "]\n";
        dot += "  }\n";
    }
    for (const Flow &flow : content.flows)
        dot += "  " + quoted(flow.from.value) + " -> " + quoted(flow.to.value) +
               " [label=" + dotText(topicsText(content, flow)) +
               ", penwidth=" + number(layout::strokeWidth(flow.topics.size())) +
               (flow.isDeclared   ? ""
                : flow.isObserved ? ", style=dotted"
                                  : ", style=dashed") +
               "]\n";
    return dot + "}\n";
}

std::string graphMermaid(const Topology &topology)
{
    const GraphContent content = layout::contentOf(topology);
    std::map<ContextId, std::string> names;
    for (const Card &card : content.cards)
        names[card.id] = "c" + std::to_string(names.size());
    std::string mermaid = "flowchart LR\n";
    for (const layout::DomainLook &domain : content.domains) {
        mermaid += "  subgraph d" + std::to_string(domain.index) + "[\"" +
                   mermaidText(drawn(domain.name)) + "\"]\n";
        for (const Card &card : content.cards)
            if (card.domain == domain.name)
                mermaid += "    " + names[card.id] + "[\"" + mermaidText(drawn(card.name)) +
                           "<br/>" + mermaidText(drawn(card.id.value)) + "\"]\n";
        mermaid += "  end\n";
        mermaid += "  style d" + std::to_string(domain.index) + " fill:none,stroke:" +
                   hex(layout::domainColour(domain.index, layout::DomainColour::Border)) +
                   (domain.isControlPlane ? ",stroke-dasharray:5 4" : "") + "\n";
    }
    for (const Flow &flow : content.flows)
        mermaid += "  " + names[flow.from] + (flow.isDeclared ? " -->|\"" : " -.->|\"") +
                   mermaidText(topicsText(content, flow)) + "\"| " + names[flow.to] + "\n";
    for (std::size_t i = 0; i < content.flows.size(); ++i)
        if (content.flows[i].isObserved && !content.flows[i].isDeclared)
            mermaid += "  linkStyle " + std::to_string(i) + " stroke-dasharray:1 4\n";
    return mermaid;
}

} // namespace meshwright::report
