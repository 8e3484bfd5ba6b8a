// SPDX-License-Identifier: Apache-2.0
#include "reference/schemaparts.h"

#include <algorithm>
#include <map>

namespace meshwright::reference {

namespace {

using schema::Schema;

constexpr int deepest = 32; // a schema may be an alternative of itself

/// AsyncAPI's versions call one thing by one name: definitions-3.0.0-schema is schema,
/// bindings-kafka-0.5.0-channel is bindings-kafka-channel.
std::string nameWithoutVersion(std::string_view name)
{
    constexpr std::string_view elsewhere = "definitions-";
    const auto isVersion = [](std::string_view word) {
        return word.find('.') != std::string_view::npos &&
               word.find_first_not_of("0123456789.") == std::string_view::npos;
    };
    const bool isElsewhere = name.starts_with(elsewhere);
    if (isElsewhere)
        name.remove_prefix(elsewhere.size());
    std::string result;
    while (!name.empty()) {
        const auto end = std::min(name.find('-'), name.size());
        const auto word = name.substr(0, end);
        if (!isVersion(word))
            result += (result.empty() ? "" : "-") + std::string(word);
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return result;
}

class Expansion
{
public:
    explicit Expansion(const yaml::Node *value)
        : m_value(value ? &value->resolved() : nullptr)
    {}

    void add(const Part &part, Parts &out, int depth = 0)
    {
        const Schema *schema = part.schema;
        while (schema->reference)
            schema = schema->reference;
        if (depth > deepest)
            return;
        const std::string name =
            schema->name.empty() ? part.name : nameWithoutVersion(schema->name);
        out.push_back({schema, name});
        for (const Schema *each : schema->allOf)
            add({each, name}, out, depth + 1);
        addCondition(*schema, name, out, depth);
        addAlternatives(schema->anyOf, name, out, depth);
        addAlternatives(schema->oneOf, name, out, depth);
    }

private:
    void addCondition(const Schema &schema, const std::string &name, Parts &out, int depth)
    {
        if (!schema.condition)
            return;
        const bool holds = !m_value || m_evaluator.accepts(*schema.condition, {&m_file, m_value});
        if (schema.consequence && holds)
            add({schema.consequence, name}, out, depth + 1);
        if (schema.otherwise && (!m_value || !holds))
            add({schema.otherwise, name}, out, depth + 1);
    }

    void addAlternatives(const std::vector<const Schema *> &alternatives, const std::string &name,
                         Parts &out, int depth)
    {
        std::map<int, Parts> byScore; // those that fit equally well side by side
        for (const Schema *alternative : alternatives) {
            Parts parts;
            add({alternative, name}, parts, depth + 1);
            Parts &equals = byScore[scoreOf(parts)];
            equals.insert(equals.end(), parts.begin(), parts.end());
        }
        if (!byScore.empty())
            out.insert(out.end(), byScore.rbegin()->second.begin(), byScore.rbegin()->second.end());
    }

    /// How well an alternative fits: another kind of value counts most against it, then a
    /// discriminator with another value; for it count the keys that it knows.
    int scoreOf(const Parts &parts) const
    {
        constexpr int otherKind = 10'000;
        constexpr int otherValue = 100;
        if (!m_value)
            return 0;
        int score = 0;
        for (const Part &part : parts)
            if (part.schema->types && !has(part.schema->types, schema::typeOf(*m_value)))
                score -= otherKind;
        for (const yaml::Entry &entry : m_value->entries) {
            const Parts known = propertyParts(parts, schema::keyOf(entry));
            score += known.empty() ? 0 : 1;
            for (const Part &property : known) {
                const yaml::Node *only = onlyValue(*property.schema);
                if (only && schema::sameText(*only) != schema::sameText(*entry.value))
                    score -= otherValue;
            }
        }
        return score;
    }

    static Parts propertyParts(const Parts &parts, std::string_view key)
    {
        Parts known;
        for (const Part &part : parts)
            if (part.schema->object)
                if (const Schema *property = part.schema->object->property(key))
                    known.push_back({property, {}});
        return known;
    }

    const yaml::Node *m_value;
    const std::string m_file;
    schema::Evaluator m_evaluator;
};

} // namespace

Parts expanded(const Parts &parts, const yaml::Node *value)
{
    Parts result;
    Expansion expansion(value);
    for (const Part &part : parts)
        expansion.add(part, result);
    return result;
}

Parts entryParts(const Parts &parts, std::string_view key)
{
    Parts result;
    for (const Part &part : parts) {
        if (!part.schema->object)
            continue;
        const schema::ObjectRules &rules = *part.schema->object;
        const std::size_t before = result.size();
        if (const Schema *property = rules.property(key))
            result.push_back({property, part.name + "/" + std::string(key)});
        for (const auto &[pattern, schema] : rules.patternProperties)
            if (pattern.matches(key) == schema::Match::Yes)
                result.push_back({schema, part.name + "/*"});
        if (result.size() == before && rules.additionalProperties)
            result.push_back({rules.additionalProperties, part.name + "/*"});
    }
    return result;
}

Parts itemParts(const Parts &parts, std::size_t index)
{
    Parts result;
    for (const Part &part : parts) {
        if (!part.schema->array)
            continue;
        const schema::ArrayRules &rules = *part.schema->array;
        const Schema *item = !rules.isTuple               ? rules.items
                             : index < rules.tuple.size() ? rules.tuple[index]
                                                          : rules.additionalItems;
        if (item)
            result.push_back({item, part.name + "/*"});
    }
    return result;
}

Parts otherEntryParts(const Parts &parts)
{
    Parts result;
    for (const Part &part : parts) {
        if (!part.schema->object)
            continue;
        for (const auto &[pattern, schema] : part.schema->object->patternProperties)
            result.push_back({schema, part.name + "/*"});
        if (part.schema->object->additionalProperties)
            result.push_back({part.schema->object->additionalProperties, part.name + "/*"});
    }
    return result;
}

const yaml::Node *onlyValue(const Schema &schema)
{
    if (schema.constant)
        return schema.constant;
    const yaml::Node *list = schema.enumeration;
    return list && list->items.size() == 1 ? list->items.front() : nullptr;
}

} // namespace meshwright::reference
