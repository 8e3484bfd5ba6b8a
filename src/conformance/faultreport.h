// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conformance/check.h"
#include "meshwright/schema/jsonschema.h"

namespace meshwright::conformance {

/// Reports why a schema does not accept a value, at the key or the scalar that is to change, with
/// quick fixes where the mend is plain.
Diagnostic &reportFault(Check &check, std::string_view rule, const schema::Fault &fault);

/// Without what other findings tell: missing fields that were only misspelt, aliases of nothing,
/// and the version.
std::vector<schema::Fault> withoutConsequences(std::vector<schema::Fault> faults);

} // namespace meshwright::conformance
