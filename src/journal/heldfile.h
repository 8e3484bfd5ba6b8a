// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/filedescriptor.h"

namespace meshwright::journal {

/// Locks an open file until it is closed, or this process ends: false where somebody else has.
bool hold(int file);

/// Whether some process holds the file.
bool isHeld(const std::filesystem::path &path);

/// All its bytes; regular files only.
Result<std::string> readAll(const std::filesystem::path &path);

} // namespace meshwright::journal
