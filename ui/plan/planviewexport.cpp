// SPDX-License-Identifier: Apache-2.0
// The plan's menu: what is compared, copied and saved of it.
#include "ui/plan/planview.h"

#include "ui/diff/diffdialog.h"
#include "ui/diff/diffview.h"
#include "ui/plan/applybar.h"
#include "ui/plan/planheader.h"
#include "ui/plan/plantree.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include "meshwright/report/report.h"
#include "meshwright/text/textfile.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace meshwright::ui {

void PlanView::makeMenu()
{
    auto *menu = new QMenu(m_header->menuButton());
    m_header->menuButton()->setMenu(menu);
    m_compare = menu->addAction(theme::icon("schema"), tr("Compare the schema's versions…"));
    m_compare->setObjectName(QStringLiteral("compareSchema"));
    m_compare->setEnabled(false);
    connect(m_compare, &QAction::triggered, this, &PlanView::compareSchema);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->addAction(m_compare);
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

const SchemaChange *PlanView::currentSchema() const
{
    const auto id = fromQt(m_tree->currentIndex().data(PlanModel::IdRole).toString());
    if (!m_shown || id.empty())
        return nullptr;
    const auto &items = m_shown->plan.items;
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const PlanItem &item) { return item.id == id; });
    return found == items.end() ? nullptr : std::get_if<SchemaChange>(&found->change);
}

void PlanView::compareSchema()
{
    const auto *change = currentSchema();
    if (!change)
        return;
    const auto subject =
        m_tree->currentIndex().siblingAtColumn(PlanModel::Resource).data().toString();
    auto *dialog = new DiffDialog(
        tr("Schema of %1").arg(subject),
        change->before
            ? tr("What the registry has of %1, and what the plan registers.").arg(subject)
            : tr("The registry has nothing of %1 yet; this is registered.").arg(subject),
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->view()->setTexts(change->before ? report::schemaText(*change->before) : std::string(),
                             report::schemaText(change->after));
    dialog->open();
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
