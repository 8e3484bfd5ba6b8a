// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/compare/compare.h"

#include <string>
#include <string_view>

namespace meshwright::report {

/// The text in a code span of Markdown, on one line, shortened where it is long.
std::string codeSpan(std::string_view text);
/// `1 topic`, `2 topics`.
std::string counted(std::size_t count, const std::string &noun);
/// One change as a sentence of Markdown, without a full stop: Topic `a.b` is removed.
std::string changeText(const compare::Change &change);
/// Why it breaks, and whom: readers that stay as they are can't read new records.
std::string reasonText(compare::Reason reason);

} // namespace meshwright::report
