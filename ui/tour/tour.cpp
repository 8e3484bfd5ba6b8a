// SPDX-License-Identifier: Apache-2.0
#include "ui/tour/tour.h"

#include "ui/plan/plancontroller.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/tour/callout.h"

#include <QSettings>
#include <QShortcut>

namespace meshwright::ui {

namespace {

constexpr int followMs = 150; ///< nothing tells of every scroll, split and new place of a control
constexpr auto stateKey = "tour/state";

} // namespace

Tour::Tour(const TourStage &stage, QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_steps(tourSteps(stage))
    , m_callout(new Callout(&stage.window))
    , m_escape(new QShortcut(QKeySequence(Qt::Key_Escape), &stage.window))
{
    m_escape->setEnabled(false);
    m_following.setInterval(followMs);
    connect(&m_following, &QTimer::timeout, this, &Tour::look);
    connect(m_escape, &QShortcut::activated, this, &Tour::end);
    connect(m_callout, &Callout::endRequested, this, &Tour::end);
    connect(m_callout, &Callout::goRequested, this, &Tour::goOn);
    for (const auto changed : {&Session::selectionChanged, &Session::snapshotChanged})
        connect(&m_stage.session, changed, this, &Tour::look);
    connect(&m_stage.planning, &PlanController::phaseChanged, this, &Tour::look);
}

Tour::State Tour::state()
{
    const int known = QSettings().value(QLatin1String(stateKey)).toInt();
    return static_cast<State>(qBound(0, known, static_cast<int>(State::Finished)));
}

void Tour::remember(State state)
{
    QSettings().setValue(QLatin1String(stateKey), static_cast<int>(state));
    emit stateChanged();
}

void Tour::start()
{
    m_isRunning = true;
    m_at = 0;
    m_escape->setEnabled(true);
    m_callout->show();
    m_following.start();
    look();
}

void Tour::end()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_following.stop();
    m_escape->setEnabled(false);
    m_callout->pointAt(nullptr, {});
    m_callout->hide();
    remember(m_at == m_steps.size() || state() == State::Finished ? State::Finished : State::Left);
    if (m_at < m_steps.size())
        m_stage.window.showMessage(tr("The tour has ended. Help, Take the tour, goes on with it."));
}

/// Skips the step; past the last one there is nothing to go on to.
void Tour::goOn()
{
    if (m_at == m_steps.size())
        return end();
    ++m_at;
    look();
}

void Tour::look()
{
    if (!m_isRunning)
        return;
    if (m_at > 0 && m_at < m_steps.size() && !m_steps.front().isDone())
        m_at = 0; // another folder was opened
    while (m_at < m_steps.size() && m_steps[m_at].isDone())
        ++m_at;
    show();
}

void Tour::show()
{
    const auto count = static_cast<int>(m_steps.size());
    if (m_at == m_steps.size()) {
        m_callout->say({tr("All %n step(s) done", nullptr, count), tr("That is the whole way"),
                        tr("From a word in a spec to topics on a cluster, and nothing in between "
                           "is hidden. Open your own folder next; Ctrl+Shift+P lists all there is "
                           "to do."),
                        tr("Finish"), true});
        return m_callout->pointAt(nullptr, {});
    }
    const TourStep &step = m_steps[m_at];
    const TourHint hint = step.hint();
    m_callout->say({tr("Step %1 of %2").arg(m_at + 1).arg(count), step.title, hint.text,
                    m_at == 0 ? QString() : tr("Skip")});
    m_callout->pointAt(hint.control, hint.part);
}

} // namespace meshwright::ui
