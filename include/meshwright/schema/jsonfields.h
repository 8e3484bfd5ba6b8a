// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/payload.h"

namespace meshwright::schema {

/// The fields that a JSON Schema, an AsyncAPI or an OpenAPI schema object describes. Where several
/// branches describe one path, the first counts.
std::vector<Field> jsonSchemaFields(const SchemaNode &schema, const Reach &reach);

} // namespace meshwright::schema
