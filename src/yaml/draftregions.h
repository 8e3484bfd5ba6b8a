// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/draft.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::yaml {

/// The lines of a text, without line ends; one at least.
std::vector<std::string> linesOf(std::string_view text);
std::string withoutIndent(const std::string &line, std::size_t columns);
bool isBlankLine(std::string_view line);

/// Takes the region of a block collection apart; the piece is a Source one and becomes opened.
void openBlock(Piece &piece, const Node &node);
/// The same for a collection in brackets.
void openFlow(Piece &piece, const Node &node);

} // namespace meshwright::yaml
