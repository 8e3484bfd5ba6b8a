// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "ui/editor/editorarea.h"
#include "ui/explorer/explorerview.h"
#include "ui/problems/problemsview.h"
#include "ui/session/session.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/workspacememory.h"
#include "ui/theme/theme.h"

#include <QChildEvent>
#include <QDockWidget>
#include <QEvent>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr QSize firstSize(1440, 900);
constexpr QSize smallest(720, 480);

} // namespace

MainWindow::MainWindow(Session &session, Questions &questions, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_questions(questions)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(theme::appIcon());
    setMinimumSize(smallest);
    resize(firstSize);
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    makeCentre();
    makeDocks();
    m_status = new StatusBar(m_session, *m_editors, this);
    setStatusBar(m_status);
    makeActions();
    makeToolBar();
    rememberParts();
    connectSession();
    restoreLayout();
    showOpened();
}

void MainWindow::makeCentre()
{
    m_welcome = new WelcomePage;
    m_welcome->setMinimumSize(1, 1); // hidden behind the editors, it must not hold the docks down
    m_editors = new EditorArea(m_session);
    m_graphPlace = new QStackedWidget;
    m_graphPlace->hide();
    m_split = new QSplitter;
    m_split->setObjectName(QStringLiteral("centreSplit"));
    m_split->addWidget(m_editors);
    m_split->addWidget(m_graphPlace);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({firstSize.width() / 2, firstSize.width() / 2});
    m_editors->setMinimumWidth(240);
    m_graphPlace->setMinimumWidth(240);
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_welcome);
    m_centre->addWidget(m_split);
    m_notice = new NoticeBar;
    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_notice);
    rows->addWidget(m_centre, 1);
    setCentralWidget(whole);
}

void MainWindow::makeDocks()
{
    m_explorer = new ExplorerView(m_session);
    m_explorerDock = new QDockWidget(tr("Explorer"), this);
    m_explorerDock->setObjectName(QStringLiteral("explorerDock"));
    m_explorerDock->setWidget(m_explorer);
    addDockWidget(Qt::LeftDockWidgetArea, m_explorerDock);
    m_problems = new ProblemsView(m_session);
    connect(m_problems, &ProblemsView::messageShown, this, &MainWindow::showMessage);
    m_problemsDock = new QDockWidget(tr("Problems"), this);
    m_problemsDock->setObjectName(QStringLiteral("problemsDock"));
    m_problemsDock->setWidget(m_problems);
    addDockWidget(Qt::BottomDockWidgetArea, m_problemsDock);
    m_explorerDock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    addToPanels(m_problemsDock);
    resizeDocks({m_explorerDock}, {280}, Qt::Horizontal);
    resizeDocks({m_problemsDock}, {220}, Qt::Vertical);
}

QDockWidget *MainWindow::addPanel(QWidget *panel, const QString &title, const char *icon,
                                  const QString &name, const QKeySequence &shortcut)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    addToPanels(dock);
    tabifyDockWidget(m_problemsDock, dock);
    m_problemsDock->raise();
    dock->setVisible(m_session.isOpen());
    addAction(QStringLiteral("view"), QStringLiteral("show-") + name,
              {tr("Show %1").arg(title), icon, shortcut}, [this, dock] { raiseDock(dock); });
    restoreLayout();
    return dock;
}

QDockWidget *MainWindow::addSidePanel(QWidget *panel, const QString &title, const char *icon,
                                      const QString &name, const QKeySequence &shortcut)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    splitDockWidget(m_explorerDock, dock, Qt::Vertical);
    m_sides.append(dock);
    dock->setVisible(m_session.isOpen());
    addAction(QStringLiteral("view"), QStringLiteral("show-") + name,
              {tr("Show %1").arg(title), icon, shortcut}, [dock] {
                  dock->show();
                  dock->raise();
                  dock->widget()->setFocus();
              });
    connect(&m_session, &Session::opened, dock, [this, dock] {
        if (!QSettings().contains(QStringLiteral("window/state"))) // else it is as it was left
            resizeDocks({m_explorerDock, dock}, {height() * 3 / 5, height() * 2 / 5}, Qt::Vertical);
    });
    restoreLayout();
    return dock;
}

