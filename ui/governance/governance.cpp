// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/governance.h"

#include "ui/governance/governanceview.h"
#include "ui/governance/knownruns.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/text/text.h"

#include <QDockWidget>
#include <QtConcurrent>

namespace meshwright::ui {

namespace {

/// Which runs from this folder did not end, in a sentence; empty: none.
QString unfinishedRuns(const QString &root)
{
    const auto known = readKnownRuns();
    for (const KnownRun &run : known.runs)
        if (run.unfinished && toQt(run.unfinished->head.workspace) == root)
            return QObject::tr("What was applied to %1 did not end. Its plan, and View, Runs, show "
                               "what was done, and go on with it.")
                .arg(toQt(run.entry.environment));
    return {};
}

void tellOfUnfinishedRuns(MainWindow &window, Session &session)
{
    auto *looking = new QFutureWatcher<QString>(&window);
    QObject::connect(looking, &QFutureWatcherBase::finished, &window, [&window, looking] {
        if (!looking->result().isEmpty())
            window.showNote(looking->result());
    });
    QObject::connect(&session, &Session::opened, looking, [&session, looking] {
        looking->setFuture(QtConcurrent::run(unfinishedRuns, session.rootPath()));
    });
}

} // namespace

GovernanceView *addGovernance(MainWindow &window, Session &session, const ClusterObserver &observer)
{
    auto *view = new GovernanceView(session, observer);
    QObject::connect(view, &GovernanceView::message, &window, &MainWindow::showMessage);
    auto *dock =
        window.addPanel(view, QObject::tr("Governance"), "grant", QStringLiteral("governanceDock"));
    const auto add = [&window, view, dock](const char *id, const QString &text, const char *icon,
                                           GovernanceView::Page page,
                                           const QKeySequence &shortcut) {
        window.addAction(QStringLiteral("view"), QLatin1String(id), {text, icon, shortcut},
                         [&window, view, dock, page] {
                             window.showPanel(dock);
                             view->showPage(page);
                         });
    };
    add("show-grants", QObject::tr("Grants and requests for access"), "grant",
        GovernanceView::GrantsTab, QKeySequence(QStringLiteral("Ctrl+Shift+R")));
    add("show-policies", QObject::tr("Policies and what they mean for topics"), "settings",
        GovernanceView::PoliciesTab, {});
    add("show-slices", QObject::tr("Vertical slices of the contexts"), "domain",
        GovernanceView::SlicesTab, {});
    add("show-glossary", QObject::tr("Glossary: terms, tags and their meanings"), "info",
        GovernanceView::GlossaryTab, {});
    add("show-runs", QObject::tr("Runs: who applied what, when and where"), "plan",
        GovernanceView::RunsTab, {});
    tellOfUnfinishedRuns(window, session);
    return view;
}

} // namespace meshwright::ui
