// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connections.h"
#include "ui/graph/sight.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <stop_token>

namespace meshwright::ui {

class Session;

/// Looks at the chosen environment's cluster again and again, off the UI thread, while that is
/// wanted and somebody sees it; one read at a time, and the slower they are, the fewer.
class ClusterObserver : public QObject
{
    Q_OBJECT

public:
    ClusterObserver(Session &session, Connections connections, QObject *parent = nullptr);
    ~ClusterObserver() override;

    /// What was seen of another one is forgotten.
    void setEnvironment(const QString &name);

    QString environmentName() const { return m_environment; }

    /// As the newest snapshot has it; nothing where none is chosen.
    std::optional<Environment> environment() const;

    void setObserving(bool isObserving);

    bool isObserving() const { return m_isObserving; }

    /// While nobody sees it, nothing is read.
    void setSeen(bool isSeen);

    bool isReading() const { return m_reading.isRunning(); }

    /// Nothing before the first answer, and while nothing is observed.
    const std::optional<Sight> &sight() const { return m_sight; }

    /// Why the latest read failed.
    const std::optional<Error> &fault() const { return m_fault; }

    /// The least time between two reads; after a long read it is longer.
    void setPause(std::chrono::milliseconds pause) { m_leastPause = pause; }

    std::chrono::milliseconds pauseAfter(std::chrono::milliseconds read) const;

signals:
    /// Begun, ended, read, or failed.
    void stateChanged();
    /// There are newer figures, or they became old.
    void figuresChanged();
    /// Other contexts read, or other mismatches are there: the picture is another.
    void pictureChanged();

private:
    /// A connection that reads share, one after another.
    struct Line
    {
        std::optional<Environment> to;
        std::unique_ptr<Cluster> cluster;
    };

    struct Request
    {
        std::shared_ptr<Line> line;
        Connector connector;
        Environment environment;
        TopologyPtr specs;
        std::optional<Sight> last;
        std::stop_token stop;
    };

    struct Answer
    {
        Result<Sight> sight;
        std::chrono::milliseconds took{0};
    };

    static Answer look(const Request &request);
    void read();
    void take();
    void goOn();
    void forget();
    void hangUp();

    Session &m_session;
    Connections m_connections;
    QString m_environment;
    bool m_isObserving = false;
    bool m_isSeen = false;
    bool m_isWanted = true; ///< the answer of the read that is on its way
    std::chrono::milliseconds m_leastPause{5000};
    std::optional<Sight> m_sight;
    std::optional<Error> m_fault;
    std::shared_ptr<Line> m_line = std::make_shared<Line>();
    QTimer m_next;
    std::stop_source m_stop;
    QFutureWatcher<Answer> m_reading;
};

} // namespace meshwright::ui
