// SPDX-License-Identifier: Apache-2.0
#include "schema/avrojson.h"

#include <algorithm>
#include <array>

namespace meshwright::schema::avro {

namespace {

constexpr int deepest = 200;
constexpr std::array<std::string_view, 8> primitives{"null",  "boolean", "int",   "long",
                                                     "float", "double",  "bytes", "string"};

/// At least as deep as it is: brackets in texts and comments count too.
int depthOf(std::string_view text)
{
    int depth = 0;
    int most = 0;
    for (const char c : text) {
        if (c == '{' || c == '[')
            most = std::max(most, ++depth);
        else if (c == '}' || c == ']')
            --depth;
    }
    return most;
}

std::string inFull(const std::string &name, const std::string &space)
{
    return space.empty() || name.find('.') != std::string::npos ? name : space + '.' + name;
}

std::string textAt(const Json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

class Canonical
{
public:
    Json of(const Json &schema, const std::string &space)
    {
        if (++m_depth > deepest)
            m_isTooDeep = true;
        Json result = m_isTooDeep ? Json() : made(schema, space);
        --m_depth;
        return result;
    }

    bool isTooDeep() const { return m_isTooDeep; }

private:
    Json made(const Json &schema, const std::string &space)
    {
        if (schema.is_string()) {
            const auto name = schema.get<std::string>();
            return isPrimitiveName(name) ? name : inFull(name, space);
        }
        if (schema.is_array()) {
            Json branches = Json::array();
            for (const auto &branch : schema)
                branches.push_back(of(branch, space));
            return branches;
        }
        return schema.is_object() ? object(schema, space) : schema;
    }

    Json object(const Json &schema, const std::string &space)
    {
        const auto type = schema.find("type");
        if (type == schema.end())
            return schema;
        const auto kind = kindOf(schema);
        if (isNamedKind(kind))
            return definition(schema, space);
        if (schema.size() == 1)
            return of(*type, space);
        Json result = schema;
        for (const char *key : {"items", "values"})
            if (schema.contains(key))
                result[key] = of(schema.at(key), space);
        if (kind != "array" && kind != "map")
            result["type"] = of(*type, space);
        return result;
    }

    Json definition(const Json &schema, const std::string &space)
    {
        const auto name = textAt(schema, "name");
        const auto own = textAt(schema, "namespace");
        const auto full = inFull(name, schema.contains("namespace") ? own : space);
        const auto dot = full.rfind('.');
        const auto inner = dot == std::string::npos ? std::string() : full.substr(0, dot);
        Json result = schema;
        result.erase("namespace");
        result["name"] = full;
        takeAliases(result, inner);
        if (!schema.contains("fields") || !schema.at("fields").is_array())
            return result;
        result["fields"] = Json::array();
        for (const auto &field : schema.at("fields"))
            result["fields"].push_back(fieldOf(field, inner));
        return result;
    }

    static void takeAliases(Json &definition, const std::string &space)
    {
        const auto aliases = definition.find("aliases");
        if (aliases == definition.end() || !aliases->is_array())
            return;
        for (auto &alias : *aliases)
            if (alias.is_string())
                alias = inFull(alias.get<std::string>(), space);
        if (aliases->empty())
            definition.erase("aliases");
    }

    Json fieldOf(const Json &field, const std::string &space)
    {
        if (!field.is_object() || !field.contains("type"))
            return field;
        Json result = field;
        result["type"] = of(field.at("type"), space);
        if (textAt(field, "order") == "ascending")
            result.erase("order");
        if (field.contains("aliases") && field.at("aliases").empty())
            result.erase("aliases");
        return result;
    }

    int m_depth = 0;
    bool m_isTooDeep = false;
};

} // namespace

std::optional<Json> parsed(std::string_view text)
{
    if (depthOf(text) > deepest)
        return std::nullopt;
    Json json = Json::parse(text, nullptr, false, true);
    return json.is_discarded() ? std::nullopt : std::optional(std::move(json));
}

std::optional<Json> canonical(std::string_view text)
{
    const auto schema = parsed(text);
    if (!schema)
        return std::nullopt;
    Canonical maker;
    Json result = maker.of(*schema, {});
    return maker.isTooDeep() ? std::nullopt : std::optional(std::move(result));
}

std::string kindOf(const Json &schema)
{
    if (schema.is_string())
        return schema.get<std::string>();
    if (schema.is_array())
        return "union";
    if (!schema.is_object() || !schema.contains("type"))
        return {};
    return kindOf(schema.at("type"));
}

bool isNamedKind(std::string_view kind)
{
    return kind == "record" || kind == "error" || kind == "enum" || kind == "fixed";
}

bool isPrimitiveName(std::string_view name)
{
    return std::find(primitives.begin(), primitives.end(), name) != primitives.end();
}

} // namespace meshwright::schema::avro
