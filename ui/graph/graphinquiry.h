// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"
#include "meshwright/graph/filter.h"
#include "meshwright/graph/questions.h"
#include "meshwright/graph/views.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace meshwright::ui {

class ClusterObserver;
class Session;

/// What is asked of the graph at a time.
struct Look
{
    graph::Filter filter;
    std::optional<graph::Focus> focus;
    std::set<ContextId> found; ///< the contexts of an answer that was chosen: a cycle, a way …
    QString title;             ///< what was found
    bool onlyThese = false;    ///< the rest is left out of the picture, not only paled

    bool isEmpty() const { return filter.isEmpty() && !focus && found.empty(); }

    bool operator==(const Look &) const = default;
};

/// What stands out in a snapshot, and the words to filter by.
struct GraphAnswers
{
    TopologyPtr specs;
    TopologyPtr topology; ///< with what was observed
    graph::Facets facets;
    std::vector<std::vector<ContextId>> cycles;
    std::vector<graph::Hub> hubs;
    std::vector<graph::Coupling> couplings;
    std::vector<graph::Orphan> orphans;
    std::vector<graph::Mismatch> mismatches;
};

using GraphAnswersPtr = std::shared_ptr<const GraphAnswers>;

/// The questions to the graph of the session: the present one, those before it, and which contexts
/// answer it. Answers are made off the UI thread, anew for each snapshot.
class GraphInquiry : public QObject
{
    Q_OBJECT

public:
    explicit GraphInquiry(Session &session, QObject *parent = nullptr);

    /// What it sees belongs to the graph then.
    void setObserver(ClusterObserver *observer);

    const Look &look() const { return m_look; }

    /// The look before can be gone back to.
    void ask(const Look &look);
    /// False where there is nothing to go back from.
    bool back();
    /// Back to everything.
    void clear();

    /// The contexts that answer; nothing where nothing is asked, or no answer is there yet.
    const std::optional<std::set<ContextId>> &matches() const { return m_matches; }

    /// Of the newest snapshot while they are wanted; null until the first are made.
    const GraphAnswersPtr &answers() const { return m_answers; }

    /// Somebody looks at the answers. Without that they are made for a question only.
    void setWanted(bool isWanted);

    /// What is kept in the workspace.
    std::vector<graph::View> views() const;
    /// One step of undo; the file is written at once.
    Result<void> save(const QString &name);
    Result<void> remove(const QString &name);

signals:
    void lookChanged();
    /// The answers are of a newer snapshot.
    void answersChanged();

private:
    void takeSnapshot();
    void makeAnswers();
    void takeAnswers();
    void match();
    void matchNewLook();
    Result<void> write(const Result<WorkspaceEdit> &edit, const QString &title);

    Session &m_session;
    QPointer<ClusterObserver> m_observer;
    Look m_look;
    std::vector<Look> m_before;
    std::optional<std::set<ContextId>> m_matches;
    GraphAnswersPtr m_answers;
    bool m_isWanted = false;
    bool m_isStale = true;
    QFutureWatcher<GraphAnswersPtr> m_making;
};

} // namespace meshwright::ui
