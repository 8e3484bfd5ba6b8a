// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"
#include "meshwright/topology/topology.h"

#include <vector>

namespace meshwright {

/// Every rule, sorted by id; docs/rules.md is checked against it.
const std::vector<Rule> &rules();
const Rule *findRule(std::string_view id);

/// The findings of all files that were asked for, sorted by file, place and rule.
std::vector<Diagnostic> lint(const Topology &topology);
/// The findings of one file.
std::vector<Diagnostic> lintFile(const Topology &topology, const std::string &file);

} // namespace meshwright
