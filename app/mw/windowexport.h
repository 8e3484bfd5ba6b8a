// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace meshwright::mw {

/// Has the window's program, which lies beside this one, draw the graph of a folder into a file,
/// without a display. The exit code of the command; what went wrong is said.
int exportByWindow(const std::string &folder, const std::string &file);

} // namespace meshwright::mw
