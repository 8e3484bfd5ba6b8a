// SPDX-License-Identifier: Apache-2.0
// Which bytes belong to which part of a collection: its comments by their indentation.
#include "yaml/draftregions.h"

#include "yaml/place.h"

#include <algorithm>
#include <utility>

namespace meshwright::yaml {

namespace {

/// What stands between two parts of a block collection, line by line.
struct Gap
{
    std::size_t split = 0;          ///< where the region of the part in front ends
    std::vector<std::string> below; ///< the lines behind that
};

std::size_t indentOf(std::string_view line)
{
    return std::min(line.find_first_not_of(" \t"), line.size());
}

std::string trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

/// A comment keeps the spaces at its end.
std::string withoutAnyIndent(std::string_view line)
{
    const auto indent = indentOf(line);
    return isBlankLine(line) ? std::string() : std::string(line.substr(indent));
}

/// Comments that stand further in than the collection belong to the part in front of them.
Gap splitGap(const Place &place, std::size_t contentEnd, std::size_t end, std::size_t column)
{
    const auto bytes = place.bytes();
    Gap gap;
    gap.split = std::min(place.lineEnd(contentEnd), end);
    std::vector<std::string> pending;
    for (std::size_t at = gap.split; at < end;) {
        at += bytes.substr(at, 2) == "\r\n" ? 2 : 1;
        if (at >= end)
            break;
        const auto stop = std::min(place.lineEnd(at), end);
        const auto line = bytes.substr(at, stop - at);
        if (!isBlankLine(line) && indentOf(line) > column && gap.below.empty()) {
            gap.split = stop;
            pending.clear();
        } else if (!isBlankLine(line) && gap.below.empty()) {
            gap.below = std::exchange(pending, {});
            gap.below.push_back(withoutAnyIndent(line));
        } else {
            (gap.below.empty() ? pending : gap.below).push_back(withoutAnyIndent(line));
        }
        at = stop;
    }
    if (gap.below.empty())
        gap.below = std::move(pending);
    return gap;
}

struct Child
{
    std::size_t begin = 0; ///< of its key or its dash
    std::size_t valueBegin = 0;
    std::size_t end = 0;
    const Node *key = nullptr;
    const Node *value = nullptr;
};

std::size_t behindColon(const Place &place, const Entry &entry)
{
    const auto colon = place.skipSpaceAndComments(entry.key->range.end);
    const bool hasColon = colon < entry.range.end && place.bytes()[colon] == ':';
    return hasColon ? colon + 1 : entry.range.end;
}

std::vector<Child> childrenOf(const Place &place, const Node &node)
{
    std::vector<Child> children;
    for (const Entry &entry : node.entries)
        children.push_back({entry.range.begin, behindColon(place, entry),
                            std::max(entry.range.end, behindColon(place, entry)), entry.key,
                            entry.value});
    std::size_t last = node.range.begin;
    for (const Node *item : node.items) {
        const auto dash =
            node.style == Style::Flow ? item->range.begin : place.skipSpaceAndComments(last);
        const auto begin = node.style == Style::Flow ? dash : dash + 1;
        children.push_back({dash, begin, std::max(item->range.end, begin), nullptr, item});
        last = children.back().end;
    }
    return children;
}

/// A key with its own anchor or tag.
std::string keyText(const Place &place, const Child &child)
{
    const auto line = place.lineBegin(child.begin);
    const auto before = place.bytes().substr(line, child.begin - line);
    const auto first = indentOf(before);
    const bool hasProperties =
        first < before.size() && (before[first] == '&' || before[first] == '!');
    const auto begin = hasProperties ? line + first : child.begin;
    return trimmed(place.bytes().substr(begin, child.key->range.end - begin));
}

Part partOf(const Piece &piece, const Place &place, const Child &child)
{
    Part part;
    if (child.key) {
        part.name = std::string(child.key->scalarText().value_or(""));
        part.key = keyText(place, child);
    }
    part.value.form = Piece::Form::Source;
    part.value.document = piece.document;
    part.value.node = child.value;
    part.value.column = place.column(child.begin);
    return part;
}

/// The indentation of the line on which the byte stands.
std::size_t lineIndent(const Place &place, std::size_t offset)
{
    const auto begin = place.lineBegin(offset);
    return indentOf(place.bytes().substr(begin, place.lineEnd(begin) - begin));
}

} // namespace

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0;;) {
        const auto end = std::min(text.find_first_of("\r\n", begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        if (end == text.size())
            return lines;
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
}

std::string withoutIndent(const std::string &line, std::size_t columns)
{
    std::size_t count = 0;
    while (count < columns && count < line.size() && line[count] == ' ')
        ++count;
    return line.substr(count);
}

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void openBlock(Piece &piece, const Node &node)
{
    const Place place(*piece.document);
    const auto bytes = place.bytes();
    const auto children = childrenOf(place, node);
    const auto column = place.column(node.range.begin);
    auto head =
        linesOf(bytes.substr(piece.region.begin, children.front().begin - piece.region.begin));
    const bool isOnKeyLine = head.size() == 1; // behind a dash
    std::vector<std::string> above;
    if (!isOnKeyLine)
        head.pop_back(); // the indentation of the first part
    piece.head = isOnKeyLine ? std::string() : head.front();
    if (isOnKeyLine && !isBlankLine(head.front()))
        piece.head = head.front(); // an anchor in front of a compact mapping
    for (std::size_t i = 1; i < head.size(); ++i) {
        const auto line = withoutAnyIndent(head[i]);
        if (line.empty() || line.front() == '#')
            above.push_back(line);
        else
            piece.head += ' ' + line; // properties on a line of their own
    }
    piece.indent = column > piece.column ? column - piece.column : 0;
    for (std::size_t i = 0; i < children.size(); ++i) {
        Part part = partOf(piece, place, children[i]);
        part.value.column = column;
        part.above = std::move(above);
        const bool isLast = i + 1 == children.size();
        const auto end = isLast ? piece.region.end : place.lineBegin(children[i + 1].begin);
        Gap gap = splitGap(place, children[i].end, end, column);
        part.value.region = {children[i].valueBegin, std::max(children[i].valueBegin, gap.split)};
        above = std::move(gap.below);
        piece.parts.push_back(std::move(part));
    }
    piece.below = std::move(above);
}

void openFlow(Piece &piece, const Node &node)
{
    const Place place(*piece.document);
    const auto bytes = place.bytes();
    piece.head = trimmed(bytes.substr(piece.region.begin, node.range.begin - piece.region.begin));
    if (!piece.head.empty())
        piece.head.insert(0, " ");
    piece.tail = std::string(bytes.substr(node.range.end, piece.region.end - node.range.end));
    const auto children = childrenOf(place, node);
    const auto outer = lineIndent(place, node.range.begin);
    if (!children.empty() && lineIndent(place, children.front().begin) > outer)
        piece.indent = lineIndent(place, children.front().begin) - outer;
    std::size_t from = node.range.begin + 1;
    for (std::size_t i = 0; i <= children.size(); ++i) {
        const bool isEnd = i == children.size();
        const auto to = isEnd ? node.range.end - 1 : children[i].begin;
        std::vector<std::string> above;
        for (const Comment &comment : piece.document->comments()) {
            if (comment.range.begin < from || comment.range.begin >= to)
                continue;
            const std::string text(bytes.substr(comment.range.begin, comment.range.size()));
            const bool isBehind = i > 0 && place.lineBegin(comment.range.begin) ==
                                               place.lineBegin(children[i - 1].end);
            if (isBehind)
                piece.parts.back().trailing = text;
            else
                above.push_back(text);
        }
        if (isEnd) {
            piece.below = std::move(above);
            break;
        }
        Part part = partOf(piece, place, children[i]);
        if (children[i].key)
            part.key = trimmed(
                bytes.substr(children[i].begin, children[i].key->range.end - children[i].begin));
        part.value.column = lineIndent(place, children[i].begin);
        part.value.region = {children[i].valueBegin, children[i].end};
        part.above = std::move(above);
        piece.parts.push_back(std::move(part));
        from = children[i].end;
    }
}

} // namespace meshwright::yaml
