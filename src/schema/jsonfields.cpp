// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/jsonfields.h"

#include "schema/fieldlist.h"

#include <algorithm>
#include <set>

namespace meshwright::schema {

namespace {

using Names = std::set<std::string, std::less<>>;

constexpr std::size_t deepest = 100;
constexpr std::size_t deepestText = 8; // array<array<…>>
constexpr std::size_t mostSteps = 50'000;

class FieldWalk
{
public:
    FieldWalk(const Reach &reach, std::vector<Field> &out)
        : m_reach(reach)
        , m_out(out)
    {}

    /// What lies in a value of this schema, without the value itself.
    void descend(const SchemaNode &written, const std::string &path)
    {
        const auto at = follow(written);
        if (!at)
            return;
        Names required;
        collectRequired(at, required, 0);
        walk(at, path, required);
    }

private:
    void walk(const SchemaNode &written, const std::string &path, const Names &required)
    {
        const auto at = follow(written);
        const bool isOpen = at && std::find(m_open.begin(), m_open.end(), at.node) != m_open.end();
        if (!at || isOpen || m_open.size() >= deepest || m_out.size() >= mostFields || !takeStep())
            return;
        m_open.push_back(at.node);
        addProperties(at, path, required);
        descendParts(at, path);
        for (const auto *key : {"allOf", "oneOf", "anyOf"})
            for (const auto &branch : listAt(at, key))
                walk(branch, path, required);
        m_open.pop_back();
    }

    void addProperties(const SchemaNode &at, const std::string &path, const Names &required)
    {
        const auto properties = follow(child(at, "properties"));
        if (!properties)
            return;
        for (const auto &entry : properties.node->mergedEntries()) {
            const auto name = entry.key->scalarText();
            if (!name || m_out.size() >= mostFields)
                continue;
            const SchemaNode schema{properties.file, &entry.value->resolved()};
            const auto inner = joinedPath(path, *name);
            if (m_paths.insert(inner).second)
                addField({properties.file, entry.key}, schema, inner, required.contains(*name));
            descend(schema, inner);
        }
    }

    void descendParts(const SchemaNode &at, const std::string &path)
    {
        const auto items = child(at, "items");
        if (items && items.node->kind == yaml::Kind::Mapping)
            descend(items, path + "[]");
        for (const auto &item : listAt(at, "items"))
            descend(item, path + "[]");
        descend(child(at, "additionalProperties"), path + "{}");
    }

    void addField(const SchemaNode &key, const SchemaNode &schema, const std::string &path,
                  bool isRequired)
    {
        Field field;
        field.path = path;
        field.type = typeText(schema, 0);
        field.isRequired = isRequired;
        field.isNullable = holdsNull(schema, 0);
        const auto at = follow(schema);
        for (const auto *each : {"description", "title"})
            for (const auto &source : {schema, at})
                if (const auto text = child(source, each); field.documentation.empty() && text)
                    field.documentation = text.node->scalarText().value_or("");
        annotateFrom(field, schema, 0);
        addValues(field, schema, 0);
        field.file = *key.file;
        field.range = key.node->range;
        m_out.push_back(std::move(field));
    }

    void annotateFrom(Field &field, const SchemaNode &written, std::size_t depth)
    {
        const auto at = follow(written);
        for (const auto &source : {written, at}) {
            if (!source || source.node->kind != yaml::Kind::Mapping)
                continue;
            for (const auto &entry : source.node->mergedEntries()) {
                const auto key = entry.key->scalarText().value_or("");
                if (key.starts_with("x-") || key == "tags")
                    annotate(field, key, flatText(*entry.value));
            }
        }
        if (!at || depth > deepestText || !takeStep())
            return;
        annotateFrom(field, child(at, "items"), depth + 1);
        for (const auto &branch : listAt(at, "allOf"))
            annotateFrom(field, branch, depth + 1);
    }

    /// What `enum` and `const` allow, of an array's items too.
    void addValues(Field &field, const SchemaNode &written, std::size_t depth)
    {
        const auto at = follow(written);
        if (!at || depth > deepestText || !takeStep())
            return;
        for (const auto &value : listAt(at, "enum"))
            field.values.push_back(flatText(*value.node));
        if (const auto value = child(at, "const"))
            field.values.push_back(flatText(*value.node));
        const auto items = child(at, "items");
        if (field.values.empty() && items && items.node->kind == yaml::Kind::Mapping)
            addValues(field, items, depth + 1);
        for (const auto &branch : listAt(at, "allOf"))
            if (field.values.empty())
                addValues(field, branch, depth + 1);
    }

