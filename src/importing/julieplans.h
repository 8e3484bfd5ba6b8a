// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/importing/julie.h"

#include <map>
#include <string>

namespace meshwright::importing {

/// Name → the settings that topics of this plan have.
using JuliePlans = std::map<std::string, std::map<std::string, std::string>>;

/// Invalid, with the place, where any of the documents can't be read.
Result<JuliePlans> readPlans(const JulieSource &source);

} // namespace meshwright::importing
