// SPDX-License-Identifier: Apache-2.0
#include "schema/faultcollector.h"

#include <algorithm>
#include <limits>

namespace meshwright::schema {

namespace {

using Faults = FaultCollector::Faults;

constexpr std::size_t mostFaults = 1'000;

// How little a branch can have been meant.
constexpr int missingReference = 500;
constexpr int wrongType = 400;
constexpr int wrongDiscriminator = 100;
constexpr int wrongField = 10;
constexpr int mostInside = 9; // faults further in say that the branch was meant

Fault faultAt(std::string_view keyword, const Schema &schema, const yaml::Spot &value)
{
    Fault fault;
    fault.keyword = keyword;
    fault.value = value;
    fault.schema = &schema;
    return fault;
}

bool isChoiceOfValues(const Fault &fault)
{
    return fault.keyword == "enum" || fault.keyword == "const";
}

int penaltyOf(const Faults &faults, const yaml::Node &value)
{
    int penalty = 0;
    int inside = 0;
    for (const Fault &fault : faults) {
        const bool isHere = fault.value.node == &value;
        if (isHere && fault.keyword == "required" && fault.properties.front() == "$ref")
            penalty += missingReference;
        else if (isHere && fault.keyword == "type")
            penalty += wrongType;
        else if (isChoiceOfValues(fault) && value.find("type") == fault.value.node)
            penalty += wrongDiscriminator;
        else if (isHere || fault.value.node->parent == &value)
            penalty +=
                wrongField * static_cast<int>(std::max<std::size_t>(1, fault.properties.size()));
        else
            ++inside;
    }
    return penalty + std::min(inside, mostInside);
}

/// What any branch would take at the fault's place.
void widen(Fault &fault, const std::vector<Faults> &branches)
{
    for (const Faults &branch : branches)
        for (const Fault &other : branch) {
            if (other.value.node != fault.value.node || other.key != fault.key)
                continue;
            if (fault.keyword == "type" && other.keyword == "type")
                fault.types |= other.types;
            if (!isChoiceOfValues(fault) || !isChoiceOfValues(other))
                continue;
            for (const yaml::Node *value : other.allowed)
                if (std::find(fault.allowed.begin(), fault.allowed.end(), value) ==
                    fault.allowed.end())
                    fault.allowed.push_back(value);
        }
}

} // namespace

void FaultCollector::append(Faults &out, Faults more)
{
    for (Fault &fault : more) {
        const bool isKnown = std::any_of(
            out.begin(), out.end(), [&](const Fault &each) { return each.isSamePlace(fault); });
        if (!isKnown && out.size() < mostFaults)
            out.push_back(std::move(fault));
    }
}

/// What was found in a child, by its key or index.
void FaultCollector::appendBelow(const std::string &token, Faults &out, Faults more) const
{
    if (m_detail == Detail::All)
        for (Fault &fault : more)
            fault.trail.push_back(token);
    append(out, std::move(more));
}

Faults FaultCollector::collect(const Schema &schema, const yaml::Spot &value)
{
    if (m_evaluator.accepts(schema, value))
        return {};
    return collectSettled(schema, m_evaluator.settled(value));
}

Faults FaultCollector::collectSettled(const Schema &schema, const yaml::Spot &value)
{
    if (m_evaluator.acceptsSettled(schema, value))
        return {};
    if (schema.reference)
        return collectSettled(*schema.meant(), value);
    const Pair pair{&schema, value.node};
    if (const auto known = m_known.find(pair); known != m_known.end())
        return known->second;
    if (!m_open.insert(pair).second)
        return {};
    Faults faults = collectNew(schema, value);
    m_open.erase(pair);
    return m_known[pair] = std::move(faults);
}

Faults FaultCollector::collectNew(const Schema &schema, const yaml::Spot &value)
{
    if (schema.fixed)
        return {faultAt("false", schema, value)};
    Faults out;
    const Type type = typeOf(*value.node);
    if (schema.types != 0 && !has(schema.types, type)) {
        out.push_back(faultAt("type", schema, value));
        out.back().types = schema.types;
        if (m_detail == Detail::Best)
            return out;
    }
    addOwnRules(schema, value, type, out);
    addAlternatives(schema, value, out);
    if (schema.array && type == Type::Array)
        addItems(schema, value, out);
    if (schema.object && type == Type::Object)
        addEntries(schema, value, out);
    return out;
}

void FaultCollector::addOwnRules(const Schema &schema, const yaml::Spot &value, Type type,
                                 Faults &out)
{
    const yaml::Node &node = *value.node;
    const auto add = [&](std::string_view keyword) {
        if (!keyword.empty())
            out.push_back(faultAt(keyword, schema, value));
    };
    if (schema.number && has(anyNumber, type))
        add(brokenNumberRule(*schema.number, node.asNumber().value_or(0)));
    if (schema.string && type == Type::String) {
        const StringRules &rules = *schema.string;
        add(brokenLengthRule(rules, node.value));
        add(rules.pattern && rules.pattern->matches(node.value) == Match::No ? "pattern" : "");
        add(!rules.format.empty() && breaksFormat(rules.format, node.value) ? "format" : "");
    }
    if (schema.constant && sameText(*schema.constant) != sameText(node)) {
        add("const");
        out.back().allowed = {schema.constant};
    }
    if (schema.enumeration && !isOneOf(node, *schema.enumeration)) {
        add("enum");
        const auto &allowed = schema.enumeration->items;
        out.back().allowed.assign(allowed.begin(), allowed.end());
    }
}

void FaultCollector::addAlternatives(const Schema &schema, const yaml::Spot &value, Faults &out)
{
    if (schema.negated && m_evaluator.acceptsSettled(*schema.negated, value))
        out.push_back(faultAt("not", schema, value));
    addChoice("anyOf", schema, schema.anyOf, value, out);
    addChoice("oneOf", schema, schema.oneOf, value, out);
    for (const Schema *each : schema.allOf)
        append(out, collectSettled(*each, value));
    if (schema.condition)
        addCondition(schema, value, out);
}

void FaultCollector::addChoice(std::string_view keyword, const Schema &schema,
                               const std::vector<const Schema *> &branches, const yaml::Spot &value,
                               Faults &out)
{
    if (branches.empty())
        return;
    const auto taken = std::count_if(branches.begin(), branches.end(), [&](const Schema *branch) {
        return m_evaluator.acceptsSettled(*branch, value);
    });
    if (taken == 1 || (taken > 1 && keyword == "anyOf"))
        return;
    if (taken > 1) {
        out.push_back(faultAt(keyword, schema, value));
        return;
    }
    std::vector<Faults> all;
    all.reserve(branches.size());
    for (const Schema *branch : branches)
        all.push_back(collectSettled(*branch, value));
    if (m_detail == Detail::All) {
        for (const Faults &each : all)
            append(out, each);
        out.push_back(faultAt(keyword, schema, value));
        return;
    }
    const auto best = std::min_element(all.begin(), all.end(), [&](const auto &a, const auto &b) {
        return penaltyOf(a, *value.node) < penaltyOf(b, *value.node);
    });
    Faults chosen = *best;
    for (Fault &fault : chosen)
        widen(fault, all);
    append(out, std::move(chosen));
}

void FaultCollector::addCondition(const Schema &schema, const yaml::Spot &value, Faults &out)
{
    const Schema *then = m_evaluator.acceptsSettled(*schema.condition, value) ? schema.consequence
                                                                              : schema.otherwise;
    if (!then || m_evaluator.acceptsSettled(*then, value))
        return;
    append(out, collectSettled(*then, value));
    if (m_detail == Detail::All)
        out.push_back(faultAt("if", schema, value));
}

void FaultCollector::addItems(const Schema &schema, const yaml::Spot &value, Faults &out)
{
    const ArrayRules &rules = *schema.array;
    if (const auto keyword = brokenCountRule(rules, *value.node); !keyword.empty())
        out.push_back(faultAt(keyword, schema, value));
    const auto &items = value.node->items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Schema *expected = !rules.isTuple           ? rules.items
                                 : i < rules.tuple.size() ? rules.tuple[i]
                                                          : rules.additionalItems;
        if (expected)
            appendBelow(std::to_string(i), out, collect(*expected, {value.file, items[i]}));
    }
    const auto isWanted = [&](const yaml::Node *item) {
        return m_evaluator.accepts(*rules.contains, {value.file, item});
    };
    if (rules.contains && std::none_of(items.begin(), items.end(), isWanted))
        out.push_back(faultAt("contains", schema, value));
}

