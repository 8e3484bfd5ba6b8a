// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/edit.h"

#include "yaml/flowedit.h"
#include "yaml/fragment.h"
#include "yaml/place.h"
#include "yaml/scalars.h"

#include <algorithm>

namespace meshwright::yaml {

namespace {

tl::unexpected<Error> refused(const Document &document, const Node &node, std::string message)
{
    const auto position = document.text()->position(node.range.begin);
    return tl::unexpected(
        Error{Error::Code::Conflict, std::move(message), "line " + std::to_string(position.line)});
}

bool isBlockScalar(const Node &node)
{
    return node.style == Style::Literal || node.style == Style::Folded;
}

/// Writes `fragment` in place of a value that stands in a block collection, or is the root.
TextEdit replaceInBlock(const Place &place, const Node &value, const Fragment &fragment)
{
    const auto slot = place.slotOf(value);
    const bool isAbove = place.lineBegin(slot) != place.lineBegin(value.range.begin);
    const bool isInline = fragment.form == Fragment::Form::Inline;
    if (isInline && !isAbove && !value.range.isEmpty() && fragment.lines.size() == 1)
        return {value.range, fragment.lines.front()};
    Target target;
    target.step = place.step();
    target.eol = place.eol();
    target.isItem = value.parent && value.parent->kind == Kind::Sequence;
    target.indent = value.parent ? place.column(value.parent->range.begin) : 0;
    auto end = value.range.end;
    const auto trailing = place.comment(end);
    if (isAbove)
        target.comment = place.comment(slot);
    else if (!isInline && !isBlockScalar(value))
        target.comment = trailing;
    if (!isInline || (isAbove && value.style == Style::Block))
        end += trailing.size(); // moved, or a part of what goes
    auto text = render(fragment, target);
    if (!value.parent && slot == value.range.begin) { // a root stands behind nothing
        const bool needsLine = !isInline && place.column(slot) != 0 && text.starts_with(" ");
        text = fragment.lines.empty() ? "null" : text.substr(needsLine ? 0 : 1);
        if (fragment.form == Fragment::Form::Block)
            text = render(fragment, {0, target.step, target.eol, {}, true}).substr(1);
    }
    if (fragment.needsBreak && end == place.bytes().size())
        text += target.eol;
    return {{slot, end}, text};
}

/// Adds lines below the last child of a block collection.
TextEdit appendBelow(const Place &place, const Node &collection, const Fragment &fragment)
{
    const auto lastEnd = collection.range.end;
    const auto column = place.column(collection.range.begin);
    const auto &leaf = lastLeaf(collection);
    TextEdit edit{{place.lineEnd(lastEnd), place.lineEnd(lastEnd)}, {}};
    const bool isLastLine = edit.range.end == place.bytes().size();
    if (isLastLine && isBlockScalar(leaf) && !leaf.value.ends_with('\n')) {
        // The text ends within this block scalar: a line break after it must not become a part.
        edit.range.begin = leaf.range.begin;
        auto kept = std::string(place.bytes().substr(leaf.range.begin));
        const auto headerEnd = std::min(kept.find_first_not_of("|>+-123456789"), kept.size());
        std::erase_if(kept, [&, i = std::size_t{0}](char c) mutable {
            return i++ < headerEnd && (c == '+' || c == '-');
        });
        edit.replacement = kept.insert(1, "-");
    }
    for (const auto &line : fragment.lines) {
        edit.replacement += place.eol();
        if (!line.empty())
            edit.replacement += std::string(column, ' ') + line;
    }
    if (fragment.needsBreak && isLastLine)
        edit.replacement += place.eol();
    return edit;
}

Fragment emptyMapping()
{
    Fragment fragment;
    fragment.lines = {"{}"};
    return fragment;
}

/// Adds an entry or an item to a collection, or to the null that stands in its place.
TextEdit append(const Place &place, const Node &collection, const Fragment &block,
                const std::string &flow)
{
    const bool isCollection = collection.kind != Kind::Scalar;
    const bool isEmpty = collection.entries.empty() && collection.items.empty();
    const bool isFlow = isInFlow(collection) || (isCollection && isEmpty && !collection.parent) ||
                        (isCollection && !isEmpty && collection.style == Style::Flow);
    if (!isFlow)
        return isEmpty ? replaceInBlock(place, collection, block)
                       : appendBelow(place, collection, block);
    if (hasBrackets(collection, place.bytes()))
        return appendInFlow(place, collection, flow);
    if (isCollection) // a single pair without braces of its own
        return {collection.range, "{" +
                                      std::string(place.bytes().substr(collection.range.begin,
                                                                       collection.range.size())) +
                                      ", " + flow + "}"};
    return replaceInFlow(place, collection, flow);
}

TextEdit setValue(const Place &place, const Entry &entry, const Fragment &fragment)
{
    const auto &value = *entry.value;
    if (isInFlow(value))
        return replaceInFlow(place, value, flowValue(fragment, *value.parent));
    return replaceInBlock(place, value, fragment);
}

const Entry *ownEntry(const Node &mapping, std::string_view key)
{
    const auto &entries = mapping.entries;
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry &candidate) {
        return candidate.key->isScalar() && candidate.key->resolved().value == key;
    });
    return entry == entries.end() ? nullptr : &*entry;
}

