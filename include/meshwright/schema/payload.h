// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/field.h"
#include "meshwright/text/sourcetext.h"
#include "meshwright/yaml/node.h"
#include "meshwright/yaml/spot.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::schema {

/// A value of a schema, and the file that it stands in; its node is never an alias.
using SchemaNode = yaml::Spot;

/// A schema that is no YAML.
struct SchemaText
{
    std::string file;
    Text text;
};

/// How a check reaches what stands elsewhere. An empty function reaches nothing.
struct Reach
{
    /// The value behind a mapping's `$ref`; nothing where that leads nowhere.
    std::function<SchemaNode(const SchemaNode &)> follow;
    /// The definition of an Avro type that `fromFile` names without defining it.
    std::function<SchemaNode(const std::string &fromFile, const std::string &fullName)> avroType;
    /// The Avro types that could have been meant.
    std::function<std::vector<std::string>()> avroNames;
    /// What a Protobuf file imports.
    std::function<std::optional<SchemaText>(const std::string &fromFile, const std::string &path)>
        import;
};

/// What is wrong with a payload's schema, where the cause is.
struct PayloadFault
{
    std::string id; ///< avro/unknown-type
    std::string message;
    std::string file;
    Range range;                      ///< in the text of `file`, or in the SchemaText
    const yaml::Node *node = nullptr; ///< null where the schema is no YAML
    bool isError = true;
};

/// What becomes of a `schemaFormat`.
enum class FormatKind {
    Own, ///< AsyncAPI's schema object or JSON Schema, which have their own evaluator
    Avro,
    Protobuf,
    OpenApi,
    NotChecked, ///< known, but nothing here can judge it
    Unknown,
};

struct Format
{
    FormatKind kind = FormatKind::Unknown;
    std::string version; ///< the parameter `version`, or empty
};

/// Reads a `schemaFormat`; an empty one is AsyncAPI's own.
Format readFormat(std::string_view schemaFormat);

/// A payload: a value of a document, or a text. One of the two is there.
struct PayloadSchema
{
    SchemaNode node;
    std::optional<SchemaText> text;
};

struct CheckedPayload
{
    Format format;
    std::vector<PayloadFault> faults;
};

/// Judges a payload by its `schemaFormat`. For Own, NotChecked and Unknown there is nothing to say.
CheckedPayload checkPayload(std::string_view schemaFormat, const PayloadSchema &payload,
                            const Reach &reach);
/// The fields of a payload in any format that has some, in the order of the schema; those that can
/// be read where the schema is faulty.
std::vector<Field> payloadFields(std::string_view schemaFormat, const PayloadSchema &payload,
                                 const Reach &reach);

} // namespace meshwright::schema
