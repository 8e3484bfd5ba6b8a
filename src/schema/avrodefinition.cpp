// SPDX-License-Identifier: Apache-2.0
#include "schema/avrocheck.h"

#include "schema/avrovalue.h"
#include "text/suggestion.h"

namespace meshwright::schema::avro {

namespace {

constexpr std::string_view nameRule = "letters, digits and '_', and no digit first";

std::string quoted(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

/// What a YAML reader makes of a word without quotes, where a name is wanted.
std::string notText(const yaml::Node &node)
{
    const bool isPlain = node.kind == yaml::Kind::Scalar && !node.isString() && !node.value.empty();
    return isPlain ? " Write it in quotes, if it is meant as a text." : "";
}

} // namespace

Schema Check::listAt(const Schema &owner, std::string_view key, std::string_view what)
{
    const auto written = Types::child(owner, key);
    if (!written) {
        report("avro/no-" + std::string(key), owner.at,
               std::string(what) + " needs " + quoted(key) + ", a list.");
        return {};
    }
    const auto list = m_types.follow(written);
    if (list && list.at.node->kind != yaml::Kind::Sequence) {
        report("avro/not-a-list", list.at, quoted(key) + " is a list.");
        return {};
    }
    return list;
}

void Check::checkDefinition(const Schema &schema, Form form)
{
    const auto *known = m_types.find(fullNameOf(*schema.at.node, schema.space));
    if (known && known->at.node == schema.at.node)
        return;
    checkDefinedName(schema);
    const auto inside = m_types.typeOf(schema).schema;
    checkAliases(inside, true);
    if (form == Form::Record)
        checkFields(inside);
    else if (form == Form::Enum)
        checkSymbols(inside);
    else
        checkSize(inside);
}

void Check::checkDefinedName(const Schema &schema)
{
    const auto name = Types::child(schema, "name");
    const auto space = Types::child(schema, "namespace");
    const auto type = quoted(textAt(*schema.at.node, "type"));
    if (!name) {
        report("avro/no-name", schema.at, "An Avro " + type + " needs 'name'.");
        return;
    }
    if (!name.at.node->isString() || !isFullName(name.at.node->value)) {
        report("avro/name", name.at,
               shown(*name.at.node) + " is no Avro name: a name has " + std::string(nameRule) +
                   "; dots join the names of a namespace." + notText(*name.at.node));
        return;
    }
    const bool hasOwnSpace = name.at.node->value.find('.') != std::string::npos;
    if (space && !hasOwnSpace &&
        (!space.at.node->isString() || !isFullName(space.at.node->value)) &&
        !space.at.node->value.empty())
        report("avro/namespace", space.at,
               shown(*space.at.node) + " is no namespace: names of " + std::string(nameRule) +
                   ", joined by dots." + notText(*space.at.node));
    const auto fullName = fullNameOf(*schema.at.node, schema.space);
    const auto parent = spaceOf(fullName);
    const auto simple = parent.empty() ? fullName : fullName.substr(parent.size() + 1);
    if (isPrimitive(formOf(simple)))
        report("avro/name", name.at,
               quoted(simple) + " is a type of Avro's own: give this one another name.");
    else if (!m_types.define(fullName, {schema.at, parent}))
        report("avro/redefined", name.at,
               quoted(fullName) + " is defined already. Define it once, and write its name where "
                                  "it is used again.");
}

void Check::checkAliases(const Schema &owner, bool areFull)
{
    if (!Types::child(owner, "aliases"))
        return;
    const auto list = listAt(owner, "aliases", "A type");
    if (!list)
        return;
    for (const auto &alias : Types::branches(list)) {
        const auto text = alias.at.node->asString().value_or("");
        if (areFull ? !isFullName(text) : !isName(text))
            report("avro/name", alias.at,
                   shown(*alias.at.node) + " is no Avro name: an alias has " +
                       std::string(nameRule) + "." + notText(*alias.at.node));
    }
}

void Check::checkFields(const Schema &record)
{
    const auto list = listAt(record, "fields", "A record");
    if (!list)
        return;
    std::set<std::string, std::less<>> names;
    for (const auto &written : Types::branches(list)) {
        const auto field = m_types.follow(written);
        if (!field)
            continue;
        if (field.at.node->kind == yaml::Kind::Mapping)
            checkField(field, names);
        else
            report("avro/field", field.at, "A field is an object with 'name' and 'type'.");
    }
}

void Check::checkField(const Schema &field, std::set<std::string, std::less<>> &names)
{
    const auto name = Types::child(field, "name");
    if (!name)
        report("avro/no-name", field.at, "A field needs 'name'.");
    else if (!name.at.node->isString() || !isName(name.at.node->value))
        report("avro/name", name.at,
               shown(*name.at.node) + " is no Avro name: a field's name has " +
                   std::string(nameRule) + "." + notText(*name.at.node));
    else if (!names.insert(name.at.node->text()).second)
        report("avro/field-duplicate", name.at,
               "The record has a field " + quoted(name.at.node->value) +
                   " already. Rename one of the two.");
    checkAliases(field, false);
    checkOrder(field);
    checkFieldType(field);
}

void Check::checkFieldType(const Schema &field)
{
    const auto type = Types::child(field, "type");
    if (!type) {
        report("avro/no-type", field.at, "A field needs 'type'.");
        return;
    }
    checkSchema(type);
    checkDefault(field, type);
    const auto logical = Types::child(field, "logicalType");
    const bool isInType = Types::child(type, "logicalType").at.node != nullptr;
    if (logical && !isInType)
        report("avro/logical-type", logical.at,
               "'logicalType' stands on the field, where readers ignore it. Write it into the "
               "type: {\"type\": …, \"logicalType\": …}.",
               false);
}

void Check::checkOrder(const Schema &field)
{
    const auto order = Types::child(field, "order");
    if (!order)
        return;
    const auto text = order.at.node->asString().value_or("");
    if (text == "ascending" || text == "descending" || text == "ignore")
        return;
    report("avro/order", order.at,
           "'order' is ascending, descending or ignore, not " + shown(*order.at.node) + "." +
               didYouMean(nearest(text, {"ascending", "descending", "ignore"})));
}

void Check::checkDefault(const Schema &field, const Schema &type)
{
    const auto value = Types::child(field, "default");
    if (!value)
        return;
    if (const auto misfit = defaultMisfit(m_types, type, *value.at.node))
        report("avro/default", {field.at.file, misfit->value}, misfit->message, misfit->isError);
}

void Check::checkSymbols(const Schema &definition)
{
    const auto list = listAt(definition, "symbols", "An enum");
    if (!list)
        return;
    std::vector<std::string> symbols;
    std::set<std::string, std::less<>> seen;
    for (const auto &symbol : Types::branches(list)) {
        const auto text = std::string(symbol.at.node->asString().value_or(""));
        if (!isName(text))
            report("avro/symbol", symbol.at,
                   shown(*symbol.at.node) + " is no symbol: a symbol has " + std::string(nameRule) +
                       "." + notText(*symbol.at.node));
        else if (!seen.insert(text).second)
            report("avro/symbol-duplicate", symbol.at,
                   "The enum has " + quoted(text) + " already. Remove one of the two.");
        symbols.push_back(text);
    }
    const auto value = Types::child(definition, "default");
    const auto text = std::string(value ? value.at.node->asString().value_or("") : "");
    if (value && !seen.contains(text))
        report("avro/enum-default", value.at,
               "The default " + shown(*value.at.node) + " is not among the enum's symbols." +
                   didYouMean(nearest(text, symbols)));
}

void Check::checkSize(const Schema &definition)
{
    const auto size = Types::child(definition, "size");
    if (!size)
        report("avro/no-size", definition.at, "A fixed needs 'size', its number of bytes.");
    else if (size.at.node->asInteger().value_or(-1) < 0)
        report("avro/size", size.at,
               "The size of a fixed is a whole number of bytes, not " + shown(*size.at.node) + ".");
}

} // namespace meshwright::schema::avro
