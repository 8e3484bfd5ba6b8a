// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conformance/check.h"
#include "meshwright/schema/jsonschema.h"

namespace meshwright::conformance {

/// Reports why a schema does not accept a value, at the key or the scalar that is to change, with
/// quick fixes where the mend is plain.
Diagnostic &reportFault(Check &check, std::string_view rule, const schema::Fault &fault);

/// Without the missing fields that were only misspelt: the misspelt one is the fault.
std::vector<schema::Fault> withoutConsequences(std::vector<schema::Fault> faults);

} // namespace meshwright::conformance
