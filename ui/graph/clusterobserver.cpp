// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/clusterobserver.h"

#include "ui/session/session.h"
#include "ui/text/text.h"

#include "meshwright/plan/observe.h"

#include <QElapsedTimer>
#include <QtConcurrent>

#include <tuple>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr int share = 4; ///< of the time at most a fifth is spent on reading

bool sameCluster(const Environment &a, const Environment &b)
{
    return std::tie(a.name, a.connector, a.bootstrap, a.security, a.properties) ==
           std::tie(b.name, b.connector, b.bootstrap, b.security, b.properties);
}

} // namespace

ClusterObserver::ClusterObserver(Session &session, Connections connections, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_connections(std::move(connections))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ClusterObserver::read);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &ClusterObserver::take);
    connect(&m_session, &Session::opened, this, &ClusterObserver::forget);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (!m_next.isActive())
            goOn(); // the first specs are there, or its environment is again
    });
}

ClusterObserver::~ClusterObserver()
{
    m_stop.request_stop();
    hangUp();
}

/// A connection may take a second to end: a thread that may wait does that.
void ClusterObserver::hangUp()
{
    m_connections.threads()->start([line = std::exchange(m_line, std::make_shared<Line>())] {});
}

std::optional<Environment> ClusterObserver::environment() const
{
    if (!m_session.isOpen())
        return std::nullopt;
    const auto *found =
        m_session.snapshot().workspace->settings().environment(fromQt(m_environment));
    return found ? std::optional(*found) : std::nullopt;
}

void ClusterObserver::setEnvironment(const QString &name)
{
    if (name == m_environment)
        return;
    m_environment = name;
    forget();
}

void ClusterObserver::forget()
{
    m_stop.request_stop();
    m_isWanted = false;
    m_fault.reset();
    const bool hadSight = std::exchange(m_sight, std::nullopt).has_value();
    hangUp();
    if (hadSight) {
        emit figuresChanged();
        emit pictureChanged();
    }
    goOn();
    emit stateChanged();
}

void ClusterObserver::setObserving(bool isObserving)
{
    if (std::exchange(m_isObserving, isObserving) != isObserving)
        forget();
}

void ClusterObserver::setSeen(bool isSeen)
{
    if (std::exchange(m_isSeen, isSeen) == isSeen)
        return;
    if (!isSeen) {
        m_stop.request_stop();
        m_next.stop();
    } else if (!m_next.isActive()) {
        goOn();
    }
}

void ClusterObserver::goOn()
{
    m_next.stop();
    if (m_isObserving && m_isSeen && !m_reading.isRunning())
        read();
}

std::chrono::milliseconds ClusterObserver::pauseAfter(std::chrono::milliseconds read) const
{
    return std::max(m_leastPause, read * share);
}

void ClusterObserver::read()
{
    const auto target = environment();
    if (!target || !m_session.snapshot().topology) {
        emit stateChanged();
        return;
    }
    m_stop = std::stop_source();
    m_isWanted = true;
    const Request request{m_line,  m_connections.find(target->connector),
                          *target, m_session.snapshot().topology,
                          m_sight, m_stop.get_token()};
    m_reading.setFuture(
        QtConcurrent::run(m_connections.threads(), [request] { return look(request); }));
    emit stateChanged();
}

ClusterObserver::Answer ClusterObserver::look(const Request &request)
{
    QElapsedTimer clock;
    clock.start();
    const auto took = [&clock] { return std::chrono::milliseconds(clock.elapsed()); };
    Line &line = *request.line;
    if (!line.cluster || !sameCluster(*line.to, request.environment)) {
        auto opened = openCluster(request.connector, request.environment);
        if (!opened)
            return {tl::unexpected(opened.error()), took()};
        line.cluster = std::move(*opened);
        line.to = request.environment;
    }
    auto observation = meshwright::observe(*line.cluster, request.stop);
    if (!observation) {
        line.cluster.reset();
        return {tl::unexpected(observation.error()), took()};
    }
    Sight sight;
    sight.environment = toQt(request.environment.name);
    sight.at = QDateTime::currentDateTime();
    sight.now = std::make_shared<const graph::Observation>(std::move(*observation));
    sight.before = request.last ? request.last->now : nullptr;
    sight.observed = std::make_shared<const graph::Observed>(
        graph::seenBy(*request.specs, *sight.now, sight.before.get()));
    return {std::move(sight), took()};
}

void ClusterObserver::take()
{
    const Answer answer = m_reading.result();
    const bool isStopped = !answer.sight && answer.sight.error().code == Error::Code::Cancelled;
    if (!m_isWanted || isStopped) { // it was left meanwhile
        goOn();
        return;
    }
    if (!answer.sight) {
        m_fault = answer.sight.error();
        if (m_sight)
            m_sight->isOld = true;
    } else {
        const bool isSame = m_sight && m_sight->observed->isAlike(*answer.sight->observed);
        m_fault.reset();
        m_sight = *answer.sight;
        if (!isSame)
            emit pictureChanged();
    }
    if (m_isObserving && m_isSeen)
        m_next.start(pauseAfter(answer.took));
    emit figuresChanged();
    emit stateChanged();
}

} // namespace meshwright::ui
