// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "schema/avrotypes.h"

#include <optional>

namespace meshwright::schema::avro {

/// What does not fit, at the innermost value that is to blame.
struct Misfit
{
    const yaml::Node *value = nullptr;
    std::string message;
    bool isError = true;
};

/// Why a default does not fit its field's type.
std::optional<Misfit> defaultMisfit(const Types &types, const Schema &type,
                                    const yaml::Node &value);

/// Why readers pass over the `logicalType` of a schema; a warning.
std::optional<Misfit> logicalMisfit(const yaml::Node &schema, Form form);

/// A value as a message names it: 'text', 12, a list.
std::string shown(const yaml::Node &value);

} // namespace meshwright::schema::avro