/// Their tabs name them; a title bar would say it twice.
void MainWindow::addToPanels(QDockWidget *dock)
{
    dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    dock->setTitleBarWidget(new QWidget(dock));
    m_panels.append(dock);
}

void MainWindow::showPanel(QDockWidget *dock)
{
    for (QDockWidget *panel : std::as_const(m_panels))
        panel->show();
    dock->raise();
}

void MainWindow::togglePanels()
{
    const bool isShown = m_problemsDock->isVisible();
    for (QDockWidget *panel : std::as_const(m_panels))
        panel->setVisible(!isShown);
}

/// As they are read: from the top left to the bottom.
QList<QWidget *> MainWindow::parts() const
{
    QList<QWidget *> all = m_overlays;
    all.append({m_toolBar, m_explorerDock});
    for (QDockWidget *dock : m_sides)
        all.append(dock);
    all.append({m_notice, m_welcome, m_editors, m_graphPlace});
    for (QDockWidget *dock : m_panels)
        all.append(dock);
    all.append(m_status);
    return all;
}

void MainWindow::setGraph(QWidget *graph)
{
    m_graphPlace->addWidget(graph);
    m_graphPlace->setCurrentWidget(graph);
    setMode(m_mode);
}

void MainWindow::addToolWidget(QWidget *widget)
{
    m_toolBar->addWidget(widget);
}

void MainWindow::offerTour(const QString &words)
{
    m_welcome->offerTour(words);
}

void MainWindow::offerImports()
{
    m_welcome->offerImports();
}

void MainWindow::raiseDock(QDockWidget *dock)
{
    if (dock == m_explorerDock) {
        dock->show();
        return m_explorer->focusFilter();
    }
    showPanel(dock);
    dock->widget()->setFocus();
    QWidget *first = dock->widget()->nextInFocusChain();
    if (first && !dock->widget()->focusProxy())
        first->setFocus();
}

void MainWindow::setMode(Mode mode)
{
    m_mode = mode;
    const bool hasGraph = m_graphPlace->count() > 0;
    m_editors->setVisible(mode != Mode::Graph || !hasGraph);
    m_graphPlace->setVisible(mode != Mode::Text && hasGraph);
    const char *ids[] = {"mode-text", "mode-split", "mode-graph"};
    if (QAction *action = m_actions.get(QLatin1String(ids[static_cast<int>(mode)])))
        action->setChecked(true);
    m_actions.setEnabled({"mode-split", "mode-graph"}, hasGraph);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::opened, this, &MainWindow::showOpened);
    connect(&m_session, &Session::openFailed, this, &MainWindow::showFailure);
    connect(&m_session, &Session::diskChanged, this, &MainWindow::tellOf);
    connect(&m_session, &Session::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&m_session, &Session::modifiedChanged, this, &MainWindow::updateActions);
    connect(&m_session, &Session::revealRequested, this, [this] {
        if (m_mode == Mode::Graph)
            setMode(Mode::Split);
    });
    connect(m_session.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateActions);
    connect(m_editors, &EditorArea::currentChanged, this, &MainWindow::updateActions);
    connect(m_editors, &EditorArea::messageShown, this, &MainWindow::showMessage);
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::openSample);
    connect(m_welcome, &WelcomePage::folderRequested, this, &MainWindow::askFolder);
    connect(m_welcome, &WelcomePage::tourRequested, this, [this] {
        if (QAction *tour = m_actions.get(QStringLiteral("tour")))
            tour->trigger();
    });
    connect(m_welcome, &WelcomePage::importRequested, this, [this](const QString &action) {
        if (QAction *import = m_actions.get(action))
            import->trigger();
    });
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::openPath);
    connect(m_status, &StatusBar::problemsRequested, this, [this] { raiseDock(m_problemsDock); });
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        followTheme();
}

