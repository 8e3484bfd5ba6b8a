// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/payload.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::schema::avro {

enum class Form {
    Unknown,
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    String,
    Record,
    Enum,
    Fixed,
    Array,
    Map,
    Union,
};

/// A schema where it stands, and the namespace that holds there.
struct Schema
{
    SchemaNode at;
    std::string space;

    explicit operator bool() const { return static_cast<bool>(at); }
};

struct Type
{
    Form form = Form::Unknown;
    std::string name; ///< by which a union tells its branches apart
    Schema schema;    ///< the definition, and the namespace inside it
};

bool isNamed(Form form);
bool isPrimitive(Form form);
/// By the name of a primitive or complex type; Unknown for any other.
Form formOf(std::string_view typeName);

bool isName(std::string_view text);     ///< [A-Za-z_][A-Za-z0-9_]*
bool isFullName(std::string_view text); ///< names, joined by dots

/// `name` and `namespace` of a definition, in the namespace around it.
std::string fullNameOf(const yaml::Node &definition, std::string_view space);
std::string spaceOf(std::string_view fullName);
/// The full names that a reference may mean, best first. The second is what Java's Avro tries too:
/// a type without a namespace.
std::vector<std::string> candidates(std::string_view name, std::string_view space);

/// The mapping's text under a key; empty where there is none.
std::string_view textAt(const yaml::Node &mapping, std::string_view key);
bool hasReference(const yaml::Node &node);

/// The types of one schema: what is defined so far, and what a schema stands for.
class Types
{
public:
    explicit Types(const Reach &reach)
        : m_reach(reach)
    {}

    const Reach &reach() const { return m_reach; }

    /// Behind `$ref`; nothing where that leads nowhere.
    SchemaNode follow(const SchemaNode &at) const;

    Schema follow(const Schema &schema) const { return {follow(schema.at), schema.space}; }

    /// `space` is the namespace inside. False where another definition has the name.
    bool define(const std::string &fullName, const Schema &definition);
    const Schema *find(const std::string &fullName) const;
    std::vector<std::string> names() const;

    Type typeOf(const Schema &schema) const;
    /// The value under a key of a definition, in the namespace inside it.
    static Schema child(const Schema &definition, std::string_view key);
    static std::vector<Schema> branches(const Schema &list);

private:
    Type named(std::string_view name, std::string_view space) const;

    const Reach &m_reach;
    std::map<std::string, Schema, std::less<>> m_definitions;
};

} // namespace meshwright::schema::avro
