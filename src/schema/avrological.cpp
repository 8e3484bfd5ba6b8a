// SPDX-License-Identifier: Apache-2.0
#include "schema/avrovalue.h"

#include "text/suggestion.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace meshwright::schema::avro {

namespace {

using Answer = std::optional<Misfit>;

struct LogicalType
{
    std::string_view name;
    std::array<Form, 2> bases; ///< Unknown: no second one
    int fixedSize = 0;         ///< of a fixed, where it is given
    std::string_view wanted;
};

/// Source: the chapter "Logical Types" of the Apache Avro 1.12 specification.
constexpr std::array<LogicalType, 13> logicalTypes{{
    {"decimal", {Form::Bytes, Form::Fixed}, 0, "bytes or a fixed"},
    {"big-decimal", {Form::Bytes, Form::Unknown}, 0, "bytes"},
    {"uuid", {Form::String, Form::Fixed}, 16, "string or a fixed of size 16"},
    {"date", {Form::Int, Form::Unknown}, 0, "int"},
    {"time-millis", {Form::Int, Form::Unknown}, 0, "int"},
    {"time-micros", {Form::Long, Form::Unknown}, 0, "long"},
    {"timestamp-millis", {Form::Long, Form::Unknown}, 0, "long"},
    {"timestamp-micros", {Form::Long, Form::Unknown}, 0, "long"},
    {"timestamp-nanos", {Form::Long, Form::Unknown}, 0, "long"},
    {"local-timestamp-millis", {Form::Long, Form::Unknown}, 0, "long"},
    {"local-timestamp-micros", {Form::Long, Form::Unknown}, 0, "long"},
    {"local-timestamp-nanos", {Form::Long, Form::Unknown}, 0, "long"},
    {"duration", {Form::Fixed, Form::Unknown}, 12, "a fixed of size 12"},
}};

Misfit warning(const yaml::Node &at, std::string message)
{
    return {&at, std::move(message) + " Readers will ignore the logical type.", false};
}

std::optional<std::int64_t> integerAt(const yaml::Node &schema, std::string_view key)
{
    const auto *value = schema.find(key);
    return value ? value->asInteger() : std::nullopt;
}

const yaml::Node &at(const yaml::Node &schema, std::string_view key)
{
    const auto *value = schema.find(key);
    return value ? value->resolved() : schema;
}

/// Digits that a signed number of so many bytes can always hold.
std::int64_t digitsOf(std::int64_t bytes)
{
    return static_cast<std::int64_t>(
        std::floor(std::log10(2.0) * (8.0 * static_cast<double>(bytes) - 1.0)));
}

Answer decimalMisfit(const yaml::Node &schema, Form form)
{
    const auto precision = integerAt(schema, "precision");
    const auto scale = schema.find("scale") ? integerAt(schema, "scale") : 0;
    const auto size = form == Form::Fixed ? integerAt(schema, "size") : std::nullopt;
    if (!precision && !schema.find("precision"))
        return warning(at(schema, "logicalType"),
                       "A decimal needs 'precision', its number of digits.");
    if (!precision || *precision < 1)
        return warning(at(schema, "precision"),
                       "The precision of a decimal is a whole number of at least 1.");
    if (size && *size > 0 && *precision > digitsOf(*size))
        return warning(at(schema, "precision"), "A fixed of size " + std::to_string(*size) +
                                                    " holds " + std::to_string(digitsOf(*size)) +
                                                    " digits at the most, not " +
                                                    std::to_string(*precision) + ".");
    if (!scale || *scale < 0 || *scale > *precision)
        return warning(at(schema, "scale"),
                       "The scale of a decimal is a whole number from 0 to its precision, " +
                           std::to_string(*precision) + ".");
    return std::nullopt;
}

/// An unknown logical type may be one of a company's own; a near miss is none.
Answer unknownMisfit(const yaml::Node &logical)
{
    std::vector<std::string> known;
    known.reserve(logicalTypes.size());
    for (const auto &each : logicalTypes)
        known.emplace_back(each.name);
    const auto meant = nearest(logical.value, known);
    if (!meant)
        return std::nullopt;
    return warning(logical, "Avro has no logical type " + shown(logical) + "." + didYouMean(meant));
}

} // namespace

std::optional<Misfit> logicalMisfit(const yaml::Node &schema, Form form)
{
    const auto &logical = at(schema, "logicalType");
    if (&logical == &schema)
        return std::nullopt;
    if (!logical.isString())
        return warning(logical, "A logical type is a name.");
    const auto known = std::find_if(logicalTypes.begin(), logicalTypes.end(),
                                    [&](const auto &each) { return each.name == logical.value; });
    if (known == logicalTypes.end())
        return unknownMisfit(logical);
    const bool hasBase = form == known->bases[0] || form == known->bases[1];
    const bool hasSize = form != Form::Fixed || known->fixedSize == 0 ||
                         integerAt(schema, "size") == known->fixedSize;
    if (!hasBase || !hasSize)
        return warning(logical, "The logical type '" + logical.text() + "' stands on " +
                                    std::string(known->wanted) + " only.");
    return known->name == "decimal" ? decimalMisfit(schema, form) : std::nullopt;
}

} // namespace meshwright::schema::avro
