// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/plan.h"
#include "meshwright/topology/topology.h"

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace meshwright::plan {

/// Of a topic below the context that is not surely its own.
std::string perhapsAnothers(std::string_view context);

/// Whose a name is, and which contexts nothing may be planned for because their specs have errors.
class Ownership
{
public:
    Ownership(const Topology &topology, const std::vector<Diagnostic> &diagnostics);

    /// The known context that the name belongs to (the deepest, where one id stands above
    /// another's), or empty.
    std::string_view ownerOf(std::string_view name) const;
    bool isAskedFor(std::string_view context) const;
    bool isHeldBack(std::string_view context) const;

    /// Whether every asked-for file can be read and is free of errors.
    bool isSound() const { return m_problems.empty(); }

    /// Whether every spec of the workspace could be read to its end.
    bool isReadWhole() const { return m_isReadWhole; }

    /// Whether the convention tells it from a name of a deeper context that this workspace may not
    /// know.
    bool isSurelyOwn(std::string_view name, std::string_view owner) const;
    /// Other known contexts whose names the prefix covers too, sorted.
    std::vector<std::string> alsoCovered(std::string_view prefix, std::string_view owner) const;

    /// One a context that is held back.
    const std::vector<PlanProblem> &problems() const { return m_problems; }

private:
    void holdBack(const Context &context, const std::vector<const Diagnostic *> &errors);
    void findUnreadable(const std::set<std::string> &reported);
    void judgeSettings(const std::vector<Diagnostic> &diagnostics);

    const Topology &m_topology;
    std::unordered_set<std::string_view> m_known;
    std::unordered_set<std::string_view> m_askedFor;
    std::unordered_set<std::string_view> m_heldBack;
    std::vector<std::string_view> m_sorted;
    std::vector<PlanProblem> m_problems;
    bool m_isReadWhole = true;
};

} // namespace meshwright::plan
