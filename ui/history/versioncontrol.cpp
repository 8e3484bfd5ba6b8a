// SPDX-License-Identifier: Apache-2.0
#include "ui/history/versioncontrol.h"

#include "ui/explorer/explorerview.h"
#include "ui/history/branchsign.h"
#include "ui/history/changesview.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QStatusBar>

namespace meshwright::ui {

void addVersionControl(MainWindow &window, Session &session, const OpenRepository &open)
{
    auto *history = new HistoryWatch(session, open, &window);
    auto *changes = new ChangesView(session, *history);
    auto *dock =
        window.addPanel(changes, QObject::tr("Changes"), "change", QStringLiteral("changesDock"),
                        QKeySequence(QObject::tr("Ctrl+Shift+G")));
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
    compare->setEnabled(false);
    QObject::connect(history, &HistoryWatch::changed, compare, [compare, history] {
        compare->setEnabled(history->status().head.has_value());
    });
    QObject::connect(history, &HistoryWatch::changed, &window.explorer(), [&window, history] {
        window.explorer().setFileStates(history->status().states);
    });
}

} // namespace meshwright::ui
