// SPDX-License-Identifier: Apache-2.0
#include "schema/avrotypes.h"

#include <array>
#include <algorithm>
#include <utility>

namespace meshwright::schema::avro {

namespace {

constexpr std::array<std::pair<std::string_view, Form>, 14> typeNames{{
    {"null", Form::Null},
    {"boolean", Form::Boolean},
    {"int", Form::Int},
    {"long", Form::Long},
    {"float", Form::Float},
    {"double", Form::Double},
    {"bytes", Form::Bytes},
    {"string", Form::String},
    {"record", Form::Record},
    {"error", Form::Record},
    {"enum", Form::Enum},
    {"fixed", Form::Fixed},
    {"array", Form::Array},
    {"map", Form::Map},
}};

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

} // namespace

bool isNamed(Form form)
{
    return form == Form::Record || form == Form::Enum || form == Form::Fixed;
}

bool isPrimitive(Form form)
{
    return form >= Form::Null && form <= Form::String;
}

Form formOf(std::string_view typeName)
{
    const auto found = std::find_if(typeNames.begin(), typeNames.end(),
                                    [&](const auto &each) { return each.first == typeName; });
    return found == typeNames.end() ? Form::Unknown : found->second;
}

bool isName(std::string_view text)
{
    return !text.empty() && isLetter(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

bool isFullName(std::string_view text)
{
    for (;;) {
        const auto dot = text.find('.');
        if (!isName(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

std::string_view textAt(const yaml::Node &mapping, std::string_view key)
{
    const auto *value = mapping.find(key);
    return value ? value->asString().value_or("") : "";
}

bool hasReference(const yaml::Node &node)
{
    const auto *value = node.kind == yaml::Kind::Mapping ? node.find("$ref") : nullptr;
    return value && value->isString();
}

std::string fullNameOf(const yaml::Node &definition, std::string_view space)
{
    const auto name = textAt(definition, "name");
    if (name.find('.') != std::string_view::npos)
        return std::string(name);
    if (definition.find("namespace"))
        space = textAt(definition, "namespace");
    return (space.empty() ? "" : std::string(space) + ".") + std::string(name);
}

std::string spaceOf(std::string_view fullName)
{
    const auto dot = fullName.rfind('.');
    return std::string(fullName.substr(0, dot == std::string_view::npos ? 0 : dot));
}

std::vector<std::string> candidates(std::string_view name, std::string_view space)
{
    if (space.empty() || name.find('.') != std::string_view::npos)
        return {std::string(name)};
    return {std::string(space) + "." + std::string(name), std::string(name)};
}

SchemaNode Types::follow(const SchemaNode &at) const
{
    if (!at || !hasReference(*at.node))
        return at;
    return m_reach.follow ? m_reach.follow(at) : SchemaNode{};
}

bool Types::define(const std::string &fullName, const Schema &definition)
{
    const auto [place, isNew] = m_definitions.emplace(fullName, definition);
    return isNew || place->second.at.node == definition.at.node;
}

const Schema *Types::find(const std::string &fullName) const
{
    const auto found = m_definitions.find(fullName);
    return found == m_definitions.end() ? nullptr : &found->second;
}

std::vector<std::string> Types::names() const
{
    std::vector<std::string> all;
    for (const auto &[name, definition] : m_definitions)
        all.push_back(name);
    return all;
}

Type Types::named(std::string_view name, std::string_view space) const
{
    for (const auto &fullName : candidates(name, space))
        if (const auto *found = find(fullName))
            return {formOf(textAt(*found->at.node, "type")), fullName, *found};
    return {Form::Unknown, std::string(name), {}};
}

Type Types::typeOf(const Schema &written) const
{
    const auto schema = follow(written);
    if (!schema)
        return {};
    const auto &node = *schema.at.node;
    if (node.kind == yaml::Kind::Sequence)
        return {Form::Union, "union", schema};
    const bool isMapping = node.kind == yaml::Kind::Mapping;
    const auto name = isMapping ? textAt(node, "type") : node.scalarText().value_or("");
    const auto form = formOf(name);
    if (!isPrimitive(form) && !isMapping)
        return named(name, schema.space);
    if (isNamed(form)) {
        auto fullName = fullNameOf(node, schema.space);
        auto inside = spaceOf(fullName);
        return {form, std::move(fullName), {schema.at, std::move(inside)}};
    }
    if (form == Form::Unknown)
        return named(name, schema.space);
    return {form, std::string(name), schema};
}

Schema Types::child(const Schema &definition, std::string_view key)
{
    const auto &node = *definition.at.node;
    const auto *value = node.kind == yaml::Kind::Mapping ? node.find(key) : nullptr;
    if (!value)
        return {};
    return {{definition.at.file, &value->resolved()}, definition.space};
}

std::vector<Schema> Types::branches(const Schema &list)
{
    std::vector<Schema> all;
    for (const auto *item : list.at.node->items)
        all.push_back({{list.at.file, &item->resolved()}, list.space});
    return all;
}

} // namespace meshwright::schema::avro
