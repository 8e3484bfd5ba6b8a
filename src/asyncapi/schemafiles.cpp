// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/schemafiles.h"

#include "meshwright/schema/avro.h"
#include "meshwright/schema/avroresolution.h"
#include "meshwright/schema/protobuf.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace meshwright::asyncapi {

namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const yaml::Node &written)
{
    const yaml::Node &node = written.resolved();
    if (node.isMapping()) {
        Json object = Json::object();
        for (const auto &entry : node.mergedEntries())
            if (const auto key = entry.key->scalarText())
                object[std::string(*key)] = jsonOf(*entry.value);
        return object;
    }
    if (node.isSequence()) {
        Json list = Json::array();
        for (const auto *item : node.items)
            list.push_back(jsonOf(*item));
        return list;
    }
    if (node.isNull())
        return nullptr;
    if (const auto flag = node.asBool())
        return *flag;
    if (const auto whole = node.asInteger())
        return *whole;
    if (const auto number = node.asNumber())
        return *number;
    return node.text();
}

/// JSON keeps its numbers as they are written; YAML becomes JSON.
std::string compactText(const yaml::Document &document)
{
    auto json = Json::parse(document.text()->bytes(), nullptr, false, true);
    if (json.is_discarded())
        json = jsonOf(*document.root());
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string textAt(const yaml::Node &node, std::string_view key)
{
    const auto *value = node.isMapping() ? node.resolved().find(key) : nullptr;
    const auto text = value ? value->asString() : std::nullopt;
    return text ? std::string(*text) : std::string();
}

std::string stemOf(const std::string &file)
{
    const auto slash = file.rfind('/');
    const auto begin = slash == std::string::npos ? 0 : slash + 1;
    return file.substr(begin, file.rfind('.') - begin);
}

} // namespace

std::string_view registryTypeOf(const Payload &payload)
{
    const auto has = [&](std::string_view word) {
        return payload.format.find(word) != std::string::npos;
    };
    const auto endsIn = [&](std::string_view ending) { return payload.file.ends_with(ending); };
    if (has("avro") || endsIn(".avsc"))
        return "AVRO";
    if (has("protobuf") || endsIn(".proto"))
        return "PROTOBUF";
    if (payload.format.empty() || has("json") || has("asyncapi") || endsIn(".json"))
        return "JSON";
    return {};
}

SchemaFiles::SchemaFiles(const Files &files, const Spec &spec)
    : m_files(files)
    , m_spec(spec.file)
    , m_resolver(files)
    , m_reach(files, m_resolver, spec.dependencies)
{}

const SchemaFile *SchemaFiles::of(const Payload &payload)
{
    const std::string type(registryTypeOf(payload));
    if (type.empty() || payload.file.empty() || payload.file == m_spec)
        return nullptr;
    const auto document = m_files.document(payload.file);
    const bool isWhole =
        document ? payload.node && payload.node == document->root() : payload.node == nullptr;
    return isWhole ? read(payload.file, type) : nullptr;
}

const SchemaFile *SchemaFiles::of(const SchemaFile::Use &use, const std::string &type)
{
    return read(use.file, type);
}

const SchemaFile *SchemaFiles::read(const std::string &file, const std::string &type)
{
    const auto [place, isNew] = m_known.try_emplace(file);
    if (!isNew)
        return place->second ? &*place->second : nullptr;
    SchemaFile schema;
    schema.file = file;
    schema.type = type;
    if (!(type == "PROTOBUF" ? readProtobuf(schema) : readTree(schema)))
        return nullptr;
    std::sort(schema.uses.begin(), schema.uses.end());
    schema.uses.erase(std::unique(schema.uses.begin(), schema.uses.end()), schema.uses.end());
    place->second = std::move(schema);
    return &*place->second;
}

bool SchemaFiles::readTree(SchemaFile &schema)
{
    const auto document = m_files.document(schema.file);
    if (!document || !document->root() || !document->isComplete())
        return false;
    const auto &root = document->root()->resolved();
    schema.text = compactText(*document);
    if (schema.type == "AVRO") {
        schema.name = schema::avroName(schema.text);
        findAvroUses(schema, root);
    } else {
        schema.name = textAt(root, "title");
        schema.id = textAt(root, "$id");
        findJsonUses(schema, root);
    }
    return true;
}

bool SchemaFiles::readProtobuf(SchemaFile &schema)
{
    const auto text = m_files.text(schema.file);
    if (!text)
        return false;
    schema.text = text->bytes();
    schema.name = schema::protobufName(schema.text);
    for (const auto &path : schema::protobufImports(schema.text))
        if (const auto found = m_reach.reach().import(schema.file, path))
            schema.uses.push_back({path, found->file});
    return true;
}

/// A registry resolves names by what the referred schemas define, and so is told of each file under
/// the name of what it is about.
void SchemaFiles::findAvroUses(SchemaFile &schema, const yaml::Node &root)
{
    std::set<std::string> files;
    schema::Reach recording;
    recording.follow = m_reach.reach().follow;
    recording.avroType = [&](const std::string &from, const std::string &name) {
        const auto found =
            from == schema.file ? m_reach.reach().avroType(from, name) : schema::SchemaNode{};
        if (found && *found.file != schema.file)
            files.insert(*found.file);
        return found;
    };
    const auto spot = m_resolver.spot(schema.file, root);
    schema::reachAvroTypes({spot.file, spot.node}, recording);
    for (const auto &file : files) {
        const auto document = m_files.document(file);
        const auto name =
            document && document->root() ? schema::avroName(compactText(*document)) : std::string();
        schema.uses.push_back({name.empty() ? stemOf(file) : name, file});
    }
}

void SchemaFiles::findJsonUses(SchemaFile &schema, const yaml::Node &node)
{
    if (node.kind == yaml::Kind::Mapping) {
        if (const auto reference = textAt(node, "$ref");
            !reference.empty() && !reference.starts_with('#')) {
            const auto &found = m_resolver.resolve(schema.file, reference);
            if (found.status == Resolution::Status::Found && found.file != schema.file)
                schema.uses.push_back({reference.substr(0, reference.find('#')), found.file});
        }
        for (const auto &entry : node.entries)
            findJsonUses(schema, *entry.value);
    }
    for (const auto *item : node.items)
        findJsonUses(schema, *item);
}

} // namespace meshwright::asyncapi
