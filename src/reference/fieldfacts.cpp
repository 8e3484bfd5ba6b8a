// SPDX-License-Identifier: Apache-2.0
#include "reference/fieldfacts.h"

#include "meshwright/asyncapi/spec.h"
#include "reference/objects.h"

#include <algorithm>
#include <array>

namespace meshwright::reference {

namespace {

constexpr int deepestType = 4;

void addOnce(std::vector<std::string> &list, std::string text)
{
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end())
        list.push_back(std::move(text));
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

bool isExtension(const Part &part)
{
    const Parts parts = expanded({part}, nullptr);
    return std::any_of(parts.begin(), parts.end(), [](const Part &each) {
        return objectDefinedAs(each.name) == objectNamed("Extension");
    });
}

/// Whether it has fields that are no extensions.
bool hasFields(const schema::Schema &schema)
{
    return schema.object &&
           std::any_of(schema.object->properties.begin(), schema.object->properties.end(),
                       [](const auto &property) { return !property.first.starts_with("x-"); });
}

class TypeWords
{
public:
    explicit TypeWords(const Parts &schemas, int depth)
        : m_parts(expanded(schemas, nullptr))
        , m_depth(depth)
    {}

    std::string text()
    {
        for (const Part &part : m_parts)
            if (const Object *object = objectDefinedAs(part.name))
                addOnce(m_names, object->name);
        if (m_names.size() > 1)
            std::erase(m_names, "Reference"); // one may stand nearly everywhere
        m_words = m_names;
        for (const Part &part : m_parts)
            if (!objectDefinedAs(part.name))
                addTypes(part);
        return joined(m_words);
    }

private:
    void addTypes(const Part &part)
    {
        constexpr std::array<std::pair<schema::Type, std::string_view>, 4> scalars{{
            {schema::Type::String, "text"},
            {schema::Type::Boolean, "true or false"},
            {schema::Type::Integer, "whole number"},
            {schema::Type::Null, "null"},
        }};
        const schema::TypeSet types = part.schema->types;
        const bool isNumber = has(types, schema::Type::Number);
        for (const auto &[type, word] : scalars)
            if (has(types, type) && !(isNumber && type == schema::Type::Integer))
                addOnce(m_words, std::string(word));
        if (isNumber)
            addOnce(m_words, "number");
        if (!types && part.schema->enumeration)
            addOnce(m_words, "text");
        const bool isPair = m_depth > 0 && part.schema->array && part.schema->array->isTuple;
        if (has(types, schema::Type::Array) && !isPair)
            addOnce(m_words, withItems("list", itemParts({part}, 0)));
        if (has(types, schema::Type::Object) && m_names.empty())
            addOnce(m_words, withItems("map", otherEntryParts({part})));
    }

    std::string withItems(const std::string &collection, Parts items) const
    {
        std::erase_if(items,
                      [](const Part &item) { return item.schema->fixed || isExtension(item); });
        const std::string of =
            m_depth < deepestType && !items.empty() ? TypeWords(items, m_depth + 1).text() : "";
        return of.empty() ? collection == "map" ? "object" : collection : collection + " of " + of;
    }

    Parts m_parts;
    int m_depth;
    std::vector<std::string> m_names; ///< of objects
    std::vector<std::string> m_words;
};

} // namespace

std::string typeOf(const Parts &schemas)
{
    const std::string text = TypeWords(schemas, 0).text();
    return text.empty() ? "any value" : text;
}

Choice choiceOf(const Parts &schemas, const Object &object, std::string_view field)
{
    Choice choice;
    if (object.name == "Document" && field == "asyncapi") { // each schema knows its own version
        const auto &versions = asyncapi::knownVersions();
        return {{versions.begin(), versions.end()}, false};
    }
    Parts all = expanded(schemas, nullptr);
    const Parts items = expanded(itemParts(all, 0), nullptr);
    all.insert(all.end(), items.begin(), items.end());
    for (const Part &part : all) {
        if (part.schema->enumeration)
            for (const yaml::Node *value : part.schema->enumeration->items)
                addOnce(choice.values, std::string(value->scalarText().value_or("")));
        if (part.schema->constant)
            addOnce(choice.values, std::string(part.schema->constant->scalarText().value_or("")));
        const bool isFreeText = has(part.schema->types, schema::Type::String) &&
                                !part.schema->enumeration && !part.schema->constant &&
                                part.schema->anyOf.empty() && part.schema->oneOf.empty();
        choice.takesOthers = choice.takesOthers || isFreeText;
    }
    return choice;
}

Parts fieldParts(const Parts &objectParts, const Object &object, std::string_view field)
{
    Parts result;
    for (const Part &part : objectParts) {
        const bool knowsIt = part.schema->object && part.schema->object->property(field);
        if (knowsIt && objectDefinedAs(part.name) == &object)
            result.push_back(
                {part.schema->object->property(field), part.name + "/" + std::string(field)});
    }
    return result;
}

bool isRequired(const Parts &objectParts, const Object &object, std::string_view field)
{
    bool isAsked = false;
    for (const Part &part : objectParts) {
        if (!hasFields(*part.schema) || objectDefinedAs(part.name) != &object)
            continue;
        const auto &required = part.schema->object->required;
        isAsked = std::find(required.begin(), required.end(), field) != required.end();
        if (!isAsked)
            return false;
    }
    return isAsked;
}

} // namespace meshwright::reference
