// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::modelling {

/// What the new version says otherwise, or no longer says.
struct ConversionNote
{
    std::string message;
    Range range; ///< of the text as it was

    bool operator==(const ConversionNote &) const = default;
};

struct Conversion
{
    std::string text;   ///< of the file, in the new version
    WorkspaceEdit edit; ///< the same as edits, with those of other files' references into it
    std::vector<ConversionNote> notes; ///< in the order of the text
};

/// The spec `file`, of AsyncAPI 2, as AsyncAPI `version` (3.0.0 or 3.1.0): what becomes what is in
/// docs/convert.md. 2.x `publish` is what the spec's owner produces, so it becomes `send`.
///
/// The parts of the text move with their comments, quotes and anchors; what did not have to change
/// stays as it was. NotFound where there is no such spec, Conflict where it is no AsyncAPI 2 or
/// the version is none to convert to, Invalid where its text can't be read to the end.
Result<Conversion> convertToAsyncApi3(const Workspace &workspace, const std::string &file,
                                      std::string_view version = "3.0.0");

} // namespace meshwright::modelling
