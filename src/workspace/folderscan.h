// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace meshwright {

/// What a scan does where a folder is larger than a workspace should be.
enum class ScanLimit { Refuse, Stop };

/// The paths, relative with /, of the files that a workspace reads, sorted. Skips version control,
/// hidden and build folders, linked folders, and links that leave the root. A folder below the root
/// that can't be read stands among them by its own path: what it holds is unknown, not nothing.
Result<std::vector<std::string>> scanFolder(const std::filesystem::path &root, ScanLimit limit);

/// Whether files with this name are documents: YAML and JSON (Avro schemas too).
bool isDocumentName(const std::string &path);

} // namespace meshwright
