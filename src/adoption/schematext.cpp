// SPDX-License-Identifier: Apache-2.0
#include "adoption/schematext.h"

#include "meshwright/compare/schemacompatibility.h"
#include "meshwright/schema/avroresolution.h"
#include "meshwright/schema/protobuf.h"
#include "schema/avrojson.h"

namespace meshwright::adoption {

namespace {

std::string memberOf(const std::string &text, const char *key)
{
    const auto json = schema::avro::parsed(text);
    if (!json || !json->is_object())
        return {};
    const auto found = json->find(key);
    return found != json->end() && found->is_string() ? found->get<std::string>() : std::string();
}

using Ordered = nlohmann::ordered_json;

/// Avro takes a full name as the `name`; AsyncAPI's own schema of Avro only one without dots.
void splitNames(Ordered &schema)
{
    if (schema.is_structured())
        for (auto &part : schema)
            splitNames(part);
    if (!schema.is_object() || !schema.contains("name") || !schema["name"].is_string() ||
        !schema.contains("type") || !schema["type"].is_string() ||
        !schema::avro::isNamedKind(schema["type"].get<std::string>()))
        return;
    const auto full = schema["name"].get<std::string>();
    const auto dot = full.rfind('.');
    if (dot == std::string::npos)
        return;
    schema["name"] = full.substr(dot + 1);
    schema["namespace"] = full.substr(0, dot);
}

} // namespace

std::string recordOf(const SchemaText &schema)
{
    if (schema.type == "AVRO")
        return schema::avroName(schema.text);
    if (schema.type == "PROTOBUF")
        return schema::protobufName(schema.text);
    return memberOf(schema.text, "title");
}

std::string idOf(const SchemaText &schema)
{
    return schema.type == "JSON" ? memberOf(schema.text, "$id") : std::string();
}

std::string laidOut(const SchemaText &schema)
{
    if (schema.type == "PROTOBUF")
        return schema.text.ends_with('\n') ? schema.text : schema.text + '\n';
    if (!schema::avro::parsed(schema.text))
        return schema.text;
    auto json = Ordered::parse(schema.text, nullptr, false, true);
    if (schema.type == "AVRO")
        splitNames(json);
    auto text = json.dump(2, ' ', false, Ordered::error_handler_t::replace) + '\n';
    return compare::isSameSchema(schema.type, text, schema.text) ? text : schema.text;
}

const char *endingFor(const SchemaText &schema)
{
    if (schema.type == "AVRO")
        return ".avsc";
    return schema.type == "PROTOBUF" ? ".proto" : ".json";
}

} // namespace meshwright::adoption
