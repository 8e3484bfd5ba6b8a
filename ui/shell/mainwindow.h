// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/actions.h"

#include <QMainWindow>

class QDockWidget;
class QSplitter;
class QStackedWidget;

namespace meshwright::ui {

class CodeEditor;
class EditorArea;
class ExplorerView;
class NoticeBar;
class ProblemsView;
class Questions;
class Session;
class StatusBar;
class WelcomePage;
class WorkspaceMemory;
struct DiskChanges;

/// The shell: actions, docks, status bar. Views that it doesn't know are put in from outside.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session &session, Questions &questions, QWidget *parent = nullptr);

    enum class Mode { Text, Split, Graph };

    /// Beside the editor.
    void setGraph(QWidget *graph);
    /// A dock at the bottom, beside the problems; its action is in the View menu.
    QDockWidget *addPanel(QWidget *panel, const QString &title, const char *icon,
                          const QString &name, const QKeySequence &shortcut = {});
    /// A dock below the explorer; its action is in the View menu.
    QDockWidget *addSidePanel(QWidget *panel, const QString &title, const char *icon,
                              const QString &name, const QKeySequence &shortcut = {});
    /// Brings one of the docks at the bottom to the front.
    void showPanel(QDockWidget *dock);
    /// At the right end of the tool bar.
    void addToolWidget(QWidget *widget);

    /// On the start page, in these words; the action `tour` is the way in.
    void offerTour(const QString &words);
    /// There too; the actions `import-cluster` and `import-julie` are the way in.
    void offerImports();

    /// Lies over the window; F6 comes to it before all else.
    void addOverlay(QWidget *widget) { m_overlays.append(widget); }

    /// For what the views put into menus and the palette.
    QAction *addAction(const QString &menu, const QString &id, const Actions::Look &look,
                       std::function<void()> deed);

    Actions &actions() { return m_actions; }

    EditorArea &editors() { return *m_editors; }

    ExplorerView &explorer() { return *m_explorer; }

    /// For the parts of the views that come back with a folder.
    WorkspaceMemory &memory() { return *m_memory; }

    /// Opens the folder or file, after the question about unsaved edits.
    void openPath(const QString &path);
    void openSample();
    void setMode(Mode mode);
    void showMessage(const QString &message);
    /// Above the work, until it is closed.
    void showNote(const QString &sentence);

    /// What is going on that closing would cut off, in a sentence; empty: nothing, it may close.
    void keepOpen(const QString &why) { m_whyOpen = why; }

signals:
    /// Nothing holds it open any more: what was unsaved is saved or given up, or `isKept`.
    void closing(bool isKept);

protected:
    void changeEvent(QEvent *event) override;
    void childEvent(QChildEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using EditorDeed = void (CodeEditor::*)();

    void makeCentre();
    void makeDocks();
    void makeActions();
    void makeFileActions();
    void makeEditActions();
    void makeGoActions();
    void makeViewActions();
    void makeLanguageActions();
    void makeHelpActions();
    void makeToolBar();
    void addEditorAction(const QString &id, const Actions::Look &look,
                         std::function<void(CodeEditor &)> deed);
    void connectSession();
    void showOpened();
    void showFailure(const QString &message);
    void tellOf(const DiskChanges &changes);
    void chooseLanguage(const QString &chosen);
    void updateActions();
    void updateTitle();
    void save();
    void saveAll();
    enum class Leaving { Folder, Window };
    void askThen(Leaving what, std::function<void()> next);
    void askFolder();
    void newSpec();
    void showSettings();
    void addThemeActions();
    void addTextActions();
    void followTheme();
    void rememberParts();
    void showFirstFinding();
    QString frontPanel() const;
    void raisePanel(const QString &name);
    void showPalette();
    void showShortcuts();
    void raiseDock(QDockWidget *dock);
    void addToPanels(QDockWidget *dock);
    void togglePanels();
    void dressTabs();
    QList<QWidget *> parts() const;
    void saveLayout();
    void restoreLayout();

    Session &m_session;
    Questions &m_questions;
    Actions m_actions;
    QStackedWidget *m_centre = nullptr;
    WelcomePage *m_welcome = nullptr;
    WorkspaceMemory *m_memory = nullptr;
    NoticeBar *m_notice = nullptr;
    QSplitter *m_split = nullptr;
    QStackedWidget *m_graphPlace = nullptr;
    EditorArea *m_editors = nullptr;
    ExplorerView *m_explorer = nullptr;
    ProblemsView *m_problems = nullptr;
    QDockWidget *m_explorerDock = nullptr;
    QDockWidget *m_problemsDock = nullptr;
    QList<QDockWidget *> m_panels; ///< at the bottom
    QList<QDockWidget *> m_sides;  ///< below the explorer
    QList<QWidget *> m_overlays;
    StatusBar *m_status = nullptr;
    QToolBar *m_toolBar = nullptr;
    QMap<QString, QMenu *> m_menus;
    QAction *m_importPlace = nullptr; ///< what makes specs of something else stands before it
    Mode m_mode = Mode::Split;
    QString m_whyOpen;
    bool m_mayClose = false;
    bool m_keepsUnsaved = false;
};

} // namespace meshwright::ui
