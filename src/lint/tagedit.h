// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"

#include <string>
#include <utility>
#include <vector>

namespace meshwright::linting {

/// An edit of one text, and the file that it is of.
using FileEdit = std::pair<std::string, TextEdit>;

/// The edit that puts a tag on a channel, in its spec's own file where it has a place there: on the
/// operation by which its owner produces (or the one that it has), and in AsyncAPI 3 on the channel
/// itself where that alone has tags or has no operation. What other channels refer to as well stays
/// as it is. NotFound where there is no such place.
Result<FileEdit> tagEdit(const asyncapi::Files &files, const asyncapi::Spec &spec,
                         const asyncapi::Channel &channel, const std::string &tag,
                         const std::string &description = {});

/// The edits that take a tag off a channel and its operations, with a list that has nothing else,
/// and the comments above. What comes from a trait, or is others' too, stays.
std::vector<FileEdit> tagRemovals(const asyncapi::Files &files, const asyncapi::Spec &spec,
                                  const asyncapi::Channel &channel, const std::string &tag);

} // namespace meshwright::linting
