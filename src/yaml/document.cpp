// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/document.h"

#include "yaml/builder.h"
#include "yaml/recovery.h"
#include "yaml/splice.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace meshwright::yaml {

std::shared_ptr<const Document> Document::parse(Text text, const Limits &limits)
{
    auto document = Builder(text, limits).build();
    if (document->isComplete())
        return document;
    return Recovery(std::move(text), limits).recovered(std::move(document));
}

std::shared_ptr<const Document> Document::parseAfter(const std::shared_ptr<const Document> &before,
                                                     Text text)
{
    auto spliced = before ? Splice(*before, text).spliced() : nullptr;
    return spliced ? spliced : parse(std::move(text));
}

namespace {

const Node *itemAt(const Node &sequence, std::string_view token)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    const bool isIndex = error == std::errc() && end == token.data() + token.size() &&
                         (token.size() == 1 || token[0] != '0');
    return isIndex && index < sequence.items.size() ? sequence.items[index] : nullptr;
}

const Node *childAt(const Node &collection, std::size_t offset)
{
    const auto entry =
        std::partition_point(collection.entries.begin(), collection.entries.end(),
                             [&](const Entry &candidate) { return candidate.range.end <= offset; });
    if (entry != collection.entries.end()) {
        if (entry->key->range.contains(offset))
            return entry->key;
        return entry->value->range.contains(offset) ? entry->value : nullptr;
    }
    const auto item =
        std::partition_point(collection.items.begin(), collection.items.end(),
                             [&](const Node *candidate) { return candidate->range.end <= offset; });
    if (item != collection.items.end() && (*item)->range.contains(offset))
        return *item;
    return nullptr;
}

} // namespace

const Node *Document::find(const std::vector<std::string> &path) const
{
    const auto *node = m_root;
    for (const auto &token : path) {
        if (!node)
            return nullptr;
        node = node->isSequence() ? itemAt(node->resolved(), token) : node->find(token);
    }
    return node;
}

std::vector<std::string> Document::pathTo(const Node &node) const
{
    std::vector<std::string> path;
    for (const auto *child = &node; child->parent; child = child->parent) {
        const auto &parent = *child->parent;
        if (parent.kind == Kind::Mapping) {
            if (const auto *entry = parent.entryWith(*child))
                path.emplace_back(entry->key->resolved().value);
        } else {
            const auto item = std::find(parent.items.begin(), parent.items.end(), child);
            path.push_back(std::to_string(item - parent.items.begin()));
        }
    }
    std::reverse(path.begin(), path.end());
    return path;
}

const Node *Document::nodeAt(std::size_t offset) const
{
    const auto *node = m_root && m_root->range.contains(offset) ? m_root : nullptr;
    for (const auto *child = node; child; child = childAt(*child, offset))
        node = child;
    return node;
}

} // namespace meshwright::yaml
