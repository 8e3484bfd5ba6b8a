// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/adoption/adopt.h"

#include <string>

namespace meshwright::report {

/// What mw export --format json writes: docs/formats.md.
std::string adoptionJson(const adoption::Adoption &adoption);

} // namespace meshwright::report
