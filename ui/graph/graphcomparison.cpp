// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcomparison.h"

#include "ui/plan/plancontroller.h"
#include "ui/session/session.h"
#include "ui/text/text.h"

#include "meshwright/plan/planoverlay.h"

#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

GraphComparison::GraphComparison(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::snapshotChanged, this, &GraphComparison::takeSnapshot);
    connect(&session, &Session::opened, this, &GraphComparison::stop);
    connect(&session, &Session::previewChanged, this, &GraphComparison::makePreview);
    connect(&m_comparing, &QFutureWatcherBase::finished, this, &GraphComparison::takeCompared);
    connect(&m_previewing, &QFutureWatcherBase::finished, this, [this] {
        if (!m_session.preview())
            return; // it is not asked for any more
        m_preview = m_previewing.result();
        emit changed();
    });
    connect(&m_planning, &QFutureWatcherBase::finished, this, [this] {
        if (m_kind != Kind::Cluster || m_planning.future().resultCount() == 0)
            return;
        m_overlay = m_planning.result();
        emit changed();
    });
}

void GraphComparison::setHistory(HistoryWatch *history)
{
    m_history = history;
    connect(history, &HistoryWatch::changed, this, &GraphComparison::compareNow);
}

void GraphComparison::setPlans(PlanController *plans)
{
    m_plans = plans;
    connect(plans, &PlanController::phaseChanged, this, &GraphComparison::takePlan);
    connect(plans, &PlanController::environmentChanged, this, &GraphComparison::takePlan);
}

void GraphComparison::withRevision(const QString &revision)
{
    stop();
    m_kind = Kind::Revision;
    m_revision = revision;
    compareNow();
    emit changed();
}

void GraphComparison::withCluster()
{
    stop();
    m_kind = Kind::Cluster;
    if (m_plans && !m_plans->made() && m_plans->phase() == PlanController::Phase::Idle)
        m_plans->plan();
    takePlan();
    emit changed();
}

void GraphComparison::stop()
{
    const bool wasShown = m_kind != Kind::None;
    m_kind = Kind::None;
    m_overlay.reset();
    m_fault.clear();
    m_past.reset();
    if (wasShown)
        emit changed();
}

GraphComparison::Kind GraphComparison::kind() const
{
    return m_preview ? Kind::Preview : m_kind;
}

OverlayPtr GraphComparison::overlay() const
{
    return m_preview ? m_preview : m_overlay;
}

QString GraphComparison::base() const
{
    if (kind() == Kind::Revision)
        return m_revision;
    return kind() == Kind::Cluster && m_plans ? m_plans->environmentName() : QString();
}

void GraphComparison::takeSnapshot()
{
    if (m_kind == Kind::Revision)
        compareNow();
    else if (m_kind == Kind::Cluster)
        takePlan();
}

void GraphComparison::compareNow()
{
    if (m_kind != Kind::Revision || !m_history || !m_session.snapshot().topology)
        return;
    if (m_comparing.isRunning()) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    CompareInput input;
    input.open = m_history->opener();
    input.base = fromQt(m_revision);
    input.next = m_session.snapshot().topology;
    input.states = m_history->status().states;
    input.known = m_past;
    m_asked = m_revision;
    m_comparing.setFuture(QtConcurrent::run([input]() -> Result<Answer> {
        const auto compared = compareWith(input);
        if (!compared)
            return tl::unexpected(compared.error());
        return Answer{compared->past, std::make_shared<const compare::Overlay>(compare::overlaid(
                                          *compared->base, *compared->next, compared->comparison))};
    }));
}

void GraphComparison::takeCompared()
{
    if (m_kind != Kind::Revision)
        return;
    if (m_asked != m_revision)
        return compareNow(); // another one was chosen meanwhile
    const Result<Answer> answer = m_comparing.result();
    m_fault = answer ? QString() : toQt(answer.error().message);
    m_overlay = answer ? answer->overlay : nullptr;
    m_past = answer ? answer->past : nullptr;
    emit changed();
    if (m_isStale)
        compareNow();
}

/// Of the newest plan; while the next is made, the last one stays.
void GraphComparison::takePlan()
{
    if (m_kind != Kind::Cluster || !m_plans)
        return;
    const TopologyPtr &topology = m_session.snapshot().topology;
    const MadePlanPtr &made = m_plans->made();
    m_fault = m_plans->fault() ? toQt(m_plans->fault()->message) : QString();
    if (!made || !topology) {
        m_planning.setFuture({}); // an answer that comes all the same is of another plan
        m_overlay.reset();
        emit changed();
        return;
    }
    m_planning.setFuture(QtConcurrent::run([topology, made]() -> OverlayPtr {
        return std::make_shared<const compare::Overlay>(overlayOf(topology, made->plan));
    }));
}

void GraphComparison::makePreview()
{
    const TopologyPtr next = m_session.preview();
    const TopologyPtr &base = m_session.snapshot().topology;
    if (!next || !base) {
        if (std::exchange(m_preview, nullptr))
            emit changed();
        return;
    }
    m_previewing.setFuture(QtConcurrent::run([base, next]() -> OverlayPtr {
        return std::make_shared<const compare::Overlay>(
            compare::overlaid(*base, *next, compare::compareStates(*base, *next)));
    }));
}

} // namespace meshwright::ui
