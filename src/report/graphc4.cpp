// SPDX-License-Identifier: Apache-2.0
// The graph as a C4 model: domains are groups of software systems, which are the bounded contexts.
#include "meshwright/report/graphreport.h"

#include "flowtext.h"

#include <map>
#include <string_view>

namespace meshwright::report {

namespace {

using layout::Card;
using layout::Flow;
using layout::GraphContent;

/// PlantUML has no escape for a quote within quotes, but names characters by their number; so are
/// those that begin an entity or a function of its own (`&#65;`, `%date()`), and those that it
/// reads as marks where they stand twice (`**`, `//`, `__` …).
std::string umlText(const std::string &text)
{
    const auto byNumber = [](unsigned char c) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        return std::string("<U+00") + digits[c >> 4U] + digits[c & 15U] + '>';
    };
    std::string result = "\"";
    char before = 0;
    for (const char c : printable(text)) {
        if ((before == '&' && c == '#') || (before == '<' && c == 'U'))
            result += ' ';
        const bool isMark = c == before && std::string_view("*/_-~").find(c) != std::string::npos;
        if (isMark || std::string_view("\"\\<$~%&[").find(c) != std::string_view::npos)
            result += byNumber(static_cast<unsigned char>(c));
        else
            result += c;
        before = c;
    }
    return result + '"';
}

/// In the Structurizr DSL a backslash means itself, but for the one before a quote; and nothing
/// keeps
/// `${HOME}` from being filled in but a space.
std::string dslText(const std::string &text)
{
    std::string result = "\"";
    for (const char c : printable(text)) {
        if (c == '"')
            result += '\\';
        if ((c == '{' && result.ends_with('$')) || (c == 'n' && result.ends_with('\\')))
            result += ' ';
        result += c;
    }
    return result + (result.ends_with('\\') ? " \"" : "\"");
}

/// `c0`, `c1` …: ids that both languages take, whatever the contexts are called.
std::map<ContextId, std::string> shortNames(const GraphContent &content)
{
    std::map<ContextId, std::string> names;
    for (const Card &card : content.cards)
        names[card.id] = "c" + std::to_string(names.size());
    return names;
}

/// Titles, with the id where two contexts have one title, for C4 tools take names for the things
/// themselves; the id alone where there is no title.
std::map<ContextId, std::string> longNames(const GraphContent &content)
{
    std::map<std::string, int> uses;
    for (const Card &card : content.cards)
        ++uses[card.name];
    std::map<ContextId, std::string> names;
    for (const Card &card : content.cards) {
        const bool isBlank = card.name.find_first_not_of(" \t\n") == std::string::npos;
        names[card.id] = isBlank               ? card.id.value
                         : uses[card.name] > 1 ? card.name + " (" + card.id.value + ")"
                                               : card.name;
    }
    return names;
}

std::string ownedText(const Card &card)
{
    return card.id.value + ", " + std::to_string(card.topics.size()) +
           (card.topics.size() == 1 ? " topic" : " topics");
}

} // namespace

std::string graphStructurizr(const Topology &topology)
{
    const GraphContent content = layout::contentOf(topology);
    const auto names = shortNames(content);
    const auto titles = longNames(content);
    std::string dsl = "workspace \"Bounded contexts\" {\n  model {\n";
    for (const layout::DomainLook &domain : content.domains) {
        dsl += "    group " + dslText(domain.name) + " {\n";
        for (const Card &card : content.cards)
            if (card.domain == domain.name)
                dsl += "      " + names.at(card.id) + " = softwareSystem " +
                       dslText(titles.at(card.id)) + ' ' + dslText(ownedText(card)) +
                       (card.isControlPlane ? " \"Control plane\"" : "") + "\n";
        dsl += "    }\n";
    }
    for (const Flow &flow : content.flows)
        dsl += "    " + names.at(flow.from) + " -> " + names.at(flow.to) + ' ' +
               dslText(topicsText(content, flow)) + " \"Kafka\"" +
               (flow.isDeclared   ? ""
                : flow.isObserved ? " \"Observed\""
                                  : " \"Granted\"") +
               "\n";
    return dsl + "  }\n"
                 "  views {\n"
                 "    systemLandscape \"contexts\" {\n      include *\n      autoLayout lr\n    }\n"
                 "    styles {\n"
                 "      element \"Control plane\" {\n        border dashed\n      }\n"
                 "      relationship \"Relationship\" {\n        style solid\n      }\n"
                 "      relationship \"Granted\" {\n        style dashed\n      }\n"
                 "      relationship \"Observed\" {\n        style dotted\n      }\n"
                 "    }\n  }\n}\n";
}

std::string graphPlantUml(const Topology &topology)
{
    const GraphContent content = layout::contentOf(topology);
    const auto names = shortNames(content);
    const auto titles = longNames(content);
    std::string uml = "@startuml\n"
                      "!include <C4/C4_Context>\n"
                      "LAYOUT_LEFT_RIGHT()\n"
                      "AddRelTag(\"granted\", $lineStyle = DashedLine())\n"
                      "AddRelTag(\"observed\", $lineStyle = DottedLine())\n";
    for (const layout::DomainLook &domain : content.domains) {
        uml += "Boundary(d" + std::to_string(domain.index) + ", " + umlText(drawn(domain.name)) +
               (domain.isControlPlane ? ", \"control plane\"" : ", \"domain\"") + ") {\n";
        for (const Card &card : content.cards)
            if (card.domain == domain.name)
                uml += "  System(" + names.at(card.id) + ", " + umlText(drawn(titles.at(card.id))) +
                       ", " + umlText(drawn(ownedText(card))) + ")\n";
        uml += "}\n";
    }
    for (const Flow &flow : content.flows)
        uml += "Rel(" + names.at(flow.from) + ", " + names.at(flow.to) + ", " +
               umlText(topicsText(content, flow)) + ", \"Kafka\"" +
               (flow.isDeclared   ? ""
                : flow.isObserved ? ", $tags=\"observed\""
                                  : ", $tags=\"granted\"") +
               ")\n";
    return uml + "@enduml\n";
}

} // namespace meshwright::report
