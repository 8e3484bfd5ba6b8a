// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/plancontroller.h"

#include "meshwright/plan/guards.h"
#include "ui/plan/goingon.h"
#include "ui/text/text.h"

#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

PlanController::PlanController(Session *session, Connections connections, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_connections(std::move(connections))
{
    connect(&m_planning, &QFutureWatcherBase::finished, this, &PlanController::takePlan);
    connect(&m_applying, &QFutureWatcherBase::resultReadyAt, this, &PlanController::takeStep);
    connect(&m_applying, &QFutureWatcherBase::finished, this, &PlanController::takeApplied);
    connect(m_session, &Session::snapshotChanged, this, &PlanController::takeSnapshot);
    connect(m_session, &Session::opened, this, &PlanController::drop);
}

PlanController::~PlanController()
{
    m_stop.request_stop();
}

std::optional<Environment> PlanController::environment() const
{
    if (!m_session->isOpen())
        return std::nullopt;
    const auto &settings = m_session->snapshot().workspace->settings();
    const auto *found = settings.environment(fromQt(m_environmentName));
    return found == nullptr ? std::nullopt : std::optional(*found);
}

void PlanController::setEnvironment(const QString &name)
{
    if (name == m_environmentName || m_phase == Phase::Applying)
        return;
    m_environmentName = name;
    m_prune = {};
    m_chosen = {};
    drop();
    emit environmentChanged();
}

void PlanController::setPrune(const Prune &prune)
{
    if (prune == m_prune || m_phase == Phase::Applying)
        return;
    m_prune = prune;
    if (m_phase == Phase::Idle && !m_made)
        emit environmentChanged();
    else
        plan();
}

void PlanController::drop()
{
    if (m_phase == Phase::Applying) // its answers are still wanted
        return;
    m_stop.request_stop();
    m_planning.setFuture({});
    m_journal.clear();
    m_made.reset();
    m_fault.reset();
    m_report.reset();
    setOutdated(false);
    setPhase(Phase::Idle);
}

void PlanController::plan()
{
    if (m_phase == Phase::Applying)
        return;
    m_chosen = {};
    start();
}

void PlanController::planOnly(const PlanOptions &chosen)
{
    if (m_phase == Phase::Applying)
        return;
    m_chosen = chosen;
    start();
}

void PlanController::planAgain()
{
    start();
}

void PlanController::start()
{
    const auto target = environment();
    if (m_phase == Phase::Applying || !target)
        return;
    PlanRequest request{m_session->snapshot(), *target, m_connections.find(target->connector),
                        m_session->modifiedFiles(), m_chosen};
    if (m_chosen.only.empty())
        request.options.prune = m_prune;
    make({}, [request](const std::stop_token &stop) { return makePlanFor(request, stop); });
}

void PlanController::goOn(const QString &journal)
{
    const auto target = environment();
    if (m_phase == Phase::Applying || !target)
        return;
    m_chosen = {};
    make(journal, [path = fromQt(journal), target = *target,
                   connector = m_connections.find(target->connector)](const std::stop_token &stop) {
        return leftOf(path, target, connector, stop);
    });
}

void PlanController::make(const QString &journal, Make deed)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_journal = journal;
    m_fault.reset();
    m_report.reset();
    m_planning.setFuture(QtConcurrent::run(
        m_connections.threads(),
        [deed = std::move(deed), stop = m_stop.get_token()] { return deed(stop); }));
    setPhase(Phase::Planning);
}

void PlanController::takePlan()
{
    if (m_planning.isCanceled()) // dropped: there is no result
        return;
    const auto result = m_planning.result();
    if (!result) {
        m_made.reset();
        m_fault = result.error();
        setOutdated(false);
        return setPhase(Phase::Idle);
    }
    m_made = *result;
    setOutdated(isMadeOfOldSpecs());
    setPhase(Phase::Planned);
}

/// A run is gone on with as it was planned.
bool PlanController::isMadeOfOldSpecs() const
{
    if (m_made->earlier) // its guards may be others now
        return environment() != m_made->environment;
    return m_made->revision != m_session->snapshot().revision;
}

QString PlanController::obstacle() const
{
    if (m_phase == Phase::Applying)
        return tr("A plan is being applied.");
    if (m_phase != Phase::Planned || !m_made)
        return tr("There is no plan to apply: make one first.");
    if (m_made->plan.hasErrors())
        return tr("The plan has errors: mend them, then plan again.");
    if (m_made->plan.isEmpty())
        return tr("There is nothing to apply.");
    if (m_made->environment.isReadOnly)
        return tr("This environment is read-only: nothing is ever written there.");
    if (m_isOutdated)
        return tr("The specs changed since this plan was made: plan again.");
    return {};
}

Result<void> PlanController::apply(const QString &typedName, bool isAgreed)
{
    if (const auto why = obstacle(); !why.isEmpty())
        return tl::unexpected(Error{Error::Code::Conflict, fromQt(why), {}});
    const auto &target = m_made->environment;
    if (auto refusal = writeRefusal(m_made->plan, target))
        return tl::unexpected(std::move(*refusal));
    if (target.guard == Guard::Prod && typedName != toQt(target.name))
        return tl::unexpected(Error{
            Error::Code::Denied,
            fromQt(tr("Type the environment's name, %1, to apply there.").arg(toQt(target.name))),
            {}});
    if (const auto inUse = withoutConsent(m_made->plan, {}); !inUse.empty() && !isAgreed)
        return tl::unexpected(
            Error{Error::Code::Denied,
                  fromQt(tr("%1 is in use: %2. Agree that it goes, or take it out of the plan.")
                             .arg(toQt(inUse.front()->resource), toQt(inUse.front()->consent))),
                  {}});
    m_stop = std::stop_source();
    m_report.reset();
    const auto connector = m_connections.find(target.connector);
    m_applying.setFuture(QtConcurrent::run(m_connections.threads(), applyPlan, m_made, connector,
                                           m_stop.get_token()));
    setPhase(Phase::Applying);
    return {};
}

void PlanController::takeStep(int index)
{
    const auto step = m_applying.resultAt(index);
    if (const auto *started = std::get_if<ItemStarted>(&step))
        emit itemStarted(started->id);
    else if (const auto *finished = std::get_if<ItemResult>(&step))
        emit itemFinished(*finished);
    else if (const auto *report = std::get_if<ApplyReport>(&step))
        m_report = *report;
}

void PlanController::takeApplied()
{
    setPhase(Phase::Applied);
}

void PlanController::cancel()
{
    m_stop.request_stop();
    if (m_phase == Phase::Applying) {
        emit cancelling();
    } else if (m_phase == Phase::Planning) {
        m_planning.setFuture({});
        setPhase(m_made ? Phase::Planned : Phase::Idle);
    }
}

void PlanController::takeSnapshot()
{
    if (m_made && m_phase != Phase::Applying) {
        if (m_made->earlier && environment() != m_made->environment)
            drop(); // its guards may be others now
        else
            setOutdated(isMadeOfOldSpecs());
    }
    emit environmentChanged(); // its settings may be new
}

void PlanController::setPhase(Phase phase)
{
    m_phase = phase;
    emit phaseChanged(phase);
}

void PlanController::setOutdated(bool isOutdated)
{
    if (std::exchange(m_isOutdated, isOutdated) != isOutdated)
        emit outdatedChanged(isOutdated);
}

} // namespace meshwright::ui
