// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Documentation of AsyncAPI's fields, the Kafka bindings and Kafka's topic settings: the words come
// from resources/reference and the table of settings, types and allowed values from the schemas.
namespace meshwright::reference {

/// A field of an object.
struct Field
{
    std::string name;
    std::string text;
    std::string defaultValue; ///< what holds where it is left out; empty: nothing
    std::string since;        ///< the first version that has it; empty: all have had it
    std::string until;        ///< the last version that has it; empty: it is still there
    std::string from;         ///< who has the field where the standard has not: SpecMesh
    std::map<std::string, std::string, std::less<>> values; ///< what single values mean
};

/// An object of a document, such as a channel.
struct Object
{
    std::string name;
    std::string text;
    /// Its names in the schemas, versions left out: `channel`, or `message/examples/*` for what has
    /// no name of its own.
    std::vector<std::string> definitions;
    std::string like;         ///< another object, whose fields this one has too; or empty
    std::string_view edition; ///< whose versions `since` and `until` are: AsyncAPI, Kafka binding
    std::vector<Field> fields;
};

/// AsyncAPI's objects, then those of the Kafka bindings, as they stand in the files.
const std::vector<Object> &objects();

struct Value
{
    std::string name;
    std::string text; ///< what it means; empty where the name says it all
};

/// What there is to say about a place of a document.
struct Documentation
{
    std::string object; ///< Channel
    std::string field;  ///< address; empty for a key of the author's, whose value is the object
    std::string text;
    std::string type; ///< text or null, list of Tag
    std::vector<Value> values;
    bool takesOthers = false; ///< `values` are usual ones, and others go too
    bool isRequired = false;
    std::string defaultValue;
    std::string since; ///< AsyncAPI 2.4
    std::string until;
    std::string from;
    std::string value; ///< the value that was asked for; empty for a key
    Range range;       ///< the key, or the value, that was asked for
};

/// What a whole document is.
enum class Dialect { AsyncApi, JsonSchema, Avro };

/// By the file's name and what stands in it; nothing where there is no telling. What has one key at
/// the most may become a document of AsyncAPI.
std::optional<Dialect> dialectOf(std::string_view file, const yaml::Document &document);

/// The documentation of the key at the byte, or of the value there where it is one of a choice.
/// Nothing where the place has none, and in documents without a key `asyncapi` that are to be
/// AsyncAPI's. References are not followed: what stands in the file counts.
std::optional<Documentation> documentationAt(const yaml::Document &document, std::size_t offset,
                                             Dialect dialect = Dialect::AsyncApi);

/// All of it, as docs/reference.md has it.
std::string markdown();

} // namespace meshwright::reference
