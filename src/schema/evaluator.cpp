// SPDX-License-Identifier: Apache-2.0
// The verdict: as few steps as possible, no messages. faultcollector.cpp says why not.
#include "meshwright/schema/verdictmemory.h"
#include "schema/compiledschema.h"

#include <algorithm>
#include <utility>

namespace meshwright::schema {

namespace {

constexpr int deepest = 400; // values nest 200 deep, and references may add to that
// Against documents that are written to have the same verdicts found again and again.
constexpr std::size_t mostForgotten = 100'000;

bool hasReference(const yaml::Node &mapping)
{
    const yaml::Node *reference = mapping.find("$ref");
    return reference && reference->isScalar() && reference->isString();
}

bool isContainer(const yaml::Node &value)
{
    return value.kind != yaml::Kind::Scalar;
}

/// The value's own keywords, those that look at nothing inside it.
bool acceptsScalarRules(const Schema &schema, const yaml::Node &value, Type type)
{
    if (schema.number && has(anyNumber, type) &&
        !brokenNumberRule(*schema.number, value.asNumber().value_or(0)).empty())
        return false;
    if (!schema.string || type != Type::String)
        return true;
    const StringRules &rules = *schema.string;
    return brokenLengthRule(rules, value.value).empty() &&
           (!rules.pattern || rules.pattern->matches(value.value) != Match::No) &&
           (rules.format.empty() || !breaksFormat(rules.format, value.value));
}

} // namespace

bool Evaluator::isReference(const yaml::Spot &value) const
{
    return m_references && value.node->kind == yaml::Kind::Mapping && hasReference(*value.node);
}

yaml::Spot Evaluator::settled(yaml::Spot value) const
{
    value.node = &value.node->resolved();
    return isReference(value) ? m_references->target(value) : value;
}

bool Evaluator::accepts(const Schema &schema, const yaml::Spot &value)
{
    const yaml::Spot written{value.file, &value.node->resolved()};
    if (!isReference(written))
        return acceptsSettled(schema, written);
    const yaml::Spot target = m_references->target(written);
    const bool isAccepted = !target || acceptsSettled(schema, target);
    m_references->judged(schema, written, isAccepted);
    return isAccepted;
}

bool Evaluator::acceptsSettled(const Schema &schema, const yaml::Spot &value)
{
    if (schema.fixed)
        return *schema.fixed;
    if (schema.reference) {
        const Schema *meant = schema.meant();
        return !meant || acceptsSettled(*meant, value);
    }
    if (!schema.isShared || (!isContainer(*value.node) && !schema.hasAlternatives()))
        return judges(schema, value);
    return acceptsShared(schema, value);
}

bool Evaluator::acceptsShared(const Schema &schema, const yaml::Spot &value)
{
    const bool isLasting = m_memory && VerdictMemory::isWorthIt(*value.node);
    if (isLasting && m_memory->knows(schema, *value.node))
        return true;
    const Pair pair{&schema, value.node};
    const auto [known, isNew] = m_verdicts.try_emplace(pair, Verdict{true, m_depth});
    if (!isNew) {
        const auto [isAccepted, ground] = known->second;
        if (isAccepted)
            m_ground = std::min(m_ground, ground == assumed ? m_assumed.back().lowest : ground);
        return isAccepted;
    }
    if (m_depth >= deepest) {
        m_verdicts.erase(known);
        return true;
    }
    const int outerGround = std::exchange(m_ground, proven);
    const std::size_t firstAssumed = m_assumed.size();
    ++m_depth;
    const bool isAccepted = judges(schema, value);
    --m_depth;
    if (!isAccepted)
        forgetAssumed(firstAssumed);
    else if (m_ground >= m_depth)
        proveAssumed(firstAssumed);
    const bool isAssumed = isAccepted && m_ground < m_depth;
    m_verdicts[pair] = {isAccepted, isAssumed ? assumed : proven};
    if (isLasting && isAccepted && !isAssumed)
        m_memory->add(schema, *value.node);
    if (isAssumed)
        m_assumed.push_back(
            {pair, std::min(m_ground, m_assumed.empty() ? proven : m_assumed.back().lowest)});
    m_ground = isAssumed ? std::min(outerGround, m_ground) : outerGround;
    return isAccepted;
}

/// A pair that is accepted, and rests on none further out, proves what rests on it.
void Evaluator::proveAssumed(std::size_t first)
{
    for (std::size_t i = first; i < m_assumed.size(); ++i)
        m_verdicts[m_assumed[i].pair].ground = proven;
    m_assumed.resize(first);
}

void Evaluator::forgetAssumed(std::size_t first)
{
    if (m_forgotten >= mostForgotten)
        return proveAssumed(first);
    m_forgotten += m_assumed.size() - first;
    for (std::size_t i = first; i < m_assumed.size(); ++i)
        m_verdicts.erase(m_assumed[i].pair);
    m_assumed.resize(first);
}

bool Evaluator::judges(const Schema &schema, const yaml::Spot &value)
{
    const Type type = typeOf(*value.node);
    if (schema.types != 0 && !has(schema.types, type))
        return false;
    if (schema.constant && sameText(*schema.constant) != sameText(*value.node))
        return false;
    if (schema.enumeration && !isOneOf(*value.node, *schema.enumeration))
        return false;
    if (!acceptsScalarRules(schema, *value.node, type))
        return false;
    if (schema.object && type == Type::Object && !acceptsEntries(schema, value))
        return false;
    if (schema.array && type == Type::Array && !acceptsItems(schema, value))
        return false;
    return acceptsAlternatives(schema, value);
}

bool Evaluator::acceptsAlternatives(const Schema &schema, const yaml::Spot &value)
{
    const auto accept = [&](const Schema *each) { return acceptsSettled(*each, value); };
    if (schema.negated && accept(schema.negated))
        return false;
    if (!std::all_of(schema.allOf.begin(), schema.allOf.end(), accept))
        return false;
    if (!schema.anyOf.empty() && std::none_of(schema.anyOf.begin(), schema.anyOf.end(), accept))
        return false;
    if (!schema.oneOf.empty() &&
        std::count_if(schema.oneOf.begin(), schema.oneOf.end(), accept) != 1)
        return false;
    if (!schema.condition)
        return true;
    const Schema *then = accept(schema.condition) ? schema.consequence : schema.otherwise;
    return !then || accept(then);
}

bool Evaluator::acceptsItems(const Schema &schema, const yaml::Spot &value)
{
    const ArrayRules &rules = *schema.array;
    if (!brokenCountRule(rules, *value.node).empty())
        return false;
    const auto &items = value.node->items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Schema *expected = !rules.isTuple           ? rules.items
                                 : i < rules.tuple.size() ? rules.tuple[i]
                                                          : rules.additionalItems;
        if (expected && !accepts(*expected, {value.file, items[i]}))
            return false;
    }
    return !rules.contains || std::any_of(items.begin(), items.end(), [&](const yaml::Node *item) {
        return accepts(*rules.contains, {value.file, item});
    });
}

