// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/workbench.h"

#include "ui/access/accessview.h"
#include "ui/designer/acts.h"
#include "ui/designer/modellingactions.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/editor/outlineview.h"
#include "ui/drift/drift.h"
#include "ui/environment/connectiondialog.h"
#include "ui/environment/environmentchooser.h"
#include "ui/explorer/explorerview.h"
#include "ui/governance/governance.h"
#include "ui/governance/governanceview.h"
#include "ui/graph/clusterobserver.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphcomparison.h"
#include "ui/graph/graphview.h"
#include "ui/history/versioncontrol.h"
#include "ui/importing/importing.h"
#include "ui/plan/planview.h"
#include "ui/recovery/recovery.h"
#include "ui/search/searchview.h"
#include "ui/settings/preferences.h"
#include "ui/settings/recentfolders.h"
#include "ui/shell/navigator.h"
#include "ui/shell/subjectmenu.h"
#include "ui/shell/workspacememory.h"
#include "ui/symbols/placehistory.h"
#include "ui/symbols/symbollookup.h"
#include "ui/symbols/symbolnavigator.h"
#include "ui/symbols/usagesview.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"
#include "ui/tour/callout.h"
#include "ui/tour/tour.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QPushButton>

#include <utility>

namespace meshwright::ui {

namespace {

/// Only the window tells what was applied and what was not.
QString whyOpen()
{
    return QObject::tr("A plan is being applied. Cancel it, or wait for its end, then close.");
}

} // namespace

Workbench::Workbench(std::unique_ptr<Questions> questions, Connections connections,
                     const OpenRepository &openRepository)
    : m_questions(std::move(questions))
    , m_connections(std::move(connections))
    , m_window(std::make_unique<MainWindow>(m_session, *m_questions))
{
    addGraph();
    addOutline();
    addSearch();
    addPlan();
    addAccess();
    addRuns(addGovernance(*m_window, m_session, *m_observer));
    addImports();
    addSymbols();
    addModellingActions(*m_window, m_session);
    addSubjectMenus();
    if (openRepository)
        m_graph->comparison().setHistory(addVersionControl(*m_window, m_session, openRepository));
    m_graph->comparison().setPlans(m_planning);
    addRecovery();
    addTour();
    m_navigator = new Navigator(m_session, *m_window);
}

Workbench::~Workbench() = default;

void Workbench::start(const QString &path)
{
    const QString last = readPreferences().opensLastFolder ? recentFolders().value(0) : QString();
    if (!path.isEmpty())
        m_window->openPath(path);
    else if (QFileInfo::exists(last))
        m_window->openPath(last);
    else
        m_recovery->look();
}

void Workbench::open(const Destination &destination)
{
    m_navigator->open(destination);
}

void Workbench::addRecovery()
{
    auto *window = m_window.get();
    m_recovery = std::make_unique<Recovery>(m_session, window);
    QObject::connect(m_recovery.get(), &Recovery::openRequested, window, &MainWindow::openPath);
    QObject::connect(m_recovery.get(), &Recovery::noteShown, window, &MainWindow::showNote);
    QObject::connect(m_recovery.get(), &Recovery::restored, window,
                     [window](const std::string &file, std::size_t caret) {
                         window->editors().reveal(file, {caret, caret}, true);
                     });
    QObject::connect(window, &MainWindow::closing, m_recovery.get(), &Recovery::close);
}

void Workbench::addGraph()
{
    auto *window = m_window.get();
    m_graph = new GraphView(&m_session);
    QObject::connect(m_graph, &GraphView::message, window, &MainWindow::showMessage);
    QObject::connect(m_graph, &GraphView::openRequested, window,
                     [window] { window->actions().get(QStringLiteral("open-folder"))->trigger(); });
    QObject::connect(m_graph, &GraphView::consumeRequested, window,
                     [this, window](const ContextId &reader, const TopicName &topic) {
                         acts::consume(m_session, reader, topic, window);
                     });
    window->setGraph(m_graph);
    GraphView *graph = m_graph;
    m_window->memory().add(
        QStringLiteral("graph"), [graph] { return graph->state(); },
        [graph](const QJsonValue &state) { graph->restoreState(state.toObject()); });
    addGraphActions(graph->canvas());
}

/// The same menu for the same thing, whichever view shows it.
void Workbench::addSubjectMenus()
{
    auto *window = m_window.get();
    const auto show = [window](const Selection &subject, const QPoint &place) {
        showSubjectMenu(window->actions(), subject, place, window);
    };
    QObject::connect(m_graph, &GraphView::menuRequested, window, show);
    QObject::connect(&window->explorer(), &ExplorerView::menuRequested, window, show);
}

void Workbench::addOutline()
{
    m_window->addSidePanel(new OutlineView(m_session, m_window->editors()), QObject::tr("Outline"),
                           "explorer", QStringLiteral("outlineDock"),
                           QKeySequence(QStringLiteral("Ctrl+Shift+O")));
}

void Workbench::addSearch()
{
    auto *search = new SearchView(m_session);
    QObject::connect(search, &SearchView::messageShown, m_window.get(), &MainWindow::showMessage);
    m_window->addPanel(search, QObject::tr("Search"), "find", QStringLiteral("searchDock"),
                       QKeySequence(QStringLiteral("Ctrl+Shift+F")));
}

/// Their keys are single letters: they are meant where the graph has the focus only.
void Workbench::addGraphActions(GraphCanvas *canvas)
{
    const auto add = [&](const char *id, const Actions::Look &look, std::function<void()> deed) {
        QAction *action =
            m_window->addAction(QStringLiteral("view"), QLatin1String(id), look, std::move(deed));
        action->setShortcutContext(Qt::WidgetShortcut);
        canvas->addAction(action);
    };
    add("graph-fit", {QObject::tr("&Fit the whole graph"), "fit", QKeySequence(Qt::Key_0)},
        [canvas] { canvas->fit(); });
    add("graph-focus",
        {QObject::tr("Focus on the selected context"), "graph", QKeySequence(Qt::Key_F)}, [this] {
            if (!m_graph->focusOnSelection())
                m_window->showMessage(QObject::tr("Select a context in the graph first."));
        });
    add("graph-all", {QObject::tr("Show the whole graph again"), "graph", QKeySequence()},
        [this] { m_graph->inquiry().clear(); });
    add("graph-questions",
        {QObject::tr("Filters and questions of the graph"), "filter", QKeySequence(Qt::Key_Q)},
        [this] { m_graph->setQuestionsShown(!m_graph->areQuestionsShown()); });
    add("graph-arrange", {QObject::tr("Arrange the graph by hand"), "pin", QKeySequence(Qt::Key_A)},
        [this, canvas] { m_graph->setArranging(!canvas->isArranging()); });
    add("graph-lay-out", {QObject::tr("Lay the graph out anew"), "layout", QKeySequence()},
        [this] { m_graph->layOutAnew(); });
    add("graph-compare",
        {QObject::tr("Compare the graph with the last commit"), "compare", QKeySequence()},
        [this] { m_graph->comparison().withRevision(QStringLiteral("HEAD")); });
    add("graph-compare-cluster",
        {QObject::tr("Compare the graph with the cluster"), "compare", QKeySequence()},
        [this] { m_graph->comparison().withCluster(); });
    add("graph-compare-stop", {QObject::tr("Stop comparing the graph"), "close", QKeySequence()},
        [this] { m_graph->comparison().stop(); });
    add("graph-observe",
        {QObject::tr("Observe the cluster in the graph"), "observe", QKeySequence(Qt::Key_O)},
        [this] { m_graph->setObserving(!m_graph->isObserving()); });
    add("graph-figures",
        {QObject::tr("Live figures in the graph"), "figures", QKeySequence(Qt::Key_L)},
        [this] { m_graph->setFiguresShown(!m_graph->areFiguresShown()); });
    add("graph-zoom-in", {QObject::tr("Zoom the graph &in"), "zoom-in", QKeySequence(Qt::Key_Plus)},
        [canvas] { canvas->zoomBy(GraphCanvas::zoomStep); });
    add("graph-zoom-out",
        {QObject::tr("Zoom the graph &out"), "zoom-out", QKeySequence(Qt::Key_Minus)},
        [canvas] { canvas->zoomBy(1 / GraphCanvas::zoomStep); });
}

void Workbench::addPlan()
{
    auto *window = m_window.get();
    m_environment = new EnvironmentChooser(&m_session);
    m_planning = new PlanController(&m_session, m_connections, window);
    m_planning->setEnvironment(m_environment->currentName());
    m_observer = new ClusterObserver(m_session, m_connections, window);
    m_observer->setEnvironment(m_environment->currentName());
    QObject::connect(m_environment, &EnvironmentChooser::currentChanged, m_observer,
                     &ClusterObserver::setEnvironment);
    m_graph->setObserver(m_observer);
    auto *view = new PlanView(&m_session, m_planning);
    m_planDock = window->addPanel(view, QObject::tr("Plan"), "plan", QStringLiteral("planDock"),
                                  QKeySequence(QStringLiteral("Ctrl+Shift+L")));
    const auto edit = [this](const QString &name) { openConnection(name); };
    QObject::connect(m_environment, &EnvironmentChooser::currentChanged, m_planning,
                     &PlanController::setEnvironment);
    QObject::connect(m_environment, &EnvironmentChooser::editRequested, window, edit);
    QObject::connect(m_environment, &EnvironmentChooser::addRequested, window,
                     [edit] { edit({}); });
    QObject::connect(view, &PlanView::connectionRequested, window, edit);
    QObject::connect(m_planning, &PlanController::phaseChanged, m_environment,
                     [this](PlanController::Phase phase) {
                         const bool isApplying = phase == PlanController::Phase::Applying;
                         m_environment->setEnabled(m_session.isOpen() && !isApplying);
                         m_window->keepOpen(isApplying ? whyOpen() : QString());
                     });
    window->addToolWidget(m_environment);
    // Chosen, not connected: whoever wants its state asks for a plan.
    window->memory().add(
        QStringLiteral("environment"), [this] { return m_environment->currentName(); },
        [this](const QJsonValue &name) {
            const auto &settings = m_session.snapshot().workspace->settings();
            if (settings.environment(fromQt(name.toString())))
                m_environment->setCurrent(name.toString());
        });
    addProvision();
    addDrift({*window, m_session, *m_environment, *m_planning, [this] { raisePlan(); }, edit},
             m_connections);
}

/// A run is gone on with where plans are.
void Workbench::addRuns(GovernanceView *view)
{
    QObject::connect(view, &GovernanceView::goOnRequested, m_planning,
                     [this](const QString &environment, const QString &journal) {
                         m_environment->setCurrent(environment);
                         raisePlan();
                         m_planning->goOn(journal);
                     });
}

void Workbench::addImports()
{
    auto *importing = new Importing(*m_window, m_session, *m_questions, m_connections,
                                    [this] { return m_environment->currentName(); });
    QObject::connect(importing, &Importing::connectionWanted, m_window.get(),
                     [this] { openConnection({}); });
}

void Workbench::addAccess()
{
    auto *window = m_window.get();
    PlanController *planning = m_planning;
    auto *reviewer = new AccessReviewer(
        m_session, m_connections, [planning] { return planning->environment(); }, window);
    QObject::connect(planning, &PlanController::environmentChanged, reviewer,
                     &AccessReviewer::forgetCluster);
    auto *view = new AccessView(m_session, *reviewer);
    QObject::connect(view, &AccessView::message, window, &MainWindow::showMessage);
    window->addPanel(view, QObject::tr("Access"), "access", QStringLiteral("accessDock"),
                     QKeySequence(QStringLiteral("Ctrl+Shift+K")));
}

void Workbench::addProvision()
{
    auto *window = m_window.get();
    auto *provision = window->addAction(
        QStringLiteral("cluster"), QStringLiteral("provision"),
        {QObject::tr("Provision"), "apply", QKeySequence(QStringLiteral("Ctrl+Return"))}, [this] {
            raisePlan();
            m_planning->plan();
        });
    provision->setEnabled(m_session.isOpen());
    QObject::connect(&m_session, &Session::opened, provision,
                     [provision] { provision->setEnabled(true); });
    auto *button = new QPushButton(theme::icon("apply", theme::Ink::OnAccent), provision->text());
    button->setObjectName(QStringLiteral("provisionButton"));
    button->setProperty("primary", true);
    button->setToolTip(provision->toolTip());
    button->setEnabled(provision->isEnabled());
    QObject::connect(provision, &QAction::enabledChanged, button, &QWidget::setEnabled);
    QObject::connect(button, &QPushButton::clicked, provision, &QAction::trigger);
    auto *place = new QWidget;
    auto *room = new QHBoxLayout(place);
    room->setContentsMargins(theme::padding, 0, theme::padding, 0);
    room->addWidget(button);
    window->addToolWidget(place);
}

/// What can be done with a name wherever it stands, and the way back from there.
void Workbench::addSymbols()
{
    auto *window = m_window.get();
    auto *lookup = new SymbolLookup(m_session, window);
    auto *usages = new UsagesView(m_session, *lookup);
    auto *dock =
        window->addPanel(usages, QObject::tr("Usages"), "find", QStringLiteral("usagesDock"),
                         QKeySequence(QStringLiteral("Ctrl+Shift+U")));
    auto *navigator = new SymbolNavigator(m_session, window->editors(), *lookup, *usages, window);
    auto *history = new PlaceHistory(m_session, window->editors(), window);
    QObject::connect(navigator, &SymbolNavigator::usagesShown, window,
                     [window, dock] { window->showPanel(dock); });
    QObject::connect(navigator, &SymbolNavigator::messageShown, window, &MainWindow::showMessage);
    const QString go = QStringLiteral("go");
    auto *definition =
        window->addAction(go, QStringLiteral("go-to-definition"),
                          {QObject::tr("Go to &definition"), "jump", QKeySequence(Qt::Key_F12)},
                          [navigator] { navigator->goToDefinition(); });
    auto *find = window->addAction(
        go, QStringLiteral("find-usages"),
        {QObject::tr("Find &usages"), "find", QKeySequence(Qt::SHIFT | Qt::Key_F12)},
        [navigator] { navigator->findUsages(); });
    auto *rename =
        window->addAction(QStringLiteral("edit"), QStringLiteral("rename"),
                          {QObject::tr("Re&name everywhere…"), "change", QKeySequence(Qt::Key_F2)},
                          [navigator] { navigator->rename(); });
    auto *back = window->addAction(go, QStringLiteral("go-back"),
                                   {QObject::tr("&Back"), "undo", QKeySequence(QKeySequence::Back)},
                                   [history] { history->goBack(); });
    auto *forward =
        window->addAction(go, QStringLiteral("go-forward"),
                          {QObject::tr("&Forward"), "redo", QKeySequence(QKeySequence::Forward)},
                          [history] { history->goForward(); });
    const auto updateWay = [history, back, forward] {
        back->setEnabled(history->canGoBack());
        forward->setEnabled(history->canGoForward());
    };
    QObject::connect(history, &PlaceHistory::changed, window, updateWay);
    updateWay();
    const QList<QAction *> deeds{definition, find, rename};
    const auto updateDeeds = [this, deeds] {
        for (QAction *deed : deeds)
            deed->setEnabled(m_session.isOpen());
    };
    QObject::connect(&m_session, &Session::opened, window, updateDeeds);
    updateDeeds();
    QObject::connect(&window->editors(), &EditorArea::editorOpened, navigator,
                     [navigator, deeds](CodeEditor *editor) {
                         editor->addActions(deeds);
                         QObject::connect(editor, &CodeEditor::definitionWanted, navigator,
                                          &SymbolNavigator::goToDefinition);
                     });
}

void Workbench::addTour()
{
    auto *window = m_window.get();
    auto *tour = new Tour({*window, m_session, *m_graph->canvas(), *m_planning}, window);
    window->addOverlay(tour->callout());
    window->addAction(QStringLiteral("help"), QStringLiteral("tour"),
                      {QObject::tr("Take the &tour"), "lightbulb"}, [tour] { tour->start(); });
    const auto offer = [window] {
        switch (Tour::state()) {
        case Tour::State::New:
            return window->offerTour(QObject::tr("Take the tour: five steps with the sample"));
        case Tour::State::Left:
            return window->offerTour(QObject::tr("Go on with the tour"));
        case Tour::State::Finished:
            return window->offerTour(QObject::tr("Take the tour once more"));
        }
    };
    QObject::connect(tour, &Tour::stateChanged, window, offer);
    offer();
}

/// A plan is read, not glanced at: it gets half of the window.
void Workbench::raisePlan()
{
    m_window->showPanel(m_planDock);
    const int half = m_window->height() / 2;
    if (m_planDock->height() < half * 4 / 5)
        m_window->resizeDocks({m_planDock}, {half}, Qt::Vertical);
}

void Workbench::openConnection(const QString &environment)
{
    auto *dialog = new ConnectionDialog(&m_session, m_connections, environment, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ConnectionDialog::environmentSaved, m_environment,
                     &EnvironmentChooser::setCurrent);
    dialog->open();
}

} // namespace meshwright::ui
