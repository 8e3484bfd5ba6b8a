// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace meshwright::mw {

/// What the command line asked for; a command reads the part that is its own.
struct Options
{
    std::string target = "."; ///< a folder, one spec, or (apply) a plan
    std::string format = "text";
    std::string severity = "info"; ///< check: the least severity that is shown
    std::string rules = "all";
    std::string environment;
    std::string compat; ///< specmesh or empty
    std::string output; ///< a file, or empty for standard output
    std::string focus;
    int hops = 1;
    std::string to = "3.0.0"; ///< convert: the version of AsyncAPI
    bool write = false;
    bool check = false;
    bool prune = false;
    bool detailedExitCode = false;
    bool yes = false;
    std::string confirm;         ///< apply: the name of a production environment, typed
    std::string workspace = "."; ///< apply: where a saved plan's environments are described
};

} // namespace meshwright::mw
