// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/openapi.h"

#include "schema/avrovalue.h"
#include "text/suggestion.h"

#include <algorithm>
#include <array>
#include <set>

namespace meshwright::schema {

namespace {

using avro::shown;

enum class Shape {
    Schema,
    SchemaOrBoolean,
    Schemas,
    SchemaMap,
    Type,
    Text,
    Boolean,
    Number,
    Count,
    Names,
    Values,
    Discriminator,
    Any,
};

struct Keyword
{
    std::string_view name;
    Shape shape;
};

/// Source: "Schema Object" of the OpenAPI Specification 3.0.3.
constexpr std::array<Keyword, 36> keywords{{
    {"$ref", Shape::Text},
    {"title", Shape::Text},
    {"multipleOf", Shape::Number},
    {"maximum", Shape::Number},
    {"exclusiveMaximum", Shape::Boolean},
    {"minimum", Shape::Number},
    {"exclusiveMinimum", Shape::Boolean},
    {"maxLength", Shape::Count},
    {"minLength", Shape::Count},
    {"pattern", Shape::Text},
    {"maxItems", Shape::Count},
    {"minItems", Shape::Count},
    {"uniqueItems", Shape::Boolean},
    {"maxProperties", Shape::Count},
    {"minProperties", Shape::Count},
    {"required", Shape::Names},
    {"enum", Shape::Values},
    {"type", Shape::Type},
    {"not", Shape::Schema},
    {"allOf", Shape::Schemas},
    {"oneOf", Shape::Schemas},
    {"anyOf", Shape::Schemas},
    {"items", Shape::Schema},
    {"properties", Shape::SchemaMap},
    {"additionalProperties", Shape::SchemaOrBoolean},
    {"description", Shape::Text},
    {"format", Shape::Text},
    {"default", Shape::Any},
    {"nullable", Shape::Boolean},
    {"discriminator", Shape::Discriminator},
    {"readOnly", Shape::Boolean},
    {"writeOnly", Shape::Boolean},
    {"example", Shape::Any},
    {"externalDocs", Shape::Any},
    {"deprecated", Shape::Boolean},
    {"xml", Shape::Any},
}};

const std::vector<std::string> typeNames{"array",  "boolean", "integer",
                                         "number", "object",  "string"};

struct KnownFormat
{
    std::string_view name;
    std::array<std::string_view, 2> types;
};

constexpr std::array<KnownFormat, 9> formats{{
    {"int32", {"integer", "number"}},
    {"int64", {"integer", "number"}},
    {"float", {"number", {}}},
    {"double", {"number", {}}},
    {"byte", {"string", {}}},
    {"binary", {"string", {}}},
    {"date", {"string", {}}},
    {"date-time", {"string", {}}},
    {"password", {"string", {}}},
}};

class Check
{
public:
    Check(const Reach &reach, std::vector<PayloadFault> &out)
        : m_reach(reach)
        , m_out(out)
    {}

    void checkSchema(const SchemaNode &written)
    {
        const auto at = follow(written);
        if (!at || !m_seen.insert(at.node).second)
            return;
        if (m_depth >= deepest) {
            report("openapi/too-deep", written, "The schema is nested too deeply.");
            return;
        }
        if (at.node->kind != yaml::Kind::Mapping) {
            report("openapi/not-a-schema", at,
                   "A schema is an object, not " + shown(*at.node) + ".");
            return;
        }
        ++m_depth;
        for (const auto &entry : at.node->mergedEntries())
            checkKeyword(at, entry);
        checkTogether(at);
        --m_depth;
    }

private:
    static constexpr std::size_t deepest = 250;

    void checkKeyword(const SchemaNode &at, const yaml::Entry &entry)
    {
        const auto key = entry.key->scalarText().value_or("");
        const auto known = std::find_if(keywords.begin(), keywords.end(),
                                        [&](const auto &each) { return each.name == key; });
        if (known != keywords.end())
            checkValue(*known, {at.file, &entry.value->resolved()});
        else if (!key.starts_with("x-"))
            report("openapi/unknown-keyword", {at.file, entry.key},
                   "OpenAPI 3.0 has no keyword '" + std::string(key) + "'." + suggestion(key));
    }

    static std::string suggestion(std::string_view key)
    {
        std::vector<std::string> names;
        names.reserve(keywords.size());
        for (const auto &each : keywords)
            names.emplace_back(each.name);
        const auto meant = nearest(key, names);
        return meant ? didYouMean(meant) : " A key of one's own starts with 'x-'.";
    }

    void checkValue(const Keyword &keyword, const SchemaNode &value)
    {
        const auto &node = *value.node;
        switch (keyword.shape) {
        case Shape::Schema:
            return checkSchema(value);
        case Shape::SchemaOrBoolean:
            if (!node.asBool())
                checkSchema(value);
            return;
        case Shape::Schemas:
            return checkSchemas(keyword.name, value);
        case Shape::SchemaMap:
            return checkMap(keyword.name, value);
        case Shape::Type:
            return checkType(value);
        case Shape::Text:
            return need(keyword.name, value, node.isString(), "a text");
        case Shape::Boolean:
            return need(keyword.name, value, node.asBool().has_value(), "true or false");
        case Shape::Number:
            return need(keyword.name, value, node.asNumber().has_value(), "a number");
        case Shape::Count:
            return need(keyword.name, value, node.asInteger().value_or(-1) >= 0,
                        "a whole number of at least 0");
        case Shape::Names:
            return checkNames(value);
        case Shape::Values:
            return need(keyword.name, value, !node.items.empty(), "a list with a value or more");
        case Shape::Discriminator:
            return checkDiscriminator(value);
        case Shape::Any:
            return;
        }
    }

