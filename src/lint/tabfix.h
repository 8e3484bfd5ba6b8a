// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"
#include "meshwright/yaml/document.h"

#include <vector>

namespace meshwright::linting {

/// The edits that put spaces in the place of the tabs that indent the line of `tab`, and those of
/// the lines right below: under the line before where that one opens a mapping or a list, else
/// beside it, and as deep among themselves as the tabs were. None where that makes no sound YAML.
std::vector<TextEdit> spacesForTabs(const yaml::Document &document, Range tab);

} // namespace meshwright::linting
