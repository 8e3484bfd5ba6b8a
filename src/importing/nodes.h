// SPDX-License-Identifier: Apache-2.0
// What a descriptor of another tool says at a place of its YAML.
#pragma once

#include "meshwright/yaml/document.h"

#include <charconv>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace meshwright::importing {

using yaml::Node;

inline bool isDocument(const std::string &path)
{
    const auto ending = std::filesystem::path(path).extension();
    return ending == ".yaml" || ending == ".yml" || ending == ".json";
}

inline std::string textOf(const Node *node)
{
    if (!node || !node->isScalar() || node->isNull())
        return {};
    return node->resolved().text();
}

inline const Node *mapping(const Node *node)
{
    return node && node->isMapping() ? &node->resolved() : nullptr;
}

inline std::vector<const Node *> listOf(const Node *node)
{
    std::vector<const Node *> items;
    if (node && node->isSequence())
        for (const Node *item : node->resolved().items)
            items.push_back(&item->resolved());
    return items;
}

inline std::optional<int> numberFrom(const std::string &text)
{
    int number = 0;
    const auto *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return number;
}

/// `domain: Sales, owner: DepartmentA`.
inline std::string metadataOf(const Node &node)
{
    std::string text;
    if (const Node *metadata = mapping(node.find("metadata")))
        for (const yaml::Entry &entry : metadata->mergedEntries())
            text += (text.empty() ? "" : ", ") + entry.key->text() + ": " + textOf(entry.value);
    return text;
}

} // namespace meshwright::importing
