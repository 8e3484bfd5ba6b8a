// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/recentfolders.h"

#include <QSettings>

namespace meshwright::ui {

namespace {

constexpr int mostRecent = 6;
constexpr auto recentKey = "recentFolders";

} // namespace

QStringList recentFolders()
{
    return QSettings().value(QLatin1String(recentKey)).toStringList();
}

void rememberRecentFolder(const QString &folder)
{
    QStringList folders = recentFolders();
    folders.removeAll(folder);
    folders.prepend(folder);
    QSettings().setValue(QLatin1String(recentKey), QStringList(folders.mid(0, mostRecent)));
}

void forgetRecentFolders()
{
    QSettings().remove(QLatin1String(recentKey));
}

} // namespace meshwright::ui
