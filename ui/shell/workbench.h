// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connections.h"
#include "ui/history/historywatch.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/questions.h"

#include <memory>

class QDockWidget;

namespace meshwright::ui {

class ClusterObserver;
class EnvironmentChooser;
class GovernanceView;
class GraphCanvas;
class GraphView;
class Navigator;
class PlanController;
class PlanView;
class Recovery;
class Tour;
struct Destination;

/// The whole window put together: the session, the shell, and every view in its place.
class Workbench
{
public:
    /// Without `openRepository` there is no version control.
    Workbench(std::unique_ptr<Questions> questions, Connections connections,
              const OpenRepository &openRepository = {});
    ~Workbench();

    Session &session() { return m_session; }

    MainWindow &window() { return *m_window; }

    /// Opens what a link names.
    void open(const Destination &destination);
    /// Opens the path; without one, the last folder where the user wants that, or else the folder
    /// of what an earlier crash left, where there is such.
    void start(const QString &path);

private:
    void addGraph();
    void addOutline();
    void addSearch();
    void addRecovery();
    void addGraphActions(GraphCanvas *canvas);
    void addPlan();
    void addAccess();
    void addImports();
    void addProvision();
    void addRuns(GovernanceView *view);
    void addSymbols();
    void addTour();
    void addSubjectMenus();
    void raisePlan();
    void openConnection(const QString &environment);

    std::unique_ptr<Questions> m_questions;
    Connections m_connections;
    Session m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Recovery> m_recovery;
    GraphView *m_graph = nullptr;
    EnvironmentChooser *m_environment = nullptr;
    PlanController *m_planning = nullptr;
    QDockWidget *m_planDock = nullptr;
    ClusterObserver *m_observer = nullptr;
    Navigator *m_navigator = nullptr;
};

} // namespace meshwright::ui
