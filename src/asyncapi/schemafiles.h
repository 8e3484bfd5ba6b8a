// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asyncapi/payloadreach.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshwright::asyncapi {

/// A schema in a file of its own, as a registry takes it.
struct SchemaFile
{
    /// Another file that it needs, by the name that its text has for it: the full name of an Avro
    /// type, the path of an import, a URI.
    struct Use
    {
        std::string name;
        std::string file;

        auto operator<=>(const Use &) const = default;
    };

    std::string file;
    std::string type;      ///< AVRO, JSON or PROTOBUF
    std::string text;      ///< of YAML its JSON
    std::string name;      ///< of its record or message, or its title; may be empty
    std::string id;        ///< the `$id` of a JSON Schema; may be empty
    std::vector<Use> uses; ///< sorted
};

/// AVRO, JSON or PROTOBUF, as a schema registry names them; empty for another format.
std::string_view registryTypeOf(const Payload &payload);

/// The schema files that one spec's payloads reach. Each is read when it is first asked for.
class SchemaFiles
{
public:
    SchemaFiles(const Files &files, const Spec &spec);

    /// Null where the payload is no whole file of its own, or can't be read.
    const SchemaFile *of(const Payload &payload);
    /// What another file uses is of its type.
    const SchemaFile *of(const SchemaFile::Use &use, const std::string &type);

private:
    const SchemaFile *read(const std::string &file, const std::string &type);
    bool readTree(SchemaFile &schema);
    bool readProtobuf(SchemaFile &schema);
    void findAvroUses(SchemaFile &schema, const yaml::Node &root);
    void findJsonUses(SchemaFile &schema, const yaml::Node &node);

    const Files &m_files;
    std::string m_spec;
    Resolver m_resolver;
    PayloadReach m_reach;
    std::map<std::string, std::optional<SchemaFile>> m_known;
};

} // namespace meshwright::asyncapi
