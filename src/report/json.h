// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/acl.h"
#include "meshwright/asyncapi/files.h"
#include "meshwright/text/range.h"
#include "meshwright/workspace/workspace.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace meshwright::report {

using Json = nlohmann::ordered_json;

/// The document, or an exception: also where it is nested deeper than any of ours, which would
/// exhaust the stack of whoever writes it.
Json parsed(std::string_view text);
/// The document with a line end; bytes that are no UTF-8 are replaced.
std::string printed(const Json &json);
/// Line and column of a place; the text's start where the file can't be read.
Position positionOf(const Workspace &workspace, const std::string &file, std::size_t offset);
Json placeJson(const Workspace &workspace, const asyncapi::Place &place); ///< file and line
Json aclJson(const Acl &acl);
Json versioned(); ///< {"version": 1}

} // namespace meshwright::report