bool Evaluator::acceptsEntry(const Schema &schema, const yaml::Spot &mapping,
                             const yaml::Entry &entry)
{
    const ObjectRules &rules = *schema.object;
    const yaml::Spot value{mapping.file, entry.value};
    const std::string_view key = keyOf(entry);
    if (rules.propertyNames &&
        !acceptsSettled(*rules.propertyNames, {mapping.file, &entry.key->resolved()}))
        return false;
    const Schema *own = rules.property(key);
    bool isKnown = own != nullptr;
    if (own && !accepts(*own, value))
        return false;
    for (const auto &[pattern, expected] : rules.patternProperties) {
        if (pattern.matches(key) != Match::Yes)
            continue;
        isKnown = true;
        if (!accepts(*expected, value))
            return false;
    }
    return isKnown || !rules.additionalProperties || accepts(*rules.additionalProperties, value);
}

bool Evaluator::acceptsDependencies(const Schema &schema, const yaml::Spot &value)
{
    const auto &all = schema.object->dependencies;
    return std::all_of(all.begin(), all.end(), [&](const Dependency &dependency) {
        if (!value.node->find(dependency.property))
            return true;
        const auto &required = dependency.required;
        return std::all_of(required.begin(), required.end(),
                           [&](const std::string &name) { return value.node->find(name); }) &&
               (!dependency.schema || acceptsSettled(*dependency.schema, value));
    });
}

bool Evaluator::acceptsEntries(const Schema &schema, const yaml::Spot &value)
{
    const ObjectRules &rules = *schema.object;
    const auto &required = rules.required;
    if (!std::all_of(required.begin(), required.end(),
                     [&](const std::string &name) { return value.node->find(name); }))
        return false;
    if ((rules.minProperties || rules.maxProperties) &&
        !brokenCountRule(rules, entryCount(*value.node)).empty())
        return false;
    return everyEntry(
               *value.node,
               [&](const yaml::Entry &entry) { return acceptsEntry(schema, value, entry); }) &&
           acceptsDependencies(schema, value);
}

} // namespace meshwright::schema
