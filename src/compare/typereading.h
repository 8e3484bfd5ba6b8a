// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/payload.h"

#include <string_view>

namespace meshwright::compare {

/// Whether a reader with a field of type `reader` understands what was written as `writer`; both as
/// `schema::Field::type` says them. Sources: Avro 1.12, Schema Resolution; the Protocol Buffers
/// guide on updating a message type; JSON Schema's types, where every integer is a number.
bool canRead(schema::FormatKind format, std::string_view reader, std::string_view writer);

} // namespace meshwright::compare
