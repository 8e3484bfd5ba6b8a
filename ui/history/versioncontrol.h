// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/history/historywatch.h"

namespace meshwright::ui {

class MainWindow;

/// Puts version control into the window: the branch in the status bar, marks in the explorer, and
/// the changes dock with its action. The watch that it gives belongs to the window.
HistoryWatch *addVersionControl(MainWindow &window, Session &session, const OpenRepository &open);

} // namespace meshwright::ui