void FaultCollector::addRequired(const Schema &schema, const yaml::Spot &value,
                                 const std::vector<std::string> &names, Faults &out)
{
    std::vector<std::string> missing;
    std::copy_if(names.begin(), names.end(), std::back_inserter(missing),
                 [&](const std::string &name) { return !value.node->find(name); });
    if (missing.empty())
        return;
    if (m_detail == Detail::Best) {
        out.push_back(faultAt("required", schema, value));
        out.back().properties = std::move(missing);
        return;
    }
    for (const std::string &name : missing) {
        out.push_back(faultAt("required", schema, value));
        out.back().properties = {name};
    }
}

void FaultCollector::addNames(const Schema &names, const yaml::Spot &value, Faults &out)
{
    everyEntry(*value.node, [&](const yaml::Entry &entry) {
        for (Fault &fault : collectSettled(names, {value.file, &entry.key->resolved()})) {
            fault.value = value;
            fault.key = entry.key;
            append(out, {std::move(fault)});
        }
        return true;
    });
}

void FaultCollector::addUnexpected(const Schema &schema, const yaml::Spot &value, Faults &out)
{
    const ObjectRules &rules = *schema.object;
    if (!rules.additionalProperties)
        return;
    everyEntry(*value.node, [&](const yaml::Entry &entry) {
        const std::string_view key = keyOf(entry);
        const bool isKnown =
            rules.property(key) ||
            std::any_of(rules.patternProperties.begin(), rules.patternProperties.end(),
                        [&](const auto &each) { return each.first.matches(key) == Match::Yes; });
        if (isKnown)
            return true;
        if (rules.additionalProperties->fixed != false) {
            appendBelow(std::string(key), out,
                        collect(*rules.additionalProperties, {value.file, entry.value}));
            return true;
        }
        Fault fault = faultAt("additionalProperties", schema, {value.file, entry.value});
        fault.key = entry.key;
        fault.properties = {std::string(key)};
        appendBelow(std::string(key), out, {std::move(fault)});
        return out.size() < mostFaults;
    });
}

