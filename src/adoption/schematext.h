// SPDX-License-Identifier: Apache-2.0
// What a registry's schema says of itself.
#pragma once

#include "meshwright/plan/state.h"

#include <string>

namespace meshwright::adoption {

/// The full name of its record or message, or its title; may be empty.
std::string recordOf(const SchemaText &schema);
/// The `$id` of a JSON Schema; may be empty.
std::string idOf(const SchemaText &schema);
/// As people read it, and to a registry the same.
std::string laidOut(const SchemaText &schema);
/// `.avsc`, `.json` or `.proto`.
const char *endingFor(const SchemaText &schema);

} // namespace meshwright::adoption
