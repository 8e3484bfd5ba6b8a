// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace meshwright::report {

/// MDX that shows the text as it is written, its empty lines as ends of paragraphs: no character of
/// it is markup, code or a component.
std::string mdxText(std::string_view text);
/// The same on one line.
std::string mdxLine(std::string_view text);
/// The first paragraph on one line, and no control characters.
std::string firstParagraph(std::string_view text);

} // namespace meshwright::report
