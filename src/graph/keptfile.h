// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/text/textedit.h"
#include "meshwright/yaml/document.h"

#include <string>

// Files of the workspace root that the graph writes into: whatever people wrote there stays.
namespace meshwright::graph {

/// One edit that turns `before` into `after`, as small as it can be in one piece.
TextEdit difference(const std::string &before, const std::string &after);

/// `edit` alone, or its error.
Result<WorkspaceEdit> editOf(const std::string &file, Result<TextEdit> edit);

/// A file that is not there yet.
WorkspaceEdit creationOf(const std::string &file, std::string text);

/// Whether edits find their places: the whole text was read.
bool isSound(const yaml::DocumentPtr &document);
Error unreadable(const std::string &file);

/// How the lines of `bytes` end.
std::string lineEndOf(const std::string &bytes);

} // namespace meshwright::graph
