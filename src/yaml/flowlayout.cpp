// SPDX-License-Identifier: Apache-2.0
#include "yaml/flowlayout.h"

#include "yaml/flowedit.h"
#include "yaml/scalars.h"

#include <algorithm>
#include <optional>

namespace meshwright::yaml {

namespace {

/// What stands in front of a child that begins its line; nothing where it doesn't.
std::optional<std::string> ownIndent(const Place &place, std::size_t offset)
{
    const auto line = place.lineBegin(offset);
    const auto front = place.bytes().substr(line, offset - line);
    if (front.find_first_not_of(" \t") != std::string_view::npos)
        return std::nullopt;
    return std::string(front);
}

std::optional<std::size_t> lastChildBegin(const Node &collection)
{
    if (!collection.entries.empty())
        return collection.entries.back().range.begin;
    if (!collection.items.empty())
        return collection.items.back()->range.begin;
    return std::nullopt;
}

/// Where the entry or the item begins that the node is a part of.
std::size_t beginOf(const Node &node)
{
    const auto *entry = entryOf(node);
    return entry ? entry->range.begin : node.range.begin;
}

/// What one level adds: the first difference from the root on.
std::string stepOf(const Place &place, const Node &inside)
{
    const auto *root = &inside;
    while (root->parent && root->parent->style == Style::Flow)
        root = root->parent;
    const auto first = lastChildBegin(*root);
    const auto inner = first ? ownIndent(place, *first) : std::nullopt;
    const auto outer = ownIndent(place, beginOf(*root)).value_or("");
    if (!inner || inner->size() <= outer.size())
        return "  ";
    return inner->substr(outer.size());
}

void lookAt(FlowLayout &layout, const Place &place, const Node &child, bool &isKnown)
{
    const bool isEmpty = child.entries.empty() && child.items.empty();
    if (isEmpty || child.style != Style::Flow || child.kind == Kind::Scalar)
        return;
    const auto text = place.bytes().substr(child.range.begin, child.range.size());
    const bool isLine = text.find_first_of("\r\n") == std::string_view::npos;
    layout.isPadded = text.size() > 1 && text[1] == ' ';
    if (child.kind == Kind::Mapping) {
        layout.breaksChildren = !isLine;
        isKnown = true;
    }
}

bool isPlainList(const Node &node)
{
    return node.kind == Kind::Sequence &&
           std::all_of(node.items.begin(), node.items.end(), [](const Node *item) {
               return item->entries.empty() && item->items.empty();
           });
}

} // namespace

FlowLayout layoutOf(const Place &place, const Node &collection)
{
    FlowLayout layout;
    layout.step = stepOf(place, collection);
    if (const auto last = lastChildBegin(collection)) {
        const auto indent = ownIndent(place, *last);
        layout.isBroken =
            indent.has_value() && place.lineBegin(*last) != place.lineBegin(collection.range.begin);
        layout.indent = indent.value_or("");
    } else if (const auto outer = ownIndent(place, beginOf(collection));
               outer && collection.parent && collection.parent->style == Style::Flow) {
        layout.isBroken = true;
        layout.outer = *outer;
        layout.indent = *outer + layout.step;
    }
    bool isKnown = false;
    for (const auto &entry : collection.entries)
        lookAt(layout, place, *entry.value, isKnown);
    for (const auto *item : collection.items)
        lookAt(layout, place, *item, isKnown);
    layout.breaksChildren =
        layout.isBroken && (isKnown ? layout.breaksChildren : usesJson(collection));
    return layout;
}

std::string laidOut(const Node &value, bool isJson, const FlowLayout &layout, std::string_view eol)
{
    const auto &children = value.entries;
    const bool isEmpty = children.empty() && value.items.empty();
    if (isEmpty || !layout.breaksChildren || isPlainList(value)) {
        auto text = flowText(value, isJson);
        if (layout.isPadded && !isEmpty && value.kind == Kind::Mapping)
            text = "{ " + text.substr(1, text.size() - 2) + " }";
        return text;
    }
    auto inner = layout;
    inner.indent += layout.step;
    const auto gap = std::string(eol) + inner.indent;
    std::string text;
    for (const auto &entry : children) {
        const auto key = isJson ? doubleQuoted(entry.key->value) : flowText(*entry.key, false);
        text += (text.empty() ? "" : ",") + gap + key + ": " +
                laidOut(*entry.value, isJson, inner, eol);
    }
    for (const auto *item : value.items)
        text += (text.empty() ? "" : ",") + gap + laidOut(*item, isJson, inner, eol);
    const bool isMapping = value.kind == Kind::Mapping;
    return (isMapping ? "{" : "[") + text + std::string(eol) + layout.indent +
           (isMapping ? "}" : "]");
}

std::string flowChild(const Place &place, const Node &collection,
                      std::optional<std::string_view> key, const Fragment &value)
{
    const auto *root = value.document ? value.document->root() : nullptr;
    const auto layout = layoutOf(place, collection);
    const bool isCollection = root && (!root->entries.empty() || !root->items.empty());
    auto text = isCollection ? laidOut(*root, usesJson(collection), layout, place.eol())
                             : flowValue(value, collection);
    return key ? flowKey(*key, collection) + ": " + text : text;
}

} // namespace meshwright::yaml
