// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphview.h"
#include "ui/session/session.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace meshwright::app {

/// Waits until the graph stands still, writes it by the ending of the file, and ends the
/// application: 0; 65 where the folder can't be opened or has no contexts; 1 where the file can't
/// be written.
class GraphWriter : public QObject
{
    Q_OBJECT

public:
    GraphWriter(ui::Session &session, ui::GraphView &graph, const QString &file);

    void start();

private:
    void check();

    ui::Session &m_session;
    ui::GraphView &m_graph;
    QString m_file;
    QTimer m_timer;
    int m_calmRounds = 0;
};

} // namespace meshwright::app
