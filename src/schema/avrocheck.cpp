// SPDX-License-Identifier: Apache-2.0
#include "schema/avrocheck.h"

#include "meshwright/schema/avro.h"
#include "schema/avrovalue.h"

namespace meshwright::schema {

namespace avro {

namespace {

constexpr std::size_t deepest = 250; // references may nest deeper than any document

std::string quoted(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

bool isInside(const SchemaNode &inner, const SchemaNode &outer)
{
    return *inner.file == *outer.file && outer.node->range.begin <= inner.node->range.begin &&
           inner.node->range.end <= outer.node->range.end;
}

void collectDefinitions(const yaml::Node &node, std::string space,
                        std::map<std::string, const yaml::Node *> &all)
{
    if (node.kind == yaml::Kind::Mapping && isNamed(formOf(textAt(node, "type")))) {
        auto name = fullNameOf(node, space);
        space = spaceOf(name);
        if (isFullName(name))
            all.emplace(std::move(name), &node);
    }
    for (const auto *item : node.items)
        collectDefinitions(*item, space, all);
    for (const auto &entry : node.entries)
        collectDefinitions(*entry.value, space, all);
}

} // namespace

void Check::report(std::string_view id, const SchemaNode &at, std::string message, bool isError)
{
    m_out.push_back(
        {std::string(id), std::move(message), *at.file, at.node->range, at.node, isError});
}

std::vector<PayloadFault> Check::run(const SchemaNode &root)
{
    reach(root);
    settleOpenNames();
    return std::move(m_out);
}

void Check::reach(const SchemaNode &root)
{
    m_root = m_types.follow(root);
    if (m_root)
        checkSchema({m_root, {}});
}

void Check::checkSchema(const Schema &written)
{
    const auto schema = m_types.follow(written);
    if (!schema)
        return;
    if (m_depth >= deepest) {
        report("avro/too-deep", written.at, "The schema is nested too deeply, or without end.");
        return;
    }
    ++m_depth;
    const bool isScalar = schema.at.node->kind == yaml::Kind::Scalar;
    if (isScalar)
        checkScalar(schema);
    else if (m_seen.emplace(schema.at.node, schema.space).second) {
        if (schema.at.node->kind == yaml::Kind::Sequence)
            checkUnion(schema);
        else
            checkObject(schema);
    }
    --m_depth;
}

void Check::checkScalar(const Schema &schema)
{
    const auto &node = *schema.at.node;
    const auto text = node.asString().value_or("");
    if (node.isNull() && !node.value.empty())
        report("avro/unquoted-null", schema.at,
               "null without quotes is no text in YAML. Write 'null' with quotes.");
    else if (!node.isString() || text.empty())
        report("avro/not-a-schema", schema.at,
               shown(node) + " is no Avro schema: write a type's name, an object with 'type', or "
                             "a list of schemas.");
    else if (text.front() == '{' || text.front() == '[')
        report("avro/not-a-schema", schema.at,
               "The schema stands in a text here. Write it as YAML or JSON, without the quotes "
               "around it.");
    else
        checkName(schema, node);
}

void Check::checkName(const Schema &schema, const yaml::Node &name)
{
    const auto form = formOf(name.value);
    if (isPrimitive(form))
        return;
    const SchemaNode at{schema.at.file, &name};
    if (form != Form::Unknown) {
        report("avro/not-a-schema", at,
               quoted(name.value) + " alone is no schema: write an object with \"type\": \"" +
                   name.text() + "\" and what belongs to it.");
        return;
    }
    const auto names = candidates(name.value, schema.space);
    for (const auto &each : names)
        if (m_types.find(each))
            return;
    if (!findElsewhere(at, names))
        m_open.push_back({at, name.text(), schema.space});
}

bool Check::findElsewhere(const SchemaNode &at, const std::vector<std::string> &names)
{
    if (!m_types.reach().avroType)
        return false;
    for (const auto &each : names) {
        const auto found = m_types.reach().avroType(*at.file, each);
        if (!found || isInside(found, m_root))
            continue;
        checkSchema({found, spaceOf(each)});
        return true;
    }
    return false;
}

void Check::settleOpenNames()
{
    for (const auto &open : m_open)
        settle(open);
}

void Check::settle(const OpenName &open)
{
    for (const auto &each : candidates(open.name, open.space))
        if (m_types.find(each)) {
            report("avro/used-before-defined", open.at,
                   quoted(open.name) +
                       " is used before it is defined. Avro reads from top to bottom: move the "
                       "definition here, and leave the name where it was.");
            return;
        }
    report("avro/unknown-type", open.at,
           "There is no Avro type " + quoted(open.name) + "." + suggestion(open));
}

std::string Check::suggestion(const OpenName &open)
{
    if (const auto meant = meantBy(open))
        return didYouMean(meant);
    const auto fullName = candidates(open.name, open.space).front();
    return isFullName(open.name) ? " Define it above, or in a file " +
                                       avroFileNames(fullName).front() + " beside this one."
                                 : std::string();
}

std::optional<std::string> Check::meantBy(const OpenName &open)
{
    if (m_suggestions.areSpent())
        return std::nullopt;
    std::vector<std::string> near{"null",  "boolean", "int",   "long",
                                  "float", "double",  "bytes", "string"};
    auto all = m_types.names();
    if (m_types.reach().avroNames)
        for (auto &name : m_types.reach().avroNames())
            all.push_back(std::move(name));
    for (const auto &name : all)
        if (spaceOf(name) == open.space)
            near.push_back(open.space.empty() ? name : name.substr(open.space.size() + 1));
    auto meant = m_suggestions.nearest(open.name, near);
    if (!meant)
        meant = m_suggestions.nearest(candidates(open.name, open.space).front(), all);
    return meant;
}

void Check::checkUnion(const Schema &schema)
{
    std::set<std::string, std::less<>> names;
    for (const auto &branch : Types::branches(schema)) {
        const auto type = m_types.typeOf(branch);
        if (type.form == Form::Union) {
            report("avro/nested-union", branch.at,
                   "A union can't hold a union: write its types into the outer one.");
            continue;
        }
        checkSchema(branch);
        if (type.form != Form::Unknown && !names.insert(type.name).second)
            report("avro/union-duplicate", branch.at,
                   quoted(type.name) + " stands in this union twice, and a reader couldn't tell "
                                       "the two apart. Remove one, or give each a record of its "
                                       "own.");
    }
}

void Check::checkObject(const Schema &schema)
{
    const auto type = Types::child(schema, "type");
    const auto form = formOf(textAt(*schema.at.node, "type"));
    if (!type)
        report("avro/no-type", schema.at, "An Avro schema needs 'type'.");
    else if (type.at.node->kind != yaml::Kind::Scalar)
        report("avro/not-a-schema", type.at,
               "'type' is a name here. Write this schema in place of the object around it.");
    else if (!type.at.node->isString())
        checkScalar(type);
    else if (isNamed(form))
        checkDefinition(schema, form);
    else if (form == Form::Array)
        checkPart(schema, "items", "An array");
    else if (form == Form::Map)
        checkPart(schema, "values", "A map");
    else
        checkName(schema, *type.at.node);
    checkLogicalType(schema);
}

void Check::checkPart(const Schema &schema, std::string_view key, std::string_view owner)
{
    if (const auto part = Types::child(schema, key))
        checkSchema(part);
    else
        report("avro/no-" + std::string(key), schema.at,
               std::string(owner) + " needs '" + std::string(key) + "', the schema of " +
                   (key == "items" ? "what it holds." : "its values."));
}

void Check::checkLogicalType(const Schema &schema)
{
    const auto type = m_types.typeOf(schema);
    if (const auto misfit = logicalMisfit(*schema.at.node, type.form))
        report("avro/logical-type", {schema.at.file, misfit->value}, misfit->message, false);
}

} // namespace avro

std::vector<PayloadFault> checkAvro(const SchemaNode &schema, const Reach &reach)
{
    avro::Types types(reach);
    return avro::Check(types).run(schema);
}

void reachAvroTypes(const SchemaNode &schema, const Reach &reach)
{
    avro::Types types(reach);
    avro::Check(types).reach(schema);
}

std::vector<std::string> avroFileNames(std::string_view fullName)
{
    const auto space = avro::spaceOf(fullName);
    std::vector<std::string> names{std::string(fullName) + ".avsc"};
    if (!space.empty())
        names.push_back(std::string(fullName.substr(space.size() + 1)) + ".avsc");
    return names;
}

std::map<std::string, const yaml::Node *> avroDefinitions(const yaml::Node &root)
{
    std::map<std::string, const yaml::Node *> all;
    avro::collectDefinitions(root, {}, all);
    return all;
}

} // namespace meshwright::schema
