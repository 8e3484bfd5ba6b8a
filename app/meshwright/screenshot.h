// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>

namespace meshwright::app {

/// Waits until the folder is open and the views have come to rest, writes a picture of the
/// window, and ends the application: 0, or 65 where the folder can't be opened.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(ui::Session &session, ui::MainWindow &window, const QString &file);

    void start(bool waitsForFolder);

private:
    void check();
    void take();

    ui::Session &m_session;
    ui::MainWindow &m_window;
    QString m_file;
    QTimer m_timer;
    bool m_waitsForFolder = false;
    int m_calmRounds = 0;
    int m_rounds = 0;
    QImage m_last;
};

} // namespace meshwright::app
