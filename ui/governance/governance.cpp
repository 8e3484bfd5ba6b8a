// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/governance.h"

#include "ui/governance/governanceview.h"
#include "ui/shell/mainwindow.h"

#include <QDockWidget>

namespace meshwright::ui {

void addGovernance(MainWindow &window, Session &session, const ClusterObserver &observer)
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
}

} // namespace meshwright::ui
