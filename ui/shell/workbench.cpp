// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/workbench.h"

#ifdef MESHWRIGHT_HAS_GRAPH
#include "ui/graph/graphview.h"
#endif
#ifdef MESHWRIGHT_HAS_PLAN
#include "ui/plan/planview.h"
#endif

#include <utility>

namespace meshwright::ui {

Workbench::Workbench(std::unique_ptr<Questions> questions)
    : m_questions(std::move(questions))
    , m_window(std::make_unique<MainWindow>(m_session, *m_questions))
{
    addGraph();
    addPlan();
}

Workbench::~Workbench() = default;

void Workbench::addGraph()
{
#ifdef MESHWRIGHT_HAS_GRAPH
    auto *graph = new GraphView(&m_session);
    QObject::connect(graph, &GraphView::message, m_window.get(), &MainWindow::showMessage);
    m_window->setGraph(graph);
#endif
}

void Workbench::addPlan()
{
#ifdef MESHWRIGHT_HAS_PLAN
    m_window->addPanel(new PlanView(&m_session), QObject::tr("Plan"), "plan",
                       QStringLiteral("planDock"), QKeySequence(QStringLiteral("Ctrl+Shift+L")));
#endif
}

} // namespace meshwright::ui
