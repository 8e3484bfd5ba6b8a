// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/range.h"

#include <optional>
#include <string>
#include <vector>

namespace meshwright::schema {

/// What a schema says of a field beyond its type: an Avro property of one's own (`pii: true`), a
/// Protobuf option, a JSON Schema `x-…` key, `tags`.
struct Annotation
{
    std::string key;
    std::string value; ///< a list's items joined by ", "

    bool operator==(const Annotation &) const = default;
};

/// One field of a payload, in whatever format the payload is.
struct Field
{
    std::string path; ///< order.lines[].sku; `{}` stands for the keys of a map
    std::string type; ///< as the format names it: long, array<string>, acme.common.Money
    std::string documentation;
    bool isRequired = false; ///< a writer has to give it
    bool isNullable = false; ///< a reader may find nothing in it
    std::vector<Annotation> annotations;
    std::vector<std::string> values; ///< of an enumeration; empty: not bound to some
    /// Readers that don't know a value of an enumeration take something else for it (Avro's
    /// `default` of an enum, Protobuf).
    bool takesUnknownValues = false;
    std::optional<int> number; ///< Protobuf's, which stands for the field in a record
    std::string file;
    Range range; ///< of its name, where it has one

    bool operator==(const Field &) const = default;
};

/// Fields beyond this many are left out: schemas that refer to themselves in many ways have no end.
inline constexpr std::size_t mostFields = 10'000;

} // namespace meshwright::schema