std::string literalFor(const Place &place, const Node &scalar, std::string_view value)
{
    const auto slice = place.bytes().substr(scalar.range.begin, scalar.range.size());
    const auto header = place.lineEnd(scalar.range.begin);
    std::size_t indent = 0;
    const auto text = place.bytes().find_first_not_of(" \t\r\n", header);
    if (header < scalar.range.end && text < scalar.range.end)
        indent = place.column(text);
    else if (scalar.parent)
        indent = place.column(scalar.parent->range.begin) + place.step();
    const auto hash = slice.substr(0, header - scalar.range.begin).find('#');
    const auto comment = hash == std::string_view::npos
                             ? std::string_view()
                             : slice.substr(hash, header - scalar.range.begin - hash);
    auto written = literal(value, scalar.style, std::string(std::max<std::size_t>(indent, 1), ' '),
                           place.eol(), comment);
    if (value.ends_with('\n') && scalar.range.end == place.bytes().size())
        written += place.eol();
    return written;
}

} // namespace

Result<TextEdit> replaceScalar(const Document &document, const Node &scalar, std::string_view value)
{
    if (scalar.kind == Kind::Mapping || scalar.kind == Kind::Sequence)
        return refused(document, scalar,
                       "Only a single value can be replaced by text; this is a "
                       "mapping or a list.");
    const Place place(document);
    if (isBlockScalar(scalar) && canBeLiteral(value))
        return TextEdit{scalar.range, literalFor(place, scalar, value)};
    const bool isFlow = isInFlow(scalar);
    const auto like = isFlow && usesJson(*scalar.parent) ? Style::DoubleQuoted : scalar.style;
    const auto text = scalarLine(value, scalar.kind == Kind::Alias ? Style::Plain : like, isFlow);
    if (!scalar.range.isEmpty() || !scalar.parent)
        return TextEdit{scalar.range, text};
    if (isKey(scalar))
        return TextEdit{scalar.range, text};
    return isFlow ? replaceInFlow(place, scalar, text) : TextEdit{scalar.range, " " + text};
}

Result<TextEdit> setEntry(const Document &document, const Node &mapping, std::string_view key,
                          std::string_view value)
{
    if (mapping.kind == Kind::Alias)
        return refused(document, mapping,
                       "This mapping is an alias of &" + mapping.text() +
                           "; change the mapping at the anchor, or write it out here.");
    if (mapping.kind != Kind::Mapping && !mapping.isNull())
        return refused(document, mapping,
                       "A key can only be added to a mapping; this is another "
                       "kind of value.");
    const auto fragment = parseFragment(value);
    if (!fragment)
        return tl::unexpected(fragment.error());
    const Place place(document);
    if (const auto *entry = ownEntry(mapping, key))
        return setValue(place, *entry, *fragment);
    const auto block = entryFragment(scalarLine(key, Style::Plain, false), *fragment, place.step());
    auto flow = flowChild(place, mapping, key, *fragment);
    if (mapping.kind == Kind::Scalar)
        flow = "{" + flow + "}";
    return append(place, mapping, block, flow);
}

Result<TextEdit> appendItem(const Document &document, const Node &sequence, std::string_view value)
{
    if (sequence.kind == Kind::Alias)
        return refused(document, sequence,
                       "This list is an alias of &" + sequence.text() +
                           "; change the list at the anchor, or write it out here.");
    if (sequence.kind != Kind::Sequence && !sequence.isNull())
        return refused(document, sequence,
                       "An item can only be added to a list; this is another "
                       "kind of value.");
    const auto fragment = parseFragment(value);
    if (!fragment)
        return tl::unexpected(fragment.error());
    const Place place(document);
    auto flow = flowChild(place, sequence, std::nullopt, *fragment);
    if (sequence.kind == Kind::Scalar)
        flow = "[" + flow + "]";
    return append(place, sequence, itemFragment(*fragment, place.step()), flow);
}

Result<TextEdit> removeEntry(const Document &document, const Node &mapping, const Entry &entry)
{
    const auto &entries = mapping.entries;
    if (mapping.kind != Kind::Mapping || entries.empty() || &entry < entries.data() ||
        &entry > &entries.back())
        return refused(document, mapping,
                       "This entry does not belong to the mapping; look it up "
                       "in the text as it is now.");
    const Place place(document);
    if (mapping.style == Style::Flow)
        return removeFromFlow(place, mapping, static_cast<std::size_t>(&entry - entries.data()));
    if (entries.size() == 1) {
        if (!mapping.parent)
            return TextEdit{mapping.range, "{}"};
        return replaceInBlock(place, mapping, emptyMapping());
    }
    const auto begin = place.lineBegin(entry.range.begin);
    const auto before = place.bytes().substr(begin, entry.range.begin - begin);
    const bool isAlone = before.find_first_not_of(" ?") == std::string_view::npos;
    if (!isAlone && &entry == &entries.back()) // a line separator stands in front, say
        return refused(document, mapping,
                       "Something else stands in front of this entry in its line; put the entry "
                       "on a line of its own.");
    if (!isAlone) // the first entry behind a dash
        return TextEdit{{entry.range.begin, (&entry + 1)->range.begin}, {}};
    return TextEdit{place.wholeLines(entry.range), {}};
}

} // namespace meshwright::yaml
