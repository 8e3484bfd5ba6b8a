// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/jsonschema.h"
#include "schema/pattern.h"

#include <utility>

namespace meshwright::schema {

enum class Type : std::uint8_t {
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8, ///< one that is no integer
    String = 16,
    Array = 32,
    Object = 64,
};

using TypeSet = std::uint8_t;

constexpr TypeSet operator|(Type a, Type b)
{
    return static_cast<TypeSet>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

constexpr bool has(TypeSet set, Type type)
{
    return (static_cast<unsigned>(set) & static_cast<unsigned>(type)) != 0;
}

constexpr TypeSet anyNumber = Type::Integer | Type::Number;

/// What JSON Schema takes a YAML value for; 1.0 is an integer.
Type typeOf(const yaml::Node &value);

struct NumberRules
{
    std::optional<double> minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf;
};

struct StringRules
{
    std::optional<std::size_t> minLength, maxLength; ///< in code points
    std::optional<Pattern> pattern;
    std::string patternText;
    std::string format; ///< empty: none that is known
};

struct ArrayRules
{
    const Schema *items = nullptr;     ///< of every item
    std::vector<const Schema *> tuple; ///< of the first items, where `items` is a list
    bool isTuple = false;
    const Schema *additionalItems = nullptr;
    const Schema *contains = nullptr;
    std::optional<std::size_t> minItems, maxItems;
    bool uniqueItems = false;
};

struct Dependency
{
    std::string property;
    std::vector<std::string> required;
    const Schema *schema = nullptr;
};

struct ObjectRules
{
    std::vector<std::pair<std::string, const Schema *>> properties; ///< sorted by name
    std::vector<std::pair<Pattern, const Schema *>> patternProperties;
    const Schema *additionalProperties = nullptr;
    const Schema *propertyNames = nullptr;
    std::vector<std::string> required;
    std::vector<Dependency> dependencies;
    std::optional<std::size_t> minProperties, maxProperties;

    const Schema *property(std::string_view name) const;
};

/// One schema, its references already followed. What a document does not say costs a null pointer.
struct Schema
{
    const yaml::Node *source = nullptr;
    std::string name;          ///< its key among the definitions, or empty
    std::optional<bool> fixed; ///< `true`, `false`
    const Schema *reference = nullptr;
    bool isShared = false; ///< references lead here, so its verdicts are worth remembering
    TypeSet types = 0;     ///< 0: all
    const yaml::Node *enumeration = nullptr;
    const yaml::Node *constant = nullptr;
    const Schema *negated = nullptr;
    std::vector<const Schema *> anyOf, oneOf, allOf;
    const Schema *condition = nullptr, *consequence = nullptr, *otherwise = nullptr;
    std::unique_ptr<NumberRules> number;
    std::unique_ptr<StringRules> string;
    std::unique_ptr<ArrayRules> array;
    std::unique_ptr<ObjectRules> object;

    bool hasAlternatives() const
    {
        return negated || condition || !anyOf.empty() || !oneOf.empty() || !allOf.empty();
    }

    /// The schema behind a chain of references; null where the chain has no end.
    const Schema *meant() const
    {
        constexpr int longestChain = 100;
        const Schema *at = this;
        for (int i = 0; at->reference && i < longestChain; ++i)
            at = at->reference;
        return at->reference ? nullptr : at;
    }
};

/// Keywords of numbers, strings and arrays: the first that the value breaks, or empty.
std::string_view brokenNumberRule(const NumberRules &rules, double value);
std::string_view brokenLengthRule(const StringRules &rules, std::string_view value);
std::string_view brokenCountRule(const ArrayRules &rules, const yaml::Node &value);
std::string_view brokenCountRule(const ObjectRules &rules, std::size_t count);

/// Whether a format that is known rejects the text (formats that are not known reject nothing).
bool breaksFormat(std::string_view format, std::string_view text);
bool isKnownFormat(std::string_view format);

/// JSON equality: numbers by value, objects whatever their order. The text is equal where the
/// values are.
std::string sameText(const yaml::Node &value);
bool isOneOf(const yaml::Node &value, const yaml::Node &list);
bool hasDuplicates(const yaml::Node &list);

/// The entries of a mapping, merge keys resolved; `visit` answers whether to go on.
template <typename Visit>
bool everyEntry(const yaml::Node &mapping, const Visit &visit)
{
    const auto isMerge = [](const yaml::Entry &entry) {
        return entry.keyMark == yaml::markOf("<<") && entry.key->value == "<<" &&
               entry.key->style == yaml::Style::Plain;
    };
    for (const yaml::Entry &entry : mapping.entries)
        if (isMerge(entry)) {
            for (const yaml::Entry &merged : mapping.mergedEntries())
                if (!visit(merged))
                    return false;
            return true;
        }
    for (const yaml::Entry &entry : mapping.entries)
        if (!visit(entry))
            return false;
    return true;
}

/// The entries of a mapping, merge keys resolved.
inline std::size_t entryCount(const yaml::Node &mapping)
{
    std::size_t count = 0;
    everyEntry(mapping, [&](const yaml::Entry &) {
        ++count;
        return true;
    });
    return count;
}

/// A key's text; empty for a key that is no scalar.
inline std::string_view keyOf(const yaml::Entry &entry)
{
    return entry.key->resolved().value;
}

} // namespace meshwright::schema
