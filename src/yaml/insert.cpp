// SPDX-License-Identifier: Apache-2.0
// Edits that look at the lines round an entry: where it goes in, and what goes out with it.
#include "meshwright/yaml/edit.h"

#include "yaml/flowedit.h"
#include "yaml/scalars.h"

#include <algorithm>

namespace meshwright::yaml {

namespace {

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

std::size_t nextLine(const Place &place, std::size_t offset)
{
    const auto end = place.lineEnd(offset);
    if (end == place.bytes().size())
        return end;
    return end + (place.bytes().substr(end, 2) == "\r\n" ? 2 : 1);
}

/// The line above the one that begins at `line`; nothing above the first one.
std::optional<std::size_t> lineAbove(const Place &place, std::size_t line)
{
    if (line <= place.lineBegin(0))
        return std::nullopt;
    auto end = line - 1;
    if (end > 0 && place.bytes().substr(end - 1, 2) == "\r\n")
        --end;
    return place.lineBegin(end);
}

std::string_view lineAt(const Place &place, std::size_t line)
{
    return place.bytes().substr(line, place.lineEnd(line) - line);
}

/// The first of the comment lines right above, in this column.
std::size_t commentsAbove(const Place &place, std::size_t line, std::size_t column)
{
    for (auto above = lineAbove(place, line); above; above = lineAbove(place, *above)) {
        const auto text = lineAt(place, *above);
        if (text.size() <= column || text[column] != '#' || !isBlank(text.substr(0, column)))
            break;
        line = *above;
    }
    return line;
}

/// Whether most neighbours in the mapping have a blank line between them.
bool hasBlankLines(const Place &place, const Node &mapping)
{
    std::size_t blank = 0;
    for (std::size_t i = 1; i < mapping.entries.size(); ++i) {
        const auto from = nextLine(place, mapping.entries[i - 1].range.end);
        const auto to = place.lineBegin(mapping.entries[i].range.begin);
        bool isSeen = false;
        for (auto line = from; line < to; line = nextLine(place, line))
            isSeen = isSeen || isBlank(lineAt(place, line));
        blank += isSeen ? 1 : 0;
    }
    return 2 * blank > mapping.entries.size() - 1;
}

TextEdit insertInFront(const Place &place, const Node &mapping, const std::string &lines)
{
    const auto first = mapping.entries.front().range.begin;
    const auto line = place.lineBegin(first);
    const auto column = first - line;
    const auto eol = std::string(place.eol());
    if (!isBlank(place.bytes().substr(line, column))) // behind a dash
        return {{first, first}, lines + eol + std::string(column, ' ')};
    const auto at = commentsAbove(place, line, column);
    const auto gap = hasBlankLines(place, mapping) ? eol : std::string();
    return {{at, at}, std::string(column, ' ') + lines + eol + gap};
}

} // namespace

Result<TextEdit> insertEntry(const Document &document, const Node &mapping, std::string_view key,
                             std::string_view value, const Entry *after)
{
    const auto &entries = mapping.entries;
    const bool exists = std::any_of(entries.begin(), entries.end(), [&](const Entry &entry) {
        return entry.key->isScalar() && entry.key->resolved().value == key;
    });
    if (exists || mapping.kind != Kind::Mapping || entries.empty())
        return setEntry(document, mapping, key, value);
    const Place place(document);
    const bool isLast = after == &entries.back();
    const auto fragment = parseFragment(value);
    if (!fragment)
        return tl::unexpected(fragment.error());
    if (mapping.style == Style::Flow || isInFlow(mapping)) {
        if (isLast || !hasBrackets(mapping, place.bytes()))
            return setEntry(document, mapping, key, value);
        const auto index = after ? static_cast<std::size_t>(after - entries.data()) + 1 : 0;
        return insertInFlow(place, mapping, flowChild(place, mapping, key, *fragment), index);
    }
    const bool isSpaced = hasBlankLines(place, mapping);
    if (isLast) {
        auto edit = setEntry(document, mapping, key, value);
        if (edit && isSpaced && edit->replacement.starts_with(place.eol()))
            edit->replacement.insert(0, place.eol());
        return edit;
    }
    const auto column = place.column(mapping.range.begin);
    const auto eol = std::string(place.eol());
    std::string lines;
    for (const auto &line :
         entryFragment(scalarLine(key, Style::Plain, false), *fragment, place.step()).lines)
        lines += (lines.empty() ? "" : eol + (line.empty() ? "" : std::string(column, ' '))) + line;
    if (!after)
        return insertInFront(place, mapping, lines);
    const auto end = place.lineEnd(after->range.end);
    return TextEdit{{end, end}, (isSpaced ? eol : "") + eol + std::string(column, ' ') + lines};
}

Result<TextEdit> removeItem(const Document &document, const Node &sequence, const Node &item)
{
    const auto &items = sequence.items;
    const auto found = std::find(items.begin(), items.end(), &item);
    const Place place(document);
    if (found == items.end())
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "This item does not belong to the list; look it up in the "
                                    "text as it is now.",
                                    {}});
    const auto index = static_cast<std::size_t>(found - items.begin());
    if (sequence.style == Style::Flow || isInFlow(sequence))
        return removeFromFlow(place, sequence, index);
    if (items.size() == 1) {
        const auto *owner = entryOf(sequence);
        if (owner && owner->key->isScalar())
            return setEntry(document, *sequence.parent, owner->key->resolved().value, "[]");
        return TextEdit{sequence.range, "[]"};
    }
    const auto dash = place.signOf(item);
    const auto line = place.lineBegin(dash);
    if (!isBlank(place.bytes().substr(line, dash - line))) // the first one, behind another dash
        return TextEdit{{dash, place.signOf(*items[index + 1])}, {}};
    return TextEdit{place.wholeLines({dash, std::max(dash, item.range.end)}), {}};
}

TextEdit withCommentsAbove(const Document &document, TextEdit removal)
{
    const Place place(document);
    const bool isLines = removal.replacement.empty() && !removal.range.isEmpty() &&
                         place.lineBegin(removal.range.begin) == removal.range.begin;
    if (!isLines)
        return removal;
    const auto text = lineAt(place, removal.range.begin);
    const auto column = std::min(text.find_first_not_of(' '), text.size());
    removal.range.begin = commentsAbove(place, removal.range.begin, column);
    const auto above = lineAbove(place, removal.range.begin);
    const bool isAtEnd = removal.range.end == place.bytes().size();
    const bool isBlankAbove = above && isBlank(lineAt(place, *above));
    const bool isBlankBelow = !isAtEnd && isBlank(lineAt(place, removal.range.end));
    if (isBlankAbove && (isBlankBelow || isAtEnd))
        removal.range.begin = *above;
    return removal;
}

} // namespace meshwright::yaml