void FaultCollector::addKnownProperties(const Schema &schema, const yaml::Spot &value, Faults &out)
{
    const ObjectRules &rules = *schema.object;
    for (const Dependency &dependency : rules.dependencies) {
        if (!value.node->find(dependency.property))
            continue;
        addRequired(schema, value, dependency.required, out);
        if (dependency.schema)
            append(out, collectSettled(*dependency.schema, value));
    }
    everyEntry(*value.node, [&](const yaml::Entry &entry) {
        const yaml::Spot inner{value.file, entry.value};
        if (const Schema *own = rules.property(keyOf(entry)))
            appendBelow(std::string(keyOf(entry)), out, collect(*own, inner));
        for (const auto &[pattern, expected] : rules.patternProperties)
            if (pattern.matches(keyOf(entry)) == Match::Yes)
                appendBelow(std::string(keyOf(entry)), out, collect(*expected, inner));
        return out.size() < mostFaults;
    });
}

void FaultCollector::addEntries(const Schema &schema, const yaml::Spot &value, Faults &out)
{
    const ObjectRules &rules = *schema.object;
    if (const auto keyword = brokenCountRule(rules, entryCount(*value.node)); !keyword.empty())
        out.push_back(faultAt(keyword, schema, value));
    addRequired(schema, value, rules.required, out);
    if (rules.propertyNames)
        addNames(*rules.propertyNames, value, out);
    addUnexpected(schema, value, out);
    addKnownProperties(schema, value, out);
}

std::vector<Fault> Evaluator::faults(const Schema &schema, const yaml::Spot &value, Detail detail)
{
    return FaultCollector(*this, detail).collect(schema, value);
}

} // namespace meshwright::schema
