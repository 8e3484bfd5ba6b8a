// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/workspace.h"

#include <functional>

namespace meshwright {

using FilePtr = std::shared_ptr<const WorkspaceFile>;

/// Reads a file of the disk; a fault is kept in the result.
WorkspaceFile fileFromDisk(const std::filesystem::path &root, const std::string &path);
/// A file that holds these bytes, wherever they come from.
WorkspaceFile fileFromBytes(const std::string &path, const Result<std::string> &bytes);
/// The file with a document of `text`, where its name says that it is one. `before`: the document
/// of the text that an edit has made this one of, if there is one.
WorkspaceFile fileFromText(const std::string &path, Text text, Encoding encoding,
                           const yaml::DocumentPtr &before = nullptr);

/// Whether the text looks like an AsyncAPI document, even one that can't be parsed.
bool looksLikeSpec(std::string_view text);

/// Calls `work` with 0 … count-1 from several threads, and returns when all is done.
void inParallel(std::size_t count, const std::function<void(std::size_t)> &work);

} // namespace meshwright
