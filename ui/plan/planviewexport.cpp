// SPDX-License-Identifier: Apache-2.0
// The plan's menu: what is copied and saved of it.
#include "ui/plan/planview.h"

#include "ui/plan/applybar.h"
#include "ui/plan/planheader.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include "meshwright/report/report.h"
#include "meshwright/text/textfile.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QToolButton>

namespace meshwright::ui {

void PlanView::makeMenu()
{
    auto *menu = new QMenu(m_header->menuButton());
    m_header->menuButton()->setMenu(menu);
    auto *copy = menu->addAction(theme::icon("copy"), tr("Copy the plan as JSON"));
    copy->setObjectName(QStringLiteral("copyPlan"));
    connect(copy, &QAction::triggered, this, &PlanView::copyPlan);
    auto *save = menu->addAction(theme::icon("save"), tr("Save the plan as JSON…"));
    connect(save, &QAction::triggered, this,
            [this] { saveAs(QStringLiteral("plan.json"), planJson()); });
    auto *report = menu->addAction(theme::icon("save"), tr("Save the report of what was applied…"));
    connect(report, &QAction::triggered, this,
            [this] { saveAs(QStringLiteral("apply-report.json"), reportJson()); });
    connect(menu, &QMenu::aboutToShow, this,
            [this, report] { report->setEnabled(m_controller->report().has_value()); });
}

QString PlanView::planJson() const
{
    return m_shown ? toQt(report::planJson(m_shown->plan)) : QString();
}

QString PlanView::reportJson() const
{
    return m_shown && m_controller->report()
               ? toQt(report::applyJson(m_shown->plan, *m_controller->report(), {}))
               : QString();
}

void PlanView::copyPlan()
{
    QApplication::clipboard()->setText(planJson());
}

void PlanView::saveAs(const QString &suggestion, const QString &json)
{
    auto *dialog = new QFileDialog(this, tr("Save as"), m_session->rootPath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(suggestion);
    connect(dialog, &QFileDialog::fileSelected, this, [this, json](const QString &path) {
        const auto written = writeFileAtomically(pathFromQt(path), fromQt(json));
        if (!written)
            m_bar->showFault(toQt(written.error().message));
    });
    dialog->open();
}

} // namespace meshwright::ui
