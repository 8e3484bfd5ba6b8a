// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"
#include "meshwright/workspace/workspace.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace meshwright::adoption {

/// A spec that asks for what a cluster has of one context.
struct AdoptedSpec
{
    ContextId context;
    std::string file; ///< where the workspace would have it
    std::string text;
    std::size_t topics = 0; ///< its own
};

/// A schema of the registry as a file, which specs or other such files refer to.
struct AdoptedSchema
{
    std::string file; ///< where the workspace would have it
    std::string text;
    std::string subject; ///< the first of those that it is of
};

/// What a spec can't say of the cluster, or what the first plan would still do.
struct Note
{
    std::string resource;
    std::string message;

    auto operator<=>(const Note &) const = default;
};

struct Adoption
{
    std::vector<AdoptedSpec> specs;     ///< sorted by context
    std::vector<AdoptedSchema> schemas; ///< sorted by file
    std::vector<Note> notes;            ///< sorted
};

/// The contexts that the names of topics and the ACLs of a cluster tell of by the workspace's
/// convention, sorted. None where the cluster could not be read.
std::vector<ContextId> contextsOf(const WorkspacePtr &workspace, const Environment &environment,
                                  const ActualState &actual);

/// The specs of the context `scope`, or of all contexts below it (empty: of all), as the names of
/// topics and the ACLs of a cluster tell of them by the workspace's convention. A context that the
/// workspace has a spec of is left alone. Nothing is dropped in silence: the specs are planned
/// against the same state, and what that plan finds is noted, as is all that they do not ask for.
/// Fails where the cluster could not be read, and NotFound where nothing of it lies in the scope.
Result<Adoption> adopt(const WorkspacePtr &workspace, const Environment &environment,
                       const ActualState &actual, const std::string &scope);

/// All that is to be written, by its place below the workspace's root.
std::map<std::filesystem::path, std::string> filesOf(const Adoption &adoption);

} // namespace meshwright::adoption
