// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/history/repository.h"

#include <filesystem>
#include <memory>

namespace meshwright::git {

/// The Git repository that a folder lies in. NotFound where it lies in none; Denied where the
/// repository belongs to somebody else, whose settings are then not trusted.
///
/// Read with libgit2, which has no code that runs what a repository's settings name: no hooks, no
/// filters, no external diffs, no file system monitors, no transports for what is local. Variables
/// like GIT_DIR are not looked at.
Result<std::unique_ptr<history::Repository>> openRepository(const std::filesystem::path &folder);

} // namespace meshwright::git
