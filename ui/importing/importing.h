// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connections.h"

#include <QObject>

#include <functional>

namespace meshwright::ui {

class ImportSource;
class MainWindow;
class Questions;
class Session;

/// Puts the ways to specs that are made of something else into the File menu, and onto the start
/// page.
class Importing : public QObject
{
    Q_OBJECT

public:
    /// `environment`: which connection is chosen in the window.
    Importing(MainWindow &window, Session &session, Questions &questions, Connections connections,
              std::function<QString()> environment);

signals:
    void connectionWanted();

private:
    void fromCluster();
    void fromJulie();
    void open(const QString &title, ImportSource *source);
    void takeWritten(const QString &folder, int files);

    MainWindow &m_window;
    Session &m_session;
    Questions &m_questions;
    Connections m_connections;
    std::function<QString()> m_environment;
};

} // namespace meshwright::ui
