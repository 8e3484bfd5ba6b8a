// SPDX-License-Identifier: Apache-2.0
// Faults in words: what is wrong, and what to do.
#include "schema/compiledschema.h"
#include "text/suggestion.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace meshwright::schema {

namespace {

constexpr std::size_t mostListed = 12;
constexpr std::size_t longestShown = 60;

std::string quoted(std::string_view text)
{
    if (text.size() > longestShown)
        return "'" + std::string(text.substr(0, longestShown)) + "…'";
    return "'" + std::string(text) + "'";
}

/// 'a', 'b' or 'c'
std::string listed(std::vector<std::string> words, const std::string &conjunction)
{
    std::string text;
    const std::size_t shown = std::min(words.size(), mostListed);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool isLast = i + 1 == words.size() && i > 0;
        text += i == 0 ? "" : isLast ? " " + conjunction + " " : ", ";
        text += words[i];
    }
    return shown < words.size() ? text + " …" : text;
}

std::string typesText(TypeSet types)
{
    constexpr std::array<std::pair<Type, std::string_view>, 7> names{{
        {Type::Object, "a mapping"},
        {Type::Array, "a list"},
        {Type::String, "a text"},
        {Type::Number, "a number"},
        {Type::Integer, "a whole number"},
        {Type::Boolean, "true or false"},
        {Type::Null, "null"},
    }};
    std::vector<std::string> words;
    for (const auto &[type, name] : names)
        if (has(types, type) && !(type == Type::Integer && has(types, Type::Number)))
            words.emplace_back(name);
    return listed(words, "or");
}

std::string valueText(const yaml::Node &value)
{
    switch (typeOf(value)) {
    case Type::Object:
        return "a mapping";
    case Type::Array:
        return "a list";
    case Type::Null:
        return "nothing";
    case Type::String:
    case Type::Boolean:
    case Type::Integer:
    case Type::Number:
        break;
    }
    return quoted(value.scalarText().value_or(""));
}

/// The key under which a value stands, for a sentence; empty for a document's root.
std::string placeText(const yaml::Node &value)
{
    const yaml::Node *owner = value.parent;
    if (!owner)
        return {};
    for (const yaml::Entry &entry : owner->entries)
        if (entry.value == &value)
            return quoted(keyOf(entry));
    for (std::size_t i = 0; i < owner->items.size(); ++i)
        if (owner->items[i] == &value)
            return "item " + std::to_string(i) + " of " + placeText(*owner);
    return {};
}

std::string typeText(const Fault &fault)
{
    const yaml::Node &value = *fault.value.node;
    const std::string place = placeText(value);
    const std::string subject = place.empty() ? "The document" : place;
    std::string text = subject + " takes " + typesText(fault.types) + ", not " + valueText(value);
    const Type type = typeOf(value);
    const bool isScalar = type != Type::Object && type != Type::Array && type != Type::Null;
    if (isScalar && takesText(fault))
        return text + ", which YAML reads as " +
               (type == Type::Boolean ? "true or false" : "a number") + ": put it in quotes.";
    return text + ".";
}

std::string requiredText(const Fault &fault)
{
    std::vector<std::string> names;
    for (const std::string &name : fault.properties)
        names.push_back(quoted(name));
    const std::string place = placeText(*fault.value.node);
    return (place.empty() ? "The document" : place) + " lacks " + listed(names, "and") + ": add " +
           (names.size() == 1 ? "it." : "them.");
}

std::vector<std::string> allowedTexts(const Fault &fault)
{
    std::vector<std::string> texts;
    for (const yaml::Node *value : fault.allowed)
        if (value->isScalar())
            texts.emplace_back(*value->scalarText());
    return texts;
}

std::string allowedText(const Fault &fault)
{
    std::vector<std::string> allowed = allowedTexts(fault);
    for (std::string &text : allowed)
        text = quoted(text);
    const std::string value = valueText(*fault.value.node);
    if (allowed.size() == 1)
        return value + " can't stand here: write " + allowed.front() + ".";
    return value + " is not one of the values that can stand here." +
           didYouMean(suggestionFor(fault)) +
           (allowed.empty() ? "" : " They are " + listed(allowed, "and") + ".");
}

