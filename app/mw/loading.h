// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.h"

#include "meshwright/lint/lint.h"
#include "meshwright/plan/connector.h"
#include "meshwright/topology/topology.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meshwright::mw {

/// The workspace that the command was given, read into its topology.
Result<TopologyPtr> load(const std::string &target);

/// Files that were asked for and can't be read at all, each said on standard error.
bool sayUnreadableFiles(const Workspace &workspace);

/// The environment by name, or NotFound with the names there are.
Result<Environment> findEnvironment(const Settings &settings, const std::string &name);
/// The environment that --env and --compat ask for; none where neither is given.
Result<std::optional<Environment>> askedEnvironment(const Settings &settings,
                                                    const Options &options);

Result<std::unique_ptr<Cluster>> connect(const Environment &environment);

/// file:line of a byte.
std::string placeText(const Workspace &workspace, const asyncapi::Place &place);

} // namespace meshwright::mw
