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

/// Why a file can't be read to its end; nothing where it can.
std::optional<std::string> faultOf(const Workspace &workspace, const std::string &path);
/// One message for each file that was asked for and can't be read to its end.
std::vector<std::string> unreadableFiles(const Workspace &workspace);
/// Says them on standard error; where there is no spec at all, that too. Whether anything was said.
bool sayUnreadableFiles(const Workspace &workspace);
/// Delivers what a command answers, and says which files could not be read for it: the exit code.
int deliverAnswer(const Workspace &workspace, const std::string &answer, const Options &options);
/// Invalid where nothing that was asked for is a spec.
std::optional<Error> missingSpecs(const Workspace &workspace);

/// The environment by name, or NotFound with the names there are.
Result<Environment> findEnvironment(const Settings &settings, const std::string &name);
/// The environment that --env and --compat ask for; none where neither is given.
Result<std::optional<Environment>> askedEnvironment(const Settings &settings,
                                                    const Options &options);

Result<std::unique_ptr<Cluster>> connect(const Environment &environment);

/// file:line:column of a byte, fit for a terminal.
std::string placeText(const Workspace &workspace, const asyncapi::Place &place);

} // namespace meshwright::mw
