// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"
#include "meshwright/topology/topology.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// Every rule, sorted by id; docs/rules.md is checked against it.
const std::vector<Rule> &rules();
const Rule *findRule(std::string_view id);

/// The findings of all files that were asked for, sorted by file, place and rule; of one group of
/// rules, or of all, where none says again what another one says.
std::vector<Diagnostic> lint(const Topology &topology, std::optional<RuleGroup> group = {});
/// The findings of one file.
std::vector<Diagnostic> lintFile(const Topology &topology, const std::string &file);

} // namespace meshwright
