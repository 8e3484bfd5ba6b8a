// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/planview.h"

#include "ui/plan/applybar.h"
#include "ui/plan/deletechoice.h"
#include "ui/plan/emptypage.h"
#include "ui/plan/listpage.h"
#include "ui/plan/planheader.h"
#include "ui/plan/plantree.h"
#include "ui/plan/resumebar.h"
#include "meshwright/plan/guards.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace meshwright::ui {

namespace {

using Phase = PlanController::Phase;

// Below it, the list needs the room more than the detail of a row, which is its tool tip too.
// In lines of text, so that it holds for larger type too.
constexpr int roomForDetail = 25;
constexpr int roomForComparison = 19;

} // namespace

PlanView::PlanView(Session *session, PlanController *controller, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_controller(controller)
{
    setObjectName(QStringLiteral("planView"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeWidgets();
    makeMenu();
    connectParts();
    takePhase();
}

void PlanView::makeWidgets()
{
    m_empty = new EmptyPage(this);
    m_header = new PlanHeader;
    m_tree = new PlanTree;
    m_tree->setModel(&m_filtered);
    m_deletes = new DeleteChoice(m_empty);
    m_deletes->setObjectName(QStringLiteral("emptyDeletes"));
    m_empty->addBelow(m_deletes);
    m_bar = new ApplyBar;
    m_page = new ListPage({m_header, m_tree, m_bar}, QStringLiteral("planDetail"), this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_page);
    m_resume = new ResumeBar(m_session, m_controller);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addWidget(m_resume);
    all->addWidget(m_pages, 1);
}

void PlanView::connectParts()
{
    connect(m_controller, &PlanController::phaseChanged, this, &PlanView::takePhase);
    connect(m_controller, &PlanController::outdatedChanged, this, &PlanView::refreshTexts);
    connect(m_controller, &PlanController::environmentChanged, this, &PlanView::refreshTexts);
    connect(m_controller, &PlanController::itemStarted, &m_model, &PlanModel::setRunning);
    connect(m_controller, &PlanController::itemFinished, this, [this](const ItemResult &result) {
        m_model.setResult(result);
        showProgress();
    });
    connect(m_controller, &PlanController::cancelling, m_bar, &ApplyBar::showStopping);
    connect(m_session, &Session::opened, this, &PlanView::refreshTexts);
    for (const DeleteChoice *choice : {m_deletes, m_header->deletes()})
        connect(choice, &DeleteChoice::chosen, m_controller, &PlanController::setPrune);
    connect(m_header, &PlanHeader::planRequested, m_controller, &PlanController::planAgain);
    connect(m_header, &PlanHeader::filterChanged, this, [this](const QString &text) {
        m_filtered.setFilterFixedString(text.trimmed());
        m_tree->expandAsFits();
    });
    connect(m_header, &PlanHeader::problemsRequested, m_tree, &GroupTree::showFirstGroup);
    const auto reveal = [this](const QModelIndex &row) { revealPlace(*m_session, row); };
    connect(m_tree, &GroupTree::linkActivated, this, reveal);
    connect(m_tree, &QTreeView::doubleClicked, this, reveal);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PlanView::showDetail);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PlanView::showDetail);
    connect(m_bar, &ApplyBar::applyRequested, this, &PlanView::apply);
    connect(m_bar, &ApplyBar::cancelRequested, m_controller, &PlanController::cancel);
    connect(m_bar, &ApplyBar::planRequested, m_controller, &PlanController::planAgain);
    connect(m_empty, &EmptyPage::actionRequested, this, [this] {
        if (m_controller->phase() == Phase::Planning)
            m_controller->cancel();
        else if (m_controller->fault() && !m_controller->journal().isEmpty())
            m_controller->goOn(m_controller->journal());
        else
            m_controller->planAgain();
    });
    connect(m_empty, &EmptyPage::otherRequested, this,
            [this] { emit connectionRequested(m_controller->environmentName()); });
}

void PlanView::takePhase()
{
    if (m_shown != m_controller->made()) {
        m_shown = m_controller->made();
        m_model.setPlan(m_shown);
        m_tree->setStateShown(m_shown && m_shown->earlier);
        showStanding(true);
        m_tree->expandAsFits();
        showDetail();
    }
    if (m_controller->phase() == Phase::Applying) {
        m_model.startApplying();
        showStanding(false);
        m_tree->setStateShown(true);
    }
    if (m_controller->phase() == Phase::Applied && m_controller->report()) {
        for (const auto &item : m_controller->report()->items)
            m_model.setResult(item);
        if (m_controller->report()->refused)
            showStanding(false); // what was done before stays so
        selectFirstUndone();
    }
    refreshTexts();
}

/// How the items of a run that is gone on with stand; `withRest`: those too that are not done.
void PlanView::showStanding(bool withRest)
{
    if (!m_shown || !m_shown->earlier)
        return;
    if (withRest)
        m_model.startApplying();
    for (const auto &item : m_shown->standing)
        if (item.state == ItemState::Done || (withRest && item.state != ItemState::Skipped))
            m_model.setResult(item);
}

void PlanView::refreshTexts()
{
    const auto phase = m_controller->phase();
    const bool isBusy = phase == Phase::Planning || phase == Phase::Applying;
    const bool hasRows = m_shown && m_model.rowCount() > 0;
    m_header->setBusy(isBusy);
    const auto target = m_controller->environment();
    for (DeleteChoice *choice : {m_deletes, m_header->deletes()})
        choice->show(target ? target->deletes : DeleteSettings{}, m_controller->prune());
    m_header->deletes()->setVisible(!m_shown || !m_shown->earlier); // it is as it was planned
    m_deletes->setVisible(target && !isBusy);
    m_header->deletes()->setVisible(!m_shown || !m_shown->isPart); // there, items were chosen
    if (!hasRows) {
        m_pages->setCurrentWidget(m_empty);
        return showEmpty();
    }
    m_pages->setCurrentWidget(m_page);
    m_header->describe(*m_shown, m_controller->isOutdated() && !isBusy, phase == Phase::Applied);
    switch (phase) {
    case Phase::Planning:
    case Phase::Applying:
        return showProgress();
    case Phase::Applied:
        return m_bar->showResult(
            plantexts::summary(*m_controller->report(), toQt(m_shown->environment.name)),
            m_controller->report()->isComplete());
    case Phase::Idle:
    case Phase::Planned:
        break;
    }
    const auto rest = m_shown->rest();
    m_bar->showPlan(m_shown->environment, {rest.items.size(), withoutConsent(rest, {}).size(),
                                           m_controller->obstacle(), m_shown->earlier.has_value()});
}

void PlanView::showEmpty()
{
    const auto name = m_controller->environmentName();
    const auto target = m_controller->environment();
    if (m_controller->phase() == Phase::Planning)
        return m_empty->setContent({"running",
                                    theme::Ink::Accent,
                                    tr("Reading %1 …").arg(name),
                                    m_controller->journal().isEmpty()
                                        ? tr("Its topics and access rules are read, and compared "
                                             "with what the specs ask for. Nothing is written.")
                                        : tr("What the run had sent is looked for, to see what is "
                                             "left of it. Nothing is written."),
                                    tr("Cancel"),
                                    {},
                                    true});
    if (m_controller->fault())
        return m_empty->setContent(
            {"error", theme::Ink::Error, tr("%1 could not be read").arg(name),
             toQt(m_controller->fault()->message), tr("Try again"), tr("Connection…")});
    if (m_shown && m_controller->isOutdated())
        return m_empty->setContent(
            {"warning", theme::Ink::Warning,
             tr("Outdated: the specs changed since this plan was made"),
             tr("Before that: %1. %2.")
                 .arg(plantexts::headline(*m_shown), plantexts::comparison(*m_shown)),
             tr("Plan again")});
    if (m_shown)
        return m_empty->setContent({"done", theme::Ink::Good, plantexts::headline(*m_shown),
                                    tr("%1.").arg(plantexts::comparison(*m_shown)),
                                    tr("Plan again")});
    if (!target)
        return m_empty->setContent(
            {"plan", theme::Ink::Faint, tr("No plan yet"),
             tr("Open a folder with specs. Then this shows what provisioning "
                "them would change on a cluster, before anything is changed.")});
    m_empty->setContent(
        {"plan", theme::Ink::Faint, tr("No plan yet"),
         tr("This will show what provisioning %1 would create, change and delete, each with its "
            "risk and the line that asks for it. Making a plan writes nothing.")
             .arg(name),
         tr("Provision %1").arg(name)});
}

void PlanView::showProgress()
{
    const auto name = m_controller->environmentName();
    if (m_controller->phase() == Phase::Planning)
        return m_bar->showProgress(tr("Reading %1 …").arg(name), 0, 0);
    if (m_controller->phase() != Phase::Applying)
        return;
    const auto total = m_model.itemCount();
    const auto done =
        total - m_model.countOf(RowState::Waiting) - m_model.countOf(RowState::Running);
    const auto failed = m_model.countOf(RowState::Failed);
    const auto text = failed == 0 ? tr("Applying to %1: %L2 of %L3").arg(name).arg(done).arg(total)
                                  : tr("Applying to %1: %L2 of %L3, %L4 failed")
                                        .arg(name)
                                        .arg(done)
                                        .arg(total)
                                        .arg(failed);
    m_bar->showProgress(text, done, total);
}

void PlanView::showDetail()
{
    const auto current = m_tree->currentIndex();
    const auto detail = current.data(PlanModel::DetailRole).toString();
    const auto state = static_cast<RowState>(current.data(PlanModel::StateRole).toInt());
    const bool isNeeded = state == RowState::Failed || state == RowState::Unknown ||
                          state == RowState::Stale ||
                          height() >= roomForDetail * fontMetrics().lineSpacing();
    m_compare->setEnabled(currentSchema() != nullptr);
    m_page->showDetail(isNeeded ? detail : QString());
}

/// So that its message stands in view.
void PlanView::selectFirstUndone()
{
    for (int group = 0; group < m_filtered.rowCount(); ++group) {
        const auto parent = m_filtered.index(group, 0);
        for (int row = 0; row < m_filtered.rowCount(parent); ++row) {
            const auto index = m_filtered.index(row, PlanModel::Resource, parent);
            const auto state = static_cast<RowState>(index.data(PlanModel::StateRole).toInt());
            if (state != RowState::Failed && state != RowState::Unknown && state != RowState::Stale)
                continue;
            m_tree->expand(parent);
            m_tree->setCurrentIndex(index);
            return m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
        }
    }
}

void PlanView::apply(const QString &typedName, bool isAgreed)
{
    if (const auto started = m_controller->apply(typedName, isAgreed); !started)
        m_bar->showFault(toQt(started.error().message));
}

void PlanView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_resume->refresh(); // it may have been closed elsewhere
}

void PlanView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_header->setCompact(height() < roomForComparison * fontMetrics().lineSpacing());
    showDetail();
}

void PlanView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_bar != nullptr)
        refreshTexts();
}

} // namespace meshwright::ui
