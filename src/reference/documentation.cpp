// SPDX-License-Identifier: Apache-2.0
// From a byte of a document to its documentation: down the document and AsyncAPI's schema at once.
#include "conformance/asyncapischema.h"
#include "meshwright/asyncapi/spec.h"
#include "reference/fieldfacts.h"
#include "reference/kafkasettingdocs.h"
#include "reference/objects.h"

#include <algorithm>
#include <array>

namespace meshwright::reference {

namespace {

using conformance::AsyncApiSchema;

constexpr std::string_view bindingsObject = "Bindings";
constexpr std::string_view newestVersion = "3.1.0";

/// The schema of the document's version, or of the newest of its line where that is not known.
const AsyncApiSchema *schemaOf(const yaml::Document &document)
{
    const yaml::Node *root = document.root();
    const yaml::Node *written = root && root->isMapping() ? root->find("asyncapi") : nullptr;
    if (!written)
        return nullptr;
    const std::string_view version = written->scalarText().value_or("");
    if (const auto known = asyncapi::versionOfLine(version))
        return AsyncApiSchema::of(*known);
    return AsyncApiSchema::of(version.starts_with('2') ? "2.6.0" : newestVersion);
}

const yaml::Entry *entryOf(const yaml::Node &node)
{
    const auto &entries = node.parent->entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const yaml::Entry &entry) {
        return entry.key == &node || entry.value == &node;
    });
    return found == entries.end() ? nullptr : &*found;
}

bool describes(const Parts &parts, std::string_view object)
{
    return std::any_of(parts.begin(), parts.end(), [&](const Part &part) {
        const Object *described = objectDefinedAs(part.name);
        return described && described->name == object;
    });
}

/// server, channel, operation or message, by the field that has the bindings:
/// `channelItem/bindings`, `components/messageBindings/*`.
std::string_view bindingKind(std::string_view owner)
{
    constexpr std::array<std::string_view, 4> kinds{"server", "channel", "operation", "message"};
    constexpr std::string_view shared = "components/";
    if (owner.starts_with(shared))
        owner.remove_prefix(shared.size());
    const auto *const kind = std::find_if(
        kinds.begin(), kinds.end(), [&](std::string_view each) { return owner.starts_with(each); });
    return kind == kinds.end() ? std::string_view() : *kind;
}

/// AsyncAPI 2's schemas have nothing about bindings: AsyncAPI 3's have the same ones.
Parts kafkaBinding(const Parts &bindings)
{
    const std::string_view owner = bindings.empty() ? "" : std::string_view(bindings.front().name);
    const std::string object = std::string(bindingKind(owner)) + "BindingsObject";
    const schema::Schema *known = AsyncApiSchema::of(newestVersion)->definition(object);
    return known ? entryParts({{known, object}}, "kafka") : Parts{};
}

bool holdsSettings(std::string_view key)
{
    return key == "topicConfiguration" || key == "configs" || key == "config";
}

/// A mapping of the document, and what the schema has for it.
struct Place
{
    Parts schemas;
    Parts parts; ///< the schemas, expanded for the mapping
    bool isOtherBinding = false;
};

class Walk
{
public:
    explicit Walk(const AsyncApiSchema &schema)
    {
        m_place.schemas = {{&schema.document(), "document"}};
    }

    Place to(const yaml::Node &mapping)
    {
        goTo(mapping);
        return std::move(m_place);
    }

private:
    void goTo(const yaml::Node &value)
    {
        if (value.parent) {
            goTo(*value.parent);
            const yaml::Entry *entry = entryOf(value);
            m_place.schemas =
                entry ? entered(schema::keyOf(*entry)) : itemParts(m_place.parts, indexOf(value));
        }
        m_place.parts = expanded(m_place.schemas, &value);
    }

    static std::size_t indexOf(const yaml::Node &item)
    {
        const auto &items = item.parent->items;
        return static_cast<std::size_t>(std::find(items.begin(), items.end(), &item) -
                                        items.begin());
    }

    Parts entered(std::string_view key)
    {
        static const schema::Schema anything;
        if (describes(m_place.parts, bindingsObject) && !key.starts_with("x-")) {
            if (key == "kafka")
                return kafkaBinding(m_place.schemas);
            m_place.isOtherBinding = key != "$ref";
        }
        Parts schemas = entryParts(m_place.parts, key);
        if (holdsSettings(key) && describes(m_place.parts, kafkaChannelObject))
            schemas.push_back(
                {&anything, objectNamed(topicConfigurationObject)->definitions.front()});
        return schemas;
    }

    Place m_place;
};

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

} // namespace

std::optional<Documentation> documentationAt(const yaml::Document &document, std::size_t offset)
{
    const yaml::Node *place = document.nodeAt(offset);
    const AsyncApiSchema *schema = schemaOf(document);
    if (!place || !schema || place->kind != yaml::Kind::Scalar)
        return std::nullopt;
    const yaml::Node *inMapping = place;
    while (inMapping->parent && inMapping->parent->kind == yaml::Kind::Sequence)
        inMapping = inMapping->parent;
    const yaml::Entry *entry = inMapping->parent ? entryOf(*inMapping) : nullptr;
    if (!entry)
        return std::nullopt;
    auto found = entryDocumentation(Walk(*schema).to(*inMapping->parent), *entry);
    const bool isKey = entry->key == place;
    if (!found || (!isKey && found->values.empty()))
        return std::nullopt;
    if (!isKey)
        found->value = place->value;
    found->range = place->range;
    return found;
}

} // namespace meshwright::reference
