// SPDX-License-Identifier: Apache-2.0
#include "yaml/flowedit.h"

#include "yaml/flowlayout.h"
#include "yaml/scalars.h"

#include <algorithm>

namespace meshwright::yaml {

namespace {

/// Where the text after the comma that follows `offset` goes on; `offset` where there is none.
std::size_t afterComma(const Place &place, std::size_t offset)
{
    const auto next = place.skipSpaceAndComments(offset);
    return next < place.bytes().size() && place.bytes()[next] == ',' ? next + 1 : offset;
}

Range childOf(const Node &collection, std::size_t index)
{
    return collection.entries.empty() ? collection.items[index]->range
                                      : collection.entries[index].range;
}

Range lastChild(const Node &collection)
{
    return collection.entries.empty() ? collection.items.back()->range
                                      : collection.entries.back().range;
}

} // namespace

std::string flowValue(const Fragment &fragment, const Node &neighbour)
{
    const auto *root = fragment.document ? fragment.document->root() : nullptr;
    if (!root)
        return "null";
    const bool isJson = usesJson(neighbour);
    const bool isLine = fragment.form == Fragment::Form::Inline && fragment.lines.size() == 1;
    if (isLine && !isJson && root->style != Style::Plain)
        return fragment.lines.front();
    return flowText(*root, isJson);
}

std::string flowKey(std::string_view key, const Node &mapping)
{
    return usesJson(mapping) ? doubleQuoted(key) : scalarLine(key, Style::Plain, true);
}

TextEdit replaceInFlow(const Place &place, const Node &value, const std::string &text)
{
    if (!value.range.isEmpty())
        return {value.range, text};
    const auto before = value.range.begin == 0 ? '\0' : place.bytes()[value.range.begin - 1];
    return {value.range, (before == ':' ? " " : ": ") + text};
}

TextEdit appendInFlow(const Place &place, const Node &collection, const std::string &text)
{
    const auto inside = collection.range.begin + 1;
    if (collection.entries.empty() && collection.items.empty()) {
        const auto layout = layoutOf(place, collection);
        if (!layout.isBroken)
            return {{inside, inside}, text};
        const auto eol = std::string(place.eol());
        return {{inside, collection.range.end - 1},
                eol + layout.indent + text + eol + layout.outer};
    }
    const auto last = lastChild(collection);
    const auto column = place.column(last.begin);
    const auto line = place.lineBegin(last.begin);
    const auto isOwnLine =
        line != place.lineBegin(collection.range.begin) &&
        place.bytes().substr(line, column).find_first_not_of(" \t") == std::string_view::npos;
    const auto end = afterComma(place, last.end);
    const bool hasComma = end != last.end;
    if (!isOwnLine)
        return {{last.end, last.end}, ", " + text};
    // On a line of its own below, and below the comment of the line above.
    const auto gap = std::string(place.bytes().substr(last.end, end - last.end));
    const auto comment = std::string(place.comment(end));
    const auto indent = std::string(place.bytes().substr(line, column));
    const auto comma = hasComma ? gap : std::string(",");
    return {{last.end, end + comment.size()},
            comma + comment + std::string(place.eol()) + indent + text + (hasComma ? "," : "")};
}

TextEdit insertInFlow(const Place &place, const Node &collection, const std::string &text,
                      std::size_t index)
{
    const auto at = childOf(collection, index).begin;
    const auto line = place.lineBegin(at);
    const auto front = place.bytes().substr(line, at - line);
    const bool isOwnLine = front.find_first_not_of(" \t") == std::string_view::npos;
    const auto gap = isOwnLine ? std::string(place.eol()) + std::string(front) : std::string(" ");
    return {{at, at}, text + "," + gap};
}

TextEdit removeFromFlow(const Place &place, const Node &collection, std::size_t index)
{
    const auto count = std::max(collection.entries.size(), collection.items.size());
    const auto child = childOf(collection, index);
    if (count == 1) {
        if (!hasBrackets(collection, place.bytes()))
            return {collection.range, collection.kind == Kind::Mapping ? "{}" : "[]"};
        return {{collection.range.begin + 1, collection.range.end - 1}, ""};
    }
    if (index + 1 < count)
        return {{child.begin, childOf(collection, index + 1).begin}, ""};
    const auto end = child.end + place.comment(child.end).size();
    return {{childOf(collection, index - 1).end, end}, ""};
}

} // namespace meshwright::yaml
