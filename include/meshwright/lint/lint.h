// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/lint/diagnostic.h"
#include "meshwright/topology/topology.h"

#include <vector>

namespace meshwright {

enum class RuleGroup { AsyncApi, Conventions, Policies };

struct Rule
{
    std::string_view id;
    RuleGroup group = RuleGroup::Conventions;
    Severity severity = Severity::Error;
    std::string_view summary; ///< what it asks for
    std::string_view why;
};

/// Every rule, sorted by id; docs/rules.md is checked against it.
const std::vector<Rule> &rules();
const Rule *findRule(std::string_view id);

/// The findings of all files that were asked for, sorted by file, place and rule.
std::vector<Diagnostic> lint(const Topology &topology);
/// The findings of one file.
std::vector<Diagnostic> lintFile(const Topology &topology, const std::string &file);

} // namespace meshwright
