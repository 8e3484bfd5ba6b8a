// SPDX-License-Identifier: Apache-2.0
#include "yaml/place.h"

#include <algorithm>

namespace meshwright::yaml {

std::string_view Place::eol() const
{
    const auto at = m_bytes.find_first_of("\r\n");
    if (at == std::string_view::npos || m_bytes[at] == '\n')
        return "\n";
    return at + 1 < m_bytes.size() && m_bytes[at + 1] == '\n' ? "\r\n" : "\r";
}

std::size_t Place::step() const
{
    const auto *node = m_document.root();
    while (node && node->kind == Kind::Mapping && node->style == Style::Block) {
        const Node *inner = nullptr;
        for (const auto &entry : node->entries) {
            const auto &value = *entry.value;
            if (value.kind != Kind::Mapping || value.style != Style::Block)
                continue;
            const auto outerColumn = column(node->range.begin);
            const auto innerColumn = column(value.range.begin);
            if (innerColumn > outerColumn)
                return innerColumn - outerColumn;
            inner = &value;
        }
        node = inner;
    }
    return 2;
}

std::size_t Place::lineBegin(std::size_t offset) const
{
    const auto before =
        offset == 0 ? std::string_view::npos : m_bytes.find_last_of("\r\n", offset - 1);
    if (before != std::string_view::npos)
        return before + 1;
    return m_document.text()->hasByteOrderMark() ? 3 : 0;
}

std::size_t Place::lineEnd(std::size_t offset) const
{
    return std::min(m_bytes.find_first_of("\r\n", offset), m_bytes.size());
}

std::size_t Place::column(std::size_t offset) const
{
    return offset - lineBegin(offset);
}

std::string_view Place::comment(std::size_t offset) const
{
    const auto end = lineEnd(offset);
    const auto text = std::min(m_bytes.find_first_not_of(" \t", offset), end);
    if (text == end || m_bytes[text] != '#')
        return {};
    return m_bytes.substr(offset, end - offset);
}

std::size_t Place::skipSpaceAndComments(std::size_t offset) const
{
    while (offset < m_bytes.size()) {
        offset = std::min(m_bytes.find_first_not_of(" \t\r\n", offset), m_bytes.size());
        if (offset == m_bytes.size() || m_bytes[offset] != '#')
            break;
        offset = lineEnd(offset);
    }
    return offset;
}

Range Place::wholeLines(Range range) const
{
    auto begin = lineBegin(range.begin);
    auto end = lineEnd(range.end);
    if (end < m_bytes.size())
        return {begin, end + (m_bytes.substr(end, 2) == "\r\n" ? 2 : 1)};
    if (begin > lineBegin(0))
        begin -= begin > 1 && m_bytes.substr(begin - 2, 2) == "\r\n" ? 2 : 1;
    return {begin, end};
}

std::size_t Place::signOf(const Node &value) const
{
    const auto *parent = value.parent;
    std::size_t from = parent->range.begin;
    if (parent->kind == Kind::Mapping) {
        from = entryOf(value)->key->range.end;
    } else {
        const auto item = std::find(parent->items.begin(), parent->items.end(), &value);
        if (item != parent->items.begin())
            from = (*std::prev(item))->range.end;
    }
    return skipSpaceAndComments(from);
}

std::size_t Place::slotOf(const Node &value) const
{
    if (!value.parent)
        return value.range.begin;
    auto slot = signOf(value) + 1;
    // What else stands before the value, comments apart, is its anchor and tag.
    for (auto at = skipSpaceAndComments(slot); at < value.range.begin;
         at = skipSpaceAndComments(at)) {
        at = std::min(m_bytes.find_first_of(" \t\r\n", at), m_bytes.size());
        slot = std::min(at, value.range.begin);
    }
    return std::min(slot, value.range.begin);
}

bool isInFlow(const Node &node)
{
    for (const auto *outer = node.parent; outer; outer = outer->parent) {
        if (outer->style == Style::Flow)
            return true;
    }
    return false;
}

bool isKey(const Node &node)
{
    const auto *parent = node.parent;
    return parent && parent->kind == Kind::Mapping &&
           std::any_of(parent->entries.begin(), parent->entries.end(),
                       [&](const Entry &entry) { return entry.key == &node; });
}

bool usesJson(const Node &node)
{
    for (const auto *outer = &node; outer; outer = outer->parent) {
        if (outer->style != Style::Flow)
            continue;
        if (!outer->entries.empty())
            return outer->entries.front().key->style == Style::DoubleQuoted;
        if (!outer->parent && outer->items.empty())
            return true; // a document that is {} or [] may be either: JSON suits both
        if (!outer->parent && outer->items.front()->style != Style::Flow)
            return outer->items.front()->style == Style::DoubleQuoted;
    }
    return false;
}

bool hasBrackets(const Node &node, std::string_view bytes)
{
    return node.style == Style::Flow && node.range.size() >= 2 &&
           bytes[node.range.begin] == (node.kind == Kind::Mapping ? '{' : '[') &&
           bytes[node.range.end - 1] == (node.kind == Kind::Mapping ? '}' : ']');
}

const Entry *entryOf(const Node &value)
{
    if (!value.parent)
        return nullptr;
    const auto &entries = value.parent->entries;
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry &candidate) {
        return candidate.value == &value;
    });
    return entry == entries.end() ? nullptr : &*entry;
}

const Node &lastLeaf(const Node &node)
{
    const auto *leaf = &node;
    while (!leaf->entries.empty() || !leaf->items.empty())
        leaf = leaf->entries.empty() ? leaf->items.back() : leaf->entries.back().value;
    return *leaf;
}

} // namespace meshwright::yaml
