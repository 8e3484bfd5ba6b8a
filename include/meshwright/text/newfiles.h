// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/text/filecalls.h"

#include <filesystem>
#include <map>
#include <string>

namespace meshwright {

/// Path → bytes.
using NewFiles = std::map<std::filesystem::path, std::string>;

/// Writes all of them, with the folders that they need, or none: where one can't be written, those
/// before it are taken away again, and the folders that were made for them. Conflict where one of
/// them is there already: nothing is written over.
Result<void> writeNewFiles(const NewFiles &files, FileCalls &calls = systemFileCalls());

/// The same, but writes over those that are there with exactly these bytes; Conflict where one of
/// them has others by now. Where one can't be written, those before it get theirs back.
Result<void> writeFiles(const NewFiles &files, const NewFiles &replaced,
                        FileCalls &calls = systemFileCalls());

} // namespace meshwright
