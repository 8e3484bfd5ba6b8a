// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/filter.h"
#include "meshwright/graph/questions.h"
#include "meshwright/workspace/settings.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meshwright::graph {

/// The file of a workspace that keeps its views, for everybody who has the repository.
inline constexpr const char *viewsFileName = "meshwright.views.yaml";

/// A context and what is near it.
struct Focus
{
    ContextId context;
    std::optional<int> hops = 1; ///< nothing: all the way
    Direction direction = Direction::Both;

    bool operator==(const Focus &) const = default;
};

/// A look at the graph that has a name.
struct View
{
    std::string name;
    Filter filter;
    std::optional<Focus> focus;

    bool operator==(const View &) const = default;
};

/// `upstream`, `downstream`, `both`.
std::string_view nameOf(Direction direction);

/// The views in the order of the file; what can't be read is left out and told (lint tells it as
/// `settings/invalid`). No document has none.
std::vector<View> readViews(const yaml::DocumentPtr &document,
                            std::vector<SettingsProblem> &problems);

/// The contexts that fit the filter and are as near as the focus says.
std::set<ContextId> shownBy(const View &view, const Topology &topology, const Facets &facets);

/// Adds the view, or writes what differs into the one with its name; all else in the file stays,
/// comments too. Invalid where the file can't be read, or the view has an alias or a merge key.
Result<WorkspaceEdit> saveView(const Workspace &workspace, const View &view);
/// NotFound where there is none of this name.
Result<WorkspaceEdit> removeView(const Workspace &workspace, const std::string &name);

} // namespace meshwright::graph
