// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conformance/check.h"

namespace meshwright::conformance {

/// Whether each payload that is no JSON Schema is right in its own schema language.
void checkPayloads(Check &check);

} // namespace meshwright::conformance
