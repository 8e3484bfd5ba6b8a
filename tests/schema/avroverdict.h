// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/avro.h"
#include "schema/schematext.h"

#include <string>

namespace meshwright::schema {

/// What is wrong with a schema, in one line.
inline std::string verdict(const std::string &schema)
{
    const Texts texts{{"a.avsc", schema}};
    return texts.shown(checkAvro(texts.node("a.avsc"), texts.reach), "a.avsc");
}

} // namespace meshwright::schema
