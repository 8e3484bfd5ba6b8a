// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lint/finding.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright::linting {

/// A comment that allows findings of some rules on its own line, or on the next one where it
/// stands alone: `# meshwright: allow RULE, RULE - reason`.
struct Allowance
{
    struct Named
    {
        std::string rule;
        Range place;
        bool isUsed = false;
        bool isRefused = false; ///< names a finding that no comment may hide
    };

    Range comment;
    std::uint32_t line = 0;   ///< the comment's own
    std::uint32_t target = 0; ///< the one that it speaks of
    std::vector<Named> rules;
    std::string reason; ///< empty: none given
};

/// What no comment may hide: a spec with it must not reach a cluster.
bool isFirm(const Diagnostic &finding);

std::vector<Allowance> allowancesIn(const yaml::Document &document);

/// The allowances of a round's files, each read when it is first asked for.
class Allowances
{
public:
    explicit Allowances(const Workspace &workspace)
        : m_workspace(workspace)
    {}

    /// Moves the findings from `begin` on that a comment allows.
    void take(std::vector<Diagnostic> &findings, std::size_t begin,
              std::vector<AllowedFinding> &allowed);
    /// What is wrong with the comments of the pass's file. `isWhole`: all rules have looked at it.
    void check(Pass &pass, bool isWhole);
    /// The comments of the file have allowed nothing yet.
    void forget(const std::string &file);

private:
    std::vector<Allowance> &of(const std::string &file);
    const Allowance *allowing(const Diagnostic &finding);

    const Workspace &m_workspace;
    std::map<std::string, std::vector<Allowance>> m_read;
};

} // namespace meshwright::linting
