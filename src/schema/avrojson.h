// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace meshwright::schema::avro {

using Json = nlohmann::json;

/// The JSON of a text, comments and all; nothing where it is none, or nested so deeply that nobody
/// means it.
std::optional<Json> parsed(std::string_view text);

/// The schema with every name in full and nothing in two spellings; nothing where the text is no
/// JSON, or nested too deeply.
std::optional<Json> canonical(std::string_view text);

/// `record`, `int`, `union` …; a name where it only names a type.
std::string kindOf(const Json &schema);
bool isNamedKind(std::string_view kind);
bool isPrimitiveName(std::string_view name);

} // namespace meshwright::schema::avro