    void need(std::string_view key, const SchemaNode &value, bool isThere, std::string_view wanted)
    {
        if (!isThere)
            report("openapi/value", value,
                   "'" + std::string(key) + "' is " + std::string(wanted) + ", not " +
                       shown(*value.node) + ".");
    }

    void checkSchemas(std::string_view key, const SchemaNode &list)
    {
        need(key, list, !list.node->items.empty(), "a list with a schema or more");
        for (const auto *item : list.node->items)
            checkSchema({list.file, &item->resolved()});
    }

    void checkMap(std::string_view key, const SchemaNode &map)
    {
        need(key, map, map.node->kind == yaml::Kind::Mapping, "an object");
        for (const auto &entry : map.node->mergedEntries())
            checkSchema({map.file, &entry.value->resolved()});
    }

    void checkType(const SchemaNode &type)
    {
        const auto &node = *type.node;
        const auto text = std::string(node.scalarText().value_or(""));
        if (node.kind == yaml::Kind::Sequence)
            report("openapi/type", type,
                   "OpenAPI 3.0 has one type a schema: write anyOf for a choice, and 'nullable: "
                   "true' for null.");
        else if (text == "null")
            report("openapi/type", type, "OpenAPI 3.0 has no type null: write 'nullable: true'.");
        else if (std::find(typeNames.begin(), typeNames.end(), text) == typeNames.end())
            report("openapi/type", type,
                   "There is no type " + shown(node) +
                       ": it is array, boolean, integer, number, "
                       "object or string." +
                       didYouMean(nearest(text, typeNames)));
    }

    void checkNames(const SchemaNode &required)
    {
        need("required", required, !required.node->items.empty(),
             "a list with a property's name or more");
        std::set<std::string_view> seen;
        for (const auto *item : required.node->items) {
            const SchemaNode name{required.file, &item->resolved()};
            if (!name.node->isString())
                report("openapi/value", name, "A property's name is a text.");
            else if (!seen.insert(name.node->value).second)
                report("openapi/value", name, shown(*name.node) + " stands in 'required' twice.");
        }
    }

    void checkDiscriminator(const SchemaNode &at)
    {
        if (at.node->kind != yaml::Kind::Mapping) {
            report("openapi/discriminator", at,
                   "'discriminator' is an object with 'propertyName'.");
            return;
        }
        const auto *name = at.node->find("propertyName");
        if (!name)
            report("openapi/discriminator", at, "A discriminator needs 'propertyName'.");
        else
            need("propertyName", {at.file, &name->resolved()}, name->isString(), "a text");
        if (const auto *mapping = at.node->find("mapping"))
            need("mapping", {at.file, &mapping->resolved()}, mapping->isMapping(), "an object");
    }

    /// What keywords say together.
    void checkTogether(const SchemaNode &at)
    {
        const auto *type = at.node->find("type");
        const auto typeName = type ? type->scalarText().value_or("") : "";
        if (typeName == "array" && !at.node->find("items"))
            report("openapi/no-items", at, "A schema of type array needs 'items'.");
        if (const auto *format = at.node->find("format"); format && !typeName.empty())
            checkFormat({at.file, &format->resolved()}, typeName);
        const auto isTrue = [&](std::string_view key) {
            const auto *value = at.node->find(key);
            return value && value->asBool().value_or(false);
        };
        if (isTrue("readOnly") && isTrue("writeOnly"))
            report("openapi/value", {at.file, &at.node->find("writeOnly")->resolved()},
                   "A property can't be both readOnly and writeOnly.");
    }

    void checkFormat(const SchemaNode &format, std::string_view type)
    {
        const auto known = std::find_if(formats.begin(), formats.end(), [&](const auto &each) {
            return each.name == format.node->value;
        });
        if (known == formats.end() || known->types[0] == type || known->types[1] == type)
            return;
        report("openapi/format", format,
               "The format " + shown(*format.node) + " is one of the type " +
                   std::string(known->types[0]) + ", not of " + std::string(type) + ".",
               false);
    }

    SchemaNode follow(const SchemaNode &at) const
    {
        if (!avro::hasReference(*at.node))
            return at;
        return m_reach.follow ? m_reach.follow(at) : SchemaNode{};
    }

    void report(std::string_view id, const SchemaNode &at, std::string message, bool isError = true)
    {
        m_out.push_back(
            {std::string(id), std::move(message), *at.file, at.node->range, at.node, isError});
    }

    const Reach &m_reach;
    std::vector<PayloadFault> &m_out;
    std::set<const yaml::Node *> m_seen;
    std::size_t m_depth = 0;
};

} // namespace

std::vector<PayloadFault> checkOpenApi(const SchemaNode &schema, const Reach &reach)
{
    std::vector<PayloadFault> out;
    if (schema)
        Check(reach, out).checkSchema(schema);
    return out;
}

} // namespace meshwright::schema
