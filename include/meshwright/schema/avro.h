// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/payload.h"

#include <map>

namespace meshwright::schema {

/// Judges a schema by the Apache Avro 1.12 specification, and the schemas of other files that it
/// names. What readers pass over in silence (a logical type on the wrong type) is a warning, and so
/// is what only Avro 1.12 accepts.
std::vector<PayloadFault> checkAvro(const SchemaNode &schema, const Reach &reach);

/// Asks `reach` for each type that `checkAvro` would ask for, and judges nothing.
void reachAvroTypes(const SchemaNode &schema, const Reach &reach);

std::vector<Field> avroFields(const SchemaNode &schema, const Reach &reach);

/// The names of the files in which a type is looked for that a schema names without defining it:
/// acme.common.Money.avsc, Money.avsc. They stand in the schema's own folder.
std::vector<std::string> avroFileNames(std::string_view fullName);

/// The named types that a document defines, those within others too, by their full names.
std::map<std::string, const yaml::Node *> avroDefinitions(const yaml::Node &root);

} // namespace meshwright::schema
