// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <QFutureWatcher>
#include <QObject>

#include <string>

namespace meshwright::ui {

class HistoryWatch;
class MainWindow;
class Session;

/// One file's text beside that of a revision, in a dialog. The revision is read off the UI thread.
class FileComparison : public QObject
{
    Q_OBJECT

public:
    FileComparison(MainWindow &window, Session &session, HistoryWatch &history);

    /// A message instead, where the revision has no such file or can't be read.
    void compare(const std::string &file, const QString &revision);

private:
    void show(const Result<std::string> &bytes);

    MainWindow &m_window;
    Session &m_session;
    HistoryWatch &m_history;
    std::string m_file;
    QString m_revision;
    QFutureWatcher<Result<std::string>> m_reading;
};

} // namespace meshwright::ui
