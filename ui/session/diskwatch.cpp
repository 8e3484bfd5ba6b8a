// SPDX-License-Identifier: Apache-2.0
#include "ui/session/diskwatch.h"

#include "ui/text/text.h"

#include <QSet>

namespace meshwright::ui {

namespace {

// Each watched path costs a kernel handle; folders come first and see replaced files too.
constexpr qsizetype mostPaths = 6000;
constexpr int quietMs = 150;

QStringList pathsOf(const Workspace &workspace)
{
    QSet<QString> folders{pathToQt(workspace.root())};
    QStringList files;
    for (const auto &[path, file] : workspace.files()) {
        const auto full = workspace.root() / path;
        folders.insert(pathToQt(full.parent_path()));
        files.append(pathToQt(full));
    }
    QStringList all(folders.cbegin(), folders.cend());
    all += files;
    return all.mid(0, mostPaths);
}

} // namespace

DiskWatch::DiskWatch(QObject *parent)
    : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    const auto restart = [this] { m_quiet.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, restart);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, restart);
    connect(&m_quiet, &QTimer::timeout, this, &DiskWatch::changed);
}

void DiskWatch::watch(const Workspace &workspace)
{
    const QStringList wanted = pathsOf(workspace);
    const QSet<QString> target(wanted.cbegin(), wanted.cend());
    const QStringList watchedList = m_watcher.files() + m_watcher.directories();
    const QSet<QString> watched(watchedList.cbegin(), watchedList.cend());
    const QSet<QString> gone = watched - target;
    const QSet<QString> fresh = target - watched;
    if (!gone.isEmpty())
        m_watcher.removePaths(QStringList(gone.cbegin(), gone.cend()));
    if (!fresh.isEmpty())
        m_watcher.addPaths(QStringList(fresh.cbegin(), fresh.cend()));
}

void DiskWatch::add(const std::filesystem::path &file)
{
    m_watcher.addPaths({pathToQt(file.parent_path()), pathToQt(file)});
}

} // namespace meshwright::ui
