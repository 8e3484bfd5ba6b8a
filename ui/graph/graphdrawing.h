// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphscene.h"
#include "ui/graph/sight.h"
#include "ui/session/session.h"

#include "meshwright/compare/overlay.h"

#include <QFutureWatcher>
#include <QObject>

#include <filesystem>
#include <optional>
#include <set>
#include <stop_token>

namespace meshwright::ui {

/// What shall be drawn.
struct GraphWish
{
    Snapshot snapshot;
    std::optional<Sight> sight;              ///< of the cluster
    std::optional<std::set<ContextId>> only; ///< leaves all others out
    layout::Style style = layout::Style::Columns;
    std::shared_ptr<const compare::Overlay>
        overlay; ///< instead of the snapshot's topology; or null
};

/// A picture of it, or the best that there is until the lasting one comes.
struct DrawnGraph
{
    GraphScenePtr scene;
    QString fault; ///< why it is a plain grid
    std::optional<std::set<ContextId>> only;
    TopologyPtr topology; ///< the whole, with what was observed
};

/// Makes scenes off the UI thread. What stands in two pictures one after the other keeps its place,
/// as far as that can be; a wish that comes while one is drawn waits, and the newest wins.
class GraphDrawing : public QObject
{
    Q_OBJECT

public:
    explicit GraphDrawing(QObject *parent = nullptr);
    ~GraphDrawing() override;

    void draw(const GraphWish &wish);
    /// The next picture does not look at those before.
    void forget();

    bool isBusy() const { return m_isBusy; }

    /// Of the latest wish.
    const std::optional<std::set<ContextId>> &only() const { return m_only; }

signals:
    void drawn(const meshwright::ui::DrawnGraph &graph);

private:
    /// The last picture that was laid out, and for what.
    struct LaidOut
    {
        layout::Request request;
        layout::Picture automatic; ///< before anything was put somewhere by hand
        graph::Positions positions;
        layout::Picture picture;
        QString fault; ///< why it is a plain grid
    };

    struct Job
    {
        GraphWish wish;
        LaidOut before;
        std::filesystem::path helper;
        std::stop_token stop;
    };

    /// One answer of a worker.
    struct Answer
    {
        DrawnGraph graph;
        LaidOut laidOut;
    };

    static void run(QPromise<Answer> &promise, Job job);
    void begin(const GraphWish &wish);
    void take(int index);

    LaidOut m_whole;
    LaidOut m_part; ///< of what was asked for alone
    std::optional<std::set<ContextId>> m_only;
    std::optional<GraphWish> m_next;
    bool m_isBusy = false;
    bool m_isForgotten = false; ///< while a picture was on its way
    std::stop_source m_stop;
    QFutureWatcher<Answer> m_drawing;
};

/// The layout helper: beside the program, or where MESHWRIGHT_LAYOUT says.
std::filesystem::path layoutHelper();

} // namespace meshwright::ui
