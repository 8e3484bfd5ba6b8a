// SPDX-License-Identifier: Apache-2.0
#include "meshwright/reference/expectation.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "reference/documentwalk.h"
#include "reference/fielddocs.h"
#include "reference/fieldfacts.h"
#include "reference/kafkasettingdocs.h"
#include "reference/objects.h"

#include <algorithm>

namespace meshwright::reference {

namespace {

/// What the parts of a value can be.
struct Kinds
{
    bool isText = false; ///< or a number
    bool isFlag = false;
    bool isMapping = false;
    bool isList = false;
};

Kinds kindsOf(const Parts &parts)
{
    Kinds kinds;
    for (const Part &part : parts) {
        const schema::Schema &schema = *part.schema;
        const bool isChoice = schema.enumeration || schema.constant;
        kinds.isText |= isChoice || has(schema.types, schema::Type::String) ||
                        has(schema.types, schema::Type::Integer);
        kinds.isFlag |= has(schema.types, schema::Type::Boolean);
        kinds.isMapping |=
            has(schema.types, schema::Type::Object) || (!schema.types && schema.object);
        kinds.isList |= has(schema.types, schema::Type::Array);
    }
    return kinds;
}

/// AsyncAPI wants a reference there, though its schemas let the whole object stand in its place.
bool mustRefer(const Documentation &field)
{
    return field.field == "channel" &&
           (field.object == "Operation" || field.object == "Operation reply");
}

Shape shapeOf(const Parts &schemas, const Documentation &field)
{
    if (mustRefer(field))
        return Shape::Reference;
    const Parts parts = expanded(schemas, nullptr);
    const Kinds kinds = kindsOf(parts);
    if (kinds.isText)
        return Shape::Scalar;
    if (kinds.isMapping)
        return Shape::Mapping;
    if (!kinds.isList)
        return Shape::Scalar;
    const Kinds items = kindsOf(expanded(itemParts(parts, 0), nullptr));
    return items.isMapping && !items.isText ? Shape::List : Shape::ScalarList;
}

class Fields
{
public:
    explicit Fields(const Place &place)
        : m_place(place)
    {}

    std::vector<ExpectedField> all()
    {
        if (describes(m_place.parts, topicConfigurationObject))
            addKafkaSettings();
        for (const Part &part : m_place.parts)
            if (const Object *object = objectDefinedAs(part.name))
                for (const Object *at = object; at; at = objectNamed(at->like))
                    addFields(*object, *at);
        const auto rank = [this](const ExpectedField &field) {
            return rankOf(field.documentation);
        };
        std::stable_sort(
            m_fields.begin(), m_fields.end(),
            [&](const ExpectedField &a, const ExpectedField &b) { return rank(a) < rank(b); });
        return std::move(m_fields);
    }

private:
    /// What is required comes first, and what the standard has not comes last. Messages and schemas
    /// are mostly referred to, other things are not.
    int rankOf(const Documentation &field) const
    {
        enum Rank { Required, UsualReference, Usual, Reference, Foreign };

        if (field.field == "$ref")
            return describes(m_place.parts, "Message") || describes(m_place.parts, "Schema")
                       ? UsualReference
                       : Reference;
        return field.isRequired ? Required : field.from.empty() ? Usual : Foreign;
    }

    bool isKnown(std::string_view name) const
    {
        return std::any_of(m_fields.begin(), m_fields.end(), [&](const ExpectedField &known) {
            return known.documentation.field == name;
        });
    }

    void addFields(const Object &object, const Object &described)
    {
        for (const Field &field : described.fields) {
            const Parts schemas = fieldParts(m_place.parts, object, field.name);
            if ((schemas.empty() && field.from.empty()) || isKnown(field.name))
                continue;
            Documentation found = fieldDocumentation(m_place, object, field);
            const bool isSettings = schemas.empty() && field.name.starts_with("config");
            const Shape shape = isSettings ? Shape::Mapping : shapeOf(schemas, found);
            m_fields.push_back({std::move(found), shape});
        }
    }

    void addKafkaSettings()
    {
        for (const asyncapi::KafkaSetting &setting : asyncapi::kafkaSettings()) {
            if (setting.removed)
                continue;
            Documentation found = *kafkaSettingDocumentation(setting.name);
            const Shape shape = shapeOf(entryParts(m_place.parts, setting.name), found);
            m_fields.push_back({std::move(found), shape});
        }
    }

    const Place &m_place;
    std::vector<ExpectedField> m_fields;
};

std::vector<std::string> objectNames(const Parts &parts)
{
    std::vector<std::string> names;
    for (const Part &part : parts)
        if (const Object *object = objectDefinedAs(part.name))
            if (std::find(names.begin(), names.end(), object->name) == names.end())
                names.push_back(object->name);
    return names;
}

bool isReference(const yaml::Node &value)
{
    const bool isInMapping = value.parent && value.parent->kind == yaml::Kind::Mapping;
    const yaml::Entry *entry = isInMapping ? entryOf(value) : nullptr;
    return entry && entry->value == &value && schema::keyOf(*entry) == "$ref";
}

/// What the reference that is written there may lead to.
std::vector<std::string> targetsOf(const yaml::Node &mapping, const Part &root)
{
    std::vector<std::string> names = objectNames(expanded(placeOf(mapping, root).schemas, nullptr));
    std::erase(names, "Reference");
    return names;
}

std::optional<Documentation> fieldOf(const yaml::Node &value, const Part &root)
{
    const yaml::Node *inMapping = &value;
    while (inMapping->parent && inMapping->parent->kind == yaml::Kind::Sequence)
        inMapping = inMapping->parent;
    const yaml::Entry *entry = inMapping->parent ? entryOf(*inMapping) : nullptr;
    if (!entry)
        return std::nullopt;
    const Place mapping = placeOf(*inMapping->parent, root);
    auto field = entryDocumentation(mapping, *entry);
    const Parts values = expanded(entryParts(mapping.parts, schema::keyOf(*entry)), nullptr);
    if (field && field->values.empty() && kindsOf(values).isFlag && field->type != "any value")
        field->values = {{"true", {}}, {"false", {}}};
    return field;
}

} // namespace

Expectation expectedAt(const yaml::Document &document, const yaml::Node &value, Dialect dialect)
{
    Expectation expected;
    const std::optional<Part> root = rootPart(document, dialect, true);
    Place place = placeOf(value, *root);
    if (place.isOtherBinding)
        return expected;
    if (value.kind != yaml::Kind::Mapping)
        place.parts = expanded(place.schemas, nullptr);
    expected.objects =
        isReference(value) ? targetsOf(*value.parent, *root) : objectNames(place.parts);
    expected.fields = Fields(place).all();
    Place item;
    item.schemas = itemParts(expanded(place.schemas, nullptr), 0);
    item.parts = expanded(item.schemas, nullptr);
    expected.itemFields = Fields(item).all();
    expected.field = fieldOf(value, *root);
    return expected;
}

} // namespace meshwright::reference
