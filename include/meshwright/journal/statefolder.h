// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <filesystem>
#include <string>

namespace meshwright::journal {

/// Who carries something out, and from where.
struct Runner
{
    std::string user;
    std::string host;
    long pid = 0;
    std::string tool; ///< mw 1.0

    bool operator==(const Runner &) const = default;
};

/// This process, for people to read.
Runner thisRunner(const std::string &tool);

/// Where runs leave their traces: $XDG_STATE_HOME/meshwright, else ~/.local/state/meshwright.
Result<std::filesystem::path> stateFolder();

/// Makes the folder and those above it, for this user alone.
Result<void> makeFolder(const std::filesystem::path &folder);

std::string utcNow(); ///< ISO 8601

/// As a part of a file's name: what is neither letter, digit, dot, dash nor low line becomes %XX.
std::string fileNamePart(const std::string &text);

} // namespace meshwright::journal
