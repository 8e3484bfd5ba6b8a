// SPDX-License-Identifier: Apache-2.0
// From a node to a compiled schema. What is malformed in a schema is left out: the metaschema's
// business.
#include "schema/compiledschema.h"

#include <algorithm>
#include <array>

namespace meshwright::schema {

namespace {

TypeSet typeNamed(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, TypeSet>, 7> types{{
        {"null", static_cast<TypeSet>(Type::Null)},
        {"boolean", static_cast<TypeSet>(Type::Boolean)},
        {"integer", static_cast<TypeSet>(Type::Integer)},
        {"number", anyNumber},
        {"string", static_cast<TypeSet>(Type::String)},
        {"array", static_cast<TypeSet>(Type::Array)},
        {"object", static_cast<TypeSet>(Type::Object)},
    }};
    for (const auto &[known, set] : types)
        if (known == name)
            return set;
    return 0;
}

constexpr double mostCounted = 9007199254740992.0; // 2^53

std::optional<std::size_t> countAt(const yaml::Node &schema, std::string_view key)
{
    const yaml::Node *value = schema.find(key);
    const auto number = value ? value->asNumber() : std::nullopt;
    if (!number || !(*number >= 0))
        return std::nullopt;
    return static_cast<std::size_t>(std::min(*number, mostCounted));
}

std::optional<double> numberAt(const yaml::Node &schema, std::string_view key)
{
    const yaml::Node *value = schema.find(key);
    return value ? value->asNumber() : std::nullopt;
}

std::string textAt(const yaml::Node &schema, std::string_view key)
{
    const yaml::Node *value = schema.find(key);
    return value ? std::string(value->asString().value_or("")) : std::string();
}

std::vector<std::string> textsIn(const yaml::Node *list)
{
    std::vector<std::string> texts;
    if (list && list->isSequence())
        for (const yaml::Node *item : list->resolved().items)
            texts.emplace_back(item->scalarText().value_or(""));
    return texts;
}

bool hasAny(const yaml::Node &schema, std::initializer_list<std::string_view> keys)
{
    return std::any_of(keys.begin(), keys.end(),
                       [&](std::string_view key) { return schema.find(key) != nullptr; });
}

/// The key under which a schema stands, where it is one of the definitions.
std::string definitionName(const yaml::Node &schema)
{
    const yaml::Node *definitions = schema.parent;
    const yaml::Node *owner = definitions ? definitions->parent : nullptr;
    if (!owner || owner->find("definitions") != definitions)
        return {};
    const auto &entries = definitions->entries; // thousands, perhaps, in the order of the text
    const auto entry =
        std::partition_point(entries.begin(), entries.end(), [&](const yaml::Entry &each) {
            return each.range.end <= schema.range.begin;
        });
    return entry != entries.end() && entry->value == &schema ? std::string(keyOf(*entry))
                                                             : std::string();
}

} // namespace

/// Fills one schema.
class SchemaCompiler::Reading
{
public:
    Reading(SchemaCompiler &compiler, const yaml::Node &source, Schema &schema)
        : m_compiler(compiler)
        , m_source(source)
        , m_schema(schema)
    {}

    void read()
    {
        m_schema.source = &m_source;
        m_schema.fixed = m_source.asBool();
        if (!m_source.isMapping() || readReference())
            return;
        m_schema.name = definitionName(m_source);
        readTypes();
        m_schema.enumeration = listAt("enum");
        m_schema.constant = m_source.find("const");
        readAlternatives();
        readNumberRules();
        readStringRules();
        readArrayRules();
        readObjectRules();
    }

private:
    bool readReference()
    {
        const yaml::Node *reference = m_source.find("$ref");
        const auto text = reference ? reference->asString() : std::nullopt;
        if (!text)
            return false;
        if (const yaml::Node *target = m_compiler.m_references.target(m_source, *text)) {
            Schema &shared = m_compiler.schemaOf(*target);
            shared.isShared = true;
            m_schema.reference = &shared;
        }
        return true;
    }

    void readTypes()
    {
        const yaml::Node *type = m_source.find("type");
        if (!type)
            return;
        if (type->isScalar())
            m_schema.types = typeNamed(type->scalarText().value_or(""));
        for (const yaml::Node *item : type->resolved().items)
            m_schema.types |= typeNamed(item->scalarText().value_or(""));
    }

    void readAlternatives()
    {
        m_schema.negated = schemaAt("not");
        m_schema.anyOf = schemasAt("anyOf");
        m_schema.oneOf = schemasAt("oneOf");
        m_schema.allOf = schemasAt("allOf");
        m_schema.condition = schemaAt("if");
        m_schema.consequence = schemaAt("then");
        m_schema.otherwise = schemaAt("else");
    }

    void readNumberRules()
    {
        if (!hasAny(m_source,
                    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}))
            return;
        m_schema.number = std::make_unique<NumberRules>(
            NumberRules{numberAt(m_source, "minimum"), numberAt(m_source, "maximum"),
                        numberAt(m_source, "exclusiveMinimum"),
                        numberAt(m_source, "exclusiveMaximum"), numberAt(m_source, "multipleOf")});
    }

