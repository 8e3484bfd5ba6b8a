// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/history/comparing.h"
#include "ui/plan/plancontroller.h"

#include "meshwright/compare/overlay.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <memory>

namespace meshwright::ui {

class Session;

using OverlayPtr = std::shared_ptr<const compare::Overlay>;

/// What the graph lays over the specs of the session: an earlier state of them, the cluster that
/// was planned for, or what an act that is being asked for would make of them. Overlays are made
/// off the UI thread, anew for each snapshot.
class GraphComparison : public QObject
{
    Q_OBJECT

public:
    enum class Kind { None, Revision, Cluster, Preview };

    explicit GraphComparison(Session &session, QObject *parent = nullptr);

    /// Without it, or without version control in the folder, there are no revisions.
    void setHistory(HistoryWatch *history);
    /// Without it there is no cluster to compare with.
    void setPlans(PlanController *plans);

    HistoryWatch *history() const { return m_history; }

    PlanController *plans() const { return m_plans; }

    /// A branch, a tag, a commit.
    void withRevision(const QString &revision);
    /// With the cluster that the newest plan was made for, and those that are made from now on.
    void withCluster();
    void stop();

    /// Of what is shown: a preview comes before all else.
    Kind kind() const;

    /// Null while there is none, or the first is being made.
    OverlayPtr overlay() const;

    /// What is compared with, in words: main, the cluster of dev.
    QString base() const;

    /// Why there is no overlay, in a sentence; empty where there is one or it is being made.
    const QString &fault() const { return m_fault; }

signals:
    void changed();

private:
    void takeSnapshot();
    void takePlan();
    void compareNow();
    void takeCompared();
    void makePreview();

    struct Answer
    {
        std::shared_ptr<const Past> past;
        OverlayPtr overlay;
    };

    Session &m_session;
    QPointer<HistoryWatch> m_history;
    QPointer<PlanController> m_plans;
    Kind m_kind = Kind::None;
    QString m_revision;
    QString m_asked; ///< what is being compared with
    QString m_fault;
    OverlayPtr m_overlay;
    OverlayPtr m_preview;
    std::shared_ptr<const Past> m_past;
    bool m_isStale = false; ///< asked for again while it is made
    QFutureWatcher<Result<Answer>> m_comparing;
    QFutureWatcher<OverlayPtr> m_previewing;
    QFutureWatcher<OverlayPtr> m_planning;
};

} // namespace meshwright::ui
