// SPDX-License-Identifier: Apache-2.0
// What a message that is yet to be written says of its payload.
#include "modelling/specwriter.h"

#include <algorithm>
#include <array>

namespace meshwright::modelling {

namespace {

using Entries = yaml::Value::Entries;

constexpr std::array<std::string_view, 6> jsonTypes{"string",  "integer", "number",
                                                    "boolean", "object",  "array"};

} // namespace

std::optional<std::string> fieldFault(const NewField &field)
{
    if (field.name.empty() || field.name.find('\n') != std::string::npos)
        return "A field has a name on one line, such as orderId.";
    if (std::find(jsonTypes.begin(), jsonTypes.end(), field.type) == jsonTypes.end())
        return "'" + field.type +
               "' is no type of JSON Schema: choose string, integer, number, "
               "boolean, object or array.";
    return std::nullopt;
}

std::optional<std::string> messageFault(const NewMessage &message)
{
    if (message.name.empty() || message.name.find('\n') != std::string::npos)
        return "A message has a name on one line, such as OrderPlaced.";
    if (const auto *fields = std::get_if<std::vector<NewField>>(&message.payload))
        for (const auto &field : *fields)
            if (auto fault = fieldFault(field))
                return fault;
    return std::nullopt;
}

yaml::Value fieldSchema(const NewField &field)
{
    Entries schema{{"type", field.type}};
    if (!field.description.empty())
        schema.emplace_back("description", field.description);
    return schema;
}

yaml::Value objectSchema(const std::vector<NewField> &fields)
{
    Entries schema{{"type", "object"}};
    yaml::Value::Items required;
    Entries properties;
    for (const auto &field : fields) {
        if (field.isRequired)
            required.emplace_back(field.name);
        properties.emplace_back(field.name, fieldSchema(field));
    }
    if (!required.empty())
        schema.emplace_back("required", std::move(required));
    if (!properties.empty())
        schema.emplace_back("properties", std::move(properties));
    return schema;
}

std::string formatOfFile(const std::string &reference)
{
    const auto file = reference.substr(0, reference.find('#'));
    if (file.ends_with(".avsc"))
        return "application/vnd.apache.avro;version=1.9.0";
    if (file.ends_with(".proto"))
        return "application/vnd.google.protobuf;version=3";
    return {};
}

void addPayload(Entries &message, int major, const std::string &format, yaml::Value schema)
{
    if (format.empty()) {
        message.emplace_back("payload", std::move(schema));
    } else if (major == 2) {
        message.emplace_back("schemaFormat", yaml::Quoted{format});
        message.emplace_back("payload", std::move(schema));
    } else {
        message.emplace_back("payload", Entries{{"schemaFormat", yaml::Quoted{format}},
                                                {"schema", std::move(schema)}});
    }
}

} // namespace meshwright::modelling
