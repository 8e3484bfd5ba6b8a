// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/drift.h"

#include "ui/drift/driftcontroller.h"
#include "ui/drift/driftview.h"
#include "ui/environment/environmentchooser.h"
#include "ui/plan/plancontroller.h"
#include "ui/shell/mainwindow.h"

#include <QDockWidget>
#include <QLocale>

namespace meshwright::ui {

namespace {

/// How much is out of step stands on the panel's tab, wherever somebody works.
void showCount(QDockWidget *dock, const DriftController &controller)
{
    const auto &made = controller.made();
    QString title = QObject::tr("Drift");
    if (made && !made->drift.isInStep())
        title = QObject::tr("Drift (%1)")
                    .arg(QLocale().toString(static_cast<qulonglong>(made->drift.items.size())));
    else if (controller.fault() || (made && !made->drift.isKnown))
        title = QObject::tr("Drift (?)");
    dock->setWindowTitle(title);
}

} // namespace

DriftView *addDrift(const DriftPlace &place, const Connections &connections)
{
    MainWindow *window = &place.window;
    PlanController *planning = &place.planning;
    auto *controller = new DriftController(&place.session, connections, window);
    controller->setEnvironment(place.environment.currentName());
    auto *view = new DriftView(&place.session, controller);
    auto *dock =
        window->addPanel(view, QObject::tr("Drift"), "compare", QStringLiteral("driftDock"),
                         QKeySequence(QStringLiteral("Ctrl+Shift+D")));
    QObject::connect(&place.environment, &EnvironmentChooser::currentChanged, controller,
                     &DriftController::setEnvironment);
    QObject::connect(planning, &PlanController::phaseChanged, controller,
                     [controller](PlanController::Phase phase) {
                         controller->setApplying(phase == PlanController::Phase::Applying);
                     });
    QObject::connect(controller, &DriftController::madeChanged, dock,
                     [dock, controller] { showCount(dock, *controller); });
    QObject::connect(view, &DriftView::restoreRequested, planning,
                     [planning, show = place.showPlan](const PlanOptions &chosen) {
                         show();
                         planning->planOnly(chosen);
                     });
    QObject::connect(view, &DriftView::connectionRequested, window, place.openConnection);
    auto *compare =
        window->addAction(QStringLiteral("cluster"), QStringLiteral("compare-drift"),
                          {QObject::tr("Look for drift"), "compare"}, [window, dock, controller] {
                              window->showPanel(dock);
                              controller->compare();
                          });
    compare->setEnabled(place.session.isOpen());
    QObject::connect(&place.session, &Session::opened, compare,
                     [compare] { compare->setEnabled(true); });
    return view;
}

} // namespace meshwright::ui
