// SPDX-License-Identifier: Apache-2.0
// What JSON Schema sees in a YAML value: its type, and whether two values are the same.
#include "schema/compiledschema.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_set>

namespace meshwright::schema {

namespace {

constexpr double exactIntegers = 9007199254740992.0; // 2^53

bool isWhole(double number)
{
    return std::isfinite(number) && std::floor(number) == number;
}

void appendNumber(std::string &text, double number)
{
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.17g", number == 0 ? 0.0 : number);
    text += buffer;
}

void appendQuoted(std::string &text, std::string_view value)
{
    text += std::to_string(value.size());
    text += '"';
    text += value;
}

void append(std::string &text, const yaml::Node &written);

void appendMapping(std::string &text, const yaml::Node &mapping)
{
    std::vector<std::pair<std::string_view, const yaml::Node *>> entries;
    everyEntry(mapping, [&](const yaml::Entry &entry) {
        entries.emplace_back(keyOf(entry), entry.value);
        return true;
    });
    std::sort(entries.begin(), entries.end());
    text += '{';
    for (const auto &[key, value] : entries) {
        appendQuoted(text, key);
        append(text, *value);
    }
    text += '}';
}

void append(std::string &text, const yaml::Node &written)
{
    const yaml::Node &value = written.resolved();
    if (value.kind == yaml::Kind::Mapping) {
        appendMapping(text, value);
    } else if (value.kind == yaml::Kind::Sequence) {
        text += '[';
        for (const yaml::Node *item : value.items) {
            append(text, *item);
            text += ',';
        }
        text += ']';
    } else if (value.isNull()) {
        text += 'n';
    } else if (const auto truth = value.asBool()) {
        text += *truth ? 't' : 'f';
    } else if (const auto integer = value.asInteger();
               integer && std::abs(static_cast<double>(*integer)) > exactIntegers) {
        text += 'i' + std::to_string(*integer);
    } else if (const auto number = value.asNumber()) {
        appendNumber(text, *number);
    } else {
        appendQuoted(text, value.value);
    }
}

} // namespace

Type typeOf(const yaml::Node &written)
{
    const yaml::Node &value = written.resolved();
    if (value.kind == yaml::Kind::Mapping)
        return Type::Object;
    if (value.kind == yaml::Kind::Sequence)
        return Type::Array;
    if (value.isNull())
        return Type::Null;
    if (value.asBool())
        return Type::Boolean;
    if (value.asInteger())
        return Type::Integer;
    if (const auto number = value.asNumber())
        return isWhole(*number) ? Type::Integer : Type::Number;
    return Type::String;
}

std::string sameText(const yaml::Node &value)
{
    std::string text;
    append(text, value);
    return text;
}

bool isOneOf(const yaml::Node &value, const yaml::Node &list)
{
    if (typeOf(value) == Type::String)
        return std::any_of(list.items.begin(), list.items.end(), [&](const yaml::Node *item) {
            return item->scalarText() == value.scalarText() && item->isString();
        });
    const std::string wanted = sameText(value);
    return std::any_of(list.items.begin(), list.items.end(),
                       [&](const yaml::Node *item) { return sameText(*item) == wanted; });
}

bool hasDuplicates(const yaml::Node &list)
{
    std::unordered_set<std::string> seen;
    return std::any_of(list.items.begin(), list.items.end(), [&](const yaml::Node *item) {
        return !seen.insert(sameText(*item)).second;
    });
}

std::string_view brokenNumberRule(const NumberRules &rules, double value)
{
    if (rules.minimum && value < *rules.minimum)
        return "minimum";
    if (rules.maximum && value > *rules.maximum)
        return "maximum";
    if (rules.exclusiveMinimum && value <= *rules.exclusiveMinimum)
        return "exclusiveMinimum";
    if (rules.exclusiveMaximum && value >= *rules.exclusiveMaximum)
        return "exclusiveMaximum";
    if (!rules.multipleOf || *rules.multipleOf <= 0)
        return {};
    const double quotient = value / *rules.multipleOf;
    return isWhole(quotient) ? std::string_view() : "multipleOf";
}

std::string_view brokenLengthRule(const StringRules &rules, std::string_view value)
{
    if (!rules.minLength && !rules.maxLength)
        return {};
    const auto length =
        static_cast<std::size_t>(std::count_if(value.begin(), value.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    if (rules.minLength && length < *rules.minLength)
        return "minLength";
    return rules.maxLength && length > *rules.maxLength ? "maxLength" : std::string_view();
}

std::string_view brokenCountRule(const ArrayRules &rules, const yaml::Node &value)
{
    if (rules.minItems && value.items.size() < *rules.minItems)
        return "minItems";
    if (rules.maxItems && value.items.size() > *rules.maxItems)
        return "maxItems";
    return rules.uniqueItems && hasDuplicates(value) ? "uniqueItems" : std::string_view();
}

std::string_view brokenCountRule(const ObjectRules &rules, std::size_t count)
{
    if (rules.minProperties && count < *rules.minProperties)
        return "minProperties";
    return rules.maxProperties && count > *rules.maxProperties ? "maxProperties"
                                                               : std::string_view();
}

} // namespace meshwright::schema
