// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace meshwright::ui {

/// What was opened last, newest first; the start page offers them.
QStringList recentFolders();
void rememberRecentFolder(const QString &folder);
void forgetRecentFolders();

} // namespace meshwright::ui
