// SPDX-License-Identifier: Apache-2.0
// The window's actions, menus and tool bar.
#include "ui/editor/breadcrumbs.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/findbar.h"
#include "ui/session/session.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/questions.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowparts.h"
#include "ui/text/actionname.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <utility>

namespace meshwright::ui {

QAction *MainWindow::addAction(const QString &menu, const QString &id, const Actions::Look &look,
                               std::function<void()> deed)
{
    QAction *action = m_actions.add(id, look, std::move(deed));
    if (menu == QLatin1String("import"))
        m_menus[QStringLiteral("file")]->insertAction(m_importPlace, action);
    if (QMenu *place = m_menus.value(menu)) {
        place->addAction(action);
        place->menuAction()->setVisible(true);
    }
    QMainWindow::addAction(action);
    return action;
}

void MainWindow::addEditorAction(const QString &id, const Actions::Look &look,
                                 std::function<void(CodeEditor &)> deed)
{
    const bool goes = id == QLatin1String("go-to-line") || id.endsWith(QLatin1String("problem"));
    addAction(goes ? QStringLiteral("go") : QStringLiteral("edit"), id, look,
              [this, deed = std::move(deed)] {
                  if (CodeEditor *editor = m_editors->currentEditor())
                      deed(*editor);
              });
}

void MainWindow::makeActions()
{
    const std::pair<const char *, QString> menus[] = {
        {"file", tr("&File")}, {"edit", tr("&Edit")},   {"view", tr("&View")},
        {"go", tr("&Go")},     {"model", tr("&Model")}, {"cluster", tr("&Cluster")},
        {"help", tr("&Help")}};
    for (const auto &[id, title] : menus)
        m_menus[QLatin1String(id)] = menuBar()->addMenu(title);
    makeFileActions();
    makeEditActions();
    makeViewActions();
    makeGoActions();
    makeHelpActions();
    // Without entries a menu only puzzles; the views that fill it come later.
    for (const char *menu : {"model", "cluster"})
        m_menus[QLatin1String(menu)]->menuAction()->setVisible(false);
}

void MainWindow::makeFileActions()
{
    const QString file = QStringLiteral("file");
    addAction(file, QStringLiteral("open-folder"),
              {tr("&Open folder…"), "open-folder", QKeySequence::Open}, [this] { askFolder(); });
    addAction(file, QStringLiteral("open-sample"), {tr("Open the sam&ple"), "sample"},
              [this] { openSample(); });
    addAction(file, QStringLiteral("new-spec"),
              {tr("&New bounded context…"), "add", QKeySequence::New}, [this] { newSpec(); });
    m_importPlace = m_menus[file]->addSeparator();
    addAction(file, QStringLiteral("save"), {tr("&Save"), "save", QKeySequence::Save},
              [this] { save(); });
    addAction(file, QStringLiteral("save-all"),
              {tr("Save &all"), nullptr, QKeySequence(QStringLiteral("Ctrl+Shift+S"))},
              [this] { saveAll(); });
    addAction(file, QStringLiteral("close-file"), {tr("&Close file"), nullptr, QKeySequence::Close},
              [this] { m_editors->closeCurrent(); });
    m_menus[file]->addSeparator();
    addAction(file, QStringLiteral("quit"), {tr("&Quit"), nullptr, QKeySequence::Quit},
              [this] { close(); });
}

void MainWindow::makeEditActions()
{
    QMenu *edit = m_menus[QStringLiteral("edit")];
    addAction(QStringLiteral("edit"), QStringLiteral("undo"),
              {tr("&Undo"), "undo", QKeySequence::Undo}, [this] { m_session.undoStack()->undo(); });
    addAction(QStringLiteral("edit"), QStringLiteral("redo"),
              {tr("&Redo"), "redo", QKeySequence::Redo}, [this] { m_session.undoStack()->redo(); });
    edit->addSeparator();
    // No shortcuts here: whichever field has the focus knows these keys itself.
    addEditorAction(QStringLiteral("cut"), {tr("Cu&t")}, [](CodeEditor &e) { e.cut(); });
    addEditorAction(QStringLiteral("copy"), {tr("&Copy"), "copy"}, [](CodeEditor &e) { e.copy(); });
    addEditorAction(QStringLiteral("paste"), {tr("&Paste")}, [](CodeEditor &e) { e.paste(); });
    addEditorAction(QStringLiteral("select-all"), {tr("Select &all")},
                    [](CodeEditor &e) { e.selectAll(); });
    edit->addSeparator();
    const auto find = [this](bool withReplace) {
        if (EditorPage *page = m_editors->currentPage())
            page->findBar()->open(withReplace);
    };
    addAction(QStringLiteral("edit"), QStringLiteral("find"),
              {tr("&Find…"), "find", QKeySequence::Find}, [find] { find(false); });
    addAction(QStringLiteral("edit"), QStringLiteral("replace"),
              {tr("R&eplace…"), nullptr, QKeySequence(QStringLiteral("Ctrl+H"))},
              [find] { find(true); });
    edit->addSeparator();
    addEditorAction(QStringLiteral("complete"),
                    {tr("Co&mplete"), nullptr, QKeySequence(QStringLiteral("Ctrl+Space"))},
                    [](CodeEditor &e) { e.complete(); });
    addEditorAction(QStringLiteral("quick-fix"),
                    {tr("&Quick fix…"), "lightbulb", QKeySequence(QStringLiteral("Alt+Return"))},
                    [](CodeEditor &e) { e.showFixes(); });
    addEditorAction(QStringLiteral("toggle-comment"),
                    {tr("To&ggle comment"), nullptr, QKeySequence(QStringLiteral("Ctrl+Shift+C"))},
                    [](CodeEditor &e) { e.toggleComment(); });
    addEditorAction(QStringLiteral("fold"),
                    {tr("F&old"), nullptr, QKeySequence(QStringLiteral("Ctrl+Shift+["))},
                    [](CodeEditor &e) { e.setFoldedAtCaret(true); });
    addEditorAction(QStringLiteral("unfold"),
                    {tr("Unfo&ld"), nullptr, QKeySequence(QStringLiteral("Ctrl+Shift+]"))},
                    [](CodeEditor &e) { e.setFoldedAtCaret(false); });
    addEditorAction(QStringLiteral("fold-all"), {tr("Fold all")},
                    [](CodeEditor &e) { e.setAllFolded(true); });
    addEditorAction(QStringLiteral("unfold-all"), {tr("Unfold all")},
                    [](CodeEditor &e) { e.setAllFolded(false); });
    edit->addSeparator();
    addAction(QStringLiteral("edit"), QStringLiteral("settings"),
              {tr("&Settings…"), "settings", QKeySequence(Qt::CTRL | Qt::Key_Comma)},
              [this] { showSettings(); })
        ->setMenuRole(QAction::PreferencesRole);
}

void MainWindow::makeGoActions()
{
    const QString go = QStringLiteral("go");
    addAction(go, QStringLiteral("palette"),
              {tr("&All actions…"), "palette", QKeySequence(QStringLiteral("Ctrl+Shift+P"))},
              [this] { showPalette(); });
    addAction(go, QStringLiteral("next-part"),
              {tr("Next part of the &window"), nullptr, QKeySequence(QStringLiteral("F6"))},
              [this] { goToNextPart(parts(), 1); });
    addAction(
        go, QStringLiteral("previous-part"),
        {tr("Previous part of the window"), nullptr, QKeySequence(QStringLiteral("Shift+F6"))},
        [this] { goToNextPart(parts(), -1); });
    addEditorAction(QStringLiteral("go-to-line"),
                    {tr("Go to &line…"), nullptr, QKeySequence(QStringLiteral("Ctrl+G"))},
                    [this](CodeEditor &e) {
                        m_questions.askLine(this, e.blockCount(),
                                            [&e](int line) { e.goToLine(line); });
                    });
    addAction(go, QStringLiteral("path"),
              {tr("&Path at the caret"), nullptr, QKeySequence(QStringLiteral("Ctrl+Shift+."))},
              [this] {
                  if (EditorPage *page = m_editors->currentPage())
                      page->breadcrumbs()->focusLast();
              });
    addEditorAction(QStringLiteral("next-problem"),
                    {tr("&Next problem"), "jump", QKeySequence(QStringLiteral("F8"))},
                    [](CodeEditor &e) { e.nextProblem(true); });
    addEditorAction(QStringLiteral("previous-problem"),
                    {tr("P&revious problem"), nullptr, QKeySequence(QStringLiteral("Shift+F8"))},
                    [](CodeEditor &e) { e.nextProblem(false); });
}

void MainWindow::makeViewActions()
{
    const QString view = QStringLiteral("view");
    addAction(view, QStringLiteral("show-explorer"),
              {tr("Show &explorer"), "explorer", QKeySequence(QStringLiteral("Ctrl+Shift+E"))},
              [this] { raiseDock(m_explorerDock); });
    addAction(view, QStringLiteral("show-problems"),
              {tr("Show p&roblems"), "problems", QKeySequence(QStringLiteral("Ctrl+Shift+M"))},
              [this] { raiseDock(m_problemsDock); });
    addAction(
        view, QStringLiteral("toggle-panels"),
        {tr("Show or &hide the lower views"), nullptr, QKeySequence(QStringLiteral("Ctrl+J"))},
        [this] { togglePanels(); });
    m_menus[view]->addSeparator();
    auto *modes = new QActionGroup(this);
    const auto addMode = [&](const char *id, const Actions::Look &look, Mode mode) {
        QAction *action = addAction(view, QLatin1String(id), look, [this, mode] { setMode(mode); });
        action->setCheckable(true);
        modes->addAction(action);
    };
    addMode("mode-text", {tr("&Text"), "editor", QKeySequence(QStringLiteral("Ctrl+1"))},
            Mode::Text);
    addMode("mode-split", {tr("S&plit"), "split", QKeySequence(QStringLiteral("Ctrl+2"))},
            Mode::Split);
    addMode("mode-graph", {tr("&Graph"), "graph", QKeySequence(QStringLiteral("Ctrl+3"))},
            Mode::Graph);
    m_menus[view]->addSeparator();
    addThemeActions();
    addTextActions();
}

void MainWindow::addThemeActions()
{
    const QString view = QStringLiteral("view");
    auto *themes = new QActionGroup(this);
    const auto addTheme = [&](const char *id, const QString &text, theme::Mode mode) {
        QAction *action = addAction(view, QLatin1String(id), {text}, [mode] {
            Preferences now = readPreferences();
            now.mode = mode;
            setPreferences(now);
        });
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        themes->addAction(action);
    };
    addTheme("theme-system", tr("Colours of the &system"), theme::Mode::System);
    addTheme("theme-light", tr("&Light colours"), theme::Mode::Light);
    addTheme("theme-dark", tr("&Dark colours"), theme::Mode::Dark);
    addTheme("theme-high-contrast", tr("High contrast"), theme::Mode::HighContrast);
    makeLanguageActions();
    m_menus[view]->addSeparator();
    followTheme();
}

/// The mode may be chosen in the settings as well.
void MainWindow::followTheme()
{
    for (const char *id : {"theme-system", "theme-light", "theme-dark", "theme-high-contrast"})
        if (QAction *action = m_actions.get(QLatin1String(id)))
            action->setChecked(action->data().toInt() == static_cast<int>(theme::mode()));
}

void MainWindow::addTextActions()
{
    const QString view = QStringLiteral("view");
    const auto resize = [](int percent) {
        Preferences now = readPreferences();
        now.textPercent = percent;
        setPreferences(now);
    };
    addAction(view, QStringLiteral("text-larger"),
              {tr("Larger text"), nullptr, QKeySequence(QStringLiteral("Ctrl+="))},
              [resize] { resize(nextTextPercent(readPreferences().textPercent, 1)); })
        ->setShortcuts({QKeySequence(QStringLiteral("Ctrl+=")), QKeySequence::ZoomIn});
    addAction(view, QStringLiteral("text-smaller"),
              {tr("Smaller text"), nullptr, QKeySequence(QStringLiteral("Ctrl+-"))},
              [resize] { resize(nextTextPercent(readPreferences().textPercent, -1)); });
    addAction(view, QStringLiteral("text-normal"),
              {tr("Text in its usual size"), nullptr, QKeySequence(QStringLiteral("Ctrl+0"))},
              [resize] { resize(leastTextPercent); });
    m_menus[view]->addSeparator();
}

void MainWindow::showSettings()
{
    if (auto *shown = findChild<SettingsDialog *>())
        return shown->activateWindow();
    Languages languages = translatedLanguages();
    languages.choose = [this](const QString &code) { chooseLanguage(code); };
    auto *dialog = new SettingsDialog(std::move(languages), this);
    connect(dialog, &SettingsDialog::recentFoldersForgotten, this,
            [this] { m_welcome->setRecentFolders({}); });
    dialog->show();
}

/// Each language by its own name, so that whoever reads only that one finds it.
void MainWindow::makeLanguageActions()
{
    const QString menu = QStringLiteral("language");
    m_menus[menu] = m_menus[QStringLiteral("view")]->addMenu(tr("La&nguage"));
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &code, const QString &text, const QString &fullName) {
        const QString id = code.isEmpty() ? QStringLiteral("system") : code;
        QAction *action = addAction(menu, QStringLiteral("language-") + id, {text},
                                    [this, code] { chooseLanguage(code); });
        action->setProperty(fullNameKey, fullName);
        action->setCheckable(true);
        action->setChecked(language::chosen() == code);
        group->addAction(action);
    };
    add({}, tr("As the s&ystem"), tr("Language: as the system"));
    for (const language::Language &each : language::available())
        add(each.code, each.name, tr("Language: %1").arg(each.name));
}

