// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/payload.h"

namespace meshwright::schema {

/// Judges a Schema Object by the OpenAPI 3.0 specification: its keywords and their values.
std::vector<PayloadFault> checkOpenApi(const SchemaNode &schema, const Reach &reach);

} // namespace meshwright::schema
