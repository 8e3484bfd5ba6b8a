// SPDX-License-Identifier: Apache-2.0
// What is checked of tags, and of mappings when all their keys are known.
#include "yaml/builder.h"
#include "yaml/tree.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace meshwright::yaml {

namespace {

std::string_view keyText(const Entry &entry)
{
    return entry.key->resolved().value;
}

bool isMerge(const Entry &entry)
{
    return entry.key->kind == Kind::Scalar && entry.key->style == Style::Plain &&
           entry.key->value == "<<";
}

bool isSameKey(const Entry &a, const Entry &b)
{
    return keyText(a) == keyText(b) && a.key->isScalar() && b.key->isScalar();
}

} // namespace

/// YAML's own tags are a closed list (yaml.org/type); whose name is not on it means nothing.
void Builder::checkTag(const Node &node)
{
    constexpr std::string_view prefix = "tag:yaml.org,2002:";
    constexpr std::array<std::string_view, 14> known{"binary", "bool", "float",     "int",   "map",
                                                     "merge",  "null", "omap",      "pairs", "seq",
                                                     "set",    "str",  "timestamp", "value"};
    if (!node.tag().starts_with(prefix))
        return;
    const std::string name(node.tag().substr(prefix.size()));
    if (std::find(known.begin(), known.end(), name) == known.end())
        report("unknown-tag",
               "YAML has no tag '!!" + name + "': remove it, or write '!" + name +
                   "' for one of your own.",
               node.range);
}

void Builder::finishMapping(Node &mapping)
{
    const auto &entries = mapping.entries;
    for (const auto &entry : entries) {
        if (!isMerge(entry))
            continue;
        mapping.merges = true;
        checkMerge(entry);
    }
    if (entries.size() < longMapping) {
        for (std::size_t i = 1; i < entries.size(); ++i) {
            const auto last = entries.begin() + static_cast<std::ptrdiff_t>(i);
            const auto first = std::find_if(
                entries.begin(), last, [&](const Entry &entry) { return isSameKey(entry, *last); });
            if (first != last)
                reportDuplicate(mapping, *first, *last);
        }
        return;
    }
    const auto order = makeSpan<std::uint32_t>(m_document->m_memory, entries.size());
    mapping.byKey = order.data();
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto compared = keyText(entries[a]).compare(keyText(entries[b]));
        return compared != 0 ? compared < 0 : a < b;
    });
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (isSameKey(entries[order[first]], entries[order[i]]))
            reportDuplicate(mapping, entries[order[first]], entries[order[i]]);
        else
            first = i;
    }
}

void Builder::reportDuplicate(Node &mapping, const Entry &first, const Entry &second)
{
    mapping.repeats = true;
    const auto line = m_document->m_text->position(first.key->range.begin).line;
    const auto key = std::string(keyText(second));
    report("duplicate-key",
           key == "<<" ? "This mapping has a merge key already, in line " + std::to_string(line) +
                             "; write one, with a list: <<: [*a, *b]."
                       : "The key '" + key + "' stands in this mapping already, in line " +
                             std::to_string(line) + "; rename or remove one of the two.",
           second.key->range, first.key->range);
}

void Builder::checkMerge(const Entry &entry)
{
    const auto isMergeable = [](const Node &node) {
        const bool isBrokenAlias = node.kind == Kind::Alias && !node.target; // said elsewhere
        return isBrokenAlias || node.isMapping();
    };
    const auto &value = *entry.value;
    const auto &items = value.resolved().items;
    if (isMergeable(value) ||
        (value.isSequence() && std::all_of(items.begin(), items.end(),
                                           [&](const Node *item) { return isMergeable(*item); })))
        return;
    report("bad-merge",
           "A merge key takes a mapping or a list of mappings; write an alias of a mapping, such "
           "as <<: *defaults.",
           value.range.isEmpty() ? entry.key->range : value.range);
}

} // namespace meshwright::yaml
