// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/avro.h"

#include "schema/avrocheck.h"
#include "schema/fieldlist.h"

#include <algorithm>

namespace meshwright::schema {

namespace avro {

namespace {

constexpr std::size_t deepest = 100;
constexpr std::size_t deepestText = 8; // array<map<array<…>>>
constexpr std::size_t mostSteps = 200'000;

class FieldWalk
{
public:
    FieldWalk(const Types &types, std::vector<Field> &out)
        : m_types(types)
        , m_out(out)
    {}

    /// What lies in a value of this schema, without the value itself.
    void descend(const Schema &schema, const std::string &path)
    {
        if (m_out.size() >= mostFields || m_open.size() >= deepest || !takeStep())
            return;
        const auto type = m_types.typeOf(schema);
        const bool isOpen =
            std::find(m_open.begin(), m_open.end(), type.schema.at.node) != m_open.end();
        if (!type.schema || isOpen)
            return;
        m_open.push_back(type.schema.at.node);
        if (type.form == Form::Record)
            addFields(type.schema, path);
        else if (type.form == Form::Array)
            descend(Types::child(type.schema, "items"), path + "[]");
        else if (type.form == Form::Map)
            descend(Types::child(type.schema, "values"), path + "{}");
        else if (type.form == Form::Union)
            for (const auto &branch : Types::branches(type.schema))
                descend(branch, path);
        m_open.pop_back();
    }

private:
    /// Whether there is one left: aliases and references can multiply without bound.
    bool takeStep() { return m_steps > 0 && --m_steps > 0; }

    void addFields(const Schema &record, const std::string &path)
    {
        const auto list = m_types.follow(Types::child(record, "fields"));
        if (!list || list.at.node->kind != yaml::Kind::Sequence)
            return;
        for (const auto &written : Types::branches(list)) {
            const auto field = m_types.follow(written);
            if (!field || field.at.node->kind != yaml::Kind::Mapping)
                continue;
            if (m_out.size() >= mostFields)
                return;
            addField(field, path);
        }
    }

    void addField(const Schema &at, const std::string &path)
    {
        const auto &node = *at.at.node;
        const auto type = Types::child(at, "type");
        const auto name = Types::child(at, "name");
        Field field;
        field.path = joinedPath(path, textAt(node, "name"));
        field.type = typeText(type, 0);
        field.documentation = textAt(node, "doc");
        field.isRequired = !node.find("default");
        field.isNullable = holdsNull(type);
        annotateOthers(field, node, {"name", "type", "doc", "default", "order", "aliases"});
        annotateFromType(field, type, 0);
        addValues(field, type, 0);
        field.file = *at.at.file;
        field.range = name ? name.at.node->range : node.range;
        m_out.push_back(field);
        descend(type, field.path);
    }

    bool holdsNull(const Schema &schema) const
    {
        const auto type = m_types.typeOf(schema);
        if (type.form != Form::Union)
            return type.form == Form::Null;
        const auto branches = Types::branches(type.schema);
        return std::any_of(branches.begin(), branches.end(), [&](const Schema &branch) {
            return m_types.typeOf(branch).form == Form::Null;
        });
    }

    std::string typeText(const Schema &schema, std::size_t depth)
    {
        const auto type = m_types.typeOf(schema);
        if (depth > deepestText || !takeStep())
            return "…";
        if (type.form == Form::Array || type.form == Form::Map) {
            const bool isArray = type.form == Form::Array;
            return (isArray ? "array<" : "map<") +
                   typeText(Types::child(type.schema, isArray ? "items" : "values"), depth + 1) +
                   ">";
        }
        return type.form == Form::Union ? unionText(type.schema, depth) : type.name;
    }

    /// Without null, which the field tells apart.
    std::string unionText(const Schema &list, std::size_t depth)
    {
        std::string text;
        for (const auto &branch : Types::branches(list))
            if (m_types.typeOf(branch).form != Form::Null)
                text += (text.empty() ? "" : " | ") + typeText(branch, depth + 1);
        return text.empty() ? "null" : text;
    }

    /// The symbols of an enum, also of one in an array, a map or a union.
    void addValues(Field &field, const Schema &schema, std::size_t depth)
    {
        if (depth > deepestText || !takeStep())
            return;
        const auto type = m_types.typeOf(schema);
        if (type.form == Form::Array)
            addValues(field, Types::child(type.schema, "items"), depth + 1);
        else if (type.form == Form::Map)
            addValues(field, Types::child(type.schema, "values"), depth + 1);
        else if (type.form == Form::Union)
            for (const auto &branch : Types::branches(type.schema))
                addValues(field, branch, depth + 1);
        if (type.form != Form::Enum)
            return;
        field.takesUnknownValues = type.schema.at.node->find("default") != nullptr;
        if (const auto symbols = m_types.follow(Types::child(type.schema, "symbols")))
            for (const auto *symbol : symbols.at.node->items)
                field.values.emplace_back(symbol->resolved().scalarText().value_or(""));
    }

    /// A mark on a type is a mark on the fields of that type.
    void annotateFromType(Field &field, const Schema &schema, std::size_t depth)
    {
        const auto written = m_types.follow(schema);
        if (!written || depth > deepestText || !takeStep())
            return;
        const auto type = m_types.typeOf(schema);
        for (const auto *node : {written.at.node, type.schema.at.node})
            if (node && node->kind == yaml::Kind::Mapping)
                annotateOthers(field, *node,
                               {"name", "type", "namespace", "doc", "default", "order", "aliases",
                                "fields", "symbols", "items", "values", "size"});
        if (type.form == Form::Array)
            annotateFromType(field, Types::child(type.schema, "items"), depth + 1);
        else if (type.form == Form::Map)
            annotateFromType(field, Types::child(type.schema, "values"), depth + 1);
        else if (type.form == Form::Union)
            for (const auto &branch : Types::branches(type.schema))
                annotateFromType(field, branch, depth + 1);
    }

    const Types &m_types;
    std::vector<Field> &m_out;
    std::vector<const yaml::Node *> m_open;
    std::size_t m_steps = mostSteps;
};

} // namespace

} // namespace avro

std::vector<Field> avroFields(const SchemaNode &schema, const Reach &reach)
{
    avro::Types types(reach);
    avro::Check(types).run(schema); // finds what is defined
    std::vector<Field> fields;
    avro::FieldWalk(types, fields).descend({schema, {}}, {});
    return fields;
}

} // namespace meshwright::schema
