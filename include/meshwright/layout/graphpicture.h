// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/compare/overlay.h"
#include "meshwright/layout/layout.h"
#include "meshwright/topology/topology.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// What the picture of the contexts shows, before colours and pixels: shared by the window and by
/// exports, so that both give the same picture.
namespace meshwright::layout {

struct TopicRow
{
    TopicName name;
    std::string label; ///< without the owner's id: `_public.sale`
    std::optional<Access> access;
    compare::Mark mark = compare::Mark::Same;

    bool operator==(const TopicRow &) const = default;
};

struct Card
{
    ContextId id;
    std::string name; ///< the spec's title, or the id's last part
    std::string domain;
    std::string version;   ///< of the API, may be empty
    std::string principal; ///< `User:…`
    bool isControlPlane = false;
    int consumed = 0;
    std::vector<TopicRow> topics; ///< owned, sorted; those with a mark first
    double width = 0;
    double height = 0;
    compare::Mark mark = compare::Mark::Same;

    bool operator==(const Card &) const = default;
};

/// All that goes from one context to another.
struct Flow
{
    ContextId from;
    ContextId to;
    std::vector<TopicName> topics; ///< sorted, each once
    bool isDeclared = false;       ///< a spec says that it consumes a topic of it
    bool isObserved = false;       ///< a topic of it is read on the cluster
    compare::Mark mark = compare::Mark::Same;

    bool operator==(const Flow &) const = default;
};

struct DomainLook
{
    std::string name;
    std::size_t index = 0; ///< in sorted order of the whole company's: its colour
    bool isControlPlane = false;
    int contexts = 0;

    bool operator==(const DomainLook &) const = default;
};

struct GraphContent
{
    std::vector<Card> cards;         ///< sorted by id
    std::vector<Flow> flows;         ///< sorted by from, to
    std::vector<DomainLook> domains; ///< sorted by name

    bool operator==(const GraphContent &) const = default;
    const Card *card(const ContextId &id) const;
    const Flow *flow(const ContextId &from, const ContextId &to) const;
    const DomainLook *domain(const std::string &name) const;
};

GraphContent contentOf(const Topology &topology);
/// The same of a part: its domains keep the colours that they have among all `domains`, sorted.
GraphContent contentOf(const Topology &topology, const std::vector<std::string> &domains);
/// Of two states, with their marks.
GraphContent contentOf(const compare::Overlay &overlay);
/// Writes the overlay's marks into the content of its topology, or of a part of that; topics with
/// one come first.
void mark(GraphContent &content, const compare::Overlay &overlay);
Request requestFor(const GraphContent &content);
Request requestFor(const Topology &topology);

/// Width of an edge by its number of topics, in pixels at 100 %: 1.2 to 4, logarithmic.
double strokeWidth(std::size_t topics);

struct Colour
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const Colour &) const = default;
};

/// Its hue in degrees: of twelve, those of neighbouring domains far apart, and red, which means an
/// error, last.
int domainHue(std::size_t index);

enum class DomainColour { Border, Title, Edge };

/// On white, of equal contrast.
Colour domainColour(std::size_t index, DomainColour role);
std::string hex(const Colour &colour); ///< #rrggbb

/// `text` shortened in its middle to at most `most` characters (code points).
std::string elidedMiddle(const std::string &text, std::size_t most);

} // namespace meshwright::layout
