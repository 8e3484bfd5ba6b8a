// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/drift/comparing.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace meshwright::ui {

/// Compares the chosen environment's cluster with the specs, off the UI thread: when it is asked,
/// and again and again where the environment's `drift` says so. Never two at a time, and never
/// while a plan is applied.
class DriftController : public QObject
{
    Q_OBJECT

public:
    DriftController(Session *session, Connections connections, QObject *parent = nullptr);
    ~DriftController() override;

    /// A comparison with another one is dropped.
    void setEnvironment(const QString &name);

    QString environmentName() const { return m_environmentName; }

    std::optional<Environment> environment() const; ///< as the newest snapshot has it

    bool isComparing() const { return m_isWanted; }

    const MadeDriftPtr &made() const { return m_made; } ///< null before the first

    /// The specs or the cluster changed since the comparison.
    bool isOutdated() const { return m_isOutdated; }

    const std::optional<Error> &fault() const { return m_fault; } ///< why there is no comparison

    /// When it compares by itself; not valid where it doesn't.
    QDateTime nextAt() const { return m_nextAt; }

    /// While a plan is applied to the cluster nothing is compared: what runs is given up, and what
    /// is due waits for the end.
    void setApplying(bool isApplying);

    bool isApplying() const { return m_isApplying; }

    /// What a minute of `drift` is, for tests.
    void setMinute(std::chrono::milliseconds minute) { m_minute = minute; }

public slots:
    /// Somebody asks for it. Only what was asked for so is compared by itself from then on: whoever
    /// opens a folder has not agreed to reach a cluster that it names, and to log in there.
    void compare();
    void cancel();

signals:
    /// Begun, ended, outdated, another environment, another time for the next.
    void changed();
    /// There is another comparison, or none any more.
    void madeChanged();

private:
    void begin(const Environment &target);
    void beginAgain();
    bool isAskedFor(const Environment &environment) const;
    void take();
    void takeSnapshot();
    void drop();
    void schedule();

    Session *m_session;
    Connections m_connections;
    QString m_environmentName;
    MadeDriftPtr m_made;
    std::optional<Error> m_fault;
    bool m_isOutdated = false;
    bool m_isApplying = false;
    std::optional<Environment> m_asked; ///< that somebody had compared
    bool m_isDue = false;               ///< as soon as nothing is applied any more
    bool m_isWanted = false;            ///< the answer of the comparison that runs
    int m_minutes = 0;                  ///< that the timer goes by
    std::chrono::milliseconds m_minute = std::chrono::minutes(1);
    QDateTime m_nextAt;
    QTimer m_next;
    std::stop_source m_stop;
    QFutureWatcher<Result<MadeDriftPtr>> m_comparing;
};

} // namespace meshwright::ui
