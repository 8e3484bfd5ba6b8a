// SPDX-License-Identifier: Apache-2.0
#include "conformance/faultreport.h"

#include "meshwright/yaml/edit.h"

#include <algorithm>
#include <set>
#include <utility>

namespace meshwright::conformance {

namespace {

/// The key under which a value stands; null for an item and for the root.
const yaml::Node *keyOf(const yaml::Node &value)
{
    if (!value.parent)
        return nullptr;
    const auto &entries = value.parent->entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const yaml::Entry &entry) {
        return entry.value == &value;
    });
    return found == entries.end() ? nullptr : found->key;
}

/// What to underline: a key or a scalar, never a block of many lines.
Range rangeOf(const schema::Fault &fault)
{
    const yaml::Node *node = fault.value.node;
    if (fault.key)
        return fault.key->range;
    if (node->kind == yaml::Kind::Scalar && !node->range.isEmpty())
        return node->range;
    for (; node; node = node->parent)
        if (const yaml::Node *key = keyOf(*node))
            return key->range;
        else if (!node->parent && !node->entries.empty())
            return node->entries.front().key->range;
    return fault.value.node->range;
}

void addFix(Check &check, Diagnostic &found, const schema::Fault &fault)
{
    const auto document = check.documentOf(found.file);
    if (!document)
        return;
    const auto replaced = [&](const yaml::Node &scalar, std::string_view value, std::string title) {
        if (const auto edit = yaml::replaceScalar(*document, scalar, value))
            found.fixes.push_back({std::move(title), {{{found.file, {*edit}}}}});
    };
    const auto meant = schema::suggestionFor(fault);
    const yaml::Node &value = fault.value.node->resolved();
    if (meant)
        replaced(fault.key ? *fault.key : value, *meant, "Write '" + *meant + "'");
    if (fault.keyword == "additionalProperties" && fault.value.node->parent) {
        for (const yaml::Entry &entry : fault.value.node->parent->entries)
            if (entry.value == fault.value.node)
                if (const auto edit =
                        yaml::removeEntry(*document, *fault.value.node->parent, entry))
                    found.fixes.push_back(
                        {"Remove '" + fault.properties.front() + "'", {{{found.file, {*edit}}}}});
    }
    const bool isTextWanted = fault.keyword == "type" && schema::takesText(fault);
    if (isTextWanted && value.kind == yaml::Kind::Scalar && !value.value.empty())
        found.fixes.push_back(
            {"Put it in quotes", {{{found.file, {{value.range, "'" + value.value + "'"}}}}}});
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
        return fault.keyword == "required" && fault.properties.empty();
    });
    return faults;
}

} // namespace meshwright::conformance
