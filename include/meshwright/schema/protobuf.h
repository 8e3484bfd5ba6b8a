// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/payload.h"

namespace meshwright::schema {

/// Judges a .proto file as protoc does, and the files that it imports. Nothing is read from the
/// disk: imports come through `reach`, google/protobuf/*.proto are built in. `version` is what the
/// `schemaFormat` says: 2, 3 or nothing.
std::vector<PayloadFault> checkProtobuf(const SchemaText &schema, const Reach &reach,
                                        std::string_view version = {});

/// The fields of the message that the file is about: its only one, or those that no other uses
/// (then each path starts with the message's name).
std::vector<Field> protobufFields(const SchemaText &schema, const Reach &reach);

/// The paths that the file imports, as they are written, without those that are built in.
std::vector<std::string> protobufImports(std::string_view text);

/// Whether two files define the same: comments and layout don't count.
bool isSameProtobuf(std::string_view a, std::string_view b);
/// The full name of the first message; empty where there is none.
std::string protobufName(std::string_view text);

} // namespace meshwright::schema
