// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/workspace.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright::graph {

/// The file of a workspace that keeps where people put domains and contexts in the graph: a line
/// each, sorted by name, so that two people who move two things don't meet in one line.
inline constexpr const char *positionsFileName = "meshwright.layout.yaml";

/// A top left corner, in pixels at 100 %, y downwards.
struct Corner
{
    int x = 0;
    int y = 0;

    bool operator==(const Corner &) const = default;
};

/// What was put somewhere by hand; all else is placed by the layout.
struct Positions
{
    std::map<std::string, Corner> domains;  ///< in the picture
    std::map<std::string, Corner> contexts; ///< by id, within the box of their domain

    bool isEmpty() const { return domains.empty() && contexts.empty(); }

    bool operator==(const Positions &) const = default;
};

inline constexpr int farthestPosition = 1'000'000;

/// What can't be read is left out and told (lint tells it as `settings/invalid`). No document has
/// none.
Positions readPositions(const yaml::DocumentPtr &document, std::vector<SettingsProblem> &problems);

/// Writes what differs from the file; all else in it stays, comments too. An empty edit where
/// nothing differs. Invalid where the file can't be read, or has an alias or a merge key.
Result<WorkspaceEdit> savePositions(const Workspace &workspace, const Positions &positions);

} // namespace meshwright::graph
