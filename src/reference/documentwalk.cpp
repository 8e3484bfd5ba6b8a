// SPDX-License-Identifier: Apache-2.0
#include "reference/documentwalk.h"

#include "conformance/asyncapischema.h"
#include "meshwright/asyncapi/spec.h"
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

class Walk
{
public:
    explicit Walk(const Part &root) { m_place.schemas = {root}; }

    Place to(const yaml::Node &value)
    {
        goTo(value);
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

} // namespace

std::optional<Dialect> dialectOf(std::string_view file, const yaml::Document &document)
{
    if (file.ends_with(".avsc"))
        return Dialect::Avro;
    const yaml::Node *root = document.root();
    if (!root || root->find("asyncapi"))
        return Dialect::AsyncApi;
    for (const char *key : {"$schema", "type", "properties", "$defs", "definitions"})
        if (root->find(key))
            return Dialect::JsonSchema;
    const bool isFresh = root->isMapping() && root->resolved().entries.size() == 1;
    return isFresh ? std::optional(Dialect::AsyncApi) : std::nullopt;
}

std::optional<Part> rootPart(const yaml::Document &document, Dialect dialect, bool mayBegin)
{
    const AsyncApiSchema &newest = *AsyncApiSchema::of(newestVersion);
    switch (dialect) {
    case Dialect::AsyncApi:
        if (const AsyncApiSchema *schema = schemaOf(document))
            return Part{&schema->document(), "document"};
        return mayBegin ? std::optional(Part{&newest.document(), "document"}) : std::nullopt;
    case Dialect::JsonSchema:
        return Part{&newest.schemaObject(), "schema"};
    case Dialect::Avro:
        return Part{newest.definition("definitions-3.0.0-avroSchema_v1"), "avroSchema_v1"};
    }
    return std::nullopt;
}

Place placeOf(const yaml::Node &value, const Part &root)
{
    return Walk(root).to(value);
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

} // namespace meshwright::reference
