// SPDX-License-Identifier: Apache-2.0
#include "meshwright/layout/graphpicture.h"

#include "meshwright/policy/cleaning.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace meshwright::layout {

namespace {

constexpr double cardHeight = 92;
constexpr double narrowestCard = 212;
constexpr double widestCard = 300;

std::string lastPart(const std::string &id)
{
    const auto dot = id.rfind('.');
    return dot == std::string::npos ? id : id.substr(dot + 1);
}

std::string labelOf(const Topic &topic)
{
    const std::string &name = topic.name.value;
    std::string label =
        isWithin(name, topic.owner.value) ? name.substr(topic.owner.value.size() + 1) : name;
    return policy::cleaningsOf(topic).empty() ? label : label + " (cleaned)";
}

double widthOf(const Card &card)
{
    const double head = 8.2 * double(card.name.size()) + 7.0 * double(card.version.size()) + 58;
    const double id = 6.7 * double(card.id.value.size()) + 28;
    return std::round(std::clamp(std::max(head, id), narrowestCard, widestCard));
}

using CardIndex = std::map<ContextId, std::size_t>;

void addCards(const Topology &topology, GraphContent &content, CardIndex &index)
{
    for (const Context &context : topology.contexts) {
        Card card;
        card.id = context.id;
        card.domain = context.domain;
        card.isControlPlane = context.isControlPlane;
        card.principal = defaultPrincipal(context.id);
        card.name = lastPart(context.id.value);
        if (context.spec) {
            if (!context.spec->title.empty() && context.spec->title != context.id.value)
                card.name = context.spec->title;
            card.version = elidedMiddle(context.spec->apiVersion, 12);
        }
        card.height = cardHeight;
        card.width = widthOf(card);
        index.emplace(card.id, content.cards.size());
        content.cards.push_back(std::move(card));
    }
    for (const Topic &topic : topology.topics) {
        const auto owner = index.find(topic.owner);
        if (owner != index.end())
            content.cards[owner->second].topics.push_back(
                {topic.name, labelOf(topic), topic.access});
    }
    for (const Consumption &consumption : topology.consumptions) {
        const auto reader = index.find(consumption.reader);
        if (reader != index.end())
            ++content.cards[reader->second].consumed;
    }
}

void addFlows(const Topology &topology, const CardIndex &index, GraphContent &content)
{
    struct Joined
    {
        std::set<TopicName> topics;
        bool isDeclared = false;
        bool isObserved = false;
    };

    std::map<std::pair<ContextId, ContextId>, Joined> joined;
    for (const Edge &edge : topology.edges) {
        if (edge.kind == EdgeKind::Produces || edge.from == edge.to ||
            index.count(edge.from) == 0 || index.count(edge.to) == 0)
            continue;
        Joined &flow = joined[{edge.from, edge.to}];
        flow.topics.insert(edge.topic);
        flow.isDeclared |= edge.source == EdgeSource::Declared;
        flow.isObserved |= edge.source == EdgeSource::Observed;
    }
    for (const auto &[pair, flow] : joined)
        content.flows.push_back({pair.first,
                                 pair.second,
                                 {flow.topics.begin(), flow.topics.end()},
                                 flow.isDeclared,
                                 flow.isObserved});
}

void addDomains(GraphContent &content, const std::vector<std::string> &all)
{
    std::map<std::string, DomainLook> domains;
    for (const Card &card : content.cards) {
        DomainLook &look = domains[card.domain];
        look.name = card.domain;
        look.isControlPlane |= card.isControlPlane;
        ++look.contexts;
    }
    for (auto &[name, look] : domains) {
        const auto place = std::lower_bound(all.begin(), all.end(), name);
        look.index = static_cast<std::size_t>(place - all.begin());
        content.domains.push_back(look);
    }
}

} // namespace

const Card *GraphContent::card(const ContextId &id) const
{
    const auto found = std::lower_bound(
        cards.begin(), cards.end(), id,
        [](const Card &card, const ContextId &wanted) { return card.id < wanted; });
    return found != cards.end() && found->id == id ? &*found : nullptr;
}

const Flow *GraphContent::flow(const ContextId &from, const ContextId &to) const
{
    const auto wanted = std::tie(from, to);
    const auto found = std::lower_bound(
        flows.begin(), flows.end(), wanted,
        [](const Flow &flow, const auto &pair) { return std::tie(flow.from, flow.to) < pair; });
    return found != flows.end() && std::tie(found->from, found->to) == wanted ? &*found : nullptr;
}

const DomainLook *GraphContent::domain(const std::string &name) const
{
    const auto found = std::find_if(domains.begin(), domains.end(),
                                    [&name](const DomainLook &look) { return look.name == name; });
    return found == domains.end() ? nullptr : &*found;
}

GraphContent contentOf(const Topology &topology)
{
    return contentOf(topology, topology.domains());
}

GraphContent contentOf(const Topology &topology, const std::vector<std::string> &domains)
{
    GraphContent content;
    CardIndex index;
    addCards(topology, content, index);
    addFlows(topology, index, content);
    addDomains(content, domains);
    return content;
}

GraphContent contentOf(const compare::Overlay &overlay)
{
    GraphContent content = contentOf(*overlay.both);
    mark(content, overlay);
    return content;
}

void mark(GraphContent &content, const compare::Overlay &overlay)
{
    for (Card &card : content.cards) {
        card.mark = overlay.of(card.id);
        for (TopicRow &topic : card.topics)
            topic.mark = overlay.of(topic.name);
        // A card shows its first topics.
        std::stable_partition(card.topics.begin(), card.topics.end(), [](const TopicRow &topic) {
            return topic.mark != compare::Mark::Same;
        });
    }
    for (Flow &flow : content.flows)
        flow.mark = overlay.of(flow.from, flow.to);
}

Request requestFor(const GraphContent &content)
{
    Request request;
    for (const Card &card : content.cards)
        request.nodes.push_back({card.id.value, card.domain, card.width, card.height});
    for (const Flow &flow : content.flows)
        request.links.push_back(
            {flow.from.value, flow.to.value, static_cast<int>(flow.topics.size())});
    return request;
}

Request requestFor(const Topology &topology)
{
    return requestFor(contentOf(topology));
}

double strokeWidth(std::size_t topics)
{
    return std::min(4.0,
                    1.2 + 0.8 * std::log2(static_cast<double>(std::max<std::size_t>(topics, 1))));
}

std::string elidedMiddle(const std::string &text, std::size_t most)
{
    std::vector<std::size_t> starts; // of each code point
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            starts.push_back(i);
    if (starts.size() <= most || most < 3)
        return text;
    const std::size_t head = most / 2;
    const std::size_t tail = most - head - 1;
    return text.substr(0, starts[head]) + "…" + text.substr(starts[starts.size() - tail]);
}

} // namespace meshwright::layout
