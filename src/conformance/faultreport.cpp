// SPDX-License-Identifier: Apache-2.0
#include "conformance/faultreport.h"

#include <algorithm>
#include <set>
#include <utility>

namespace meshwright::conformance {

namespace {

/// What to underline: a key or a scalar, never a block of many lines.
Range rangeOf(const schema::Fault &fault)
{
    const yaml::Node &node = *fault.value.node;
    if (fault.key)
        return fault.key->range;
    return node.kind == yaml::Kind::Scalar && !node.range.isEmpty() ? node.range : nameRange(node);
}

/// The entry of the mapping that holds `value`; null for an item and for the root.
const yaml::Entry *entryOf(const yaml::Node &value)
{
    if (!value.parent)
        return nullptr;
    const auto &entries = value.parent->entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const yaml::Entry &entry) {
        return entry.value == &value;
    });
    return found == entries.end() ? nullptr : &*found;
}

bool isVersion(const schema::Fault &fault)
{
    const yaml::Node *root = fault.value.node->parent;
    return root && !root->parent && root->find("asyncapi") == fault.value.node;
}

void addFix(Check &check, Diagnostic &found, const schema::Fault &fault)
{
    const std::string *file = fault.value.file;
    const yaml::Node &value = fault.value.node->resolved();
    if (const auto meant = schema::suggestionFor(fault))
        offerText(check, found, {file, fault.key ? fault.key : &value}, *meant,
                  "Write '" + *meant + "'");
    if (fault.keyword == "additionalProperties")
        if (const yaml::Entry *entry = entryOf(*fault.value.node))
            offerRemoval(check, found, {file, fault.value.node->parent}, *entry,
                         "Remove '" + fault.properties.front() + "'");
    if (fault.keyword == "type" && schema::takesText(fault) && value.kind == yaml::Kind::Scalar &&
        !value.value.empty())
        found.fixes.push_back(
            {"Put it in quotes", {{{found.file, {{value.range, "'" + value.text() + "'"}}}}}});
}

} // namespace

Diagnostic &reportFault(Check &check, std::string_view rule, const schema::Fault &fault)
{
    Diagnostic &found = report(check, rule, fault.value, schema::faultText(fault));
    if (check.isSurplus)
        return found;
    found.range = rangeOf(fault);
    addFix(check, found, fault);
    return found;
}

std::vector<schema::Fault> withoutConsequences(std::vector<schema::Fault> faults)
{
    std::set<std::pair<const yaml::Node *, std::string>> meant;
    for (const schema::Fault &fault : faults)
        if (fault.keyword == "additionalProperties")
            if (auto suggestion = schema::suggestionFor(fault))
                meant.emplace(fault.value.node->parent, std::move(*suggestion));
    for (schema::Fault &fault : faults)
        if (fault.keyword == "required")
            std::erase_if(fault.properties, [&](const std::string &name) {
                return meant.contains({fault.value.node, name});
            });
    std::erase_if(faults, [](const schema::Fault &fault) {
        const bool isUnknownAlias = fault.value.node->resolved().kind == yaml::Kind::Alias;
        return isUnknownAlias || isVersion(fault) ||
               (fault.keyword == "required" && fault.properties.empty());
    });
    return faults;
}

} // namespace meshwright::conformance
