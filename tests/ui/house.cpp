// SPDX-License-Identifier: Apache-2.0
// The way into each room of the window.
#include "ui/house.h"

#include "connectors/connectors.h"
#include "git/opengit.h"
#include "support/gitfolder.h"
#include "ui/designer/designersplit.h"
#include "ui/diff/diffdialog.h"
#include "ui/diff/diffview.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/findbar.h"
#include "ui/environment/environmentchooser.h"
#include "ui/explorer/explorerview.h"
#include "ui/graph/graphcanvas.h"
#include "ui/access/accessview.h"
#include "ui/plan/applybar.h"
#include "ui/plan/plancontroller.h"
#include "ui/recovery/recoverydialog.h"
#include "ui/shell/unsaveddialog.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <utility>

namespace meshwright::test {

using namespace ui;

namespace {

constexpr int slow = 30000;
constexpr QSize windowSize(1280, 800);

constexpr auto campaign = "finance/campaign/campaign.yaml";
constexpr auto pricing = "retail/pricing/pricing.yaml";

QTemporaryDir &home()
{
    static QTemporaryDir folder;
    return folder;
}

/// A screen of a laptop, for dialogs that keep within it.
void useSmallScreen()
{
    if (qgetenv("QT_QPA_PLATFORM") != "offscreen")
        return;
    const QString path = home().filePath(QStringLiteral("screen.json"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(R"({"screens": [{"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 800,
                       "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toLocal8Bit());
}

void emptyHome()
{
    for (const QFileInfo &each :
         QDir(home().path()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        QDir(each.filePath()).removeRecursively();
}

void copySample(const QString &to)
{
    const QDir from(QStringLiteral(MESHWRIGHT_SAMPLES "/acme"));
    QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString target = to + QLatin1Char('/') + from.relativeFilePath(files.next());
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::copy(files.filePath(), target))
            qFatal("%s can't be copied", qPrintable(target));
    }
    for (const QStringList &command :
         {QStringList{"init", "-q"}, {"add", "-A"}, {"commit", "-q", "-m", "the sample"}})
        GitFolder::gitIn(to, command);
}

} // namespace

namespace {

/// Of all that is shown: two looks that find the same are enough, for what is put off until the
/// next turn is done between them.
QList<QRect> placesIn(const QWidget &root)
{
    QList<QRect> places{root.geometry()};
    for (const auto *each : root.findChildren<QWidget *>())
        if (each->isVisible())
            places.append(each->geometry());
    return places;
}

} // namespace

bool until(const std::function<bool()> &isSo)
{
    return QTest::qWaitFor(isSo, slow);
}

void House::moveIn()
{
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home().path().toLocal8Bit());
    QCoreApplication::setApplicationName(QStringLiteral("meshwright"));
    useSmallScreen();
}

House::House(const QString &folder)
    : m_folder(home().filePath(folder))
{
    QCoreApplication::installTranslator(&m_plurals);
    emptyHome();
    copySample(m_folder);
    addFirstRooms();
    addTextRooms();
    addPanels();
    addPlanRooms();
    addPopups();
    addDialogs();
    addActs();
    addImports();
    addConnections();
}

House::~House() = default;

bool House::open()
{
    m_bench = std::make_unique<Workbench>(std::make_unique<DialogQuestions>(),
                                          Connections(builtInConnectors()), git::openRepository);
    window().resize(windowSize);
    window().show();
    window().openPath(m_folder);
    const auto *canvas = window().findChild<GraphCanvas *>();
    return until([&] {
        return session().isOpen() && session().isUpToDate() && !session().isBusy() &&
               canvas->scene();
    });
}

void House::add(const char *name, std::function<QWidget *()> enter)
{
    m_rooms.push_back({name, std::move(enter)});
}

QWidget *House::enter(const QString &name)
{
    for (const Room &room : m_rooms) {
        if (name != QLatin1String(room.name))
            continue;
        QWidget *widget = room.enter();
        if (!widget || !until([&] { return widget->isVisible(); }))
            return nullptr;
        QList<QRect> before;
        const auto isSettled = [&] {
            const QList<QRect> now = placesIn(*widget);
            return session().isUpToDate() && !session().isBusy() &&
                   std::exchange(before, now) == now;
        };
        return until(isSettled) ? widget : nullptr;
    }
    return nullptr;
}

void House::leave()
{
    const auto others = [this] {
        QWidgetList shown;
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->isVisible() && widget != &window())
                shown.append(widget);
        return shown;
    };
    for (QWidget *widget : others())
        widget->close();
    m_fresh.reset();
    m_alone.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (!until([&] { return others().isEmpty(); }))
        qFatal("%s stays open", others().constFirst()->metaObject()->className());
    window().activateWindow();
    if (!QTest::qWaitForWindowActive(&window()))
        qFatal("the window does not get the keyboard");
}

void House::trigger(const char *action)
{
    QAction *found = window().actions().get(QLatin1String(action));
    if (!found)
        qFatal("there is no action %s", action);
    if (!until([&] { return found->isEnabled(); }))
        qFatal("%s stays disabled", action);
    found->trigger();
}

CodeEditor *House::edit(const char *file)
{
    trigger("mode-split");
    window().editors().openFile(file);
    window().editors().currentPage()->split()->setDesigning(false);
    CodeEditor *editor = window().editors().currentEditor();
    editor->setFocus();
    return editor;
}

/// The caret on a word, known to all views.
QWidget *House::atWord(const char *file, const char *word)
{
    CodeEditor *editor = edit(file);
    const QString text = editor->toPlainText();
    QTextCursor cursor = editor->textCursor();
    cursor.setPosition(static_cast<int>(text.indexOf(QLatin1String(word))) + 3);
    editor->setTextCursor(cursor);
    until([&] { return session().isUpToDate(); });
    return &window();
}

QWidget *House::shown(QWidget *widget)
{
    widget->show();
    return widget;
}

/// A window of this name, once it is there.
QWidget *House::topLevel(const char *name)
{
    QWidget *found = nullptr;
    until([&] {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->isVisible() && widget->objectName() == QLatin1String(name))
                found = widget;
        return found != nullptr;
    });
    return found;
}

QWidget *House::freshWindow(const QString &path)
{
    m_fresh = std::make_unique<Workbench>(std::make_unique<DialogQuestions>(),
                                          Connections(builtInConnectors()));
    MainWindow &other = m_fresh->window();
    other.resize(windowSize);
    other.show();
    other.openPath(path);
    return path.isEmpty() || until([&] { return m_fresh->session().isOpen(); }) ? &other : nullptr;
}

void House::addFirstRooms()
{
    add("start page", [this] { return freshWindow({}); });
    add("empty folder", [this] {
        const QString empty = home().filePath(QStringLiteral("empty"));
        QDir().mkpath(empty);
        QWidget *other = freshWindow(empty);
        m_fresh->window().actions().get(QStringLiteral("mode-graph"))->trigger();
        return other;
    });
    add("explorer", [this] {
        trigger("show-explorer");
        window().explorer().tree()->expandAll();
        return &window();
    });
}

void House::addTextRooms()
{
    add("editor", [this] { return atWord(campaign, "retention.ms"); });
    add("find and replace", [this] {
        edit(campaign);
        trigger("replace");
        return &window();
    });
    add("completion", [this] {
        window().editors().currentPage()->findBar()->close();
        atWord(campaign, "cleanup.policy");
        trigger("complete");
        const auto popup = [this] {
            return window().findChild<QWidget *>(QStringLiteral("completionPopup"));
        };
        return until([&] { return popup() && popup()->isVisible(); }) ? popup() : nullptr;
    });
    add("text conflict", [this] {
        edit(pricing)->insertPlainText(QStringLiteral("# mine\n"));
        QFile file(m_folder + QLatin1Char('/') + QLatin1String(pricing));
        if (!file.open(QIODevice::Append) || file.write("# theirs\n") < 0)
            return static_cast<QWidget *>(nullptr);
        file.close();
        return window().editors().currentPage()->findChild<QWidget *>(
            QStringLiteral("conflictBar"));
    });
    add("designer", [this] {
        session().takeTheirs(pricing);
        edit(campaign);
        window().editors().currentPage()->split()->setDesigning(true);
        return &window();
    });
    add("graph", [this] {
        trigger("mode-graph");
        window().findChild<QToolButton *>(QStringLiteral("graphLegendToggle"))->setChecked(true);
        window().findChild<QLineEdit *>(QStringLiteral("graphFilter"))->setText("sale");
        session().select(ContextId{"acme.finance.campaign"});
        return &window();
    });
}

void House::addPanels()
{
    add("problems", [this] {
        window().findChild<QLineEdit *>(QStringLiteral("graphFilter"))->clear();
        window().findChild<QToolButton *>(QStringLiteral("graphLegendToggle"))->setChecked(false);
        trigger("mode-split");
        trigger("show-problems");
        return &window();
    });
    add("access", [this] {
        trigger("show-accessDock");
        auto *view = window().findChild<AccessView *>();
        if (!until([&] { return view->matrix()->model()->rowCount() > 3; }))
            return static_cast<QWidget *>(nullptr);
        view->askTopic("acme.finance.campaign._public.sale");
        return static_cast<QWidget *>(&window());
    });
    add("search", [this] {
        trigger("show-searchDock");
        auto *view = window().findChild<QWidget *>(QStringLiteral("searchView"));
        view->findChild<QLineEdit *>(QStringLiteral("searchField"))->setText("sale");
        view->findChild<QLineEdit *>(QStringLiteral("searchReplace"))->setText("deal");
        const auto *tree = view->findChild<QTreeView *>();
        return until([&] { return tree->isVisible() && tree->model()->rowCount() > 3; })
                   ? static_cast<QWidget *>(&window())
                   : nullptr;
    });
    add("changes", [this] {
        const auto found = session().text(campaign)->bytes().find("_public.offer");
        const std::string longer = "_public.offer.new";
        if (!session().perform({{{campaign, {{{found, found + 13}, longer}}}}}, "Rename"))
            return static_cast<QWidget *>(nullptr);
        trigger("compare-with");
        const auto *tree = window().findChild<QTreeView *>(QStringLiteral("changesTree"));
        return until([&] { return tree->isVisible() && tree->model()->rowCount() > 0; })
                   ? static_cast<QWidget *>(&window())
                   : nullptr;
    });
    add("usages", [this] {
        session().undoStack()->undo();
        atWord(campaign, "_public.sale:");
        trigger("find-usages");
        const auto *table = window().findChild<QTreeView *>(QStringLiteral("usagesTable"));
        return until([&] { return table->isVisible() && table->model()->rowCount() > 0; })
                   ? static_cast<QWidget *>(&window())
                   : nullptr;
    });
}

void House::addPlanRooms()
{
    const auto phase = [this](PlanController::Phase wanted) {
        const auto *planning = window().findChild<PlanController *>();
        return until([&] { return planning->phase() == wanted; })
                   ? static_cast<QWidget *>(&window())
                   : nullptr;
    };
    add("no plan yet", [this] {
        trigger("show-planDock");
        return &window();
    });
    add("plan", [this, phase] {
        trigger("provision");
        return phase(PlanController::Phase::Planned);
    });
    add("applied plan", [this, phase] {
        window().findChild<QPushButton *>(QStringLiteral("apply"))->click();
        return phase(PlanController::Phase::Applied);
    });
    add("nothing to plan", [this, phase] {
        trigger("provision");
        return phase(PlanController::Phase::Planned);
    });
    add("no drift yet", [this] {
        trigger("show-driftDock");
        return &window();
    });
    add("drift", [this] {
        const auto found = session().text(campaign)->bytes().find("_public.sale:");
        const std::string other = "_public.deal:";
        if (!session().perform({{{campaign, {{{found, found + 13}, other}}}}}, "Rename") ||
            !until([this] { return session().isUpToDate() && !session().isBusy(); }))
            return static_cast<QWidget *>(nullptr);
        trigger("compare-drift");
        auto *tree = window().findChild<QTreeView *>(QStringLiteral("driftTree"));
        if (!until([&] { return tree->isVisible() && tree->model()->rowCount() > 0; }))
            return static_cast<QWidget *>(nullptr);
        tree->expandAll();
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        return static_cast<QWidget *>(&window());
    });
    add("apply to production", [this] {
        session().undoStack()->undo();
        auto bar = std::make_unique<ApplyBar>();
        Environment production;
        production.name = "production";
        production.guard = Guard::Prod;
        bar->resize(900, 60);
        bar->showPlan(production, {12, 2});
        m_alone = std::move(bar);
        return shown(m_alone.get());
    });
}

void House::addPopups()
{
    add("all actions", [this] {
        trigger("palette");
        return topLevel("commandPalette");
    });
    add("search everywhere", [this] {
        trigger("search");
        QWidget *popup = topLevel("searchPopup");
        if (popup)
            popup->findChild<QLineEdit *>()->setText("sale");
        return popup;
    });
    add("quick fixes", [this] {
        atWord(pricing, "_pubic");
        trigger("quick-fix");
        return topLevel("fixesMenu");
    });
    add("environments", [this] {
        auto *chooser = window().findChild<EnvironmentChooser *>();
        chooser->menu()->popup(chooser->mapToGlobal(QPoint(0, chooser->height())));
        return topLevel("environmentMenu");
    });
}

void House::addDialog(const char *name, std::function<QWidget *()> make)
{
    add(name, [this, make = std::move(make)] {
        QWidget *dialog = make();
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        return shown(dialog);
    });
}

void House::addDialogs()
{
    const auto byAction = [this](const char *name, const char *action, const char *objectName) {
        add(name, [=, this] {
            trigger(action);
            return topLevel(objectName);
        });
    };
    byAction("new bounded context", "new-spec", "newSpecDialog");
    byAction("shortcuts", "shortcuts", "shortcutSheet");
    byAction("about", "about", "aboutDialog");
    byAction("settings", "settings", "settingsDialog");
    byAction("go to line", "go-to-line", "goToLine");
    add("rename", [this] {
        atWord(campaign, "_public.sale:");
        trigger("rename");
        return topLevel("renameDialog");
    });
    addDialog("unsaved edits", [this] {
        return new UnsavedDialog({QLatin1String(campaign), QLatin1String(pricing)}, &window());
    });
    addDialog("recovered edits", [this] {
        std::vector<RecoveredText> texts;
        for (const char *file : {campaign, pricing}) {
            const Text text = session().text(file);
            const Draft draft{fromQt(m_folder), file, {}, 0, 0, "# more\n" + text->bytes()};
            texts.push_back({{draft, {}, nullptr}, text, true});
        }
        return new RecoveryDialog(std::move(texts), &window());
    });
    addDialog("compare", [this] {
        auto *dialog = new DiffDialog(QStringLiteral("Compare campaign.yaml"),
                                      QStringLiteral("From theirs to yours."), &window());
        dialog->view()->setTexts("a: 1\nb: 2\n", "a: 1\nb: 3\n");
        return dialog;
    });
}

} // namespace meshwright::test
