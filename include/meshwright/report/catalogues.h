// SPDX-License-Identifier: Apache-2.0
// The company for the catalogues that people look services up in: docs/catalogues.md.
#pragma once

#include "meshwright/result.h"
#include "meshwright/topology/topology.h"

#include <filesystem>
#include <map>
#include <string>

namespace meshwright::report {

/// Files by their path below one folder, with `/`: their bytes.
using FileTree = std::map<std::string, std::string>;

/// EventCatalog: domains, services, events and channels as MDX, teams that own them, and each spec
/// with all that it refers to.
FileTree eventCatalog(const Topology &topology);

/// Whether a path, below whatever folder, is a place in it.
bool staysInside(const std::filesystem::path &path);

/// Conflict, and nothing is written, where one of the tree's own folders is there and not empty.
Result<void> writeTree(const FileTree &files, const std::filesystem::path &folder);

/// Backstage's catalog-info.yaml: domains, systems, components, APIs and the groups that own them.
/// `toSpecs`: the way from the file's folder to the workspace, such as `../specs`; `.` where it
/// stands at its root.
std::string backstageCatalogue(const Topology &topology, const std::string &toSpecs);

/// The way from the folder that a file is written into to the workspace, for backstageCatalogue.
std::string wayToSpecs(const Topology &topology, const std::filesystem::path &file);

} // namespace meshwright::report