void MainWindow::chooseLanguage(const QString &chosen)
{
    language::choose(chosen);
    const QString id = chosen.isEmpty() ? QStringLiteral("system") : chosen;
    m_actions.get(QStringLiteral("language-") + id)->setChecked(true);
    const QString code = language::wanted();
    for (const language::Language &each : language::available())
        if (each.code == code)
            language::isRestartNeeded()
                ? showNote(tr("The window will speak %1 when Meshwright is started again.")
                               .arg(each.name))
                : showNote(tr("The window speaks %1.").arg(each.name));
}

void MainWindow::makeHelpActions()
{
    const QString help = QStringLiteral("help");
    addAction(help, QStringLiteral("shortcuts"),
              {tr("&Keyboard shortcuts"), nullptr, QKeySequence(QStringLiteral("Ctrl+/"))},
              [this] { showShortcuts(); });
    m_menus[help]->addSeparator();
    addAction(help, QStringLiteral("about"), {tr("&About Meshwright"), "help"},
              [this] { (new AboutDialog(this))->open(); });
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(tr("Tools"));
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    for (const char *id : {"open-folder", "save", "", "undo", "redo", "", "mode-text", "mode-split",
                           "mode-graph", "", "palette"}) {
        if (*id)
            m_toolBar->addAction(m_actions.get(QLatin1String(id)));
        else
            m_toolBar->addSeparator();
    }
    for (const char *id : {"mode-text", "mode-split", "mode-graph"}) {
        QAction *action = m_actions.get(QLatin1String(id));
        if (auto *button = qobject_cast<QToolButton *>(m_toolBar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    for (auto *button : m_toolBar->findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus); // Qt leaves them to the mouse
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
}

void MainWindow::showPalette()
{
    QList<QAction *> shown = m_actions.all();
    shown.removeOne(m_actions.get(QStringLiteral("palette")));
    (new CommandPalette(shown, this))->show();
}

/// What the menus show, so that no key is listed that isn't there.
void MainWindow::showShortcuts()
{
    if (auto *shown = findChild<ShortcutSheet *>())
        return shown->activateWindow();
    QList<ShortcutSheet::Group> groups;
    for (const QAction *menu : menuBar()->actions()) {
        QString title = menu->text();
        groups.append({title.remove(QLatin1Char('&')), menu->menu()->actions()});
    }
    (new ShortcutSheet(groups, this))->show();
}

} // namespace meshwright::ui
