// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/sourcetext.h"

#include <QString>

#include <cstddef>

namespace meshwright::ui {

/// Texts that are too large to edit here are shown as their beginning, plain and for reading:
/// laying out, colouring and changing more would hold up the window. docs/limits.md states the
/// bounds.
namespace excerpt {

inline constexpr std::size_t mostBytes = 4U << 20U; ///< of a text that is edited
inline constexpr std::size_t longestLine = 20'000;  ///< in bytes
inline constexpr std::size_t shownBytes = 1U << 20U;
inline constexpr std::size_t shownOfLine = 2'000;

bool isNeeded(const SourceText &text);
/// Whole lines from the first on, as an editor shows them; of long lines the start, and an
/// ellipsis.
QString of(const SourceText &text);

} // namespace excerpt

} // namespace meshwright::ui
