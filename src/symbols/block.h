// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/text/textedit.h"
#include "meshwright/yaml/document.h"

#include <string>
#include <string_view>

namespace meshwright::symbols {

/// The whole lines of an entry of a block mapping, with the comments right above it. Invalid where
/// the mapping is written in braces.
Result<Range> linesOf(const yaml::Document &document, const yaml::Entry &entry);

/// Takes the lines out; of the blank lines around them one is left. The last entry of a mapping
/// leaves `{}` behind.
TextEdit withoutLines(const yaml::Document &document, const yaml::Node &mapping, Range lines);

/// Lines of another document, indented from `column`, as new last entries of the mapping under a
/// key of the root, with the document's own indentation and line ends. Invalid where that mapping
/// is written in braces and has entries.
Result<TextEdit> withLinesAdded(const yaml::Document &document, std::string_view key,
                                std::string_view lines, std::size_t column);

} // namespace meshwright::symbols
