// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/workspace.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace meshwright::ui {

/// Tells, once things are quiet, that something in the workspace's folders changed.
class DiskWatch : public QObject
{
    Q_OBJECT

public:
    explicit DiskWatch(QObject *parent = nullptr);

    /// Watches the files of the workspace and their folders; replaces what was watched.
    void watch(const Workspace &workspace);
    /// Watches one file more, and its folder.
    void add(const std::filesystem::path &file);

signals:
    void changed();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
};

} // namespace meshwright::ui
