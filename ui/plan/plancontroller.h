// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/planning.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <optional>

namespace meshwright::ui {

/// Makes plans for the chosen environment and applies them, off the UI thread. The newest request
/// wins; what is being applied ends at a safe point when it is cancelled or this goes away.
class PlanController : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Idle, Planning, Planned, Applying, Applied };
    Q_ENUM(Phase)

    PlanController(Session *session, Connections connections, QObject *parent = nullptr);
    ~PlanController() override;

    /// Where the next plan leads. A plan for another environment is dropped; ignored while one is
    /// applied.
    void setEnvironment(const QString &name);

    QString environmentName() const { return m_environmentName; }

    std::optional<Environment> environment() const; ///< as the newest snapshot has it

    /// What the next plan may delete beside what the environment's settings say; of this
    /// environment alone. A plan that is there is made again, of all there is to do.
    void setPrune(const Prune &prune);

    const Prune &prune() const { return m_prune; }

    Phase phase() const { return m_phase; }

    const MadePlanPtr &made() const { return m_made; } ///< null before the first

    /// The specs, the settings or what is saved changed since the plan was made.
    bool isOutdated() const { return m_isOutdated; }

    const std::optional<Error> &fault() const { return m_fault; } ///< why there is no plan

    const std::optional<ApplyReport> &report() const { return m_report; }

    /// The journal of the run that the newest request goes on with; empty: it was for a plan.
    const QString &journal() const { return m_journal; }

    /// Why the plan can't be applied now, in a sentence; empty where it can.
    QString obstacle() const;

    /// Refused (Denied, Conflict) where there is an obstacle, or where the guard wants the
    /// environment's name typed and `typedName` is not it, or where topics in use would be deleted
    /// and nobody agreed to that.
    Result<void> apply(const QString &typedName = {}, bool isAgreed = false);

    /// A plan of a few chosen items, and of nothing else.
    void planOnly(const PlanOptions &chosen);

public slots:
    /// A plan of all that there is to do.
    void plan();
    /// The plan that was made last, once more: of all, or of the chosen items.
    void planAgain();
    /// Shows what is left of the run, for `apply` to go on with it.
    void goOn(const QString &journal);

    /// Drops the plan; ignored while one is applied.
    void forget() { drop(); }

    /// Ends planning at once, and applying at the next safe point.
    void cancel();

signals:
    void environmentChanged();
    void phaseChanged(meshwright::ui::PlanController::Phase phase);
    void outdatedChanged(bool isOutdated);
    void itemStarted(const std::string &id);
    void itemFinished(const meshwright::ItemResult &result);
    void cancelling();

private:
    using Make = std::function<Result<MadePlanPtr>(const std::stop_token &)>;

    void start();
    void make(const QString &journal, Make deed);
    void takePlan();
    bool isMadeOfOldSpecs() const;
    void takeStep(int index);
    void takeApplied();
    void takeSnapshot();
    void setPhase(Phase phase);
    void setOutdated(bool isOutdated);
    void drop();

    Session *m_session;
    Prune m_prune;
    PlanOptions m_chosen; ///< of the newest plan, where that is of a few items
    Connections m_connections;
    QString m_environmentName;
    QString m_journal;
    Phase m_phase = Phase::Idle;
    MadePlanPtr m_made;
    bool m_isOutdated = false;
    std::optional<Error> m_fault;
    std::optional<ApplyReport> m_report;
    QFutureWatcher<Result<MadePlanPtr>> m_planning;
    QFutureWatcher<ApplyStep> m_applying;
    std::stop_source m_stop;
};

} // namespace meshwright::ui
