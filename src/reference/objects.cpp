// SPDX-License-Identifier: Apache-2.0
#include "reference/objects.h"

#include <algorithm>

namespace meshwright::reference {

/// The text of resources/reference/NAME.yaml; made by the build.
std::string_view referenceText(std::string_view name);

namespace {

std::string textAt(const yaml::Node &mapping, std::string_view key)
{
    const yaml::Node *value = mapping.find(key);
    return value ? std::string(value->scalarText().value_or("")) : std::string();
}

Field fieldFrom(const yaml::Entry &entry)
{
    Field field;
    field.name = entry.key->value;
    const yaml::Node &node = entry.value->resolved();
    if (node.isScalar()) {
        field.text = node.value;
        return field;
    }
    field.text = textAt(node, "text");
    field.defaultValue = textAt(node, "default");
    field.since = textAt(node, "since");
    field.until = textAt(node, "until");
    field.from = textAt(node, "from");
    if (const yaml::Node *values = node.find("values"))
        for (const yaml::Entry &value : values->entries)
            field.values.emplace(value.key->value, value.value->value);
    return field;
}

Object objectFrom(const yaml::Entry &entry, std::string_view edition)
{
    const yaml::Node &node = *entry.value;
    Object object{entry.key->text(), textAt(node, "text"), {}, textAt(node, "like"), edition, {}};
    if (const yaml::Node *definitions = node.find("definitions"))
        for (const yaml::Node *definition : definitions->items)
            object.definitions.emplace_back(definition->value);
    if (const yaml::Node *fields = node.find("fields"))
        for (const yaml::Entry &field : fields->entries)
            object.fields.push_back(fieldFrom(field));
    return object;
}

void addObjects(std::vector<Object> &objects, std::string_view file, std::string_view edition)
{
    const auto document = yaml::Document::parse(makeText(std::string(referenceText(file))));
    for (const yaml::Entry &entry : document->root()->entries)
        objects.push_back(objectFrom(entry, edition));
}

template <typename Predicate>
const Object *findObject(const Predicate &predicate)
{
    const auto found = std::find_if(objects().begin(), objects().end(), predicate);
    return found == objects().end() ? nullptr : &*found;
}

std::map<std::string_view, const Object *> byDefinition()
{
    std::map<std::string_view, const Object *> result;
    for (const Object &object : objects())
        for (const std::string &definition : object.definitions)
            result.emplace(definition, &object);
    return result;
}

} // namespace

const std::vector<Object> &objects()
{
    static const auto all = [] {
        std::vector<Object> objects;
        addObjects(objects, "asyncapi", "AsyncAPI");
        addObjects(objects, "kafkabindings", "Kafka binding");
        return objects;
    }();
    return all;
}

const Object *objectNamed(std::string_view name)
{
    return findObject([&](const Object &object) { return object.name == name; });
}

const Object *objectDefinedAs(std::string_view definition)
{
    static const auto known = byDefinition();
    const auto found = known.find(definition);
    return found == known.end() ? nullptr : found->second;
}

const Field *findField(const Object &object, std::string_view name)
{
    const auto found = std::find_if(object.fields.begin(), object.fields.end(),
                                    [&](const Field &field) { return field.name == name; });
    if (found != object.fields.end())
        return &*found;
    const Object *other = object.like.empty() ? nullptr : objectNamed(object.like);
    return other ? findField(*other, name) : nullptr;
}

} // namespace meshwright::reference
