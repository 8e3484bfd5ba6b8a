// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/workspace.h"

#include <map>
#include <string>
#include <string_view>

namespace meshwright::plan {

/// `sha256:` and the hash in hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The files that a plan is made of (specs asked for, what they refer to, the settings) → hash.
std::map<std::string, std::string> specHashes(const Workspace &workspace);

} // namespace meshwright::plan