    /// `required` of the schema, and of all that it holds by allOf.
    void collectRequired(const SchemaNode &written, Names &names, std::size_t depth)
    {
        const auto at = follow(written);
        if (!at || depth > deepestText || !takeStep())
            return;
        for (const auto &name : listAt(at, "required"))
            if (const auto text = name.node->scalarText())
                names.emplace(*text);
        for (const auto &branch : listAt(at, "allOf"))
            collectRequired(branch, names, depth + 1);
    }

    bool holdsNull(const SchemaNode &written, std::size_t depth)
    {
        const auto at = follow(written);
        if (!at || depth > deepestText || !takeStep())
            return false;
        if (const auto nullable = child(at, "nullable"))
            return nullable.node->asBool().value_or(false);
        if (const auto type = child(at, "type"); type && type.node->scalarText() == "null")
            return true;
        for (const auto &type : listAt(at, "type"))
            if (type.node->scalarText() == "null")
                return true;
        for (const auto *key : {"oneOf", "anyOf"})
            for (const auto &branch : listAt(at, key))
                if (holdsNull(branch, depth + 1))
                    return true;
        return false;
    }

    std::string typeText(const SchemaNode &written, std::size_t depth)
    {
        const auto at = follow(written);
        if (!at || depth > deepestText || !takeStep())
            return "any";
        if (const auto type = child(at, "type"); type && type.node->kind == yaml::Kind::Scalar)
            return type.node->value == "array" ? arrayText(at, depth) : type.node->text();
        std::vector<std::string> types;
        for (const auto &type : listAt(at, "type"))
            types.emplace_back(type.node->scalarText().value_or(""));
        for (const auto *key : {"oneOf", "anyOf", "allOf"})
            for (const auto &branch : listAt(at, key))
                types.push_back(typeText(branch, depth + 1));
        if (types.empty() && child(at, "items"))
            return arrayText(at, depth);
        return joined(types, child(at, "properties") ? "object" : "any");
    }

    std::string arrayText(const SchemaNode &at, std::size_t depth)
    {
        const auto items = child(at, "items");
        const bool isOne = items && items.node->kind == yaml::Kind::Mapping;
        return "array<" + (isOne ? typeText(items, depth + 1) : "any") + ">";
    }

    /// Without null, which the field tells apart, and each once.
    static std::string joined(const std::vector<std::string> &types, std::string_view otherwise)
    {
        Names seen{"null", "any", ""};
        std::string text;
        for (const auto &type : types)
            if (seen.insert(type).second)
                text += (text.empty() ? "" : " | ") + type;
        return text.empty() ? std::string(otherwise) : text;
    }

    SchemaNode follow(const SchemaNode &at) const
    {
        const auto *reference =
            at && at.node->kind == yaml::Kind::Mapping ? at.node->find("$ref") : nullptr;
        if (!reference || !reference->isString())
            return at;
        return m_reach.follow ? m_reach.follow(at) : SchemaNode{};
    }

    static SchemaNode child(const SchemaNode &at, std::string_view key)
    {
        const auto *value =
            at && at.node->kind == yaml::Kind::Mapping ? at.node->find(key) : nullptr;
        return value ? SchemaNode{at.file, &value->resolved()} : SchemaNode{};
    }

    static std::vector<SchemaNode> listAt(const SchemaNode &at, std::string_view key)
    {
        std::vector<SchemaNode> all;
        if (const auto list = child(at, key))
            for (const auto *item : list.node->items)
                all.push_back({list.file, &item->resolved()});
        return all;
    }

    /// Whether there is one left: aliases and references can multiply without bound.
    bool takeStep() { return m_steps > 0 && --m_steps > 0; }

    const Reach &m_reach;
    std::vector<Field> &m_out;
    Names m_paths;
    std::vector<const yaml::Node *> m_open;
    std::size_t m_steps = mostSteps;
};

} // namespace

std::vector<Field> jsonSchemaFields(const SchemaNode &schema, const Reach &reach)
{
    std::vector<Field> fields;
    FieldWalk(reach, fields).descend(schema, {});
    return fields;
}

} // namespace meshwright::schema
