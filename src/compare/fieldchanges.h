// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/compare/compare.h"
#include "meshwright/schema/payload.h"

namespace meshwright::compare {

/// One change of one field; `base` or `next` is null where the field was added or removed.
struct FieldChange
{
    ChangeKind kind = ChangeKind::FieldAdded;
    std::string path;
    std::optional<std::string> before;
    std::optional<std::string> after;
    std::vector<Reason> reasons;
    const schema::Field *base = nullptr;
    const schema::Field *next = nullptr;
};

/// Field by field, found by their paths (Protobuf: by their numbers too). What lies in a field that
/// came, went or got another type is not told apart.
std::vector<FieldChange> compareFields(schema::FormatKind format,
                                       const std::vector<schema::Field> &base,
                                       const std::vector<schema::Field> &next);

} // namespace meshwright::compare