    void readStringRules()
    {
        StringRules rules{countAt(m_source, "minLength"), countAt(m_source, "maxLength"),
                          std::nullopt, textAt(m_source, "pattern"), textAt(m_source, "format")};
        if (!rules.patternText.empty())
            rules.pattern = Pattern::compile(rules.patternText);
        if (!isKnownFormat(rules.format))
            rules.format.clear();
        if (rules.minLength || rules.maxLength || rules.pattern || !rules.format.empty())
            m_schema.string = std::make_unique<StringRules>(std::move(rules));
    }

    void readArrayRules()
    {
        if (!hasAny(m_source, {"items", "contains", "minItems", "maxItems", "uniqueItems"}))
            return;
        m_schema.array = std::make_unique<ArrayRules>();
        ArrayRules &rules = *m_schema.array;
        const yaml::Node *items = m_source.find("items");
        rules.isTuple = items && items->isSequence();
        if (rules.isTuple)
            rules.tuple = schemasAt("items");
        else
            rules.items = schemaAt("items");
        rules.additionalItems = schemaAt("additionalItems");
        rules.contains = schemaAt("contains");
        rules.minItems = countAt(m_source, "minItems");
        rules.maxItems = countAt(m_source, "maxItems");
        const yaml::Node *unique = m_source.find("uniqueItems");
        rules.uniqueItems = unique && unique->asBool().value_or(false);
    }

    void readObjectRules()
    {
        if (!hasAny(m_source,
                    {"properties", "patternProperties", "additionalProperties", "propertyNames",
                     "required", "dependencies", "minProperties", "maxProperties"}))
            return;
        m_schema.object = std::make_unique<ObjectRules>();
        ObjectRules &rules = *m_schema.object;
        readProperties(rules);
        rules.additionalProperties = schemaAt("additionalProperties");
        rules.propertyNames = schemaAt("propertyNames");
        rules.required = textsIn(listAt("required"));
        rules.minProperties = countAt(m_source, "minProperties");
        rules.maxProperties = countAt(m_source, "maxProperties");
        eachEntryAt("dependencies", [&](const yaml::Entry &entry) {
            Dependency dependency{std::string(keyOf(entry)), {}, nullptr};
            if (entry.value->isSequence())
                dependency.required = textsIn(entry.value);
            else
                dependency.schema = &m_compiler.schemaOf(*entry.value);
            rules.dependencies.push_back(std::move(dependency));
        });
    }

    void readProperties(ObjectRules &rules)
    {
        eachEntryAt("properties", [&](const yaml::Entry &entry) {
            rules.properties.emplace_back(keyOf(entry), &m_compiler.schemaOf(*entry.value));
        });
        std::stable_sort(rules.properties.begin(), rules.properties.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        eachEntryAt("patternProperties", [&](const yaml::Entry &entry) {
            if (auto pattern = Pattern::compile(keyOf(entry)))
                rules.patternProperties.emplace_back(std::move(*pattern),
                                                     &m_compiler.schemaOf(*entry.value));
        });
    }

    const yaml::Node *listAt(std::string_view key) const
    {
        const yaml::Node *list = m_source.find(key);
        return list && list->isSequence() ? &list->resolved() : nullptr;
    }

    const Schema *schemaAt(std::string_view key)
    {
        const yaml::Node *schema = m_source.find(key);
        return schema && (schema->isMapping() || schema->asBool()) ? &m_compiler.schemaOf(*schema)
                                                                   : nullptr;
    }

    std::vector<const Schema *> schemasAt(std::string_view key)
    {
        std::vector<const Schema *> schemas;
        if (const yaml::Node *list = listAt(key))
            for (const yaml::Node *item : list->items)
                schemas.push_back(&m_compiler.schemaOf(*item));
        return schemas;
    }

    template <typename Visit>
    void eachEntryAt(std::string_view key, const Visit &visit)
    {
        const yaml::Node *mapping = m_source.find(key);
        if (mapping && mapping->isMapping())
            everyEntry(mapping->resolved(), [&](const yaml::Entry &entry) {
                visit(entry);
                return true;
            });
    }

    SchemaCompiler &m_compiler;
    const yaml::Node &m_source;
    Schema &m_schema;
};

SchemaCompiler::SchemaCompiler(SchemaReferences &references)
    : m_references(references)
{}

SchemaCompiler::~SchemaCompiler() = default;

const Schema &SchemaCompiler::compile(const yaml::Node &node)
{
    const Schema &wanted = schemaOf(node);
    while (!m_unread.empty()) {
        const yaml::Node *source = m_unread.back();
        m_unread.pop_back();
        Reading(*this, *source, *m_schemas[source]).read();
    }
    return wanted;
}

Schema &SchemaCompiler::schemaOf(const yaml::Node &node)
{
    const yaml::Node &source = node.resolved();
    const auto [made, isNew] = m_schemas.try_emplace(&source);
    if (isNew) {
        made->second = std::make_unique<Schema>();
        m_unread.push_back(&source);
    }
    return *made->second;
}

const Schema *ObjectRules::property(std::string_view name) const
{
    const auto found = std::lower_bound(
        properties.begin(), properties.end(), name,
        [](const auto &property, std::string_view wanted) { return property.first < wanted; });
    return found != properties.end() && found->first == name ? found->second : nullptr;
}

} // namespace meshwright::schema
