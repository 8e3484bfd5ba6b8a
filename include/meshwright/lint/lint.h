// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"
#include "meshwright/topology/topology.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// Every rule, sorted by id; docs/rules.md is checked against it.
const std::vector<Rule> &rules();
const Rule *findRule(std::string_view id);

/// A finding that a comment beside its line allows, and why.
struct AllowedFinding
{
    Diagnostic finding;
    std::string reason;
    asyncapi::Place comment;

    bool operator==(const AllowedFinding &) const = default;
};

struct Judgement
{
    std::vector<Diagnostic> findings; ///< as `lint` has them
    std::vector<AllowedFinding> allowed;
};

/// What `lint` finds, and what comments keep from it.
Judgement judge(const Topology &topology, std::optional<RuleGroup> group = {});
/// The findings of all files that were asked for, sorted by file, place and rule; of one group of
/// rules, or of all, where none says again what another one says.
std::vector<Diagnostic> lint(const Topology &topology, std::optional<RuleGroup> group = {});
/// The findings that `lint` would tell when it looks at these files only, sorted as there.
std::vector<Diagnostic> lintFiles(const Topology &topology, const std::set<std::string> &files);
/// The findings of one file, whether it was asked for or not.
std::vector<Diagnostic> lintFile(const Topology &topology, const std::string &file);

/// Whether settings and comments can't lower what a rule finds: it keeps a spec out of a plan, or
/// it is the policies', which say themselves how severe they are and where they don't hold.
bool isFixed(const Rule &rule);
/// Whether a finding may change what its spec asks a cluster for (topics, settings, rights); not
/// where only a message's schema or examples, an id for code, or a server is wrong.
bool concernsCluster(const Diagnostic &finding);

} // namespace meshwright
