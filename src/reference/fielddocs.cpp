// SPDX-License-Identifier: Apache-2.0
#include "reference/fielddocs.h"

#include "reference/fieldfacts.h"
#include "reference/kafkasettingdocs.h"
#include "reference/objects.h"

#include <algorithm>

namespace meshwright::reference {

namespace {

/// The values of a field, of all alternatives where the field tells them apart.
Choice choiceAt(const Place &place, const Object &object, std::string_view field)
{
    const Parts everywhere = fieldParts(expanded(place.schemas, nullptr), object, field);
    const Parts alternatives = expanded(everywhere, nullptr);
    const bool tellsApart =
        std::any_of(alternatives.begin(), alternatives.end(),
                    [](const Part &p) { return onlyValue(*p.schema) != nullptr; });
    return choiceOf(tellsApart ? everywhere : fieldParts(place.parts, object, field), object,
                    field);
}

Documentation documentation(std::string_view object, std::string_view field, std::string_view text)
{
    Documentation found;
    found.object = object;
    found.field = field;
    found.text = text;
    return found;
}

std::optional<Documentation> namedByAuthor(const Place &place, const yaml::Entry &entry)
{
    const Parts schemas = entryParts(place.parts, schema::keyOf(entry));
    for (const Part &part : expanded(schemas, entry.value)) {
        const Object *object = objectDefinedAs(part.name);
        if (object)
            return documentation(object->name, {}, object->text);
    }
    return std::nullopt;
}

} // namespace

Documentation fieldDocumentation(const Place &place, const Object &object, const Field &field)
{
    const auto edition = [&](const std::string &version) {
        return version.empty() ? version : std::string(object.edition) + " " + version;
    };
    Documentation found = documentation(object.name, field.name, field.text);
    const Parts schemas = fieldParts(place.parts, object, field.name);
    if (!schemas.empty())
        found.type = typeOf(schemas);
    const Choice choice = choiceAt(place, object, field.name);
    for (const std::string &value : choice.values) {
        const auto text = field.values.find(value);
        found.values.push_back({value, text == field.values.end() ? "" : text->second});
    }
    found.takesOthers = choice.takesOthers;
    found.isRequired = isRequired(place.parts, object, field.name);
    found.defaultValue = field.defaultValue;
    found.since = edition(field.since);
    found.until = edition(field.until);
    found.from = field.from;
    return found;
}

std::optional<Documentation> entryDocumentation(const Place &place, const yaml::Entry &entry)
{
    const std::string_view key = schema::keyOf(entry);
    if (place.isOtherBinding)
        return documentation("Binding", key, "There is no documentation for this binding.");
    if (describes(place.parts, topicConfigurationObject))
        if (auto setting = kafkaSettingDocumentation(key))
            return setting;
    for (const Part &part : place.parts)
        if (const Object *object = objectDefinedAs(part.name))
            if (const Field *field = findField(*object, key))
                return fieldDocumentation(place, *object, *field);
    if (key == "$ref")
        return fieldDocumentation(place, *objectNamed("Reference"),
                                  *findField(*objectNamed("Reference"), key));
    return namedByAuthor(place, entry);
}

} // namespace meshwright::reference
