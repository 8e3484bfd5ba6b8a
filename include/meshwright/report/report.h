// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/requestedacls.h"
#include "meshwright/compare/compare.h"
#include "meshwright/lint/lint.h"
#include "meshwright/plan/apply.h"
#include "meshwright/plan/plan.h"
#include "meshwright/topology/topology.h"

#include <string>
#include <vector>

namespace meshwright::report {

/// The documents of docs/formats.md, each ending in a line end. JSON carries "version": 1.
std::string diagnosticsJson(const Topology &topology, const Judgement &judgement);
std::string diagnosticsSarif(const Topology &topology, const Judgement &judgement);
std::string diagnosticsJunit(const Topology &topology, const std::vector<Diagnostic> &diagnostics);
std::string aclsJson(const Topology &topology, const std::vector<RequestedAcl> &acls);
std::string topicsJson(const DesiredState &desired);
std::string planJson(const Plan &plan);
/// Invalid where the text is no plan, or not as planJson made it (but for its white space).
Result<Plan> planFromJson(std::string_view json);

/// What a comparison is of. `next` is the newer side; a commit is empty for what is none.
struct ComparedStates
{
    const Topology &base;
    const Topology &next;
    std::string baseName; ///< main, HEAD~1, a folder
    std::string baseCommit;
    std::string nextName; ///< "the working tree" where it is that
    std::string nextCommit;
    compare::Compatibility compatibility = compare::Compatibility::Full;
    std::vector<std::string> missing; ///< folders that neither side can tell of
};

std::string comparisonJson(const ComparedStates &states, const compare::Comparison &comparison);
/// For a pull request. What specs say stands in code spans, so that it is text and no markup.
std::string comparisonMarkdown(const ComparedStates &states, const compare::Comparison &comparison);

/// A registry's schema to be read: JSON on lines of its own.
std::string schemaText(const SchemaText &schema);

std::string applyJson(const Plan &plan, const ApplyReport &report, const std::string &journal);

} // namespace meshwright::report
