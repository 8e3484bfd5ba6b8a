// SPDX-License-Identifier: Apache-2.0
#include "ui/history/versioncontrol.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/explorer/explorerview.h"
#include "ui/history/branchsign.h"
#include "ui/history/changesview.h"
#include "ui/history/filecomparison.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QStatusBar>

namespace meshwright::ui {

HistoryWatch *addVersionControl(MainWindow &window, Session &session, const OpenRepository &open)
{
    auto *history = new HistoryWatch(session, open, &window);
    auto *changes = new ChangesView(session, *history);
    auto *dock =
        window.addPanel(changes, QObject::tr("Changes"), "change", QStringLiteral("changesDock"),
                        QKeySequence(QStringLiteral("Ctrl+Shift+G")));
    QObject::connect(changes, &ChangesView::messageShown, &window, &MainWindow::showMessage);
    auto *sign = new BranchSign(*history);
    window.statusBar()->insertPermanentWidget(0, sign);
    const auto choose = [&window, dock, changes] {
        window.showPanel(dock);
        changes->focusBase();
    };
    QObject::connect(sign, &QToolButton::clicked, &window, choose);
    auto *compare = window.addAction(QStringLiteral("view"), QStringLiteral("compare-with"),
                                     {QObject::tr("&Compare with a revision…"), "branch"}, choose);
    auto *file = new FileComparison(window, session, *history);
    auto *text =
        window.addAction(QStringLiteral("view"), QStringLiteral("compare-text"),
                         {QObject::tr("Compare this &file's text with the revision"), "change"},
                         [&window, file, changes] {
                             if (const CodeEditor *editor = window.editors().currentEditor())
                                 return file->compare(editor->file(), changes->baseName());
                             window.showMessage(QObject::tr("No file is open to compare."));
                         });
    for (QAction *action : {compare, text}) {
        action->setEnabled(false);
        QObject::connect(history, &HistoryWatch::changed, action, [action, history] {
            action->setEnabled(history->status().head.has_value());
        });
    }
    QObject::connect(history, &HistoryWatch::changed, &window.explorer(), [&window, history] {
        window.explorer().setFileStates(history->status().states);
    });
    return history;
}

} // namespace meshwright::ui
