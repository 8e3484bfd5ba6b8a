// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/payloadreach.h"

#include "meshwright/schema/avro.h"
#include "meshwright/schema/protobuf.h"

#include <algorithm>
#include <utility>

namespace meshwright::asyncapi {

namespace {

using schema::FormatKind;

constexpr std::size_t mostNamesGiven = 50'000; // in all: who asks compares a word with each

schema::SchemaNode schemaNode(const Spot &spot)
{
    return {spot.file, spot.node};
}

/// Imports of imports, until nothing new is found.
void reachImports(const schema::Reach &reach, const schema::SchemaText &root)
{
    std::set<std::string> seen{root.file};
    std::vector<schema::SchemaText> open{root};
    while (!open.empty()) {
        const auto file = std::move(open.back());
        open.pop_back();
        for (const auto &path : schema::protobufImports(file.text->bytes()))
            if (auto found = reach.import(file.file, path); found && found->text)
                if (seen.insert(found->file).second)
                    open.push_back(std::move(*found));
    }
}

} // namespace

std::string schemaFormatOf(const Payload &payload)
{
    if (!payload.format.empty())
        return payload.format;
    if (payload.file.ends_with(".avsc"))
        return "application/vnd.apache.avro";
    return payload.file.ends_with(".proto") ? "application/vnd.google.protobuf" : "";
}

PayloadReach::PayloadReach(const Files &files, Resolver &resolver,
                           std::vector<std::string> referred)
    : m_files(files)
    , m_resolver(resolver)
    , m_referred(std::move(referred))
{
    m_reach.follow = [this](const schema::SchemaNode &at) {
        return schemaNode(unwrapped(m_resolver.follow({at.file, at.node})));
    };
    m_reach.avroType = [this](const std::string &fromFile, const std::string &fullName) {
        return schemaNode(avroType(fromFile, fullName));
    };
    m_reach.avroNames = [this] {
        std::vector<std::string> names;
        if (m_namesGiven >= mostNamesGiven)
            return names;
        for (const auto &[file, definitions] : m_definitions)
            for (const auto &[name, spot] : definitions)
                names.push_back(name);
        m_namesGiven += names.size();
        return names;
    };
    m_reach.import = [this](const std::string &fromFile, const std::string &path) {
        return import(fromFile, path);
    };
}

/// AsyncAPI 3 lets components hold a schema with its format around it, and references lead there.
Spot PayloadReach::unwrapped(const Spot &spot)
{
    const auto schema = m_resolver.child(spot, "schema");
    const auto format = m_resolver.child(spot, "schemaFormat");
    return schema && format && format.node->isString() ? m_resolver.follow(schema) : spot;
}

Spot PayloadReach::avroType(const std::string &fromFile, const std::string &fullName)
{
    const auto in = [&](const std::string &file, const yaml::Document &document) {
        const auto &all = definitionsIn(file, document);
        const auto found = all.find(fullName);
        return found == all.end() ? Spot{} : found->second;
    };
    for (const auto &name : schema::avroFileNames(fullName))
        if (const auto &found = m_resolver.resolve(fromFile, name); found.document)
            if (const auto spot = in(found.file, *found.document))
                return spot;
    for (const auto &file : m_referred)
        if (const auto document = file.ends_with(".avsc") ? m_files.document(file) : nullptr)
            if (const auto spot = in(file, *document))
                return spot;
    return {};
}

const PayloadReach::Definitions &PayloadReach::definitionsIn(const std::string &file,
                                                             const yaml::Document &document)
{
    const auto [place, isNew] = m_definitions.try_emplace(file);
    if (isNew && document.root())
        for (const auto &[name, node] : schema::avroDefinitions(*document.root()))
            place->second.emplace(name, m_resolver.spot(file, *node));
    return place->second;
}

std::optional<schema::SchemaText> PayloadReach::import(const std::string &fromFile,
                                                       const std::string &path)
{
    if (path.starts_with('/'))
        return std::nullopt;
    const auto folders = std::count(fromFile.begin(), fromFile.end(), '/');
    std::string up;
    for (auto i = folders; i >= 0; --i, up += "../") {
        const auto &found = m_resolver.resolve(fromFile, up + path);
        if (found.status == Resolution::Status::Foreign)
            return schema::SchemaText{found.file, m_files.text(found.file)};
    }
    return std::nullopt;
}

std::vector<schema::Field> PayloadReach::fieldsOf(const Payload &payload)
{
    const auto schema = schemaOf(payload);
    auto fields = schema::payloadFields(schemaFormatOf(payload), schema, m_reach);
    if (schema.node && schema.text)
        for (auto &field : fields)
            if (field.file == payload.file) {
                field.file = payload.place.file;
                field.range = payload.place.range;
            }
    return fields;
}

schema::PayloadSchema PayloadReach::schemaOf(const Payload &payload)
{
    schema::PayloadSchema result;
    const auto kind = schema::readFormat(schemaFormatOf(payload)).kind;
    const auto *node = payload.node;
    if (node)
        result.node = schemaNode(m_resolver.spot(payload.file, *node));
    if (kind != FormatKind::Protobuf)
        return result;
    if (node && node->isString())
        result.text = schema::SchemaText{payload.file, makeText(node->resolved().text())};
    else if (!node && !payload.file.empty() && !m_files.document(payload.file))
        if (auto text = m_files.text(payload.file))
            result.text = schema::SchemaText{payload.file, std::move(text)};
    return result;
}

void reachPayloadFiles(const Files &files, Resolver &resolver, const Spec &spec)
{
    std::vector<std::string> referred;
    for (const auto &[file, document] : resolver.reached())
        referred.push_back(file);
    PayloadReach reach(files, resolver, std::move(referred));
    std::set<std::pair<const yaml::Node *, std::string>> seen;
    forEachPayload(spec, [&](const Payload &payload) {
        const auto kind = schema::readFormat(schemaFormatOf(payload)).kind;
        const bool isNeeded = kind == FormatKind::Avro || kind == FormatKind::Protobuf;
        if (!isNeeded || !seen.emplace(payload.node, payload.file).second)
            return;
        const auto schema = reach.schemaOf(payload);
        if (kind == FormatKind::Avro && schema.node)
            schema::reachAvroTypes(schema.node, reach.reach());
        else if (schema.text)
            reachImports(reach.reach(), *schema.text);
    });
}

} // namespace meshwright::asyncapi
