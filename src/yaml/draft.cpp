// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/draft.h"

#include "yaml/draftregions.h"
#include "yaml/place.h"
#include "yaml/scalars.h"

#include <algorithm>
#include <utility>

namespace meshwright::yaml {

namespace {

bool isComment(const std::string &line)
{
    return line.starts_with('#');
}

void collectComment(std::vector<std::string> &comments, const std::string &text)
{
    for (const std::string &line : linesOf(text)) {
        const auto hash = line.starts_with('#') ? 0 : line.find(" #");
        if (hash != std::string::npos)
            comments.push_back(line.substr(line[hash] == '#' ? hash : hash + 1));
    }
}

void append(std::vector<std::string> &list, const std::vector<std::string> &more)
{
    list.insert(list.end(), more.begin(), more.end());
}

/// A scalar's bytes as they stand, without what stands around it.
Piece scalarCopy(const Document &document, const Node &node)
{
    Piece piece;
    piece.form = Piece::Form::Source;
    piece.document = &document;
    piece.node = &node;
    piece.region = node.range;
    piece.column = node.parent ? Place(document).column(node.parent->range.begin) : 0;
    return piece;
}

} // namespace

Piece Piece::textOf(std::string value, Style style)
{
    Piece piece;
    piece.text = std::move(value);
    piece.style = style;
    return piece;
}

Piece Piece::mapping(std::vector<Part> parts)
{
    Piece piece;
    piece.form = Form::Mapping;
    piece.style = Style::Block;
    piece.parts = std::move(parts);
    return piece;
}

Piece Piece::sequence(std::vector<Part> parts)
{
    Piece piece = mapping(std::move(parts));
    piece.form = Form::Sequence;
    return piece;
}

Piece Piece::copyOf(const Document &document, const Node &written)
{
    const Node &node = written.resolved();
    Piece piece;
    if (node.kind == Kind::Scalar) {
        piece = scalarCopy(document, node);
    } else if (node.kind == Kind::Mapping) {
        piece = mapping({});
        for (const Entry &entry : node.mergedEntries()) {
            Part part(std::string(entry.key->scalarText().value_or("")),
                      copyOf(document, *entry.value));
            part.key = std::string(document.text()->slice(entry.key->range));
            piece.parts.push_back(std::move(part));
        }
    } else {
        piece = sequence({});
        for (const Node *item : node.items)
            piece.parts.emplace_back(std::string(), copyOf(document, *item));
    }
    piece.document = &document;
    piece.node = &node;
    if (node.style == Style::Flow && node.kind != Kind::Scalar)
        piece.style = Style::Flow;
    return piece;
}

bool Piece::open()
{
    if (form == Form::Mapping || form == Form::Sequence)
        return true;
    if (form != Form::Source || replaced)
        return false;
    if (node->kind == Kind::Alias) {
        if (!node->target)
            return false;
        auto kept = comments();
        *this = copyOf(*document, *node->target);
        if (form == Form::Source)
            return false;
        below = std::move(kept);
        return true;
    }
    if (node->isNull() && node->kind == Kind::Scalar) {
        const auto kept = comments();
        const auto *source = document;
        const auto *from = node;
        *this = mapping({});
        document = source;
        node = from;
        below = kept;
        return true;
    }
    if (node->kind == Kind::Scalar)
        return false;
    const Place place(*document);
    const bool isEmpty = node->entries.empty() && node->items.empty();
    const bool isFlow = node->style == Style::Flow || isEmpty;
    if (isFlow && !hasBrackets(*node, place.bytes()))
        return false;
    style = isFlow && !isEmpty ? Style::Flow : Style::Block;
    form = node->kind == Kind::Mapping ? Form::Mapping : Form::Sequence;
    if (isFlow)
        openFlow(*this, *node);
    else
        openBlock(*this, *node);
    return true;
}

bool Piece::openMerged()
{
    if (!open() || form != Form::Mapping)
        return false;
    auto merge = take("<<");
    if (!merge || !node || !node->resolved().isMapping())
        return true;
    auto kept = merge->comments();
    for (const Entry &entry : node->resolved().mergedEntries()) {
        const auto key = entry.key->scalarText().value_or("");
        if (find(key))
            continue;
        Part part{std::string(key), copyOf(*document, *entry.value)};
        part.addAbove(std::exchange(kept, {}));
        parts.push_back(std::move(part));
    }
    append(below, kept);
    return true;
}

Part *Piece::find(std::string_view key)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part &part) {
        return part.name == key && form == Form::Mapping;
    });
    return found == parts.end() ? nullptr : &*found;
}

std::optional<Part> Piece::take(std::string_view key)
{
    Part *found = find(key);
    if (!found)
        return std::nullopt;
    Part part = std::move(*found);
    parts.erase(parts.begin() + (found - parts.data()));
    return part;
}

void Piece::insertAfter(std::string_view key, Part part)
{
    const Part *found = find(key);
    parts.insert(found ? parts.begin() + (found - parts.data()) + 1 : parts.end(), std::move(part));
}

void Piece::setText(std::string value)
{
    if (form == Form::Source)
        replaced = std::move(value);
    else
        *this = textOf(std::move(value), style);
}

std::vector<std::string> Piece::comments() const
{
    std::vector<std::string> result;
    if (form == Form::Source) {
        std::vector<Range> ranges;
        for (const Comment &comment : document->comments())
            if (region.begin <= comment.range.begin && comment.range.begin < region.end)
                ranges.push_back(comment.range);
        std::sort(ranges.begin(), ranges.end());
        for (const Range range : ranges)
            result.emplace_back(document->text()->slice(range));
    }
    collectComment(result, head);
    for (const Part &part : parts)
        append(result, part.comments());
    std::copy_if(below.begin(), below.end(), std::back_inserter(result), isComment);
    collectComment(result, tail);
    return result;
}

void Part::rename(std::string newName)
{
    name = std::move(newName);
    key.clear();
}

std::vector<std::string> Part::comments() const
{
    std::vector<std::string> result;
    std::copy_if(above.begin(), above.end(), std::back_inserter(result), isComment);
    append(result, value.comments());
    if (!trailing.empty())
        result.push_back(trailing);
    return result;
}

void Part::addAbove(const std::vector<std::string> &comments)
{
    append(above, comments);
}

std::optional<Draft> Draft::of(const DocumentPtr &document)
{
    const Node *root = document->root();
    if (!root || root->kind != Kind::Mapping)
        return std::nullopt;
    Draft draft;
    draft.document = document;
    draft.root.form = Piece::Form::Source;
    draft.root.document = document.get();
    draft.root.node = root;
    draft.root.region = {root->range.begin, document->text()->bytes().size()};
    draft.root.column = Place(*document).column(root->range.begin);
    if (!draft.root.open())
        return std::nullopt;
    return draft;
}

} // namespace meshwright::yaml