/// Qt makes the tabs of docks when it needs some, gives them no name, and leaves them below the
/// menu where all docks are hidden.
void MainWindow::dressTabs()
{
    for (auto *tabs : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        tabs->setAccessibleName(tr("Lower views"));
        tabs->setFocusPolicy(m_session.isOpen() ? Qt::TabFocus : Qt::NoFocus);
    }
}

void MainWindow::childEvent(QChildEvent *event)
{
    QMainWindow::childEvent(event);
    if (event->polished() && qobject_cast<QTabBar *>(event->child()))
        dressTabs();
}

void MainWindow::updateActions()
{
    const bool isOpen = m_session.isOpen();
    const bool hasEditor = m_editors->currentEditor() != nullptr;
    const auto *undo = m_session.undoStack();
    m_actions.setEnabled({"undo"}, undo->canUndo());
    m_actions.setEnabled({"redo"}, undo->canRedo());
    m_actions.setEnabled({"save", "save-all"}, !m_session.modifiedFiles().isEmpty());
    m_actions.setEnabled({"close-file", "find", "replace", "go-to-line", "path", "complete",
                          "quick-fix", "next-problem", "previous-problem", "toggle-comment", "fold",
                          "unfold", "fold-all", "unfold-all", "cut", "copy", "paste", "select-all"},
                         hasEditor);
    m_actions.setEnabled({"new-spec", "mode-text", "mode-split", "mode-graph", "show-explorer",
                          "show-problems", "toggle-panels"},
                         isOpen);
}

void MainWindow::showMessage(const QString &message)
{
    m_status->showMessage(message, 8000);
}

void MainWindow::showNote(const QString &sentence)
{
    m_notice->showNote(sentence);
}

void MainWindow::rememberParts()
{
    m_memory = new WorkspaceMemory(m_session, memoriesFolder(), this);
    connect(m_memory, &WorkspaceMemory::noteShown, this, &MainWindow::showNote);
    m_memory->add(
        QStringLiteral("editors"), [this] { return m_editors->state(); },
        [this](const QJsonValue &state) {
            m_editors->restoreState(state.toObject());
            if (!m_editors->currentPage())
                showFirstFinding();
        });
    m_memory->add(
        QStringLiteral("panel"), [this] { return frontPanel(); },
        [this](const QJsonValue &name) { raisePanel(name.toString()); });
    m_memory->add(
        QStringLiteral("mode"), [this] { return static_cast<int>(m_mode); },
        [this](const QJsonValue &mode) {
            if (mode.isDouble())
                setMode(static_cast<Mode>(qBound(0, mode.toInt(), 2)));
        });
}

/// Of the docks at the bottom the one in front; empty where they are hidden. Docks behind others'
/// tabs are moved out of the window by Qt.
QString MainWindow::frontPanel() const
{
    for (const QDockWidget *panel : m_panels)
        if (panel->isVisible() && panel->geometry().right() >= 0)
            return panel->objectName();
    return {};
}

void MainWindow::raisePanel(const QString &name)
{
    for (QDockWidget *panel : std::as_const(m_panels))
        if (panel->objectName() == name)
            panel->raise();
}

void MainWindow::saveLayout()
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (!m_session.isOpen())
        return; // the docks are hidden only because nothing is open
    settings.setValue(QStringLiteral("window/state"), saveState());
    settings.setValue(QStringLiteral("window/split"), m_split->saveState());
    settings.setValue(QStringLiteral("window/mode"), static_cast<int>(m_mode));
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray());
    m_split->restoreState(settings.value(QStringLiteral("window/split")).toByteArray());
    const int mode = settings.value(QStringLiteral("window/mode"), 1).toInt();
    setMode(static_cast<Mode>(qBound(0, mode, 2)));
    for (auto *dock : findChildren<QDockWidget *>())
        dock->setVisible(m_session.isOpen());
}

} // namespace meshwright::ui
