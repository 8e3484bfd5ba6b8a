// SPDX-License-Identifier: Apache-2.0
#include "schema/avrovalue.h"

#include "text/utf8.h"

#include <algorithm>
#include <limits>

namespace meshwright::schema::avro {

namespace {

using Answer = std::optional<Misfit>;

/// Unions of records that hold each other can be tried in very many ways: what is left when the
/// steps are used up passes for fitting.
struct Walk
{
    const Types &types;
    std::size_t steps = 10'000;
};

Answer noFit(const yaml::Node &value, std::string_view wanted)
{
    return Misfit{&value, "The default " + shown(value) + " is not " + std::string(wanted) + "."};
}

/// The characters of a text that stands for bytes, or nothing where one is no byte.
std::optional<std::size_t> byteCount(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += utf8::length(text[i]), ++count)
        if (utf8::decode(text, i) > 0xFF)
            return std::nullopt;
    return count;
}

Answer bytesMisfit(const yaml::Node &value)
{
    if (!value.isString())
        return noFit(value, "a text, whose characters stand for bytes");
    if (!byteCount(value.value))
        return noFit(value, "made of the characters U+0000 to U+00FF, which stand for bytes");
    return std::nullopt;
}

Answer integerMisfit(const yaml::Node &value, bool isInt)
{
    const auto number = value.asInteger();
    if (!number)
        return noFit(value, isInt ? "a whole number of 32 bits" : "a whole number of 64 bits");
    const bool fits = *number >= std::numeric_limits<std::int32_t>::min() &&
                      *number <= std::numeric_limits<std::int32_t>::max();
    return fits || !isInt ? Answer{} : noFit(value, "a whole number of 32 bits: the type is int");
}

Answer primitiveMisfit(Form form, const yaml::Node &value)
{
    switch (form) {
    case Form::Null:
        return value.isNull() ? Answer{} : noFit(value, "null");
    case Form::Boolean:
        return value.asBool() ? Answer{} : noFit(value, "true or false");
    case Form::Int:
    case Form::Long:
        return integerMisfit(value, form == Form::Int);
    case Form::Float:
    case Form::Double:
        return value.asNumber() ? Answer{} : noFit(value, "a number");
    case Form::Bytes:
        return bytesMisfit(value);
    case Form::String:
        return value.isString() ? Answer{} : noFit(value, "a text");
    case Form::Unknown:
    case Form::Record:
    case Form::Enum:
    case Form::Fixed:
    case Form::Array:
    case Form::Map:
    case Form::Union:
        break;
    }
    return std::nullopt;
}

Answer misfitOf(Walk &walk, const Type &type, const yaml::Node &value);

Answer enumMisfit(Walk &walk, const Type &type, const yaml::Node &value)
{
    const auto symbols = walk.types.follow(Types::child(type.schema, "symbols"));
    if (!symbols || symbols.at.node->kind != yaml::Kind::Sequence)
        return std::nullopt;
    const auto &all = symbols.at.node->items;
    const bool isThere = value.isString() && std::any_of(all.begin(), all.end(), [&](auto *each) {
                             return each->scalarText() == value.scalarText();
                         });
    return isThere ? Answer{} : noFit(value, "a symbol of the enum '" + type.name + "'");
}

Answer fixedMisfit(const Type &type, const yaml::Node &value)
{
    if (auto misfit = bytesMisfit(value))
        return misfit;
    const auto *size = type.schema.at.node->find("size");
    const auto wanted = size ? size->asInteger() : std::nullopt;
    const auto found = static_cast<std::int64_t>(*byteCount(value.value));
    if (!wanted || *wanted == found)
        return std::nullopt;
    return noFit(value, std::to_string(*wanted) + " bytes long, as the fixed '" + type.name +
                            "' is, but " + std::to_string(found));
}

Answer recordMisfit(Walk &walk, const Type &type, const yaml::Node &value)
{
    if (value.kind != yaml::Kind::Mapping)
        return noFit(value, "an object with the fields of the record '" + type.name + "'");
    const auto fields = walk.types.follow(Types::child(type.schema, "fields"));
    if (!fields || fields.at.node->kind != yaml::Kind::Sequence)
        return std::nullopt;
    for (const auto &written : Types::branches(fields)) {
        const auto field = walk.types.follow(written);
        if (!field || field.at.node->kind != yaml::Kind::Mapping)
            continue;
        const auto name = textAt(*field.at.node, "name");
        const auto *given = value.find(name);
        if (!given && !field.at.node->find("default"))
            return Misfit{&value, "The default leaves out '" + std::string(name) +
                                      "', which the record '" + type.name +
                                      "' needs: it has no default of its own."};
        if (!given)
            continue;
        const auto fieldType = walk.types.typeOf(Types::child(field, "type"));
        if (auto misfit = misfitOf(walk, fieldType, given->resolved()))
            return misfit;
    }
    return std::nullopt;
}

/// Each value of a list or of an object.
Answer partsMisfit(Walk &walk, const Type &type, const yaml::Node &value)
{
    const bool isArray = type.form == Form::Array;
    if (value.kind != (isArray ? yaml::Kind::Sequence : yaml::Kind::Mapping))
        return noFit(value, isArray ? "a list" : "an object");
    const auto part = walk.types.typeOf(Types::child(type.schema, isArray ? "items" : "values"));
    for (const auto *item : value.items)
        if (auto misfit = misfitOf(walk, part, item->resolved()))
            return misfit;
    for (const auto &entry : value.entries)
        if (auto misfit = misfitOf(walk, part, entry.value->resolved()))
            return misfit;
    return std::nullopt;
}

std::string listed(const std::vector<Type> &branches)
{
    std::string text;
    for (const auto &branch : branches)
        text += (text.empty() ? "" : ", ") + branch.name;
    return text;
}

/// Avro 1.12 takes a default that fits any branch. Its readers before that took the first branch's
/// alone, and many of them are in use: a warning.
Misfit laterBranch(const yaml::Node &value, const std::string &branch)
{
    return {&value,
            "The default " + shown(value) + " fits '" + branch +
                "', which is not the first type of the union. Avro before 1.12 refuses it: put '" +
                branch + "' first.",
            false};
}

Answer unionMisfit(Walk &walk, const Type &type, const yaml::Node &value)
{
    std::vector<Type> branches;
    Answer first;
    for (const auto &branch : Types::branches(type.schema)) {
        branches.push_back(walk.types.typeOf(branch));
        auto misfit = misfitOf(walk, branches.back(), value);
        const bool fits = !misfit || !misfit->isError;
        if (branches.size() == 1)
            first = std::move(misfit);
        if (fits)
            return branches.size() == 1 ? first : laterBranch(value, branches.back().name);
    }
    if (branches.size() < 2)
        return first;
    return noFit(value, "of any type of the union: " + listed(branches));
}

Answer misfitOf(Walk &walk, const Type &type, const yaml::Node &value)
{
    if (walk.steps == 0)
        return std::nullopt;
    --walk.steps;
    switch (type.form) {
    case Form::Record:
        return recordMisfit(walk, type, value);
    case Form::Enum:
        return enumMisfit(walk, type, value);
    case Form::Fixed:
        return fixedMisfit(type, value);
    case Form::Array:
    case Form::Map:
        return partsMisfit(walk, type, value);
    case Form::Union:
        return unionMisfit(walk, type, value);
    case Form::Unknown:
    case Form::Null:
    case Form::Boolean:
    case Form::Int:
    case Form::Long:
    case Form::Float:
    case Form::Double:
    case Form::Bytes:
    case Form::String:
        return primitiveMisfit(type.form, value);
    }
    return std::nullopt;
}

} // namespace

std::string shown(const yaml::Node &value)
{
    constexpr std::size_t longest = 40;
    if (value.kind == yaml::Kind::Sequence)
        return "list";
    if (value.kind == yaml::Kind::Mapping)
        return "object";
    if (value.isNull())
        return "null";
    std::string text = value.text();
    if (text.size() > longest) {
        auto end = longest;
        while (utf8::isContinuation(text[end]))
            --end;
        text = text.substr(0, end) + "…";
    }
    return value.isString() ? "'" + text + "'" : text;
}

std::optional<Misfit> defaultMisfit(const Types &types, const Schema &type, const yaml::Node &value)
{
    Walk walk{types};
    return misfitOf(walk, types.typeOf(type), value);
}

} // namespace meshwright::schema::avro
