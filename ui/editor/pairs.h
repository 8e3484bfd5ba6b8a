// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editor/scanner.h"

#include <QTextCursor>

#include <optional>

namespace meshwright::ui {

/// Brackets and quotes come in pairs, as they are typed.
namespace pairs {

/// What typing `sign` does beyond itself: an opening sign brings its closing one where a value may
/// begin, or puts both around what is selected; a closing one steps over the one that is there.
/// Answers where the caret goes; nothing where the sign is to be typed as it is.
std::optional<QTextCursor> type(QTextCursor cursor, QChar sign, Language language);
/// Backspace between two signs with nothing in them takes both; false elsewhere.
bool erase(QTextCursor cursor);

} // namespace pairs

} // namespace meshwright::ui
