// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editor/scanner.h"

#include <QTextCursor>

namespace meshwright::ui {

/// What keys do beyond typing a character. Each is one edit of the document.
namespace lineedits {

inline constexpr int indentWidth = 2;

/// Enter: a new line with the indentation that fits what stands before it; between two brackets
/// the closing one gets a line of its own. Answers where the caret goes.
QTextCursor breakLine(QTextCursor cursor, Language language);
/// Tab: the selected lines further in, or spaces to the next stop.
void indent(QTextCursor cursor);
/// Shift+Tab.
void unindent(QTextCursor cursor);
/// Comments the selected lines out, or in again where all are out.
void toggleComment(QTextCursor cursor, Language language);

} // namespace lineedits

} // namespace meshwright::ui