std::string formatText(const Fault &fault, std::string_view text)
{
    static const std::map<std::string_view, std::string_view> forms{
        {"uri", "an absolute URI, such as https://acme.com/terms or urn:acme:sales"},
        {"uri-reference", "a URI or a relative reference"},
        {"uri-template", "a URI template (RFC 6570): braces in pairs, no spaces"},
        {"email", "an e-mail address, such as team@acme.com"},
        {"date-time", "a date and time, such as 2026-01-31T12:00:00Z"},
        {"date", "a date, such as 2026-01-31"},
        {"time", "a time, such as 12:00:00Z"},
        {"regex", "a regular expression"},
        {"hostname", "a host's name"},
        {"ipv4", "an IPv4 address"},
        {"ipv6", "an IPv6 address"},
        {"uuid", "a UUID"},
    };
    const std::string &format = fault.schema->string->format;
    const auto known = forms.find(format);
    std::string message =
        quoted(text) + " is not " +
        (known == forms.end() ? "of the format " + format : std::string(known->second));
    if (const auto why = format == "regex" ? Pattern::faultOf(text) : std::nullopt)
        message += ": " + *why;
    return message + ".";
}

std::string numberText(double number)
{
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.15g", number);
    return buffer;
}

std::optional<std::string> boundText(const Fault &fault)
{
    const Schema &schema = *fault.schema;
    const auto is = [&](std::string_view keyword) { return fault.keyword == keyword; };
    if (is("minimum"))
        return "at least " + numberText(*schema.number->minimum);
    if (is("maximum"))
        return "at most " + numberText(*schema.number->maximum);
    if (is("exclusiveMinimum"))
        return "more than " + numberText(*schema.number->exclusiveMinimum);
    if (is("exclusiveMaximum"))
        return "less than " + numberText(*schema.number->exclusiveMaximum);
    if (is("multipleOf"))
        return "a multiple of " + numberText(*schema.number->multipleOf);
    if (is("minLength"))
        return "at least " + std::to_string(*schema.string->minLength) + " characters long";
    if (is("maxLength"))
        return "at most " + std::to_string(*schema.string->maxLength) + " characters long";
    return std::nullopt;
}

std::optional<std::string> countText(const Fault &fault)
{
    const Schema &schema = *fault.schema;
    const auto counted = [](std::string_view side, std::size_t count, std::string_view what) {
        return std::string(side) + std::to_string(count) + " " + std::string(what) +
               (count == 1 ? "" : "s");
    };
    if (fault.keyword == "minItems")
        return counted("at least ", *schema.array->minItems, "item");
    if (fault.keyword == "maxItems")
        return counted("at most ", *schema.array->maxItems, "item");
    if (fault.keyword == "minProperties")
        return counted("at least ", *schema.object->minProperties, "field");
    if (fault.keyword == "maxProperties")
        return counted("at most ", *schema.object->maxProperties, "field");
    return std::nullopt;
}

std::string otherText(const Fault &fault)
{
    const std::string place = placeText(*fault.value.node);
    const std::string subject = place.empty() ? "This" : place;
    if (fault.keyword == "uniqueItems")
        return subject + " holds the same item twice: remove one.";
    if (fault.keyword == "oneOf")
        return subject + " fits more than one of the forms that it can have: make it fit one.";
    if (fault.keyword == "contains")
        return subject + " lacks an item of the kind that it must have.";
    if (fault.keyword == "false")
        return subject + " can't stand here: remove it.";
    return subject + " is of no form that it can have here.";
}

} // namespace

bool takesText(const Fault &fault)
{
    return fault.types == static_cast<TypeSet>(Type::String);
}

std::optional<std::string> suggestionFor(const Fault &fault)
{
    if (fault.keyword == "additionalProperties") {
        std::vector<std::string> names;
        for (const auto &property : fault.schema->object->properties)
            names.push_back(property.first);
        return nearest(fault.properties.front(), names);
    }
    if (fault.keyword != "enum" && fault.keyword != "const")
        return std::nullopt;
    const auto text = fault.value.node->scalarText();
    return text ? nearest(*text, allowedTexts(fault)) : std::nullopt;
}

std::string faultText(const Fault &fault)
{
    const yaml::Node &subject = fault.key ? fault.key->resolved() : *fault.value.node;
    if (fault.keyword == "type")
        return typeText(fault);
    if (fault.keyword == "required")
        return requiredText(fault);
    if (fault.keyword == "additionalProperties")
        return quoted(fault.properties.front()) + " is no field that can stand here." +
               didYouMean(suggestionFor(fault));
    if (fault.keyword == "enum" || fault.keyword == "const")
        return allowedText(fault);
    if (fault.keyword == "format")
        return formatText(fault, subject.value);
    if (fault.keyword == "pattern")
        return quoted(subject.value) + " does not match " +
               quoted(fault.schema->string->patternText) + ".";
    if (const auto bound = boundText(fault))
        return valueText(subject) + " must be " + *bound + ".";
    if (const auto count = countText(fault)) {
        const std::string place = placeText(subject);
        return (place.empty() ? "This" : place) + " must have " + *count + ".";
    }
    return otherText(fault);
}

} // namespace meshwright::schema
