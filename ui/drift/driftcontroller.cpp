// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/driftcontroller.h"

#include "ui/text/text.h"

#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

DriftController::DriftController(Session *session, Connections connections, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_connections(std::move(connections))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &DriftController::beginAgain);
    connect(&m_comparing, &QFutureWatcherBase::finished, this, &DriftController::take);
    connect(m_session, &Session::snapshotChanged, this, &DriftController::takeSnapshot);
    connect(m_session, &Session::opened, this, &DriftController::drop);
}

DriftController::~DriftController()
{
    m_stop.request_stop();
}

std::optional<Environment> DriftController::environment() const
{
    if (!m_session->isOpen())
        return std::nullopt;
    const auto &settings = m_session->snapshot().workspace->settings();
    const auto *found = settings.environment(fromQt(m_environmentName));
    return found == nullptr ? std::nullopt : std::optional(*found);
}

void DriftController::setEnvironment(const QString &name)
{
    if (name == m_environmentName)
        return;
    m_environmentName = name;
    drop();
}

void DriftController::drop()
{
    m_stop.request_stop();
    m_isWanted = false;
    m_isDue = false;
    m_asked.reset();
    m_fault.reset();
    m_isOutdated = false;
    m_made.reset();
    schedule();
    emit madeChanged();
    emit changed();
}

void DriftController::compare()
{
    if (const auto target = environment(); target && !isComparing()) {
        m_asked = target;
        begin(*target);
    }
}

void DriftController::beginAgain()
{
    if (const auto target = environment(); target && isAskedFor(*target) && !isComparing())
        begin(*target);
}

/// Its pace alone may have changed since.
bool DriftController::isAskedFor(const Environment &environment) const
{
    if (!m_asked)
        return false;
    Environment asked = *m_asked;
    asked.driftMinutes = environment.driftMinutes;
    return asked == environment;
}

void DriftController::begin(const Environment &target)
{
    if (!m_session->snapshot().topology)
        return;
    m_next.stop();
    if (m_isApplying) {
        m_isDue = true;
        return;
    }
    m_isDue = false;
    m_stop = std::stop_source();
    m_isWanted = true;
    const DriftRequest request{m_session->snapshot(), target, m_connections.find(target.connector)};
    m_comparing.setFuture(
        QtConcurrent::run(m_connections.threads(), [request, stop = m_stop.get_token()] {
            return findDriftFor(request, stop);
        }));
    emit changed();
}

void DriftController::cancel()
{
    if (!isComparing())
        return;
    m_stop.request_stop();
    m_isWanted = false;
    schedule();
    emit changed();
}

void DriftController::take()
{
    if (!m_isWanted) // it was given up: another may have begun since
        return;
    m_isWanted = false;
    const auto result = m_comparing.result();
    m_made = result ? *result : nullptr;
    m_fault = result ? std::nullopt : std::optional(result.error());
    m_isOutdated = m_made && m_made->revision != m_session->snapshot().revision;
    schedule();
    emit madeChanged();
    emit changed();
}

void DriftController::takeSnapshot()
{
    const auto target = environment();
    const bool isOtherPace = !isComparing() && (target ? target->driftMinutes : 0) != m_minutes;
    const bool isNewlyOld =
        m_made && !m_isOutdated && m_made->revision != m_session->snapshot().revision;
    if (isOtherPace)
        schedule();
    m_isOutdated = m_isOutdated || isNewlyOld;
    if (isOtherPace || isNewlyOld)
        emit changed();
}

void DriftController::setApplying(bool isApplying)
{
    if (std::exchange(m_isApplying, isApplying) == isApplying)
        return;
    if (isApplying && isComparing()) {
        cancel();
        m_isDue = true;
    }
    if (!isApplying && m_made)
        m_isOutdated = true;
    if (!isApplying && m_isDue)
        beginAgain();
    emit changed();
}

void DriftController::schedule()
{
    const auto target = environment();
    m_minutes = target ? target->driftMinutes : 0;
    m_next.stop();
    m_nextAt = {};
    if (m_minutes == 0 || !isAskedFor(*target))
        return;
    const auto pause = m_minutes * m_minute;
    m_nextAt = QDateTime::currentDateTime().addMSecs(pause.count());
    m_next.start(pause);
}

} // namespace meshwright::ui
