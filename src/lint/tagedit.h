// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"

#include <string>
#include <utility>

namespace meshwright::linting {

/// The file and the edit that put a tag on a channel: on the operation by which its owner produces
/// (or the one that it has), and in AsyncAPI 3 on the channel itself where that alone has tags or
/// has no operation. NotFound where there is neither.
Result<std::pair<std::string, TextEdit>>
tagEdit(const asyncapi::Files &files, const asyncapi::Spec &spec, const asyncapi::Channel &channel,
        const std::string &tag, const std::string &description = {});

} // namespace meshwright::linting
