// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

#include <string>
#include <utility>
#include <vector>

namespace meshwright::yaml {

/// What a document says, without how it is written.
struct Tree
{
    Kind kind = Kind::Scalar;
    std::string text; ///< typed values and strings are told apart by their first letter
    std::vector<std::pair<Tree, Tree>> entries;
    std::vector<Tree> items;

    bool operator==(const Tree &) const = default;
};

inline Tree treeOf(const Node &node)
{
    Tree tree{node.kind, {}, {}, {}};
    if (node.kind == Kind::Scalar)
        tree.text = node.isNull() ? "null" : (node.isString() ? "s" : "t") + node.text();
    if (node.kind == Kind::Alias)
        tree.text = node.value;
    for (const auto &entry : node.entries)
        tree.entries.emplace_back(treeOf(*entry.key), treeOf(*entry.value));
    for (const auto *item : node.items)
        tree.items.push_back(treeOf(*item));
    return tree;
}

inline Tree treeOf(std::string text)
{
    const auto document = Document::parse(makeText(std::move(text)));
    if (!document->problems().empty() || !document->root())
        return {Kind::Scalar, "unreadable", {}, {}};
    return treeOf(*document->root());
}

} // namespace meshwright::yaml
