// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/history/repository.h"

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace meshwright::ui {

class Session;

/// The repository that a folder lies in; called off the UI thread.
using OpenRepository =
    std::function<Result<std::unique_ptr<history::Repository>>(const std::filesystem::path &)>;

/// What version control says of the open folder.
struct HistoryStatus
{
    std::optional<history::Head> head; ///< none: not under version control, or `trouble`
    std::vector<history::FileState> states;
    std::vector<history::Reference> references;
    std::vector<std::filesystem::path> watched;
    QString trouble; ///< why the folder's repository can't be read

    /// Files that differ from HEAD; ignored ones don't count.
    int changedFiles() const;
};

HistoryStatus readHistory(const OpenRepository &open, const std::filesystem::path &folder);

/// Keeps the status of the session's folder: read again, off the UI thread, where a folder is
/// opened, a file saved or changed by others, or the repository moves.
class HistoryWatch : public QObject
{
    Q_OBJECT

public:
    HistoryWatch(Session &session, OpenRepository open, QObject *parent = nullptr);

    const HistoryStatus &status() const { return m_status; }

    const OpenRepository &opener() const { return m_open; }

signals:
    void changed();

private:
    void refresh();
    void take();
    void watch();

    Session &m_session;
    OpenRepository m_open;
    HistoryStatus m_status;
    QFutureWatcher<HistoryStatus> m_reading;
    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
    bool m_isStale = false; ///< asked for again while it is read
};

} // namespace meshwright::ui
