// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/history/repository.h"
#include "ui/theme/icon.h"

#include <QString>

namespace meshwright::ui::filemarks {

/// M, A, U …: what stands beside a file; empty for what needs no mark.
QString letter(history::FileChange change);
/// What the letter means, for the tool tip and for screen readers.
QString meaning(const history::FileState &state);
theme::Ink ink(history::FileChange change);

} // namespace meshwright::ui::filemarks
