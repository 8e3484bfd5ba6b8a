// SPDX-License-Identifier: Apache-2.0
#include "yaml/flowedit.h"

#include "yaml/scalars.h"

namespace meshwright::yaml {

namespace {

/// Where the text after the comma that follows `offset` goes on; `offset` where there is none.
std::size_t afterComma(const Place &place, std::size_t offset)
{
    const auto next = place.skipSpaceAndComments(offset);
    return next < place.bytes().size() && place.bytes()[next] == ',' ? next + 1 : offset;
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
    if (collection.entries.empty() && collection.items.empty())
        return {{inside, inside}, text};
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

TextEdit removeFromFlow(const Place &place, const Node &mapping, const Entry &entry)
{
    const auto &entries = mapping.entries;
    const auto index = static_cast<std::size_t>(&entry - entries.data());
    if (entries.size() == 1) {
        if (!hasBrackets(mapping, place.bytes()))
            return {mapping.range, "{}"};
        return {{mapping.range.begin + 1, mapping.range.end - 1}, ""};
    }
    if (index + 1 < entries.size())
        return {{entry.range.begin, entries[index + 1].range.begin}, ""};
    const auto end = entry.range.end + place.comment(entry.range.end).size();
    return {{entries[index - 1].range.end, end}, ""};
}

} // namespace meshwright::yaml
