// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/payload.h"

#include "meshwright/schema/avro.h"
#include "meshwright/schema/jsonfields.h"
#include "meshwright/schema/openapi.h"
#include "meshwright/schema/protobuf.h"

#include <algorithm>

namespace meshwright::schema {

namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n";
    const auto begin = text.find_first_not_of(spaces);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

/// The value of `version=…` among a media type's parameters.
std::string versionIn(std::string_view parameters)
{
    constexpr std::string_view name = "version=";
    while (!parameters.empty()) {
        const auto end = std::min(parameters.find(';'), parameters.size());
        const auto each = trimmed(parameters.substr(0, end));
        if (lower(each.substr(0, name.size())) == name)
            return std::string(trimmed(each.substr(name.size())));
        parameters.remove_prefix(std::min(end + 1, parameters.size()));
    }
    return {};
}

std::string_view withoutSuffix(std::string_view type)
{
    for (const std::string_view suffix : {"+json", "+yaml"})
        if (type.ends_with(suffix))
            return type.substr(0, type.size() - suffix.size());
    return type;
}

FormatKind protobufKind(std::string_view version)
{
    return version.empty() || version == "2" || version == "3" ? FormatKind::Protobuf
                                                               : FormatKind::Unknown;
}

/// OpenAPI 3.1 has JSON Schema's newest draft in place of a schema object of its own.
FormatKind openApiKind(std::string_view version)
{
    const bool isKnown = version.empty() || version == "3.0" || version.starts_with("3.0.");
    return isKnown ? FormatKind::OpenApi : FormatKind::NotChecked;
}

} // namespace

Format readFormat(std::string_view schemaFormat)
{
    if (schemaFormat.empty())
        return {FormatKind::Own, {}};
    const auto text = trimmed(schemaFormat);
    const auto semicolon = std::min(text.find(';'), text.size());
    const auto type = lower(trimmed(text.substr(0, semicolon)));
    Format format;
    format.version = versionIn(text.substr(semicolon));
    const auto base = withoutSuffix(type);
    if (base.empty() || base == "application/vnd.aai.asyncapi" || base == "application/schema")
        format.kind = FormatKind::Own;
    else if (base == "application/vnd.apache.avro")
        format.kind = FormatKind::Avro;
    else if (type == "application/vnd.google.protobuf")
        format.kind = protobufKind(format.version);
    else if (base == "application/vnd.oai.openapi")
        format.kind = openApiKind(format.version);
    else if (type == "application/raml+yaml")
        format.kind = FormatKind::NotChecked;
    return format;
}

CheckedPayload checkPayload(std::string_view schemaFormat, const PayloadSchema &payload,
                            const Reach &reach)
{
    CheckedPayload checked{readFormat(schemaFormat), {}};
    switch (checked.format.kind) {
    case FormatKind::Avro:
        if (payload.node)
            checked.faults = checkAvro(payload.node, reach);
        break;
    case FormatKind::Protobuf:
        if (payload.text)
            checked.faults = checkProtobuf(*payload.text, reach, checked.format.version);
        break;
    case FormatKind::OpenApi:
        if (payload.node)
            checked.faults = checkOpenApi(payload.node, reach);
        break;
    case FormatKind::Own:
    case FormatKind::NotChecked:
    case FormatKind::Unknown:
        break;
    }
    return checked;
}

std::vector<Field> payloadFields(std::string_view schemaFormat, const PayloadSchema &payload,
                                 const Reach &reach)
{
    switch (readFormat(schemaFormat).kind) {
    case FormatKind::Avro:
        return payload.node ? avroFields(payload.node, reach) : std::vector<Field>();
    case FormatKind::Protobuf:
        return payload.text ? protobufFields(*payload.text, reach) : std::vector<Field>();
    case FormatKind::Own:
    case FormatKind::OpenApi:
        return payload.node ? jsonSchemaFields(payload.node, reach) : std::vector<Field>();
    case FormatKind::NotChecked:
    case FormatKind::Unknown:
        break;
    }
    return {};
}

} // namespace meshwright::schema
